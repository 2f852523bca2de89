import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Direction } from '../../../core/model/language-code.ts'
import { eachBlock, type BlockFinder, type Finding } from './block-finder.ts'
import { wordsElement } from '../words/word-keeper.ts'
import { nearRange, type NearRange } from './near-range.ts'

/** What is painted under a name: a stretch of text, or the element that shows words beside it. */
interface Painted {
  paint: string
  of: Range | HTMLElement
}
/** What is painted in one top-level block. */
type PaintedBlock = readonly Painted[]

/** Milliseconds after the last edit until what is in sight is measured again. */
const settleMs = 200

/** Are the ranges still where the text is? A block whose DOM was drawn anew has left them behind. */
const isInPlace = (painted: PaintedBlock): boolean =>
  painted.every(({ of }) =>
    of instanceof Range ? of.startContainer.isConnected && !of.collapsed : of.isConnected,
  )

/** The stretch of the page between two positions; null where the DOM is behind the document. */
export function rangeOf(view: EditorView, from: number, to: number): Range | null {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = view.dom.ownerDocument.createRange()
  try {
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
  } catch {
    return null
  }
  return range.collapsed ? null : range
}

/**
 * Paints what finders find in the story as CSS highlights: the text keeps its nodes and its joined letters (rtl.md 1.4,
 * Recommendation 8). Only blocks near what is in sight have ranges, and of those only the changed ones are looked at
 * again, once a frame. Chromium draws every block that has a range anew after each change of the page, so while somebody
 * writes that is what is in sight and no more; a scroll finds a screen beyond it painted.
 */
