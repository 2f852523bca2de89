import { closeHistory } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Direction } from '../../../core/model/language-code.ts'
import { replaceHits } from '../find/replace-hits.ts'
import { goTo } from '../long-story.ts'
import { BlockFinder, eachTextblock, findingsIn, textOf, type Placed } from '../painting/block-finder.ts'
import type { StoryEditor } from '../story-editor.ts'
import { misspellingsIn, type Misspelling, type SpellingRules } from './find-words.ts'
import type { Speller } from './speller.ts'

interface StorySpellingOptions {
  editor: StoryEditor
  speller: Speller
  /** As they are now: asked whenever a block is looked at. */
  rules: Omit<SpellingRules, 'isRight'>
}
/** A word where the caret is while it is written. */
interface Held {
  block: ProseMirrorNode
  from: number
  to: number
}
export type PlacedMisspelling = Placed<Misspelling>

/** Milliseconds after the last edit until the rest of the story is looked at. */
const restMs = 500
/** Milliseconds of an idle moment that are left to others. */
const leftMs = 3

/**
 * The words of a story that may be wrong, painted where they are near, counted when the page rests. The word under the caret
 * is left alone while it is being written. Each word is asked about once, each block looked at once (`BlockFinder`).
 */
export class StorySpelling {
  readonly #editor: StoryEditor
  readonly #speller: Speller
  readonly #finder: BlockFinder<Misspelling>
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[]
  /** Textblocks with a word that is not judged yet. */
  readonly #unsettled = new Map<ProseMirrorNode, { direction: Direction; marked: string }>()
  #typed: { block: ProseMirrorNode; at: number } | null = null
  #held: Held | null = null
  #count: number | null = null
  #rest: ReturnType<typeof setTimeout> | undefined
  #idle = 0
  #moment: ReturnType<typeof setTimeout> | undefined
  /** Milliseconds on the page's clock. */
  #editedAt = Number.NEGATIVE_INFINITY
  #isSurveying = false
  /** Counts the answers: a survey that some came into is made again. */
  #answers = 0

