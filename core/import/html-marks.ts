import { maxLinkTitle, type Mark } from '../model/body.ts'
import { cleanHref } from '../model/clean-body.ts'
import { languageCodes, type Direction, type LanguageCode } from '../model/language-code.ts'
import { cleanLine, ordered } from './clean-inline.ts'
import { attribute, hasClass, type HtmlElement } from './html-tree.ts'

/** What an element says of its direction. */
export const directionOf = (element: HtmlElement): Direction | undefined => {
  const dir = attribute(element, 'dir')?.toLowerCase()
  return dir === 'rtl' || dir === 'ltr' ? dir : undefined
}

const markNames: Record<string, Mark['type']> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
}

/** The marks inside an element. In our own pages (`isOwn`) a plain bdi was set by the export, not by a person. */
export function withMark(element: HtmlElement, marks: readonly Mark[], isOwn: boolean): readonly Mark[] {
  const mark = markOf(element, isOwn)
  return mark && !marks.some(({ type }) => type === mark.type) ? ordered([...marks, mark]) : marks
}

function markOf(element: HtmlElement, isOwn: boolean): Mark | undefined {
  const { tagName } = element
  if (tagName === 'a') {
    const href = cleanHref(attribute(element, 'href') ?? '')
    // What other pages say there is made by their programs as a rule: the headline of the page again, "link".
    const title = isOwn ? cleanLine(attribute(element, 'title') ?? '', maxLinkTitle) : ''
    return href ? { type: 'link', attrs: { href, ...(title && { title }) } } : undefined
  }
  if (tagName === 'bdi') return isOwn && !hasClass(element, 'set') ? undefined : bdiMark(element)
  // HTML isolates whatever inline element says its direction (HTML standard §15.3.5).
  if (!isOwn && attribute(element, 'dir') && !(tagName in markNames) && tagName !== 'bdo')
    return bdiMark(element)
  const type = markNames[tagName]
  return type && type !== 'link' && type !== 'bdi' ? { type } : undefined
}

function bdiMark(element: HtmlElement): Mark {
  const dir = directionOf(element)
  const lang = languageOfTag(attribute(element, 'lang'))
  return dir || lang
    ? { type: 'bdi', attrs: { ...(dir && { dir }), ...(lang && { lang }) } }
    : { type: 'bdi' }
}

/** The language of a BCP 47 tag such as ar-IQ; `ku` is Kurmanji unless its script says Arabic. */
export function languageOfTag(tag: string | undefined): LanguageCode | undefined {
  const lower = tag?.toLowerCase().replaceAll('_', '-') ?? ''
  const primary = lower.split('-')[0]
  if (primary === 'ku') return /-(?:arab|iq|ir)\b/.test(lower) ? 'ckb' : 'kmr'
  if (primary === 'iw') return 'he'
  return languageCodes.find((code) => code === primary)
}
