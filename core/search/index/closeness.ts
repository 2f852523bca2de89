import { BestOf } from './best-of.ts'
import type { Matches } from './match.ts'
import type { Segment } from './segment.ts'

/** Only the best so many are looked at: for the others their words' worth is enough. */
const most = 200
/** Postings that may be walked for it; beyond, the words are so common that it says little. */
const mostPostings = 30_000
/** What words right next to each other add, as a part of the document's own score. */
const nextToEachOther = 0.6

/** Adds to the scores of the best what they gain where the words of the query stand near each other. */
export function addCloseness(segment: Segment, { documents, scores, forms }: Matches): void {
  if (forms.length < 2 || documents.length === 0) return
  let postings = 0
  for (const terms of forms) for (const term of terms.keys()) postings += segment.frequency(term)
  if (postings > mostPostings) return
  const best = new BestOf<number>(most, (one, other) => one - other)
  for (const document of documents) best.take(document, scores[document] ?? 0)
  const chosen = best.sorted()
  const isChosen = new Set(chosen)
  const places = forms.map((terms) => placesOf(segment, terms.keys(), isChosen))
  for (const document of chosen) {
    const span = leastSpan(places.map((byDocument) => byDocument.get(document) ?? []))
    const between = span - forms.length + 1
    const score = scores[document] ?? 0
    if (Number.isFinite(between))
      scores[document] = score + (score * nextToEachOther) / (1 + Math.max(0, between))
  }
}

function placesOf(
  segment: Segment,
  terms: Iterable<number>,
  isWanted: ReadonlySet<number>,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const term of terms)
    for (const [document, places] of segment.placesIn(term, (one) => isWanted.has(one))) {
      const known = found.get(document)
      if (known) known.push(...places)
      else found.set(document, places)
    }
  for (const places of found.values()) places.sort((one, other) => one - other)
  return found
}

/** The shortest way from the first to the last of one place out of each sorted list; infinite where one is empty. */
export function leastSpan(lists: readonly (readonly number[])[]): number {
  const at = new Uint32Array(lists.length)
  let least = Number.POSITIVE_INFINITY
  for (;;) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    let lowest = 0
    for (let index = 0; index < lists.length; index += 1) {
      const head = lists[index]?.[at[index] ?? 0]
      if (head === undefined) return least
      if (head < low) [low, lowest] = [head, index]
      if (head > high) high = head
    }
    least = Math.min(least, high - low)
    at[lowest] = (at[lowest] ?? 0) + 1
  }
}
