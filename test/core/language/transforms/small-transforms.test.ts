import { describe, expect, test } from 'vitest'
import type { LanguageCode } from '../../../../core/model/language-code.ts'
import { suite } from '../suites.ts'
import { changed } from './changed.ts'

interface LuceneCase {
  test: string
  input: string
  expected: string
}
const lucene = suite<{ cases: { arabic: LuceneCase[] } }>('lucene-normalize.json')

describe('Persian letters', () => {
  test.each([
    ['كتاب‌هاي علي', 'کتاب‌های علی'],
    ['موسى', 'موسی'],
  ])('%j is written %j', (text, wanted) => expect(changed('persian', text, 'fa')).toBe(wanted))
  test('what Persian shares with Arabic stays', () => {
    expect(changed('persian', 'مسئلهٔ مؤثر، خانهٔ ۱۲', 'fa')).toBe('مسئلهٔ مؤثر، خانهٔ ۱۲')
  })
})

describe('Arabic letters', () => {
  test('ک ی are ك ي', () => expect(changed('arabic', 'کرکوک فی العراق', 'ar')).toBe('كركوك في العراق'))
  test('ى, ة and names with پ چ گ stay', () => {
    expect(changed('arabic', 'مستشفى الحكومة، گۆران', 'ar')).toBe('مستشفى الحكومة، گۆران')
  })
})

describe('tashkeel', () => {
  test.each([
    ['قَالَ الوَزِيرُ إِنَّ', 'قال الوزير إن'],
    ['جِدًّا', 'جدا'],
    ['هٰذا', 'هذا'],
  ])('%j loses it: %j', (text, wanted) => expect(changed('tashkeel', text, 'ar')).toBe(wanted))
  test('hamza and madda are parts of letters and stay, composed or not; niqqud is none', () => {
    for (const text of ['آمن أكل إذا سؤال', 'ا\u0653من ا\u0654كل', 'שָׁלוֹם', 'résumé'])
      expect(changed('tashkeel', text, 'ar')).toBe(text)
  })
  test.runIf(lucene)("Lucene's examples of tashkeel hold", () => {
    const examples = (lucene?.cases.arabic ?? []).filter(({ input }) => /[\u064b-\u0652]/.test(input))
    expect(examples.length).toBeGreaterThan(5)
    for (const { input, expected } of examples) expect(changed('tashkeel', input, 'ar')).toBe(expected)
  })
})

describe('tatweel', () => {
  test.each([
    ['الحـــكـومة', 'الحكومة'],
    ['مُـحَـمَّـد', 'مُحَمَّد'],
    ['هــــ', 'هـ'],
  ])('%j becomes %j', (text, wanted) => expect(changed('tatweel', text, 'ar')).toBe(wanted))
  test.each(['عام 1445 هـ', 'بـ«الإرهاب» لـ20', 'بەهـ', 'BBC'])('%j needs it, or has none', (text) => {
    expect(changed('tatweel', text, 'ar')).toBe(text)
  })
  test.runIf(lucene)("Lucene's example of tatweel holds", () => {
    const examples = (lucene?.cases.arabic ?? []).filter(({ input }) => /\u0640/.test(input))
    expect(examples.length).toBeGreaterThan(0)
    for (const { input, expected } of examples) expect(changed('tatweel', input, 'ar')).toBe(expected)
  })
})

describe('punctuation', () => {
  test.each<[LanguageCode, string, string]>([
    ['ar', 'قال الوزير, ثم سكت; لماذا?', 'قال الوزير، ثم سكت؛ لماذا؟'],
    ['ar', 'كذا (وكذا), و«كذا», نعم!?', 'كذا (وكذا)، و«كذا»، نعم!؟'],
    ['ckb', 'لە ٢٠٢٤, ئەو', 'لە ٢٠٢٤، ئەو'],
    ['ckb', 'لە 2024, ئەو', 'لە 2024، ئەو'],
    ['ar', 'جدًا, نعم', 'جدًا، نعم'],
    ['en', 'Yes، no؛ why؟', 'Yes, no; why?'],
    ['kmr', 'Erê، na', 'Erê, na'],
  ])('%s: %j becomes %j', (language, text, wanted) =>
    expect(changed('punctuation', text, language)).toBe(wanted),
  )
  test.each<[LanguageCode, string]>([
    ['ar', 'شركات Google, Apple وغيرها'],
    ['ar', 'قالت BBC، إن'],
    ['ar', '1,234 و ١,٥ و ١،٥'],
    ['ar', 'https://ex.com/?a;b,c'],
    ['he', 'שלום, עולם; מה?'],
    ['en', 'Yes, no; why? قال، نعم'],
  ])('%s: %j stays', (language, text) => expect(changed('punctuation', text, language)).toBe(text))
})
