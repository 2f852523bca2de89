import { digitsOfLists } from '../language/digits-of-lists.ts'
import { languageOf } from '../language/registry.ts'
import type { Article } from '../model/article.ts'
import { unknownNode, type BodyNode, type EmbedAttrs, type PictureAttrs } from '../model/body.ts'
import type { StoryMap } from '../model/carried.ts'
import { cleanHref } from '../model/clean-body.ts'
import { inlineHtml, lineHtml, withoutRuns } from './inline-html.ts'
import { element, opening } from './markup.ts'
import { PageFootnotes } from './page-footnotes.ts'
import { wireDirected, type Directional, type WireBody, type WirePlace } from './wire-place.ts'
import { wireTable } from './wire-table.ts'
import { xmlLetters } from './xml.ts'

/** How the story stands in XHTML, alike in every format that carries it so; docs/wire.md. */
export const xhtmlStory = {
  paragraph: 'p',
  heading: 'h2, h3, h4',
  bulletList: 'ul',
  orderedList: 'ol with start',
  listItem: 'li',
  blockquote: 'blockquote',
  pullQuote: 'figure.pull-quote with blockquote and figcaption',
  horizontalRule: 'hr',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
  image: 'figure with img (its crop as data-crop) and figcaption',
  gallery: 'figure.gallery with a figure for each picture',
  embed: 'figure.embed with a link',
  note: 'leave-out',
  factBox: 'aside.fact-box',
  factTitle: 'h2',
  questions: 'dl.questions',
  questionAnswer: 'div',
  question: 'dt',
  answer: 'dd',
  timeline: 'ol.timeline',
  timelineEntry: 'li',
  when: 'p.when',
  sources: 'section.sources',
  source: 'li',
  footnote: 'sup.footnote with a link',
  hardBreak: 'br',
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  link: 'a',
  bdi: 'bdi.set',
  dir: 'dir',
} as const satisfies StoryMap

/**
 * The story as one XHTML `div`, well-formed XML that an HTML parser reads alike: semantic elements, `dir` and `lang`, isolates as `bdi`, no
 * style. Its class `midad` says that the classes in it are those of docs/wire.md.
 */
export function wireXhtml(article: Article, addressOf: WireBody['addressOf']): string {
  const language = languageOf(article.language)
  const { direction } = language
  const footnotes = new PageFootnotes(article.body, digitsOfLists(language.code, undefined))
  const body = { direction, footnotes, addressOf }
  const blocks = article.body.content
    .map((block, at) => nodeXhtml(block, { body, direction, at }))
    .filter(Boolean)
  const attributes = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    class: 'midad story',
    lang: language.tag,
    dir: direction,
  }
  return asXml(element('div', attributes, blocks.join('\n')))
}

// No text and no attribute of ours holds a bare < or >, so that what looks like a tag is one.
const asXml = (html: string): string => xmlLetters(html).replace(/<(br|hr|img)\b([^<>]*)>/g, '<$1$2/>')

const words = (content: Parameters<typeof inlineHtml>[0] | undefined, place: WirePlace): string =>
  withoutRuns(inlineHtml(content ?? [], place.direction, place.body.footnotes))
const line = (text: string, place: WirePlace): string => withoutRuns(lineHtml(text, place.direction))

function nodeXhtml(node: BodyNode, place: WirePlace): string {
  switch (node.type) {
    case 'text':
    case 'hardBreak':
    case 'footnote':
      return words([node], place)
    case 'paragraph':
      return textBlock('p', node, place)
    case 'heading':
      return textBlock(`h${node.attrs.level}`, node, place)
    case 'factTitle':
      return element('h2', { id: `box-${place.at + 1}` }, words(node.content, place))
    case 'question':
      return element('dt', {}, words(node.content, place))
    case 'when':
      return element('p', { class: 'when' }, words(node.content, place))
    case 'source':
      return element('li', { id: `fn${node.attrs.id}` }, words(node.content, place))
    case 'bulletList':
      return container('ul', node, place)
    case 'orderedList':
      return container('ol', node, place, { start: node.attrs?.start === 1 ? undefined : node.attrs?.start })
    case 'listItem':
    case 'timelineEntry':
      return container('li', node, place)
    case 'blockquote':
      return container('blockquote', node, place)
    case 'answer':
      return container('dd', node, place)
    case 'questionAnswer':
      return container('div', node, place)
    case 'factBox':
      return container('aside', node, place, { class: 'fact-box', 'aria-labelledby': `box-${place.at + 1}` })
    case 'questions':
      return container('dl', node, place, { class: 'questions' })
    case 'timeline':
      return container('ol', node, place, { class: 'timeline' })
    case 'sources':
      return sources(node, place)
    case 'pullQuote':
      return pullQuote(node, place)
    case 'horizontalRule':
      return '<hr>'
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'tableHeader':
      return wireTable(node, place, nodeXhtml)
    case 'image':
      return picture(node.attrs, place)
    case 'gallery':
      return gallery(node, place)
    case 'embed':
      return embed(node.attrs, place)
    case 'note':
      return ''
    default:
      return unknownNode(node)
  }
}

