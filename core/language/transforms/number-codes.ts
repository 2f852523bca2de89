import type { LanguageCode } from '../../model/language-code.ts'
import type { DigitStyle } from '../../model/theme.ts'
import { toDigits } from '../digits.ts'
import { gapBetween, tokensOf, type Stretch, type Token } from '../isolate-tokens.ts'
import { isolates, type Isolate } from '../isolate.ts'
import { languageOf } from '../registry.ts'

const isoDay = /^\d{4}[-‑–—−]/
// 07701234567: no amount begins with a zero and has so many digits.
const bareNumber = /^0\d{6,}$/
const besideLatin = /^[ \u00a0]$/

/**
 * The numbers of a text whose digits are no matter of style: phones, ISO dates, G20, F-16, v2.0; and in a text of another script, where
 * Arabic digits are wanted, what stands in a Latin phrase or beside a Latin word (iPhone 15, 20 km). The digits they are written in
 * make no difference: a number that is a code stays one.
 */
export function numberCodes(text: string, language: LanguageCode, style: DigitStyle): Stretch[] {
  const plain = plainNumbers(text)
  const tokens = tokensOf(plain)
  const sparesLatin = style !== 'latn' && languageOf(language).script !== 'latin'
  const codes = tokens.filter(
    (token, at) => isCode(token) || (sparesLatin && token.isNumber && isBesideLatin(plain, tokens, at)),
  )
  // The recogniser of an rtl text knows numbers; that of an ltr text has no need to.
  const runs = isolates(plain, 'rtl').filter((isolate) => isRunOfCode(plain, isolate, sparesLatin))
  return [...codes, ...runs]
    .map(({ from, to }) => ({ from, to }))
    .toSorted((one, other) => one.from - other.from)
}

/** 123 and its separators as ASCII has them, offsets unchanged: what a number is must not depend on its style. */
export const plainNumbers = (text: string): string =>
  toDigits(text, 'latn')
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')

const isCode = ({ text, isNumber }: Token) => (isNumber ? bareNumber.test(text) : /\d/.test(text))

function isBesideLatin(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const isWord = (other: Token | undefined) => other !== undefined && !other.isNumber
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  return (
    (isWord(before) && besideLatin.test(gapBetween(text, before, token) ?? '')) ||
    (isWord(after) && besideLatin.test(gapBetween(text, token, after) ?? ''))
  )
}

function isRunOfCode(text: string, { kind, from, to }: Isolate, sparesLatin: boolean): boolean {
  if (kind === 'phone') return true
  if (kind === 'date') return isoDay.test(text.slice(from, to))
  return kind === 'latin' && sparesLatin
}
