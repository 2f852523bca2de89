import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { tksIn } from '../../core/language/tk.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { BlockFinder, findingsIn, textOf } from './painting/block-finder.ts'
import type { StoryPainter } from './painting/painter.ts'

/** After an edit, until it is known whether anything is to be coloured. */
const restMs = 200

/** The marks of what is still to come in a story; those in notes are none, for nobody will read them. */
export class StoryTks {
  #words: readonly string[] = []
  readonly #finder = new BlockFinder(
    (block) => tksIn(textOf(block), this.#words).map((tk) => ({ ...tk, paint: 'story-tk' })),
    { inNotes: false },
  )
  #place: { view: EditorView; painter: StoryPainter; base: () => Direction } | null = null
  #stopPainting: (() => void) | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Where they are counted and coloured. */
  attach(view: EditorView, painter: StoryPainter, base: () => Direction): void {
    this.#place = { view, painter, base }
    this.changed()
  }

  /** How many there are; only blocks that changed are looked at again. */
  count(): number {
    return this.#place ? findingsIn(this.#finder, this.#place.view.state.doc, this.#place.base()).length : 0
  }

  /** Selects the next one behind the selection, the first again after the last; false where there is none. */
  goToNext(tr: Transaction, base: Direction): boolean {
    const found = findingsIn(this.#finder, tr.doc, base)
    const next = found.find(({ start, from }) => start + from >= tr.selection.to) ?? found[0]
    if (!next) return false
    tr.setSelection(
      TextSelection.create(tr.doc, next.start + next.from, next.start + next.to),
    ).scrollIntoView()
    return true
  }

  /** Other words of the house from now on, beside TK and ؟؟. */
  setWords(words: readonly string[]): void {
    this.#words = words
    this.#finder.forget()
    this.#place?.painter.again()
    this.changed()
  }

  /** After an edit: they are coloured as long as there are any, and a story without one pays nothing for it. */
  changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.count() > 0) this.#stopPainting ??= this.#place?.painter.add(this.#finder) ?? null
      else this.stop()
    }, restMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#stopPainting?.()
    this.#stopPainting = null
  }
}
