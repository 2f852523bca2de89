import { DeskError } from '../api/errors.ts'
import type { FieldMap, StoryMap } from '../model/carried.ts'
import type { HouseTheme } from '../model/theme.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { html } from './html.ts'

/** The page of the house on paper: the very bytes of the HTML format, printed by a browser (docs/pdf.md). */
export const pdf: ExportFormat = {
  id: 'pdf',
  label: 'PDF page',
  extension: 'pdf',
  mime: 'application/pdf',
  fields: {
    status: 'leave-out',
    language: 'Lang',
    storyType: 'leave-out',
    section: 'leave-out',
    urgency: 'leave-out',
    headline: 'Title, and on the page',
    kicker: 'on the page',
    subheadline: 'on the page',
    summary: 'on the page',
    byline: 'on the page',
    source: 'on the page',
    creditLine: 'leave-out',
    place: 'on the page',
    date: 'on the page',
    embargoUntil: 'leave-out',
    subjects: 'leave-out',
    keywords: 'leave-out',
    slug: 'leave-out',
    canonicalUrl: 'leave-out',
    seoTitle: 'Title',
    seoDescription: 'leave-out',
    leadImage: 'on the page',
    deskNote: 'leave-out',
  } satisfies FieldMap,
  story: {
    paragraph: 'P',
    heading: 'H2 to H4',
    bulletList: 'L',
    orderedList: 'L',
    listItem: 'LI',
    blockquote: 'BlockQuote',
    pullQuote: 'as: a quotation',
    horizontalRule: 'drawn',
    table: 'Table',
    tableRow: 'TR',
    tableCell: 'TD',
    tableHeader: 'TH',
    image: 'Figure with Alt',
    gallery: 'Figures',
    embed: 'as: a link',
    note: 'leave-out',
    hardBreak: 'kept',
    factBox: 'drawn',
    factTitle: 'drawn',
    questions: 'drawn',
    question: 'drawn',
    questionAnswer: 'drawn',
    answer: 'drawn',
    timeline: 'L',
    timelineEntry: 'LI',
    when: 'drawn',
    sources: 'L',
    source: 'LI',
    footnote: 'Link',
    bold: 'drawn',
    italic: 'drawn',
    underline: 'drawn',
    strike: 'drawn',
    subscript: 'drawn',
    superscript: 'drawn',
    link: 'Link',
    bdi: 'drawn',
    dir: 'drawn',
  } satisfies StoryMap,
  write,
}

async function write(input: ExportInput): Promise<ExportResult> {
  const { assets } = input
  if (!assets.print) throw new DeskError('no-browser', 'there is nothing here that prints')
  // Neither a fragment nor a mail is a page: what they are the house's for is printed as one.
  const { layout } = input.theme
  const isPage = layout !== 'fragment' && layout !== 'email'
  const theme: HouseTheme = isPage ? input.theme : { ...input.theme, layout: 'classic' }
  const { bytes, warnings } = await html.write({ ...input, theme })
  return { bytes: await assets.print(bytes), warnings }
}
