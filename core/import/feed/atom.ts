import { idOfUrn } from '../../model/ulid-uuid.ts'
import { decodeMarkup } from '../decode.ts'
import { xmlRoot } from '../sniff.ts'
import type { ImportSource } from '../source.ts'
import {
  childOf,
  childrenOf,
  parseXml,
  xmlAttribute,
  xmlText,
  type XmlElement,
  type XmlNode,
} from '../xml-tree.ts'
import { gathered } from './gather.ts'
import type { FeedItem } from './item.ts'
import { feedFields, htmlStoryKept } from './maps.ts'
import { textIn } from './words.ts'

const atomNamespace = 'http://www.w3.org/2005/Atom'

/** Atom 1.0 (RFC 4287), a feed or an entry alone. */
export const atomFile: ImportSource = {
  id: 'atom',
  fields: feedFields,
  story: htmlStoryKept,
  accepts: ({ name, bytes }) => {
    if (!/\.(?:atom|xml)$/i.test(name)) return false
    const root = xmlRoot(bytes)
    return root?.namespace === atomNamespace && (root.name === 'feed' || root.name === 'entry')
  },
  async read(file, tools) {
    const { text, warnings } = decodeMarkup(file.bytes)
    const root = parseXml(text)
    const isOwn = textIn(root, 'generator') === 'Midad'
    const entries = root.name === 'entry' ? [root] : childrenOf(root, 'entry')
    const read = await gathered(
      entries.map((entry) => itemOf(entry, root, isOwn)),
      file,
      tools,
    )
    return {
      ...read,
      articles: read.articles.map((each) => ({ ...each, warnings: [...warnings, ...each.warnings] })),
    }
  },
}

function itemOf(entry: XmlElement, feed: XmlElement, isOwn: boolean): FeedItem {
  const categories = childrenOf(entry, 'category')
  const of = (scheme: RegExp) => categories.filter((each) => scheme.test(xmlAttribute(each, 'scheme') ?? ''))
  const term = (each: XmlElement) => xmlAttribute(each, 'term') ?? ''
  const links = childrenOf(entry, 'link')
  const linked = (rel: string) => links.find((each) => (xmlAttribute(each, 'rel') ?? 'alternate') === rel)
  const picture = links.find(
    (each) => xmlAttribute(each, 'rel') === 'enclosure' && xmlAttribute(each, 'type')?.startsWith('image/'),
  )
  const content = htmlIn(childOf(entry, 'content'))
  const summary = htmlIn(childOf(entry, 'summary'))
  const authors = [...childrenOf(entry, 'author'), ...(isOwn ? [] : childrenOf(feed, 'author'))]
  return {
    title: htmlIn(childOf(entry, 'title'), isOwn),
    content: content || summary,
    summary: content ? htmlIn(childOf(entry, 'summary'), isOwn) : '',
    authors: authors.map((author) => textIn(author, 'name')),
    date: textIn(entry, 'published') || textIn(entry, 'updated'),
    section: of(/^section$/).map(term)[0] ?? '',
    subjects: of(/mediatopic/).map(term),
    keywords: of(/^(?!section$|.*mediatopic)/).map((each) => xmlAttribute(each, 'label') ?? term(each)),
    source: textIn(entry, 'publisher') || (isOwn ? '' : textIn(feed, 'title')),
    creditLine: textIn(entry, 'rights'),
    place: textIn(entry, 'coverage'),
    url: xmlAttribute(linked('alternate') ?? entry, 'href') ?? '',
    language: xmlAttribute(entry, 'lang') ?? xmlAttribute(feed, 'lang') ?? '',
    original: isOwn ? idOfUrn(textIn(entry, 'id')) : undefined,
    ...(picture && {
      lead: { src: xmlAttribute(picture, 'href') ?? '', alt: xmlAttribute(picture, 'title') ?? '' },
    }),
    isOwn,
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** A text construct (§3.1) as HTML; as it stands where `isPlain` says that it is text alone. */
function htmlIn(element: XmlElement | undefined, isPlain = false): string {
  if (!element) return ''
  const type = xmlAttribute(element, 'type') ?? 'text'
  if (type === 'xhtml') return element.children.map(htmlOf).join('')
  const text = xmlText(element).trim()
  return type === 'html' || type === 'text/html' || isPlain ? text : escaped(text)
}

/** XHTML inside XML as HTML; the reading of XML has counted how deep it is. */
function htmlOf(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = node.attributes
    .filter(({ namespace }) => !namespace.includes('xmlns'))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`)
    .join('')
  if (/^(?:br|hr|img|wbr|col)$/.test(node.name)) return `<${node.name}${attributes}>`
  return `<${node.name}${attributes}>${node.children.map(htmlOf).join('')}</${node.name}>`
}
