import { describe, expect, test } from 'vitest'
import { toAsciiDigits, toDigits } from '../../../core/language/digits.ts'
import { formatBytes, formatNumber } from '../../../core/language/numbers.ts'
import { pluralClass } from '../../../core/language/plural.ts'
import { languages } from '../../../core/language/registry.ts'
import { suite } from './suites.ts'

describe('digits', () => {
  test.each([
    ['latn', '1950 2024'],
    ['arab', '١٩٥٠ ٢٠٢٤'],
    ['arabext', '۱۹۵۰ ۲۰۲۴'],
  ] as const)('%s from any style', (style, written) => {
    for (const text of ['1950 2024', '١٩٥٠ ٢٠٢٤', '۱۹۵۰ ۲۰۲۴', '١950 ۲۰24'])
      expect(toDigits(text, style)).toBe(written)
  })

  test('nothing but digits changes, and the length stays', () => {
    expect(toAsciiDigits('٪٫٬، أيار ²½𝟛 ٣')).toBe('٪٫٬، أيار ²½𝟛 3')
  })

  const asosoft = suite<{ cases: { op: string; input: string; expected: string }[] }>('asosoft-kurdish.json')
  test.runIf(asosoft)('as AsoSoft unifies numerals', () => {
    const unify = asosoft?.cases.find(({ op }) => op === 'UnifyNumerals')
    expect(toAsciiDigits(unify?.input ?? '')).toBe(unify?.expected)
  })
})

describe('formatNumber', () => {
  test.each([
    [1234567.891, 'en', undefined, '1,234,567.891'],
    [1234567.891, 'ar', 'arab', '١٬٢٣٤٬٥٦٧٫٨٩١'],
    [1234, 'ar', undefined, '1,234'],
    [1234.5, 'ckb', undefined, '١٬٢٣٤٫٥'],
    [1234.5, 'ckb', 'latn', '1,234.5'],
    [1234.5, 'fa', undefined, '۱٬۲۳۴٫۵'],
    [1234.5, 'kmr', undefined, '1.234,5'],
    [100, 'en', undefined, '100'],
    [0, 'en', undefined, '0'],
    [-1500, 'en', undefined, '-1,500'],
    [-0.0001, 'en', undefined, '0'],
    [2.5e21, 'en', undefined, '2,500,000,000,000,000,000,000'],
    [Number.POSITIVE_INFINITY, 'en', undefined, '∞'],
    [Number.NaN, 'en', undefined, '–'],
  ] as const)('%d in %s %s is %s', (n, language, digits, written) => {
    expect(formatNumber(n, { language, digits })).toBe(written)
  })

  test('holds no invisible mark', () => {
    for (const { code } of languages)
      for (const digits of ['latn', 'arab', 'arabext'] as const)
        expect(formatNumber(-12345.6, { language: code, digits })).not.toMatch(/\p{Cf}/u)
  })

  type Symbols = { numberingSystem: string; symbols: { decimal: string; group: string } }
  const cldr = suite<{ locales: Record<string, Symbols> }>('cldr-locale-facts.json')
  test.runIf(cldr)('separates as CLDR does', () => {
    for (const { code, tag } of languages) {
      const { decimal, group } = cldr?.locales[tag]?.symbols ?? { decimal: '', group: '' }
      expect(toAsciiDigits(formatNumber(1234.5, { language: code })), code).toBe(`1${group}234${decimal}5`)
    }
  })
})

describe('formatBytes', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1499, '1.5 kB'],
    [999_499, '999 kB'],
    [999_600, '1 MB'],
    [12_345_678, '12 MB'],
    [3e15, '3,000 TB'],
  ])('%d bytes are %s', (bytes, written) => {
    expect(formatBytes(bytes, { language: 'en' }).replace('\u00a0', ' ')).toBe(written)
  })
  test('in the digits of the house', () => {
    expect(formatBytes(1500, { language: 'ckb' })).toBe('١٫٥\u00a0kB')
    expect(formatBytes(1500, { language: 'ar' })).toBe('1.5\u00a0ك.ب')
  })
})

describe('pluralClass', () => {
  // Node's ICU has the rules of all seven; in Chromium, where ckb and ku are missing, ours stand alone.
  test.each(languages.map(({ code, tag }) => [code, tag] as const))(
    '%s has the classes of CLDR',
    (code, tag) => {
      const rules = new Intl.PluralRules(tag)
      const counts = [...Array(1205).keys(), 10_000, 100_003, 100_011, 1_000_000, 0.5, 1.5, 2.5, 10.5, 103.5]
      for (const n of counts) expect(pluralClass(code, n), `${n}`).toBe(rules.select(n))
    },
  )
  test('a negative count has the class of its size', () => {
    expect(pluralClass('ar', -3)).toBe('few')
  })
})
