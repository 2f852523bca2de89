import { leftToRightLetters } from './scripts.ts'

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
const token = new RegExp(`${start}(?:[${leftToRightLetters}${anyDigit}\\p{M}]|[${inner}](?=${start}))*`, 'gu')
const letter = new RegExp(`[${leftToRightLetters}]`, 'u')

/** The left-to-right words and numbers of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: found, index: from } of text.matchAll(token)) {
    const to = from + found.length
    tokens.push({ from, to, text: found, isNumber: !letter.test(found), isUsed: false })
  }
  return tokens
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
