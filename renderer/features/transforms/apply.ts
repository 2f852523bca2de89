import type { ArticleFields, StoredFieldId } from '../../../core/model/fields.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { changeStoryTexts, type StoryTextChange } from '../../editor/story-texts.ts'
import type { Plan } from './plan.ts'

/** The way back from a transform, for as long as nothing else has been written. */
export interface TakeBack {
  run(): void
  /** Calls back once, when there is no way back any more; answers how to stop that. */
  onGone(listener: () => void): () => void
}

/**
 * Does what the plan says: the story in one step of its own, and the fields. Undone in the story (Ctrl+Z) before anything else is
 * written, it is undone in the fields too. Null where nothing was changed.
 */
export function applyPlan(plan: Plan, draft: OpenDraft, story: StoryEditor): TakeBack | null {
  const before = { doc: story.view.state.doc, fields: draft.details().fields }
  const isInStory = changeStoryTexts(story.view, storyChanges(plan))
  const changed = plan.fields ? changedFields(before.fields, plan.fields) : []
  for (const field of changed) draft.setField(field, plan.fields?.[field] as never)
  if (!isInStory && changed.length === 0) return null
  const restoreFields = () => {
    for (const field of changed) draft.setField(field, before.fields[field])
  }
  const gone = new Set<() => void>()
  const stop = draft.onEdited(() => {
    stop()
    if (isInStory && story.view.state.doc.eq(before.doc)) restoreFields()
    for (const listener of gone) listener()
  })
  return {
    run() {
      stop()
      if (isInStory) story.run('undo')
      restoreFields()
    },
    onGone(listener) {
      gone.add(listener)
      return () => gone.delete(listener)
    },
  }
}

const storyChanges = ({ texts }: Plan): StoryTextChange[] =>
  texts.flatMap(({ story, places }) =>
    story && places.length > 0 ? [{ of: story, parts: places.flatMap((place) => place.parts) }] : [],
  )

const changedFields = (before: ArticleFields, after: ArticleFields): StoredFieldId[] =>
  (Object.keys(before) as StoredFieldId[]).filter((field) => before[field] !== after[field])
