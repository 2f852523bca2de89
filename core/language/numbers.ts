import type { LanguageCode } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'
import { toDigits } from './digits.ts'
import { languageOf } from './registry.ts'

export interface NumberOptions {
  language: LanguageCode
  /** The house's choice; otherwise the language's own. */
  digits?: DigitStyle
}

/**
 * A number with grouped thousands: 1,234.5 or ١٬٢٣٤٫٥ (CLDR 48 separators), at most three decimals. No invisible
 * marks and no Intl: Chromium's data has no ckb and no ku (rtl.md 5.1).
 */
export function formatNumber(
  n: number,
  { language, digits = languageOf(language).digits }: NumberOptions,
): string {
  if (!Number.isFinite(n)) return Number.isNaN(n) ? '–' : n < 0 ? '-∞' : '∞'
  const { group, decimal } = separators(language, digits)
  const [whole = '0', fraction] = decimals(Math.abs(n)).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  const written = fraction ? `${grouped}${decimal}${fraction}` : grouped
  return toDigits(`${n < 0 && /[1-9]/.test(written) ? '-' : ''}${written}`, digits)
}

// toFixed gives exponents from 1e21 on.
const decimals = (n: number) => (n >= 1e21 ? BigInt(n).toString() : n.toFixed(3).replace(/\.?0+$/, ''))

function separators(language: LanguageCode, digits: DigitStyle) {
  if (digits !== 'latn') return { group: '٬', decimal: '٫' }
  // CLDR 48 `ku`: 1.234,5.
  return language === 'kmr' ? { group: '.', decimal: ',' } : { group: ',', decimal: '.' }
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const
const arabicByteUnits = ['بايت', 'ك.ب', 'م.ب', 'غ.ب', 'ت.ب'] as const

/** A file's size in decimal units (1 kB = 1000 bytes, as disks and CLDR count), with at most one decimal. */
export function formatBytes(bytes: number, options: NumberOptions): string {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 999.5 && unit < byteUnits.length - 1) {
    value /= 1000
    unit += 1
  }
  const units = options.language === 'ar' ? arabicByteUnits : byteUnits
  const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
  return `${formatNumber(rounded, options)}\u00a0${units[unit]}`
}
