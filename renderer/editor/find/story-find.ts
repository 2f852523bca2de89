import { closeHistory } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'
import {
  finderOf,
  replacementFor,
  type Finder,
  type FindOptions,
  type FindProblem,
  type Hit,
} from '../../../core/language/find-text.ts'
import { goTo } from '../long-story.ts'
import { BlockFinder, findingsIn, textOf, type Finding } from '../painting/block-finder.ts'
import { highlightOf, rangeOf } from '../painting/painter.ts'
import type { StoryEditor } from '../story-editor.ts'
import { replaceHits } from './replace-hits.ts'

/** What is looked for, and what was found. */
export interface FindState {
  count: number
  /** Which of them the caret went to, from 0; -1 where it went to none. */
  current: number
  problem: FindProblem | null
  /** Only what was selected when that was asked is looked at. */
  isInSelection: boolean
}
interface FoundHit extends Finding {
  hit: Hit
}
interface Place {
  from: number
  to: number
}

/** Milliseconds after an edit until the places are counted again. */
const recountMs = 150
const ownPaints = ['find-scope', 'find-within', 'find-current']
/** Places within a selection that are painted at most. */
const paintedInSelection = 200

/** Find and replace in one story. The places are painted, the document is never marked. */
export class StoryFind {
  readonly #editor: StoryEditor
  readonly #finder = new BlockFinder<FoundHit>((block) =>
    this.#find
      ? this.#find(textOf(block)).map((hit) => ({ hit, from: hit.from, to: hit.to, paint: 'find' }))
      : [],
  )
  readonly #listeners = new Set<() => void>()
  #stopPainting: (() => void) | null = null
  #find: Finder | null = null
  #isPattern = false
  #places: readonly (Place & { hit: Hit })[] = []
  #scope: Place | null = null
  #state: FindState = { count: 0, current: -1, problem: 'empty', isInSelection: false }
  #recount: ReturnType<typeof setTimeout> | undefined

  constructor(editor: StoryEditor) {
    this.#editor = editor
  }

  /** Follows the story and paints the matches, until the answer is called; the caret stays where it went to then. */
  open(): () => void {
    const stops = [
      this.#editor.onEdit((edits) => this.#onEdit(edits)),
      this.#editor.painter.onPainted(() => this.#paintOwn()),
    ]
    this.#paint()
    return () => {
      clearTimeout(this.#recount)
      this.#stopPainting?.()
      for (const stop of stops) stop()
      for (const paint of ownPaints) CSS.highlights.delete(paint)
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
    this.#goTo(this.#at(this.#editor.view.state.selection.from))
    this.#editor.painter.again()
  }

  /** On to the next place or back to the one before, round and round. */
  go(step: 1 | -1): void {
    this.#countNow()
    const { from, to } = this.#editor.view.state.selection
    const isThere = this.#isCurrent(from, to)
    const next = isThere ? this.#state.current + step : step === 1 ? this.#at(from) : this.#at(from) - 1
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
    this.#goTo(this.#at(this.#scope?.from ?? from))
  }

  /** Replaces the current place and goes on to the next; false where there is none. */
  replace(replacement: string): boolean {
    this.#countNow()
    const { view } = this.#editor
    const { from, to } = view.state.selection
    if (!this.#isCurrent(from, to)) {
      this.go(1)
      return false
    }
    const place = this.#places[this.#state.current]
    if (!place) return false
    const text = replacementFor(place.hit, replacement, this.#isPattern)
    const { tr } = view.state
    replaceHits(tr, [{ from: place.from, to: place.to, text }])
    view.dispatch(closeHistory(tr.setSelection(TextSelection.create(tr.doc, place.from + text.length))))
    this.#count()
    this.#goTo(this.#at(place.from + text.length))
    return true
  }

  /** Replaces all places in one step that can be undone; answers how many. */
  replaceAll(replacement: string): number {
    this.#countNow()
    const { view } = this.#editor
    const places = this.#places
    if (places.length === 0) return 0
    const { tr } = view.state
    replaceHits(
      tr,
      places.map(({ from, to, hit }) => ({
        from,
        to,
        text: replacementFor(hit, replacement, this.#isPattern),
      })),
    )
    view.dispatch(closeHistory(tr))
    this.#count()
    return places.length
  }

  #isCurrent(from: number, to: number): boolean {
    const place = this.#places[this.#state.current]
    return place !== undefined && place.from === from && place.to === to
  }

  /** The first place that does not begin before this position, round to the first one; -1 where there is none. */
  #at(position: number): number {
    const found = this.#places.findIndex(({ from }) => from >= position)
    return found === -1 && this.#places.length > 0 ? 0 : found
  }

  #goTo(index: number): void {
    const place = this.#places[index]
    this.#set({ current: place ? index : -1 })
    if (!place) return this.#paintOwn()
    const { view } = this.#editor
    goTo(view, TextSelection.create(view.state.doc, place.from, place.to))
    this.#paintOwn()
  }

  #onEdit(edits: readonly Mappable[]): void {
    const moved = ({ from, to }: Place): Place => ({
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
    const found = this.#find ? findingsIn(this.#finder, view.state.doc, this.#editor.base()) : []
    const places = found.map(({ start, from, to, hit }) => ({ from: start + from, to: start + to, hit }))
    this.#places = scope ? places.filter(({ from, to }) => from >= scope.from && to <= scope.to) : places
    const { from, to } = view.state.selection
    const current = this.#places.findIndex((place) => place.from === from && place.to === to)
    this.#set({ count: this.#places.length, current })
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
    const put = (paint: string, places: readonly Place[]): void => {
      const highlight = highlightOf(paint)
      highlight.clear()
      for (const { from, to } of places) {
        const range = to <= view.state.doc.content.size ? rangeOf(view, from, to) : null
        if (range) highlight.add(range)
      }
    }
    const current = this.#places[this.#state.current]
    put('find-scope', this.#scope ? [this.#scope] : [])
    put('find-within', this.#scope ? this.#places.slice(0, paintedInSelection) : [])
    put('find-current', current && !this.#isStale ? [current] : [])
    highlightOf('find-current').priority = 2
    highlightOf('find-within').priority = 1
  }

  #set(part: Partial<FindState>): void {
    const keys = Object.keys(part) as (keyof FindState)[]
    if (keys.every((key) => this.#state[key] === part[key])) return
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
