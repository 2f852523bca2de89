import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { deskErrorCodes } from '../../../core/api/errors.ts'
import { versionReasons } from '../../../core/api/versions.ts'
import { formats } from '../../../core/export/registry.ts'
import { interfaceLanguage, interfaceLanguages, type MessageKey } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { pluralClass } from '../../../core/language/plural.ts'
import { fieldIds } from '../../../core/model/fields.ts'

const [first, ...others] = interfaceLanguages
const reference = first?.catalogue ?? ({} as never)

function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
    }
    return element.type === TYPE.argument || element.type === TYPE.number ? [element.value] : []
  })
}
const named = (message: string) => [...new Set(argumentsOf(parse(message)))].toSorted()

describe.each(others)('the catalogue of $code', ({ code, catalogue }) => {
  test('has every word, and none that is nowhere used', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(reference).toSorted())
  })
  test('leaves no word in English', () => {
    const same = (Object.keys(catalogue) as MessageKey[]).filter((key) => catalogue[key] === reference[key])
    // Names of programs and a comma are written alike where the letters are Latin.
    const networks = ['posts.x', 'posts.facebook', 'posts.telegram', 'posts.whatsapp']
    const alike = code === 'kmr' ? ['app.name', 'told.and', ...networks] : []
    // Standards are called alike everywhere.
    const standards = ['format.newsml-g2', 'format.ninjs', 'format.nitf']
    expect(same.filter((key) => /\p{L}/u.test(reference[key])).toSorted()).toEqual(
      [...alike, ...standards, ...namesOfFormats, 'count.plain', 'months.both', 'paste.said'].toSorted(),
    )
  })
  test('names the same values in each sentence', () => {
    for (const key of Object.keys(reference) as MessageKey[]) {
      expect([key, named(catalogue[key])]).toEqual([key, named(reference[key])])
    }
  })
  test('has a form for every plural class of the language', () => {
    const classes = new Set(Array.from({ length: 201 }, (_, n) => pluralClass(code, n)))
    const lacking = Object.entries(catalogue).flatMap(([key, message]) =>
      parse(message).flatMap((element) =>
        element.type === TYPE.plural
          ? [...classes].filter((each) => !(each in element.options)).map((each) => `${key}: ${each}`)
          : [],
      ),
    )
    expect(lacking).toEqual([])
  })
})

/** Alike in every language. */
const namesOfFormats = ['format.atom', 'format.jsonfeed', 'format.markdown', 'format.rss']

/** The codes of `{ code: '…', message: … }` in a folder: warnings are made where they are met. */
function warningsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .flatMap((source) =>
      [...source.matchAll(/code: '([a-z-]+)',\s+message:/g)].map(([, code]) => `warning.${code}`),
    )
}

test('every field, error, format, warning and notice has its words', () => {
  const needed = [
    ...fieldIds.flatMap((id) => [`field.${id}`, `help.${id}`]),
    ...deskErrorCodes.map((code) => `error.${code}`),
    ...versionReasons.map((reason) => `version.${reason}`),
    ...['export', 'import'].flatMap((room) => warningsIn(join(import.meta.dirname, '../../../core', room))),
    ...formats.flatMap(({ id }) => [`format.${id}`, `format.${id}.about`]),
  ]
  expect(needed.filter((key) => !(key in reference))).toEqual([])
})

describe('a sentence', () => {
  const arabic = createTranslate(interfaceLanguage('ar'))
  const english = createTranslate(interfaceLanguage('en'))
  test('counts in the six forms of Arabic', () => {
    expect([0, 1, 2, 3, 11, 100].map((count) => arabic('count.words', { count }))).toEqual([
      'لا كلمات',
      'كلمة واحدة',
      'كلمتان',
      '3 كلمات',
      '11 كلمة',
      '100 كلمة',
    ])
  })
  test('counts in English, with the digits that were asked for', () => {
    expect(english('count.words', { count: 1 })).toBe('1 word')
    expect(english('count.words', { count: 1234 })).toBe('1,234 words')
    expect(createTranslate(interfaceLanguage('ar'), 'arab')('count.words', { count: 12 })).toBe('١٢ كلمة')
  })
  test('isolates what is put into it, so that a name cannot reorder it', () => {
    expect(arabic('save.failed', { reason: 'EIO (5)' })).toBe('لم يُحفظ: \u2068EIO (5)\u2069')
    expect(english('save.failed', { reason: 'full' })).toBe('Not saved: full')
    expect(english('details.remove', { word: 'دوكان' })).toBe('Remove \u2068دوكان\u2069')
  })
})

test('the interface speaks the first wish that it knows, and English otherwise', () => {
  expect(interfaceLanguage('xx', 'ar-IQ').code).toBe('ar')
  expect(interfaceLanguage(null, undefined, 'de').code).toBe('en')
})

test('no name of a format holds that of another: whoever looks for a part of one finds one', () => {
  const names = formats.map(({ id }) => reference[`format.${id}` as MessageKey])
  for (const name of names) expect(names.filter((other) => other.includes(name))).toEqual([name])
})
