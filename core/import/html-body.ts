import type {
  Block,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  StoryBody,
  TableCell,
  TableRow,
} from '../model/body.ts'
import type { Direction } from '../model/language-code.ts'
import { cleanLine } from './clean-inline.ts'
import { directionOf, withMark } from './html-marks.ts'
import {
  attribute,
  elementsOf,
  findElement,
  hasClass,
  isElement,
  isText,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.ts'
import { InlineText } from './inline-text.ts'
import { footnoteId, ownFeature } from './own-features.ts'
import { embedOf, galleryOf, pictureOf } from './html-picture.ts'
import type { PageReading } from './page-reading.ts'

interface Place {
  page: PageReading
  /** The direction of the block that this stands in. */
  direction: Direction
  /** What a wrapper without a node of its own said. */
  said: Direction | undefined
  depth: number
}

/** Deeper quotes and lists are laid flat: no story needs them and every reader of the file must walk them. */
const maxBlockDepth = 20

/** The story below an element. */
export function storyOf(root: HtmlElement, page: PageReading, said?: Direction): StoryBody {
  const content = blocksOf(root.childNodes, { page, direction: page.direction, said, depth: 0 })
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

type Handler = (element: HtmlElement, place: Place) => Block[]
const heading =
  (level: 2 | 3 | 4): Handler =>
  (element, place) =>
    textBlocks(element, place, (content, dir) => ({ type: 'heading', attrs: { level, ...dir }, ...content }))
const paragraph: Handler = (element, place) =>
  textBlocks(element, place, (content, dir) => ({ type: 'paragraph', ...attrsOf(dir), ...content }))

/** What becomes of an element that is a block; any other is looked through. */
const handlers: Record<string, Handler> = {
  p: paragraph,
  pre: paragraph,
  address: paragraph,
  dt: paragraph,
  dd: paragraph,
  summary: paragraph,
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(4),
  h6: heading(4),
  ul: list,
  ol: list,
  blockquote,
  figure,
  table,
  hr: () => [{ type: 'horizontalRule' }],
  img: (element, place) => pictureBlock(element, undefined, place),
}

function blocksOf(nodes: readonly HtmlNode[], place: Place): Block[] {
  const blocks: Block[] = []
  let loose: HtmlNode[] = []
  const closeLoose = () => {
    blocks.push(...looseParagraphs(loose, place))
    loose = []
  }
  for (const node of nodes) {
    if (!isElement(node)) {
      if (isText(node)) loose.push(node)
      continue
    }
    if (place.page.isDropped(node)) continue
    // A box within another is what a lost end tag makes: no story has one, and its blocks are the outer one's.
    const isOurs = (place.page.isOwn || place.page.hasFootnotes) && place.depth === 0
    const handler = (isOurs && ownFeature(node) && feature) || handlers[node.tagName]
    if (!handler && !holdsBlocks(node)) loose.push(node)
    else {
      closeLoose()
      blocks.push(...(handler ? handler(node, place) : blocksOf(node.childNodes, wrapped(node, place))))
    }
  }
  closeLoose()
  return blocks
}

const transparent = new Set([
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'center',
  'details',
  'dl',
  'body',
  'aside',
  'picture',
  'li',
  'td',
  'th',
  'tr',
  'tbody',
])
const holdsBlocks = (element: HtmlElement): boolean =>
  transparent.has(element.tagName) ||
  elementsOf(element).some(({ tagName }) => tagName in handlers || transparent.has(tagName))

const wrapped = (element: HtmlElement, place: Place): Place => ({
  ...place,
  said: directionOf(element) ?? place.said,
})

type DirAttrs = { dir?: Direction }
const attrsOf = (dir: DirAttrs): { attrs?: DirAttrs } => (dir.dir ? { attrs: dir } : {})

/** The direction of a block: stored where it is not the article's or not that of what it stands in. */
function directed(element: HtmlElement, place: Place): { dir: DirAttrs; inside: Place } {
  const said = directionOf(element) ?? place.said
  const isStored = said !== undefined && (said !== place.page.direction || said !== place.direction)
  const inside = { ...place, direction: said ?? place.direction, said: undefined, depth: place.depth + 1 }
  return { dir: isStored ? { dir: said } : {}, inside }
}

/** Inline nodes between blocks: a paragraph, or several where two line breaks part them. */
function looseParagraphs(nodes: readonly HtmlNode[], place: Place): Block[] {
  if (nodes.every((node) => isText(node) && !node.value.trim())) return []
  const said = place.said !== undefined && place.said !== place.direction ? { dir: place.said } : {}
  return inlineLines(nodes, place)
    .filter((line) => line.length > 0)
    .map((content): Paragraph => Object.assign({ type: 'paragraph' as const, content }, attrsOf(said)))
}

function inlineLines(nodes: readonly HtmlNode[], { page }: Place): Inline[][] {
  const text = new InlineText(page.isOwn)
  collect(nodes, [], text, page)
  page.removed += text.removed
  return text.lines()
}

function textBlocks(
  element: HtmlElement,
  place: Place,
  build: (content: { content?: Inline[] }, dir: DirAttrs) => Block,
): Block[] {
  const { dir } = directed(element, place)
  const lines = inlineLines(element.childNodes, place)
  const pictures = place.page.isOwn ? [] : picturesIn(element, place)
  if (place.page.isOwn) return [build(contentOf(lines.flat()), dir)]
  return [
    ...lines.filter((line) => line.length > 0).map((line) => build({ content: line }, dir)),
    ...pictures,
  ]
}

function collect(
  nodes: readonly HtmlNode[],
  marks: readonly Mark[],
  text: InlineText,
  page: PageReading,
): void {
  for (const node of nodes) {
    if (isText(node)) text.add(node.value, marks)
    else if (isElement(node) && !page.isDropped(node)) {
      const id = page.isOwn || page.hasFootnotes ? footnoteId(node) : undefined
      if (id !== undefined) text.footnote(id)
      else if (node.tagName === 'br') text.break(marks)
      else collect(node.childNodes, withMark(node, marks, page.isOwn), text, page)
    }
  }
}

const contentOf = (content: Inline[]): { content?: Inline[] } => (content.length > 0 ? { content } : {})
const picturesIn = (element: HtmlElement, place: Place): Block[] =>
  elementsOf(element)
    .filter(({ tagName }) => tagName === 'img')
    .flatMap((img) => pictureBlock(img, undefined, place))

function list(element: HtmlElement, place: Place): Block[] {
  const { dir, inside } = directed(element, place)
  const items = element.childNodes.flatMap((node): ListItem[] => {
    if (!isElement(node) || place.page.isDropped(node)) return []
    const content = blocksOf(node.tagName === 'li' ? node.childNodes : [node], wrapped(node, inside))
    return content.length > 0 ? [{ type: 'listItem', content }] : []
  })
  if (items.length === 0 || inside.depth > maxBlockDepth) return items.flatMap(({ content }) => content)
  if (element.tagName === 'ul') return [{ type: 'bulletList', ...attrsOf(dir), content: items }]
  const start = Number.parseInt(attribute(element, 'start') ?? '', 10)
  const attrs = { ...(start >= 0 && start <= 1_000_000 && start !== 1 && { start }), ...dir }
  return [{ type: 'orderedList', ...(Object.keys(attrs).length > 0 && { attrs }), content: items }]
}

function blockquote(element: HtmlElement, place: Place): Block[] {
  const { dir, inside } = directed(element, place)
  const content = blocksOf(element.childNodes, inside)
  if (content.length === 0 || inside.depth > maxBlockDepth) return content
  return [{ type: 'blockquote', ...attrsOf(dir), content }]
}

function figure(element: HtmlElement, place: Place): Block[] {
  if (hasClass(element, 'pull-quote')) return pullQuote(element, place)
  if (place.page.isOwn && hasClass(element, 'embed'))
    return embedOf(element, place.page, directed(element, place).dir)
  const inner = elementsOf(element).filter(({ tagName }) => tagName === 'figure')
  if (inner.length > 1) {
    const { dir, inside } = directed(element, place)
    return galleryOf(
      element,
      inner.flatMap((each) => figure(each, inside)),
      dir,
    )
  }
  const img = findElement(element, ({ tagName }) => tagName === 'img')
  const figcaption = findElement(element, ({ tagName }) => tagName === 'figcaption')
  if (img) return pictureBlock(img, figcaption, place)
  return blocksOf(element.childNodes, wrapped(element, place))
}

function pullQuote(element: HtmlElement, place: Place): Block[] {
  const { dir, inside } = directed(element, place)
  const words = findElement(element, ({ tagName }) => tagName === 'blockquote') ?? element
  const content = blocksOf(words.childNodes, inside).filter((block) => block.type === 'paragraph')
  const said = findElement(element, ({ tagName }) => tagName === 'figcaption')
  const attrs = { ...dir, ...(said && { cite: cleanLine(textOf(said)) }) }
  if (content.length === 0) return []
  return [{ type: 'pullQuote', ...(Object.keys(attrs).length > 0 && { attrs }), content }]
}

function feature(element: HtmlElement, place: Place): Block[] {
  const { dir, inside } = directed(element, place)
  const read = ownFeature(element)?.(element, {
    attrs: attrsOf(dir),
    blocks: (nodes) => blocksOf(nodes, inside),
    inlines: (nodes) => inlineLines(nodes, inside).flat(),
  })
  return read ? [read] : []
}

function table(element: HtmlElement, place: Place): Block[] {
  const { dir, inside } = directed(element, place)
  const isOwnRow = (row: HtmlElement) => row.tagName === 'tr'
  const rows = elementsOf(element, ({ tagName }) => tagName !== 'table')
    .filter(isOwnRow)
    .map((row): TableRow => ({
      type: 'tableRow',
      content: row.childNodes.flatMap((node) => cellOf(node, inside)),
    }))
    .filter(({ content }) => content.length > 0)
  // One cell is a frame around a page, not a table.
  const isFrame = rows.every(({ content }) => content.length === 1) && !place.page.isOwn
  if (rows.length === 0 || isFrame || inside.depth > maxBlockDepth) {
    return rows
      .flatMap(({ content }) => content.flatMap((cell) => cell.content))
      .filter((block) => block.type !== 'paragraph' || block.content)
  }
  return [{ type: 'table', ...attrsOf(dir), content: rows }]
}

function cellOf(node: HtmlNode, place: Place): TableCell[] {
  if (!isElement(node) || (node.tagName !== 'td' && node.tagName !== 'th')) return []
  const span = (name: string) => {
    const count = Number.parseInt(attribute(node, name) ?? '', 10)
    return count > 1 && count <= 200 ? { [name]: count } : {}
  }
  const isHeader = node.tagName === 'th' || (place.page.isOwn && hasClass(node, 'corner'))
  const widths = attribute(node, 'data-colwidth')?.split(',').map(Number).filter(Number.isFinite)
  const attrs = {
    ...span('colspan'),
    ...span('rowspan'),
    ...(widths && widths.length > 0 && { colwidth: widths }),
  }
  const content = blocksOf(node.childNodes, { ...wrapped(node, place), depth: place.depth + 1 })
  return [
    {
      type: isHeader ? 'tableHeader' : 'tableCell',
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    },
  ]
}

function pictureBlock(img: HtmlElement, figcaption: HtmlElement | undefined, { page }: Place): Block[] {
  const attrs = pictureOf(img, figcaption, page)
  return attrs ? [{ type: 'image', attrs }] : []
}
