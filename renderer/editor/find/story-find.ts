import { closeHistory } from '@tiptap/pm/history'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'
import {
  finderOf,
  replacementFor,
  type Finder,
  type FindOptions,
  type FindProblem,
  type Hit,
} from '../../../core/language/find-text.ts'
import { BlockFinder, findingsIn, textOf, type Finding, type Placed } from '../painting/block-finder.ts'
import { SpotMarks } from '../painting/spot-marks.ts'
import { readSelection } from '../read-selection.ts'
import type { StoryEditor } from '../story-editor.ts'
import { goToWords, keepLine, spotAtCaret } from '../words/go-to-words.ts'
import { replaceOver } from '../words/over-step.ts'
import { overNames, overStory } from '../words/over-story.ts'
import { replaceWords, type WordReplacement } from '../words/replace-words.ts'
import { compareSpots, isSameSpot, isSpotIn, type WordSpot } from '../words/word-spot.ts'

/** What is looked for, and what was found. */
export interface FindState {
  count: number
  /** Which of them the caret went to, from 0; -1 where it went to none. */
  current: number
  problem: FindProblem | null
  /** Only what was selected when that was asked is looked at. */
  isInSelection: boolean
  /** Beside which words the current place is: the type of the node (null: over the story) and the name; null in the text. */
  where: { type: string | null; name: string } | null
}
interface FoundHit extends Finding {
  hit: Hit
}
const isOver = ({ start }: WordSpot): boolean => start === overStory
interface Scope {
  from: number
  to: number
}

/** Milliseconds after an edit until the places are counted again. */
const recountMs = 150
/** Places within a selection that are painted at most. */
const paintedInSelection = 200
/** Places over the story that are looked at for marking their lines. */
const paintedOver = 200

