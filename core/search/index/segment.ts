import type { DocumentFacts } from './document.ts'
import { readPairs, VarintReader } from './varints.ts'

/** The parts of a segment, as they are kept. */
export interface SegmentParts {
  /** By number. */
  documents: readonly DocumentFacts[]
  /** Each once, in the order of their UTF-16 units. */
  terms: readonly string[]
  /** How many documents have the term. */
  frequencies: Uint32Array
  /** For each term where its postings begin, and one more. */
  postingsAt: Uint32Array
  /** For each term and document: how much its number is larger than the last one's, then its times × 4 + headline × 2 + field. */
  postings: Uint8Array
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

/** An index of some documents that never changes: sorted words, and for each where it stands. */
export class Segment {
  readonly parts: SegmentParts
  /** 1 for a document that has gone or has a newer text elsewhere. */
  readonly gone: Uint8Array
  #liveCount: number
  readonly #postings: Postings

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
    const { postings, postingsAt } = this.parts
    const held = this.#postings
    held.count = readPairs(postings, postingsAt[term] ?? 0, postingsAt[term + 1] ?? 0, held)
    return held
  }

  /** Where the term stands in those of its documents that are wanted. */
  placesIn(term: number, isWanted: (document: number) => boolean): Map<number, number[]> {
    const found = new Map<number, number[]>()
    const reader = new VarintReader(this.parts.places, this.parts.placesAt[term] ?? 0)
    const { count, numbers, weights } = this.postings(term)
    for (let at = 0; at < count; at += 1) {
      const document = numbers[at] ?? 0
      const times = (weights[at] ?? 0) >> 2
      if (isWanted(document)) found.set(document, reader.sums(times))
      else reader.skip(times)
    }
    return found
  }
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
