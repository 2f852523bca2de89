import { element, escaped, type Attributes } from './markup.ts'

/** An element over a stretch of a block's text, in UTF-16 offsets. */
export interface Span {
  from: number
  to: number
  name: string
  attributes: Attributes
  /** An isolate cut in two would order its halves apart, so everything else gives way to it. */
  isWhole: boolean
  /** Instead of an element around the text: all of it. */
  html?: string
}
/** What a mark and the elements it may become have in common. */
export type Markup = Pick<Span, 'name' | 'attributes' | 'isWhole'>

/** Text without an element; its line feeds become breaks. */
export const plainHtml = (text: string): string => {
  const html = escaped(text)
  return html.includes('\n') ? html.replaceAll('\n', '<br>') : html
}

/** Is it the same element? Attributes of one name are always the same, in one order. */
export function isSame(one: Markup, other: Markup): boolean {
  if (one.name !== other.name) return false
  for (const key in one.attributes) if (one.attributes[key] !== other.attributes[key]) return false
  return true
}

/** A stretch of a block's text with the elements over it; `spans` in the order of their beginnings. */
export function drawnSpans(text: string, spans: readonly Span[], from: number, to: number): string {
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
    const common = commonEnd(open, at, spans[next]?.from ?? to, to)
    if (common !== undefined) {
      html += open.reduceRight(
        (inside, span) => span.html ?? element(span.name, span.attributes, inside),
        plainHtml(text.slice(at, common)),
      )
      at = common
      open = []
      continue
    }
    const { outer, end } = outermost(open, spans, next, to)
    const inner = open.filter((span) => span !== outer)
    for (let span = spans[next]; span && span.from < end; span = spans[next]) {
      inner.push(span)
      next += 1
    }
    html += outer.html ?? element(outer.name, outer.attributes, drawnSpans(text, inner, at, end))
    at = end
    open = inner.filter((span) => span.to > end).concat(outer.to > end ? [outer] : [])
  }
  return html
}

/** Where the open spans end together, beyond `at` and before `next`, where another begins. */
function commonEnd(
  [first, ...others]: readonly Span[],
  at: number,
  next: number,
  to: number,
): number | undefined {
  const end = first?.to ?? to
  const isAlone = at < end && end <= to && end <= next
  return isAlone && others.every((span) => span.to === end) ? end : undefined
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
