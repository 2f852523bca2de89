import { TableRow as TipTapTableRow } from '@tiptap/extension-table'

/** A row of cells. */
export const TableRow = TipTapTableRow.extend({
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})
