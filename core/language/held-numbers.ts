import { phoneAt } from './isolate-numbers.ts'
import { anyDigit, gapBetween, tokenAt, type Stretch, type Token } from './isolate-tokens.ts'
import { nextSign, sign, signs } from './signs.ts'

const dash = '[-–—−‑]'
const joined = new RegExp(`[${anyDigit}]${dash}[${anyDigit}]`)
/** Between two ends of a range that are two tokens: "10%–15%", "$5–$7". */
const joins = new RegExp(`^[%‰]?${dash}\\p{Sc}?$`, 'u')
// Of "5G-€1.5" nothing is a range.
const endsInDigit = new RegExp(`[${anyDigit}]$`)
// Of "12–15ê" and "5–6-year-old".
const numbers = new RegExp(`^.*[${anyDigit}]`)
const mayBreak = new RegExp(`${dash}|[ ()]`)

/**
 * The numbers of an ltr text of which half on a line would be another: ranges, scores, days with hyphens, phones. A browser breaks them behind
 * the dash and at the space. From right to left they are isolates, and held by that.
 */
export function heldNumbersIn(text: string): Stretch[] {
  const tokens = numbersOf(text)
  const held: Stretch[] = []
  let floor = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const place = { text, tokens, at, token, floor, followsWord: false }
    const found = phoneAt(place) ?? dashedAt(text, tokens, at)
    if (!found) continue
    at += found.count - 1
    floor = found.to
    if (mayBreak.test(text.slice(found.from, found.to))) held.push({ from: found.from, to: found.to })
  }
  return held
}

/** The tokens that begin with a digit, but for what goes on with one inside a word: "A320-200". */
function numbersOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = nextSign(text, 0, sign.digit); at < text.length; at = nextSign(text, at, sign.digit)) {
    const token = tokenAt(text, at)
    if (token && !(signOf(text, at - 1) & sign.latin)) tokens.push(token)
    at = token?.to ?? at + 1
  }
  return tokens
}
const signOf = (text: string, at: number): number => (at < 0 ? 0 : (signs[text.charCodeAt(at)] as number))

function dashedAt(text: string, tokens: readonly Token[], at: number) {
  const { from, text: word } = tokens[at] as Token
  let count = 1
  let last = tokens[at] as Token
  for (
    let next = tokens[at + 1];
    next && endsInDigit.test(last.text) && joins.test(gapBetween(text, last, next) ?? '');
    next = tokens[at + count]
  ) {
    last = next
    count += 1
  }
  if (count === 1 && !joined.test(word)) return undefined
  const to = last.from + (numbers.exec(last.text)?.[0].length ?? 0)
  const hasCurrency = from > 0 && /\p{Sc}/u.test(text.charAt(from - 1))
  return { from: from - (hasCurrency ? 1 : 0), to: to + (/[%‰°]/.test(text.charAt(to)) ? 1 : 0), count }
}

/**
 * May a number that is to be held go on over the gap before a digit? `lastEnd`: where the digits before it end, below 0 in the
 * text before this one, whose letters nobody has any more.
 */
export function mayHold(text: string, lastEnd: number, at: number): boolean {
  const gap = at - lastEnd
  if (gap < 1 || gap > longestGap) return false
  return lastEnd < 0 || isGap.test(text.slice(lastEnd, at))
}
const longestGap = 3
const isGap = /^[-–—−‑ \u00a0()%‰]+\p{Sc}?$/u
