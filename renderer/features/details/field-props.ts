import { languageOf } from '../../../core/language/registry.ts'
import { fieldOf, type FieldId } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { DraftDetails, OpenDraft } from '../../desk/draft.ts'

/** What ties a control to its label, its help and its mark. */
export interface Wiring {
  id: string
  'aria-describedby': string
  'aria-required': boolean | undefined
}
/** What every field of Details is given. */
export interface FieldProps {
  field: FieldId
  draft: OpenDraft
  details: DraftDetails
}
export interface ControlProps extends FieldProps {
  wiring: Wiring
}

/** The direction a field is written in: the story's, its own by its first letters, or always left to right. */
export function writingOf(field: FieldId, language: LanguageCode, value: string) {
  const { direction } = fieldOf(field)
  if (direction === 'ltr') return { dir: 'ltr' as const }
  return direction === 'story' ? storyWriting(language) : nameWriting(language, value)
}
export function storyWriting(language: LanguageCode) {
  const { tag, direction } = languageOf(language)
  return { dir: direction, lang: tag }
}
/** Names go by their own first letters, once there are some. */
export function nameWriting(language: LanguageCode, value: string) {
  return value === '' ? storyWriting(language) : { dir: 'auto' as const }
}
