import { fold } from '../language/fold.ts'
import type { Status } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { namedCondition, namedLanguage, namedStatus } from './condition-names.ts'
import { foldedWords, writtenWords } from './words.ts'

/** Fields that a query can name: `by:`, `source:`, `place:` and `topic:` (section, keywords, subjects). */
export type NamedField = 'by' | 'source' | 'place' | 'topic'

/** A word that is looked for. */
export interface AskedWord {
  /** As it is compared: folded (core/language/fold.ts). */
  text: string
  /** As it was typed: a stem is taken from its own letters. */
  written: string
  /** It may go on: the last word of a query that is being typed. */
  isBegun: boolean
  /** The other spellings of the name that it is part of (named-query.ts): each alone is as good as all words of the name. */
  others?: readonly Phrase[]
}
/** Words that stand one behind the other. */
export type Phrase = readonly string[]
export interface AskedField {
  field: NamedField
  words: Phrase
  /** The other spellings of the name that it asks for. */
  others?: readonly Phrase[]
}

/** What somebody looks for. All of `words`, `phrases`, `fields` must be found, of `without` nothing. */
export interface Query {
  words: readonly AskedWord[]
  phrases: readonly Phrase[]
  fields: readonly AskedField[]
  without: { phrases: readonly Phrase[]; fields: readonly AskedField[] }
  /** One of them, where any is named. */
  statuses: readonly Status[]
  languages: readonly LanguageCode[]
  notStatuses: readonly Status[]
  notLanguages: readonly LanguageCode[]
  /** Days `YYYY-MM-DD`: the article's is on or after the one, before the other. */
  from: string | undefined
  until: string | undefined
}

// A sign before it, a name with a colon, and either something in quotes (the last may be left open) or all up to a space.
// Quotes of every script that Midad writes; an apostrophe is a letter's neighbour and no quote.
const part =
  /(?<minus>(?<=^|\s)[-−])?(?:(?<name>[\p{L}\p{M}]+):)?(?:["“”„«»](?<quoted>[^"“”„«»]*)(?<closed>["“”„«»])?|(?<bare>[^\s"“”„«»]+))/gu
// Between the colon of a condition and its value people write a space.
const spaced = /(?<name>[\p{L}\p{M}]+):\s+(?=\S)/gu

/**
 * Reads a query: `word`, `"some words"`, `-word`, `-"some words"`, `by:` `source:` `place:` `topic:` with a word or words in
 * quotes, `status:` `lang:` with one of theirs, `before:` and `after:` with a day, month or year (ISO 8601, digits of any script); all of
 * them by the words of the interface too (condition-names.ts). What names no condition is taken for words, so nothing that is typed is passed over in silence.
 */
export function readQuery(asked: string): Query {
  const query = new Reading()
  const text = asked.replace(spaced, (all, name: string) => (namedCondition(name) ? `${name}:` : all))
  const parts = [...text.matchAll(part)]
  for (const [index, { groups = {} }] of parts.entries()) {
    const isNot = groups.minus !== undefined
    const value = groups.quoted ?? groups.bare ?? ''
    const isQuoted = groups.quoted !== undefined
    if (groups.name !== undefined && query.takeCondition(groups.name, value, isNot)) continue
    const words = askedWords(groups.name === undefined ? value : `${groups.name}:${value}`)
    const isBegun = index === parts.length - 1 && !isQuoted && !/[\s\p{P}\p{S}]$/u.test(text)
    query.takeWords(words, { isNot, isPhrase: isQuoted && groups.closed !== undefined, isBegun })
  }
  return query
}

/** True for a query that asks for nothing. */
export function isEmptyQuery(query: Query): boolean {
  const { words, phrases, fields, statuses: some, languages, from, until, without } = query
  const asked = [words, phrases, fields, some, languages, query.notStatuses, query.notLanguages]
  return (
    asked.every(({ length }) => length === 0) &&
    without.phrases.length + without.fields.length === 0 &&
    from === undefined &&
    until === undefined
  )
}

function askedWords(text: string): AskedWord[] {
  return writtenWords(text).flatMap(({ written }) =>
    foldedWords(written).map((folded) => ({ text: folded, written, isBegun: false })),
  )
}

class Reading implements Query {
  readonly words: AskedWord[] = []
  readonly phrases: Phrase[] = []
  readonly fields: AskedField[] = []
  readonly without = { phrases: [] as Phrase[], fields: [] as AskedField[] }
  readonly statuses: Status[] = []
  readonly languages: LanguageCode[] = []
  readonly notStatuses: Status[] = []
  readonly notLanguages: LanguageCode[] = []
  from: string | undefined
  until: string | undefined

  takeWords(
    words: AskedWord[],
    { isNot, isPhrase, isBegun }: { isNot: boolean; isPhrase: boolean; isBegun: boolean },
  ): void {
    if (words.length === 0) return
    // "first-half" is two words next to each other for whoever leaves it out.
    if (isNot) this.without.phrases.push(words.map(({ text }) => text))
    else if (isPhrase && words.length > 1) this.phrases.push(words.map(({ text }) => text))
    else
      for (const [at, word] of words.entries()) {
        const isNew = !this.words.some(({ text }) => text === word.text)
        if (isNew) this.words.push({ ...word, isBegun: isBegun && at === words.length - 1 })
      }
  }

  /** Whether the name with this value is a condition. */
  takeCondition(name: string, value: string, isNot: boolean): boolean {
    const condition = namedCondition(name)
    switch (condition) {
      case undefined:
        return false
      case 'status':
        return take(isNot ? this.notStatuses : this.statuses, namedStatus(value))
      case 'lang':
        return take(isNot ? this.notLanguages : this.languages, namedLanguage(value))
      case 'before':
        return this.#takeDay(fold(value), isNot ? 'from' : 'until')
      case 'after':
        return this.#takeDay(fold(value), isNot ? 'until' : 'from')
      case 'by':
      case 'source':
      case 'place':
      case 'topic':
        return this.#takeField(condition, foldedWords(value), isNot)
    }
  }

  #takeField(field: NamedField, words: Phrase, isNot: boolean): boolean {
    if (words.length === 0) return false
    return take(isNot ? this.without.fields : this.fields, { field, words })
  }

  /** `after:2024` begins with its first day, `before:2024` ends before it; `-after:` is `before:`. */
  #takeDay(value: string, edge: 'from' | 'until'): boolean {
    const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? []
    const text = `${year}-${month}-${day}`
    if (year === undefined || !isDay(text)) return false
    const known = this[edge]
    const isNarrower = known === undefined || (edge === 'from' ? text > known : text < known)
    if (isNarrower) this[edge] = text
    return true
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Whether there was something to take. */
function take<T>(list: T[], item: T | undefined): boolean {
  if (item !== undefined) list.push(item)
  return item !== undefined
}
