import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

const rooms = new Set(['tableCell', 'tableHeader', 'blockquote', 'factBox', 'answer', 'timelineEntry'])

/** The deepest ancestor in which a block may stand on its own: the story, a cell, a quote, a box; never a list item. */
function roomDepth($pos: ResolvedPos, block: ProseMirrorNode): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const { name } = $pos.node(depth).type
    const isRoom = rooms.has(name)
    const index = $pos.index(depth)
    if (isRoom && $pos.node(depth).canReplaceWith(index, index, block.type)) return depth
  }
  return 0
}

/**
 * Puts a block where the caret is without cutting a paragraph in two: in the place of an empty one, before one whose
 * start holds the caret and before the sources, else after it. The caret goes on in the paragraph behind, which is made if there is none. Returns where the block stands.
 */
export function insertBlock(tr: Transaction, block: ProseMirrorNode): number {
  const { $from } = tr.selection
  const depth = roomDepth($from, block)
  const hasChild = $from.depth > depth
  const child = hasChild ? $from.node(depth + 1) : null
  let from = $from.pos
  let to = $from.pos
  if (child?.type.name === 'sources') {
    // Nothing stands behind them.
    from = $from.before(depth + 1)
    to = from
  } else if (child?.isTextblock && child.content.size === 0) {
    from = $from.before(depth + 1)
    to = $from.after(depth + 1)
  } else if (hasChild) {
    from = child?.isTextblock && $from.parentOffset === 0 ? $from.before(depth + 1) : $from.after(depth + 1)
    to = from
  }
  tr.replaceWith(from, to, block)
  const behind = from + block.nodeSize
  if (!tr.doc.resolve(behind).nodeAfter?.isTextblock) {
    const paragraph = tr.doc.type.schema.nodes.paragraph
    if (paragraph) tr.insert(behind, paragraph.create())
  }
  tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView()
  return from
}

/** Puts the caret at the first place in the block that stands at a position. */
export function enterBlock(tr: Transaction, position: number): void {
  tr.setSelection(Selection.near(tr.doc.resolve(position + 1)))
}
