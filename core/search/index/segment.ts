import type { DocumentFacts } from './document.ts'
import { NumberReader, readNumbers } from './small-numbers.ts'

/** The parts of a segment, as they are kept. */
export interface SegmentParts {
  /** By number. */
  documents: readonly DocumentFacts[]
  /** Each once, in the order of their UTF-16 units. */
  terms: readonly string[]
  /** How many documents have the term. */
  frequencies: Uint32Array
  /** For each term where its documents begin, and one more; so for the other two columns. */
  gapsAt: Uint32Array
  /** For each term and document how much its number is larger than the last one's. */
  gaps: Uint8Array
  weightsAt: Uint32Array
  /** For each term and document its times × 4 + headline × 2 + field. */
  weights: Uint8Array
  placesAt: Uint32Array
  /** For each term and document as many places as times, each as how much larger it is than the last. */
  places: Uint8Array
}

/** The documents of a term by number, and for each times × 4 + headline × 2 + field. Good until the next is asked for. */
export interface Postings {
  count: number
  numbers: Uint32Array
  weights: Uint32Array
}

/** More than an article has places. */
export const markedAt = 2 ** 22

/** What one query finds out about the documents, by number: room that the next query takes again, or each would leave a library's worth of it. */
export interface Tally {
  scores: Float64Array
  /** What the word at hand is worth in each; nothing but 0 between two words. */
  best: Float64Array
  /** How many words each document holds so far. */
  held: Uint16Array
  /** 1 where a word of the query is found in a loose spelling alone. */
  isLoose: Uint8Array
  /** 1 for each document that cannot be an answer, whatever its words. */
  isOut: Uint8Array
  /** Numbers of documents: those that hold all words so far stand first. */
  documents: Uint32Array
  /** Which documents the query has touched; undefined where that is all of them, or too many to be told one by one. */
  touched: Uint32Array | undefined
}

/** An index of some documents that never changes: sorted words, and for each where it stands. */
export class Segment {
  readonly parts: SegmentParts
  /** 1 for a document that has gone or has a newer text elsewhere. */
  readonly gone: Uint8Array
  #liveCount: number
  readonly #postings: Postings
  #tally: Tally | undefined
  #marks: Uint16Array | undefined
  #fresh: { hour: number; of: Float64Array } | undefined

  constructor(parts: SegmentParts) {
    const size = parts.documents.length
    this.parts = parts
    this.gone = new Uint8Array(size)
    this.#liveCount = size
    this.#postings = { count: 0, numbers: new Uint32Array(size), weights: new Uint32Array(size) }
  }

  get size(): number {
    return this.parts.documents.length
  }
  /** Documents that have not gone. */
  get liveCount(): number {
    return this.#liveCount
  }

  drop(document: number): void {
    if (this.gone[document] === 1) return
    this.gone[document] = 1
    if (this.#tally) this.#tally.isOut[document] = 1
    this.#liveCount -= 1
  }

  /** The number of a term, or -1. */
  termAt(term: string): number {
    const at = firstNotBefore(this.parts.terms, term)
    return this.parts.terms[at] === term ? at : -1
  }

  /** The numbers of the terms that begin so: from the first up to, not with, the second. */
  termsFrom(beginning: string): [from: number, to: number] {
    const { terms } = this.parts
    const from = firstNotBefore(terms, beginning)
    let to = from
    for (; to < terms.length; to += 1) if (!terms[to]?.startsWith(beginning)) break
    return [from, to]
  }

  frequency(term: number): number {
    return this.parts.frequencies[term] ?? 0
  }

  /** Every document with this term, those that have gone too. */
  postings(term: number): Postings {
    const { gaps, gapsAt, weights, weightsAt } = this.parts
    const held = this.#postings
    held.count = readNumbers(gaps, partOf(gapsAt, term), held.numbers, true)
    readNumbers(weights, partOf(weightsAt, term), held.weights, false)
    return held
  }

  /** For a query that begins: documents that have gone are out. Good until the next is asked for. */
  tally(): Tally {
    const { size } = this
    if (!this.#tally) {
      this.#tally = {
        scores: new Float64Array(size),
        best: new Float64Array(size),
        held: new Uint16Array(size),
        isLoose: new Uint8Array(size),
        isOut: this.gone.slice(),
        documents: new Uint32Array(size),
        touched: undefined,
      }
      return this.#tally
    }
    const { scores, held, isLoose, isOut, touched } = this.#tally
    if (touched) {
      for (let at = 0; at < touched.length; at += 1) {
        const document = touched[at] ?? 0
        scores[document] = held[document] = isLoose[document] = 0
      }
    } else {
      for (const numbers of [scores, held, isLoose]) numbers.fill(0)
      isOut.set(this.gone)
    }
    this.#tally.touched = undefined
    return this.#tally
  }

  /** How much an article's time adds to its worth, by document: worked out once an hour, it changes by days. */
  fresh(nowMs: number): Float64Array {
    const hour = Math.floor(nowMs / hourMs)
    if (this.#fresh?.hour !== hour) {
      const at = hour * hourMs
      const of = Float64Array.from(this.parts.documents, ({ updatedMs }) => freshnessOf(updatedMs, at))
      this.#fresh = { hour, of }
    }
    return this.#fresh.of
  }

  /** By document, for whoever wants some of them: nothing but 0 between two uses. */
  get marks(): Uint16Array {
    this.#marks ??= new Uint16Array(this.size)
    return this.#marks
  }

  /** Adds where the term stands in each marked document: its mark × `markedAt` + the place. */
  markedPlaces(term: number, marks: Uint16Array, into: number[]): void {
    const reader = new NumberReader(this.parts.places, this.parts.placesAt[term] ?? 0)
    const { count, numbers, weights } = this.postings(term)
    let passed = 0
    for (let at = 0; at < count; at += 1) {
      const mark = marks[numbers[at] ?? 0] ?? 0
      const times = (weights[at] ?? 0) >> 2
      if (mark === 0) {
        passed += times
        continue
      }
      reader.skip(passed)
      passed = 0
      let place = mark * markedAt
      for (let left = times; left > 0; left -= 1) into.push((place += reader.next()))
    }
  }

  /** Tells where the term stands in those of its documents whose mark is not 0, or in all. */
  eachPlaces(
    term: number,
    marks: Uint16Array | undefined,
    tell: (document: number, places: number[]) => void,
  ): void {
    const reader = new NumberReader(this.parts.places, this.parts.placesAt[term] ?? 0)
    const { count, numbers, weights } = this.postings(term)
    let passed = 0
    for (let at = 0; at < count; at += 1) {
      const document = numbers[at] ?? 0
      const times = (weights[at] ?? 0) >> 2
      if (marks?.[document] === 0) {
        passed += times
        continue
      }
      reader.skip(passed)
      passed = 0
      tell(document, reader.sums(times))
    }
  }
}

const partOf = (starts: Uint32Array, at: number): [from: number, to: number] => [
  starts[at] ?? 0,
  starts[at + 1] ?? 0,
]

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** An article of now is worth so much more than one of long ago. */
const freshness = 0.5
/** After so many days half of that is gone. */
const freshDays = 14

function freshnessOf(updatedMs: number, nowMs: number): number {
  const days = Math.max(0, nowMs - updatedMs) / dayMs
  return 1 + freshness * 2 ** (-days / freshDays)
}

/** The first place in a sorted list where nothing smaller than `text` stands any more. */
export function firstNotBefore(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
