import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { tksIn } from '../../core/language/tk.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { BlockFinder, findingsIn, textOf } from './painting/block-finder.ts'
import type { StoryPainter } from './painting/painter.ts'

/** After an edit, until it is known whether anything is to be coloured. */
const restMs = 200

/** In the text, or with `to` null in the words beside the node that stands there. */
interface TkPlace {
  from: number
  to: number | null
}

const isBehind = ({ from }: TkPlace, selection: Selection): boolean =>
  selection instanceof NodeSelection ? from > selection.from : from >= selection.to

/** The marks of what is still to come in a story, in its captions and cards too; those in notes are none, for nobody will read them. */
export class StoryTks {
  #words: readonly string[] = []
  readonly #finder = new BlockFinder((block) => this.#look(textOf(block)), {
    inNotes: false,
    beside: (words) => this.#look(words),
  })
  #place: { view: EditorView; painter: StoryPainter; base: () => Direction } | null = null
  #stopPainting: (() => void) | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Where they are counted and coloured. */
  attach(view: EditorView, painter: StoryPainter, base: () => Direction): void {
    this.#place = { view, painter, base }
    this.changed()
  }

  readonly #look = (text: string) => tksIn(text, this.#words).map((tk) => ({ ...tk, paint: 'story-tk' }))

  /** How many there are; only blocks that changed are looked at again. */
  count(): number {
    return this.#place ? this.#placesIn(this.#place.view.state.doc, this.#place.base()).length : 0
  }

  /**
   * Selects the next one behind the selection, or the picture or card whose words have it; the first again after the last.
   * False where there is none.
   */
  goToNext(tr: Transaction, base: Direction): boolean {
    const places = this.#placesIn(tr.doc, base)
    const next = places.find((place) => isBehind(place, tr.selection)) ?? places[0]
    if (!next) return false
    const { from, to } = next
    const selection =
      to === null ? NodeSelection.create(tr.doc, from) : TextSelection.create(tr.doc, from, to)
    tr.setSelection(selection).scrollIntoView()
    return true
  }

  #placesIn(doc: ProseMirrorNode, base: Direction): TkPlace[] {
    return findingsIn(this.#finder, doc, base)
      .map(({ start, attribute, from, to }) =>
        attribute === undefined ? { from: start + from, to: start + to } : { from: start, to: null },
      )
      .sort((one, other) => one.from - other.from)
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
