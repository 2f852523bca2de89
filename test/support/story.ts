import type {
  Block,
  Blockquote,
  BulletList,
  Embed,
  Gallery,
  Heading,
  Image,
  Inline,
  ListItem,
  Mark,
  OrderedList,
  Paragraph,
  PullQuote,
  Rule,
  StoryBody,
  Table,
  TableCell,
  TableRow,
  Text,
} from '../../core/model/body.ts'
import type {
  FactBox,
  Footnote,
  Note,
  QuestionAnswer,
  Questions,
  Source,
  Sources,
  Timeline,
  TimelineEntry,
} from '../../core/model/story-blocks.ts'
import type { Direction } from '../../core/model/language-code.ts'

type Words = string | Inline
const inlines = (words: Words[]): Inline[] =>
  words.map((word) => (typeof word === 'string' ? text(word) : word))
const content = (words: Words[]) => (words.length > 0 ? { content: inlines(words) } : {})

export const text = (words: string, ...marks: Mark[]): Text => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})
export const link = (words: string, href: string, title?: string): Text =>
  text(words, { type: 'link', attrs: title ? { href, title } : { href } })
export const bold = (words: string): Text => text(words, { type: 'bold' })
export const bdi = (words: string, dir?: Direction): Text =>
  text(words, dir ? { type: 'bdi', attrs: { dir } } : { type: 'bdi' })
export const p = (...words: Words[]): Paragraph => ({ type: 'paragraph', ...content(words) })
export const pIn = (dir: Direction, ...words: Words[]): Paragraph => ({
  type: 'paragraph',
  attrs: { dir },
  ...content(words),
})
export const h = (level: 2 | 3 | 4, ...words: Words[]): Heading => ({
  type: 'heading',
  attrs: { level },
  ...content(words),
})
export const li = (...blocks: Block[]): ListItem => ({ type: 'listItem', content: blocks })
export const ul = (...items: ListItem[]): BulletList => ({ type: 'bulletList', content: items })
export const ol = (...items: ListItem[]): OrderedList => ({ type: 'orderedList', content: items })
export const quote = (...blocks: Block[]): Blockquote => ({ type: 'blockquote', content: blocks })
export const pullQuote = (cite: string, ...blocks: Paragraph[]): PullQuote => ({
  type: 'pullQuote',
  attrs: { cite },
  content: blocks,
})
export const rule: Rule = { type: 'horizontalRule' }
export const row = (...cells: string[]): TableRow => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type: 'tableCell', content: [cell ? p(cell) : p()] })),
})
type Span = { colspan?: number; rowspan?: number }
const cell =
  (type: TableCell['type']) =>
  (words: string, span?: Span): TableCell => ({
    type,
    ...(span ? { attrs: span } : {}),
    content: [words ? p(words) : p()],
  })
export const td = cell('tableCell')
export const th = cell('tableHeader')
export const rowOf = (...cells: TableCell[]): TableRow => ({ type: 'tableRow', content: cells })
export const table = (...rows: TableRow[]): Table => ({ type: 'table', content: rows })
export const image = (media: string, words: Partial<Image['attrs']> = {}): Image => ({
  type: 'image',
  attrs: { media, alt: '', caption: '', credit: '', width: null, height: null, ...words },
})
export const note = (...paragraphs: Paragraph[]): Note => ({ type: 'note', content: paragraphs })
const words = (said: string) => (said ? { content: [text(said)] } : {})
export const factBox = (title: string, first: Block, ...blocks: Block[]): FactBox => ({
  type: 'factBox',
  content: [{ type: 'factTitle', ...words(title) }, first, ...blocks],
})
export const asked = (question: string, ...answer: Block[]): QuestionAnswer => ({
  type: 'questionAnswer',
  content: [
    { type: 'question', ...words(question) },
    { type: 'answer', content: answer },
  ],
})
export const questions = (...pairs: QuestionAnswer[]): Questions => ({ type: 'questions', content: pairs })
export const at = (when: string, first: Block, ...blocks: Block[]): TimelineEntry => ({
  type: 'timelineEntry',
  content: [{ type: 'when', ...words(when) }, first, ...blocks],
})
export const timeline = (...entries: TimelineEntry[]): Timeline => ({ type: 'timeline', content: entries })
export const fn = (id: string): Footnote => ({ type: 'footnote', attrs: { id } })
export const source = (id: string, said = ''): Source => ({ type: 'source', attrs: { id }, ...words(said) })
export const sources = (...items: Source[]): Sources => ({ type: 'sources', content: items })
export const embed = (url: string, words: Partial<Embed['attrs']> = {}): Embed => ({
  type: 'embed',
  attrs: { url, title: '', site: '', media: null, alt: '', ...words },
})
export const gallery = (caption: string, ...content: Image[]): Gallery => ({
  type: 'gallery',
  ...(caption && { attrs: { caption } }),
  content,
})
export const story = (...blocks: Block[]): StoryBody => ({ type: 'doc', content: blocks })
