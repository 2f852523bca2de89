import type { EditorView } from '@tiptap/pm/view'

/** A place between two top-level blocks: in the document, and in pixels from the top of the story. */
export interface Gap {
  pos: number
  top: number
}

/** The top-level block on the page at this height of the window; null above, below and between them. */
export function blockAt(view: EditorView, y: number): HTMLElement | null {
  const { left, width } = view.dom.getBoundingClientRect()
  let element = view.dom.ownerDocument.elementFromPoint(left + width / 2, y)
  if (!element || element === view.dom || !view.dom.contains(element)) return null
  while (element?.parentElement !== view.dom) element = element?.parentElement ?? null
  return element instanceof HTMLElement ? element : null
}

/** Where a top-level block begins in the document. */
export function positionOf(view: EditorView, block: HTMLElement): number {
  const $pos = view.state.doc.resolve(view.posAtDOM(block, 0))
  return $pos.depth > 0 ? $pos.before(1) : $pos.pos
}

const topOf = (block: Element | null): number | null =>
  block instanceof HTMLElement ? block.offsetTop : null
const bottomOf = (block: Element | null): number | null =>
  block instanceof HTMLElement ? block.offsetTop + block.offsetHeight : null

/** The place between blocks that is nearest to a height of the window, within what is on the page; null where there is no story. */
export function gapAt(view: EditorView, y: number): Gap | null {
  const box = view.dom.getBoundingClientRect()
  const last = view.dom.lastElementChild
  if (last instanceof HTMLElement && y > last.getBoundingClientRect().bottom)
    return { pos: view.state.doc.content.size, top: bottomOf(last) ?? 0 }
  // Between two blocks there is none: the next one is not far.
  const block = [0, 12, -12, 24, -24].reduce<HTMLElement | null>(
    (found, by) => found ?? blockAt(view, Math.max(y, box.top + 1) + by),
    null,
  )
  if (!block) return null
  const { top, height } = block.getBoundingClientRect()
  const isBefore = y < top + height / 2
  const pos = positionOf(view, block)
  const size = view.state.doc.nodeAt(pos)?.nodeSize ?? 0
  const [above, below] = isBefore ? [block.previousElementSibling, block] : [block, block.nextElementSibling]
  const [end, start] = [bottomOf(above), topOf(below)]
  return {
    pos: isBefore ? pos : pos + size,
    top: end !== null && start !== null ? (end + start) / 2 : (start ?? end ?? 0),
  }
}
