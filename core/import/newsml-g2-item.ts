import { DeskError } from '../api/errors.ts'
import { untilFurtherNotice } from '../model/open-embargo.ts'
import { cleanLine } from './clean-inline.ts'
import { embargoIn, type EmbargoRead } from './embargo.ts'
import { languageOfTag } from './html-marks.ts'
import { findElement, parsePage, type HtmlElement } from './html-tree.ts'
import { g2Pictures } from './newsml-g2-pictures.ts'
import { nitfReading } from './nitf.ts'
import {
  articleIn,
  cleanLines,
  mediaTopicIn,
  storyTypeOf,
  topicsOf,
  translationOf,
  urgencyOf,
  webAddress,
  wireDate,
} from './wire-fields.ts'
import type { WireReading } from './wire-reading.ts'
import { htmlOf } from './xhtml-tree.ts'
import { childOf, childrenOf, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'

/** What a newsItem says. @throws DeskError 'unreadable' where it has no metadata at all */
export function newsItemReading(item: XmlElement): WireReading {
  const meta = childOf(item, 'itemMeta')
  const content = childOf(item, 'contentMeta')
  if (!meta && !content) throw new DeskError('unreadable', 'the item has no metadata')
  const isOwn = textOf(meta, 'generator') === 'Midad'
  const inside = storyOf(item)
  const embargo = embargoOf(meta)
  const { subjects, isCut } = topicsOf(all(content, 'subject').flatMap((each) => topicIn(each) ?? []))
  const said = languageOfTag(
    attributeOf(childOf(content ?? item, 'language'), 'tag') ?? xmlAttribute(item, 'lang'),
  )
  return {
    language: said ?? inside.nitf?.language,
    fields: {
      ...fromNitf(inside.nitf),
      ...filled({ ...wordFields(meta, content, isOwn), embargoUntil: embargo.until }),
      subjects: subjects.length > 0 ? subjects : (inside.nitf?.fields.subjects ?? []),
    },
    story: inside.story,
    pictures: [
      ...g2Pictures(item),
      ...(inside.nitf?.pictures ?? []).map((picture) => ({ ...picture, isLead: false })),
    ],
    leftOut: isOwn ? [] : [...leftOut(item, meta, content), ...(isCut ? ['subject'] : [])],
    warnings: [...withdrawn(meta), ...(embargo.until === null ? ofEmbargo(inside.nitf) : embargo.warnings)],
    original: articleIn(xmlAttribute(item, 'guid') ?? ''),
    translatedFrom: translatedFromIn(meta),
  }
}

function translatedFromIn(meta: XmlElement | undefined) {
  const link = all(meta, 'link').find((each) => xmlAttribute(each, 'rel') === 'irel:translatedFrom')
  return link && translationOf(xmlAttribute(link, 'residref') ?? '', xmlAttribute(link, 'version') ?? '')
}

const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element ? childrenOf(element, name) : []
const attributeOf = (element: XmlElement | undefined, name: string) => element && xmlAttribute(element, name)
const textOf = (element: XmlElement | undefined, name: string): string => {
  const child = element && childOf(element, name)
  return child ? xmlText(child).trim() : ''
}
/** With its line breaks. */
const linesOf = (element: XmlElement | undefined): string =>
  element
    ? element.children
        .map((child) =>
          typeof child === 'string'
            ? child.replace(/\s+/g, ' ')
            : child.name === 'br'
              ? '\n'
              : linesOf(child),
        )
        .join('')
    : ''
const nameIn = (element: XmlElement | undefined): string =>
  element ? cleanLine(textOf(element, 'name') || (xmlAttribute(element, 'literal') ?? '')) : ''
const codeOf = (element: XmlElement | undefined): string =>
  (element && (xmlAttribute(element, 'qcode') ?? xmlAttribute(element, 'uri'))) ?? ''
const topicIn = (element: XmlElement): string | undefined => mediaTopicIn(codeOf(element))

function wordFields(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
  isOwn: boolean,
): WireReading['fields'] {
  const headline = (role: string | undefined) =>
    linesOf(all(content, 'headline').find((each) => xmlAttribute(each, 'role') === role))
  const anyHeadline = linesOf(all(content, 'headline').find((each) => !isOurs(xmlAttribute(each, 'role'))))
  const description = (role: string) =>
    cleanLines(linesOf(all(content, 'description').find((each) => xmlAttribute(each, 'role') === role)))
  const anyDescription = all(content, 'description').find((each) => !isOurs(xmlAttribute(each, 'role')))
  const source = childOf(content ?? emptyElement, 'infoSource')
  const provider = isOwn ? '' : nameIn(meta && childOf(meta, 'provider'))
  const genres = all(content, 'genre')
  const dates = [
    textOf(content, 'contentCreated'),
    ...(isOwn ? [] : [textOf(meta, 'firstCreated'), textOf(meta, 'versionCreated')]),
  ]
  return {
    headline: cleanLine(headline(undefined) || anyHeadline || (isOwn ? '' : textOf(meta, 'title'))),
    kicker: cleanLine(headline('midad:kicker')),
    // Midad's own may have several lines.
    subheadline: cleanLines(ownText(content, 'midad:subheadline')),
    seoTitle: cleanLine(headline('midad:seo')),
    summary: description('drol:summary') || (isOwn ? '' : cleanLines(linesOf(anyDescription))),
    seoDescription: description('midad:seo'),
    byline: bylineOf(content),
    source: nameIn(source) || provider,
    creditLine: cleanLine(textOf(content, 'creditline')),
    place: nameIn(childOf(content ?? emptyElement, 'located')),
    section: nameIn(meta && childOf(meta, 'service')),
    urgency: urgencyOf(textOf(content, 'urgency')),
    date: dates.map((each) => wireDate(each)).find((date) => date !== null) ?? null,
    keywords: keywordsOf(content),
    slug: cleanLine(textOf(content, 'slugline'), 200),
    canonicalUrl: webAddress(
      all(meta, 'altRep')
        .filter((each) => /html/i.test(xmlAttribute(each, 'contenttype') ?? ''))
        .map((each) => xmlText(each))[0],
    ),
    storyType: storyTypeOf(
      genres.map((each) => xmlAttribute(each, 'literal')).find(Boolean),
      genres.map((each) => codeOf(each)).find(Boolean),
    ),
    deskNote: cleanLines(
      all(meta, 'edNote')
        .map((each) => linesOf(each).trim())
        .join('\n'),
    ),
  }
}

const ownText = (content: XmlElement | undefined, role: string): string => {
  const found = all(content, 'headline').find((each) => xmlAttribute(each, 'role') === role)
  return found ? xmlText(found) : ''
}
const emptyElement: XmlElement = { name: '', namespace: '', attributes: [], children: [] }
const isOurs = (role: string | undefined): boolean => role?.startsWith('midad:') ?? false

function bylineOf(content: XmlElement | undefined): string[] {
  const creators = all(content, 'creator')
    .map((each) => nameIn(each))
    .filter(Boolean)
  const by = all(content, 'by')
    .map((each) => cleanLine(xmlText(each)))
    .filter(Boolean)
  return (creators.length > 0 ? creators : by).slice(0, 200)
}

function keywordsOf(content: XmlElement | undefined): string[] {
  const keywords = all(content, 'keyword').map((each) => cleanLine(xmlText(each)))
  const others = all(content, 'subject')
    .filter((each) => topicIn(each) === undefined)
    .map((each) => nameIn(each))
  return [...new Set([...keywords, ...others].filter(Boolean))].slice(0, 200)
}

/** An embargo without a moment has no end (NewsML-G2's DateTimeOrNull). */
function embargoOf(meta: XmlElement | undefined): EmbargoRead {
  const element = meta && childOf(meta, 'embargoed')
  const said = element && xmlText(element).trim()
  return said === '' ? { until: untilFurtherNotice, warnings: [] } : embargoIn(said, wireDate)
}
const ofEmbargo = (nitf: WireReading | undefined) =>
  nitf?.warnings.filter(({ code }) => code.startsWith('embargo-')) ?? []

/** What the NITF inside says, for what the item itself does not. */
const fromNitf = (nitf: WireReading | undefined): WireReading['fields'] => (nitf ? filled(nitf.fields) : {})
function filled(fields: WireReading['fields']): WireReading['fields'] {
  const isFilled = (value: unknown) =>
    value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value)))
}

