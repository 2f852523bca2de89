import type { FieldId } from './fields.ts'
import type { Direction, LanguageCode } from './language-code.ts'
import type { BodyNode } from './body.ts'

/** What became of a piece of text from an older text to a newer one. 'formatted': the same words, marked otherwise. */
export type PieceKind = 'same' | 'inserted' | 'deleted' | 'formatted'
/** Words that share their fate, in the order of reading; `marks` as they are in the newer text (of deleted ones, in the older). */
export interface Piece {
  kind: PieceKind
  text: string
  marks: string[]
  /** Only of 'formatted': the marks in the older text. */
  was?: string[]
}
/** How a line of the story is set. */
export interface LineStyle {
  type: Extract<BodyNode['type'], 'paragraph' | 'heading' | 'image' | 'horizontalRule'>
  /** Of a heading: 2 to 4. */
  level?: number
  /** What it stands in, outermost first: 'bulletList', 'orderedList', 'blockquote', 'pullQuote', 'table'. */
  within: string[]
  /** Its own or inherited direction in the story; the article's where nothing says otherwise. */
  direction: Direction
}
/**
 * One line of the story: a paragraph, a heading, a list item's paragraph, a cell's, a picture. 'moved': it stands
 * elsewhere in the older text (and may have changed on the way); 'restyled': the same words, set otherwise.
 */
export interface ComparedLine {
  kind: 'same' | 'inserted' | 'deleted' | 'changed' | 'moved' | 'restyled'
  style: LineStyle
  /** The style in the older text, where that differs. */
  was?: LineStyle
  /** Of a picture: its caption, credit and alternative text as lines. */
  pieces: Piece[]
  /** Of a picture: its media name, where it is to be shown. */
  media?: string
}
/** A metadata field that differs; values as a person reads them (lists joined by line breaks, dates as stored). */
export interface ComparedField {
  field: FieldId
  before: string
  after: string
  pieces: Piece[]
}
/** How two texts of one article differ, in the order of the newer; what was deleted stands where it stood. */
export interface Comparison {
  language: LanguageCode
  direction: Direction
  fields: ComparedField[]
  lines: ComparedLine[]
  /** Words. Moved ones are neither. */
  inserted: number
  deleted: number
}
