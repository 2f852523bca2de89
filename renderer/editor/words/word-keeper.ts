import type { EditorView } from '@tiptap/pm/view'
import { overElement, overNameOf, overStory } from './over-story.ts'
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
  if (pos === overStory) return overElement(view, attribute)
  const dom = view.nodeDOM(pos)
  if (!(dom instanceof HTMLElement)) return null
  // What is in the node may keep words of the same name.
  const shown = [...dom.querySelectorAll<HTMLElement>(`[data-words='${attribute}']`)].find(
    (element) => keepers.get(element)?.getPos() === pos,
  )
  return shown && !shown.hidden ? shown : dom
}

/** What is selected in the field that has the focus, of the story or over it; null where none of them has it. */
export function spotInField(view: EditorView): WordSpot | null {
  const { activeElement } = view.dom.ownerDocument
  if (!(activeElement instanceof HTMLTextAreaElement)) return null
  const { selectionStart: from, selectionEnd: to } = activeElement
  const over = overNameOf(view, activeElement)
  if (over) return { start: overStory, attribute: over, from, to }
  const keeper = view.dom.contains(activeElement) ? keepers.get(activeElement) : undefined
  const start = keeper?.getPos()
  return keeper && start !== undefined ? { start, attribute: keeper.attribute, from, to } : null
}

/** The words that are selected in that field; null where none has the focus. */
export function selectedInField(view: EditorView): string | null {
  const { activeElement } = view.dom.ownerDocument
  const spot = spotInField(view)
  return spot && activeElement instanceof HTMLTextAreaElement
    ? activeElement.value.slice(spot.from, spot.to)
    : null
}
