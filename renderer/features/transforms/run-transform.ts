import type { HouseStyle, TransformId } from '../../../core/language/transforms/transform.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { storyTexts } from '../../editor/story-texts.ts'
import { applyPlan, type TakeBack } from './apply.ts'
import { planFor } from './plan.ts'

export interface Transformed {
  /** How many places were changed. */
  count: number
  back: TakeBack | null
}
interface RunOptions {
  transform: TransformId
  draft: OpenDraft
  story: StoryEditor
  house: HouseStyle
  /** Over a whole story also in the headline and the text fields of Details. */
  withFields?: boolean
}

/** Transforms the selection, or the whole story and its fields, without a look before. */
export function runTransform({ transform, draft, story, house, withFields = true }: RunOptions): Transformed {
  const { language, fields } = draft.details()
  const { texts, isWhole } = storyTexts(story.view, language)
  const asked = { transform, story: texts, fields: isWhole && withFields ? fields : null, language, house }
  const plan = planFor(asked)
  const back = applyPlan(plan, draft, story)
  return { count: back ? plan.count : 0, back }
}
