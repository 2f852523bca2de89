import {
  maxGallery,
  type Block,
  type Image,
  type Inline,
  type TableCell,
  type TableRow,
} from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { TimelineEntry } from '../../model/story-blocks.ts'
import { cleanLine } from '../clean-inline.ts'
import { childOf, childrenOf, xmlAttribute, xmlText, type XmlElement } from '../xml-tree.ts'
import { flattened } from './elements.ts'
import type { ReadBlocks } from './own-blocks.ts'
import { fieldText, readParagraph, roleOfParagraph, textOf } from './paragraphs.ts'
import { contentOf, filled, inside, mostDepth, stored, type Place } from './place.ts'
import type { Role } from './roles.ts'
import { toggle, valueOf } from './styles.ts'

interface Context {
  place: Place
  read: ReadBlocks
  dir: { attrs?: { dir: Direction } }
}

/** A table, or what it is a frame of. */
export function tableBlocks(table: XmlElement, around: Place, read: ReadBlocks): Block[] {
  const { reading } = around
  if (around.depth >= mostDepth) {
    const words = cleanLine(xmlText(table), 20_000)
    return words ? [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] : []
  }
  const properties = childOf(table, 'tblPr')
  const direction = toggle(properties, 'bidiVisual') ? 'rtl' : 'ltr'
  const place = inside(around, direction)
  const context = { place, read, dir: stored(direction, around.direction) }
  if (reading.isOwn) {
    const style = reading.styles.of(valueOf(properties, 'tblStyle'))?.name ?? ''
    const own = ownBox(table, style, around.depth === 0, context)
    if (own) return own
  }
  const rows = rowsOf(table, context)
  const isFrame = rows.every(({ content }) => content.length <= 1) && !reading.isOwn
  if (isFrame || rows.length === 0) {
    // One cell is a frame around a text, not a table; its words stand in the direction that is around.
    return cellsOf(table).flatMap((cell) => read(childrenOf(cell), { ...place, direction: around.direction }))
  }
  return [{ type: 'table', ...context.dir, content: rows }]
}

const rowElements = (table: XmlElement): XmlElement[] =>
  flattenedTo(childrenOf(table), 'tr').filter((row) => {
    const properties = childOf(row, 'trPr')
    return !(properties && childOf(properties, 'del'))
  })
const cellsOf = (table: XmlElement): XmlElement[] => rowElements(table).flatMap(cellElements)
const cellElements = (row: XmlElement): XmlElement[] => flattenedTo(childrenOf(row), 'tc')

/** Rows or cells, also those inside content controls. */
const flattenedTo = (elements: readonly XmlElement[], name: string): XmlElement[] =>
  flattened(elements).flatMap((element) => {
    if (element.name === name) return [element]
    const content = element.name === 'sdt' ? childOf(element, 'sdtContent') : undefined
    return content ? flattenedTo(childrenOf(content), name) : []
  })

const mostSpan = 200
const spanOf = (value: string | undefined): number => {
  const span = Number(value ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, mostSpan) : 1
}

function rowsOf(table: XmlElement, { place, read }: Context): TableRow[] {
  /** By the column that they begin in: cells that the next row may go on with. */
  let reaching = new Map<number, TableCell>()
  const widths = columnWidths(table)
  return rowElements(table)
    .map((row): TableRow => {
      const properties = childOf(row, 'trPr')
      const isHead = toggle(properties, 'tblHeader') ?? false
      const skipped = Number(valueOf(properties, 'gridBefore') ?? 0)
      const content: TableCell[] = []
      const reached = new Map<number, TableCell>()
      let column = 0
      if (Number.isInteger(skipped) && skipped > 0) {
        column = spanOf(String(skipped))
        content.push({ type: 'tableCell', ...spans(column, {}), content: [{ type: 'paragraph' }] })
      }
      for (const element of cellElements(row)) {
        const about = childOf(element, 'tcPr')
        const colspan = spanOf(valueOf(about, 'gridSpan'))
        const merge = about && childOf(about, 'vMerge')
        const isRestart = merge && xmlAttribute(merge, 'val') === 'restart'
        const above = merge && !isRestart ? reaching.get(column) : undefined
        if (above && (above.attrs?.rowspan ?? 1) < mostSpan) {
          above.attrs = { ...above.attrs, rowspan: (above.attrs?.rowspan ?? 1) + 1 }
          reached.set(column, above)
        } else {
          const sized = place.reading.isOwn ? widthsOf(about, widths, column, colspan) : {}
          const cell = cellOf(element, isHead, spans(colspan, sized), { place, read })
          content.push(cell)
          if (merge) reached.set(column, cell)
        }
        column += colspan
      }
      reaching = reached
      return { type: 'tableRow', content }
    })
    .filter(({ content }, _at, rows) => content.length > 0 || rows.length > 1)
}

type Spans = { attrs?: NonNullable<TableCell['attrs']> }
const spans = (colspan: number, more: NonNullable<TableCell['attrs']>): Spans => {
  const attrs = { ...(colspan > 1 && { colspan }), ...more }
  return Object.keys(attrs).length > 0 ? { attrs } : {}
}

/** Our own tables say the width of a cell only where somebody set it; pixels of 15 twentieths of a point. */
function widthsOf(about: XmlElement | undefined, widths: readonly number[], column: number, span: number) {
  const said = about && childOf(about, 'tcW')
  if (!said || xmlAttribute(said, 'type') !== 'dxa') return {}
  const own = widths.slice(column, column + span).map((width) => Math.round(width / 15))
  return own.length === span && own.every((width) => width > 0) ? { colwidth: own } : {}
}

