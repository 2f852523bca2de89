import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { roomOf, scrollerOf } from '../scroller.ts'

/** The part of the document that can be seen, and as much before and behind it as was asked for. */
export interface NearRange {
  from: number
  to: number
}

/** The place in the document at this height of the window; null above or below the story. */
function positionAt(view: EditorView, top: number): number | null {
  const { left, width } = view.dom.getBoundingClientRect()
  const found = view.posAtCoords({ left: left + width / 2, top })
  return found ? found.pos : null
}

/** Where whole top-level blocks begin and end around two positions. */
function toBlocks({ doc }: EditorState, from: number, to: number): NearRange {
  const $from = doc.resolve(Math.max(0, Math.min(from, doc.content.size)))
  const $to = doc.resolve(Math.max(0, Math.min(to, doc.content.size)))
  return {
    from: $from.depth > 0 ? $from.before(1) : $from.pos,
    to: $to.depth > 0 ? $to.after(1) : $to.pos,
  }
}

/** Grows a range by blocks until it is `pixels` longer on either side, as the blocks stand on the page now. */
function grow(view: EditorView, range: NearRange, pixels: number): NearRange {
  const { doc } = view.state
  let { from, to } = range
  const heightAt = (pos: number): number => {
    const dom = view.nodeDOM(pos)
    return dom instanceof HTMLElement ? dom.offsetHeight : 0
  }
  let before = 0
  for (
    let node = doc.resolve(from).nodeBefore;
    node && before < pixels;
    node = doc.resolve(from).nodeBefore
  ) {
    from -= node.nodeSize
    before += Math.max(1, heightAt(from))
  }
  let behind = 0
  for (let node = doc.resolve(to).nodeAfter; node && behind < pixels; node = doc.resolve(to).nodeAfter) {
    behind += Math.max(1, heightAt(to))
    to += node.nodeSize
  }
  return { from, to }
}

/** Measured on the page, with `screens` more on either side: costs a layout and their blocks, however long the story is. */
export function nearRange(view: EditorView, screens: number): NearRange {
  const scroller = scrollerOf(view.dom)
  const room = roomOf(scroller)
  const height = Math.max(1, room.bottom - room.top)
  const story = view.dom.getBoundingClientRect()
  const inSight = { top: Math.max(room.top, story.top), bottom: Math.min(room.bottom, story.bottom) }
  // Nothing there to hit, as in a pane of no height: around the caret then.
  const head = view.state.selection.head
  const from = positionAt(view, inSight.top + 1) ?? head
  const to = positionAt(view, inSight.bottom - 1) ?? head
  return grow(view, toBlocks(view.state, Math.min(from, to), Math.max(from, to)), screens * height)
}
