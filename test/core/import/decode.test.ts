import { assert, property, string, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../core/model/limits.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { codePages } from '../../../core/import/code-pages.ts'
import { decodeMarkup, decodeText } from '../../../core/import/decode.ts'

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
        const page = warnings[0]?.message.split(' ').at(-1)
        const standard = new TextDecoder(page ?? 'utf-8').decode(bytes)
        expect(text).toBe(page ? standard.replaceAll(/[\u0080-\u009f]/g, '\ufffd') : standard)
      }),
      { numRuns: 2000 },
    )
  })
})

test.each(codePages)('$name is what the encoding standard has', ({ name, upper }) => {
  const bytes = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at)
  // The standard gives controls where a page of Windows has no letter; no text has them.
  expect(upper).toBe(new TextDecoder(name).decode(bytes).replaceAll(/[\u0080-\u009f]/g, '\ufffd'))
})

/** A text in a code page, as an old program writes it. */
function inPage(name: string, text: string): Uint8Array {
  const page = codePages.find((each) => each.name === name)?.upper ?? ''
  return Uint8Array.from(text.split(''), (letter) => {
    const code = letter.charCodeAt(0)
    return code < 0x80 ? code : 0x80 + page.indexOf(letter)
  })
}

const arabic = 'قال وزير الخارجية العراقي، إن «بغداد» تؤيد قرار مجلس الأمن 2024 حول غزة؛ وهذا رأيها.'
test.each([
  ['windows-1256', arabic],
  ['windows-1256', 'وفي'],
  ['windows-1256', 'La société « Pétrole » a été créée, dit السيد à Erbil.'],
  ['windows-1256', 'گفت كه پژوهشگران مي\u200cخواهند چند كتاب'],
  ['iso-8859-6', arabic.replaceAll(/[«»]/g, '"')],
  ['iso-8859-6', 'وفي العراق'],
  ['windows-1255', 'מפלס המים עלה, אמר השר ב־2024 לעיתון.'.replace('־', '-')],
  ['windows-1255', 'שלום'],
  ['windows-1254', 'Serok got ku şer dê bi dawî bibe; îro li Amedê, çar kes birîndar bûn.'],
  ['windows-1254', 'Die Größe über München wäre schön.'],
])('a text in %s is known by its letters, and said to be guessed: %s', (name, text) => {
  expect(decodeText(inPage(name, text))).toEqual({
    text,
    warnings: [{ code: 'encoding-guessed', message: `not UTF-8: read as ${name}` }],
  })
})

test.each([true, false])('UTF-16 without a BOM is known by its letters (little-endian: %s)', (isLittle) => {
  for (const text of [arabic, 'מפלס המים עלה', 'The water rose.', 'ئاستی ئاو']) {
    const bytes = utf16(text, isLittle).subarray(2)
    expect(decodeText(bytes)).toMatchObject({ text, warnings: [{ code: 'encoding-guessed' }] })
  }
})

test.each([
  ['<meta charset="windows-1256">', 'windows-1256'],
  ["<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-6'>", 'iso-8859-6'],
  ['<?xml version="1.0" encoding="windows-1255"?>', 'windows-1255'],
  ['<meta charset=latin1>', 'windows-1254'],
])('what a page says of itself is believed without a warning: %s', (head, name) => {
  const letters = { 'windows-1256': 'ج', 'iso-8859-6': 'ج', 'windows-1255': 'ת', 'windows-1254': 'é' }[name]
  const text = `${head}<p>x ${letters} x</p>`
  expect(decodeMarkup(inPage(name, text))).toEqual({ text, warnings: [] })
})

test('what is valid UTF-8 is that, whatever a page says', () => {
  const text = '<meta charset="windows-1256"><p>سلام'
  expect(decodeMarkup(utf8(text))).toEqual({ text, warnings: [] })
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
  expect(codeOf(() => decodeText(new Uint8Array(limits.storedBytes + 1)))).toBe('too-large')
})
