import { expect, test } from 'vitest'
import { eachWord, type WordRule } from '../../../core/language/words.ts'
import { suite } from './suites.ts'

function wordsOf(text: string, rule: Partial<WordRule> = {}): string[] {
  const words: string[] = []
  eachWord(text, { signs: 'uax29', zwnjParts: false, ...rule }, (from, to) => {
    words.push(text.slice(from, to))
  })
  return words
}

test.each([
  ['قال: «نعم»، ثم مضى.', ['قال', 'نعم', 'ثم', 'مضى']],
  ['الحُكــومةُ\u200f!', ['الحُكــومةُ']],
  ['می\u200cخورد', ['می\u200cخورد']],
  ['bbc.com قال:نعم حقوق_الإنسان', ['bbc.com', 'قال:نعم', 'حقوق_الإنسان']],
  ['12.5 ١٬٢٣٤٫٥ 10:30 3-1', ['12.5', '١٬٢٣٤٫٥', '10', '30', '3', '1']],
  ['_a_ .b. \u200cc', ['a', 'b', 'c']],
  ['😀𐤀𐤁 \ud83d', ['𐤀𐤁']],
  ['', []],
])('the words of %j', (text, words) => expect(wordsOf(text)).toEqual(words))

test('apart, signs part letters, and not the digits of one number', () => {
  expect(wordsOf('bbc.com قال:نعم حقوق_الإنسان 12.5 ١،٢', { signs: 'apart' })).toEqual(
    'bbc com قال نعم حقوق الإنسان 12.5 ١ ٢'.split(' '),
  )
})

test('a ZWNJ parts words where that is asked', () => {
  expect(wordsOf('می\u200cخورد \u200c', { zwnjParts: true })).toEqual(['می', 'خورد'])
})

const breaks = suite<{ cases: string[][] }>('unicode-word-break.json')
test.runIf(breaks)(
  'are those of Unicode’s own cases, but for Katakana, a mark on _ and joined dingbats',
  () => {
    let compared = 0
    for (const codes of breaks?.cases ?? []) {
      if (/3031|005F 0308|200D 2701/.test(codes.join(' '))) continue
      const segments = codes.map((each) =>
        each
          .split(' ')
          .map((code) => String.fromCodePoint(parseInt(code, 16)))
          .join(''),
      )
      // Format characters and _ at an edge are not the word's here.
      const expected = segments
        .filter((segment) => /[\p{L}\p{N}]/u.test(segment))
        .map((segment) => segment.replace(/^[_\p{Cf}]+|[_\p{Cf}]+$/gu, ''))
      expect(wordsOf(segments.join('')), codes.join(' | ')).toEqual(expected)
      compared += 1
    }
    expect(compared).toBeGreaterThan(160)
  },
)
