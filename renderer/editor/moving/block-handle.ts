import { closeHistory } from '@tiptap/pm/history'
import type { EditorView } from '@tiptap/pm/view'
import { made } from '../made.ts'
import { roomOf, scrollerOf } from '../scroller.ts'
import { blockAt, gapAt, positionOf, type Gap } from './block-places.ts'
import { blocksAt, carryBlocks } from './move-blocks.ts'
import { selectBlock } from './whole-blocks.ts'

/** Pixels that a press may tremble, and how far beside the story the pointer still means a block. */
const tremblePx = 4
const besidePx = 48
const edgePx = 48
const fastestPx = 18

/** Top-level blocks, as positions around them. */
interface Blocks {
  from: number
  to: number
}
interface Drag extends Blocks {
  startY: number
  y: number
  gap: Gap | null
  isMoving: boolean
  frame: number
}

interface HandleOptions {
  view: EditorView
  /** Accessible name of the grip: what it opens. */
  name: string
  /** The block beside the grip is selected, and its menu is to stand there until `letGo`. */
  onMenu: (grip: HTMLElement) => void
}

/**
 * A grip beside the block under the pointer, at the side where its lines begin: dragged, the block or all selected ones go
 * elsewhere; pressed, its menu opens. It lies beside the text and takes no room, is no stop for Tab (a key of its own opens the
 * menu, Alt and an arrow move the block), and at a key it is only put away.
 */
export class BlockHandle {
  readonly #view: EditorView
  readonly #onMenu: HandleOptions['onMenu']
  readonly #grip: HTMLButtonElement
  readonly #line: HTMLElement
  #block: HTMLElement | null = null
  #drag: Drag | null = null
  #frame = 0
  #scroller: Element | null = null
  #isHeld = false

