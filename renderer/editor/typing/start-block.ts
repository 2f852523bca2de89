import type { Attrs, Node as ProseMirrorNode, NodeType } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { canJoin, findWrapping } from '@tiptap/pm/transform'
import type { LineStart } from '../../../core/language/typing/line-starts.ts'
import { insertBlock } from '../insert-block.ts'

/** Wraps the paragraph at the caret; a list goes on in the one before it where `follows` says so. */
function wrap(
  tr: Transaction,
  type: NodeType,
  attrs: Attrs | null,
  follows: (before: ProseMirrorNode) => boolean,
): boolean {
  const { $from } = tr.selection
  const range = $from.blockRange()
  const wrapping = range && findWrapping(range, type, attrs)
  if (!wrapping) return false
  const start = range.start
  tr.wrap(range, wrapping)
  const before = tr.doc.resolve(start).nodeBefore
  if (before?.type === type && canJoin(tr.doc, start) && follows(before)) tr.join(start)
  return true
}

/**
 * Takes the signs typed at the start of the caret's paragraph away and makes of it what they stand for. False, with the
 * transaction to be thrown away, where the place allows no such block: the signs are then text.
 */
export function startBlock(tr: Transaction, start: LineStart): boolean {
  const { $from } = tr.selection
  const { bulletList, orderedList, blockquote, heading, horizontalRule } = tr.doc.type.schema.nodes
  if ($from.parent.type.name !== 'paragraph') return false
  tr.delete($from.start(), $from.pos)
  switch (start.kind) {
    case 'bullets':
      return bulletList !== undefined && wrap(tr, bulletList, null, () => true)
    case 'numbers': {
      const goesOn = (list: ProseMirrorNode) => list.childCount + Number(list.attrs.start) === start.start
      return orderedList !== undefined && wrap(tr, orderedList, { start: start.start }, goesOn)
    }
    case 'quote':
      return blockquote !== undefined && wrap(tr, blockquote, null, () => true)
    case 'heading': {
      const place = tr.selection.$from
      const index = place.index(-1)
      if (!heading || !place.node(-1).canReplaceWith(index, index + 1, heading)) return false
      tr.setBlockType(place.pos, place.pos, heading, {
        level: start.level,
        dir: place.parent.attrs.dir as unknown,
      })
      return true
    }
    case 'rule':
      if (horizontalRule) insertBlock(tr, horizontalRule.create())
      return horizontalRule !== undefined
  }
}
