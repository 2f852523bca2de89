import type { Isolate, IsolateKind } from './isolate-kinds.ts'
import { anyDigit, gapBetween, startsWith, type Token } from './isolate-tokens.ts'
import { sign } from './signs.ts'

/** A place among the tokens, for the recognisers below. */
interface Place {
  text: string
  tokens: readonly Token[]
  at: number
  token: Token
  /** Where the last isolate ended: nothing may begin before it. */
  floor: number
  /** "iPhone 15": behind a Latin word and a space a number already goes with the word (UAX #9 W7). */
  followsWord: boolean
}
/** What a recogniser found: the range, and how many tokens it holds from `at` on. */
interface Found {
  from: number
  to: number
  kind: IsolateKind
  count: number
}
type Recogniser = (place: Place) => Found | undefined

// A hyphen as people type it in numbers.
const dash = '[-–—−‑]'
const digit = '[0-9\\u06f0-\\u06f9]'
const arabicIndic = /[\u0660-\u0669]/
const currency = /[$€£¥₺₪₹₽]/
const currencyCodes = new Set(
  'USD EUR GBP IQD TRY IRR AED SAR JOD KWD QAR BHD OMR SYP LBP EGP CHF JPY CNY RUB INR ILS'.split(' '),
)
const magnitudes = new Set('million billion trillion thousand mn bn m k'.split(' '))
const units = new Set(
  (
    'AM PM am pm a.m p.m A.M P.M GMT UTC km m cm mm km/h mph kg g mg t ml l L ft mi hp ' +
    'kB KB MB GB TB Kbps Mbps Gbps Hz kHz MHz GHz V kV W kW MW GW kWh MWh bpd'
  ).split(' '),
)
const isSpace = (gap: string | undefined) => gap === ' ' || gap === '\u00a0'

/** The numbers of an rtl text that need isolation; marks the tokens it takes as used. */
export function numbersIn(text: string, tokens: readonly Token[]): Isolate[] {
  const found: Isolate[] = []
  let floor = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.isUsed) continue
    const before = tokens[at - 1]
    const followsWord =
      before !== undefined && !before.isNumber && !before.isUsed && isSpace(gapBetween(text, before, token))
    const hit = recognise({ text, tokens, at, token, floor, followsWord })
    if (!hit) continue
    for (const held of tokens.slice(at, at + hit.count)) held.isUsed = true
    found.push({ from: hit.from, to: hit.to, dir: 'ltr', kind: hit.kind })
    floor = hit.to
    at += hit.count - 1
  }
  return found
}

function recognise(place: Place): Found | undefined {
  for (const recogniser of startsWith(place.token.text, sign.digit) ? recognisers : ofLetters) {
    const hit = recogniser(place)
    if (hit) return hit
  }
  return undefined
}

