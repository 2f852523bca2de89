import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import {
  addColumn,
  addRow,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  selectedRect,
  splitCellWithType,
  TableMap,
} from '@tiptap/pm/tables'
import { maxSpan } from './nodes/table-cell.ts'
import type { TableCommand } from './story-editor-types.ts'
import { firstLine, headsOf, isHeader, type TableHeads } from './table-heads.ts'

/** Changes the table that the selection is in, by `tr`, which is the state's own; false where it does not apply there. */
type TableStep = (state: EditorState, tr: Transaction) => boolean
type Axis = keyof TableHeads

/** ProseMirror's commands write into the state's transaction, and only where there is something to dispatch it. */
const dispatch = () => undefined

function tableIn(tr: Transaction, tableStart: number) {
  const table = tr.doc.nodeAt(tableStart - 1)
  if (!table) throw new RangeError('no table')
  return { table, map: TableMap.get(table), tableStart }
}
type TableIn = ReturnType<typeof tableIn>

function setHeader(tr: Transaction, { table, tableStart }: TableIn, at: number, isWanted: boolean): void {
  const cell = table.nodeAt(at)
  const { tableHeader, tableCell } = tr.doc.type.schema.nodes
  if (!cell || isHeader(cell) === isWanted) return
  tr.setNodeMarkup(tableStart + at, isWanted ? tableHeader : tableCell, cell.attrs)
}

/** Does a cell belong to a first line that is a header? */
function isNamed({ map }: Pick<TableIn, 'map'>, at: number, heads: TableHeads): boolean {
  const { top, left } = map.findCell(at)
  return (heads.row && top === 0) || (heads.column && left === 0)
}

/** A new line is part of a header that crosses it, and is the header itself in front of the one that was. */
function keepHeads(tr: Transaction, of: TableIn, heads: TableHeads, axis: Axis, line: number): void {
  const rect = firstLine(of.map, axis)
  const [start, end] = axis === 'row' ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
  const cellsOf = (index: number) => of.map.cellsInRect({ ...rect, [start]: index, [end]: index + 1 })
  for (const at of cellsOf(line)) if (isNamed(of, at, heads)) setHeader(tr, of, at, true)
  if (line > 0 || !heads[axis]) return
  for (const at of cellsOf(1)) setHeader(tr, of, at, isNamed(of, at, heads))
}

/** Puts the caret into the cell of a row and a column, or the last there is. */
function enter(tr: Transaction, tableStart: number, row: number, column: number): void {
  const { map } = tableIn(tr, tableStart)
  const cell = Math.min(row, map.height - 1) * map.width + Math.min(column, map.width - 1)
  const place = tr.doc.resolve(tableStart + (map.map[cell] ?? 0) + 1)
  tr.setSelection(Selection.near(place)).scrollIntoView()
}

/** A row or a column before or behind those of the selection, with the caret in it. */
const insert =
  (axis: Axis, isBehind: boolean): TableStep =>
  (state, tr) => {
    if (!isInTable(state)) return false
    const rect = selectedRect(state)
    const heads = headsOf(rect.table)
    const row = isBehind ? rect.bottom : rect.top
    const column = isBehind ? rect.right : rect.left
    if (axis === 'row') addRow(tr, rect, row)
    else addColumn(tr, rect, column)
    keepHeads(tr, tableIn(tr, rect.tableStart), heads, axis, axis === 'row' ? row : column)
    enter(tr, rect.tableStart, axis === 'row' ? row : rect.top, axis === 'row' ? rect.left : column)
    return true
  }

/** Takes the rows or columns of the selection away, never all of them; the caret stays in the table. */
const remove =
  (axis: Axis): TableStep =>
  (state, tr) => {
    if (!isInTable(state)) return false
    const { tableStart, top, left } = selectedRect(state)
    if (!(axis === 'row' ? deleteRow : deleteColumn)(state, dispatch)) return false
    enter(tr, tableStart, top, left)
    return true
  }

/** Makes the first row or column a header, or plain cells again; the corner stays with the other header. */
const turnHead =
  (axis: Axis): TableStep =>
  (state, tr) => {
    if (!isInTable(state)) return false
    const { table, map, tableStart } = selectedRect(state)
    const heads = headsOf(table)
    const others = { ...heads, [axis]: false }
    for (const at of map.cellsInRect(firstLine(map, axis)))
      setHeader(tr, { table, map, tableStart }, at, !heads[axis] || isNamed({ map }, at, others))
    return true
  }

/** Makes one of the selected cells, with the caret behind what stood in them. */
const merge: TableStep = (state, tr) => {
  if (!isInTable(state)) return false
  const { left, right, top, bottom } = selectedRect(state)
  if (right - left > maxSpan || bottom - top > maxSpan) return false
  if (!mergeCells(state, dispatch)) return false
  const { selection } = tr
  // A cell that stays selected would lose all that was merged to the next letter.
  if (selection instanceof CellSelection) {
    const { pos, nodeAfter } = selection.$anchorCell
    tr.setSelection(Selection.near(tr.doc.resolve(pos + (nodeAfter?.nodeSize ?? 2) - 1), -1))
  }
  return true
}

/** Parts a merged cell into those that it covers; what stood in it stays in the first. */
const split: TableStep = (state, tr) => {
  if (!isInTable(state)) return false
  const { table } = selectedRect(state)
  const heads = headsOf(table)
  const { tableHeader, tableCell } = state.schema.nodes
  const hasHead = heads.row || heads.column
  const isDone = splitCellWithType(({ node, row, col }) => {
    const isPlain = hasHead && !(heads.row && row === 0) && !(heads.column && col === 0)
    return (isHeader(node) && !isPlain ? tableHeader : tableCell) ?? node.type
  })(state, dispatch)
  if (isDone && tr.selection instanceof CellSelection)
    tr.setSelection(Selection.near(tr.doc.resolve(tr.selection.$anchorCell.pos + 1)))
  return isDone
}

/** What each command for tables does. "Before" and "after" are meant in the order of reading: after is to the left in Arabic. */
export const tableCommands: Readonly<Record<TableCommand, TableStep>> = {
  'table-row-before': insert('row', false),
  'table-row-after': insert('row', true),
  'table-column-before': insert('column', false),
  'table-column-after': insert('column', true),
  'table-header-row': turnHead('row'),
  'table-header-column': turnHead('column'),
  'table-merge': merge,
  'table-split': split,
  'table-delete-row': remove('row'),
  'table-delete-column': remove('column'),
  'table-delete': (state) => isInTable(state) && deleteTable(state, dispatch),
}
