import type { LanguageCode } from '../model/language-code.ts'

export type PluralClass = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/**
 * The plural class of a count: CLDR 48 cardinal rules, written out because Chromium's Intl has no ckb and no ku.
 * Operands as in UTS #35: i the whole part, v the number of visible decimals.
 */
export function pluralClass(code: LanguageCode, n: number): PluralClass {
  const count = Math.abs(n)
  const isWhole = Number.isInteger(count)
  switch (code) {
    case 'ar':
      return arabicClass(count)
    case 'ckb':
    case 'kmr':
      return count === 1 ? 'one' : 'other'
    case 'fa':
      return count <= 1 ? 'one' : 'other'
    case 'he':
      return (isWhole ? count === 1 : count < 1) ? 'one' : count === 2 ? 'two' : 'other'
    case 'ur':
    case 'en':
      return count === 1 ? 'one' : 'other'
  }
}

function arabicClass(count: number): PluralClass {
  if (count === 0) return 'zero'
  if (count === 1) return 'one'
  if (count === 2) return 'two'
  if (!Number.isInteger(count)) return 'other'
  const hundredth = count % 100
  if (hundredth >= 3 && hundredth <= 10) return 'few'
  return hundredth >= 11 ? 'many' : 'other'
}
