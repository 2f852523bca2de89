import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../../core/language/registry.ts'
import {
  changeOf,
  transformOf,
  transforms,
  transformsFor,
} from '../../../../core/language/transforms/registry.ts'
import { textWith, transformIds, type HouseStyle } from '../../../../core/language/transforms/transform.ts'
import { languageCodes } from '../../../../core/model/language-code.ts'
import { changed, plainHouse } from './changed.ts'

// What the rules look at, so that their neighbourhoods are met often; and anything at all.
const pieces = [
  ...Array.from('اأإآبتثجحخدذرزژڕڒسشصضطظعغفڤقكکگلڵمنوؤۆهھەةيىیێئءپچے'),
  ...Array.from('\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0654\u0670\u200c\u200d\u200f'),
  ...Array.from('"“”„«»\'‘’‹›'),
  ...Array.from('0123٠١٢٣۴۵.,٫٬-–+/:%$'),
  ...Array.from(' \n،,;؛?؟!()[]#@abÊצה'),
  ' BBC ',
  ' iPhone ',
  '2024-05-08',
  '+964 770 ',
  'https://a.b/',
]
const anyText = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((some) => some.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)
const anyLanguage = fc.constantFrom(...languageCodes)
const anyHouse: fc.Arbitrary<HouseStyle> = fc.record({
  digits: fc.constantFrom(null, 'latn', 'arab', 'arabext'),
  quotes: fc.constantFrom('language', 'guillemets', 'curly'),
})

describe.each(transforms)('$id', (transform) => {
  test('applied twice is the same as once', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, anyHouse, (text, language, house) => {
        const once = textWith(text, changeOf(transform, { text, language }, house).places)
        const again = changeOf(transform, { text: once, language }, house)
        expect(textWith(once, again.places)).toBe(once)
        expect(again.places).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('tells sorted replacements that never overlap and each change something', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, anyHouse, (text, language, house) => {
        const { places } = changeOf(transform, { text, language }, house)
        for (const { parts } of places) {
          expect(parts.length).toBeGreaterThan(0)
          parts.forEach((part, at) => {
            expect(part.to).toBeGreaterThan(part.from)
            expect(part.text).not.toBe(text.slice(part.from, part.to))
            expect(part.from).toBeGreaterThanOrEqual(parts[at - 1]?.to ?? 0)
          })
        }
        const all = places.flatMap(({ parts }) => parts).toSorted((one, other) => one.from - other.from)
        all.forEach((part, at) => expect(part.from).toBeGreaterThanOrEqual(all[at - 1]?.to ?? 0))
      }),
    )
  })

  test('leaves addresses, @names, #tags and what is kept alone', () => {
    const text = 'https://ex.com/كه?a=1,2 a.b1@ex.com @bbc_24 #كه_٢٤ '
    expect(changed(transform.id, text, 'ckb', { digits: 'arab', quotes: 'curly' })).toBe(text)
    const kept = 'ثةكه "1,2"'
    expect(
      changeOf(transform, { text: kept, language: 'ckb', kept: [{ from: 0, to: kept.length }] }, plainHouse),
    ).toEqual({
      places: [],
      unpaired: [],
    })
  })
})

test('every id has its transform, and every language all of them, its own first', () => {
  expect(transforms.map(({ id }) => id).toSorted()).toEqual(transformIds.toSorted())
  for (const { code } of languages) {
    const { wanted, others } = transformsFor(code)
    expect([...wanted, ...others].map(({ id }) => id).toSorted()).toEqual(transformIds.toSorted())
  }
  const first = (code: 'ckb' | 'ar' | 'fa' | 'en') => transformsFor(code).wanted[0]?.id
  expect([first('ckb'), first('ar'), first('fa'), first('en')]).toEqual([
    'sorani',
    'arabic',
    'persian',
    'digits',
  ])
  expect(() => transformOf('none' as 'sorani')).toThrow('no transform none')
})

test('a story of 50,000 words is looked through in one pass a rule', () => {
  const long = 'ره‌نگه‌كاني "خاك" 1,234 لە كوردستان، '.repeat(8000)
  const startedAt = performance.now()
  for (const transform of transforms) changeOf(transform, { text: long, language: 'ckb' }, plainHouse)
  // Two cores shared with others; a rule that looks back over the whole text would take minutes.
  expect(performance.now() - startedAt).toBeLessThan(20_000)
})
