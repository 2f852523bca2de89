import { leftToRightLetters } from './scripts.ts'
import { nextSign, sign, signs } from './signs.ts'

/** UTF-16 offsets, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
}
/** A Latin word or a number with what is written into it without a space: "BBC", "v2.0-beta", "10:30", "2024-05-08". */
export interface Token extends Stretch {
  text: string
  isNumber: boolean
  /** Set once an isolate holds it. */
  isUsed: boolean
}

/** The inside of a character class: every digit of the three styles. */
export const anyDigit = '0-9\\u0660-\\u0669\\u06f0-\\u06f9'
const inner = "\\-–—−‑.,:/'’&_+=×÷*<>≤≥≠≈^~٫٬"
const start = `[${leftToRightLetters}${anyDigit}]`
const token = new RegExp(`${start}(?:[${leftToRightLetters}${anyDigit}\\p{M}]|[${inner}](?=${start}))*`, 'uy')
// Whatever has no sign of its own (Greek, Cyrillic) is asked by the pattern.
const mayBegin = sign.digit | sign.latin | sign.foreign
const letter = new RegExp(`[${leftToRightLetters}]`, 'u')

/** Is the first unit of a word one of these? */
export const startsWith = (word: string, bits: number): boolean =>
  ((signs[word.charCodeAt(0)] as number) & bits) !== 0

/** The left-to-right words and numbers of a text in order, or those that begin in this stretch of it. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  for (let at = nextSign(text, from, mayBegin); at < to; at = nextSign(text, at, mayBegin)) {
    const found = tokenAt(text, at)
    if (found) tokens.push(found)
    at = found?.to ?? at + 1
  }
  return tokens
}

/** The word or number that begins there, undefined where none does. */
export function tokenAt(text: string, from: number): Token | undefined {
  token.lastIndex = from
  if (!token.test(text)) return undefined
  const to = token.lastIndex
  const word = text.slice(from, to)
  const isNumber = !startsWith(word, sign.latin) && !letter.test(word)
  return { from, to, text: word, isNumber, isUsed: false }
}

/** What stands between two tokens, undefined where it is too long to join anything. */
export function gapBetween(
  text: string,
  left: Stretch | undefined,
  right: Stretch | undefined,
): string | undefined {
  if (!left || !right || right.from - left.to > 6) return undefined
  return text.slice(left.to, right.from)
}
