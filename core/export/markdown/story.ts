import type { BlockContent, DefinitionContent, RootContent, TableCell as CellNode } from 'mdast'
import type { Article } from '../../model/article.ts'
import {
  unknownNode,
  type Block,
  type BodyNode,
  type PictureAttrs,
  type Table,
  type TableCell,
} from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import { sourcesOf } from '../../model/footnotes.ts'
import { blockText } from '../../model/measure.ts'
import type { Direction } from '../../model/language-code.ts'
import { directionOf } from '../../language/direction.ts'
import type { Feature } from '../../model/story-blocks.ts'
import { lineHtml as drawnLine, withoutRuns } from '../inline-html.ts'
import { element, escaped, opening } from '../markup.ts'
import { lineHtml, phrasing } from './inline.ts'

interface Place {
  /** The article's. */
  page: Direction
  /** Of what stands around. */
  direction: Direction
  footnotes: ReadonlySet<string>
  pathOf: PathOf
}
type Flow = BlockContent | DefinitionContent

const wordsHtml = (text: string, direction: Direction): string => withoutRuns(drawnLine(text, direction))

/** Where a picture lies, beside the file. */
export type PathOf = (media: string) => string

/**
 * The story as a Markdown tree: CommonMark and GFM where they have a sign for it, else HTML with Markdown inside it. A block of
 * another direction than the article's stands in `<div dir>`.
 */
export function storyTree({ language, body }: Article, pathOf: PathOf): RootContent[] {
  const direction = directionOf(language)
  const footnotes = new Set(sourcesOf(body).map(({ attrs }) => attrs.id))
  return blocks(body.content, { page: direction, direction, footnotes, pathOf })
}

const blocks = (nodes: readonly Block[], place: Place): Flow[] => nodes.flatMap((node) => block(node, place))

function block(node: Block, place: Place): Flow[] {
  switch (node.type) {
    case 'paragraph':
      return directed(node, place, (inside) => [paragraph(node.content ?? [], inside)])
    case 'heading':
      return directed(node, place, (inside) => {
        const { level } = node.attrs
        const words = node.content ?? []
        if (blockText(node).trim() === '' && words.every(({ type }) => type !== 'footnote'))
          return [html(element(`h${level}`, {}, lineHtml(words, inside)))]
        return [{ type: 'heading', depth: level, children: phrasing(words, inside, 'html') }]
      })
    case 'bulletList':
    case 'orderedList':
      return directed(node, place, (inside) => [
        {
          type: 'list',
          ordered: node.type === 'orderedList',
          ...(node.type === 'orderedList' && { start: node.attrs?.start ?? 1 }),
          spread: false,
          children: node.content.map(({ content }) => {
            const children = blocks(content, inside)
            return { type: 'listItem', spread: children.length > 2, children }
          }),
        },
      ])
    case 'blockquote':
      return directed(node, place, (inside) => [
        { type: 'blockquote', children: blocks(node.content, inside) },
      ])
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return directed(node, place, (inside) => table(node, inside))
    case 'image':
      return [picture(node.attrs, place)]
    case 'note':
      return []
    case 'pullQuote':
    case 'gallery':
    case 'embed':
      return framed(node, place)
    case 'factBox':
    case 'questions':
    case 'timeline':
    case 'sources':
      return feature(node, place)
    default:
      return unknownNode(node)
  }
}

/** What neither CommonMark nor GFM has: HTML elements as on our pages, with Markdown inside. */
function framed(node: Extract<Block, { type: 'pullQuote' | 'gallery' | 'embed' }>, place: Place): Flow[] {
  const { dir, inside } = directionIn(node, place)
  switch (node.type) {
    case 'pullQuote': {
      const said = node.attrs?.cite
        ? [html(element('figcaption', {}, wordsHtml(node.attrs.cite, inside.direction)))]
        : []
      const words: Flow = { type: 'blockquote', children: blocks(node.content, inside) }
      return between('figure', { class: 'pull-quote', dir }, [words, ...said])
    }
    case 'gallery': {
      const caption = node.attrs?.caption
      return between('figure', { class: 'gallery', dir }, [
        ...node.content.map(({ attrs }) => picture(attrs, inside, true)),
        ...(caption ? [html(element('figcaption', {}, wordsHtml(caption, inside.direction)))] : []),
      ])
    }
    case 'embed':
      return [html(card(node.attrs, dir, place))]
    default:
      return unknownNode(node)
  }
}