function columnWidths(table: XmlElement): number[] {
  const grid = childOf(table, 'tblGrid')
  return grid ? childrenOf(grid, 'gridCol').map((column) => Number(xmlAttribute(column, 'w') ?? 0)) : []
}

const ofHeads: ReadonlySet<Role> = new Set<Role>(['tableHead', 'headGap'])

function cellOf(
  element: XmlElement,
  isHead: boolean,
  { attrs }: Spans,
  { place, read }: Pick<Context, 'place' | 'read'>,
): TableCell {
  const isNamed = flattened(childrenOf(element)).some(
    (each) => each.name === 'p' && ofHeads.has(roleOfParagraph(each, place.reading)),
  )
  return {
    type: isNamed || (isHead && !place.reading.isOwn) ? 'tableHeader' : 'tableCell',
    ...(attrs && { attrs }),
    content: filled(read(childrenOf(element), place)),
  }
}

/** A box of ours: by the style of its table, or, where another program has dropped that, by what stands in it. */
function ownBox(table: XmlElement, style: string, isTop: boolean, context: Context): Block[] | undefined {
  const cells = cellsOf(table)
  const [first] = cells
  if (!first) return undefined
  const holds = (role: Role): boolean => cells.some((cell) => paragraphOf(cell, role, context) !== undefined)
  if (style === 'midad card' || holds('embedTitle') || holds('embedAddress'))
    return embed(table, first, context)
  const isOfPictures =
    style !== 'midad table' && holds('picture') && cells.every((cell) => isOfPicture(cell, context))
  if (style === 'midad gallery' || holds('galleryCaption') || isOfPictures) return gallery(cells, context)
  if (!isTop) return undefined
  const isAlone = cells.length === 1 && style !== 'midad table'
  if (style === 'midad fact box' || isAlone) return factBox(first, context)
  if (style === 'midad timeline' || holds('when')) return timeline(table, context)
  return undefined
}

const ofPictures: ReadonlySet<Role> = new Set<Role>(['picture', 'caption', 'galleryCaption', 'gap'])
const isOfPicture = (cell: XmlElement, { place }: Context): boolean =>
  flattened(childrenOf(cell)).every((element) => {
    // Another table, or a quotation of ours.
    if (element.name === 'tbl' || element.name === 'sdt') return false
    if (element.name !== 'p' || ofPictures.has(roleOfParagraph(element, place.reading))) return true
    return cleanLine(xmlText(element)) === ''
  })
const paragraphOf = (cell: XmlElement, role: Role, { place }: Context): XmlElement | undefined =>
  flattened(childrenOf(cell)).find(
    (element) => element.name === 'p' && roleOfParagraph(element, place.reading) === role,
  )
const wordsOf = (element: XmlElement | undefined, { place }: Context): Inline[] =>
  element ? readParagraph(element, place.reading).line.content : []

function factBox(cell: XmlElement, context: Context): Block[] {
  const title = paragraphOf(cell, 'factTitle', context)
  const rest = flattened(childrenOf(cell)).filter((element) => element !== title)
  return [
    {
      type: 'factBox',
      ...context.dir,
      content: [
        { type: 'factTitle', ...contentOf(wordsOf(title, context)) },
        ...filled(context.read(rest, context.place)),
      ],
    },
  ]
}

function timeline(table: XmlElement, context: Context): Block[] {
  const content = rowElements(table).map((row): TimelineEntry => {
    const [time, told] = cellElements(row)
    const when = time && paragraphOf(time, 'when', context)
    const blocks = told ? context.read(childrenOf(told), context.place) : []
    return {
      type: 'timelineEntry',
      content: [{ type: 'when', ...contentOf(wordsOf(when, context)) }, ...filled(blocks)],
    }
  })
  return [{ type: 'timeline', ...context.dir, content }]
}

function gallery(cells: readonly XmlElement[], context: Context): Block[] {
  const images = cells
    .flatMap((cell) => context.read(childrenOf(cell), context.place))
    .filter((block): block is Image => block.type === 'image')
  const words = cells.map((cell) => paragraphOf(cell, 'galleryCaption', context)).find(Boolean)
  const caption = fieldText(wordsOf(words, context), 5000)
  if (images.length < 2 || images.length > maxGallery) {
    const said: Block[] = caption ? [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }] : []
    return [...images, ...said]
  }
  const attrs = { ...context.dir.attrs, ...(caption && { caption }) }
  return [{ type: 'gallery', ...(Object.keys(attrs).length > 0 && { attrs }), content: images }]
}

function embed(table: XmlElement, cell: XmlElement, context: Context): Block[] | undefined {
  const title = paragraphOf(cell, 'embedTitle', context)
  const line = wordsOf(title ?? paragraphOf(cell, 'embedAddress', context), context)
  const link = line.flatMap(({ marks }) => marks ?? []).find((mark) => mark.type === 'link')
  const url = cleanHref(link?.attrs.href ?? '')
  if (url === undefined || !/^https?:/iu.test(url)) return undefined
  const picture = paragraphOf(cell, 'picture', context)
  const [seen] = picture ? readParagraph(picture, context.place.reading).line.pictures : []
  const said = valueOf(childOf(table, 'tblPr'), 'tblDescription')
  return [
    {
      type: 'embed',
      attrs: {
        url,
        title: title ? cleanLine(textOf(line)) : '',
        site: fieldText(wordsOf(paragraphOf(cell, 'embedSite', context), context), 200),
        media: seen?.media ?? null,
        alt: cleanLine(said ?? seen?.alt ?? ''),
        ...context.dir.attrs,
      },
    },
  ]
}
