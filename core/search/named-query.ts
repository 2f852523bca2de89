import type { NameIndex } from '../language/name-index.ts'
import type { NameKind } from '../model/names.ts'
import type { AskedField, AskedWord, NamedField, Query } from './query.ts'

/** Which names of the house can stand in what a condition names; `topic:` may be any. */
export const kindsOf: Readonly<Record<NamedField, readonly NameKind[] | undefined>> = {
  by: ['byline', 'person'],
  source: ['source', 'party'],
  place: ['place'],
  topic: undefined,
}

/** The query with the other spellings of each of the house's names that is asked for: of a run of words the longest name. */
export function withNames(query: Query, names: NameIndex): Query {
  if (names.mostWords === 0) return query
  return {
    ...query,
    words: namedWords(query.words, names),
    fields: query.fields.map((field) => named(field, names)),
  }
}

function named(asked: AskedField, names: NameIndex): AskedField {
  const others = names.otherSpellings(asked.words, kindsOf[asked.field])
  return others.length > 0 ? { ...asked, others } : asked
}

function namedWords(words: readonly AskedWord[], names: NameIndex): AskedWord[] {
  const read: AskedWord[] = []
  for (let at = 0; at < words.length;) {
    const { length, others } = longestFrom(words, at, names)
    // One list for all words of the name: it is looked up once.
    for (const word of words.slice(at, at + length)) read.push(others.length > 0 ? { ...word, others } : word)
    at += length
  }
  return read
}

function longestFrom(
  words: readonly AskedWord[],
  at: number,
  names: NameIndex,
): { length: number; others: readonly (readonly string[])[] } {
  for (let length = Math.min(names.mostWords, words.length - at); length > 0; length -= 1) {
    const run = words.slice(at, at + length).map(({ text }) => text)
    const others = names.otherSpellings(run)
    if (others.length > 0) return { length, others }
  }
  return { length: 1, others: [] }
}