/** The blocks of the top level alone; the sources are the footnotes of GFM. */
function feature(node: Feature, place: Place): Flow[] {
  const { dir, inside } = directionIn(node, place)
  switch (node.type) {
    case 'factBox': {
      const [title, ...content] = node.content
      const hasTitle = blockText(title).trim() !== ''
      const head = hasTitle ? [html(element('h2', { id: 'box' }, lineHtml(title.content ?? [], inside)))] : []
      return between(
        hasTitle ? 'aside' : 'div',
        { class: 'fact-box', dir, 'aria-labelledby': hasTitle ? 'box' : undefined },
        [...head, ...blocks(content, inside)],
      )
    }
    case 'questions': {
      const pairs = node.content.flatMap(({ content: [question, answer] }) => [
        html(`<div>\n${element('dt', {}, lineHtml(question.content ?? [], inside))}\n<dd>`),
        ...blocks(answer.content, inside),
        html('</dd>\n</div>'),
      ])
      return between('dl', { class: 'questions', dir }, pairs)
    }
    case 'timeline': {
      const entries = node.content.flatMap(({ content: [when, ...told] }) => [
        html(`<li>\n${element('p', { class: 'when' }, lineHtml(when.content ?? [], inside))}`),
        ...blocks(told, inside),
        html('</li>'),
      ])
      return between('ol', { class: 'timeline', dir }, entries)
    }
    case 'sources':
      return directed(node, place, (within) =>
        node.content.map(({ attrs: { id }, content }) => ({
          type: 'footnoteDefinition',
          identifier: id,
          label: id,
          children: content ? [paragraph(content, within)] : [],
        })),
      )
    default:
      return unknownNode(node)
  }
}

const html = (value: string): Flow => ({ type: 'html', value })
const between = (name: string, attributes: Parameters<typeof opening>[1], inside: Flow[]): Flow[] => [
  ...merged([html(opening(name, attributes)), ...inside, html(`</${name}>`)]),
]

/** Elements that follow each other stand in lines that follow each other; only what is Markdown has blank lines around it. */
function merged(nodes: Flow[]): Flow[] {
  const lines: Flow[] = []
  for (const node of nodes) {
    const last = lines.at(-1)
    if (node.type === 'html' && last?.type === 'html') last.value += `\n${node.value}`
    else lines.push(node.type === 'html' ? { ...node } : node)
  }
  return lines
}

function paragraph(content: Parameters<typeof phrasing>[0], place: Place): Flow {
  const children = phrasing(content, place)
  const isBare = children.every(({ type }) => type === 'html')
  // Markdown has no empty paragraph, and a line of nothing but elements would be a block of them.
  return isBare ? html(element('p', {}, lineHtml(content, place))) : { type: 'paragraph', children }
}

type Directional = { attrs?: { dir?: Direction | null } | undefined }

function directionIn({ attrs }: Directional, place: Place): { dir: Direction | undefined; inside: Place } {
  const own = attrs?.dir ?? undefined
  const isSaid = own !== undefined && (own !== place.direction || own !== place.page)
  return { dir: isSaid ? own : undefined, inside: { ...place, direction: own ?? place.direction } }
}

function directed(node: Directional, place: Place, build: (inside: Place) => Flow[]): Flow[] {
  const { dir, inside } = directionIn(node, place)
  return dir === undefined ? build(inside) : between('div', { dir }, build(inside))
}

