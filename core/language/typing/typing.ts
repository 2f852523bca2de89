import type { LanguageCode } from '../../model/language-code.ts'
import type { TypingSwitch } from '../../model/settings.ts'
import type { Quotes } from '../registry.ts'
import { lineStart, type LineStart } from './line-starts.ts'
import { typedDash, typedEllipsis, typedMark } from './typed-marks.ts'
import { geresh, gershayim, maqaf } from './typed-hebrew.ts'
import { looseEnding, needlessJoiner, oldAe, verblessWord, verbPrefix } from './typed-joiners.ts'
import { markInsideWord, typedQuote } from './typed-quotes.ts'
import type { TextEdit, Typed, TypingRule } from './typed.ts'
import { typingTable } from './typing-table.ts'

/** How many characters of its block a rule may see before the caret: a quotation that is still open is seldom longer. */
export const lookBack = 1000

/** What the rules go by in a block. */
export interface BlockTyping {
  language: LanguageCode
  /** The house's quotation marks in that language. */
  quotes: Quotes
  /** Which groups of rules are on. */
  switches: Readonly<Record<TypingSwitch, boolean>>
}

/** THE list of rules, in the order in which they are asked; the first that applies is the only one. */
const rules: readonly { of: TypingSwitch; rule: TypingRule }[] = [
  { of: 'typingQuotes', rule: typedQuote },
  { of: 'typingGershayim', rule: gershayim },
  { of: 'typingGershayim', rule: geresh },
  { of: 'typingQuotes', rule: markInsideWord },
  { of: 'typingPunctuation', rule: typedMark },
  { of: 'typingDashes', rule: typedEllipsis },
  { of: 'typingDashes', rule: typedDash },
  { of: 'typingJoiners', rule: needlessJoiner },
  { of: 'typingJoiners', rule: oldAe },
  { of: 'typingJoiners', rule: looseEnding },
  { of: 'typingJoiners', rule: verbPrefix },
  { of: 'typingJoiners', rule: verblessWord },
  { of: 'typingMaqaf', rule: maqaf },
]

const address = /:\/\/|www\.|mailto:|@[a-z0-9_]|(?<![a-z0-9.-])(?:[a-z0-9-]+\.)+[a-z]{2,}\//i

/** Is an address, an e-mail or a @name being typed at the end of this text? */
export function isInAddress(before: string): boolean {
  const run = before.slice(before.search(/[^\s<>«»"“”]*$/))
  return address.test(run)
}

/** What typing this character behind this text changes beside writing it; null where nothing. Pure. */
export function editAfter(before: string, character: string, typing: BlockTyping): TextEdit | null {
  const { language, quotes, switches } = typing
  const typed: Typed = { before, character, language, quotes, facts: typingTable[language] }
  for (const { of, rule } of rules) {
    const edit = switches[of] ? rule(typed) : null
    // No address has a double quotation mark in it (RFC 3986): it stands behind one.
    if (edit) return character !== '"' && isInAddress(before) ? null : edit
  }
  return null
}

/** What typing this character behind the whole text of its block makes of the block; null where nothing. Pure. */
export function startAfter(before: string, character: string, { switches }: BlockTyping): LineStart | null {
  return switches.typingBlocks ? lineStart(before, character) : null
}

/** Does Shift+Space write a ZWNJ in this block? */
export function hasJoinerKey({ language, switches }: BlockTyping): boolean {
  return switches.typingJoiners && typingTable[language].hasJoiners
}