  constructor({ editor, speller, rules }: StorySpellingOptions) {
    this.#editor = editor
    this.#speller = speller
    const asked: SpellingRules = { ...rules, isRight: (language, plain) => speller.isRight(language, plain) }
    this.#finder = new BlockFinder((block, direction) => this.#look(block, direction, asked))
    const { dom } = editor.view
    // A moment later, when ProseMirror has heard of the selection too; not in a frame, which would be one more for each key.
    const onSelection = () => {
      if (this.#typed) this.#moment ??= setTimeout(() => this.#selected())
    }
    const onBlur = () => this.#letGo(true)
    dom.ownerDocument.addEventListener('selectionchange', onSelection)
    dom.addEventListener('blur', onBlur)
    this.#stops = [
      editor.painter.add(this.#finder),
      editor.onEdit(() => this.#edited()),
      speller.onAnswers(() => this.#answered()),
      () => dom.ownerDocument.removeEventListener('selectionchange', onSelection),
      () => dom.removeEventListener('blur', onBlur),
    ]
    this.#restLater()
  }

  /** Null until all of the story has been looked at. */
  count = (): number | null => this.#count
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Rules have changed: all blocks are looked at again, no word is asked about again. */
  again(): void {
    this.#finder.forget()
    this.#unsettled.clear()
    this.#editor.painter.again()
    this.#restLater(0)
  }

  /** Selects the next one behind the selection, or the one before it, round the story's end; null where there is none. */
  async next(step: 1 | -1): Promise<{ at: number; count: number; word: PlacedMisspelling } | null> {
    this.#letGo(true)
    const all = await this.#all()
    const { view } = this.#editor
    if (view.isDestroyed || all.length === 0) return null
    const { from, to } = view.state.selection
    const isBehind = ({ start, from: offset }: PlacedMisspelling) => start + offset >= to
    const isBefore = ({ start, to: offset }: PlacedMisspelling) => start + offset <= from
    const index = step === 1 ? all.findIndex(isBehind) : all.findLastIndex(isBefore)
    const at = index !== -1 ? index : step === 1 ? 0 : all.length - 1
    const word = all[at]
    if (!word) return null
    goTo(view, TextSelection.create(view.state.doc, word.start + word.from, word.start + word.to))
    return { at: at + 1, count: all.length, word }
  }

  /** The one that this position stands in or at; the one that is selected, without a position. */
  at(pos?: number): PlacedMisspelling | null {
    this.#letGo(true)
    const { view } = this.#editor
    const { $from, to } = view.state.selection
    const $pos = pos === undefined ? $from : view.state.doc.resolve(pos)
    if (!$pos.parent.isTextblock) return null
    const start = $pos.start()
    const end = pos === undefined ? Math.min(to, $pos.end()) : $pos.pos
    const found = this.#finder
      .in($pos.parent, this.#directionAt($pos.pos))
      .find((each) => start + each.from <= $pos.pos && end <= start + each.to)
    return found ? { ...found, start } : null
  }

  /** The one that is selected, or that the caret stands in or at, once its block is judged. */
  async here(): Promise<PlacedMisspelling | null> {
    for (;;) {
      const found = this.at()
      const block = this.#editor.view.state.selection.$from.parent
      if (found || !this.#unsettled.has(block)) return found
      await this.#answer()
    }
  }

  /** What could stand there instead, the likeliest first. */
  async suggestions({ language, plain, right }: Misspelling): Promise<string[]> {
    const offered = plain.includes(' ') ? [] : await this.#speller.suggestions(language, plain)
    return [...new Set([...(right === null ? [] : [right]), ...offered])].slice(0, mostShown)
  }

  /** Puts this in its place, in one step that can be undone; false where the text is no longer the same. */
  replace({ start, from, to, language, plain }: PlacedMisspelling, text: string): boolean {
    const { view } = this.#editor
    if (start + to > view.state.doc.content.size) return false
    const now = this.at(start + from)
    if (now?.language !== language || now.plain !== plain || now.start !== start) return false
    const { tr } = view.state
    replaceHits(tr, [{ from: start + from, to: start + to, text }])
    const end = start + from + text.length
    // A step of its own, however soon after a key, and however soon the next one comes.
    view.dispatch(closeHistory(tr.setSelection(TextSelection.create(tr.doc, end))).scrollIntoView())
    view.dispatch(closeHistory(view.state.tr))
    return true
  }

  destroy(): void {
    clearTimeout(this.#rest)
    cancelIdleCallback(this.#idle)
    clearTimeout(this.#moment)
    for (const stop of this.#stops) stop()
    this.#listeners.clear()
  }

  #look(block: ProseMirrorNode, direction: Direction, rules: SpellingRules): Misspelling[] {
    const languages = (each: Direction) => this.#editor.languageOf(each)
    const writtenAt = this.#typed?.block === block ? this.#typed.at : undefined
    const place = { direction, languages, writtenAt }
    const { found, isSettled, written } = misspellingsIn(textOf(block), place, rules)
    if (!isSettled) this.#unsettled.set(block, { direction, marked: markedIn(found) })
    if (writtenAt !== undefined) this.#held = written && { block, from: written.from, to: written.to }
    return found
  }

  #directionAt(pos: number): Direction {
    const $pos = this.#editor.view.state.doc.resolve(pos)
    for (let depth = $pos.depth; depth > 0; depth -= 1) {
      const { dir } = $pos.node(depth).attrs as { dir?: Direction | null }
      if (dir) return dir
    }
    return this.#editor.base()
  }

  #edited(): void {
    this.#editedAt = performance.now()
    const { selection } = this.#editor.view.state
    const { $head, empty } = selection
    this.#held = null
    this.#typed = empty && $head.parent.isTextblock ? { block: $head.parent, at: $head.parentOffset } : null
    this.#restLater()
  }

  #selected(): void {
    this.#moment = undefined
    if (!this.#editor.view.isDestroyed) this.#letGo(false)
  }

  /** The caret has left the word it was writing: that is judged as all others. */
  #letGo(isLeft: boolean): void {
    const typed = this.#typed
    if (!typed) return
    const { $head, empty } = this.#editor.view.state.selection
    const held = this.#held
    const isThere = held && empty && $head.parent === held.block
    if (!isLeft && isThere && held.from <= $head.parentOffset && $head.parentOffset <= held.to) return
    // Nothing has been held back as yet: it may be, when its block is looked at.
    if (!isLeft && !held && $head.parent === typed.block && $head.parentOffset === typed.at) return
    this.#typed = null
    this.#held = null
    if (!held) return
    this.#lookAgain(new Set([held.block]))
    this.#restLater()
  }

  #lookAgain(blocks: ReadonlySet<ProseMirrorNode>): void {
    this.#finder.forgetBlocks(blocks)
    this.#editor.painter.repaint(blocks)
  }

  #answered(): void {
    const before = [...this.#unsettled]
    this.#unsettled.clear()
    const blocks = new Set(before.map(([block]) => block))
    this.#finder.forgetBlocks(blocks)
    // Most words are right, and then nothing has to be painted: a frame costs more than a look.
    if (before.length <= lookedAtOnce) {
      for (const [block, { direction, marked }] of before)
        if (markedIn(this.#finder.in(block, direction)) === marked) blocks.delete(block)
    }
    this.#answers += 1
    if (blocks.size > 0) this.#editor.painter.repaint(blocks)
    // Not between two keys: what somebody writes brings answers too.
    if (!this.#isSurveying) this.#restLater(Math.max(0, this.#editedAt + restMs - performance.now()))
  }

  #restLater(afterMs = restMs): void {
    clearTimeout(this.#rest)
    cancelIdleCallback(this.#idle)
    this.#isSurveying = false
    this.#rest = setTimeout(() => this.#survey(), afterMs)
  }

  /** Looks at the story block by block in idle moments, then counts; what is known already costs next to nothing. */
  #survey(): void {
    const { doc } = this.#editor.view.state
    const answers = this.#answers
    let index = 0
    let pos = 0
    let count = 0
    const turn = (deadline: IdleDeadline): void => {
      if (this.#editor.view.isDestroyed || this.#editor.view.state.doc !== doc) return
      do {
        const block = doc.maybeChild(index)
        if (!block) break
        count += this.#countIn(block, pos)
        pos += block.nodeSize
        index += 1
      } while (deadline.timeRemaining() > leftMs)
      if (index < doc.childCount) this.#idle = requestIdleCallback(turn, { timeout: 1000 })
      else this.#surveyed(count, answers === this.#answers)
    }
    this.#isSurveying = true
    this.#idle = requestIdleCallback(turn, { timeout: 1000 })
  }

  #countIn(block: ProseMirrorNode, pos: number): number {
    let count = 0
    eachTextblock(block, pos, this.#editor.base(), (textblock, _start, direction) => {
      count += this.#finder.in(textblock, direction).length
    })
    return count
  }

  /** Answers that are still to come bring another round; those that came into this one too. */
  #surveyed(count: number, isUndisturbed: boolean): void {
    this.#isSurveying = false
    if (!isUndisturbed) this.#restLater(0)
    else if (this.#unsettled.size === 0) this.#tell(count)
  }

  #tell(count: number | null): void {
    if (this.#count === count) return
    this.#count = count
    for (const listener of this.#listeners) listener()
  }

  /** All of the story, once every word is judged. */
  async #all(): Promise<PlacedMisspelling[]> {
    for (;;) {
      const found = findingsIn(this.#finder, this.#editor.view.state.doc, this.#editor.base())
      if (this.#unsettled.size === 0) return found
      await this.#answer()
    }
  }

  /** Resolves when the next answers have come. */
  #answer(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#speller.onAnswers(() => {
        stop()
        resolve()
      })
    })
  }
}

const mostShown = 7
/** Blocks that are looked at again as soon as answers come. */
const lookedAtOnce = 8
const markedIn = (found: readonly Misspelling[]): string =>
  found.map(({ from, to }) => `${from}-${to}`).join(' ')
