import type { EditorView } from '@tiptap/pm/view'
import { roomOf, scrollerOf } from './scroller.ts'

/** Tells where a line in sight stands now: the caret's own, or one a little under the top. */
function lineIn(view: EditorView, room: { top: number; bottom: number }): () => number {
  const caret = view.coordsAtPos(view.state.selection.head)
  if (caret.top >= room.top && caret.bottom <= room.bottom)
    return () => view.coordsAtPos(view.state.selection.head).top
  const { left, width } = view.dom.getBoundingClientRect()
  const y = room.top + (room.bottom - room.top) / 3
  const element = view.dom.ownerDocument.elementFromPoint(left + width / 2, y)
  const block = element?.closest('.story-text > *, .masthead > *') ?? view.dom
  const box = block.getBoundingClientRect()
  const part = box.height > 0 ? (y - box.top) / box.height : 0
  return () => {
    const now = block.getBoundingClientRect()
    return now.top + now.height * part
  }
}

/** Does what changes the size of the sheet, and scrolls so that the line in sight stays where it was on the screen. */
export function keepPlace(view: EditorView, change: () => void): void {
  const scroller = scrollerOf(view.dom)
  const line = lineIn(view, roomOf(scroller))
  const before = line()
  change()
  scroller.scrollTop += line() - before
}
