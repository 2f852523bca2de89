import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldLoose, foldWithMap } from '../../../core/language/fold.ts'
import { stripFormat } from '../../../core/language/invisible.ts'
import {
  normalizeArabic,
  normalizePersian,
  normalizeSorani,
  normalizeText,
} from '../../../core/language/normalize.ts'
import { suite } from './suites.ts'

describe('fold', () => {
  test.each([
    ['أحمد', 'احمد'],
    ['إِسْـــلام', 'اسلام'],
    ['آسيا', 'اسیا'],
    ['ٱلله', 'الله'],
    ['مصطفى', 'مصطفی'],
    ['كركوك', 'کرکوک'],
    ['الحكومة', 'الحکومه'],
    ['ھەولێر', 'ههولێر'],
    ['هه\u200cولێر', 'ههولێر'],
    ['خانهٔ', 'خانه'],
    ['خانۀ', 'خانه'],
    ['\ufefb \ufe8e', 'لا ا'],
    ['צה״ל ג׳ורג׳ תל־אביב', `צה"ל ג'ורג' תל-אביב`],
    ['٢٠٢٤ ۲۰۲۴ ２０２４', '2024 2024 2024'],
    ['BBC Ê', 'bbc ê'],
    ['e\u0301', 'é'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['\u202eabc\u202c\ufeff', 'abc'],
    ['10\u00a0km', '10 km'],
  ])('%j is found as %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('the loose key drops the Kurdish hats and the hamza seats, and is as long', () => {
    expect(foldLoose('ڕۆژنامەی هەولێر ڤیان گوڵ ئێوارە مسؤول')).toBe('روژنامهی ههولیر فیان گول ییواره مسوول')
    fc.assert(
      fc.property(arabicOrAnything, (text) => {
        expect(foldLoose(text)).toHaveLength(fold(text).length)
      }),
    )
  })
})

const arabicOrAnything = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...Array.from(
        'اأإآٱىيیۍېكکةەھہۀۂهلاڕڵێۆڤئؤ٠۵7 \u0640\u064b\u0651\u0654\u0670\u200c\u200f\u202e\ufefb\ufdfaABİΣßeё\u0301😀',
      ),
    ),
  }),
  fc.string({ unit: 'binary' }),
)

describe('foldWithMap', () => {
  test('folds as fold does, and leads back to the letter', () => {
    fc.assert(
      fc.property(arabicOrAnything, (text) => {
        const { folded, map } = foldWithMap(text)
        expect(folded).toBe(fold(text))
        expect(map).toHaveLength(folded.length + 1)
        expect(map.at(-1)).toBe(text.length)
        map.forEach((at, index) => expect(at).toBeGreaterThanOrEqual(map[index - 1] ?? 0))
      }),
      { numRuns: 500 },
    )
  })

  test('a hit is cut out of the original with its tashkeel and tatweel', () => {
    const text = 'قال الرَّئيسُ: «الحُكــومة»'
    const { folded, map } = foldWithMap(text)
    const at = folded.indexOf(fold('الحكومة'))
    expect(text.slice(map[at], map[at + fold('الحكومة').length])).toBe('الحُكــومة')
  })

  test('a ligature that becomes several letters leads back to itself', () => {
    const { folded, map } = foldWithMap('س\ufefbم')
    expect(folded).toBe('سلام')
    expect([...map]).toEqual([0, 1, 1, 2, 3])
  })

  test('a million marks, tatweels or joiners are folded in one pass', () => {
    for (const letter of ['\u064b', 'ـ', '\u200c', '\ufefb', 'a\u0301'])
      expect(foldWithMap(letter.repeat(1_000_000)).map.at(-1)).toBe(letter.length * 1_000_000)
  })
})

