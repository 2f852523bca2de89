import type { FieldId } from '../../../core/model/fields.ts'
import type { DraftDetails, OpenDraft } from '../../desk/draft.ts'

/** What every control of Details is given. */
export interface FieldProps {
  field: FieldId
  draft: OpenDraft
  details: DraftDetails
}
