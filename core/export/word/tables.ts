import type { Table, TableCell } from '../../model/body.ts'
import { xmlElement } from '../xml.ts'
import { styles, tableStyles } from '../../model/word-names.ts'
import { paragraphXml } from './paragraph.ts'
import type { Place, WriteBlocks } from './place.ts'

/** One cell of a row as Word counts them: one for each place of the grid that a cell begins or goes on from above. */
export interface GridCell {
  /** XML of its blocks; a paragraph is added where the last is none. */
  content: string
  span: number
  /** Whether it begins a cell of several rows, or goes on with one. */
  merge?: 'restart' | 'continue' | undefined
  /** Whether somebody made its columns as wide as they are. */
  isSized?: boolean
}
export interface GridRow {
  cells: GridCell[]
  isHead?: boolean
}
export interface TableLook {
  style: (typeof tableStyles)[keyof typeof tableStyles]
  /** Widths of the columns, twentieths of a point. */
  columns: readonly number[]
  description?: string
}

/** A table with its first column where its direction begins, and behind it the small gap that keeps two apart. */
export function gridXml(
  rows: readonly GridRow[],
  { style, columns, description }: TableLook,
  place: Place,
): string {
  const isRtl = place.direction === 'rtl'
  const properties = xmlElement(
    'w:tblPr',
    {},
    xmlElement('w:tblStyle', { 'w:val': style }),
    // Said in either case: in a page from right to left LibreOffice turns a table that says nothing.
    isRtl ? '<w:bidiVisual/>' : '<w:bidiVisual w:val="0"/>',
    xmlElement('w:tblW', { 'w:w': columns.reduce((sum, each) => sum + each, 0), 'w:type': 'dxa' }),
    place.indent ? xmlElement('w:tblInd', { 'w:w': place.indent, 'w:type': 'dxa' }) : '',
    '<w:tblLayout w:type="fixed"/>',
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>',
    description ? xmlElement('w:tblDescription', { 'w:val': description }) : '',
  )
  const grid = `<w:tblGrid>${columns.map((each) => xmlElement('w:gridCol', { 'w:w': each })).join('')}</w:tblGrid>`
  const body = rows.map((row) => rowXml(row, columns, place)).join('')
  return `<w:tbl>${properties}${grid}${body}</w:tbl>${gapXml(place)}`
}

export const gapXml = (place: Place, style: 'MidadGap' | 'MidadTableHeadGap' = styles.gap): string =>
  paragraphXml(place, { style, direction: place.direction }, '')

function rowXml({ cells, isHead }: GridRow, columns: readonly number[], place: Place): string {
  const used = cells.reduce((sum, { span }) => sum + span, 0)
  const properties = [
    used < columns.length && xmlElement('w:gridAfter', { 'w:val': columns.length - used }),
    '<w:cantSplit/>',
    isHead && '<w:tblHeader/>',
  ]
  let at = 0
  const xml = cells.map((cell) => {
    const width = columns.slice(at, at + cell.span).reduce((sum, each) => sum + each, 0)
    at += cell.span
    return cellXml(cell, width, place)
  })
  return `<w:tr>${xmlElement('w:trPr', {}, properties.filter(Boolean).join(''))}${xml.join('')}</w:tr>`
}

function cellXml({ content, span, merge, isSized = true }: GridCell, room: number, place: Place): string {
  const properties = [
    xmlElement('w:tcW', isSized ? { 'w:w': room, 'w:type': 'dxa' } : { 'w:w': 0, 'w:type': 'auto' }),
    span > 1 && xmlElement('w:gridSpan', { 'w:val': span }),
    merge && xmlElement('w:vMerge', { 'w:val': merge }),
  ]
  const held = content.endsWith('</w:p>') ? content : content + gapXml(place)
  return `<w:tc>${xmlElement('w:tcPr', {}, properties.filter(Boolean).join(''))}${held}</w:tc>`
}

