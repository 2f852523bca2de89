import { describe, expect, test } from 'vitest'
import { normalizeArabic, normalizePersian, normalizeSorani } from '../../../core/language/normalize.ts'
import { stemArabic, stemPersian, stemSorani } from '../../../core/language/stem.ts'
import { suite } from './suites.ts'

const arabic = (word: string) => stemArabic(normalizeArabic(word))
const persian = (word: string) => stemPersian(normalizePersian(normalizeArabic(word)))
const sorani = (word: string) => stemSorani(normalizeSorani(word))

describe('Arabic', () => {
  test.each([
    ['الحكومة', 'حكوم'],
    ['والحكومة', 'حكوم'],
    ['للحكومة', 'حكوم'],
    ['بالمدرسة', 'مدرس'],
    ['كالجبال', 'جبال'],
    ['وزارات', 'زار'],
    ['مدارسها', 'مدارس'],
    ['مهندسون', 'مهندس'],
    ['عراقيين', 'عراق'],
    ['ولد', 'ولد'],
    ['وال', 'وال'],
    ['الة', 'ال'],
    ['له', 'له'],
    ['', ''],
  ])('%s is %s', (word, stem) => expect(arabic(word)).toBe(stem))

  test('takes one prefix only, and each suffix once in its order', () => {
    expect(arabic('والوزير')).toBe('وزير')
    expect(arabic('كتابيهها')).toBe('كتاب')
    // ها has had its turn when ه goes.
    expect(arabic('كتابهاه')).toBe('كتابها')
  })
})

describe('Persian', () => {
  test.each([
    ['کتابها', 'كتاب'],
    ['بزرگترین', 'بزرگ'],
    ['بزرگتر', 'بزرگ'],
    ['دوستان', 'دوست'],
    ['ایرانی', 'ايران'],
    ['تان', 'تان'],
  ])('%s is %s', (word, stem) => expect(persian(word)).toBe(stem))
})

describe('Sorani', () => {
  test.each([
    ['پیاوێک', 'پیاو'],
    ['پیاوەکان', 'پیاو'],
    ['دەرگاکە', 'دەرگا'],
    ['کوردستاندا', 'کوردس'],
    ['ماڵەکەیان', 'ماڵە'],
    ['گەڕانەوە', 'گەڕان'],
    ['نان', 'نان'],
    ['دا', 'دا'],
  ])('%s is %s', (word, stem) => expect(sorani(word)).toBe(stem))
})

describe('Lucene’s stemmers', () => {
  interface Case {
    test: string
    input: string
    expected: string
  }
  const kinds = {
    arabic_stem_only: stemArabic,
    sorani_full_analyzer: sorani, // One of its cases is English, in a capital: the analyser makes small letters before it stems.
    persian_stem_filter_on_arabic_kaf_yeh: (word: string) => stemPersian(word.toLowerCase()),
  }
  const stems = suite<{ cases: Record<keyof typeof kinds, Case[]> }>('lucene-stem.json')
  test.runIf(stems).each(Object.keys(kinds) as (keyof typeof kinds)[])(
    '%s equals Lucene’s own cases',
    (kind) => {
      const cases = stems?.cases[kind] ?? []
      expect(cases.length).toBeGreaterThan(9)
      for (const { test: name, input, expected } of cases) expect(kinds[kind](input), name).toBe(expected)
    },
  )

  const names = suite<{ cases: Record<string, [string, string][]> }>('lucene-generated-names.json')
  test.runIf(names).each([
    ['arabic_normalize_stem', arabic],
    ['sorani_normalize_stem', sorani],
  ] as const)('%s equals what Lucene makes of hundreds of names', (kind, stem) => {
    const pairs = names?.cases[kind] ?? []
    expect(pairs.length).toBeGreaterThan(400)
    for (const [input, expected] of pairs) expect(stem(input), input).toBe(expected)
  })

  const vocabulary = suite<{ cases: [string, string][] }>('lucene-sorani-vocabulary.json')
  test.runIf(vocabulary)('Sorani equals what Lucene makes of its 8,272 frequent words', () => {
    const pairs = vocabulary?.cases ?? []
    expect(pairs).toHaveLength(8272)
    expect(pairs.filter(([word, expected]) => sorani(word) !== expected)).toEqual([])
  })
})
