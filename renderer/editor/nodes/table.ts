import { Plugin } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { Table as TipTapTable } from '@tiptap/extension-table'
import { logicalArrows } from '../logical-arrows.ts'
import type { EditorContext } from '../story-editor-types.ts'

/** Shift and an arrow at the table's edge leaves the chosen cells chosen, where the browser would drop them. */
const heldCells = new Plugin({
  props: {
    handleKeyDown: (view, event) =>
      event.shiftKey && event.key.startsWith('Arrow') && view.state.selection instanceof CellSelection,
  },
})

/** A table without column widths of its own: resizing is wrong in rtl (prosemirror-tables issue 333). */
export const storyTable = (context: Pick<EditorContext, 'base'>) =>
  TipTapTable.extend({
    // Without a node view: TipTap's would write inline sizes and drop `dir`.
    addNodeView: () => null,
    renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
    addProseMirrorPlugins() {
      return [...(this.parent?.() ?? []).map((plugin) => logicalArrows(plugin, context.base)), heldCells]
    },
  }).configure({ resizable: false })
