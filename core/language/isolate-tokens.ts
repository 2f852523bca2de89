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
const token = new RegExp(`${start}(?:[${leftToRightLetters}${anyDigit}\\p{M}]|[${inner}](?=${start}))*`, 'uy')
const letter = new RegExp(`[${leftToRightLetters}]`, 'u')

/** The left-to-right words and numbers of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (quietInRightToLeft[text.charCodeAt(at)]) continue
    token.lastIndex = at
    const found = token.exec(text)?.[0]
    if (found === undefined) continue
    tokens.push({
      from: at,
      to: at + found.length,
      text: found,
      isNumber: !letter.test(found),
      isUsed: false,
    })
    at += found.length - 1
  }
  return tokens
}

/** Whether no token and no address is in it: it is all letters from right to left, spaces and common punctuation. */
export function isAllRightToLeft(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!quietInRightToLeft[text.charCodeAt(at)]) return false
  return true
}

/**
 * By UTF-16 unit: with these no token begins, and of them no address is made: letters from right to left, spaces, common punctuation.
 * Most of a story is; a pattern with properties of Unicode would be slow to see it.
 */
const quietInRightToLeft = new Uint8Array(0x10000)
quietInRightToLeft
  .fill(1, 0x0590, 0x0900)
  .fill(0, 0x0660, 0x066a)
  .fill(0, 0x06f0, 0x06fa)
  .fill(1, 0x2000, 0x2070)
for (const sign of ' !"\'()*,-.:;?«»\u00a0') quietInRightToLeft[sign.charCodeAt(0)] = 1

/** What stands between two tokens, undefined where it is too long to join anything. */
export function gapBetween(
  text: string,
  left: Stretch | undefined,
  right: Stretch | undefined,
): string | undefined {
  if (!left || !right || right.from - left.to > 6) return undefined
  return text.slice(left.to, right.from)
}
