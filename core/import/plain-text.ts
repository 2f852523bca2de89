import type { Warning } from '../api/files.ts'
import { guessLanguage } from '../language/guess.ts'
import { isolates } from '../language/isolate.ts'
import { parseDate } from '../language/parse-date.ts'
import type { Inline, Paragraph } from '../model/body.ts'
import { allFields, allParts } from '../model/carried.ts'
import type { ArticleFields } from '../model/fields.ts'
import { cleanLine, inlineOf } from './clean-inline.ts'
import { decodeText } from './decode.ts'
import { joinWrapped } from '../recognise/wrapped-lines.ts'
import type { ImportedArticle, ImportInput, ImportSource } from './source.ts'

/**
 * A text file. One shaped like a page (contract.md "Page model": date line, logo, doubled headline, paragraphs, source,
 * Top) gives its fields back; any other gives its first short line as the headline and the rest as paragraphs.
 */
export const plainText: ImportSource = {
  id: 'plain-text',
  fields: {
    ...allFields('leave-out'),
    headline: 'first short line',
    date: 'date line',
    language: 'as: by the letters',
    byline: 'as: line between headlines',
    place: 'as: behind the byline',
    kicker: 'as: line over the headline',
    subheadline: 'as: line under the headline',
    source: 'as: last line over Top',
    status: 'as: draft',
  },
  story: { ...allParts('as: paragraphs'), paragraph: 'lines', bdi: 'isolate characters', note: 'leave-out' },
  accepts: ({ name }) => /\.(?:txt|text)$/i.test(name) || !/\.[a-z0-9]{1,5}$/i.test(name),
  read: (file) => ({ articles: [read(file)] }),
}

// oxlint-disable-next-line no-control-regex -- vertical tab and next line end a line too (Unicode 15.0 §5.8)
const lineEnd = /\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]/

interface Shaped {
  fields: Partial<ArticleFields>
  paragraphs: readonly string[]
}

function read({ bytes, language }: ImportInput): ImportedArticle {
  const { text, warnings } = decodeText(bytes)
  const lines = text.split(lineEnd).map((line) => line.trim())
  const { fields, paragraphs } = pageShaped(lines.filter(Boolean)) ?? freeText(lines)
  let hidden = 0
  const found = language ?? guessLanguage([fields.headline, ...paragraphs].join('\n'))
  const content = paragraphs.map((words): Paragraph => {
    // A mark before a line says its direction to programs that go by the first letter.
    const { nodes, removed } = inlineOf(words.replace(/^[\u200e\u200f]+/, ''))
    hidden += removed
    return { type: 'paragraph', content: withoutUsual(nodes) }
  })
  return {
    language: found,
    fields,
    body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
    pictures: [],
    warnings: [...warnings, ...hiddenWarning(hidden)],
  }
}

/**
 * Without the isolates that our pages and texts set by themselves wherever they are needed: those are no marks of a person. In either
 * direction: the letters of a short line do not say which it was written in.
 */
function withoutUsual(nodes: readonly Inline[]): Inline[] {
  if (!nodes.some(({ marks }) => marks)) return [...nodes]
  const text = nodes.map((node) => (node.type === 'text' ? node.text : '')).join('')
  const usual = [...isolates(text, 'rtl'), ...isolates(text, 'ltr')]
  const kept: Inline[] = []
  let at = 0
  for (const node of nodes) {
    if (node.type !== 'text') continue
    const from = at
    at += node.text.length
    const set = node.marks?.[0]
    const isUsual =
      set?.type === 'bdi' &&
      usual.some((each) => each.from === from && each.to === at && each.dir === set.attrs?.dir)
    const last = kept.at(-1)
    if (set !== undefined && !isUsual) kept.push(node)
    else if (last?.type === 'text' && !last.marks)
      kept[kept.length - 1] = { ...last, text: last.text + node.text }
    else kept.push({ type: 'text', text: node.text })
  }
  return kept
}

/** Says how many hidden characters the paste filter took out (rtl.md Recommendation 5). */
export const hiddenWarning = (count: number): Warning[] =>
  count > 0 ? [{ code: 'hidden-characters', message: `${count} hidden characters were removed` }] : []

