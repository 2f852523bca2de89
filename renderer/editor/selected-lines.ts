import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { roomOf, scrollerOf } from './scroller.ts'

interface Rectangle {
  left: number
  right: number
  top: number
  bottom: number
}
/** Where the selected text stands in the window. */
export interface SelectedLines {
  /** All of its lines together, and then the line of its head alone. */
  stretches: readonly Rectangle[]
  isOneLine: boolean
  /** Where nothing selected stands, seen from the head. */
  side: 'over' | 'under'
  /** What can be seen of the story's sheet. */
  room: Rectangle
}

/** Is text selected, and not a block or cells? */
export function hasSelectedText({ state: { selection } }: EditorView): boolean {
  return selection instanceof TextSelection && !selection.empty
}

const around = (one: Rectangle, other: Rectangle): Rectangle => ({
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
})

/** Measured on the page: asks only where the two ends of the selection are, and the sides of their block. */
export function linesOf(view: EditorView): SelectedLines {
  const { from, to, head, anchor } = view.state.selection
  const first = view.coordsAtPos(from, 1)
  const last = view.coordsAtPos(to, -1)
  const isOneLine = last.top < first.bottom && first.top < last.bottom
  const ends = around(first, last)
  const { left, right } = view.dom.getBoundingClientRect()
  const scroller = scrollerOf(view.dom)
  const seen = roomOf(scroller)
  const sides = scroller.getBoundingClientRect()
  const whole = isOneLine ? ends : { ...ends, left, right }
  return {
    stretches: [whole, head === to ? last : first],
    isOneLine,
    side: isOneLine || head < anchor ? 'over' : 'under',
    room: { left: sides.left, right: sides.right, top: seen.top, bottom: seen.bottom },
  }
}
