import type { XrayKind, XrayMark } from '../../../core/language/x-ray.ts'
import { eachTextblock, type BlockFinder, type Finding } from '../painting/block-finder.ts'
import { nearRange } from '../painting/near-range.ts'
import type { StoryEditor } from '../story-editor.ts'

/** What the X-ray has found in a block. */
export interface XrayFinding extends Finding {
  mark: XrayMark
}

/** What is written over a mark that has no width: the names of Unicode's chart, as short as they can be. */
const signs: Readonly<Partial<Record<XrayKind, string>>> = {
  zwnj: 'ZWNJ',
  zwj: 'ZWJ',
  lrm: 'LRM',
  rlm: 'RLM',
  alm: 'ALM',
  control: '\u2297',
}
/** Milliseconds between two drawings at least: the signs may come a moment after the letters. */
const everyMs = 120

/**
 * Small signs over the line where something stands that nobody sees. They lie in a layer of their own over the story: a
 * widget in the text would be a stop of the caret, and part joined letters in some browsers (rtl.md 1.4).
 */
export class XrayLayer {
  readonly #editor: StoryEditor
  readonly #finder: BlockFinder<XrayFinding>
  readonly #layer: HTMLElement
  #timer: ReturnType<typeof setTimeout> | undefined
  #drawnAt = 0

  constructor(editor: StoryEditor, finder: BlockFinder<XrayFinding>) {
    this.#editor = editor
    this.#finder = finder
    const { dom } = editor.view
    this.#layer = dom.ownerDocument.createElement('div')
    this.#layer.className = 'x-ray-layer'
    this.#layer.setAttribute('aria-hidden', 'true')
    dom.parentElement?.append(this.#layer)
  }

  /** Draws the signs of what is near, now or a moment later. */
  draw(): void {
    const wait = this.#drawnAt + everyMs - performance.now()
    clearTimeout(this.#timer)
    if (wait <= 0) this.#drawNow()
    else this.#timer = setTimeout(() => this.#drawNow(), wait)
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#layer.remove()
  }

  #drawNow(): void {
    const { view } = this.#editor
    if (view.isDestroyed || !view.dom.isConnected) return
    this.#drawnAt = performance.now()
    const origin = this.#layer.getBoundingClientRect()
    // The sheet may be zoomed: what is measured in the window is more than what is written in the layer.
    const zoom = this.#layer.offsetWidth > 0 ? origin.width / this.#layer.offsetWidth : 1
    const made: HTMLElement[] = []
    const { from, to } = nearRange(view, 1)
    view.state.doc.nodesBetween(from, to, (block, pos) => {
      eachTextblock(block, pos, this.#editor.base(), (textblock, start, direction) => {
        for (const { mark } of this.#finder.in(textblock, direction)) {
          const sign = signs[mark.kind]
          if (sign === undefined) continue
          const { left, top } = view.coordsAtPos(start + mark.to, -1)
          made.push(this.#sign(sign, { x: (left - origin.left) / zoom, y: (top - origin.top) / zoom }))
        }
      })
      return false
    })
    this.#layer.replaceChildren(...made)
  }

  #sign(words: string, { x, y }: { x: number; y: number }): HTMLElement {
    const sign = this.#layer.ownerDocument.createElement('span')
    sign.textContent = words
    sign.style.setProperty('--x', `${x}px`)
    sign.style.setProperty('--y', `${y}px`)
    return sign
  }
}
