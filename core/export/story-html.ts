import { unknownNode, type Block, type BodyNode } from '../model/body.ts'
import { featureHtml } from './feature-html.ts'
import { inlineHtml, lineHtml } from './inline-html.ts'
import { element } from './markup.ts'
import type { PageContext } from './page-context.ts'
import { embedHtml } from './embed-html.ts'
import { pictureHtml } from './picture-html.ts'
import { directed, type Directional, type Place } from './place.ts'
import { cellHtml, tableHtml } from './table-html.ts'

/**
 * The story as HTML: exactly one element for each block of the top level that is published, in order (the preview
 * scrolls by that).
 */
export function storyHtml(blocks: readonly Block[], page: PageContext): string {
  let html = ''
  let at = 0
  for (const block of blocks) {
    if (block.type === 'note') continue
    if (at > 0) html += '\n'
    html += nodeHtml(block, { page, direction: page.direction, at })
    at += 1
  }
  return html
}

/** Nodes one behind the other. */
function allHtml(nodes: readonly BodyNode[], place: Place): string {
  let html = ''
  for (const node of nodes) html += nodeHtml(node, place)
  return html
}

function nodeHtml(node: BodyNode, place: Place): string {
  switch (node.type) {
    case 'paragraph':
      return textBlock('p', node, place)
    case 'text':
    case 'hardBreak':
    case 'footnote':
      return inlineHtml([node], place.direction, place.page.footnotes)
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
      return tableHtml(node, place, nodeHtml)
    case 'tableRow':
      return element('tr', {}, allHtml(node.content, place))
    case 'tableCell':
    case 'tableHeader':
      return cellHtml(node, false, place, nodeHtml)
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
  const words = inlineHtml(node.content ?? nothing, inside.direction, place.page.footnotes)
  // Nearly all of a story: nobody need look what its tag has.
  return dir === undefined ? `<${name}>${words}</${name}>` : element(name, { dir }, words)
}
const nothing: readonly never[] = []

function container(
  name: string,
  node: Directional & { content: readonly BodyNode[] },
  place: Place,
  attributes: Record<string, number | undefined> = {},
): string {
  const { inside, dir } = directed(node, place)
  return element(name, { dir, ...attributes }, allHtml(node.content, inside))
}

function pullQuote(node: Extract<BodyNode, { type: 'pullQuote' }>, place: Place): string {
  const { inside, dir } = directed(node, place)
  const words = element('blockquote', {}, allHtml(node.content, inside))
  const cite = node.attrs?.cite ? element('figcaption', {}, lineHtml(node.attrs.cite, inside.direction)) : ''
  return element('figure', { class: 'pull-quote', dir }, words + cite)
}

function gallery(node: Extract<BodyNode, { type: 'gallery' }>, place: Place): string {
  const { inside, dir } = directed(node, place)
  const pictures = node.content.map(({ attrs }) =>
    pictureHtml(attrs, { ...place.page, direction: inside.direction }, { isInGallery: true }),
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
