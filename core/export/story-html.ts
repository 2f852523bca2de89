import { unknownNode, type Block, type BodyNode, type TableCell, type TableRow } from '../model/body.ts'
import { blockText } from '../model/measure.ts'
import { featureHtml } from './feature-html.ts'
import { inlineHtml, lineHtml } from './inline-html.ts'
import { element } from './markup.ts'
import type { PageContext } from './page-context.ts'
import { embedHtml } from './embed-html.ts'
import { pictureHtml } from './picture-html.ts'
import { directed, type Directional, type Place } from './place.ts'

/**
 * The story as HTML: exactly one element for each block of the top level that is published, in order (the preview
 * scrolls by that).
 */
export const storyHtml = (blocks: readonly Block[], page: PageContext): string =>
  blocks
    .filter(({ type }) => type !== 'note')
    .map((block, at) => nodeHtml(block, { page, direction: page.direction, at }))
    .join('\n')

function nodeHtml(node: BodyNode, place: Place): string {
  switch (node.type) {
    case 'text':
    case 'hardBreak':
    case 'footnote':
      return inlineHtml([node], place.direction, place.page.footnotes)
    case 'paragraph':
      return textBlock('p', node, place)
    case 'heading':
      return textBlock(`h${node.attrs.level}`, node, place)
    case 'bulletList':
      return container('ul', node, place)
    case 'orderedList':
      return container('ol', node, place, { start: node.attrs?.start === 1 ? undefined : node.attrs?.start })
    case 'listItem':
      return container('li', node, place)
    case 'blockquote':
      return container('blockquote', node, place)
    case 'pullQuote':
      return pullQuote(node, place)
    case 'horizontalRule':
      return '<hr>'
    case 'table':
      return table(node, place)
    case 'tableRow':
      return element('tr', {}, node.content.map((cell) => cellHtml(cell, node, false, place)).join(''))
    case 'tableCell':
    case 'tableHeader':
      return cellHtml(node, undefined, false, place)
    case 'image':
      return pictureHtml(node.attrs, place.page)
    case 'embed': {
      const { inside, dir } = directed(node, place)
      return embedHtml(node.attrs, { ...place.page, direction: inside.direction }, dir)
    }
    case 'gallery':
      return gallery(node, place)
    case 'note':
      return ''
    case 'factBox':
    case 'factTitle':
    case 'questions':
    case 'questionAnswer':
    case 'question':
    case 'answer':
    case 'timeline':
    case 'timelineEntry':
    case 'when':
    case 'sources':
    case 'source':
      return featureHtml(node, place, nodeHtml)
    default:
      return unknownNode(node)
  }
}

function textBlock(name: string, node: Extract<BodyNode, { type: 'paragraph' | 'heading' }>, place: Place) {
  const { inside, dir } = directed(node, place)
  return element(name, { dir }, inlineHtml(node.content ?? [], inside.direction, place.page.footnotes))
}

function container(
  name: string,
  node: Directional & { content: readonly BodyNode[] },
  place: Place,
  attributes: Record<string, number | undefined> = {},
): string {
  const { inside, dir } = directed(node, place)
  return element(name, { dir, ...attributes }, node.content.map((child) => nodeHtml(child, inside)).join(''))
}

function pullQuote(node: Extract<BodyNode, { type: 'pullQuote' }>, place: Place): string {
  const { inside, dir } = directed(node, place)
  const words = element('blockquote', {}, node.content.map((child) => nodeHtml(child, inside)).join(''))
  const cite = node.attrs?.cite ? element('figcaption', {}, lineHtml(node.attrs.cite, inside.direction)) : ''
  return element('figure', { class: 'pull-quote', dir }, words + cite)
}

function table(node: Extract<BodyNode, { type: 'table' }>, place: Place): string {
  const { inside, dir } = directed(node, place)
  const [first, ...others] = node.content
  const isHead = first?.content.every((cell) => cell.type === 'tableHeader') && others.length > 0
  const head = isHead && first ? element('thead', {}, rowHtml(first, true, inside)) : ''
  const rows = (isHead ? others : node.content).map((row) => rowHtml(row, false, inside)).join('')
  // The frame scrolls, not the page; `tabindex` lets keys scroll it.
  return element(
    'div',
    { class: 'table', tabindex: 0 },
    element('table', { dir }, `${head}${element('tbody', {}, rows)}`),
  )
}

const rowHtml = (row: TableRow, isHead: boolean, place: Place): string =>
  element('tr', {}, row.content.map((cell) => cellHtml(cell, row, isHead, place)).join(''))

function cellHtml(cell: TableCell, row: TableRow | undefined, isHead: boolean, place: Place): string {
  const { colspan, rowspan, colwidth } = cell.attrs ?? {}
  const isHeader = cell.type === 'tableHeader'
  // A header without words names nothing: readers aloud would stop at it (axe: empty-table-header).
  const isCorner = isHeader && cell.content.every((block) => blockText(block).trim() === '')
  const isAcross = isHead || (row?.content.every(({ type }) => type === 'tableHeader') ?? false)
  return element(
    isHeader && !isCorner ? 'th' : 'td',
    {
      class: isCorner ? 'corner' : undefined,
      colspan: colspan === 1 ? undefined : colspan,
      rowspan: rowspan === 1 ? undefined : rowspan,
      scope: isHeader && !isCorner ? (isAcross ? 'col' : 'row') : undefined,
      'data-colwidth': colwidth?.join(','),
    },
    cell.content.map((child) => nodeHtml(child, place)).join(''),
  )
}

function gallery(node: Extract<BodyNode, { type: 'gallery' }>, place: Place): string {
  const { inside, dir } = directed(node, place)
  const pictures = node.content.map(({ attrs }) =>
    pictureHtml(attrs, { ...place.page, direction: inside.direction }),
  )
  const caption = node.attrs?.caption
  const words = caption ? element('figcaption', {}, lineHtml(caption, inside.direction)) : ''
  // Four in rows of three would leave one alone.
  const inPairs = node.content.length === 2 || node.content.length === 4
  const className = inPairs ? 'gallery in-pairs' : 'gallery'
  return element(
    'figure',
    { class: className, dir },
    element('div', { class: 'pictures' }, pictures.join('')) + words,
  )
}
