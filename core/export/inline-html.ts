import { glanceIn, glanceOver, seen } from '../language/glance.ts'
import {
  isolateForAttribute,
  isolates,
  isolatesLookedFor,
  leftToRightRuns,
  type Isolate,
  type IsolateKind,
} from '../language/isolate.ts'
import type { Inline, Mark, Text } from '../model/body.ts'
import { cleanHref } from '../model/clean-body.ts'
import type { Direction } from '../model/language-code.ts'
import { languageOf } from '../language/registry.ts'
import { drawnSpans, isSame, plainHtml, type Markup, type Span } from './inline-spans.ts'
import { element, escaped } from './markup.ts'

/** Numbers that stay on one line: half a phone number is none. */
const isNumber: Record<IsolateKind, boolean> = {
  phone: true,
  date: true,
  range: true,
  score: true,
  money: true,
  negative: true,
  formula: true,
  url: false,
  email: false,
  handle: false,
  hashtag: false,
  latin: false,
  arabic: false,
}
/** In UTF-16 units: what a phone of 320 px holds on a line. */
const longestRun = 24
const plain = (name: string) => ({ name, attributes: {}, isWhole: false })
const plainMarkup = {
  bold: plain('strong'),
  italic: plain('em'),
  underline: plain('u'),
  strike: plain('s'),
  subscript: plain('sub'),
  superscript: plain('sup'),
} as const
const joiningLetter = /[\p{Script=Arabic}\p{M}\u200c\u200d]/u

/**
 * The text of a block as HTML. Phones, dates, Latin names and the like that the direction would turn around stand in
 * `<bdi dir>` (rtl.md §1.7), numbers of which half would be another in `<span class="run">`; a person's own isolation carries the class `set` and is left alone inside.
 */
export const inlineHtml = (content: readonly Inline[], direction: Direction, footnotes: Footnotes): string =>
  asItStands(content, direction) ?? withSpans(content, direction, footnotes)

/**
 * The HTML of what most blocks are: texts without anything to isolate, of which no two neighbours have a mark in common, so that
 * each mark is an element around its own text. Undefined for any other block.
 */
export function asItStands(content: readonly Inline[], direction: Direction): string | undefined {
  const glance = glanceIn(direction)
  let html = ''
  let marksBefore: readonly Mark[] | undefined
  for (const node of content) {
    if (node.type !== 'text' || node.text === '' || goOn(marksBefore, node.marks)) return undefined
    const found = glanceOver(node.text, glance)
    if (found & seen.order) return undefined
    const words = found === 0 ? node.text : escaped(lettersOf(node))
    marksBefore = node.marks
    html += node.marks ? markedHtml(words, node, node.marks, direction) : words
  }
  return html
}

/** The HTML of any block: its text with marks and isolates as spans over it, which may lie across each other. */
export function withSpans(content: readonly Inline[], direction: Direction, footnotes: Footnotes): string {
  let text = ''
  for (const node of content) text += lettersOf(node)
  const marked = markSpans(content, direction, footnotes)
  const own = marked.filter(({ name }) => name === 'bdi')
  const isolated = isolateSpans(text, direction, own, marked)
  if (isolated.length === 0) return drawnSpans(text, marked, 0, text.length)
  const spans = [...isolated, ...marked].sort((a, b) => a.from - b.from)
  return drawnSpans(text, spans, 0, text.length)
}

/** May an element of one text reach into the next? */
const goOn = (before: readonly Mark[] | undefined, marks: readonly Mark[] | undefined): boolean =>
  before !== undefined &&
  marks !== undefined &&
  before.some(({ type }) => marks.some((mark) => mark.type === type))

function markedHtml(words: string, node: Text, marks: readonly Mark[], direction: Direction): string {
  let html = words
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const markup = markupOf(marks[at] as Mark, direction, node.text)
    if (markup) html = element(markup.name, markup.attributes, html)
  }
  return html
}

/** How the numbers of footnotes are drawn. */
export interface Footnotes {
  referenceHtml(id: string): string
}

/** One unit for what is no text. */
function lettersOf(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text.includes('\n') ? node.text.replaceAll('\n', ' ') : node.text
    case 'hardBreak':
      return '\n'
    case 'footnote':
      return '\ufffc'
  }
}

/** A line of metadata as HTML, isolated like the story; its line feeds become breaks. */
export function lineHtml(text: string, direction: Direction): string {
  const found = glanceOver(text, glanceIn(direction))
  if (found === 0) return text
  const spans = found & seen.order ? isolateSpans(text, direction, [], []) : []
  return spans.length === 0 ? plainHtml(text) : drawnSpans(text, spans, 0, text.length)
}

/** What `inlineHtml` and `lineHtml` write, for where nobody styles it: a run stays on one line by a rule of the page alone. */
export const withoutRuns = (html: string): string =>
  // Only runs are spans in there, so that every end tag of a span is theirs.
  html.replace(/<span class="run">|<\/span>/g, '')