const bullet = /^[\s•·●◦▪∙*|–—-]+/u
const logoWords = new Set(['logo', 'شعار', 'الشعار', 'لۆگۆ', 'لوگو', 'لوغو', 'לוגו', 'לוגו האתר', 'لوگۆ'])
/** The link to the top in the seven languages, as agencies' pages word it. */
const topWords = new Set(
  (
    'top|back to top|to the top|go to top|الأعلى|أعلى|إلى الأعلى|العودة إلى الأعلى|للأعلى|أعلى الصفحة|سەرەوە|بۆ سەرەوە|' +
    'گەڕانەوە بۆ سەرەوە|jor|jorê|bo jorê|بالا|بازگشت به بالا|به بالا|למעלה|לראש הדף|חזרה למעלה|اوپر|اوپر جائیں|واپس اوپر'
  ).split('|'),
)
const folded = (line: string): string =>
  cleanLine(line)
    .toLowerCase()
    .replace(/^[↑▲^\s]+|[↑▲^\s]+$/gu, '')
const longestHeadline = 300
const longestSource = 60

/** The parts of a page, in its order; undefined where fewer than two of its marks are there. */
function pageShaped(lines: readonly string[]): Shaped | undefined {
  const left = [...lines]
  const date = parseDate((left[0] ?? '').replace(bullet, ''))
  if (date) left.shift()
  const hasLogo = logoWords.has(folded(left[0] ?? ''))
  if (hasLogo) left.shift()
  const hasTop = left.length > 1 && topWords.has(folded(left.at(-1) ?? ''))
  if (hasTop) left.pop()
  const doubled = doubledHeadline(left)
  const marks = [date, hasLogo, hasTop, doubled].filter(Boolean).length
  if (marks < 2) return undefined
  const fields: Partial<ArticleFields> = { ...(date && { date }) }
  if (doubled) {
    Object.assign(fields, doubled.fields)
    left.splice(0, doubled.length)
  } else if (left.length > 1 && isHeadline(left[0] ?? '')) fields.headline = cleanLine(left.shift() ?? '')
  if (hasTop && left.length > 1 && isSource(left.at(-1) ?? '')) fields.source = cleanLine(left.pop() ?? '')
  return { fields, paragraphs: left }
}

/** The headline where it stands twice, with what may stand around its first: a kicker, a subheadline, byline · place. */
function doubledHeadline(
  lines: readonly string[],
): { fields: Partial<ArticleFields>; length: number } | undefined {
  for (const first of [0, 1]) {
    const headline = lines[first]
    if (headline === undefined || !isHeadline(headline)) continue
    const again = lines.indexOf(headline, first + 1)
    if (again === -1 || again > first + 3) continue
    const fields: Partial<ArticleFields> = { headline: cleanLine(headline) }
    if (first === 1) fields.kicker = cleanLine(lines[0] ?? '')
    for (const between of lines.slice(first + 1, again)) Object.assign(fields, aroundHeadline(between))
    return { fields, length: again + 1 }
  }
  return undefined
}

function aroundHeadline(line: string): Partial<ArticleFields> {
  const [names, place] = line.split(' · ')
  if (names === undefined || place === undefined) return { subheadline: cleanLine(line) }
  return { byline: names.split(/[,،]\s/).map((name) => cleanLine(name)), place: cleanLine(place) }
}

const isHeadline = (line: string): boolean => line.length <= longestHeadline
const endsSentence = (line: string): boolean => /[.!?؟۔…:;؛]["”»›’)\]]*$/u.test(line)
const isSource = (line: string): boolean => line.length <= longestSource && !endsSentence(line)

/** A file that is no page: a headline where the first line is short and something follows, else paragraphs alone. */
function freeText(lines: readonly string[]): Shaped {
  const paragraphs = joinWrapped(lines)
  const [first = '', ...others] = paragraphs
  const date = parseDate(first.replace(bullet, ''))
  if (date && others.length > 0) {
    const rest = freeText(others)
    return { fields: { date, ...rest.fields }, paragraphs: rest.paragraphs }
  }
  const isShort = first.length <= (others.length > 0 ? 160 : 100)
  if (!isShort || /[.؟۔…]$/u.test(first)) return { fields: {}, paragraphs }
  return { fields: { headline: cleanLine(first) }, paragraphs: others }
}
