import { BestOf } from './best-of.ts'
import type { Forms } from './forms.ts'
import type { Matches } from './match.ts'
import type { Segment } from './segment.ts'

/** Only the best so many are looked at: for the others their words' worth is enough. */
const most = 200
/** Postings that may be walked for it; beyond, the words are so common that it says little. */
const mostPostings = 30_000
/** What words right next to each other add, as a part of the document's own score. */
const nextToEachOther = 0.6

/** Adds to the scores of the best what they gain where the words of the query stand near each other. */
export function addCloseness(segment: Segment, { documents, tally, forms }: Matches): void {
  if (forms.length < 2 || documents.length === 0) return
  let postings = 0
  for (const terms of forms) for (const term of terms.keys()) postings += segment.frequency(term)
  if (postings > mostPostings) return
  const { scores } = tally
  const { marks } = segment
  const best = new BestOf<number>(most, (one, other) => one - other)
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    const score = scores[document] ?? 0
    if (score >= best.least) best.take(document, score)
  }
  const chosen = best.items()
  for (const [at, document] of chosen.entries()) marks[document] = at + 1
  const places = forms.map((terms) => placesOf(segment, terms, marks))
  for (const [at, document] of chosen.entries()) {
    marks[document] = 0
    const span = leastSpan(places.map((of) => of[at] ?? []))
    const between = span - forms.length + 1
    const score = scores[document] ?? 0
    if (Number.isFinite(between))
      scores[document] = score + (score * nextToEachOther) / (1 + Math.max(0, between))
  }
}

/** Where these terms stand in each marked document, by its mark less one. */
function placesOf(segment: Segment, terms: Forms, marks: Uint16Array): number[][] {
  const found: number[][] = []
  for (const term of terms.keys())
    segment.eachPlaces(term, marks, (document, places) => {
      const at = (marks[document] ?? 0) - 1
      const known = found[at]
      if (known) known.push(...places)
      else found[at] = places
    })
  // Of one term they come in their order.
  if (terms.size > 1) for (const places of found) places?.sort((one, other) => one - other)
  return found
}

/** The shortest way from the first to the last of one place out of each sorted list; infinite where one is empty. */
export function leastSpan(lists: readonly (readonly number[])[]): number {
  const at = lists.map(() => 0)
  let least = Number.POSITIVE_INFINITY
  for (;;) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    let lowest = 0
    for (let index = 0; index < lists.length; index += 1) {
      const head = lists[index]?.[at[index] ?? 0]
      if (head === undefined) return least
      if (head < low) {
        low = head
        lowest = index
      }
      if (head > high) high = head
    }
    if (high - low < least) least = high - low
    at[lowest] = (at[lowest] ?? 0) + 1
  }
}
