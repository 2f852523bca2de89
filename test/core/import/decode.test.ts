import { assert, property, string, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxBytes } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { decodeText } from '../../../core/import/decode.ts'

// oxlint-disable-next-line no-control-regex -- what a text file never holds
const controls = /[\u0000-\u0008\u000e-\u001f\ufeff]/g
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof DeskError ? error.code : String(error)
  }
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isLittle: boolean) => {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))]
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

describe('UTF-8', () => {
  test('text of any letters comes back, its BOM dropped', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const clean = `x${text.replaceAll(controls, '')}`
        expect(decodeText(utf8(clean))).toEqual({ text: clean, warnings: [] })
        expect(decodeText(utf8(`\ufeff${clean}`)).text).toBe(clean)
      }),
    )
  })
  test('what a strict decoder refuses is not taken for UTF-8', () => {
    assert(
      property(uint8Array({ minLength: 1, maxLength: 12 }), (some) => {
        const bytes = Uint8Array.from([0x41, ...some.map((byte) => (byte < 0x20 ? byte + 0x20 : byte))])
        const isUtf8 = codeOf(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)) === undefined
        const { text, warnings } = decodeText(bytes)
        expect(warnings.map(({ code }) => code)).toEqual(isUtf8 ? [] : ['encoding-guessed'])
        expect(text).toBe(new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1256').decode(bytes))
      }),
      { numRuns: 2000 },
    )
  })
})

test('windows-1256 is read as the encoding standard has it, with a warning', () => {
  const bytes = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at)
  expect(decodeText(bytes)).toMatchObject({
    text: new TextDecoder('windows-1256').decode(bytes),
    warnings: [{ code: 'encoding-guessed' }],
  })
})
test.each([true, false])('UTF-16 is known by its BOM (little-endian: %s)', (isLittle) => {
  expect(decodeText(utf16('سلام 😀 کوردی', isLittle))).toEqual({ text: 'سلام 😀 کوردی', warnings: [] })
})
test('an empty file, white space alone, a binary and a huge file are refused by name', () => {
  expect(codeOf(() => decodeText(new Uint8Array()))).toBe('unreadable')
  expect(codeOf(() => decodeText(utf8('\ufeff \n\u00a0\n')))).toBe('unreadable')
  expect(codeOf(() => decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))).toBe(
    'unsupported-file',
  )
  expect(codeOf(() => decodeText(utf8('PK\u0003\u0004 zip')))).toBe('unsupported-file')
  expect(codeOf(() => decodeText(new Uint8Array(maxBytes + 1)))).toBe('too-large')
})
