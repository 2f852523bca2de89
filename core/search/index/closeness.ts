import { BestOf } from './best-of.ts'
import type { Forms } from './forms.ts'
import type { Matches } from './match.ts'
import { markedAt, type Segment } from './segment.ts'

/** Only the best so many are looked at: for the others their words' worth is enough. */
const most = 200
/** Postings that may be walked for it; beyond, the words are so common that it says little. */
const mostPostings = 30_000
/** What words right next to each other add, as a part of the document's own score. */
const nextToEachOther = 0.6
/** More than a segment has documents. */
const ofSegment = 2 ** 26

/** What was found in one segment. */
export interface FoundIn {
  segment: Segment
  matches: Matches
}

/** Adds to the scores of the best of all what they gain where the words of the query stand near each other. */
export function addCloseness(found: readonly FoundIn[]): void {
  if (found.every(({ matches }) => matches.forms.length < 2)) return
  let postings = 0
  for (const { segment, matches } of found)
    for (const terms of matches.forms) for (const term of terms.keys()) postings += segment.frequency(term)
  if (postings > mostPostings) return
  const chosen = bestOf(found)
  for (const [number, { segment, matches }] of found.entries()) {
    const own = chosen.filter((one) => Math.floor(one / ofSegment) === number).map((one) => one % ofSegment)
    if (own.length > 0) addTo(segment, matches, own)
  }
}

/** Documents, each with the number of its segment, in their order. */
function bestOf(found: readonly FoundIn[]): number[] {
  const best = new BestOf<number>(most, (one, other) => one - other)
  for (const [number, { matches }] of found.entries()) {
    const { documents, tally } = matches
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0
      const score = tally.scores[document] ?? 0
      if (score >= best.least) best.take(number * ofSegment + document, score)
    }
  }
  return best.items().toSorted((one, other) => one - other)
}

/** In their order, and so are then the places that are read. */
function addTo(segment: Segment, { tally, forms }: Matches, chosen: readonly number[]): void {
  const { scores } = tally
  const { marks } = segment
  for (const [at, document] of chosen.entries()) marks[document] = at + 1
  const places = forms.map((terms) => placesOf(segment, terms, marks))
  const spans = leastSpans(places, chosen.length)
  for (const [at, document] of chosen.entries()) {
    marks[document] = 0
    const between = (spans[at] ?? Infinity) - forms.length + 1
    const score = scores[document] ?? 0
    if (Number.isFinite(between))
      scores[document] = score + (score * nextToEachOther) / (1 + Math.max(0, between))
  }
}

/** Where these terms stand in the marked documents: each place behind its document's mark, in order. */
function placesOf(segment: Segment, terms: Forms, marks: Uint16Array): ArrayLike<number> {
  const places: number[] = []
  for (const term of terms.keys()) segment.markedPlaces(term, marks, places)
  // Of one term they come in their order.
  return terms.size > 1 ? Uint32Array.from(places).sort() : places
}

/**
 * For each marked document the shortest way from the first to the last of one place out of each list; infinite where a list has
 * none in it.
 */
export function leastSpans(lists: readonly ArrayLike<number>[], documents: number): Float64Array {
  const spans = new Float64Array(documents).fill(Infinity)
  const at = lists.map(() => 0)
  for (let document = 0; document < documents; document += 1) {
    const end = (document + 2) * markedAt
    for (let span = stepIn(lists, at, end); span >= 0; span = stepIn(lists, at, end))
      if (span < (spans[document] ?? 0)) spans[document] = span
    for (let index = 0; index < lists.length; index += 1) {
      let next = at[index] ?? 0
      while ((lists[index]?.[next] ?? Infinity) < end) next += 1
      at[index] = next
    }
  }
  return spans
}

/** How far the heads of all lists are apart, and steps on with the first of them; -1 where one is at its end. */
function stepIn(lists: readonly ArrayLike<number>[], at: number[], end: number): number {
  let low = Infinity
  let high = -1
  let lowest = 0
  for (let index = 0; index < lists.length; index += 1) {
    const head = lists[index]?.[at[index] ?? 0] ?? Infinity
    if (head >= end) return -1
    if (head < low) {
      low = head
      lowest = index
    }
    if (head > high) high = head
  }
  at[lowest] = (at[lowest] ?? 0) + 1
  return high - low
}