/** The isolates of a block's text that can be drawn as elements; `own`: what a person isolated, which is left alone inside. */
export const isolatesToDraw = (text: string, direction: Direction, own: readonly Stretch[]): Isolate[] =>
  drawable(isolates(text, direction), text, own)

type Stretch = Pick<Isolate, 'from' | 'to'>

const drawable = <Found extends Stretch>(found: Found[], text: string, own: readonly Stretch[]): Found[] =>
  found.filter(
    ({ from, to }) =>
      !own.some((span) => span.from < to && from < span.to) &&
      !cutsJoining(text, from) &&
      !cutsJoining(text, to),
  )

/** What stays together in a text, in the order of its place: isolates, and numbers that are held on one line. */
function isolateSpans(
  text: string,
  direction: Direction,
  own: readonly Span[],
  marked: readonly Span[],
): Span[] {
  if (direction === 'ltr') return leftToRightSpans(text, own, marked)
  const spans: Span[] = []
  for (const { from, to, dir, kind } of drawable(isolatesLookedFor(text, direction), text, own)) {
    if (isNumber[kind] && to - from <= longestRun) spans.push(runOver(from, to))
    spans.push({ from, to, name: 'bdi', attributes: { dir }, isWhole: true })
  }
  return spans
}

function leftToRightSpans(text: string, own: readonly Span[], marked: readonly Span[]): Span[] {
  const { isolates, held } = leftToRightRuns(text)
  const isolated = drawable(isolates, text, own).map(({ from, to, dir }): Span => ({
    from,
    to,
    name: 'bdi',
    attributes: { dir },
    isWhole: true,
  }))
  const runs = uncrossed(drawable(held(), text, own), marked).filter(
    ({ from, to }) => to - from <= longestRun,
  )
  return [...isolated, ...runs.map(({ from, to }) => runOver(from, to))].sort((a, b) => a.from - b.from)
}

/** The runs that cut through no mark: of one link two would be made. Both in the order of their places. */
function uncrossed(runs: readonly Stretch[], marked: readonly Span[]): readonly Stretch[] {
  if (runs.length === 0 || marked.length === 0) return runs
  const edges = marked
    .flatMap(({ from, to }) => [
      { at: from, other: to },
      { at: to, other: from },
    ])
    .sort((a, b) => a.at - b.at)
  let next = 0
  return runs.filter(({ from, to }) => {
    for (let edge = edges[next]; edge && edge.at <= from; edge = edges[next]) next += 1
    for (let at = next, edge = edges[at]; edge && edge.at < to; at += 1, edge = edges[at])
      if (edge.other < from || edge.other > to) return false
    return true
  })
}

const runOver = (from: number, to: number): Span => ({
  from,
  to,
  name: 'span',
  attributes: { class: 'run' },
  isWhole: true,
})

// An isolate inside a word would break the joining of its letters (rtl.md §1.4).
const cutsJoining = (text: string, at: number): boolean =>
  at > 0 && joiningLetter.test(text.charAt(at - 1)) && joiningLetter.test(text.charAt(at))

const number = { name: 'sup', attributes: {}, isWhole: true }

function markSpans(content: readonly Inline[], direction: Direction, footnotes: Footnotes): Span[] {
  const spans: Span[] = []
  let open: readonly Span[] = []
  let at = 0
  for (const node of content) {
    const end = at + (node.type === 'text' ? node.text.length : 1)
    const here: Span[] = []
    if (node.type === 'footnote')
      spans.push({ ...number, from: at, to: end, html: footnotes.referenceHtml(node.attrs.id) })
    for (const mark of node.marks ?? []) {
      const markup = markupOf(mark, direction, node.type === 'text' ? node.text : '')
      if (!markup) continue
      const begun = open.findLast((span) => isSame(span, markup))
      const span = begun ?? { ...markup, from: at, to: end }
      if (!begun) spans.push(span)
      span.to = end
      here.push(span)
    }
    open = here
    at = end
  }
  return spans
}

/** `undefined` where the mark has nothing to show. */
function markupOf(mark: Mark, direction: Direction, text: string): Markup | undefined {
  switch (mark.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'subscript':
    case 'superscript':
      return plainMarkup[mark.type]
    case 'link': {
      const href = cleanHref(mark.attrs.href)
      const title = mark.attrs.title && isolateForAttribute(mark.attrs.title, direction)
      // On paper the address of a link stands behind it, but not twice.
      const className = href === text ? 'bare' : undefined
      return href === undefined
        ? undefined
        : { name: 'a', attributes: { class: className, href, title }, isWhole: false }
    }
    case 'bdi': {
      const { dir, lang } = mark.attrs ?? {}
      const attributes = { class: 'set', dir, lang: lang && languageOf(lang).tag }
      return { name: 'bdi', attributes, isWhole: true }
    }
    default:
      return unknownMark(mark)
  }
}

function unknownMark(mark: never): never {
  throw new Error(`unknown mark: ${JSON.stringify(mark)}`)
}
