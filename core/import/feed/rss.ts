import { idOfUrn } from '../../model/ulid-uuid.ts'
import { decodeMarkup } from '../decode.ts'
import { xmlRoot } from '../sniff.ts'
import type { ImportSource } from '../source.ts'
import { childOf, childrenOf, parseXml, xmlAttribute, xmlText, type XmlElement } from '../xml-tree.ts'
import { gathered } from './gather.ts'
import type { FeedItem } from './item.ts'
import { feedFields, htmlStoryKept } from './maps.ts'
import { encodedContent, textIn } from './words.ts'
import { wordPressItems } from './word-press.ts'

/** RSS 2.0 and its elders, RDF Site Summary 1.0 among them; and what WordPress writes of a whole site, which is RSS too. */
export const rssFile: ImportSource = {
  id: 'rss',
  fields: feedFields,
  story: htmlStoryKept,
  accepts: ({ name, bytes }) => /\.(?:rss|rdf|xml|wxr)$/i.test(name) && isRss(bytes),
  async read(file, tools) {
    const { text, warnings } = decodeMarkup(file.bytes)
    const root = parseXml(text)
    const channel = childOf(root, 'channel') ?? root
    const isWordPress = childOf(channel, 'wxr_version') !== undefined
    const items = isWordPress ? wordPressItems(channel) : itemsOf(root, channel)
    const read = await gathered(items, file, tools)
    return {
      ...read,
      articles: read.articles.map((each) => ({ ...each, warnings: [...warnings, ...each.warnings] })),
    }
  },
}

function isRss(bytes: Uint8Array): boolean {
  const root = xmlRoot(bytes)
  return root?.name === 'rss' || (root?.name === 'RDF' && root.namespace.includes('w3.org/1999/02/22-rdf'))
}

const dublinCore = 'http://purl.org/dc/elements/1.1/'
const mediaRss = 'http://search.yahoo.com/mrss/'

function itemsOf(root: XmlElement, channel: XmlElement): FeedItem[] {
  const isOwn = textIn(channel, 'generator') === 'Midad'
  const language = textIn(channel, 'language')
  const source = isOwn ? '' : textIn(channel, 'title')
  const items = [...childrenOf(channel, 'item'), ...(channel === root ? [] : childrenOf(root, 'item'))]
  return items.map((item) => itemOf(item, { isOwn, language, source }))
}

function itemOf(item: XmlElement, feed: { isOwn: boolean; language: string; source: string }): FeedItem {
  const dc = (name: string) => textIn(item, name, dublinCore)
  const description = childrenOf(item, 'description').find(({ namespace }) => namespace !== mediaRss)
  const summary = description ? xmlText(description).trim() : ''
  const encoded = textIn(item, 'encoded', encodedContent)
  const categories = childrenOf(item, 'category')
  const section = categories.find((each) => xmlAttribute(each, 'domain') === 'section')
  const subjects = categories.flatMap(
    (each) => /(?:mediatopic\/|medtop:)(\d{8})$/.exec(xmlAttribute(each, 'domain') ?? '')?.[1] ?? [],
  )
  const others = categories.filter(
    (each) => each !== section && !/mediatopic\/|medtop:/.test(xmlAttribute(each, 'domain') ?? ''),
  )
  const creators = childrenOf(item, 'creator').map(xmlText)
  const author = textIn(item, 'author')
  const lead = leadIn(item)
  return {
    title:
      childrenOf(item, 'title')
        .filter(({ namespace }) => namespace !== mediaRss)
        .map(xmlText)[0] ?? '',
    content: encoded || (feed.isOwn ? '' : summary),
    summary: encoded ? summary : '',
    authors: creators.length > 0 ? creators : author ? [nameIn(author)] : [],
    date: textIn(item, 'pubDate') || dc('date'),
    section: section ? xmlText(section) : '',
    keywords: others.map(xmlText),
    subjects,
    source: dc('publisher') || feed.source,
    creditLine: dc('rights'),
    place: dc('coverage'),
    url: textIn(item, 'link'),
    language: dc('language') || feed.language,
    original: feed.isOwn ? idOfUrn(textIn(item, 'guid')) : undefined,
    ...(lead && { lead }),
    isOwn: feed.isOwn,
  }
}

/** RSS has `name@example.org (A Name)`. */
const nameIn = (author: string): string => /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? author

function leadIn(item: XmlElement): FeedItem['lead'] {
  const group = childOf(item, 'group') ?? item
  const media = childrenOf(group, 'content').find(
    ({ namespace, attributes }) =>
      namespace === mediaRss && attributes.some(({ value }) => value.startsWith('image')),
  )
  const enclosure = childrenOf(item, 'enclosure').find((each) =>
    xmlAttribute(each, 'type')?.startsWith('image/'),
  )
  const found = media ?? enclosure
  if (!found) return undefined
  return {
    src: xmlAttribute(found, 'url') ?? '',
    alt: media ? textIn(media, 'title', mediaRss) : '',
    caption: media ? textIn(media, 'description', mediaRss) : '',
    credit: media ? textIn(media, 'credit', mediaRss) : '',
    source: media ? textIn(media, 'copyright', mediaRss) : '',
  }
}
