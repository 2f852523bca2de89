import { isolateForAttribute, isolates, type Isolate, type IsolateKind } from '../language/isolate.ts'
import type { Inline, Mark } from '../model/body.ts'
import { cleanHref } from '../model/clean-body.ts'
import type { Direction } from '../model/language-code.ts'
import { languageOf } from '../language/registry.ts'
import { element, escaped, type Attributes } from './markup.ts'

/** An element over a stretch of a block's text, in UTF-16 offsets. */
interface Span {
  from: number
  to: number
  name: string
  attributes: Attributes
  /** An isolate cut in two would order its halves apart, so everything else gives way to it. */
  isWhole: boolean
  /** Instead of an element around the text: all of it. */
  html?: string
}
/** Shared by a mark and the elements it may become; `undefined` where the mark has nothing to show. */
type Markup = Pick<Span, 'name' | 'attributes' | 'isWhole'> | undefined

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
const plain = (name: string): Markup => ({ name, attributes: {}, isWhole: false })
const joiningLetter = /[\p{Script=Arabic}\p{M}\u200c\u200d]/u

/**
 * The text of a block as HTML. Phones, dates, Latin names and the like that the direction would turn around stand in
 * `<bdi dir>` (rtl.md §1.7); a person's own isolation carries the class `set` and is left alone inside.
 */
export function inlineHtml(content: readonly Inline[], direction: Direction, footnotes: Footnotes): string {
  const [first] = content
  // Most paragraphs: one text without a mark.
  if (content.length === 1 && first?.type === 'text' && !first.marks)
    return lineHtml(lettersOf(first), direction)
  let text = ''
  for (const node of content) text += lettersOf(node)
  const marked = markSpans(content, direction, footnotes)
  const own = marked.filter(({ name }) => name === 'bdi')
  const isolated = isolateSpans(text, direction, own)
  if (isolated.length === 0) return drawn(text, marked, 0, text.length)
  const spans = [...isolated, ...marked].sort((a, b) => a.from - b.from)
  return drawn(text, spans, 0, text.length)
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
  const spans = isolateSpans(text, direction, [])
  return spans.length === 0 ? plainHtml(text) : drawn(text, spans, 0, text.length)
}

const plainHtml = (text: string): string => {
  const html = escaped(text)
  return html.includes('\n') ? html.replaceAll('\n', '<br>') : html
}

/** The isolates of a block's text that can be drawn as elements; `own`: what a person isolated, which is left alone inside. */
export function isolatesToDraw(
  text: string,
  direction: Direction,
  own: readonly { from: number; to: number }[],
): Isolate[] {
  const found = isolates(text, direction)
  if (found.length === 0) return found
  return found
    .filter(({ from, to }) => !own.some((span) => span.from < to && from < span.to))
    .filter(({ from, to }) => !cutsJoining(text, from) && !cutsJoining(text, to))
}

function isolateSpans(text: string, direction: Direction, own: readonly Span[]): Span[] {
  return isolatesToDraw(text, direction, own).flatMap(({ from, to, dir, kind }) => {
    const isolate = { from, to, name: 'bdi', attributes: { dir }, isWhole: true }
    const run = { from, to, name: 'span', attributes: { class: 'run' }, isWhole: true }
    return isNumber[kind] && to - from <= longestRun ? [run, isolate] : [isolate]
  })
}

// An isolate inside a word would break the joining of its letters (rtl.md §1.4).
const cutsJoining = (text: string, at: number): boolean =>
  at > 0 && joiningLetter.test(text.charAt(at - 1)) && joiningLetter.test(text.charAt(at))

const number = { name: 'sup', attributes: {}, isWhole: true }

function markSpans(content: readonly Inline[], direction: Direction, footnotes: Footnotes): Span[] {
  const spans: Span[] = []
  let open = new Map<string, Span>()
  let at = 0
  for (const node of content) {
    const end = at + (node.type === 'text' ? node.text.length : 1)
    const here = new Map<string, Span>()
    if (node.type === 'footnote')
      spans.push({ ...number, from: at, to: end, html: footnotes.referenceHtml(node.attrs.id) })
    for (const mark of node.marks ?? []) {
      const markup = markupOf(mark, direction, node.type === 'text' ? node.text : '')
      if (!markup) continue
      const key = JSON.stringify(markup)
      const span = open.get(key) ?? { ...markup, from: at, to: end }
      if (!open.has(key)) spans.push(span)
      span.to = end
      here.set(key, span)
    }
    open = here
    at = end
  }
  return spans
}

function markupOf(mark: Mark, direction: Direction, text: string): Markup {
  switch (mark.type) {
    case 'bold':
      return plain('strong')
    case 'italic':
      return plain('em')
    case 'underline':
      return plain('u')
    case 'strike':
      return plain('s')
    case 'subscript':
      return plain('sub')
    case 'superscript':
      return plain('sup')
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

/** `spans` in the order of their beginnings. */
function drawn(text: string, spans: readonly Span[], from: number, to: number): string {
  let html = ''
  let at = from
  let next = 0
  let open: Span[] = []
  while (at < to) {
    for (let span = spans[next]; span && span.from <= at; span = spans[next]) {
      open.push(span)
      next += 1
    }
    if (open.length === 0) {
      const end = Math.min(to, spans[next]?.from ?? to)
      html += plainHtml(text.slice(at, end))
      at = end
      continue
    }
    const { outer, end } = outermost(open, spans, next, to)
    const inner = open.filter((span) => span !== outer)
    for (let span = spans[next]; span && span.from < end; span = spans[next]) {
      inner.push(span)
      next += 1
    }
    html += outer.html ?? element(outer.name, outer.attributes, drawn(text, inner, at, end))
    at = end
    open = inner.filter((span) => span.to > end).concat(outer.to > end ? [outer] : [])
  }
  return html
}

/**
 * The open span that reaches furthest without cutting an isolate that begins inside it and ends beyond it. `next`: the
 * first of `spans` that has not begun.
 */
function outermost(open: readonly Span[], spans: readonly Span[], next: number, to: number) {
  const ends = open.map((outer) => {
    let end = Math.min(outer.to, to)
    for (let at = next, span = spans[at]; span && span.from < end; at += 1, span = spans[at]) {
      if (span.isWhole && span.to > outer.to) end = span.from
    }
    return { outer, end }
  })
  return ends.reduce((best, each) => (each.end > best.end ? each : best))
}
