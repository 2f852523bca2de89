import type { AskedField, Phrase, Query } from '../query.ts'
import { fieldTerm, type DocumentFacts } from './document.ts'
import { formsIn, joinedForms, nearness, type Forms, type ReadWord } from './forms.ts'
import type { Segment, Tally } from './segment.ts'

/** A query made ready for segments. */
export interface ReadQuery {
  query: Query
  words: readonly ReadWord[]
  /** Of `query.without.phrases` the single words. */
  unwanted: readonly ReadWord[]
}

/** The documents of a segment that answer a query. */
export interface Matches {
  documents: Uint32Array
  /** Its scores are of words alone: closeness and freshness come later. */
  tally: Tally
  /** For each word of the query its terms here. */
  forms: readonly Forms[]
}

/** What a word is worth in a headline and in another field, beside what it is in the story. */
const inHeadline = 3
const inField = 1
/** BM25's k1: the fifth time says little more than the third. */
const saturation = 1.2

/** Finds the documents that hold every word and phrase, obey every condition, and hold nothing that is unwanted. */
export function matchesIn(
  segment: Segment,
  asked: ReadQuery,
  forms: readonly Forms[],
  rarities: readonly number[],
): Matches {
  const tally = segment.tally()
  putOut(segment, asked, tally)
  const named = new Named(segment)
  if (forms.length === 0) return { documents: everyDocument(tally), tally, forms }
  const { documents, scores, best } = tally
  let count = 0
  for (const [index, word] of rarestFirst(segment, forms).entries()) {
    count = holdTerms(segment, forms[word] ?? none, index, tally)
    // Last: an article that has the word itself is not found by another spelling.
    count = holdNames(named.documents(asked.words[word]?.others ?? []), { index, count, tally })
    if (index === 0 && isOfWords(asked.query) && count < segment.size / fewOf)
      tally.touched = documents.slice(0, count)
    const rarity = rarities[word] ?? 1
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0
      scores[document] = (scores[document] ?? 0) + rarity * (best[document] ?? 0)
      best[document] = 0
    }
  }
  return { documents: documents.subarray(0, count), tally, forms }
}

const none: Forms = new Map()
/** Beyond this part of all it is quicker to clear everything than each by itself. */
const fewOf = 8

/** Whether words alone are asked for: then no document is touched but those that hold the first. */
const isOfWords = (query: Query): boolean =>
  !hasConditions(query) &&
  [query.phrases, query.fields, query.without.phrases, query.without.fields].every(
    (list) => list.length === 0,
  )

/** The numbers of the words: what few documents hold leaves little to do for the others. */
function rarestFirst(segment: Segment, forms: readonly Forms[]): number[] {
  const holders = forms.map((terms) =>
    [...terms.keys()].reduce((sum, term) => sum + segment.frequency(term), 0),
  )
  return Array.from(forms.keys()).sort((one, other) => (holders[one] ?? 0) - (holders[other] ?? 0))
}

/** Puts those first that held all words before and hold this one, and answers how many; loose spellings come last among its terms. */
function holdTerms(segment: Segment, terms: Forms, index: number, tally: Tally): number {
  const { held, isOut, isLoose, best, documents } = tally
  let found = 0
  for (const [term, worth] of terms) {
    const { count, numbers, weights } = segment.postings(term)
    const loose = worth === nearness.loose ? 1 : 0
    for (let at = 0; at < count; at += 1) {
      const document = numbers[at] ?? 0
      const words = held[document] ?? 0
      if (words < index || isOut[document] === 1) continue
      const weight = weights[at] ?? 0
      const value = worth * (weight < worths.length ? (worths[weight] ?? 0) : worthOf(weight))
      if (value > (best[document] ?? 0)) best[document] = value
      if (words > index) continue
      held[document] = index + 1
      isLoose[document] = (isLoose[document] ?? 0) | loose
      documents[found] = document
      found += 1
    }
  }
  return found
}

/** Adds those that hold the name in another spelling; answers how many there are now. */
function holdNames(
  named: ReadonlySet<number>,
  { index, count, tally }: { index: number; count: number; tally: Tally },
): number {
  const { held, isOut, isLoose, best, documents } = tally
  let found = count
  for (const document of named) {
    if (held[document] !== index || isOut[document] === 1) continue
    held[document] = index + 1
    isLoose[document] = 1
    best[document] = nearness.named
    documents[found] = document
    found += 1
  }
  return found
}

/** Which documents of a segment have a name in one of some spellings: looked up once for all words of a name. */
class Named {
  readonly #segment: Segment
  readonly #known = new Map<readonly Phrase[], ReadonlySet<number>>()

  constructor(segment: Segment) {
    this.#segment = segment
  }

