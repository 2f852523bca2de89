import type { Direction, LanguageCode } from '../model/language-code.ts'
import { languageOf } from './registry.ts'

/** The base direction of a language's script. */
export function directionOf(code: LanguageCode): Direction {
  return languageOf(code).direction
}

const strong =
  /([\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])|\p{L}/gu

/**
 * The direction most letters of a text have; null where it has none (digits and punctuation do not count).
 * "BBC: قال الوزير" is rtl, where first-strong rules (UAX #9 P2, HTML dir=auto) would say ltr (rtl.md 1.2).
 * Where both sides have the same number of letters, the right-to-left words win: Latin there is a name.
 */
export function majorityDirection(text: string): Direction | null {
  let rtl = 0
  let ltr = 0
  for (const [, rightToLeft] of text.matchAll(strong)) {
    if (rightToLeft) rtl += 1
    else ltr += 1
  }
  if (rtl + ltr === 0) return null
  return rtl >= ltr ? 'rtl' : 'ltr'
}