function textBlock(
  name: string,
  node: Extract<BodyNode, { type: 'paragraph' | 'heading' }>,
  place: WirePlace,
) {
  const { inside, dir } = wireDirected(node, place)
  return element(name, { dir }, words(node.content, inside))
}

function container(
  name: string,
  node: Directional & { content: readonly BodyNode[] },
  place: WirePlace,
  attributes: Record<string, string | number | undefined> = {},
): string {
  const { inside, dir } = wireDirected(node, place)
  const content = node.content.map((child) => nodeXhtml(child, inside)).join('')
  return element(name, { ...attributes, dir }, content)
}

function sources(node: Extract<BodyNode, { type: 'sources' }>, place: WirePlace): string {
  const { inside, dir } = wireDirected(node, place)
  const list = element('ol', {}, node.content.map((source) => nodeXhtml(source, inside)).join(''))
  return element('section', { class: 'sources', dir }, list)
}

function pullQuote(node: Extract<BodyNode, { type: 'pullQuote' }>, place: WirePlace): string {
  const { inside, dir } = wireDirected(node, place)
  const said = element('blockquote', {}, node.content.map((child) => nodeXhtml(child, inside)).join(''))
  const cite = node.attrs?.cite ? element('figcaption', {}, line(node.attrs.cite, inside)) : ''
  return element('figure', { class: 'pull-quote', dir }, said + cite)
}

function gallery(node: Extract<BodyNode, { type: 'gallery' }>, place: WirePlace): string {
  const { inside, dir } = wireDirected(node, place)
  const pictures = node.content.map(({ attrs }) => picture(attrs, inside)).join('')
  const caption = node.attrs?.caption ? element('figcaption', {}, line(node.attrs.caption, inside)) : ''
  return element('figure', { class: 'gallery', dir }, pictures + caption)
}

function picture({ media, alt, caption, credit, ...framed }: PictureAttrs, place: WirePlace): string {
  const src = place.body.addressOf(media)
  const { width, height, crop, aspect, focal } = framed
  const img = opening('img', {
    src,
    alt,
    width,
    height,
    'data-crop': crop && [crop.x, crop.y, crop.width, crop.height].join(' '),
    'data-aspect': aspect,
    'data-focal': focal && [focal.x, focal.y].join(' '),
  })
  const said = [
    caption && element('span', { class: 'caption' }, line(caption, place)),
    credit && element('span', { class: 'credit' }, element('bdi', {}, line(credit, place))),
  ].filter(Boolean)
  const words = said.length > 0 ? element('figcaption', {}, said.join(' ')) : ''
  return element(
    'figure',
    { 'data-alt': src === undefined ? alt || undefined : undefined },
    (src ? img : '') + words,
  )
}

function embed({ url, title, site, media, alt, dir: own }: EmbedAttrs, place: WirePlace): string {
  const { inside, dir } = wireDirected({ attrs: { dir: own ?? null } }, place)
  const href = cleanHref(url)
  const src = media === null ? undefined : place.body.addressOf(media)
  const card = [
    src === undefined ? '' : opening('img', { src, alt }),
    title && element('span', { class: 'title' }, line(title, inside)),
    site && element('span', { class: 'site' }, line(site, inside)),
    !title &&
      !site &&
      element('span', { class: 'address', dir: 'ltr' }, line(url, { ...inside, direction: 'ltr' })),
  ]
  const inner = card.filter(Boolean).join(' ')
  const attributes = { class: 'embed', 'data-alt': src === undefined ? alt || undefined : undefined, dir }
  return element('figure', attributes, href === undefined ? inner : element('a', { href }, inner))
}