/** Find and replace in one story: in its text, in the words beside it and in those over it. The places are painted, the document is never marked. */
export class StoryFind {
  readonly #editor: StoryEditor
  readonly #finder = new BlockFinder<FoundHit>((block) => this.#hitsIn(textOf(block)), {
    beside: (words) => this.#hitsIn(words),
  })
  readonly #marks: Record<'scope' | 'within' | 'over' | 'current', SpotMarks>
  readonly #listeners = new Set<() => void>()
  #stopPainting: (() => void) | null = null
  #find: Finder | null = null
  #isPattern = false
  #places: readonly Placed<FoundHit>[] = []
  #scope: Scope | null = null
  #state: FindState = { count: 0, current: -1, problem: 'empty', isInSelection: false, where: null }
  #recount: ReturnType<typeof setTimeout> | undefined

  constructor(editor: StoryEditor) {
    this.#editor = editor
    this.#marks = {
      scope: new SpotMarks(editor.view, 'find-scope'),
      within: new SpotMarks(editor.view, 'find-within', 1),
      over: new SpotMarks(editor.view, 'find-over'),
      current: new SpotMarks(editor.view, 'find-current', 2),
    }
  }

  /** Follows the story and paints the matches, until the answer is called; the caret stays where it went to then. */
  open(): () => void {
    keepLine(this.#editor.view)
    const stops = [
      this.#editor.onEdit((edits) => this.#onEdit(edits)),
      this.#editor.over.onChange(() => this.#onEdit([])),
      this.#editor.painter.onPainted(() => this.#paintOwn()),
    ]
    this.#paint()
    return () => {
      clearTimeout(this.#recount)
      this.#stopPainting?.()
      for (const stop of stops) stop()
      for (const marks of Object.values(this.#marks)) marks.end()
    }
  }

  state = (): FindState => this.#state
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks for something else; goes to the first place at the caret or behind it. */
  look(query: string, options: FindOptions): void {
    const found = finderOf(query, options)
    this.#find = typeof found === 'string' ? null : found
    this.#isPattern = options.pattern
    this.#finder.forget()
    this.#count()
    this.#set({ problem: typeof found === 'string' ? found : null })
    this.#goTo(this.#at(this.#caret()))
    this.#editor.painter.again()
  }

  /** On to the next place or back to the one before, round and round. */
  go(step: 1 | -1): void {
    readSelection(this.#editor.view)
    this.#countNow()
    const caret = this.#caret()
    const next = this.#isCurrent(caret)
      ? this.#state.current + step
      : step === 1
        ? this.#at(caret)
        : this.#at(caret) - 1
    const { length } = this.#places
    if (length > 0) this.#goTo((next + length) % length)
  }

  /** Keeps to what is selected now, or to the whole story again. */
  keepToSelection(isOn: boolean): void {
    const { from, to, empty } = this.#editor.view.state.selection
    this.#scope = isOn && !empty ? { from, to } : null
    this.#set({ isInSelection: this.#scope !== null })
    this.#count()
    this.#paint()
    this.#goTo(this.#at(this.#scope ? { start: this.#scope.from, from: 0, to: 0 } : this.#caret()))
  }

  /** Replaces the current place and goes on to the next; false where there is none. */
  replace(replacement: string): boolean {
    this.#countNow()
    const { view } = this.#editor
    const place = this.#places[this.#state.current]
    if (!place || !this.#isCurrent(this.#caret())) {
      this.go(1)
      return false
    }
    const { start, from } = place
    const text = replacementFor(place.hit, replacement, this.#isPattern)
    const { tr } = view.state
    this.#replaceIn(tr, [{ ...place, text }])
    const end = from + text.length
    if (place.attribute === undefined) tr.setSelection(TextSelection.create(tr.doc, start + end))
    view.dispatch(closeHistory(tr))
    this.#count()
    this.#goTo(this.#at({ ...place, from: end, to: end }))
    return true
  }

  /** Replaces all places in one step that can be undone; answers how many. */
  replaceAll(replacement: string): number {
    this.#countNow()
    const { view } = this.#editor
    const places = this.#places
    if (places.length === 0) return 0
    const { tr } = view.state
    this.#replaceIn(
      tr,
      places.map((place) => ({ ...place, text: replacementFor(place.hit, replacement, this.#isPattern) })),
    )
    view.dispatch(closeHistory(tr))
    this.#count()
    return places.length
  }

  #replaceIn(tr: Transaction, replacements: readonly WordReplacement[]): void {
    replaceOver(tr, this.#editor.over, replacements)
    replaceWords(
      tr,
      replacements.filter(({ start }) => start !== overStory),
    )
  }

  /** Over the story first: in the order of reading. */
  #all(): Placed<FoundHit>[] {
    if (!this.#find) return []
    const over = overNames.flatMap((attribute) =>
      this.#hitsIn(this.#editor.over.read(attribute)).map((hit) => ({ ...hit, attribute, start: overStory })),
    )
    return [...over, ...findingsIn(this.#finder, this.#editor.view.state.doc, this.#editor.base())]
  }

  #hitsIn(words: string): FoundHit[] {
    return this.#find
      ? this.#find(words).map((hit) => ({ hit, from: hit.from, to: hit.to, paint: 'find' }))
      : []
  }

  #caret(): WordSpot {
    return spotAtCaret(this.#editor.view)
  }

  #isCurrent(caret: WordSpot): boolean {
    const place = this.#places[this.#state.current]
    return place !== undefined && isSameSpot(place, caret)
  }

  /** The first place that does not begin before this one, round to the first of all; -1 where there is none. */
  #at(spot: WordSpot): number {
    const { doc } = this.#editor.view.state
    const found = this.#places.findIndex((place) => compareSpots(doc, place, spot) >= 0)
    return found === -1 && this.#places.length > 0 ? 0 : found
  }

  #goTo(index: number): void {
    const place = this.#places[index]
    this.#setCurrent(place ? index : -1)
    if (place) goToWords(this.#editor.view, place)
    this.#paintOwn()
  }

  #onEdit(edits: readonly Mappable[]): void {
    const moved = ({ from, to }: Scope): Scope => ({
      from: edits.reduce((at, edit) => edit.map(at, 1), from),
      to: edits.reduce((at, edit) => edit.map(at, -1), to),
    })
    if (this.#scope) this.#scope = moved(this.#scope)
    clearTimeout(this.#recount)
    this.#recount = setTimeout(() => this.#countNow(), recountMs)
    this.#isStale = true
  }
  #isStale = false

  #countNow(): void {
    if (this.#isStale) this.#count()
  }

  #count(): void {
    clearTimeout(this.#recount)
    this.#isStale = false
    const { view } = this.#editor
    const scope = this.#scope
    const found = this.#all()
    const { doc } = view.state
    this.#places = scope ? found.filter((place) => isSpotIn(doc, place, scope)) : found
    const caret = this.#caret()
    const current = this.#places.findIndex((place) => isSameSpot(place, caret))
    this.#set({ count: this.#places.length })
    this.#setCurrent(current)
    this.#paintOwn()
  }

  /** All places by the painter; within a selection only those that are in it, by ourselves. */
  #paint(): void {
    this.#stopPainting?.()
    this.#stopPainting = this.#scope ? null : this.#editor.painter.add(this.#finder)
    this.#paintOwn()
  }

  #paintOwn(): void {
    const { view } = this.#editor
    if (view.isDestroyed || view.composing) return
    const current = this.#places[this.#state.current]
    const scope = this.#scope
    this.#marks.scope.show(scope ? [{ start: scope.from, from: 0, to: scope.to - scope.from }] : [])
    this.#marks.within.show(scope ? this.#places.slice(0, paintedInSelection) : [])
    this.#marks.over.show(scope ? [] : this.#places.slice(0, paintedOver).filter(isOver))
    this.#marks.current.show(current && !this.#isStale ? [current] : [])
  }

  #setCurrent(current: number): void {
    const { start = 0, attribute: name } = this.#places[current] ?? {}
    const { doc } = this.#editor.view.state
    const type = start === overStory ? null : (doc.nodeAt(start)?.type.name ?? null)
    const before = this.#state.where
    const isSame = before !== null && before.name === name && before.type === type
    this.#set({ current, where: name === undefined ? null : isSame ? before : { type, name } })
  }

  #set(part: Partial<FindState>): void {
    const keys = Object.keys(part) as (keyof FindState)[]
    if (keys.every((key) => this.#state[key] === part[key])) return
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
