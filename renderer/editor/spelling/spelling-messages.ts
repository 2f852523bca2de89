import type { LanguageCode } from '../../../core/model/language-code.ts'

/** Where a dictionary comes from: gzipped files of the page, or texts in hand. */
export type DictionarySource =
  | { kind: 'files'; affixes: string; words: string }
  | { kind: 'texts'; affixes: string; words: string }

/** What the worker is asked; each `number` is answered once. */
export type SpellingQuestion = { number: number; language: LanguageCode } & (
  | { kind: 'load'; source: DictionarySource }
  | { kind: 'drop' }
  /** Is each of these plain words right? Answered with `right`. */
  | { kind: 'check'; plain: string[] }
  /** Answered with `suggestions`, the likeliest first. */
  | { kind: 'suggest'; plain: string }
  /** All words of the house: offered among the suggestions from now on. */
  | { kind: 'learn'; words: readonly string[] }
)
export interface SpellingAnswer {
  number: number
  right?: boolean[]
  suggestions?: string[]
  /** Milliseconds that loading took. */
  loadedMs?: number
  /** Why it could not be done. */
  fault?: string
}
