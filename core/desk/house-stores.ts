import type { DictionaryInfo, HouseDictionary } from '../api/spelling.ts'
import type { NameEntry } from '../model/names.ts'
import type { ArticleId } from '../model/article.ts'
import type { LanguageCode } from '../model/language-code.ts'
import type { Settings } from '../model/settings.ts'
import type { HouseTypes } from '../model/story-type.ts'
import type { HouseTheme } from '../model/theme.ts'

/** What was chosen for this library. All ports of this file are the house's: one for all its articles. */
export interface SettingsStore {
  get(): Settings
  /** Resolves when the disk holds it. */
  put(settings: Settings): Promise<void>
}

/** What the house says of spelling; its files can be read, shared and replaced by people. */
export interface SpellingStore {
  /** The list as the disk has it now, empty where there is none. A damaged file is set aside and what reads of it kept. */
  words(): Promise<string>
  /** Resolves when the disk holds what `change` makes of the list. @throws DeskError 'disk-full' | 'unwritable' | 'too-large' */
  changeWords(change: (text: string) => string): Promise<string>
  dictionaries(): Promise<DictionaryInfo[]>
  /** @throws DeskError 'not-a-dictionary' | 'too-large' | 'disk-full' | 'unwritable' */
  putDictionary(
    language: LanguageCode,
    files: { name: string; affixes: Uint8Array; words: Uint8Array },
  ): Promise<void>
  dropDictionary(language: LanguageCode): Promise<void>
  /** @throws DeskError 'not-found' | 'not-a-dictionary': set aside then */
  readDictionary(language: LanguageCode): Promise<HouseDictionary>
  /** `<language> <word>` each; with `add` one more, kept when this resolves. */
  ignored(id: ArticleId, add?: string): Promise<string[]>
}

/** The house's names; its file can be read, shared and replaced by people. */
export interface NameStore {
  /**
   * As the disk has them now: the same list as before where nothing has changed. A damaged file is set aside and what reads of it
   * kept. @throws DeskError 'unreadable'
   */
  entries(): Promise<readonly NameEntry[]>
  /** Resolves when the disk holds what `change` makes of them. @throws DeskError 'disk-full' | 'unwritable' | 'too-large' | 'unreadable' */
  change(change: (entries: readonly NameEntry[]) => readonly NameEntry[]): Promise<readonly NameEntry[]>
}

/** The house's own story types; a file that people can read, share and replace. */
export interface StoryTypeStore {
  /** As the disk has them now. @throws DeskError 'unreadable' */
  house(): Promise<HouseTypes>
  /** Resolves when the disk holds what `change` makes of them. @throws DeskError 'disk-full' | 'unwritable' | 'too-large' */
  change(change: (house: HouseTypes) => HouseTypes): Promise<HouseTypes>
}

export interface ThemeStore {
  /** The shipped themes, then the library's own; the first is the default. */
  all(): readonly HouseTheme[]
  /** It lies in the library. */
  isOwn(id: string): boolean
  /** Resolves when the disk holds it, in the place of one with its id. @throws DeskError 'disk-full' | 'unwritable' | 'too-large' */
  put(theme: HouseTheme): Promise<void>
  /** Takes one of the library's own away; a shipped one with its id is back then. @throws DeskError 'unwritable' */
  remove(id: string): Promise<void>
}
