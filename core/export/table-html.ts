import type { BodyNode, Table, TableCell, TableRow } from '../model/body.ts'
import { blockText } from '../model/measure.ts'
import { element } from './markup.ts'
import { directed, type Place } from './place.ts'

type Write = (node: BodyNode, place: Place) => string

/** A table as HTML: rows of headers at its top as `thead`, a header as `th` with the scope that it has (HTML, "th"). */
export function tableHtml(node: Table, place: Place, write: Write): string {
  const { inside, dir } = directed(node, place)
  const across = node.content.map((_row, line) => isAcross(node.content, line))
  const height = headHeight(node.content, across)
  const rowsOf = (from: number, end?: number) =>
    node.content
      .slice(from, end)
      .map((row, line) => rowHtml(row, across[from + line] ?? false, inside, write))
      .join('')
  const head = height > 0 ? element('thead', {}, rowsOf(0, height)) : ''
  // The frame scrolls, not the page; `tabindex` lets keys scroll it.
  return element(
    'div',
    { class: 'table', tabindex: 0 },
    element('table', { dir }, `${head}${element('tbody', {}, rowsOf(height))}`),
  )
}

const rowSpan = ({ attrs }: TableCell): number => attrs?.rowspan ?? 1

/** Is a row all of headers, those counted that reach into it from above? A header alone beside such a cell names its row. */
function isAcross(rows: readonly TableRow[], line: number): boolean {
  const reaching = rows
    .slice(0, line + 1)
    .flatMap(({ content }, from) => content.filter((cell) => from + rowSpan(cell) > line))
  return reaching.length > 0 && reaching.every(({ type }) => type === 'tableHeader')
}

/** How many rows are the table's head: none where one of its cells would be cut off by its end, or nothing were left below. */
function headHeight(rows: readonly TableRow[], across: readonly boolean[]): number {
  let height = across[0] ? 1 : 0
  for (let line = 0; line < Math.min(height, rows.length); line += 1)
    for (const cell of rows[line]?.content ?? []) height = Math.max(height, line + rowSpan(cell))
  return height < rows.length && across.slice(0, height).every(Boolean) ? height : 0
}

/** One row; `isAcross`: its headers name columns. */
const rowHtml = (row: TableRow, isAcross: boolean, place: Place, write: Write): string =>
  element('tr', {}, row.content.map((cell) => cellHtml(cell, isAcross, place, write)).join(''))

/** One cell. */
export function cellHtml(cell: TableCell, isAcross: boolean, place: Place, write: Write): string {
  const { colspan, rowspan, colwidth } = cell.attrs ?? {}
  // A header without words names nothing: readers aloud would stop at it (axe: empty-table-header).
  const isCorner =
    cell.type === 'tableHeader' && cell.content.every((block) => blockText(block).trim() === '')
  const isNaming = cell.type === 'tableHeader' && !isCorner
  return element(
    isNaming ? 'th' : 'td',
    {
      class: isCorner ? 'corner' : undefined,
      colspan: colspan === 1 ? undefined : colspan,
      rowspan: rowspan === 1 ? undefined : rowspan,
      scope: isNaming ? (isAcross ? 'col' : 'row') : undefined,
      'data-colwidth': colwidth?.join(','),
    },
    cell.content.map((child) => write(child, place)).join(''),
  )
}