function table(node: Table, place: Place): Flow[] {
  const [head, ...others] = node.content
  const columns = head?.content.length ?? 0
  const isPlain =
    head !== undefined &&
    columns > 0 &&
    head.content.every((cell) => cell.type === 'tableHeader' && isPlainCell(cell)) &&
    others.every(
      ({ content }) =>
        content.length === columns && content.every((cell) => cell.type === 'tableCell' && isPlainCell(cell)),
    )
  if (!isPlain) return htmlTable(node, place)
  const cell = ({ content: [words] }: TableCell): CellNode => ({
    type: 'tableCell',
    children: phrasing(words?.type === 'paragraph' ? (words.content ?? []) : [], place, 'html'),
  })
  return [
    {
      type: 'table',
      align: Array.from({ length: columns }, () => null),
      children: node.content.map(({ content }) => ({ type: 'tableRow', children: content.map(cell) })),
    },
  ]
}

/** Whether GFM can say all of a cell: one paragraph of words that begin and end as they are, and no span. */
function isPlainCell({ attrs, content }: TableCell): boolean {
  const [first, ...others] = content
  if (others.length > 0 || first?.type !== 'paragraph' || first.attrs?.dir) return false
  if (attrs?.colwidth || (attrs?.colspan ?? 1) > 1 || (attrs?.rowspan ?? 1) > 1) return false
  const text = blockText(first)
  return text === text.trim()
}

function htmlTable(node: Table, place: Place): Flow[] {
  const rows = node.content.flatMap(({ content }) => [
    html('<tr>'),
    ...content.flatMap(({ type, attrs, content: held }) => {
      const name = type === 'tableHeader' ? 'th' : 'td'
      const { colspan, rowspan, colwidth } = attrs ?? {}
      const attributes = {
        colspan: colspan === 1 ? undefined : colspan,
        rowspan: rowspan === 1 ? undefined : rowspan,
        'data-colwidth': colwidth?.join(','),
      }
      const [line, ...others] = held
      const isLine = others.length === 0 && line?.type === 'paragraph' && !line.attrs?.dir
      if (isLine) return [html(element(name, attributes, lineHtml(line.content ?? [], place)))]
      return between(name, attributes, blocks(held, place))
    }),
    html('</tr>'),
  ])
  return between('table', {}, rows)
}

/** `![alt](media/…)`, with a figure around it where it has words; as an element where it is cut or stands in a gallery. */
function picture(attrs: PictureAttrs, { pathOf, direction }: Place, isInGallery = false): Flow {
  const { media, alt, caption, credit, width, height, crop, aspect, focal } = attrs
  const numbers = (values: readonly number[] | undefined) => values?.join(' ')
  const isPlain = !caption && !credit && !crop && !aspect && !focal && !isInGallery
  if (isPlain)
    return { type: 'paragraph', children: [{ type: 'image', url: pathOf(media), alt, title: null }] }
  const img = opening('img', {
    src: pathOf(media),
    alt,
    width,
    height,
    'data-crop': numbers(crop ? [crop.x, crop.y, crop.width, crop.height] : undefined),
    'data-aspect': aspect,
    'data-focal': numbers(focal ? [focal.x, focal.y] : undefined),
  })
  const words = [
    caption && element('span', { class: 'caption' }, wordsHtml(caption, direction)),
    credit && element('span', { class: 'credit' }, element('bdi', {}, wordsHtml(credit, direction))),
  ].filter(Boolean)
  const under = words.length > 0 ? `\n${element('figcaption', {}, words.join(' '))}` : ''
  return html(`<figure>\n${img}${under}\n</figure>`)
}

function card(
  embed: Extract<BodyNode, { type: 'embed' }>['attrs'],
  dir: Direction | undefined,
  { pathOf, direction }: Place,
): string {
  const { url, title, site, media, alt } = embed
  const img = media === null ? '' : opening('img', { src: pathOf(media), alt })
  const words = [
    title && element('span', { class: 'title' }, wordsHtml(title, dir ?? direction)),
    site && element('bdi', { class: 'site' }, escaped(site)),
  ].filter(Boolean)
  const link = element('a', { href: cleanHref(url) }, `${img}${words.join(' ') || escaped(url)}`)
  return `${opening('figure', { class: 'embed', dir, 'data-alt': media === null ? alt || undefined : undefined })}\n${link}\n</figure>`
}
