import { assert, constantFrom, pre, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { isolates } from '../../../core/language/isolate.ts'
import { addressesIn } from '../../../core/language/isolate-addresses.ts'
import { isAllRightToLeft, tokensOf } from '../../../core/language/isolate-tokens.ts'

// The same said as one pattern over the whole text, as UAX #24 names scripts: what the quick way is held against.
const start = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9٠-٩۰-۹]`
const inner = String.raw`[-–—−‑.,:/'’&_+=×÷*<>≤≥≠≈^~٫٬](?=${start})`
const plainly = new RegExp(`${start}(?:${start}|\\p{M}|${inner})*`, 'gu')
const letters = string({
  unit: constantFrom(
    ...Array.from('ابتثپڤەێשלאB2b5٣۷éЖΩ. ,-–:/@#"\'«»()?!؟،ـًٌ\u200c\u200f\u2066\u00a0&+😀𐐀𝟘\n'),
  ),
  maxLength: 60,
})

test('tokens are found as one pattern over the whole text finds them', () => {
  assert(
    property(letters, (text) => {
      const expected = Array.from(text.matchAll(plainly), ({ 0: found, index }) => [index, found])
      expect(tokensOf(text).map(({ from, text: found }) => [from, found])).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})

test('what is passed over because it is all from right to left has neither tokens nor addresses', () => {
  assert(
    property(letters, (text) => {
      pre(isAllRightToLeft(text))
      expect([tokensOf(text), addressesIn(text, 'rtl').taken]).toEqual([[], []])
      expect(isolates(text, 'rtl')).toEqual([])
    }),
    { numRuns: 500 },
  )
  expect(isAllRightToLeft('وقال: «إن النتائج» (أمس)، وما بعدها…')).toBe(true)
  for (const foreign of ['BBC', '٣', '۷', '5', '#عاجل', '@', 'é', '😀'])
    expect(isAllRightToLeft(`كلمة ${foreign}`)).toBe(false)
})
