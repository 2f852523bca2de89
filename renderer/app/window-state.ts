import type { Notice } from '../../core/api/contract.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { StoryType } from '../../core/model/story-type.ts'
import type { ArticleSession } from '../features/article/session.ts'
import type { TakeBack } from '../features/transforms/apply.ts'
import type { SavedCopy } from './window-library.ts'

export interface WindowState {
  settings: Settings
  /** Null where no article is open. */
  session: ArticleSession | null
  notices: readonly Notice[]
}
/** What a person is told in passing. */
export interface Told {
  kind:
    | 'trashed'
    | 'trashed-many'
    | 'marked'
    | 'imported'
    | 'restored'
    | 'kept'
    | 'kept-already'
    | 'discarded'
    | 'copied'
    | 'moved'
    | 'path-copied'
    | 'transformed'
    | 'typed'
    | 'changed'
    | 'removed'
    | 'clipboard-closed'
    | 'clipboard-empty'
    | 'library-back'
    | 'error'
    | 'not-saved'
  count?: number
  id?: string
  error?: unknown
  /** Of 'imported': why files could not be taken; of many articles at once: why some stayed as they were. */
  errors?: readonly unknown[]
  /** Codes of what an import had to leave out or guess. */
  warnings?: readonly string[]
  copy?: SavedCopy
  /** Of what was done with many articles at once. */
  undo?: () => Promise<void>
  /** Of 'moved': where the library lies now, and the old folder where something of it is left. */
  place?: string
  left?: string | null
  /** Of 'typed': the type that the story has now; undefined for none. */
  type?: StoryType | undefined
  /** Of 'transformed' and 'typed': the way back; null where nothing was changed. */
  back?: TakeBack | null
  /** Of 'restored': when that version was kept (ISO 8601), and the version of what was there before. */
  at?: string
  before?: string
}
