import type { FieldMap } from '../../model/carried.ts'
import type { ExportFormat } from '../format.ts'
import { xmlDeclaration, xmlElement, xmlEscaped, xmlLine } from '../xml.ts'
import { feedOf, feedStory, onlyOne, type Feed, type FeedEntry, type FeedPicture } from './entry.ts'

const fields = {
  status: 'leave-out',
  language: 'dc:language',
  storyType: 'leave-out',
  section: 'category domain="section"',
  urgency: 'leave-out',
  headline: 'title',
  kicker: 'leave-out',
  subheadline: 'leave-out',
  summary: 'description',
  byline: 'dc:creator',
  source: 'dc:publisher',
  creditLine: 'dc:rights',
  place: 'dc:coverage',
  date: 'as: pubDate, in universal time',
  embargoUntil: 'leave-out',
  subjects: 'category domain="http://cv.iptc.org/newscodes/mediatopic/…"',
  keywords: 'category',
  slug: 'leave-out',
  canonicalUrl: 'link',
  seoTitle: 'leave-out',
  seoDescription: 'leave-out',
  leadImage: 'as: enclosure, media:content; not how it is cut',
  deskNote: 'leave-out',
} satisfies FieldMap

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with Dublin Core, Media RSS and the story as `content:encoded`. */
export const rss: ExportFormat = {
  id: 'rss',
  label: 'RSS',
  extension: 'rss',
  mime: 'application/rss+xml',
  fields,
  story: feedStory,
  write: (input) => onlyOne(input, rssOf),
  writeAll: (inputs) => feedOf(inputs, rssOf),
}

const namespaces = {
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

function rssOf({ title, home, id, language, updated, entries }: Feed): string {
  const channel = [
    xmlLine('title', {}, title),
    // Required of a channel, and any address will do where no page is known.
    xmlLine('link', {}, home || id),
    xmlLine('description', {}, title),
    xmlLine('language', {}, language),
    xmlLine('lastBuildDate', {}, mailDate(updated)),
    xmlLine('generator', {}, 'Midad'),
    ...entries.map(item),
  ].filter(Boolean)
  const inside = xmlElement('channel', {}, '\n', channel.join('\n'), '\n')
  return `${xmlDeclaration}${xmlElement('rss', { version: '2.0', ...namespaces }, '\n', inside, '\n')}\n`
}

function item(entry: FeedEntry): string {
  const { fields: said } = entry.article
  const lines = [
    xmlLine('title', {}, entry.title),
    xmlLine('link', {}, entry.url),
    xmlElement('guid', { isPermaLink: 'false' }, xmlEscaped(entry.id)),
    xmlLine('pubDate', {}, mailDate(entry.published)),
    xmlLine('dc:language', {}, entry.language),
    ...entry.authors.map((name) => xmlLine('dc:creator', {}, name)),
    xmlLine('dc:publisher', {}, said.source),
    xmlLine('dc:rights', {}, said.creditLine),
    xmlLine('dc:coverage', {}, said.place),
    ...entry.categories.map(({ term, scheme, code = '' }) =>
      xmlLine('category', { domain: scheme && scheme + code }, term),
    ),
    xmlLine('description', {}, entry.summary),
    xmlLine('content:encoded', {}, entry.html),
    ...(entry.lead ? lead(entry.lead) : []),
  ].filter(Boolean)
  return xmlElement('item', {}, '\n', lines.join('\n'), '\n')
}

function lead({ picture, url, mime, bytes }: FeedPicture): string[] {
  const { width, height, alt, caption, credit } = picture
  const words = [
    xmlLine('media:title', { type: 'plain' }, alt),
    xmlLine('media:description', { type: 'plain' }, caption),
    xmlLine('media:credit', { role: 'photographer' }, credit),
    xmlLine('media:copyright', {}, picture.source),
  ]
  return [
    xmlElement('enclosure', { url, length: bytes, type: mime }),
    xmlElement('media:content', { url, type: mime, medium: 'image', width, height }, ...words),
  ]
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')

/** As RFC 822 has dates, with a year of four digits: `Wed, 08 May 2024 11:30:00 GMT`. */
function mailDate(iso: string): string {
  const at = new Date(iso)
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
  const day = `${two(at.getUTCDate())} ${months[at.getUTCMonth()] ?? ''} ${String(at.getUTCFullYear()).padStart(4, '0')}`
  return `${days[at.getUTCDay()] ?? ''}, ${day} ${time} GMT`
}
