import { Extension } from '@tiptap/core'
import { liftTarget } from '@tiptap/pm/transform'
import type { Transaction } from '@tiptap/pm/state'

/**
 * Makes plain paragraphs of the blocks in the selection, out of lists and quotes. What is part of a box, a list of
 * questions or the sources stays what it is: TipTap's `clearNodes` asks for nodes there that may not stand in them.
 */
function clearBlocks(tr: Transaction): void {
  const { doc, selection } = tr
  const { paragraph } = doc.type.schema.nodes
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type.name === 'sources') return false
      const start = tr.doc.resolve(tr.mapping.map(pos))
      const range = start.blockRange(tr.doc.resolve(tr.mapping.map(pos + node.nodeSize)))
      if (!range) return !node.isTextblock
      const depth = liftTarget(range)
      if (node.isTextblock) {
        const at = start.index()
        if (paragraph && node.type !== paragraph && start.parent.canReplaceWith(at, at + 1, paragraph))
          tr.setNodeMarkup(range.start, paragraph)
      }
      if (typeof depth === 'number') tr.lift(range, depth)
      return !node.isTextblock
    })
  }
}

/** TipTap's `clearNodes`, which its other commands call too, made safe for all blocks of a story. */
export const clearsBlocks = Extension.create({
  name: 'clearsBlocks',
  addCommands: () => ({
    clearNodes:
      () =>
      ({ tr, dispatch }) => {
        if (dispatch) clearBlocks(tr)
        return true
      },
  }),
})
