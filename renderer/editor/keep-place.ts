import type { EditorView } from '@tiptap/pm/view'
import { isLong, settle } from './long-story.ts'
import { roomOf, scrollerOf } from './scroller.ts'

interface Room {
  top: number
  bottom: number
}

/** The first line of the story that can be seen whole, by a place in it; null where something else is at the top. */
function firstInSight(view: EditorView, room: Room): number | null {
  const { left, width } = view.dom.getBoundingClientRect()
  const middle = left + width / 2
  const at = (top: number): number | null => view.posAtCoords({ left: middle, top })?.pos ?? null
  const first = at(room.top + 1)
  if (first === null) return null
  const line = view.coordsAtPos(first)
  return line.top >= room.top ? first : (at(line.bottom + (line.bottom - line.top) / 2) ?? first)
}

/** Tells where a line in sight stands now: the caret's own, else the first one. */
function lineIn(view: EditorView, room: Room): () => number {
  const caret = view.coordsAtPos(view.state.selection.head)
  if (caret.top >= room.top && caret.bottom <= room.bottom)
    return () => view.coordsAtPos(view.state.selection.head).top
  const first = firstInSight(view, room)
  if (first !== null) return () => view.coordsAtPos(first).top
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

/** Notes where the line in sight stands; what it returns scrolls so that it is there again, or at the top if that lies lower by then. */
export function holdPlace(view: EditorView): () => void {
  const scroller = scrollerOf(view.dom)
  const line = lineIn(view, roomOf(scroller))
  const before = line()
  return () => {
    if (view.isDestroyed) return
    const scroll = (): void => {
      scroller.scrollTop += line() - Math.max(before, roomOf(scroller).top)
    }
    if (isLong(view.state)) settle(view.dom, scroll, line)
    else scroll()
  }
}

/** Does what changes the size of the sheet, and scrolls so that the line in sight stays where it was on the screen. */
export function keepPlace(view: EditorView, change: () => void): void {
  const putBack = holdPlace(view)
  change()
  putBack()
}
