import { foldedWords, writtenWords } from './words.ts'

export interface Excerpt {
  excerpt: string
  /** UTF-16 offsets into `excerpt`, in order, not overlapping. */
  marks: [from: number, to: number][]
}

const lengthBefore = 60
const lengthInAll = 180
const ellipsis = '…'

/** The words around the first hit in the original spelling; the beginning of the first piece where there is none. */
export function excerptOf(pieces: readonly string[], words: ReadonlySet<string>): Excerpt {
  for (const piece of pieces) {
    const hits = hitsIn(piece, words)
    if (hits.length > 0) return cut(piece, hits)
  }
  return cut(pieces[0] ?? '', [])
}

/** Where the words stand in a text: those that fold to one of `words`, whole, with their marks. */
export function hitsIn(text: string, words: ReadonlySet<string>): [from: number, to: number][] {
  return writtenWords(text).flatMap(({ written, from, to }): [number, number][] =>
    foldedOf(written).some((word) => words.has(word)) ? [[from, to]] : [],
  )
}

/** Written words whose folding is known, a megabyte at most: an archive's own come again and again. */
const mostKnown = 8000
const known = new Map<string, readonly string[]>()

function foldedOf(written: string): readonly string[] {
  const held = known.get(written)
  if (held) return held
  const folded = foldedWords(written)
  if (known.size >= mostKnown) known.clear()
  if (written.length <= longestKnown) known.set(written, folded)
  return folded
}
const longestKnown = 40

function cut(text: string, hits: [number, number][]): Excerpt {
  const first = hits[0]?.[0] ?? 0
  const from = first <= lengthBefore ? 0 : afterSpace(text, first - lengthBefore, first)
  const to = from + lengthInAll >= text.length ? text.length : beforeSpace(text, from + lengthInAll)
  const lead = from > 0 ? ellipsis : ''
  const tail = to < text.length ? ellipsis : ''
  const shift = lead.length - from
  const marks = hits.flatMap(([start, end]): [number, number][] =>
    start >= to ? [] : [[start + shift, Math.min(end, to) + shift]],
  )
  // One for one, so that the marks stay where they are.
  return { excerpt: lead + text.slice(from, to).replaceAll(/\s/g, ' ') + tail, marks }
}

// Never in the middle of a word, where its letters would change their shape; a very long word is cut all the same,
// but not inside a surrogate pair.
function afterSpace(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (/\s/.test(text.charAt(at - 1))) return at
  return isInsidePair(text, from) ? from - 1 : from
}
function beforeSpace(text: string, to: number): number {
  for (let at = to; at > to - lengthInAll / 2; at -= 1) if (/\s/.test(text.charAt(at))) return at
  return isInsidePair(text, to) ? to - 1 : to
}
const isInsidePair = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
