import type { EditorState } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'
import type { Direction } from '../../../core/model/language-code.ts'
import { directionAt } from '../direction.ts'
import type { StoryEditor } from '../story-editor.ts'

/** A slash that was typed to ask for something, and what stands behind it. */
export interface Slash {
  /** Where it stands in the document; the caret is at `to`. */
  from: number
  to: number
  query: string
  /** Of the block that it stands in. */
  direction: Direction
}

const longestQuery = 30

/** What stands between a slash and the caret; null where there is no slash any more, or the caret has left it. */
function readSlash(state: EditorState, from: number, base: Direction): Slash | null {
  const { $head, empty, head } = state.selection
  if (!empty || !$head.parent.isTextblock || from < $head.start() || from >= head) return null
  const [slash, ...letters] = state.doc.textBetween(from, head, undefined, '\u{fffc}')
  const query = letters.join('')
  if (slash !== '/' || query.length > longestQuery || /^\s|\u{fffc}|\s{2}/u.test(query)) return null
  return { from, to: head, query, direction: directionAt($head, base) }
}

/** Does a slash at this place ask for something? At the beginning of a block and behind a space it does; in 3/4 it does not. */
function asks(state: EditorState, from: number): boolean {
  const $from = state.doc.resolve(from)
  if (!$from.parent.isTextblock) return false
  return $from.parentOffset === 0 || /\s/.test(state.doc.textBetween(from - 1, from, undefined, ' '))
}

/**
 * Watches for a slash being typed. One that is pasted, undone or composed asks for nothing. What is read at a key is the
 * block with the caret, and only while a slash stands there.
 */
export class SlashWatch {
  readonly #editor: StoryEditor
  readonly #listeners = new Set<() => void>()
  #slash: Slash | null = null
  #isTyped = false

  constructor(editor: StoryEditor) {
    this.#editor = editor
  }

  /** Watches until the answer is called. */
  open(): () => void {
    const { dom } = this.#editor.view
    const stopEdits = this.#editor.onEdit(this.#onEdit)
    dom.addEventListener('keydown', this.#onKeyDown, { capture: true })
    dom.addEventListener('blur', this.close)
    dom.ownerDocument.addEventListener('selectionchange', this.#onSelection)
    return () => {
      stopEdits()
      dom.removeEventListener('keydown', this.#onKeyDown, { capture: true })
      dom.removeEventListener('blur', this.close)
      dom.ownerDocument.removeEventListener('selectionchange', this.#onSelection)
      this.#show(null)
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  slash = (): Slash | null => this.#slash

  /** The slash is a letter like others from now on. */
  close = (): void => this.#show(null)

  readonly #onKeyDown = ({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): void => {
    this.#isTyped = key === '/' && !ctrlKey && !metaKey && !isComposing
  }

  readonly #onEdit = (edits: readonly Mappable[]): void => {
    const { view } = this.#editor
    if (this.#slash) {
      const from = edits.reduce((at, edit) => edit.map(at), this.#slash.from)
      return this.#show(readSlash(view.state, from, this.#editor.base()))
    }
    if (!this.#isTyped || view.composing) return
    this.#isTyped = false
    const from = view.state.selection.head - 1
    if (from < 0 || !asks(view.state, from)) return
    this.#show(readSlash(view.state, from, this.#editor.base()))
  }

  readonly #onSelection = (): void => {
    if (!this.#slash) return
    // ProseMirror reads a moved caret in the same event, and may be told of it behind us.
    requestAnimationFrame(() => {
      if (this.#slash) this.#show(readSlash(this.#editor.view.state, this.#slash.from, this.#editor.base()))
    })
  }

  #show(slash: Slash | null): void {
    if (slash === this.#slash) return
    if (slash && this.#slash && slash.from === this.#slash.from && slash.to === this.#slash.to) {
      if (slash.query === this.#slash.query) return
    }
    this.#slash = slash
    for (const listener of this.#listeners) listener()
  }
}
