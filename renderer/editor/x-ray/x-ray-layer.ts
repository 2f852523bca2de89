import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { XrayMark } from '../../../core/language/x-ray.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { eachBlock, type BlockFinder, type Finding } from '../painting/block-finder.ts'
import { nearRange } from '../painting/near-range.ts'
import type { StoryEditor } from '../story-editor.ts'
import { wordsElement } from '../words/word-keeper.ts'

/** What the X-ray has found in a block. */
export interface XrayFinding extends Finding {
  mark: XrayMark
}

/** Where a sign is drawn, in the coordinates of the window; `edge` for one of a whole field, on that edge of it. */
interface SignPlace {
  left: number
  top: number
  edge?: 'left' | 'right'
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
    const put = (sign: string, { left, top, edge }: SignPlace): void => {
      const place = { x: (left - origin.left) / zoom, y: (top - origin.top) / zoom }
      made.push(this.#sign(sign, place, edge))
    }
    view.state.doc.nodesBetween(from, to, (block, pos) => {
      eachBlock(block, pos, this.#editor.base(), (node, at, direction) => {
        if (node.isTextblock) {
          for (const { signs, to: end } of signedPlaces(this.#finder.in(node, direction)))
            put(signs.join(' '), view.coordsAtPos(at + 1 + end, -1))
        } else
          for (const [attribute, sign] of this.#signsBeside(node, direction)) {
            const element = wordsElement(view, at, attribute)
            if (element) put(sign, edgeOf(element))
          }
      })
      return false
    })
    this.#layer.replaceChildren(...made)
  }

  /** One sign for each of the words beside a node, which names all that hides in them once. */
  #signsBeside(node: ProseMirrorNode, direction: Direction): [attribute: string, sign: string][] {
    const named = new Map<string, Set<string>>()
    for (const { attribute, mark } of this.#finder.beside(node, direction)) {
      if (mark.sign !== null) named.set(attribute, (named.get(attribute) ?? new Set()).add(mark.sign))
    }
    return [...named].map(([attribute, kinds]) => [attribute, [...kinds].join(' ')])
  }

  #sign(words: string, { x, y }: { x: number; y: number }, edge?: SignPlace['edge']): HTMLElement {
    const sign = this.#layer.ownerDocument.createElement('span')
    sign.textContent = words
    if (edge) sign.dataset.edge = edge
    sign.style.setProperty('--x', `${x}px`)
    sign.style.setProperty('--y', `${y}px`)
    return sign
  }
}

/** Where signs are to be drawn in a block, in its offsets: those of neighbours, which have one place on screen, together. */
function signedPlaces(findings: readonly XrayFinding[]): { signs: string[]; to: number }[] {
  const places: { signs: string[]; to: number }[] = []
  for (const { mark } of findings) {
    if (mark.sign === null) continue
    const before = places.at(-1)
    if (before?.to === mark.from) {
      before.signs.push(mark.sign)
      before.to = mark.to
    } else places.push({ signs: [mark.sign], to: mark.to })
  }
  return places
}

/** The end of a field's first line. */
function edgeOf(element: HTMLElement): SignPlace {
  const { left, right, top } = element.getBoundingClientRect()
  const isRtl = getComputedStyle(element).direction === 'rtl'
  return isRtl ? { left, top, edge: 'left' } : { left: right, top, edge: 'right' }
}
