import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { foldNotes, noteAround } from './folded-notes.ts'
import { enterBlock, insertBlock } from './insert-block.ts'

/** Puts an empty block of this name where the caret is, and the caret into it; false where none may stand. */
export function insertFeature(tr: Transaction, state: EditorState, name: string): boolean {
  const { $from } = state.selection
  const block = state.schema.nodes[name]?.createAndFill()
  // Nothing that is published stands in a note.
  if (!block || noteAround($from) >= 0) return false
  enterBlock(tr, insertBlock(tr, block))
  return true
}

const noted = new WeakMap<ProseMirrorNode, readonly number[]>()
const none: readonly number[] = []

/** Where the notes of a top-level block begin, counted from where it begins itself. Kept by node. */
function notesIn(block: ProseMirrorNode): readonly number[] {
  const kept = noted.get(block)
  if (kept) return kept
  const places: number[] = block.type.name === 'note' ? [0] : []
  if (places.length === 0 && !block.isTextblock) {
    block.descendants((node, pos) => {
      if (node.type.name === 'note') places.push(pos + 1)
      return !node.isTextblock && node.type.name !== 'note'
    })
  }
  const found = places.length > 0 ? places : none
  noted.set(block, found)
  return found
}

/** How many notes the story has; only blocks that changed are looked at again. */
export const countNotes = (doc: ProseMirrorNode): number =>
  doc.children.reduce((sum, block) => sum + notesIn(block).length, 0)

function notePlaces(doc: ProseMirrorNode): number[] {
  const places: number[] = []
  doc.forEach((block, offset) => {
    for (const place of notesIn(block)) places.push(offset + place)
  })
  return places
}

/** Folds all notes of the story, or opens them where all are folded; false where there are none. */
export const foldAllNotes = (tr: Transaction, state: EditorState): boolean =>
  foldNotes(tr, state, notePlaces(state.doc))

/** Puts the caret into the next note behind it, the first again after the last; false where there is none. */
export function goToNextNote(tr: Transaction): boolean {
  const places = notePlaces(tr.doc)
  const { selection } = tr
  const head = selection instanceof NodeSelection ? selection.from : selection.head
  const next = places.find((place) => place >= head) ?? places[0]
  if (next === undefined) return false
  tr.setSelection(TextSelection.near(tr.doc.resolve(next + 1), 1)).scrollIntoView()
  return true
}