  documents(others: readonly Phrase[]): ReadonlySet<number> {
    const known = this.#known.get(others)
    if (known) return known
    const found = new Set(others.flatMap((phrase) => documentsWith(this.#segment, phrase)))
    this.#known.set(others, found)
    return found
  }
}

function documentsWith(segment: Segment, phrase: Phrase): number[] {
  const [word = '', ...more] = phrase
  if (more.length > 0) return [...withPhrase(segment, phrase)]
  return [word, ...joinedForms(word)].flatMap((form) => {
    const term = segment.termAt(form)
    if (term < 0) return []
    const { count, numbers } = segment.postings(term)
    return Array.from(numbers.subarray(0, count))
  })
}

/** What a word is worth by its times and where it stands. */
function worthOf(weight: number): number {
  const times = weight >> 2
  const place = 1 + ((weight & 2) === 0 ? 0 : inHeadline) + (weight & 1) * inField
  return (place * times) / (times + saturation)
}
/** Of nearly every weight that there is, worked out once. */
const worths = Float64Array.from({ length: 256 }, (_, weight) => worthOf(weight))

function everyDocument({ isOut, documents }: Tally): Uint32Array {
  let count = 0
  for (let document = 0; document < isOut.length; document += 1)
    if (isOut[document] === 0) documents[count++] = document
  return documents.subarray(0, count)
}

/** Marks each document that cannot be an answer, whatever its words. */
function putOut(segment: Segment, { query, unwanted }: ReadQuery, { isOut, isLoose }: Tally): void {
  if (hasConditions(query))
    for (const [document, facts] of segment.parts.documents.entries())
      if (!obeys(facts, query)) isOut[document] = 1
  const keep = (wanted: ReadonlySet<number>): void => {
    for (let document = 0; document < isOut.length; document += 1)
      if (!wanted.has(document)) isOut[document] = 1
  }
  for (const phrase of query.phrases) keep(withPhrase(segment, phrase))
  for (const asked of query.fields) {
    const wanted = withField(segment, asked)
    const named = (asked.others ?? []).flatMap((words) => [
      ...withField(segment, { field: asked.field, words }, true),
    ])
    for (const document of named) if (!wanted.has(document)) isLoose[document] = 1
    keep(new Set([...wanted, ...named]))
  }
  for (const word of unwanted)
    for (const term of formsIn(segment, word, true).keys()) {
      const { count, numbers } = segment.postings(term)
      for (let at = 0; at < count; at += 1) isOut[numbers[at] ?? 0] = 1
    }
  for (const phrase of query.without.phrases)
    if (phrase.length > 1) for (const document of withPhrase(segment, phrase)) isOut[document] = 1
  for (const field of query.without.fields)
    for (const document of withField(segment, field)) isOut[document] = 1
}

function hasConditions({ statuses, languages, notStatuses, notLanguages, from, until }: Query): boolean {
  const lists = [statuses, languages, notStatuses, notLanguages]
  return from !== undefined || until !== undefined || lists.some(({ length }) => length > 0)
}

function obeys({ status, language, day }: DocumentFacts, query: Query): boolean {
  const { statuses, languages, from, until } = query
  if (statuses.length > 0 && !statuses.includes(status)) return false
  if (languages.length > 0 && !languages.includes(language)) return false
  if (query.notStatuses.includes(status) || query.notLanguages.includes(language)) return false
  if ((from !== undefined || until !== undefined) && day === '') return false
  return (from === undefined || day >= from) && (until === undefined || day < until)
}

/** Documents where the words stand one behind the other; onto the first something may be written. */
function withPhrase(segment: Segment, phrase: Phrase): Set<number> {
  const row = phrase.map((word, at) => (at === 0 ? [word, ...joinedForms(word)] : [word]))
  return inRow(
    segment,
    row.map((terms) => terms.map((term) => segment.termAt(term)).filter((term) => term >= 0)),
  )
}

/** Documents whose field has the words next to each other; the last may be begun, as it is typed. */
function withField(segment: Segment, { field, words }: AskedField, isWhole = false): Set<number> {
  const row = words.map((word, at) => {
    const named = fieldTerm(field, word)
    const term = segment.termAt(named)
    if (isWhole || at < words.length - 1) return term >= 0 ? [term] : []
    const [from, to] = segment.termsFrom(named)
    return Array.from({ length: to - from }, (_, index) => from + index)
  })
  return inRow(segment, row)
}

/** Documents where some term of each list stands right behind one of the list before. */
function inRow(segment: Segment, row: readonly (readonly number[])[]): Set<number> {
  let ends: ReadonlyMap<number, ReadonlySet<number>> | undefined
  for (const terms of row) ends = stepOn(segment, terms, ends)
  return new Set(ends?.keys())
}

function stepOn(
  segment: Segment,
  terms: readonly number[],
  before: ReadonlyMap<number, ReadonlySet<number>> | undefined,
): Map<number, Set<number>> {
  const next = new Map<number, Set<number>>()
  const marks = before && segment.marks
  for (const document of before?.keys() ?? []) segment.marks[document] = 1
  for (const term of terms) {
    segment.eachPlaces(term, marks, (document, places) => {
      const standing = before ? places.filter((place) => before.get(document)?.has(place - 1)) : places
      if (standing.length === 0) return
      const known = next.get(document)
      if (known) for (const place of standing) known.add(place)
      else next.set(document, new Set(standing))
    })
  }
  for (const document of before?.keys() ?? []) segment.marks[document] = 0
  return next
}