export class StoryPainter {
  readonly #view: EditorView
  readonly #base: () => Direction
  readonly #finders = new Set<BlockFinder>()
  readonly #painted = new Map<ProseMirrorNode, PaintedBlock>()
  readonly #doubles: PaintedBlock[] = []
  readonly #watched = new Set<() => void>()
  #near: NearRange | null = null
  #isWriting = false
  #frame = 0
  #settling: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView, base: () => Direction) {
    this.#view = view
    this.#base = base
    // Whatever scrolls the story, and it need not be in the page yet.
    view.dom.ownerDocument.addEventListener('scroll', this.#onScroll, { capture: true, passive: true })
    view.dom.ownerDocument.defaultView?.addEventListener('resize', this.#measureSoon)
  }

  /** Paints what this finder finds, until the answer is called. */
  add(finder: BlockFinder): () => void {
    this.#finders.add(finder)
    this.#anew()
    return () => {
      this.#finders.delete(finder)
      this.#anew()
    }
  }

  /** Looks at everything near again, after a finder was told to look for something else. */
  again(): void {
    this.#anew()
  }

  /** The same, and nothing that was found before holds any more: the article is in another language now. */
  forget(): void {
    for (const finder of this.#finders) finder.forget()
    this.#anew()
  }

  /** Looks again at these textblocks, where they are near, after a finder was told to forget them. */
  repaint(textblocks: ReadonlySet<ProseMirrorNode>): void {
    for (const [block, painted] of this.#painted) {
      let isMeant = textblocks.has(block)
      if (!isMeant && !block.isTextblock) block.descendants((node) => void (isMeant ||= textblocks.has(node)))
      if (!isMeant) continue
      wipe(painted)
      this.#painted.delete(block)
    }
    this.#paintSoon()
  }

  /** Calls back after the blocks near what is in sight were painted; answers how to stop that. */
  onPainted(listener: () => void): () => void {
    this.#watched.add(listener)
    return () => this.#watched.delete(listener)
  }

  /** After transactions: what is near is kept through them, and measured again when typing rests. */
  changed(transactions: readonly Transaction[]): void {
    if (this.#finders.size === 0) return
    if (transactions.some(({ docChanged }) => docChanged)) {
      this.#near = this.#isWriting ? mapped(this.#near, transactions) : null
      this.#isWriting = true
      this.#measureLater()
    }
    this.#paintSoon()
  }

  destroy(): void {
    const { dom } = this.#view
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#settling)
    dom.ownerDocument.removeEventListener('scroll', this.#onScroll, { capture: true })
    dom.ownerDocument.defaultView?.removeEventListener('resize', this.#measureSoon)
    this.#wipeAll()
    this.#finders.clear()
  }

  readonly #onScroll = (event: Event): void => {
    if (!(event.target instanceof Node && event.target.contains(this.#view.dom))) return
    this.#isWriting = false
    this.#measureSoon()
  }

  readonly #measureSoon = (): void => {
    this.#near = null
    this.#paintSoon()
  }

  #measureLater(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(this.#measureSoon, settleMs)
  }

  #wipeAll(): void {
    this.#wipeAllBut(new Set())
  }

  /** Leaves only what is still in its place, of these blocks. It goes first: another node may show its words in the same element. */
  #wipeAllBut(blocks: ReadonlySet<ProseMirrorNode>): void {
    for (const painted of this.#doubles.splice(0)) wipe(painted)
    for (const [block, painted] of this.#painted) {
      if (blocks.has(block) && isInPlace(painted)) continue
      wipe(painted)
      this.#painted.delete(block)
    }
  }

  #anew(): void {
    this.#wipeAll()
    this.#measureSoon()
  }

  #paintSoon(): void {
    if (this.#finders.size === 0 && this.#painted.size === 0) return
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#paint()
    })
  }

  #paint(): void {
    const view = this.#view
    if (view.isDestroyed || !view.dom.isConnected) return
    // The text that an input method holds is not to be touched, and is drawn by it, not by ProseMirror.
    if (view.composing) return this.#measureLater()
    this.#near ??= nearRange(view, this.#isWriting ? 0 : 1)
    const { doc } = view.state
    const near: { block: ProseMirrorNode; pos: number }[] = []
    doc.nodesBetween(this.#near.from, Math.min(this.#near.to, doc.content.size), (block, pos) => {
      near.push({ block, pos })
      return false
    })
    this.#wipeAllBut(new Set(near.map(({ block }) => block)))
    const before = new Map(this.#painted)
    this.#painted.clear()
    for (const { block, pos } of near) {
      const painted = before.get(block) ?? this.#paintBlock(block, pos)
      before.delete(block)
      // The very same node twice, as after pasting a thing twice.
      if (this.#painted.has(block)) this.#doubles.push(painted)
      else this.#painted.set(block, painted)
    }
    for (const listener of this.#watched) listener()
  }

  #paintBlock(block: ProseMirrorNode, pos: number): PaintedBlock {
    const painted: Painted[] = []
    eachBlock(block, pos, this.#base(), (node, at, direction, isNote) => {
      for (const finder of this.#finders) {
        if (isNote && !finder.inNotes) continue
        if (node.isTextblock) painted.push(...this.#inText(finder.in(node, direction), at + 1))
        else painted.push(...this.#beside(finder.beside(node, direction), at))
      }
    })
    for (const { paint, of } of painted) {
      if (of instanceof Range) highlightOf(paint).add(of)
      else of.classList.add(markClass(paint))
    }
    return painted
  }

  #inText(findings: readonly Finding[], start: number): Painted[] {
    return findings.flatMap(({ from, to, paint }) => {
      const of = paint === null ? null : rangeOf(this.#view, start + from, start + to)
      return paint !== null && of ? [{ paint, of }] : []
    })
  }

  /** Nothing can be painted within a field: it is marked as a whole. */
  #beside(findings: readonly (Finding & { attribute: string })[], pos: number): Painted[] {
    return findings.flatMap(({ attribute, paint }) => {
      const of = paint === null ? null : wordsElement(this.#view, pos, attribute)
      return paint !== null && of ? [{ paint, of }] : []
    })
  }
}

/** The class of an element whose words are marked under this name. */
export const markClass = (paint: string): string => `marked-${paint}`

/** The highlight of this name, which the style sheet paints: `::highlight(<paint>)`. */
export function highlightOf(paint: string): Highlight {
  const known = CSS.highlights.get(paint)
  if (known) return known
  const made = new Highlight()
  CSS.highlights.set(paint, made)
  return made
}

function mapped(near: NearRange | null, transactions: readonly Transaction[]): NearRange | null {
  if (!near) return null
  let { from, to } = near
  for (const { mapping } of transactions) {
    from = mapping.map(from, -1)
    to = mapping.map(to, 1)
  }
  return { from, to }
}

function wipe(painted: PaintedBlock): void {
  for (const { paint, of } of painted) {
    if (of instanceof Range) CSS.highlights.get(paint)?.delete(of)
    else of.classList.remove(markClass(paint))
  }
}
