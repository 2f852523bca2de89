import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinedPieces, passingUtf8, toUtf8 } from '../../../core/export/utf8.ts'
import { xmlEscaped, xmlLetters } from '../../../core/export/xml.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** Any text, halves of pairs too. */
const anyText = fc
  .array(
    fc.constantFrom(
      'a',
      '<',
      '&',
      '"',
      'é',
      'س',
      'ێ',
      '€',
      '😀',
      '\ud83d',
      '\ude00',
      '\u0000',
      '\uffff',
      '\n',
    ),
  )
  .map((letters) => letters.join(''))

test('any text becomes the bytes that others make of it, short or long', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(toUtf8(text)).toEqual(utf8(text))
    }),
  )
  for (const text of ['س'.repeat(32_768), 'س'.repeat(32_769), '😀'.repeat(20_000), `${'x'.repeat(32_767)}😀`])
    expect(toUtf8(text)).toEqual(utf8(text))
})
test('what was made of a text stays when the next one is written', () => {
  const first = toUtf8('first')
  passingUtf8('second')
  expect(first).toEqual(utf8('first'))
})
test('pieces stand one behind the other', () => {
  expect(joinedPieces(['a س ', utf8('b'), '', 'c'])).toEqual(utf8('a س bc'))
  expect(joinedPieces([])).toEqual(new Uint8Array())
})
test('what XML cannot carry is left out and the rest is escaped, in any text', () => {
  const escapes = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['"', '&quot;'],
  ])
  fc.assert(
    fc.property(anyText, (text) => {
      const letters = Array.from(text).filter(
        (letter) => !/[\ud800-\udfff]/u.test(letter) && letter !== '\u0000' && letter !== '\uffff',
      )
      expect(xmlLetters(text)).toBe(letters.join(''))
      expect(xmlEscaped(text)).toBe(letters.map((letter) => escapes.get(letter) ?? letter).join(''))
    }),
  )
})
