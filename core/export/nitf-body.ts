import { languageOf } from '../language/registry.ts'
import { digitsOfLists } from '../language/digits-of-lists.ts'
import type { Article } from '../model/article.ts'
import {
  unknownNode,
  type BodyNode,
  type EmbedAttrs,
  type Inline,
  type PictureAttrs,
  type Table,
  type TableCell,
  type TableRow,
} from '../model/body.ts'
import type { StoryMap } from '../model/carried.ts'
import { cleanHref } from '../model/clean-body.ts'
import { nitfInline, nitfLine } from './nitf-inline.ts'
import { PageFootnotes } from './page-footnotes.ts'
import { wireDirected, type Directional, type WireBody, type WirePlace } from './wire-place.ts'
import { xmlElement, xmlEscaped, type XmlAttributes } from './xml.ts'

/** How the story stands in NITF 3.6; docs/wire.md. */
export const nitfStory = {
  paragraph: 'p',
  heading: 'hl2, its level as class',
  bulletList: 'ul',
  orderedList: 'ol with seqnum',
  listItem: 'li',
  blockquote: 'bq with block',
  pullQuote: 'bq.pull-quote with credit',
  horizontalRule: 'hr',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'as: td; not its width',
  tableHeader: 'as: th; not its width',
  image: 'media, its crop as media-metadata',
  gallery: 'media.gallery for each picture, with its number as media-metadata',
  embed: 'media.embed with the link in its caption',
  note: 'leave-out',
  factBox: 'block.fact-box',
  factTitle: 'hl2.fact-title',
  questions: 'dl.questions',
  questionAnswer: 'dt and dd',
  question: 'dt',
  answer: 'dd',
  timeline: 'ol.timeline',
  timelineEntry: 'li',
  when: 'p.when',
  sources: 'ol.sources',
  source: 'li',
  footnote: 'a.footnote',
  hardBreak: 'br',
  bold: 'em.bold',
  italic: 'em',
  underline: 'em.underline',
  strike: 'em.strike',
  subscript: 'num with sub',
  superscript: 'num with sup',
  link: 'a',
  bdi: 'lang.set, its direction as an attribute of XHTML',
  dir: 'an attribute of XHTML: NITF has none of its own',
} as const satisfies StoryMap

const el = (name: string, attributes: XmlAttributes, ...content: string[]): string =>
  xmlElement(name, attributes, ...content)

/** The story as the content of NITF's `body.content`. Direction stands in `h:dir`, `h` being XHTML's namespace. */
export function nitfStoryXml(article: Article, addressOf: WireBody['addressOf']): string {
  const language = languageOf(article.language)
  const footnotes = new PageFootnotes(article.body, digitsOfLists(language.code, undefined))
  const body = { direction: language.direction, footnotes, addressOf }
  const ids = new Set<string>()
  const galleries = { count: 0 }
  return article.body.content
    .map((block, at) => nodeXml(block, { body, direction: body.direction, at, ids, galleries }))
    .filter(Boolean)
    .join('\n')
}

interface NitfPlace extends WirePlace {
  /** Those that are taken: an ID stands once. */
  ids: Set<string>
  /** So far. */
  galleries: { count: number }
}

const inside = (node: Directional, place: NitfPlace): { place: NitfPlace; dir: string | undefined } => {
  const { inside: directed, dir } = wireDirected(node, place)
  return { place: { ...place, ...directed }, dir }
}
const all = (nodes: readonly BodyNode[], place: NitfPlace): string =>
  nodes.map((node) => nodeXml(node, place)).join('')
const words = (content: Parameters<typeof nitfInline>[0] | undefined, place: NitfPlace): string =>
  nitfInline(content ?? [], place.direction, place.body.footnotes)
const line = (text: string, place: NitfPlace): string => nitfLine(text, place.direction)

