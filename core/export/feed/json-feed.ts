import type { FieldMap } from '../../model/carried.ts'
import type { ExportFormat } from '../format.ts'
import { feedOf, feedStory, onlyOne, type Feed, type FeedEntry } from './entry.ts'

const fields = {
  status: 'leave-out',
  language: 'language',
  storyType: '_midad.storyType',
  section: '_midad.section',
  urgency: '_midad.urgency',
  headline: 'title',
  kicker: '_midad.kicker',
  subheadline: '_midad.subheadline',
  summary: 'summary',
  byline: 'authors',
  source: '_midad.source',
  creditLine: '_midad.creditLine',
  place: '_midad.place',
  date: 'date_published, _midad.date',
  embargoUntil: '_midad.embargoUntil',
  subjects: '_midad.subjects',
  keywords: 'tags',
  slug: '_midad.slug',
  canonicalUrl: 'url',
  seoTitle: '_midad.seoTitle',
  seoDescription: '_midad.seoDescription',
  leadImage: 'image, attachments, _midad.leadImage',
  deskNote: 'leave-out',
} satisfies FieldMap

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); what it has no name for stands in `_midad`, as it lets programs do. */
export const jsonFeed: ExportFormat = {
  id: 'jsonfeed',
  label: 'JSON Feed',
  extension: 'json',
  mime: 'application/feed+json',
  fields,
  story: feedStory,
  write: (input) => onlyOne(input, jsonFeedOf),
  writeAll: (inputs) => feedOf(inputs, jsonFeedOf),
}

function jsonFeedOf({ title, home, language, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home || undefined,
    language,
    items: entries.map(item),
  }
  return `${JSON.stringify(feed, null, 1)}\n`
}

function item(entry: FeedEntry): object {
  const { lead, article } = entry
  const { headline, summary, byline, keywords, leadImage } = article.fields
  const names = (list: readonly string[]) => (list.length > 0 ? list : undefined)
  return {
    id: entry.id,
    url: entry.url || undefined,
    title: headline || undefined,
    content_html: entry.html,
    summary: summary || undefined,
    image: lead?.url,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: names(byline)?.map((name) => ({ name })),
    tags: names(keywords),
    language: entry.language,
    attachments: lead && [{ url: lead.url, mime_type: lead.mime, size_in_bytes: lead.bytes }],
    _midad: {
      about: 'Fields of the article that JSON Feed has no names for',
      ...filled(Object.fromEntries(ownNames.map((id) => [id, article.fields[id]]))),
      ...(leadImage && { leadImage: { ...filled(leadImage), media: undefined } }),
    },
  }
}

/** The fields that JSON Feed has no names for; the date as it was written, with its own zone or a day alone. */
const ownNames = [
  'storyType',
  'section',
  'urgency',
  'kicker',
  'subheadline',
  'source',
  'creditLine',
  'place',
  'date',
  'embargoUntil',
  'subjects',
  'slug',
  'seoTitle',
  'seoDescription',
] as const

const filled = (values: object): object =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