/** The story: XHTML, NITF, or text; what an item of a picture shows is its caption. */
function storyOf(item: XmlElement): { story: HtmlElement | string; nitf?: WireReading } {
  const set = childOf(item, 'contentSet')
  for (const inline of all(set, 'inlineXML')) {
    const [root] = childrenOf(inline)
    if (root?.name === 'nitf') {
      const nitf = nitfReading(root)
      return { story: nitf.story, nitf }
    }
    if (root && /^(?:html|body|div|section|article|p)$/i.test(root.name)) {
      const html = htmlOf(root)
      return { story: findElement(html, ({ tagName }) => tagName === 'body') ?? html }
    }
  }
  const [data] = all(set, 'inlineData')
  if (!data) return { story: '' }
  const text = xmlText(data)
  if (!/html/i.test(xmlAttribute(data, 'contenttype') ?? '')) return { story: text }
  return { story: findElement(parsePage(text), ({ tagName }) => tagName === 'body') ?? '' }
}

/** What an item may say that an article has no place for. */
function leftOut(item: XmlElement, meta: XmlElement | undefined, content: XmlElement | undefined): string[] {
  const names: [XmlElement | undefined, string[]][] = [
    [item, ['rightsInfo', 'assert', 'inlineRef', 'derivedFrom']],
    [meta, ['link', 'signal', 'memberOf', 'expires', 'role']],
    [content, ['contributor', 'audience', 'exclAudience', 'rating', 'altId']],
  ]
  return names.flatMap(([element, each]) => each.filter((name) => all(element, name).length > 0))
}

const withdrawn = (meta: XmlElement | undefined) =>
  /cancell?ed$/.test(codeOf(meta && childOf(meta, 'pubStatus')))
    ? [{ code: 'item-withdrawn', message: 'whoever sent the item has withdrawn it' }]
    : []