/** A cell that reaches down into rows that are still to be written. */
interface Reaching {
  rows: number
  span: number
}

/** A table of the story: cells over several rows and columns, rows of headers at its top repeated on each page. */
export function tableXml(table: Table, place: Place, write: WriteBlocks): string {
  const columns = columnsOf(table, place)
  const reaching: (Reaching | undefined)[] = []
  const within = { ...place, indent: 0, depth: 0, style: undefined }
  let isHead = true
  const rows = table.content.map((row): GridRow => {
    const cells: GridCell[] = []
    let column = 0
    const passReaching = (): void => {
      for (let above = reaching[column]; above && above.rows > 0; above = reaching[column]) {
        above.rows -= 1
        cells.push({ content: '', span: above.span, merge: 'continue', isSized: false })
        column += above.span
      }
    }
    for (const cell of row.content) {
      passReaching()
      const span = cell.attrs?.colspan ?? 1
      const down = cell.attrs?.rowspan ?? 1
      if (down > 1) reaching[column] = { rows: down - 1, span }
      const width = columns.slice(column, column + span).reduce((sum, each) => sum + each, 0)
      const content = cellContent(cell, { ...within, width }, write)
      const isSized = Boolean(cell.attrs?.colwidth?.length)
      cells.push({ content, span, merge: down > 1 ? 'restart' : undefined, isSized })
      column += span
    }
    passReaching()
    // Word takes no row without a cell.
    if (cells.length === 0) cells.push({ content: '', span: columns.length, isSized: false })
    isHead &&= row.content.length > 0 && row.content.every(({ type }) => type === 'tableHeader')
    return { cells, isHead }
  })
  return gridXml(rows, { style: tableStyles.table, columns }, place)
}

function cellContent(cell: TableCell, place: Place, write: WriteBlocks): string {
  if (cell.type !== 'tableHeader') return write(cell.content, place)
  const content = write(cell.content, { ...place, style: styles.tableHead })
  // What has no words of its own (a list, a picture) is told by the gap under it.
  const hasWords = cell.content.some(({ type }) => type === 'paragraph')
  return hasWords ? content : content + gapXml(place, styles.headGap)
}

/** A pixel is 15 twentieths of a point. */
const twipsOfPixel = 15

/** As many columns as the longest row has, as wide as somebody made them, all together as wide as there is room. */
function columnsOf(table: Table, place: Place): number[] {
  const count = Math.max(1, ...occupied(table))
  const said: number[] = []
  for (const { content } of table.content) {
    let at = 0
    for (const { attrs } of content) {
      for (const [index, width] of (attrs?.colwidth ?? []).entries())
        said[at + index] ??= Math.round(Math.min(Math.max(width, 20), 2000) * twipsOfPixel)
      at += attrs?.colspan ?? 1
    }
  }
  const room = place.width - place.indent
  const known = said.slice(0, count).reduce((sum, each) => sum + (each ?? 0), 0)
  const unknown = count - Object.keys(said.slice(0, count)).length
  const rest = Math.max(400, Math.floor((room - known) / Math.max(1, unknown)))
  return Array.from({ length: count }, (_, at) => said[at] ?? rest)
}

/** How many columns each row takes, with what reaches into it from above. */
function occupied({ content }: Table): number[] {
  const reaching: Reaching[] = []
  return content.map(({ content: cells }) => {
    const above = reaching.filter(({ rows }) => rows > 0)
    const from = above.reduce((sum, { span }) => sum + span, 0)
    for (const each of above) each.rows -= 1
    for (const { attrs } of cells)
      if ((attrs?.rowspan ?? 1) > 1)
        reaching.push({ rows: (attrs?.rowspan ?? 1) - 1, span: attrs?.colspan ?? 1 })
    return from + cells.reduce((sum, { attrs }) => sum + (attrs?.colspan ?? 1), 0)
  })
}
