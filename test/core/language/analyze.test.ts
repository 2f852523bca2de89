import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze, analyzed } from '../../../core/language/analyze.ts'
import { toAsciiDigits } from '../../../core/language/digits.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import { suite } from './suites.ts'

describe('analyze', () => {
  test.each<[LanguageCode, string, string[]]>([
    ['ar', 'قالت الحكومةُ: «لا عودة»!', ['قالت', 'حكوم', 'لا', 'عود']],
    ['ar', 'قال:نعم.والوزير ١،٢ #حقوق_الإنسان_', ['قال:نعم.والوزير', '1،2', 'حقوق_الانس']],
    ['ar', 'الحكو\u200dمة\u200f وصلت', ['حكوم', 'صلت']],
    ['ar', 'ـــ 12.5 و١٢٫٥ BBC', ['12.5', '12٫5', 'bbc']],
    ['fa', 'می\u200cخورد کتاب\u200cها', ['مي', 'خورد', 'كتاب', 'ها']],
    ['fa', '۱۴۰۳', ['1403']],
    ['ckb', 'له\u200cسه\u200cر پیاوەکان، رۆژ ٢٠٢٤', ['لەسەر', 'پیاو', 'ڕۆژ', '2024']],
    ['kmr', 'Hikûmeta Kurdistanê BBC’yê', ['hikûmeta', 'kurdistanê', "bbc'yê"]],
    ['he', 'צה״ל אמר: "שלום" ג׳ורג׳ תל־אביב', ['צה"ל', 'אמר', 'שלום', "ג'ורג", 'תל', 'אביב']],
    ['he', 'צה"ל', ['צה"ל']],
    ['ur', 'حكومت ۲۰۲۴', ['حکومت', '2024']],
    [
      'en',
      'They didn’t say ‘no’ on e-mail, 1,234.5',
      ['they', "didn't", 'say', 'no', 'on', 'e', 'mail', '1,234.5'],
    ],
    ['en', 'cafe\u0301 𝐁old 😀 𐤀', ['café', 'bold', '𐤀']],
    ['ur', 'محمد ﷺ', ['محمد', 'صلی', 'الله', 'علیه', 'وسلم']],
    ['ar', '', []],
  ])('%s %j', (language, text, tokens) => expect(analyze(text, language)).toEqual(tokens))

  test.each<[LanguageCode, string, string[]]>([
    ['ar', 'قال:نعم.والوزير ١،٢ #حقوق_الإنسان_', ['قال', 'نعم', 'وزير', '1', '2', 'حقوق', 'انس']],
    ['ar', "و'الوطن' 12.5", ['و', 'وطن', '12.5']],
    [
      'en',
      'The U.S. said: bbc.com didn’t 1,234.5',
      ['the', 'u', 's', 'said', 'bbc', 'com', "didn't", '1,234.5'],
    ],
    ['he', 'צה״ל ג׳ורג׳', ['צה"ל', "ג'ורג"]],
  ])('%s %j for a search, where signs part letters', (language, text, tokens) =>
    expect(analyze(text, language, 'apart')).toEqual(tokens),
  )

  test('a half of a pair, a lone mark and a quotation mark at an edge are no words', () => {
    expect(analyze('\ud83d a \udc00 \u064b \'b\' "c"', 'en')).toEqual(['a', 'b', 'c'])
  })

  test('a word that has been met before is analysed the same, in each language apart', () => {
    for (let round = 0; round < 2; round += 1) {
      expect(analyze('كتابها constructor __proto__', 'ar')).toEqual(['كتاب', 'constructor', 'proto'])
      expect(analyze('كتابها', 'ur')).toEqual(['کتابها'])
    }
  })

  test('a million letters, marks, joiners or signs are read in one pass', () => {
    for (const sign of ['ا', '\u064b', '\u200c', 'a\u0301', "'", '1.', '😀', 'ה״'])
      for (const language of ['ar', 'fa', 'en'] as const)
        expect(analyzed(sign.repeat(1_000_000), language).length).toBeLessThanOrEqual(1_000_000)
  })
})

const mixed = fc.string({
  unit: fc.constantFrom(...Array.from('اأةيکكهھەرڵשםןaBêİß19٣۵ \'"’״׳.,:_-ـ\u064b\u200c\u200f\u0301😀𐤀ﷺﻻ')),
  maxLength: 60,
})

describe('analyzed', () => {
  test('cuts the original spelling out for a mark', () => {
    const text = 'ووصلت «الحُكــومة»'
    const hit = analyzed(text, 'ar').find(({ term }) => term === 'حكوم')
    expect(text.slice(hit?.from, hit?.to)).toBe('الحُكــومة')
  })

  test('has the tokens of analyze, in order, each where its own word alone gives that token', () => {
    fc.assert(
      fc.property(
        mixed,
        fc.constantFrom(...languageCodes),
        fc.constantFrom('uax29', 'apart'),
        (text, language, signs) => {
          const words = analyzed(text, language, signs)
          expect(words.map(({ term }) => term)).toEqual(analyze(text, language, signs))
          let before = 0
          for (const { term, from, to } of words) {
            expect(from).toBeGreaterThanOrEqual(before)
            expect(to).toBeGreaterThan(from)
            expect(analyze(text.slice(from, to), language, signs)).toContain(term)
            before = from
          }
          expect(words.every(({ term }) => term !== '' && !/\s/.test(term))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('Lucene’s analysers', () => {
  type Case = { test: string; input: string; tokens: string[] }
  const codes = { arabic: 'ar', persian: 'fa', sorani: 'ckb' } as const
  const lucene = suite<{ cases: Record<keyof typeof codes, Case[]> }>('lucene-analyze.json')
  // Words that Lucene leaves out and Midad keeps, for a phrase in quotes has them too: as our analysis writes them.
  const stopWords = new Set('ما الذين ذين مي خواهد دارد داشت است بود باشد بوده شود شد شده ها ئەم'.split(' '))

  const vocabulary = suite<{ cases: [string, string][] }>('lucene-sorani-vocabulary.json')
  test.runIf(vocabulary)(
    'each of Lucene’s 8,272 frequent Sorani words is one token, the stem that it says',
    () => {
      const pairs = vocabulary?.cases ?? []
      expect(pairs).toHaveLength(8272)
      expect(pairs.filter(([word, stem]) => analyze(word, 'ckb').join(' ') !== toAsciiDigits(stem))).toEqual(
        [],
      )
    },
  )

  test.runIf(lucene).each(Object.keys(codes) as (keyof typeof codes)[])(
    '%s: the same tokens but for stop words, which stay',
    (language) => {
      const cases = lucene?.cases[language] ?? []
      expect(cases.length).toBeGreaterThan(3)
      for (const { test: name, input, tokens } of cases) {
        const own = analyze(input, codes[language]).filter(
          (term) => tokens.includes(term) || !stopWords.has(term),
        )
        expect(own, `${name} ${input}`).toEqual(tokens)
      }
    },
  )
})