  constructor({ view, name, onMenu }: HandleOptions) {
    this.#view = view
    this.#onMenu = onMenu
    this.#grip = made('button', 'block-grip')
    this.#line = made('div', 'block-drop')
    for (const element of [this.#grip, this.#line]) element.hidden = true
    this.#grip.type = 'button'
    this.#grip.tabIndex = -1
    this.#grip.setAttribute('aria-label', name)
    this.#grip.setAttribute('aria-haspopup', 'menu')
    this.#grip.setAttribute('aria-expanded', 'false')
    this.#line.setAttribute('aria-hidden', 'true')
  }

  /** Shows the grip at the block with the caret, and asks for its menu; false where there is nothing to change. */
  openMenu(): boolean {
    const view = this.#view
    if (!view.editable || view.composing || this.#drag || this.#isHeld) return false
    const { from, to } = blocksAt(view.state.selection)
    const block = view.nodeDOM(from)
    if (!(block instanceof HTMLElement)) return false
    const { top } = view.coordsAtPos(view.state.selection.head)
    this.#place(block)
    // The beginning of a long block may be out of sight: then at the line of the caret.
    const { top: storyTop, height } = view.dom.getBoundingClientRect()
    const zoom = height / view.dom.offsetHeight
    const isAbove = this.#scroller && block.getBoundingClientRect().top < roomOf(this.#scroller).top
    if (isAbove) this.#grip.style.setProperty('--block', `${view.dom.offsetTop + (top - storyTop) / zoom}px`)
    this.#hold({ from, to })
    return true
  }

  /** The menu has gone. */
  letGo(): void {
    this.#isHeld = false
    this.#grip.setAttribute('aria-expanded', 'false')
    this.#hide()
  }

  /** Selects the block, unless several are selected already, and asks for the menu. */
  #hold(blocks: Blocks): void {
    this.#isHeld = true
    this.#choose(blocks)
    this.#cover(blocks)
    this.#grip.setAttribute('aria-expanded', 'true')
    this.#onMenu(this.#grip)
  }

  /** Watches the pointer until the answer is called. */
  open(): () => void {
    const { dom } = this.#view
    const { ownerDocument: document } = dom
    this.#scroller = scrollerOf(dom)
    dom.parentElement?.append(this.#grip, this.#line)
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('pointermove', this.#onPointer, { passive: true, signal })
    dom.addEventListener('keydown', this.#hide, { signal })
    this.#grip.addEventListener('mousedown', (event) => event.preventDefault(), { signal })
    this.#grip.addEventListener('pointerdown', this.#onPress, { signal })
    this.#grip.addEventListener('pointermove', this.#onDrag, { signal })
    this.#grip.addEventListener('pointerup', this.#onDrop, { signal })
    this.#grip.addEventListener('lostpointercapture', this.#leave, { signal })
    document.defaultView?.addEventListener('keydown', this.#onKey, { capture: true, signal })
    return () => {
      stop.abort()
      this.#leave()
      cancelAnimationFrame(this.#frame)
      this.#grip.remove()
      this.#line.remove()
    }
  }

  readonly #onPointer = ({ pointerType, buttons, clientX, clientY }: PointerEvent): void => {
    // Whoever presses selects, or drags already.
    if (pointerType === 'touch' || buttons !== 0 || this.#drag || this.#isHeld || this.#frame) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#showAt(clientX, clientY)
    })
  }

  #showAt(x: number, y: number): void {
    const view = this.#view
    if (this.#isHeld || view.isDestroyed || !view.editable || !view.dom.isConnected || !this.#scroller) return
    const { left, right } = view.dom.getBoundingClientRect()
    const room = roomOf(this.#scroller)
    if (x < left - besidePx || x > right + besidePx || y < room.top || y > room.bottom) return this.#hide()
    const block = blockAt(view, y)
    if (!block || (block === this.#block && !this.#grip.hidden)) return
    this.#place(block)
  }

  #place(block: HTMLElement): void {
    const view = this.#view
    this.#block = block
    const { direction, lineHeight } = getComputedStyle(block)
    this.#grip.dir = direction
    this.#grip.style.setProperty('--block', `${view.dom.offsetTop + block.offsetTop}px`)
    this.#grip.style.setProperty('--line', block.matches('p, h2, h3, h4, ul, ol') ? lineHeight : '2rem')
    this.#grip.hidden = false
  }

  readonly #hide = (): void => {
    if (this.#grip.hidden || this.#drag || this.#isHeld) return
    this.#grip.hidden = true
    this.#block = null
  }

  readonly #onPress = (event: PointerEvent): void => {
    const view = this.#view
    if (event.button !== 0 || !this.#block?.isConnected || view.composing) return
    const pos = positionOf(view, this.#block)
    const node = view.state.doc.nodeAt(pos)
    if (!node) return
    const selected = blocksAt(view.state.selection)
    const isSelected = !view.state.selection.empty && selected.from <= pos && pos < selected.to
    const { from, to } = isSelected ? selected : { from: pos, to: pos + node.nodeSize }
    this.#grip.setPointerCapture(event.pointerId)
    const y = event.clientY
    this.#drag = { startY: y, y, from, to, gap: null, isMoving: false, frame: 0 }
  }

  readonly #onDrag = ({ clientY }: PointerEvent): void => {
    const drag = this.#drag
    if (!drag) return
    drag.y = clientY
    if (!drag.isMoving && Math.abs(clientY - drag.startY) > tremblePx) {
      drag.isMoving = true
      this.#grip.classList.add('is-dragging')
      this.#cover(drag)
      this.#follow()
    }
  }

  /** Once a frame while something is dragged: the story scrolls at its edges, and the line stands where it would go. */
  readonly #follow = (): void => {
    const drag = this.#drag
    if (!drag?.isMoving || !this.#scroller) return
    const room = roomOf(this.#scroller)
    const over = Math.min(0, drag.y - room.top - edgePx) + Math.max(0, drag.y - room.bottom + edgePx)
    if (over !== 0) this.#scroller.scrollTop += Math.max(-1, Math.min(1, over / edgePx)) * fastestPx
    drag.gap = gapAt(this.#view, Math.min(Math.max(drag.y, room.top + 2), room.bottom - 2))
    const isElsewhere = drag.gap !== null && (drag.gap.pos < drag.from || drag.gap.pos > drag.to)
    this.#line.hidden = !isElsewhere
    if (drag.gap) this.#line.style.setProperty('--y', `${this.#view.dom.offsetTop + drag.gap.top}px`)
    drag.frame = requestAnimationFrame(this.#follow)
  }

  /** What is meant is seen under a cover of the grip's, beside the text: no class of a block is touched. */
  #cover({ from, to }: Blocks): void {
    const [first, last] = [from, to].map((pos, index) => {
      const start = index === 0 ? pos : this.#view.state.doc.resolve(pos).nodeBefore
      return this.#view.nodeDOM(typeof start === 'number' ? start : pos - (start?.nodeSize ?? 0))
    })
    if (!(first instanceof HTMLElement) || !(last instanceof HTMLElement)) return
    this.#grip.style.setProperty('--from', `${first.offsetTop + this.#view.dom.offsetTop}px`)
    this.#grip.style.setProperty('--size', `${last.offsetTop + last.offsetHeight - first.offsetTop}px`)
    this.#grip.style.setProperty('--story', `${this.#view.dom.offsetWidth}px`)
  }

  readonly #onDrop = (): void => {
    const drag = this.#drag
    if (!drag) return
    const view = this.#view
    this.#isHeld = !drag.isMoving
    this.#leave()
    if (!drag.isMoving) return this.#hold(drag)
    if (!drag.gap || view.composing || drag.to > view.state.doc.content.size) return
    const tr = closeHistory(view.state.tr)
    if (!carryBlocks(tr, drag.from, drag.to, drag.gap.pos)) return
    view.dispatch(tr)
    this.#hide()
  }

  /** One block as commands mean it; several that are selected already stay so. */
  #choose({ from, to }: Blocks): void {
    const { tr, doc } = this.#view.state
    const isOne = from + (doc.nodeAt(from)?.nodeSize ?? 0) === to
    if (isOne && selectBlock(tr, from)) this.#view.dispatch(tr)
    this.#view.focus()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#drag) return
    // Nothing is typed while something is held.
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key === 'Escape') this.#leave()
  }

  readonly #leave = (): void => {
    const drag = this.#drag
    if (!drag) return
    this.#drag = null
    cancelAnimationFrame(drag.frame)
    this.#grip.classList.remove('is-dragging')
    this.#line.hidden = true
    this.#hide()
  }
}
