import type { StoredFieldId } from '../../core/model/fields.ts'
import { filledBy, isUnwritten, startOf } from '../../core/model/story-start.ts'
import type { StoryType } from '../../core/model/story-type.ts'
import type { OpenDraft } from '../desk/draft.ts'
import type { StoryEditor } from '../editor/story-editor.ts'
import type { TakeBack } from '../features/transforms/apply.ts'

interface Put {
  draft: OpenDraft
  /** Null where it cannot be written in yet: it stays as it is. */
  story: StoryEditor | null
  /** The type's id; '' for none. */
  id: string
  /** Absent where nobody knows it. */
  type: StoryType | undefined
}

/**
 * Gives an article another type, with what the type begins with: in fields that are empty, and as the story where nothing has
 * been written. `count`: so many were filled in. The way back holds until something else is written.
 */
export function putType({ draft, story, id, type }: Put): { count: number; back: TakeBack } {
  const { fields: before, language } = draft.details()
  const start = type ? startOf(type, language) : {}
  const filled = { ...filledBy(start, before), storyType: id }
  for (const [field, value] of Object.entries(filled)) draft.setField(field as StoredFieldId, value)
  const doc = story?.view.state.doc
  const isBegun = story !== null && start.body !== undefined && isUnwritten(story.body())
  if (isBegun && start.body) story.replaceBody(start.body)
  const gone = new Set<() => void>()
  const restore = () => {
    for (const field of Object.keys(filled) as StoredFieldId[]) draft.setField(field, before[field])
  }
  const stop = draft.onEdited(() => {
    stop()
    // Undone in the story, it is undone in the fields too.
    if (isBegun && doc && story.view.state.doc.eq(doc)) restore()
    for (const listener of gone) listener()
  })
  return {
    count: Object.keys(filled).length - 1 + (isBegun ? 1 : 0),
    back: {
      run() {
        stop()
        if (isBegun) story.run('undo')
        restore()
      },
      onGone(listener) {
        gone.add(listener)
        return () => gone.delete(listener)
      },
    },
  }
}
