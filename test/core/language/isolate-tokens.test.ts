import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from '../../../core/language/isolate-tokens.ts'

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
