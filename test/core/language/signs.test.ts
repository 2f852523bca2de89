import { assert, integer, nat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { rightToLeftLetter } from '../../../core/language/scripts.ts'
import { nextSign, sign, signs } from '../../../core/language/signs.ts'

/** All UTF-16 units with one of these bits. */
const unitsOf = (bits: number): string[] =>
  Array.from({ length: 0x10000 }, (_, unit) => unit)
    .filter((unit) => (signs[unit] ?? 0) & bits)
    .map((unit) => String.fromCharCode(unit))
const allUnits = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))

// The same as Unicode names it, in the patterns that the table stands for.
test('the table says what the patterns of Unicode say', () => {
  for (const unit of unitsOf(sign.latin)) expect(unit).toMatch(/^(?=\p{L})\p{Script=Latin}$/u)
  for (const unit of unitsOf(sign.letter))
    expect(unit).toMatch(/^(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}ـ]$/u)
  expect(unitsOf(sign.digit).join('')).toBe('0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹')
  const marks = new Set(unitsOf(sign.mark))
  expect(
    allUnits.filter((unit) => /^[\u0590-\u08ff]$/.test(unit) && /^\p{M}$/u.test(unit) && !marks.has(unit)),
  ).toEqual([])
})

test('no Latin, Greek or Cyrillic letter and no digit is passed over in rtl text, no letter from right to left in ltr text', () => {
  const stops = sign.foreign | sign.digit | sign.latin
  const begins = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9٠-٩۰-۹@#/]/u
  expect(allUnits.filter((unit) => begins.test(unit) && nextSign(unit, 0, stops) === 1)).toEqual([])
  const rightward = new RegExp(rightToLeftLetter, 'u')
  expect(
    allUnits.filter((unit) => rightward.test(unit) && nextSign(unit, 0, sign.rightToLeft) === 1),
  ).toEqual([])
  for (const pair of ['𐐀', '😀', '𝟘', '𞤀']) expect(nextSign(pair, 0, sign.rightToLeft)).toBe(0)
})

test('the next sign is where letter by letter it is', () => {
  assert(
    property(
      string({ unit: 'binary', maxLength: 40 }),
      nat(45),
      integer({ min: 1, max: 1023 }),
      (text, from, bits) => {
        let at = from
        while (at < text.length && ((signs[text.charCodeAt(at)] ?? 0) & bits) === 0) at += 1
        expect(nextSign(text, from, bits)).toBe(at)
      },
    ),
    { numRuns: 3000 },
  )
})
