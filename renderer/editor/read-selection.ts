import { AllSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

function takeOver(view: EditorView): void {
  const { state } = view
  const dom = view.dom.ownerDocument.getSelection()
  // Where all was chosen, a caret says that somebody has moved on; a range may still be all of it.
  const hasMovedOn = state.selection instanceof AllSelection && dom?.isCollapsed
  if (!(state.selection instanceof TextSelection) && !hasMovedOn) return
  if (view.composing) return
  if (!dom?.anchorNode || !dom.focusNode) return
  if (!view.dom.contains(dom.anchorNode) || !view.dom.contains(dom.focusNode)) return
  const $anchor = state.doc.resolve(view.posAtDOM(dom.anchorNode, dom.anchorOffset, 1))
  const $head = state.doc.resolve(view.posAtDOM(dom.focusNode, dom.focusOffset, 1))
  if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return
  const selection = TextSelection.between($anchor, $head)
  if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection))
}

/**
 * Takes over where the browser has the selection by now. Chromium tells of a move only in a later task, so on a slow
 * laptop Shift+Right and Ctrl+B pressed in one breath would mark the text that was selected before.
 */
export function readSelection(view: EditorView): void {
  if (view.hasFocus()) takeOver(view)
}

/** The same in the moment in which the story loses the focus: nobody listens any more to what the browser tells later. */
export const readSelectionAtLeaving = (view: EditorView): void => takeOver(view)
