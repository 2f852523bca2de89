import type { Block, Directed, HardBreak, Inline, Paragraph, Text } from './body.ts'

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
