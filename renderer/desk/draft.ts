import type { Draft } from '../../core/api/contract.ts'
import type { ArticleFields, Status, StoredFieldId } from '../../core/model/fields.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'

/** What the panes know of the open article besides its story: a new object at each change. */
export interface DraftDetails {
  id: string
  language: LanguageCode
  status: Status
  fields: ArticleFields
}

/** The open article as panes see it. The story stays in the editor; `draft()` is asked for only when it is needed. */
export interface OpenDraft {
  details(): DraftDetails
  /** Called after each change of the details. */
  subscribe(listener: () => void): () => void
  setField<F extends StoredFieldId>(field: F, value: ArticleFields[F]): void
  setLanguage(language: LanguageCode): void
  setStatus(status: Status): void
  readonly isReadOnly: boolean
  /** Everything as it stands this moment, with the story. */
  draft(): Draft
  /** Called when the story or the details have changed: O(1), many times a second. */
  onEdited(listener: () => void): () => void
  /** The disk has everything, or it throws why not. */
  flush(): Promise<void>
}