function nodeXml(node: BodyNode, place: NitfPlace): string {
  switch (node.type) {
    case 'text':
    case 'hardBreak':
    case 'footnote':
      return words([node], place)
    case 'paragraph':
      return text('p', node, {}, place)
    case 'heading':
      return text('hl2', node, { class: `level-${node.attrs.level}` }, place)
    case 'factTitle':
      return text('hl2', node, { class: 'fact-title' }, place)
    case 'question':
      return text('dt', node, {}, place)
    case 'when':
      return text('p', node, { class: 'when' }, place)
    case 'source':
      return el('li', idOf(`fn${node.attrs.id}`, place), words(node.content, place))
    case 'bulletList':
      return holder('ul', node, {}, place)
    case 'orderedList':
      return holder('ol', node, { seqnum: node.attrs?.start === 1 ? undefined : node.attrs?.start }, place)
    case 'listItem':
    case 'timelineEntry':
      return holder('li', node, {}, place)
    case 'answer':
      return holder('dd', node, {}, place)
    case 'questionAnswer':
      return all(node.content, place)
    case 'factBox':
      return holder('block', node, { class: 'fact-box' }, place)
    case 'questions':
      return holder('dl', node, { class: 'questions' }, place)
    case 'timeline':
    case 'sources':
      return holder('ol', node, { class: node.type }, place)
    case 'blockquote':
      return blockquote(node, place)
    case 'pullQuote':
      return pullQuote(node, place)
    case 'horizontalRule':
      return el('hr', {})
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'tableHeader':
      return table(node, place)
    case 'image':
      return el('media', { 'media-type': 'image' }, framing(node.attrs), reference(node.attrs, place))
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

/** An element around other nodes. */
function holder(
  name: string,
  node: Directional & { content: readonly BodyNode[] },
  attributes: XmlAttributes,
  around: NitfPlace,
): string {
  const { place, dir } = inside(node, around)
  return el(name, { ...attributes, 'h:dir': dir }, all(node.content, place))
}

/** An element around words. */
function text(
  name: string,
  node: Directional & { content?: readonly Inline[] },
  attributes: XmlAttributes,
  around: NitfPlace,
): string {
  const { place, dir } = inside(node, around)
  return el(name, { ...attributes, 'h:dir': dir }, words(node.content, place))
}

/** An ID stands once in a file: another of the same name is a class. */
function idOf(id: string, { ids }: NitfPlace): XmlAttributes {
  if (ids.has(id)) return { class: id }
  ids.add(id)
  return { id }
}

function blockquote(node: Extract<BodyNode, { type: 'blockquote' }>, around: NitfPlace): string {
  const { place, dir } = inside(node, around)
  return el('bq', { 'h:dir': dir }, el('block', {}, all(node.content, place)))
}

function pullQuote(node: Extract<BodyNode, { type: 'pullQuote' }>, around: NitfPlace): string {
  const { place, dir } = inside(node, around)
  const cite = node.attrs?.cite ? el('credit', {}, line(node.attrs.cite, place)) : ''
  return el('bq', { class: 'pull-quote', 'h:dir': dir }, el('block', {}, all(node.content, place)), cite)
}

function table(node: Table | TableRow | TableCell, around: NitfPlace): string {
  if (node.type === 'tableRow') return node.content.length > 0 ? el('tr', {}, all(node.content, around)) : ''
  if (node.type !== 'table') return cell(node, around)
  const { place, dir } = inside(node, around)
  const rows = all(node.content, place)
  return rows === '' ? '' : el('table', { 'h:dir': dir }, el('tbody', {}, rows))
}

function cell({ type, attrs, content }: TableCell, place: NitfPlace): string {
  const { colspan, rowspan } = attrs ?? {}
  const spans = { colspan: colspan === 1 ? undefined : colspan, rowspan: rowspan === 1 ? undefined : rowspan }
  return el(type === 'tableHeader' ? 'th' : 'td', spans, all(content, place))
}

/** How a picture is cut. */
export function framing({ crop, aspect, focal }: PictureAttrs): string {
  const said = [
    ['crop', crop && [crop.x, crop.y, crop.width, crop.height].join(' ')],
    ['aspect', aspect],
    ['focal', focal && [focal.x, focal.y].join(' ')],
  ] as const
  return said.map(([name, value]) => (value ? el('media-metadata', { name, value }) : '')).join('')
}

/** A picture with its words: what stands in a `media`, once for each picture. */
export function reference(
  picture: PictureAttrs & { mime?: string | undefined },
  place: Pick<NitfPlace, 'body' | 'direction'>,
): string {
  const { media, alt, caption, credit, width, height, mime } = picture
  const source = place.body.addressOf(media)
  const said = (text: string) => nitfLine(text, place.direction)
  return [
    el('media-reference', {
      source,
      'mime-type': mime ?? mimeOf(media),
      'alternate-text': alt,
      width,
      height,
      units: width || height ? 'pixels' : undefined,
    }),
    caption && el('media-caption', {}, el('p', {}, said(caption))),
    credit && el('media-producer', {}, said(credit)),
  ].join('')
}

const mimes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}
const mimeOf = (media: string): string | undefined => mimes[media.split('.').at(-1) ?? '']

/** NITF knows none: the pictures one after the other, each with the number of the gallery that it belongs to. */
function gallery(node: Extract<BodyNode, { type: 'gallery' }>, around: NitfPlace): string {
  const { place, dir } = inside(node, around)
  around.galleries.count += 1
  const number = el('media-metadata', { name: 'gallery', value: around.galleries.count })
  const pictures = node.content.map(({ attrs }) =>
    el(
      'media',
      { 'media-type': 'image', class: 'gallery', 'h:dir': dir },
      number + framing(attrs),
      reference(attrs, place),
    ),
  )
  const caption = node.attrs?.caption
  const said = caption ? el('p', { class: 'gallery-caption', 'h:dir': dir }, line(caption, place)) : ''
  return pictures.join('') + said
}

function embed({ url, title, site, media, alt, dir: own }: EmbedAttrs, around: NitfPlace): string {
  const { place, dir } = inside({ attrs: { dir: own ?? null } }, around)
  const href = cleanHref(url)
  const source = media === null ? undefined : place.body.addressOf(media)
  const shown = title ? line(title, place) : xmlEscaped(url)
  return el(
    'media',
    { 'media-type': 'other', class: 'embed', 'h:dir': dir },
    el('media-reference', { source, 'mime-type': media ? mimeOf(media) : undefined, 'alternate-text': alt }),
    el(
      'media-caption',
      {},
      el(
        'p',
        {},
        href === undefined ? shown : el('a', { href, class: title ? undefined : 'address' }, shown),
      ),
    ),
    site && el('media-producer', {}, line(site, place)),
  )
}
