import { formatDate } from '../../language/dates.ts'
import { languageOf } from '../../language/registry.ts'
import type { FlagOption } from '../../api/files.ts'
import type { FieldMap, StoryMap } from '../../model/carried.ts'
import { embargoWarning } from '../embargo.ts'
import type { ExportFormat, ExportInput } from '../format.ts'
import { toUtf8 } from '../utf8.ts'
import { plainLine, written, type TextLine } from './line.ts'
import { storyBlocks, type TextBlock } from './story.ts'

const words = 'as: paragraphs'
const fields = {
  status: 'leave-out',
  language: 'as: the language of its letters',
  storyType: 'leave-out',
  section: 'leave-out',
  urgency: 'leave-out',
  headline: 'line under the date line',
  kicker: 'leave-out',
  subheadline: 'as: line under the headline',
  summary: 'leave-out',
  byline: 'as: line under the headline',
  source: 'as: last line',
  creditLine: 'leave-out',
  place: 'as: line under the headline, behind the byline',
  date: 'as: date line, without the time',
  embargoUntil: 'leave-out',
  subjects: 'leave-out',
  keywords: 'leave-out',
  slug: 'leave-out',
  canonicalUrl: 'leave-out',
  seoTitle: 'leave-out',
  seoDescription: 'leave-out',
  leadImage: 'as: its caption in brackets',
  deskNote: 'leave-out',
} satisfies FieldMap

const story = {
  paragraph: 'paragraph',
  heading: words,
  bulletList: 'as: lines behind •',
  orderedList: 'as: lines behind numbers',
  listItem: words,
  blockquote: 'as: indented paragraphs',
  pullQuote: words,
  horizontalRule: 'as: * * *',
  table: 'as: columns, or a record a row',
  tableRow: 'as: line',
  tableHeader: 'as: words',
  tableCell: 'as: words',
  image: 'as: its caption in brackets',
  gallery: 'as: captions in brackets',
  embed: 'as: title and address',
  factBox: 'as: indented paragraphs',
  factTitle: 'as: indented paragraph',
  questions: words,
  questionAnswer: words,
  question: words,
  answer: words,
  timeline: words,
  timelineEntry: words,
  when: words,
  footnote: 'as: [1]',
  sources: 'as: numbered lines',
  source: 'as: line',
  note: 'leave-out',
  hardBreak: 'as: the end of a line',
  bold: 'leave-out',
  italic: 'leave-out',
  underline: 'leave-out',
  strike: 'leave-out',
  subscript: 'leave-out',
  superscript: 'leave-out',
  link: 'as: (https://…) behind its words',
  bdi: 'as: isolate characters, U+2066 to U+2069',
  dir: 'as: the first letter, or a mark before it',
} satisfies StoryMap

const columnsOption: FlagOption = {
  id: 'columns',
  kind: 'flag',
  label: `Lines of at most 72 columns`,
  labelKey: 'option.columns',
  default: false,
}
/** As long as lines of wire text have been since teleprinters. */
const columns = 72

/** Text for wires and mails: date line, headline, byline, paragraphs with an empty line between them. UTF-8, lines end with LF. */
export const text: ExportFormat = {
  id: 'text',
  label: 'Plain text',
  extension: 'txt',
  mime: 'text/plain',
  fields,
  story,
  options: [columnsOption],
  write(input) {
    const width = input.options?.columns === true ? columns : undefined
    const blocks = [head(input), ...storyBlocks(input.article, input.theme.digits), foot(input)]
    const paragraphs = blocks
      .filter((block) => block.length > 0)
      .map((block) => block.flatMap((line) => written(line, width)).join('\n'))
    return Promise.resolve({
      bytes: toUtf8(`${paragraphs.join('\n\n')}\n`),
      warnings: embargoWarning(input.article, input.now),
    })
  },
}

function head({ article, theme }: ExportInput): TextBlock {
  const { language, fields: said } = article
  const { direction, script } = languageOf(language)
  const line = (words: string): TextLine[] => (words ? [plainLine(words, direction)] : [])
  const { prefix, style, arabicMonths, digits } = theme.dateLine
  const spoken = theme.dateLine.language === 'article' ? language : theme.dateLine.language
  const date =
    said.date === null ? '' : formatDate(said.date, { language: spoken, style, digits, arabicMonths })
  const names = said.byline.join(script === 'arabic' ? '، ' : ', ')
  return [
    ...(date ? [plainLine(prefix + date, languageOf(spoken).direction)] : []),
    ...line(said.headline),
    ...said.subheadline.split('\n').flatMap(line),
    ...line([names, said.place].filter(Boolean).join(' · ')),
    ...line(captionOf(said.leadImage)),
  ]
}

function captionOf(lead: ExportInput['article']['fields']['leadImage']): string {
  const words = [lead?.caption ?? '', lead?.credit ?? ''].filter(Boolean).join(' — ')
  return words && `[${words}]`
}

const foot = ({ article: { language, fields: said } }: ExportInput): TextBlock =>
  said.source ? [plainLine(said.source, languageOf(language).direction)] : []
