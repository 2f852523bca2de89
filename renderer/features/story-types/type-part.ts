import type { StoryType } from '../../../core/model/story-type.ts'

/** What each part of a type's form is given. */
export interface TypePart {
  type: StoryType
  isReadOnly: boolean
  onChange: (type: StoryType) => void
}
