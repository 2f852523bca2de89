import type { LanguageCode } from '../model/language-code.ts'

/** A dictionary that the house has brought itself. */
export interface DictionaryInfo {
  language: LanguageCode
  /** What its file was called. */
  name: string
  /** Of both its files. */
  bytes: number
  /** False where one of its two files is missing. */
  isWhole: boolean
}
export interface SpellingState {
  /** The file of the house's words as it stands (core/language/spelling/house-list.ts). */
  words: string
  dictionaries: DictionaryInfo[]
}
/** The texts of a Hunspell affix file and of its word list. */
export interface HouseDictionary {
  affixes: string
  words: string
}
