import type { FieldMap, StoryMap } from '../model/carried.ts'
import { embargoWarning } from './embargo.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { inHouseStyle } from './house-style.ts'
import { notesOption } from './notes-option.ts'
import { blocksXml } from './word/blocks.ts'
import { carriedPictures } from './word/carried-pictures.ts'
import { backXml, frontXml } from './word/front.ts'
import { commentsXml, footnotesXml } from './word/notes.ts'
import { packaged, sectionXml, textWidth } from './word/package.ts'
import type { Place } from './word/place.ts'
import { WordWriting } from './word/writing.ts'

const fields = {
  status: 'leave-out',
  language: 'w:lang, dc:language',
  storyType: 'kept',
  section: 'dc:subject',
  urgency: 'kept',
  headline: 'Title',
  kicker: 'Midad Kicker',
  subheadline: 'Subtitle',
  summary: 'Midad Summary',
  byline: 'Midad Byline, dc:creator',
  source: 'Midad Source',
  creditLine: 'kept',
  place: 'Midad Byline',
  date: 'Midad Date Line',
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
  heading: 'heading 2–4',
  bulletList: 'w:numPr',
  orderedList: 'w:numPr, in the digits that the reader’s Word is set to',
  listItem: 'w:p',
  blockquote: 'Quote',
  pullQuote: 'Intense Quote',
  horizontalRule: 'Midad Rule',
  table: 'w:tbl',
  tableRow: 'w:tr',
  tableCell: 'w:tc',
  tableHeader: 'w:tblHeader, Midad Table Head',
  image: 'wp:inline, caption; a WebP as JPEG or PNG',
  gallery: 'Midad Gallery',
  embed: 'Midad Card',
  note: 'leave-out',
  factBox: 'Midad Fact Box',
  factTitle: 'Midad Box Title',
  questions: 'Midad Question, Midad Answer',
  questionAnswer: 'Midad Question, Midad Answer',
  question: 'Midad Question',
  answer: 'Midad Answer',
  timeline: 'Midad Timeline',
  timelineEntry: 'w:tr',
  when: 'Midad When',
  sources: 'w:footnote',
  source: 'w:footnote',
  footnote: 'w:footnoteReference',
  hardBreak: 'w:br',
  bold: 'w:b, w:bCs',
  italic: 'w:i, w:iCs',
  underline: 'w:u',
  strike: 'w:strike',
  subscript: 'as: w:vertAlign, which is superscript where both stand',
  superscript: 'w:vertAlign',
  link: 'w:hyperlink',
  bdi: 'w:rtl',
  dir: 'w:bidi, w:bidiVisual',
} as const satisfies StoryMap

/**
 * A Word file that reads from right to left where the article does: in its paragraphs, its runs, its lists and its tables, in Word
 * itself as in LibreOffice. The same article, theme and pictures give the same bytes.
 */
export const docx: ExportFormat = {
  id: 'docx',
  label: 'Word document',
  extension: 'docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  fields,
  story,
  options: [notesOption],
  write,
}

async function write({
  article: written,
  theme,
  assets,
  now,
  house,
  agency,
  packer,
  notes = false,
}: ExportInput): Promise<ExportResult> {
  const article = house ? inHouseStyle(written, house) : written
  const { pictures, warnings } = await carriedPictures(article, assets)
  const word = new WordWriting(article, theme, pictures, notes)
  const place: Place = { word, direction: word.language.direction, indent: 0, depth: 0, width: textWidth }
  const body = frontXml(place) + blocksXml(article.body.content, place) + backXml(place)
  const document = `<w:body>${body}${sectionXml(word)}</w:body>`
  const footnotes = footnotesXml(place)
  const comments = commentsXml(place)
  return {
    bytes: packaged(word, { document, footnotes, comments }, { agency, packer }),
    warnings: [...warnings, ...embargoWarning(article, now)],
  }
}
