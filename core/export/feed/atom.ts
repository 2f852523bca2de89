import type { FieldMap } from '../../model/carried.ts'
import type { ExportFormat } from '../format.ts'
import { xmlDeclaration, xmlElement, xmlLine } from '../xml.ts'
import { feedOf, feedStory, onlyOne, type Feed, type FeedEntry } from './entry.ts'

const fields = {
  status: 'leave-out',
  language: 'xml:lang',
  storyType: 'leave-out',
  section: 'category scheme="section"',
  urgency: 'leave-out',
  headline: 'title',
  kicker: 'leave-out',
  subheadline: 'leave-out',
  summary: 'summary',
  byline: 'author',
  source: 'dc:publisher',
  creditLine: 'rights',
  place: 'dc:coverage',
  date: 'as: published; a day alone is its first moment',
  embargoUntil: 'leave-out',
  subjects: 'category scheme="http://cv.iptc.org/newscodes/mediatopic/"',
  keywords: 'category',
  slug: 'leave-out',
  canonicalUrl: 'link rel="alternate"',
  seoTitle: 'leave-out',
  seoDescription: 'leave-out',
  leadImage: 'as: link rel="enclosure"; not its caption and how it is cut',
  deskNote: 'leave-out',
} satisfies FieldMap

/** Atom 1.0 (RFC 4287); the story as HTML in `content`, with its language and direction inside and `xml:lang` outside. */
export const atom: ExportFormat = {
  id: 'atom',
  label: 'Atom',
  extension: 'atom',
  mime: 'application/atom+xml',
  fields,
  story: feedStory,
  write: (input) => onlyOne(input, atomOf),
  writeAll: (inputs) => feedOf(inputs, atomOf),
}

function atomOf({ title, home, id, language, updated, entries }: Feed): string {
  const lines = [
    xmlLine('id', {}, id),
    xmlLine('title', {}, title),
    xmlLine('updated', {}, updated),
    // An entry without an author has that of the feed (§4.1.1).
    xmlElement('author', {}, xmlLine('name', {}, title)),
    home && xmlElement('link', { rel: 'alternate', href: home }),
    xmlLine('generator', {}, 'Midad'),
    ...entries.map(entryXml),
  ].filter(Boolean)
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xml:lang': language,
  }
  return `${xmlDeclaration}${xmlElement('feed', attributes, '\n', lines.join('\n'), '\n')}\n`
}

function entryXml(entry: FeedEntry): string {
  const { fields: said } = entry.article
  const { lead } = entry
  const lines = [
    xmlLine('id', {}, entry.id),
    // Required, though it may be empty.
    xmlLine('title', {}, entry.title) || '<title/>',
    xmlLine('updated', {}, entry.updated),
    xmlLine('published', {}, entry.published),
    ...entry.authors.map((name) => xmlElement('author', {}, xmlLine('name', {}, name))),
    entry.url && xmlElement('link', { rel: 'alternate', href: entry.url }),
    lead &&
      xmlElement('link', {
        rel: 'enclosure',
        href: lead.url,
        type: lead.mime,
        length: lead.bytes,
        title: lead.picture.alt,
      }),
    ...entry.categories.map(({ term, scheme, code }) =>
      xmlElement('category', { term: code ?? term, scheme, label: code && term }),
    ),
    xmlLine('rights', {}, said.creditLine),
    xmlLine('dc:publisher', {}, said.source),
    xmlLine('dc:coverage', {}, said.place),
    xmlLine('summary', {}, entry.summary),
    xmlLine('content', { type: 'html' }, entry.html),
  ].filter(Boolean)
  return xmlElement('entry', { 'xml:lang': entry.language }, '\n', lines.join('\n'), '\n')
}
