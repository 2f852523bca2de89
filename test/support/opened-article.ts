import type { OpenArticle } from '../../core/api/contract.ts'
import { emptyBody } from '../../core/model/body.ts'
import { emptyFields } from '../../core/model/fields.ts'

/** What the desk answers when it opens an empty article; its revision is 7. */
export const openedArticle = (
  readOnly: OpenArticle['readOnly'] = null,
  changes: Partial<OpenArticle['article']> = {},
): OpenArticle => ({
  readOnly,
  article: {
    schemaVersion: 1,
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    revision: 7,
    language: 'ar',
    status: 'draft',
    createdAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:00Z',
    fields: emptyFields(),
    body: emptyBody,
    ...changes,
  },
})
