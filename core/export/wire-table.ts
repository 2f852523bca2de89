import type { BodyNode, Table, TableCell, TableRow } from '../model/body.ts'
import { element } from './markup.ts'
import { wireDirected, type WirePlace, type WriteNode } from './wire-place.ts'

/** A table and its parts as XHTML: a first row all of headers stands in `thead`. */
export function wireTable(node: Table | TableRow | TableCell, place: WirePlace, write: WriteNode): string {
  if (node.type === 'tableRow') return element('tr', {}, all(node.content, place, write))
  if (node.type !== 'table') return cell(node, place, write)
  const { inside, dir } = wireDirected(node, place)
  const rows = node.content.filter(({ content }) => content.length > 0)
  const [first, ...others] = rows
  const isHead = first !== undefined && others.length > 0 && first.content.every(isHeadCell)
  const head = isHead ? element('thead', {}, write(first, inside)) : ''
  return element('table', { dir }, head + element('tbody', {}, all(isHead ? others : rows, inside, write)))
}

// A cell that reaches into the rows below cannot stand in a head of one row.
const isHeadCell = ({ type, attrs }: TableCell): boolean =>
  type === 'tableHeader' && (attrs?.rowspan ?? 1) === 1
const all = (nodes: readonly BodyNode[], place: WirePlace, write: WriteNode): string =>
  nodes.map((child) => write(child, place)).join('')

function cell({ type, attrs, content }: TableCell, place: WirePlace, write: WriteNode): string {
  const { colspan, rowspan, colwidth } = attrs ?? {}
  return element(
    type === 'tableHeader' ? 'th' : 'td',
    {
      colspan: colspan === 1 ? undefined : colspan,
      rowspan: rowspan === 1 ? undefined : rowspan,
      'data-colwidth': colwidth?.join(','),
    },
    all(content, place, write),
  )
}
