import type { Direction, LanguageCode } from '../model/language-code.ts'
import { languageOf } from './registry.ts'
import { rightToLeftLetter } from './scripts.ts'

/** The base direction of a language's script. */
export function directionOf(code: LanguageCode): Direction {
  return languageOf(code).direction
}

const rtlLetter = new RegExp(rightToLeftLetter, 'gu')
const anyLetter = /\p{L}/gu
const address = /[@#]|:\/\/|^www\./
const capital = /\p{Lu}/u

/**
 * The direction of most letters of a text; null where it has none (digits, punctuation and marks do not count). Beside
 * right-to-left words, Latin names (words with a capital, addresses, @names, #tags) do not count, and a tie is rtl: "BBC World: قال"
 * is an Arabic line, where first-strong rules (UAX #9 P2, HTML dir=auto) say ltr (rtl.md 1.2, Recommendation 2).
 */
export function majorityDirection(text: string): Direction | null {
  let rtl = 0
  let ltr = 0
  let hasLatin = false
  for (const token of text.split(/\s+/)) {
    const all = token.match(anyLetter)?.length ?? 0
    const rightward = token.match(rtlLetter)?.length ?? 0
    rtl += rightward
    if (all === rightward) continue
    hasLatin = true
    if (!address.test(token) && !capital.test(token)) ltr += all - rightward
  }
  if (rtl === 0) return hasLatin ? 'ltr' : null
  return rtl >= ltr ? 'rtl' : 'ltr'
}

const rightward = new RegExp(rightToLeftLetter, 'u')

/**
 * The direction of most letters of a text, each counted alike (Bidi_Class L against R and AL of UAX #9); null on a tie and
 * where there are none: digits, punctuation and marks do not count. For a block's direction ask `majorityDirection`, which
 * knows a Latin name in an Arabic line.
 */
export function strongMajority(text: string): Direction | null {
  let rtl = 0
  let ltr = 0
  for (const [letter] of text.matchAll(anyLetter)) {
    if (rightward.test(letter)) rtl += 1
    else ltr += 1
  }
  if (rtl === ltr) return null
  return rtl > ltr ? 'rtl' : 'ltr'
}
