import type { EditorView } from '@tiptap/pm/view'
import type { WordSpot } from './word-spot.ts'

interface Keeper {
  getPos: () => number | undefined
  attribute: string
}
const keepers = new WeakMap<Element, Keeper>()

/** Says of an element in the view of a node that it shows the words of this attribute. */
export function keepsWords(element: HTMLElement, getPos: Keeper['getPos'], attribute: string): void {
  element.dataset.words = attribute
  keepers.set(element, { getPos, attribute })
}

/** The element that shows the words of an attribute; the node's own where they are not on the page. Null where the node is not drawn. */
export function wordsElement(view: EditorView, pos: number, attribute: string): HTMLElement | null {
  const dom = view.nodeDOM(pos)
  if (!(dom instanceof HTMLElement)) return null
  // What is in the node may keep words of the same name.
  const shown = [...dom.querySelectorAll<HTMLElement>(`[data-words='${attribute}']`)].find(
    (element) => keepers.get(element)?.getPos() === pos,
  )
  return shown && !shown.hidden ? shown : dom
}

/** What is selected in the field that has the focus; null where none of the story's has it. */
export function spotInField(view: EditorView): WordSpot | null {
  const { activeElement } = view.dom.ownerDocument
  const keeper = activeElement && view.dom.contains(activeElement) ? keepers.get(activeElement) : undefined
  const start = keeper?.getPos()
  if (!keeper || start === undefined || !(activeElement instanceof HTMLTextAreaElement)) return null
  const { selectionStart, selectionEnd } = activeElement
  return { start, attribute: keeper.attribute, from: selectionStart, to: selectionEnd }
}
