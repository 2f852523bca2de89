import { closeHistory } from '@tiptap/pm/history'
import { xray, type XrayKind } from '../../../core/language/x-ray.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { BlockFinder, findingsIn, textOf } from '../painting/block-finder.ts'
import { readSelection } from '../read-selection.ts'
import type { StoryEditor } from '../story-editor.ts'
import { goToWords, spotAtCaret } from '../words/go-to-words.ts'
import { replaceWords } from '../words/replace-words.ts'
import { compareSpots, isSameSpot } from '../words/word-spot.ts'
import { XrayLayer, type XrayFinding } from './x-ray-layer.ts'

/** How many of each kind are in the story, and how many of them a clean-up would change. */
export type XrayCounts = Readonly<Partial<Record<XrayKind, { all: number; cleanable: number }>>>

/** Milliseconds after an edit until they are counted again. */
const recountMs = 250
/** How many places the last clean-up changed, and which of them it was, from 1. */
export type XrayCleaned = Readonly<{ count: number; number: number }>

/** A clean-up comes to rest after so many rounds at most: what one takes away can leave another beside it. */
const rounds = 3

/** What nobody sees in a story and in the words beside its text made visible: the document and its letters stay as they are. */
export class StoryXray {
  readonly #editor: StoryEditor
  readonly #finder: BlockFinder<XrayFinding>
  readonly #listeners = new Set<() => void>()
  #counts: XrayCounts = {}
  #cleaned: XrayCleaned | null = null
  #cleanUps = 0
  #countedIn = ''
  #recount: ReturnType<typeof setTimeout> | undefined

  constructor(editor: StoryEditor) {
    this.#editor = editor
    this.#finder = new BlockFinder(
      (block, direction) =>
        // What has no width gets a small sign over the line; nothing could be painted.
        this.#marksIn(textOf(block), direction).map((each) =>
          each.mark.sign === null ? each : { ...each, paint: null },
        ),
      // No sign can stand at a letter of a field: the field is marked whatever the kind.
      { beside: (words, direction) => this.#marksIn(words, direction) },
    )
  }

  #marksIn(words: string, direction: Direction): XrayFinding[] {
    return xray(words, this.#editor.languageOf(direction)).map((mark) => ({
      from: mark.from,
      to: mark.to,
      mark,
      paint: 'x-ray',
    }))
  }

  counts = (): XrayCounts => this.#counts
  /** The last clean-up, until somebody goes on to the next mark. */
  cleaned = (): XrayCleaned | null => this.#cleaned
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Shows the marks until the answer is called. */
  open(): () => void {
    const layer = new XrayLayer(this.#editor, this.#finder)
    const stops = [
      this.#editor.painter.add(this.#finder),
      this.#editor.painter.onPainted(() => {
        layer.draw()
        if (this.#languages() !== this.#countedIn) this.#count()
      }),
      this.#editor.onEdit(() => {
        clearTimeout(this.#recount)
        this.#recount = setTimeout(() => this.#count(), recountMs)
      }),
      () => layer.destroy(),
    ]
    this.#count()
    return () => {
      clearTimeout(this.#recount)
      for (const stop of stops) stop()
    }
  }

  /** Selects the next one behind the caret, round to the first; of one kind, or of all. False where there is none. */
  next(kind: XrayKind | null): boolean {
    const { view } = this.#editor
    if (this.#cleaned) {
      this.#cleaned = null
      this.#tell()
    }
    const found = this.#placed().filter(({ mark }) => kind === null || mark.kind === kind)
    readSelection(view)
    const { doc } = view.state
    const caret = spotAtCaret(view)
    const isBehind = (place: (typeof found)[number]): boolean =>
      compareSpots(doc, place, caret) > 0 ||
      (caret.from === caret.to && isSameSpot({ ...place, to: place.from }, caret))
    const next = found.find(isBehind) ?? found[0]
    return next !== undefined && goToWords(view, next)
  }

  /** Takes away or sets right what is certain, of one kind or of all, in one step that can be undone; answers how many. */
  clean(kind: XrayKind | null): number {
    const { view } = this.#editor
    const { tr } = view.state
    let count = 0
    for (let round = 0; round < rounds; round += 1) {
      const replacements = findingsIn(this.#finder, tr.doc, this.#editor.base())
        .filter(({ mark }) => mark.clean !== null && (kind === null || mark.kind === kind))
        .map((place) => ({ ...place, text: place.mark.clean ?? '' }))
      if (replacements.length === 0) break
      replaceWords(tr, replacements)
      count += replacements.length
    }
    // A step of its own, however soon after a key.
    if (count > 0) view.dispatch(closeHistory(tr))
    this.#cleanUps += 1
    this.#cleaned = { count, number: this.#cleanUps }
    this.#count()
    return count
  }

  #placed() {
    return findingsIn(this.#finder, this.#editor.view.state.doc, this.#editor.base())
  }

  /** What a letter is taken for depends on them. */
  #languages(): string {
    return `${this.#editor.languageOf('rtl')} ${this.#editor.languageOf('ltr')}`
  }

  #count(): void {
    clearTimeout(this.#recount)
    this.#countedIn = this.#languages()
    const counts: Partial<Record<XrayKind, { all: number; cleanable: number }>> = {}
    for (const { mark } of this.#placed()) {
      const before = counts[mark.kind] ?? { all: 0, cleanable: 0 }
      const cleanable = before.cleanable + (mark.clean === null ? 0 : 1)
      counts[mark.kind] = { all: before.all + 1, cleanable }
    }
    this.#counts = counts
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
