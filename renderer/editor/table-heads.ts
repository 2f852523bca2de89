import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TableMap, type Rect } from '@tiptap/pm/tables'

/** Whether the first row of a table names its columns, and the first column its rows. */
export interface TableHeads {
  row: boolean
  column: boolean
}

export const isHeader = (cell: ProseMirrorNode | null): boolean => cell?.type.name === 'tableHeader'

/** The first row or the first column, as a rectangle of cells. */
export const firstLine = ({ width, height }: TableMap, axis: keyof TableHeads): Rect => ({
  left: 0,
  top: 0,
  right: axis === 'row' ? width : 1,
  bottom: axis === 'row' ? 1 : height,
})

/** What the header cells of a table are; a table that is one line all of headers has that line alone as its header. */
export function headsOf(table: ProseMirrorNode): TableHeads {
  const { width, height, map } = TableMap.get(table)
  if (width === 0) return { row: false, column: false }
  const row = table.firstChild?.children.every(isHeader) ?? false
  let column = true
  table.forEach((line, offset, index) => {
    const beginsHere = map[index * width] === offset + 1
    if (beginsHere && !isHeader(line.firstChild)) column = false
  })
  const isOneColumn = width === 1 && height > 1
  return { row: row && !(column && isOneColumn), column: column && !(row && height === 1) }
}
