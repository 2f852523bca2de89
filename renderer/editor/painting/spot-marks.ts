import type { EditorView } from '@tiptap/pm/view'
import { wordsElement } from '../words/word-keeper.ts'
import type { WordSpot } from '../words/word-spot.ts'
import { highlightOf, markClass, rangeOf } from './painter.ts'

/** Spots that a tool marks itself, beside what its finder has painted: text by a highlight, words beside it by their element. */
export class SpotMarks {
  readonly #view: EditorView
  readonly #paint: string
  readonly #priority: number
  #elements: readonly HTMLElement[] = []

  /** @param paint the name of the highlight, and of the class `marked-<paint>`; @param priority over other highlights */
  constructor(view: EditorView, paint: string, priority = 0) {
    this.#view = view
    this.#paint = paint
    this.#priority = priority
  }

  /** Marks these and no others any more. */
  show(spots: readonly WordSpot[]): void {
    const highlight = highlightOf(this.#paint)
    highlight.priority = this.#priority
    highlight.clear()
    const elements: HTMLElement[] = []
    const { size } = this.#view.state.doc.content
    for (const { start, attribute, from, to } of spots) {
      if (start + (attribute === undefined ? to : 1) > size) continue
      if (attribute === undefined) {
        const range = rangeOf(this.#view, start + from, start + to)
        if (range) highlight.add(range)
      } else {
        const element = wordsElement(this.#view, start, attribute)
        if (element) elements.push(element)
      }
    }
    const name = markClass(this.#paint)
    for (const element of this.#elements) element.classList.remove(name)
    for (const element of elements) element.classList.add(name)
    this.#elements = elements
  }

  /** Marks nothing any more, for good. */
  end(): void {
    for (const element of this.#elements) element.classList.remove(markClass(this.#paint))
    this.#elements = []
    CSS.highlights.delete(this.#paint)
  }
}
