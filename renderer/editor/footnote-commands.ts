import type { ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { noteAround } from './folded-notes.ts'
import { footnoteOrder, freshId, placeOfFootnote, sourcesOf } from './footnotes.ts'

const letter = /\p{L}|\p{M}|\p{N}|\u200c|\u200d/u

/** Behind the word at a place: a number inside one would break the joining of its letters (rtl.md 1.4). */
function behindWord($pos: ResolvedPos): number {
  const before = $pos.parent.textBetween(0, $pos.parentOffset, undefined, '\ufffc')
  const after = $pos.parent.textBetween($pos.parentOffset, $pos.parent.content.size, undefined, '\ufffc')
  if (!letter.test(before.slice(-1))) return $pos.pos
  let length = 0
  while (letter.test(after.charAt(length))) length += 1
  return $pos.pos + length
}

/** Puts a footnote behind the selection, and the caret into its source; false where none may stand. */
export function insertFootnote(tr: Transaction): boolean {
  const { footnote, source, sources } = tr.doc.type.schema.nodes
  const { $to } = tr.selection
  if (!footnote || !source || !sources || noteAround($to) >= 0) return false
  const index = $to.index()
  if (!$to.parent.inlineContent || !$to.parent.canReplaceWith(index, index, footnote)) return false
  const id = freshId(tr.doc)
  tr.insert(behindWord($to), footnote.create({ id }))
  const { items, pos } = sourcesOf(tr.doc)
  const item = source.create({ id })
  if (items.length === 0) {
    tr.insert(pos, sources.create(null, item))
    tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView()
    return true
  }
  const at = footnoteOrder(tr.doc).indexOf(id)
  const start = items.slice(0, at).reduce((sum, { nodeSize }) => sum + nodeSize, pos + 1)
  tr.insert(start, item)
  tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView()
  return true
}

/** Puts the caret behind the words of a source; false where there is none of this id. */
export function toSource(tr: Transaction, id: string): boolean {
  const { items, pos } = sourcesOf(tr.doc)
  let start = pos + 1
  for (const item of items) {
    if (item.attrs.id === id) {
      tr.setSelection(TextSelection.create(tr.doc, start + item.nodeSize - 1)).scrollIntoView()
      return true
    }
    start += item.nodeSize
  }
  return false
}

/** Puts the caret behind the first footnote that names a source; false where none does. */
export function backToText(tr: Transaction, id: string): boolean {
  const place = placeOfFootnote(tr.doc, id)
  if (place < 0) return false
  tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView()
  return true
}

/** From a footnote beside the caret to its source, from a source back to the text; false elsewhere. */
export function toSourceOrBack(tr: Transaction): boolean {
  const { $head } = tr.selection
  if ($head.parent.type.name === 'source') return backToText(tr, $head.parent.attrs.id as string)
  const beside = [$head.nodeBefore, $head.nodeAfter].find((node) => node?.type.name === 'footnote')
  return beside ? toSource(tr, beside.attrs.id as string) : false
}

/** Takes an empty source away with the footnotes that name it; the caret goes to where the first of them stood. */
export function removeEmptySource(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  if (!empty || $from.parent.type.name !== 'source' || $from.parent.content.size > 0) return false
  const id = $from.parent.attrs.id as string
  const { items, pos } = sourcesOf(tr.doc)
  const first = placeOfFootnote(tr.doc, id)
  if (items.length === 1) tr.delete(pos, tr.doc.content.size)
  else tr.delete($from.before(), $from.after())
  for (let place = placeOfFootnote(tr.doc, id); place >= 0; place = placeOfFootnote(tr.doc, id))
    tr.delete(place, place + 1)
  const back = tr.doc.resolve(Math.min(first < 0 ? pos : first, tr.doc.content.size))
  tr.setSelection(TextSelection.near(back, -1)).scrollIntoView()
  return true
}
