import { allFields, allParts, type FieldMap, type StoryMap } from '../../model/carried.ts'

/** What feeds have names for. */
export const feedFields: FieldMap = {
  ...allFields('leave-out'),
  language: 'dc:language, xml:lang, language',
  status: 'as: draft',
  section: 'category of the scheme section',
  headline: 'title',
  summary: 'description, summary',
  byline: 'dc:creator, author, authors',
  source: 'dc:publisher, title of the feed',
  creditLine: 'dc:rights, rights',
  place: 'dc:coverage',
  date: 'pubDate, published, date_published',
  subjects: 'category of the scheme mediatopic',
  keywords: 'category, tags',
  canonicalUrl: 'link, url',
  leadImage: 'enclosure, media:content, image',
}

/** The story of a feed of ours is read as a page of ours is. */
export const htmlStoryKept: StoryMap = { ...allParts('kept'), note: 'leave-out' }
