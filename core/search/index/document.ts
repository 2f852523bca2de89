import type { Article, ArticleId } from '../../model/article.ts'
import type { Status } from '../../model/fields.ts'
import type { LanguageCode } from '../../model/language-code.ts'
import { topicNames } from '../../model/media-topics.ts'
import { fieldPieces, storyPieces } from '../article-text.ts'
import type { NamedField } from '../query.ts'
import { writtenIn } from '../words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a search knows of an article beside its words. */
export interface DocumentFacts {
  id: ArticleId
  revision: number
  language: LanguageCode
  status: Status
  /** Its day, `YYYY-MM-DD`; empty where it has none. */
  day: string
  /** Milliseconds since 1970. */
  updatedMs: number
  /** What told its file from a later one: its bytes and its time, or `unstamped`. */
  stamp: TextStamp
}
export interface TextStamp {
  size: number
  mtimeMs: number
}
/** Of a text that came from no known file: it is read again. */
export const unstamped: TextStamp = { size: -1, mtimeMs: 0 }
/** Where a word stands in an article. */
interface Occurrences {
  /** Numbers of its words, in order; between two pieces some are left out, so that no phrase runs from one into the next. */
  places: number[]
  isHeadline: boolean
  /** In a field other than the headline. */
  isField: boolean
}
/** An article as an index takes it in: a few lists, because hundreds of them wait to become a segment. */
export interface SearchDocument {
  facts: DocumentFacts
  /** Its folded words, each once, in no order; those of named fields again, by `fieldTerm`. */
  terms: readonly string[]
  /** For each term where its numbers begin. */
  starts: readonly number[]
  /** For each term its times × 4 + headline × 2 + field, and then as many places, each as how much larger it is than the last. */
  numbers: readonly number[]
}

/** As a word of a named field is kept: never a beginning of any word. */
export const fieldTerm = (field: NamedField, word: string): string => `\u0001${field}\u0001${word}`

const betweenPieces = 8

/** Reads the words of an article with this stamp; the vocabulary learns those that are new. */
export function documentOf(article: Article, vocabulary: Vocabulary, stamp: TextStamp): SearchDocument {
  const { id, revision, language, status, fields, updatedAt } = article
  const day = fields.date?.slice(0, 10) ?? ''
  const facts = { id, revision, language, status, day, updatedMs: Date.parse(updatedAt) || 0, stamp }
  const reading = new Reading(vocabulary.termsIn(language))
  reading.take(fields.headline, 'headline')
  for (const piece of storyPieces(article)) reading.take(piece, 'story')
  for (const piece of fieldPieces(article)) reading.take(piece, 'field')
  reading.name('by', fields.byline)
  reading.name('source', [fields.source, fields.creditLine])
  reading.name('place', [fields.place])
  reading.name('topic', [fields.section, ...fields.keywords, ...fields.subjects.flatMap(topicNames)])
  return { facts, ...reading.packed() }
}

class Reading {
  readonly #terms: (written: string) => readonly string[]
  readonly #found = new Map<string, Occurrences>()
  #place = 0

  constructor(terms: (written: string) => readonly string[]) {
    this.#terms = terms
  }

  take(piece: string, where: 'headline' | 'field' | 'story'): void {
    for (const written of writtenIn(piece)) {
      for (const term of this.#terms(written)) {
        const occurrences = this.#occurrences(term)
        occurrences.places.push((this.#place += 1))
        if (where === 'headline') occurrences.isHeadline = true
        if (where === 'field') occurrences.isField = true
      }
    }
    this.#place += betweenPieces
  }

  name(field: NamedField, values: readonly string[]): void {
    for (const value of values) {
      for (const written of writtenIn(value))
        for (const term of this.#terms(written))
          this.#occurrences(fieldTerm(field, term)).places.push((this.#place += 1))
      this.#place += betweenPieces
    }
  }

  #occurrences(term: string): Occurrences {
    const known = this.#found.get(term)
    if (known) return known
    const first = { places: [], isHeadline: false, isField: false }
    this.#found.set(term, first)
    return first
  }

  packed(): Omit<SearchDocument, 'facts'> {
    const terms: string[] = []
    const starts: number[] = []
    const numbers: number[] = []
    for (const [term, { places, isHeadline, isField }] of this.#found) {
      terms.push(term)
      starts.push(numbers.length)
      numbers.push((places.length << 2) | (isHeadline ? 2 : 0) | (isField ? 1 : 0))
      let last = 0
      for (const place of places) {
        numbers.push(place - last)
        last = place
      }
    }
    return { terms, starts, numbers }
  }
}
