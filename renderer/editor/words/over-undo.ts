import { redo, undo } from '@tiptap/pm/history'
import type { EditorView } from '@tiptap/pm/view'
import { takesBack } from './over-step.ts'
import { overNameOf } from './over-story.ts'

type Way = 'undo' | 'redo'

/** By the place of the key: on an Arabic keyboard its letter is another. */
function wayOf({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (code === 'KeyZ') return shiftKey ? 'redo' : 'undo'
  return code === 'KeyY' && !shiftKey ? 'redo' : null
}

/** Undoes what was replaced in this line and in its story together; false where that was not the last thing in both. */
function stepBack(line: HTMLTextAreaElement, view: EditorView | null, way: Way): boolean {
  const name = view && overNameOf(view, line)
  if (!view || !name || !takesBack(view, name, line.value, way)) return false
  return way === 'undo' ? undo(view.state, view.dispatch) : redo(view.state, view.dispatch)
}

/**
 * Undo and redo in a line over the story, by key or by `field-undo` (what the native menu asks of a field, with the way as its
 * detail), go to the story's history where the line was changed by it last, and else to the field's own. Answers how to stop.
 */
export function undoesReplacing(line: HTMLTextAreaElement, view: () => EditorView | null): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const onKey = (event: KeyboardEvent): void => {
    const way = event.isComposing ? null : wayOf(event)
    if (!way || !stepBack(line, view(), way)) return
    event.preventDefault()
    event.stopPropagation()
  }
  line.addEventListener('keydown', onKey, { signal })
  line.addEventListener(
    'field-undo',
    (event) => {
      if (event instanceof CustomEvent && stepBack(line, view(), event.detail as Way)) event.preventDefault()
    },
    { signal },
  )
  return () => ending.abort()
}