/** `from`, or where the sign before it stands: "-5", "(+5", "ב־-5". A dash behind a letter or a digit is no sign. */
function withSign({ text, floor }: Place, from: number): number {
  if (from - 1 < floor || !/[-+−±]/.test(text.charAt(from - 1))) return from
  return from - 1 === floor || /[\s([«"“\u05be]/.test(text.charAt(from - 2)) ? from - 1 : from
}

/** Where "%" or "°C" behind a number ends. */
function withPercent(text: string, to: number): number {
  if (/[%٪‰]/.test(text.charAt(to))) return to + 1
  return text.charAt(to) === '°' ? to + (/[CF]/.test(text.charAt(to + 1)) ? 2 : 1) : to
}

const amount = new RegExp(`^[${anyDigit}](?:.*[${anyDigit}])?(?:[bmt]n|[kmtb])?$`, 'iu')
const latinInside = /\p{Script=Latin}{3}/u

const money: Recogniser = (place) => {
  const { text, tokens, at, token, floor } = place
  if (!amount.test(token.text) || latinInside.test(token.text)) return undefined
  // "US$50" is Latin from its first letter on and keeps its order.
  if (tokens[at - 1]?.to === token.from - 1) return undefined
  const near = (index: number) => index >= floor && currency.test(text.charAt(index))
  let { from, to } = token
  if (near(from - 1)) from -= 1
  else if (isSpace(text.charAt(from - 1)) && near(from - 2)) from -= 2
  if (near(to)) to += 1
  else if (isSpace(text.charAt(to)) && near(to + 1) && !/[\p{L}\p{N}]/u.test(text.charAt(to + 2))) to += 2
  let hasCurrency = from !== token.from || to !== token.to
  let count = 1
  for (let next = tokens[at + count]; next; next = tokens[at + count]) {
    const gap = gapBetween(text, { from, to }, next)
    const isCode = isSpace(gap) && currencyCodes.has(next.text)
    const isMagnitude = isSpace(gap) && magnitudes.has(next.text)
    const isUpperEnd = hasCurrency && next.isNumber && /^[-–—][$€£¥₺₪₹₽]$/.test(gap ?? '')
    if (!isCode && !isMagnitude && !isUpperEnd) break
    hasCurrency ||= isCode
    to = next.to
    count += 1
  }
  return hasCurrency ? { from: withSign(place, from), to, kind: 'money', count } : undefined
}

const dashedDay = new RegExp(
  `^(?:${digit}{4}${dash}${digit}{1,2}${dash}${digit}{1,2}(?:T.{4,})?|${digit}{1,2}${dash}${digit}{1,2}${dash}${digit}{4})$`,
)
const day: Recogniser = ({ token: { from, to, text } }) =>
  dashedDay.test(text) ? { from, to, kind: 'date', count: 1 } : undefined

const phoneGap = /^(?:[ \u00a0]|\)[ \u00a0-]?|[ \u00a0-]?\()$/
const phonePart = new RegExp(`^[${anyDigit}]+(?:[-–‑.][${anyDigit}]+)*$`)
const digitsOf = (text: string) => text.replace(/[^\p{N}]/gu, '')

/** A phone, or a number whose thousands stand apart. */
export const phoneAt: Recogniser = (place) => {
  const { text, tokens, at, token } = place
  if (!phonePart.test(token.text)) return undefined
  let from = token.from
  if (text.charAt(from - 1) === '(') from -= 1
  const hasPlus = text.charAt(from - 1) === '+' && from - 1 >= place.floor
  const startsWithZero = /^[0۰]/.test(token.text)
  const isLocal = !hasPlus && /^[0۰](?![0۰])/.test(token.text)
  const groups = token.text.split(/[-–‑]/)
  let total = digitsOf(token.text).length
  let brackets = from < token.from ? '(' : ''
  let count = 1
  for (let next = tokens[at + 1]; next && phonePart.test(next.text); next = tokens[at + count]) {
    const gap = gapBetween(text, tokens[at + count - 1], next)
    const more = digitsOf(next.text).length
    // Without a plus or a zero only groups of three and more make a phone: no need to look further.
    if (!hasPlus && !startsWithZero && next.text.length < 3) break
    if (gap === undefined || !phoneGap.test(gap) || total + more > (isLocal ? 12 : 15)) break
    brackets += gap.replace(/[^()]/g, '')
    groups.push(...next.text.split(/[-–‑]/))
    total += more
    count += 1
  }
  if (!isPhone({ groups, total, hasPlus, startsWithZero }, place.followsWord)) return undefined
  // An isolate does not put ٠–٩ groups in another order: they read from the right either way.
  if (groups.length > 1 && groups.some((group) => arabicIndic.test(group))) return undefined
  if (brackets !== '' && brackets !== '()') return undefined
  const to = tokens[at + count - 1]?.to ?? token.to
  return { from: hasPlus ? from - 1 : from, to, kind: 'phone', count }
}

interface PhoneShape {
  groups: string[]
  total: number
  hasPlus: boolean
  startsWithZero: boolean
}

/** A plus, a leading zero, or three groups and more as phones (and thousands, "10 000 000") have them; years are no phone. */
function isPhone({ groups, total, hasPlus, startsWithZero }: PhoneShape, followsWord: boolean): boolean {
  if (hasPlus) return total >= 7
  if (groups.length < 2) return false
  if (startsWithZero) return total >= 9
  const areYears = groups.every((group) => group.length === 4)
  return (
    groups.length >= 3 &&
    total >= 7 &&
    !areYears &&
    !followsWord &&
    groups.slice(1).every((g) => g.length >= 3)
  )
}

const operator = /[-–−+=×÷*<>≤≥≠≈^/]/
const strongOperator = /[+=×÷*<>≤≥≠≈^]/
const formulaGap = /^[%٪]?[ \u00a0]?[-–−+=×÷*<>≤≥≠≈^/][ \u00a0]?$/
const term = '(?:[0-9\\u06f0-\\u06f9.,:٫٬]+|[a-z]{1,2}[0-9]?)'
const terms = new RegExp(`^${term}(?:${operator.source}${term})*$`, 'i')
const mostTerms = 40
const areTerms = (text: string) => terms.test(text)

const formula: Recogniser = (place) => {
  const { text, tokens, at, token, followsWord } = place
  if (followsWord || !areTerms(token.text)) return undefined
  let isStrong = strongOperator.test(token.text)
  let count = 1
  for (let next = tokens[at + 1]; next && areTerms(next.text); next = tokens[at + count]) {
    const gap = gapBetween(text, tokens[at + count - 1], next)
    if (count === mostTerms || gap === undefined || !formulaGap.test(gap)) break
    isStrong ||= strongOperator.test(gap) || strongOperator.test(next.text)
    count += 1
  }
  const held = tokens.slice(at, at + count)
  if (!isStrong || !held.some(({ text }) => /\p{N}/u.test(text))) return undefined
  const to = withPercent(text, held.at(-1)?.to ?? token.to)
  return { from: withSign(place, token.from), to, kind: 'formula', count }
}

const isUnit = (token: Token, gap: string | undefined) =>
  (isSpace(gap) && units.has(token.text.split('+')[0] ?? '')) ||
  (/^ ?°$/.test(gap ?? '') && /^[CF]$/.test(token.text))

/** "10:30 PM", "20 km/h", "20°C". */
const measured: Recogniser = (place) => {
  const { text, tokens, at, token, followsWord } = place
  if (!token.isNumber || followsWord) return undefined
  let count = 1
  for (let next = tokens[at + 1]; next; next = tokens[at + count]) {
    if (!isUnit(next, gapBetween(text, tokens[at + count - 1], next))) break
    count += 1
  }
  const last = tokens[at + count - 1]
  if (count === 1 || !last) return undefined
  const to = last.text.includes('.') && text.charAt(last.to) === '.' ? last.to + 1 : last.to
  return { from: withSign(place, token.from), to, kind: 'latin', count }
}

const joined = new RegExp(`${digit}${dash}${digit}`)
const range: Recogniser = (place) => {
  const { text, tokens, at, token, followsWord } = place
  if (!token.isNumber || followsWord || arabicIndic.test(token.text)) return undefined
  const next = tokens[at + 1]
  const isPercentRange = next?.isNumber && /^[%٪][-–—−]$/.test(gapBetween(text, token, next) ?? '')
  if (!isPercentRange && !joined.test(token.text)) return undefined
  const to = withPercent(text, isPercentRange ? next.to : token.to)
  const kind = new RegExp(`^${digit}${dash}${digit}$`).test(token.text) && to === token.to ? 'score' : 'range'
  return { from: withSign(place, token.from), to, kind, count: isPercentRange ? 2 : 1 }
}

const signed: Recogniser = (place) => {
  const { text, token } = place
  if (!token.isNumber || arabicIndic.test(token.text)) return undefined
  const from = withSign(place, token.from)
  // "-5-" is an aside between dashes.
  if (from === token.from || /[-–—]/.test(text.charAt(token.to))) return undefined
  const to = withPercent(text, token.to)
  const count = place.tokens[place.at + 1]?.from === to - 1 ? 2 : 1
  return { from, to, kind: 'negative', count }
}

const recognisers: readonly Recogniser[] = [money, day, phoneAt, formula, measured, range, signed]
/** What a token that starts with a letter may be. */
const ofLetters: readonly Recogniser[] = [formula]
