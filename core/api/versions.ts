import type { Comparison } from '../model/comparison.ts'
import type { ArticleRow } from '../model/article.ts'
import type { Status } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'

/** Why a version was kept; each has a sentence `version.<reason>`. */
export const versionReasons = [
  /** As it stood when it was opened, kept with the first change. */
  'opened',
  /** After ten minutes of work. */
  'timed',
  'before-import',
  /** Before more than 500 words were pasted. */
  'before-paste',
  'before-restore',
  /** As it stood when its status had changed. */
  'status',
  /** As it stood when it was translated; its label names the language. */
  'translated',
  /** By a person, with a name of its own. */
  'named',
  'before-shrink',
  /** As it lay on the disk before a journal was replayed over it. */
  'before-recovery',
  /** A recovered text that a person did not want. */
  'recovered',
  /** The file of an older Midad, byte for byte. */
  'before-migration',
  /** A text that could not be saved over somebody else's. */
  'conflict',
  /** A copy that Dropbox, OneDrive or Syncthing made of the article. */
  'synced-copy',
] as const
export type VersionReason = (typeof versionReasons)[number]

/** A kept text of an article. `name` is how it is asked for. */
export interface VersionInfo {
  name: string
  reason: VersionReason
  /** What a person called it; empty where nobody did. */
  label: string
  /** ISO 8601. */
  keptAt: string
  revision: number
  status: Status
  headline: string
  words: number
  /** Words that came and went since the next older version of the list. */
  inserted: number
  deleted: number
}
/** Which text of an article: a version's name, the file as it is, or what its journal holds beyond the file. */
export const presentText = 'present'
export const recoveredText = 'recovered'

export interface ComparedTexts extends Comparison {
  /** ISO 8601: when each of the two was written. */
  olderAt: string
  newerAt: string
}
/** A text that was found after an unclean end: in the journal, beyond what the article's file holds. */
export interface Recovered {
  id: string
  headline: string
  language: LanguageCode
  /** ISO 8601: when its last letters were written. */
  at: string
  inserted: number
  deleted: number
}
export interface TrashPlace {
  /** The program and the computer where it was deleted. */
  host: 'electron' | 'web' | 'terminal'
  computer: string
}
export interface TrashedArticle {
  row: ArticleRow
  /** ISO 8601. */
  trashedAt: string
  /** Null where it is not known any more. */
  from: TrashPlace | null
  /** ISO 8601: from when on it may go for good. */
  leavesAt: string
}
