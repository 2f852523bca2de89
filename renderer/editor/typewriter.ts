import type { EditorView } from '@tiptap/pm/view'
import { roomOf, scrollerOf } from './scroller.ts'
import type { StoryEditor } from './story-editor.ts'

/** Where the line with the caret is kept: this part of what is in sight lies over it. */
const height = 0.42

/** Scrolls so that the line with the caret stands at its height; at the ends of the story as near to it as can be. */
function keepHeight(view: EditorView): void {
  if (view.isDestroyed || !view.dom.isConnected || view.composing) return
  const scroller = scrollerOf(view.dom)
  const room = roomOf(scroller)
  const { top, bottom } = view.coordsAtPos(view.state.selection.head)
  const by = (top + bottom) / 2 - room.top - (room.bottom - room.top) * height
  if (Math.abs(by) >= 1) scroller.scrollTop += by
}

/**
 * Keeps the line that is written at one height of the sheet, as a typewriter does. It follows the keyboard only: a press of
 * the mouse moves nothing under it, and a composition is waited for.
 */
export class Typewriter {
  readonly #editor: StoryEditor
  #frame = 0
  #isByKey = true

  constructor(editor: StoryEditor) {
    this.#editor = editor
  }

  /** Keeps it until the answer is called. */
  open(): () => void {
    const { dom } = this.#editor.view
    const stop = new AbortController()
    const { signal } = stop
    const { ownerDocument: document } = dom
    dom.addEventListener('keydown', () => (this.#isByKey = true), { capture: true, signal })
    document.addEventListener('pointerdown', () => (this.#isByKey = false), { capture: true, signal })
    document.addEventListener('selectionchange', this.#soon, { signal })
    dom.addEventListener('compositionend', this.#soon, { signal })
    const stopEdits = this.#editor.onEdit(this.#soon)
    if (this.#editor.view.hasFocus()) this.#soon()
    return () => {
      stop.abort()
      stopEdits()
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
    }
  }

  readonly #soon = (): void => {
    if (!this.#isByKey || !this.#editor.view.hasFocus()) return
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      keepHeight(this.#editor.view)
    })
  }
}
