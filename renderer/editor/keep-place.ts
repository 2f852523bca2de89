import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Mappable } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { isLong, settle } from './long-story.ts'
import { roomOf, scrollerOf } from './scroller.ts'

interface Room {
  top: number
  bottom: number
}
/** A place in the story that was held, and how the sheet was left then. */
interface Held {
  pos: number
  doc: ProseMirrorNode
  scrollTop: number
}
const held = new WeakMap<EditorView, Held>()

/** The first line of the story that can be seen whole, by a place in it; null where something else is at the top. */
function firstInSight(view: EditorView, room: Room): number | null {
  const before = held.get(view)
  // Nobody has scrolled or written since: with another place at each turn the text would creep.
  if (before?.doc === view.state.doc && before.scrollTop === scrollerOf(view.dom).scrollTop) return before.pos
  const { left, width } = view.dom.getBoundingClientRect()
  const middle = left + width / 2
  const at = (top: number): number | null => view.posAtCoords({ left: middle, top })?.pos ?? null
  const first = at(room.top + 1)
  if (first === null) return null
  const line = view.coordsAtPos(first)
  return line.top >= room.top ? first : (at(line.bottom + (line.bottom - line.top) / 2) ?? first)
}

/** A place in a block that is no text of the story: what stands there keeps its part of the block's height. */
function partInSight(view: EditorView, room: Room): () => number {
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

/** A place in the line to keep: the caret, else the first line in sight; null where that is no text of the story. */
function placeIn(view: EditorView, room: Room): number | null {
  const { head } = view.state.selection
  const caret = view.coordsAtPos(head)
  return caret.top >= room.top && caret.bottom <= room.bottom ? head : firstInSight(view, room)
}

/**
 * Notes where the line with the caret, or else the first in sight, stands. What it returns scrolls so that it is there
 * again, or at the top if that lies lower by then; it is given the way to the new positions where the story has changed.
 */
export function holdPlace(view: EditorView): (moved?: Mappable) => void {
  const scroller = scrollerOf(view.dom)
  const pos = placeIn(view, roomOf(scroller))
  const part = pos === null ? partInSight(view, roomOf(scroller)) : null
  const topOf = (pos: number): number => view.coordsAtPos(Math.min(pos, view.state.doc.content.size)).top
  const before = part ? part() : topOf(pos ?? 0)
  return (moved) => {
    if (view.isDestroyed) return
    const now = moved ? moved.map(pos ?? 0) : (pos ?? 0)
    const top = part ?? (() => topOf(now))
    const scroll = (): void => {
      scroller.scrollTop += top() - Math.max(before, roomOf(scroller).top)
      if (!part) held.set(view, { pos: now, doc: view.state.doc, scrollTop: scroller.scrollTop })
    }
    if (isLong(view.state)) settle(view.dom, scroll, top)
    else scroll()
  }
}

/** Does what changes the size of the sheet, and scrolls so that the line in sight stays where it was on the screen. */
export function keepPlace(view: EditorView, change: () => void): void {
  const putBack = holdPlace(view)
  change()
  putBack()
}
