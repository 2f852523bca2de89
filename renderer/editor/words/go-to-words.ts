import { NodeSelection, TextSelection, type Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { goTo, showInSight } from '../long-story.ts'
import { isFocusAtStory, overStory } from './over-story.ts'
import { spotInField, wordsElement } from './word-keeper.ts'
import type { WordSpot } from './word-spot.ts'

/** Words beside the text or over it that were gone to while the focus was elsewhere. */
interface Visited {
  node: Node | null
  element: HTMLElement
  spot: WordSpot
  /** What was selected in the story then. */
  selection: Selection
}
const visits = new WeakMap<EditorView, Visited>()

/** The spot beside the text that was gone to, as long as its node is what is selected; over it, as long as the same is. */
function visited(view: EditorView): Visited | null {
  const { selection } = view.state
  const visit = visits.get(view)
  if (visit?.spot.start === overStory)
    return visit.selection.eq(selection) && !view.hasFocus() && visit.element.isConnected ? visit : null
  if (!visit || !(selection instanceof NodeSelection)) return null
  // Its node may have moved since.
  return view.nodeDOM(selection.from) === visit.node
    ? { ...visit, spot: { ...visit.spot, start: selection.from } }
    : null
}

function enter({ element, spot }: Visited, view: EditorView): void {
  if (!(element instanceof HTMLTextAreaElement)) return view.focus()
  element.focus({ preventScroll: true })
  element.setSelectionRange(spot.from, spot.to)
}

/** What is selected in the story: in the field that has the focus or was gone to, else in the text. */
export function spotAtCaret(view: EditorView): WordSpot {
  const { from, to } = view.state.selection
  return spotInField(view) ?? visited(view)?.spot ?? { start: from, from: 0, to: to - from }
}

/**
 * Selects a spot and brings it into sight, wherever in the story that is. Words beside the text are selected in their field,
 * which takes the focus only where the story has it: who writes in a box of their own goes on there.
 */
export function goToWords(view: EditorView, spot: WordSpot): boolean {
  const { doc } = view.state
  const { start, attribute, from, to } = spot
  if (attribute === undefined) {
    const wasInField = spotInField(view) !== null
    visits.delete(view)
    goTo(view, TextSelection.create(doc, start + from, start + to))
    if (wasInField) view.focus()
    return true
  }
  const isInStory = isFocusAtStory(view)
  if (start !== overStory) view.dispatch(view.state.tr.setSelection(NodeSelection.create(doc, start)))
  const element = wordsElement(view, start, attribute)
  if (!element) return false
  const node = start === overStory ? null : view.nodeDOM(start)
  const visit = { node, element, spot, selection: view.state.selection }
  visits.set(view, visit)
  if (isInStory) enter(visit, view)
  showInSight(view, element)
  return true
}

/** Whoever leaves a line over the story for a box of their own is still there: `spotAtCaret` and `focusWords` know it. */
export function keepLine(view: EditorView): void {
  const spot = spotInField(view)
  const { activeElement } = view.dom.ownerDocument
  if (spot?.start !== overStory || !(activeElement instanceof HTMLTextAreaElement)) return
  visits.set(view, { node: null, element: activeElement, spot, selection: view.state.selection })
}

/** Puts the focus where the selection is: into the field that was gone to, else into the text. */
export function focusWords(view: EditorView): void {
  const visit = visited(view)
  if (visit) enter(visit, view)
  else view.focus()
}
