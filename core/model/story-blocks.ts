import { z } from 'zod'
import type { Block, Directed, HardBreak, Inline, Paragraph, Text } from './body.ts'
import { footnoteIdPattern } from './footnote-id.ts'
import { direction } from './language-code.ts'

/** Words for whoever works on the text: they never leave the house (publishedBody). */
export interface Note extends Directed {
  type: 'note'
  content: Paragraph[]
}
/** What a reader may want to know beside the story, under a title of its own. */
export interface FactBox extends Directed {
  type: 'factBox'
  content: [FactTitle, ...Block[]]
}
export interface FactTitle {
  type: 'factTitle'
  content?: Inline[]
}
/** Questions and what was answered, one after the other. */
export interface Questions extends Directed {
  type: 'questions'
  content: QuestionAnswer[]
}
export interface QuestionAnswer {
  type: 'questionAnswer'
  content: [Question, Answer]
}
export interface Question {
  type: 'question'
  content?: Inline[]
}
export interface Answer {
  type: 'answer'
  content: Block[]
}
/** What happened when, in the order of the page. */
export interface Timeline extends Directed {
  type: 'timeline'
  content: TimelineEntry[]
}
export interface TimelineEntry {
  type: 'timelineEntry'
  content: [When, ...Block[]]
}
/** A date, a time, or any words that say when. */
export interface When {
  type: 'when'
  content?: Inline[]
}
/** A number in the text that stands for the source of this id. */
export interface Footnote {
  type: 'footnote'
  attrs: { id: string }
  /** It has none: a number is neither bold nor a link to anywhere else. */
  marks?: undefined
}
/** Where the story has it from: one list at its end, in the order in which the text first names each. */
export interface Sources extends Directed {
  type: 'sources'
  content: Source[]
}
/** One that no footnote names any more is kept, behind the others. */
export interface Source {
  type: 'source'
  attrs: { id: string }
  content?: (Text | HardBreak)[]
}

/** Blocks of the top level alone. */
export type Feature = FactBox | Questions | Timeline | Sources
/** What only stands inside those. */
export type FeaturePart = FactTitle | QuestionAnswer | Question | Answer | TimelineEntry | When | Source

const footnoteId = z.strictObject({ id: z.string().regex(footnoteIdPattern) })

export const footnote = z.strictObject({ type: z.literal('footnote'), attrs: footnoteId })

const directed = z.strictObject({ dir: direction.nullish() }).optional()

/** The schema of a note, from that of paragraphs. */
export const note = <P extends z.ZodType<Paragraph>>(paragraph: P) =>
  z.strictObject({ type: z.literal('note'), attrs: directed, content: z.array(paragraph).min(1) })

/** The schema of the blocks of the top level, from what they hold. */
export function feature(block: z.ZodType<Block>, inline: z.ZodType<Inline>): z.ZodType<Feature> {
  const inlines = z.array(inline).optional()
  const line = <Type extends string>(type: Type) =>
    z.strictObject({ type: z.literal(type), content: inlines })
  const blocks = z.array(block).min(1)
  const answered = z.strictObject({
    type: z.literal('questionAnswer'),
    content: z.tuple([line('question'), z.strictObject({ type: z.literal('answer'), content: blocks })]),
  })
  const entry = z.strictObject({
    type: z.literal('timelineEntry'),
    content: z.tuple([line('when'), block], block),
  })
  const words = inline.refine(({ type }) => type !== 'footnote') as z.ZodType<Text | HardBreak>
  const source = z.strictObject({
    type: z.literal('source'),
    attrs: footnoteId,
    content: z.array(words).optional(),
  })
  const holding = <Type extends string, Content extends z.ZodType>(type: Type, content: Content) =>
    z.strictObject({ type: z.literal(type), attrs: directed, content })
  return z.discriminatedUnion('type', [
    holding('factBox', z.tuple([line('factTitle'), block], block)),
    holding('questions', z.array(answered).min(1)),
    holding('timeline', z.array(entry).min(1)),
    holding('sources', z.array(source).min(1)),
  ])
}
