import type { LanguageCode } from '../../model/language-code.ts'
import type { Quotes } from '../registry.ts'
import type { TypingFacts } from './typing-table.ts'

/** One character that was typed, and where. */
export interface Typed {
  /** The text of the block before it, at most `lookBack` characters; a line break is \n. */
  before: string
  character: string
  language: LanguageCode
  facts: TypingFacts
  /** The house's quotation marks in this language. */
  quotes: Quotes
}

/** Text in the place of other text: UTF-16 offsets in `before` with the typed character behind it, `to` exclusive. */
export interface TextEdit {
  from: number
  to: number
  text: string
}
export type TypingRule = (typed: Typed) => TextEdit | null

/** The typed character becomes this text. */
export const typedBecomes = ({ before }: Typed, text: string): TextEdit => ({
  from: before.length,
  to: before.length + 1,
  text,
})
