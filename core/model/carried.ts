import type { BodyNode, Mark } from './body.ts'
import { fieldIds, type FieldId } from './fields.ts'

/**
 * Where a format puts each metadata field, or a source finds it: the name of an element or property in the format's own words,
 * `kept` where it has no name of its own. Read by people (docs/formats.md is made of it) and by the compiler, which stops in each format
 * when a field is added.
 */
export type FieldMap = Readonly<Record<FieldId, Carried>>

/** The parts of a story: its nodes and marks by their type. */
export type StoryPart = Exclude<BodyNode['type'], 'text'> | Mark['type'] | 'dir'
/** The same of each kind of node and mark; `dir` is the direction of a block. */
export type StoryMap = Readonly<Record<StoryPart, Carried>>

/** `leave-out`: it is not in the file. Anything else says what stands there; `as: …` where it comes back as something else. */
export type Carried = 'kept' | 'leave-out' | (string & {})

/** Whether it comes back as it was: what test/core/formats/round-trip.test.ts holds each format to. */
export const isKept = (carried: Carried): boolean => carried !== 'leave-out' && !carried.startsWith('as:')

/** The parts of a story in the order in which people are told of them. */
export const storyParts = Object.keys({
  paragraph: 0,
  heading: 0,
  bulletList: 0,
  orderedList: 0,
  listItem: 0,
  blockquote: 0,
  pullQuote: 0,
  horizontalRule: 0,
  table: 0,
  tableRow: 0,
  tableHeader: 0,
  tableCell: 0,
  image: 0,
  gallery: 0,
  embed: 0,
  factBox: 0,
  factTitle: 0,
  questions: 0,
  questionAnswer: 0,
  question: 0,
  answer: 0,
  timeline: 0,
  timelineEntry: 0,
  when: 0,
  footnote: 0,
  sources: 0,
  source: 0,
  note: 0,
  hardBreak: 0,
  bold: 0,
  italic: 0,
  underline: 0,
  strike: 0,
  subscript: 0,
  superscript: 0,
  link: 0,
  bdi: 0,
  dir: 0,
} satisfies Record<StoryPart, 0>) as StoryPart[]

/** Maps that say one thing of everything: for a format that writes the article as it is. */
export const allFields = (carried: Carried): FieldMap =>
  Object.fromEntries(fieldIds.map((id) => [id, carried])) as FieldMap
export const allParts = (carried: Carried): StoryMap =>
  Object.fromEntries(storyParts.map((part) => [part, carried])) as StoryMap
