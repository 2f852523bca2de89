import { closeHistory } from '@tiptap/pm/history'
import { Slice } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { addPictures, settlePictures, takeIn } from '../picture-intake.ts'
import type { EditorContext } from '../story-editor-types.ts'
import type { Arrival } from './arrival.ts'
import type { ComingPaste } from './last-paste.ts'
import { localPictures } from './local-pictures.ts'

/** Where something arrives, and who is told. */
export interface Placing {
  view: EditorView
  context: EditorContext
  coming: ComingPaste
}

/** Does the slice bring words or structure, or merely one picture that the clipboard also holds as a file? */
function bringsText(slice: Slice): boolean {
  return slice.content.textBetween(0, slice.content.size, ' ').trim() !== ''
}

/** Are the blocks whole, each with the content that the schema asks of it? */
function isWhole(slice: Slice): boolean {
  try {
    for (const node of slice.content.content) node.check()
    return true
  } catch {
    return false
  }
}

/** Inserts blocks in the place of an empty paragraph, with their own directions and kinds; false where it is none. */
function replaceEmptyParagraph(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection
  const { parent } = $from
  const isBlocks = slice.content.childCount > 0 && slice.content.content.every((node) => node.isBlock)
  if (!empty || !isBlocks || parent.type.name !== 'paragraph' || parent.content.size > 0) return false
  const index = $from.index(-1)
  if (!$from.node(-1).canReplace(index, index + 1, slice.content) || !isWhole(slice)) return false
  const { tr } = view.state
  const start = $from.before()
  tr.replaceWith(start, $from.after(), slice.content)
  tr.setSelection(Selection.near(tr.doc.resolve(start + slice.content.size), -1))
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** Puts what arrived into the story at the selection, storing its pictures first; false leaves it to ProseMirror. */
export function placeArrival(
  placing: Placing,
  slice: Slice,
  arrival: Arrival,
  files: readonly File[],
): boolean {
  const { view, context, coming } = placing
  if (files.length > 0 && !bringsText(slice)) {
    const { tr, selection } = view.state
    if (!selection.empty) view.dispatch(tr.deleteSelection())
    void addPictures(view, context, view.state.selection.from, files)
    return true
  }
  coming.expect(view, arrival)
  if (arrival.pictures.length > 0) {
    placeWithPictures(placing, slice, arrival, files)
    return true
  }
  return arrival.isForeign && replaceEmptyParagraph(view, slice)
}

function placeWithPictures(placing: Placing, slice: Slice, arrival: Arrival, files: readonly File[]): void {
  const { view, context, coming } = placing
  const { pictures, left } = localPictures(context, arrival.pictures, files)
  const isReplacing = !view.state.selection.empty
  if (isReplacing) view.dispatch(view.state.tr.deleteSelection())
  const { doc } = view.state
  void takeIn(view, context, view.state.selection.from, pictures, (stored, tr) => {
    // What went for it was a step of its own; it is brought back with it unless something else was written meanwhile.
    const steps = isReplacing && tr.doc === doc ? 2 : 1
    const content = settlePictures(slice.content, stored)
    const open = content.childCount === slice.content.childCount
    tr.replaceSelection(new Slice(content, open ? slice.openStart : 0, open ? slice.openEnd : 0))
    coming.mark(closeHistory(tr), arrival, steps, { 'local-pictures': left() })
    tr.scrollIntoView()
  })
}
