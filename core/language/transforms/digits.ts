import type { LanguageCode } from '../../model/language-code.ts'
import type { DigitStyle } from '../../model/theme.ts'
import { toDigits } from '../digits.ts'
import { houseDigits } from '../house-digits.ts'
import { anyDigit, type Stretch } from '../isolate-tokens.ts'
import { blotted } from './blot.ts'
import { numberCodes, plainNumbers } from './number-codes.ts'
import type { HouseStyle, Place, Replacement, Transform } from './transform.ts'

const number = new RegExp(`[${anyDigit}]+(?:[.,\\u066b\\u066c][${anyDigit}]+)*`, 'g')
// 1,234,567.8 and 3.5; in 8.5.2024 and 1,2 the marks are no separators of one number.
const hasSeparators = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/
const arabicSeparator: Readonly<Record<string, string>> = { '.': '\u066b', ',': '\u066c' }
const latinSeparator: Readonly<Record<string, string>> = { '\u066b': '.', '\u066c': ',' }

/** A transform to one style of digits, with the decimal and group separators that go with it (CLDR 48: 1,234.5 and ١٬٢٣٤٫٥). */
function digitsTo(
  id: Transform['id'],
  languages: readonly LanguageCode[],
  styleOf: (language: LanguageCode, house: HouseStyle) => DigitStyle,
): Transform {
  return {
    id,
    languages,
    change(text, language, house) {
      const style = styleOf(language, house)
      return { places: numberPlaces(text, style, numberCodes(text, language, style)), unpaired: [] }
    },
  }
}

function numberPlaces(text: string, style: DigitStyle, codes: readonly Stretch[]): Place[] {
  const places: Place[] = []
  const code = blotted(text, codes)
  for (const { 0: found, index } of text.matchAll(number)) {
    if (code.startsWith('\ufffc', index) || code.startsWith('\ufffc', index + found.length - 1)) continue
    const parts = differences(found, inStyle(found, style), index)
    if (parts.length > 0) places.push({ parts })
  }
  return places
}

function inStyle(found: string, style: DigitStyle): string {
  const written = toDigits(found, style)
  if (style === 'latn') return written.replace(/[\u066b\u066c]/g, (mark) => latinSeparator[mark] ?? mark)
  if (!hasSeparators.test(plainNumbers(found))) return written
  return written.replace(/[.,]/g, (mark) => arabicSeparator[mark] ?? mark)
}

/** Letter by letter, so that a number that is half bold stays so; both are of one length. */
function differences(before: string, after: string, start: number): Replacement[] {
  const parts: Replacement[] = []
  for (let at = 0; at < before.length; at += 1) {
    const put = after.charAt(at)
    if (put !== before.charAt(at)) parts.push({ from: start + at, to: start + at + 1, text: put })
  }
  return parts
}

/** The house's own style, or where it has none the language's. */
export const digitsOfHouse = digitsTo(
  'digits',
  ['ar', 'ckb', 'fa', 'ur', 'kmr', 'he', 'en'],
  (language, { digits }) => houseDigits(digits, language),
)
export const digitsLatin = digitsTo('digits-latn', ['ar', 'ur', 'he'], () => 'latn')
export const digitsArabic = digitsTo('digits-arab', ['ar', 'ckb'], () => 'arab')
export const digitsPersian = digitsTo('digits-arabext', ['fa', 'ur'], () => 'arabext')