describe('Lucene’s normalisers', () => {
  type Case = { test: string; input: string; expected: string }
  const lucene = suite<{ cases: Record<'arabic' | 'sorani' | 'persian', Case[]> }>('lucene-normalize.json')
  const generated = suite<{ cases: Record<string, [string, string][]> }>('lucene-generated-names.json')
  const normalisers = { arabic: normalizeArabic, sorani: normalizeSorani, persian: normalizePersian }

  test.runIf(lucene).each(['arabic', 'sorani', 'persian'] as const)(
    '%s equals Lucene’s own cases',
    (language) => {
      const cases = lucene?.cases[language] ?? []
      expect(cases.length).toBeGreaterThan(5)
      for (const { test: name, input, expected } of cases)
        expect(normalisers[language](input), name).toBe(expected)
    },
  )

  test.runIf(generated).each([
    ['arabic_normalize', normalizeArabic],
    ['sorani_normalize', normalizeSorani],
    ['persian_normalize_after_arabic', (word: string) => normalizePersian(normalizeArabic(word))],
  ] as const)('%s equals what Lucene makes of hundreds of names', (name, normalise) => {
    const pairs = generated?.cases[name] ?? []
    expect(pairs.length).toBeGreaterThan(400)
    for (const [input, expected] of pairs) expect(normalise(input), input).toBe(expected)
  })

  test.each([
    ['ar', '«الحكومةُ» أولى،', '«الحكومه» اولي،'],
    ['fa', 'خانهٔ بزرگ، کی؟', 'خانه بزرگ، كي؟'],
    ['ckb', '«ره\u200cش» به، رۆژ به', '«ڕەش» بە، ڕۆژ بە'],
    ['en', 'Café 12', 'café 12'],
    ['ur', 'كى', 'کی'],
  ] as const)('a whole text in %s: %s', (language, text, normal) =>
    expect(normalizeText(text, language)).toBe(normal),
  )

  test.runIf(lucene)('a whole text of one word is normalised as the word', () => {
    const codes = { arabic: 'ar', sorani: 'ckb' } as const
    for (const language of ['arabic', 'sorani'] as const)
      for (const { input, expected } of lucene?.cases[language] ?? [])
        expect(normalizeText(input, codes[language])).toBe(expected)
  })

  test('a tatweel in a word changes nothing: each letter is normalised in words that have little else to change', () => {
    for (const normalise of [
      normalizeArabic,
      normalizeSorani,
      (word: string) => normalizePersian(normalizeArabic(word)),
    ])
      for (let code = 0x600; code <= 0x6ff; code += 1) {
        const letter = String.fromCharCode(code)
        for (const [start, end] of [
          ['ب', `${letter}ب`],
          [letter, 'ب'],
          ['ب', letter],
        ])
          expect(normalise(`${start}${end}`), code.toString(16)).toBe(normalise(`${start}ـ${end}`))
      }
  })

  test('Sorani keeps the order of Lucene’s rules', () => {
    expect(normalizeSorani('بەھ')).toBe('بەه')
    expect(normalizeSorani('به')).toBe('بە')
    expect(normalizeSorani('به\u200fر')).toBe('بهر')
    expect(normalizeSorani('\u200fره\u200c')).toBe('ڕە')
  })

  // KLPT: the same rules but for ھ (kept), an initial ر (kept) and digits; words where these do not matter.
  const klpt = suite<{ normalize_sorani: Case[] }>('klpt-kurdish.json')
  test.runIf(klpt)('Sorani agrees with KLPT where KLPT has the same rules', () => {
    const words = (text: string) => text.split(/\s+/)
    let compared = 0
    for (const { input, expected } of klpt?.normalize_sorani ?? [])
      words(input).forEach((word, at) => {
        if (!/^\p{L}/u.test(word) || /[رھ&0-9٠-٩]|هـ/u.test(word)) return
        compared += 1
        expect(normalizeSorani(word)).toBe(words(expected)[at])
      })
    expect(compared).toBeGreaterThan(10)
  })
})

test('stripFormat takes out every format character and nothing that is seen', () => {
  expect(stripFormat('8\u200f/5\u200f ٢٥٪\u061c\ufeff مى\u200cشود')).toBe('8/5 ٢٥٪ مىشود')
})
