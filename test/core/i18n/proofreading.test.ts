import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { interfaceLanguages, type MessageKey } from '../../../core/i18n/languages.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import {
  englishWords,
  foreignDigits,
  foreignWords,
  isLabel,
  literalsOf,
  marksIn,
  roomFor,
} from './proofreading.ts'

const english = interfaceLanguages[0]?.catalogue ?? ({} as never)
const keys = Object.keys(english) as MessageKey[]
/** Every finding of a look at each message, with its key. */
const look = (find: (key: MessageKey) => readonly string[]) =>
  keys.flatMap((key) => find(key).map((found) => `${key}: ${found}`))
// The months' own names are Arabic in every language; what stands between two names is no sentence.
const isQuoted = (key: MessageKey) => key.startsWith('months.') || key.endsWith('.comma')

describe.each(interfaceLanguages)('the proofs of $code', ({ code, catalogue }) => {
  test('have the letters, marks and spaces of the language', () => {
    expect(look((key) => (isQuoted(key) ? [] : marksIn(code, catalogue[key])))).toEqual([])
  })
  test('have the digits of the language', () => {
    expect(look((key) => foreignDigits(code, catalogue[key]))).toEqual([])
  })
  test('have no foreign word', () => {
    expect(look((key) => foreignWords(code, catalogue[key]))).toEqual([])
  })
  test('have labels that fit where the English ones do', () => {
    const label = (key: MessageKey) =>
      isLabel(key, english[key]) && catalogue[key].length > roomFor(english[key])
    expect(look((key) => (label(key) ? [`${english[key]} → ${catalogue[key]}`] : []))).toEqual([])
  })
  test('promise no place where a page has its date alone', () => {
    expect(catalogue['themes.dateLine'].toLowerCase()).not.toContain(catalogue['field.place'].toLowerCase())
  })
})

test('Kurmanji has no word of its English sentence', () => {
  const kmr = interfaceLanguages.find(({ code }) => code === 'kmr')?.catalogue ?? english
  // Words that both languages have.
  const shared = new Set([
    'midad',
    'panel',
    'kaf',
    'google',
    'rss',
    'atom',
    'feed',
    'facebook',
    'telegram',
    'whatsapp',
  ])
  expect(look((key) => (isQuoted(key) ? [] : englishWords(kmr[key], english[key], shared)))).toEqual([])
})

describe('a planted fault is marked', () => {
  test.each<[LanguageCode, string]>([
    ['ckb', 'كتێبخانە'],
    ['ckb', 'کتێبخانەي نوێ'],
    ['ckb', 'ھەواڵ'],
    ['ckb', 'کتێبخانه'],
    ['ckb', 'کتێبخانه‌یەک'],
    ['ckb', 'رەشنووس'],
    ['ckb', 'دەق, وێنە'],
    ['ckb', 'کراوەیە?'],
    ['ckb', 'ئەمڕۆ  دوێنێ'],
    ['ar', 'المکتبة'],
    ['ar', 'العنوان; والنص'],
    ['ar', 'محفـوظ'],
    ['ar', 'جارٍ الحفظ...'],
    ['ar', 'هل تريد ذلك ؟'],
    ['kmr', 'Gotara yeni ğ'],
    ['kmr', 'Paragrafı'],
    ['en', 'It said "no"'],
    ['ar', '{count, plural, one {مقال ,واحد} other {# مقال}}'],
  ])('%s: %s', (code, message) => {
    expect(marksIn(code, message)).not.toEqual([])
  })
  test('English words and digits of another language are found', () => {
    expect(foreignWords('ckb', 'کردنەوەی Library')).toEqual(['Library'])
    expect(foreignWords('ar', 'صفحة HTML')).toEqual([])
    expect(englishWords('Wêne failed', 'The picture failed', new Set())).toEqual(['failed'])
    expect(foreignDigits('ckb', 'سەرباسی 2')).toHaveLength(1)
    expect(foreignDigits('ckb', 'windows-1256')).toEqual([])
    expect(foreignDigits('ar', 'عنوان ٢')).toHaveLength(1)
  })
  test('a value is no letter, and each form of a plural is read', () => {
    expect(literalsOf('{count, plural, one {a} other {# b}}')).toEqual(['a', '◌ b'])
    expect(literalsOf('Since {time}')).toEqual(['Since ◌'])
  })
})

describe('the glossary', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/glossary.md'), 'utf8')
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const terms = rows.filter(([key]) => key?.startsWith('`'))
  const columns = ['en', 'ar', 'ckb', 'kmr'] as const
  const catalogueOf = (code: LanguageCode) => interfaceLanguages.find((each) => each.code === code)?.catalogue

  test('says what stands on the screen', () => {
    expect(terms.length).toBeGreaterThan(30)
    for (const [key = '', ...words] of terms) {
      const id = key.replaceAll('`', '') as MessageKey
      expect([id, ...columns.map((code) => catalogueOf(code)?.[id])]).toEqual([id, ...words.slice(0, 4)])
    }
  })
  test('names words that are not used, and none of them is', () => {
    const avoided = rows.filter(([code]) => columns.some((each) => each === code))
    expect(avoided.length).toBeGreaterThan(5)
    for (const [code = 'en', word = ''] of avoided) {
      const whole = new RegExp(`(?<!\\p{L})(?:${word.split(', ').join('|')})`, 'iu')
      const catalogue = catalogueOf(code as LanguageCode) ?? english
      expect(look((key) => literalsOf(catalogue[key]).filter((text) => whole.test(text)))).toEqual([])
    }
  })
})
