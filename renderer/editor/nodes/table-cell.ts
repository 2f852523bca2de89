import { TableCell as TipTapTableCell, TableHeader as TipTapTableHeader } from '@tiptap/extension-table'

/** The most rows or columns of one cell: what the model allows. */
export const maxSpan = 200

/** A span from pasted markup, clamped to what the model allows. */
function spanOf(element: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), maxSpan) : 1
}
const spanAttribute = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => spanOf(element, name),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 ? {} : { [name]: attributes[name] },
  validate: (span: unknown) => {
    if (!Number.isInteger(span) || (span as number) < 1 || (span as number) > maxSpan)
      throw new RangeError(`${name} must be 1 to ${maxSpan}`)
  },
})
const cellAttributes = () => ({
  colspan: spanAttribute('colspan'),
  rowspan: spanAttribute('rowspan'),
  // Kept as it came with a stored story; the editor neither sets nor shows it.
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

/** A cell; its alignment follows its direction. */
export const TableCell = TipTapTableCell.extend({
  addAttributes: cellAttributes,
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

/** A cell that names its row or column. */
export const TableHeader = TipTapTableHeader.extend({
  addAttributes: cellAttributes,
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})
