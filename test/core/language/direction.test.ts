import { describe, expect, test } from 'vitest'
import { directionOf, majorityDirection, strongMajority } from '../../../core/language/direction.ts'
import { suite } from './suites.ts'

test('the base direction is the script’s', () => {
  expect(['ar', 'ckb', 'fa', 'he', 'ur'].map((code) => directionOf(code as 'ar'))).toEqual(
    Array(5).fill('rtl'),
  )
  expect([directionOf('kmr'), directionOf('en')]).toEqual(['ltr', 'ltr'])
})

describe('majorityDirection', () => {
  test.each([
    ['BBC: قال الوزير', 'rtl'],
    ['BBC World Service: قال', 'rtl'],
    ['https://www.basnews.com/so/babat خبر', 'rtl'],
    ['@barzani_official قال', 'rtl'],
    ['‹iPhone› هاتف', 'rtl'],
    ['The word سلام means peace', 'ltr'],
    ['President Barack Obama visited بغداد', 'ltr'],
    ['Serokê Herêmê', 'ltr'],
    ['NATO', 'ltr'],
    ['שלום', 'rtl'],
    ['ab אב', 'rtl'],
    ['新闻', 'ltr'],
    ['وBBC', 'rtl'],
  ] as const)('%s is %s', (text, expected) => {
    expect(majorityDirection(text)).toBe(expected)
  })

  test.each(['', '  ', '2024-05-08', '٢٠٢٤', '۲۰۲۴', '!؟ — «»', '\u200f\u200e', '\u064b', '😀'])(
    '%j has none: digits, marks and punctuation do not count',
    (text) => {
      expect(majorityDirection(text)).toBeNull()
    },
  )

  const unicode = suite<{ cases: [string, 'ltr' | 'rtl'][] }>('unicode-bidi-paragraph-direction.json')
  const textOf = (codePoints: string) =>
    String.fromCodePoint(...codePoints.split(' ').map((hex) => Number.parseInt(hex, 16)))
  // Where both directions stand in the text, the majority is another question than the first strong letter.
  const isolatesOrBoth = (text: string) =>
    /[\u2066-\u2068]/.test(text) || (/[a-z]/.test(text) && /[א-ת]/.test(text))
  test.runIf(unicode)('agrees with UAX #9 wherever a text has letters of one direction only', () => {
    const plain = (unicode?.cases ?? []).map(([code, dir]) => [textOf(code), dir] as const)
    const comparable = plain.filter(([text]) => !isolatesOrBoth(text))
    expect(comparable.length).toBeGreaterThan(8)
    for (const [text, dir] of comparable)
      expect(majorityDirection(text) ?? 'ltr', JSON.stringify(text)).toBe(dir)
  })
})

describe('strongMajority', () => {
  test.each([
    ['قالت BBC', 'rtl'],
    ['BBC World: قال', 'ltr'],
    ['שלום ab', 'rtl'],
    ['Serokê Herêmê', 'ltr'],
    ['新闻 نن', null],
    ['ab אב', null],
    ['بٌٍَُّ abc', 'ltr'],
    ['٢٠٢٤ ۲۰۲۴ 2024 ؟!', null],
    ['𐤀𐤁 a', 'rtl'],
    ['', null],
  ] as const)('%s is %s', (text, expected) => expect(strongMajority(text)).toBe(expected))
})
