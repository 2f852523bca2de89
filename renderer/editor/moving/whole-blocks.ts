import { closeHistory } from '@tiptap/pm/history'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { blocksAt, follow } from './move-blocks.ts'

/** Where the story ends and its sources begin: they are kept by the footnotes, and are no block that somebody has put there. */
function endOfBlocks({ doc }: Transaction): number {
  const last = doc.lastChild
  return last?.type.name === 'sources' ? doc.content.size - last.nodeSize : doc.content.size
}

/** Puts a copy of the top-level blocks that the selection touches behind them, and the selection into it; false for sources. */
export function duplicateBlocks(tr: Transaction): boolean {
  const { doc, selection } = tr
  const { from, to } = blocksAt(selection)
  if (to > endOfBlocks(tr)) return false
  closeHistory(tr).insert(to, doc.slice(from, to).content)
  follow(tr, selection, to - from)
  tr.scrollIntoView()
  return true
}

/** Takes these blocks away; the caret goes to what stood behind them, else before. False for sources. */
export function deleteBlocks(tr: Transaction): boolean {
  const { from, to } = blocksAt(tr.selection)
  const end = endOfBlocks(tr)
  const paragraph = tr.doc.type.schema.nodes.paragraph?.create()
  if (to > end || !paragraph) return false
  closeHistory(tr)
  if (from === 0 && to === end) tr.replaceWith(from, to, paragraph)
  else tr.delete(from, to)
  const isLast = from > 0 && from === endOfBlocks(tr)
  tr.setSelection(Selection.near(tr.doc.resolve(from), isLast ? -1 : 1)).scrollIntoView()
  return true
}

const ofText: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'blockquote', 'pullQuote'])

/**
 * Selects a top-level block as commands for blocks mean it: the words of a text, and of a list or quote all of them, so that it
 * can be turned into something else; anything else as a whole.
 */
export function selectBlock(tr: Transaction, pos: number): boolean {
  const node = tr.doc.nodeAt(pos)
  if (!node) return false
  const [start, end] = [pos + 1, pos + node.nodeSize - 1].map((place) => tr.doc.resolve(place))
  const isText = node.isTextblock || ofText.has(node.type.name)
  tr.setSelection(
    isText && start && end ? TextSelection.between(start, end) : NodeSelection.create(tr.doc, pos),
  )
  return true
}
