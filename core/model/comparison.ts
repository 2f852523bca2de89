import type { FieldId } from './fields.ts'
import type { Direction, LanguageCode } from './language-code.ts'
import type { BodyNode } from './body.ts'

/** What became of a piece of text from an older text to a newer one. 'formatted': the same words, marked otherwise. */
export type PieceKind = 'same' | 'inserted' | 'deleted' | 'formatted'
/**
 * Words that share their fate, in the order of reading; `marks` as they are in the newer text (of deleted ones, in the
 * older), sorted: 'bold', 'link https://…', 'bdi rtl'. The words of a picture are marked 'caption', 'credit', 'alt' or
 * 'source', how it is cut 'crop', those of a card 'title', 'site', 'url' or 'alt', those of who said a pull quote 'cite';
 * `⁎` marked 'footnote <id>' is a footnote.
 */
export interface Piece {
  kind: PieceKind
  text: string
  marks: string[]
  /** Only of 'formatted': the marks in the older text. */
  was?: string[]
}
/** How a line of the story is set. */
export interface LineStyle {
  type: Extract<BodyNode['type'], 'paragraph' | 'heading' | 'image' | 'embed' | 'horizontalRule'>
  /** Of a heading: 2 to 4. */
  level?: number
  /**
   * What it stands in, outermost first: 'bulletList', 'orderedList', 'blockquote', 'pullQuote', 'table', 'gallery', 'note',
   * 'factBox', 'questions', 'timeline', 'sources'; and as which part: 'factTitle', 'question', 'answer', 'when', 'source'.
   */
  within: string[]
  /** Its own or inherited direction in the story; the article's where nothing says otherwise. */
  direction: Direction
  /** Of a line in a table: the cell around it, and how many columns and rows that covers; only where it was another. */
  cell?: { isHeader: boolean; columns: number; rows: number }
  /** The first number of the numbered list that begins with this line; only where the other text begins it otherwise. */
  start?: number
  /**
   * Only where the other text has it otherwise below the same line: 'joined' to that line by the item, the list, the quote or
   * the cell that both stand in, or 'apart' from it.
   */
  follows?: 'joined' | 'apart'
}
/**
 * One line of the story: a paragraph, a heading, a list item's paragraph, a cell's, a picture. 'changed': some of its
 * words are others or marked otherwise. 'restyled': the same words (perhaps marked otherwise), set otherwise. 'moved': it
 * stands elsewhere in the older text, and may have changed on the way; it is listed once, where it stands in the newer.
 */
export interface ComparedLine {
  kind: 'same' | 'inserted' | 'deleted' | 'changed' | 'moved' | 'restyled'
  style: LineStyle
  /**
   * The style in the older text, where that differs. A line that only turned because the language of the article did is
   * not meant: the field says so once.
   */
  was?: LineStyle
  /** Of a picture: its caption, credit and alternative text as lines, those that are written. */
  pieces: Piece[]
  /** Of a picture: its media name, where it is to be shown. Another picture is another line. */
  media?: string
  /** Only of 'moved': as the how many-th line of the older text it stood, from 0. */
  stood?: number
}
/**
 * A metadata field that differs; values as a person reads them: lists joined by line breaks, subjects by their names in
 * the language of the newer text, a picture as its words, dates as stored, status and language as codes.
 */
export interface ComparedField {
  field: FieldId
  before: string
  after: string
  pieces: Piece[]
  /** Only of a picture that gave way to another one: their media names, null where there was none. */
  media?: { before: string | null; after: string | null }
}
/**
 * How two texts of one article differ, in the order of the newer; what was deleted stands where it stood. All lines but
 * the deleted ones, without their deleted pieces, are the newer story. All but the inserted ones, without their inserted
 * pieces, are the older one, once each moved line is put back, in the order of `stood`, as the line that it was.
 */
export interface Comparison {
  /** Nothing at all differs, also nothing of what is stored and not shown here, like the width of a column. */
  isSame: boolean
  language: LanguageCode
  direction: Direction
  fields: ComparedField[]
  lines: ComparedLine[]
  /** Words of the story, of its pictures too, of its notes none. Moved ones are neither. */
  inserted: number
  deleted: number
}
