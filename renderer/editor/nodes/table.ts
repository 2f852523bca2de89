import { Table as TipTapTable } from '@tiptap/extension-table'
import { logicalArrows } from '../logical-arrows.ts'
import type { EditorContext } from '../story-editor-types.ts'

/** A table without column widths of its own: resizing is wrong in rtl (prosemirror-tables issue 333). */
export const storyTable = (context: Pick<EditorContext, 'base'>) =>
  TipTapTable.extend({
    // Without a node view: TipTap's would write inline sizes and drop `dir`.
    addNodeView: () => null,
    renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
    addProseMirrorPlugins() {
      return (this.parent?.() ?? []).map((plugin) => logicalArrows(plugin, context.base))
    },
  }).configure({ resizable: false })
