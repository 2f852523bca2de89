import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Direction } from '../../../core/model/language-code.ts'
import { eachTextblock, type BlockFinder } from './block-finder.ts'
import { nearRange, type NearRange } from './near-range.ts'

/** What is painted in one top-level block: its ranges, by the name they are painted under. */
type PaintedBlock = readonly { paint: string; range: Range }[]

/** Milliseconds after the last edit until what is in sight is measured again. */
const settleMs = 200

/** Are the ranges still where the text is? A block whose DOM was drawn anew has left them behind. */
const isInPlace = (painted: PaintedBlock): boolean =>
  painted.every(({ range }) => range.startContainer.isConnected && !range.collapsed)

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
    for (const painted of [...this.#painted.values(), ...this.#doubles.splice(0)]) wipe(painted)
    this.#painted.clear()
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
    const stale = new Map(this.#painted)
    this.#painted.clear()
    for (const painted of this.#doubles.splice(0)) wipe(painted)
    doc.nodesBetween(this.#near.from, Math.min(this.#near.to, doc.content.size), (block, pos) => {
      const before = stale.get(block)
      stale.delete(block)
      if (before && isInPlace(before)) this.#painted.set(block, before)
      else {
        if (before) wipe(before)
        const painted = this.#paintBlock(block, pos)
        // The very same node twice, as after pasting a thing twice.
        if (this.#painted.has(block)) this.#doubles.push(painted)
        else this.#painted.set(block, painted)
      }
      return false
    })
    for (const painted of stale.values()) wipe(painted)
    for (const listener of this.#watched) listener()
  }

  #paintBlock(block: ProseMirrorNode, pos: number): PaintedBlock {
    const painted: { paint: string; range: Range }[] = []
    eachTextblock(block, pos, this.#base(), (textblock, start, direction, isNote) => {
      for (const finder of this.#finders) {
        if (isNote && !finder.inNotes) continue
        for (const { from, to, paint } of finder.in(textblock, direction)) {
          const range = paint === null ? null : rangeOf(this.#view, start + from, start + to)
          if (paint !== null && range) painted.push({ paint, range })
        }
      }
    })
    for (const { paint, range } of painted) highlightOf(paint).add(range)
    return painted
  }
}

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
  for (const { paint, range } of painted) CSS.highlights.get(paint)?.delete(range)
}
