import { Extension } from '@tiptap/core'
import { Plugin, Selection, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { roomOf, scrollerOf } from './scroller.ts'

// About 5,000 words; below that `content-visibility` gains nothing (performance.md §3).
const longSize = 30_000
const maxFrames = 16
/** A slow machine lays out what has come into sight a frame or two after it is there. */
const stillFrames = 3

/** Is the story so long that blocks out of sight are not laid out? Then jumps must be made in the model. */
export function isLong(state: EditorState): boolean {
  return state.doc.content.size > longSize
}

/**
 * Repeats a scroll each frame until nothing moves any more: blocks get their real heights only when they come into
 * sight, so that one scroll lands thousands of pixels off (performance.md §3). `top` tells where the goal is now.
 */
export function settle(dom: HTMLElement, scroll: () => void, top: () => number): void {
  let last = Number.NaN
  let frames = 0
  let still = 0
  const turn = (): void => {
    if (!dom.isConnected) return
    // Asked before it is scrolled: behind a scroll the goal is always where it was wanted.
    still = Math.abs(top() - last) <= 0.5 ? still + 1 : 0
    scroll()
    last = top()
    frames += 1
    if (frames < maxFrames && still < stillFrames) requestAnimationFrame(turn)
  }
  turn()
}

/** Brings the top-level block of this index to the top of what is in sight. */
export function scrollToBlock(view: EditorView, index: number): void {
  let pos = 0
  for (const node of view.state.doc.children.slice(0, Math.max(0, index))) pos += node.nodeSize
  const block = view.nodeDOM(pos)
  if (!(block instanceof HTMLElement)) return
  const scroller = scrollerOf(view.dom)
  const top = (): number => block.getBoundingClientRect().top - roomOf(scroller).top
  settle(view.dom, () => block.scrollIntoView({ block: 'start' }), top)
}

/** The part of what is in sight that lies over a block gone to. */
const headroom = 0.2

/** Puts the caret at the beginning of the top-level block of this index, a little under the top of what is in sight. */
export function goToBlock(view: EditorView, index: number): void {
  const { doc } = view.state
  const at = Math.max(0, Math.min(index, doc.childCount - 1))
  const $start = doc.resolve(doc.resolve(0).posAtIndex(at))
  const selection = Selection.findFrom($start, 1) ?? Selection.near($start)
  view.dispatch(view.state.tr.setSelection(selection))
  const block = view.nodeDOM($start.pos)
  if (!(block instanceof HTMLElement)) return
  const scroller = scrollerOf(view.dom)
  const room = roomOf(scroller)
  const top = (): number => block.getBoundingClientRect().top - room.top
  const scroll = (): void => {
    scroller.scrollTop += top() - (room.bottom - room.top) * headroom
  }
  settle(view.dom, scroll, top)
}

/** Selects and brings into sight, wherever in the story that is. */
export function goTo(view: EditorView, selection: Selection): boolean {
  view.dispatch(view.state.tr.setSelection(selection))
  return keepInSight(view)
}

/** Brings the caret into sight, and keeps it there while blocks of a long story get their real heights. */
export function keepInSight(view: EditorView): true {
  const scroll = (): void => view.dispatch(view.state.tr.scrollIntoView().setMeta('addToHistory', false))
  settle(view.dom, scroll, () => view.coordsAtPos(view.state.selection.head).top)
  return true
}

/** Brings an element of a node's view into the middle of what is in sight, and keeps it there meanwhile; one that is in sight stays. */
export function showInSight(view: EditorView, element: HTMLElement): void {
  const room = roomOf(scrollerOf(view.dom))
  const { top, bottom } = element.getBoundingClientRect()
  if (top >= room.top && bottom <= room.bottom) return
  const scroll = (): void => element.scrollIntoView({ block: 'center' })
  settle(view.dom, scroll, () => element.getBoundingClientRect().top)
}

/** The whole story's start or end; with Shift the selection grows to there. */
function goToEdge(view: EditorView, isEnd: boolean, isExtending: boolean): boolean {
  const edge = isEnd ? Selection.atEnd(view.state.doc) : Selection.atStart(view.state.doc)
  return goTo(view, isExtending ? TextSelection.between(view.state.selection.$anchor, edge.$head) : edge)
}

/** A page on or back, a line of it kept in view; the caret keeps its place across the line. */
function goByPage(view: EditorView, sign: 1 | -1, isExtending: boolean): boolean {
  const scroller = scrollerOf(view.dom)
  const before = view.coordsAtPos(view.state.selection.head)
  const room = roomOf(scroller)
  const lineHeight = before.bottom - before.top
  scroller.scrollTop += sign * (scroller.clientHeight - 2 * lineHeight)
  requestAnimationFrame(() => {
    if (view.isDestroyed) return
    const goalTop = Math.min(Math.max(before.top, room.top + lineHeight), room.bottom - 2 * lineHeight)
    const found = view.posAtCoords({ left: before.left, top: goalTop + lineHeight / 2 })
    const edge = sign > 0 ? Selection.atEnd(view.state.doc) : Selection.atStart(view.state.doc)
    const $head = found ? view.state.doc.resolve(found.pos) : edge.$head
    const isStuck = found !== null && (found.pos - view.state.selection.head) * sign <= 0
    const goal = isStuck ? edge.$head : $head
    goTo(view, isExtending ? TextSelection.between(view.state.selection.$anchor, goal) : Selection.near(goal))
  })
  return true
}

const isMac = typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad)/.test(navigator.userAgent)
function handleKey(view: EditorView, event: KeyboardEvent): boolean {
  if (event.altKey) return false
  const isMod = isMac ? event.metaKey : event.ctrlKey
  const { key, shiftKey } = event
  if (isMod && (key === 'End' || (isMac && key === 'ArrowDown'))) return goToEdge(view, true, shiftKey)
  if (isMod && (key === 'Home' || (isMac && key === 'ArrowUp'))) return goToEdge(view, false, shiftKey)
  if (!isLong(view.state)) return false
  if (!isMod && key === 'PageDown') return goByPage(view, 1, shiftKey)
  if (!isMod && key === 'PageUp') return goByPage(view, -1, shiftKey)
  return false
}

/**
 * Jumps by key, made in the document. In a long story the browser's land in the wrong place; and to the start of any
 * story ProseMirror takes back what the browser does within 200 ms of the focus, as a fault of Chromium.
 */
export const longStory = Extension.create({
  name: 'longStory',
  priority: 1100,
  addProseMirrorPlugins: () => [new Plugin({ props: { handleKeyDown: handleKey } })],
})
