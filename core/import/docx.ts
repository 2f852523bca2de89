import type { FieldMap, StoryMap } from '../model/carried.ts'
import type { ImportSource } from './source.ts'
import { readWord } from './word/read-word.ts'

const fields = {
  status: 'leave-out',
  language: 'kept',
  storyType: 'kept',
  section: 'kept',
  urgency: 'kept',
  headline: 'Title, heading 1',
  kicker: 'Midad Kicker',
  subheadline: 'Subtitle',
  summary: 'Midad Summary',
  byline: 'Midad Byline',
  source: 'Midad Source',
  creditLine: 'kept',
  place: 'Midad Byline',
  date: 'kept',
  embargoUntil: 'kept',
  subjects: 'kept',
  keywords: 'cp:keywords',
  slug: 'kept',
  canonicalUrl: 'kept',
  seoTitle: 'kept',
  seoDescription: 'kept',
  leadImage: 'Midad Lead Picture',
  deskNote: 'leave-out',
} as const satisfies FieldMap

const story = {
  paragraph: 'w:p',
  heading: 'heading 1–9',
  bulletList: 'w:numPr',
  orderedList: 'w:numPr',
  listItem: 'w:p',
  blockquote: 'Quote',
  pullQuote: 'Intense Quote',
  horizontalRule: 'w:pBdr',
  table: 'w:tbl',
  tableRow: 'w:tr',
  tableCell: 'w:tc',
  tableHeader: 'w:tblHeader, Midad Table Head',
  image: 'a:blip',
  gallery: 'Midad Gallery',
  embed: 'Midad Card',
  note: 'w:comment',
  factBox: 'Midad Fact Box',
  factTitle: 'Midad Box Title',
  questions: 'Midad Question, Midad Answer',
  questionAnswer: 'Midad Question, Midad Answer',
  question: 'Midad Question',
  answer: 'Midad Answer',
  timeline: 'Midad Timeline',
  timelineEntry: 'w:tr',
  when: 'Midad When',
  sources: 'w:footnote, w:endnote',
  source: 'w:footnote, w:endnote',
  footnote: 'w:footnoteReference, w:endnoteReference',
  hardBreak: 'w:br',
  bold: 'w:b, w:bCs',
  italic: 'w:i, w:iCs',
  underline: 'w:u',
  strike: 'w:strike, w:dstrike',
  subscript: 'w:vertAlign',
  superscript: 'w:vertAlign',
  link: 'w:hyperlink, HYPERLINK',
  bdi: 'w:dir',
  dir: 'w:bidi, w:bidiVisual',
} as const satisfies StoryMap

/**
 * A Word file: its words with their direction, lists, tables, pictures, footnotes and comments, tracked changes taken as accepted.
 * A file that Midad wrote comes back as the article it was.
 */
export const docx: ImportSource = {
  id: 'docx',
  fields,
  story,
  // Templates and files with macros hold the same parts; of the macros nothing is read.
  accepts: ({ name }) => /\.(?:docx|docm|dotx|dotm)$/i.test(name),
  read: async ({ bytes, language }, tools) => ({
    articles: [await readWord(await tools.unzip(bytes), language)],
  }),
}
