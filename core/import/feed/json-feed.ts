import { DeskError } from '../../api/errors.ts'
import { idOfUrn } from '../../model/ulid-uuid.ts'
import { allFields } from '../../model/carried.ts'
import { decodeText } from '../decode.ts'
import { parseJson } from '../json-text.ts'
import { isRecord, type LinkedData } from '../page-meta.ts'
import { jsonKeys } from '../sniff.ts'
import type { ImportSource } from '../source.ts'
import { gathered } from './gather.ts'
import type { FeedItem } from './item.ts'
import { htmlStoryKept } from './maps.ts'

/** JSON Feed 1.0 and 1.1. */
export const jsonFeedFile: ImportSource = {
  id: 'jsonfeed',
  fields: { ...allFields('kept'), status: 'as: draft', deskNote: 'leave-out' },
  story: htmlStoryKept,
  accepts: ({ name, bytes }) =>
    /\.json$/i.test(name) &&
    /^https?:\/\/jsonfeed\.org\/version\//.test(jsonKeys(bytes)?.get('version') ?? ''),
  async read(file, tools) {
    const { text, warnings } = decodeText(file.bytes)
    const feed = parseJson(text)
    if (!isRecord(feed) || !Array.isArray(feed['items']))
      throw new DeskError('unreadable', 'the feed has no items')
    const items = feed['items'].filter(isRecord).map((item) => itemOf(item, feed))
    const read = await gathered(items, file, tools)
    return {
      ...read,
      articles: read.articles.map((each) => ({ ...each, warnings: [...warnings, ...each.warnings] })),
    }
  },
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => `<p>${line.replace(/[&<>]/g, (letter) => entities[letter] ?? letter)}</p>`)
    .join('')

function itemOf(item: LinkedData, feed: LinkedData): FeedItem {
  const own = isRecord(item['_midad']) ? item['_midad'] : undefined
  const authors = [...listOf(item['authors']), ...(item['author'] === undefined ? [] : [item['author']])]
  const named =
    authors.length > 0 || own
      ? authors
      : [...listOf(feed['authors']), ...(feed['author'] ? [feed['author']] : [])]
  const src = textOf(item['image']) || textOf(item['banner_image'])
  return {
    title: textOf(item['title']),
    content: textOf(item['content_html']) || paragraphs(textOf(item['content_text'])),
    summary: textOf(item['summary']),
    authors: named.map((author) => (isRecord(author) ? textOf(author['name']) : '')),
    date: textOf(item['date_published']) || textOf(item['date_modified']),
    keywords: listOf(item['tags']).map(textOf),
    source: own ? '' : textOf(feed['title']),
    url: textOf(item['url']),
    language: textOf(item['language']) || textOf(feed['language']),
    original: own && idOfUrn(textOf(item['id'])),
    ...(src && { lead: { src } }),
    ...(own && { own }),
    isOwn: own !== undefined,
  }
}
