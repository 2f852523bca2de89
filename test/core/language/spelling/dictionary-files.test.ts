import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dictionaryFault } from '../../../../core/language/spelling/dictionary-files.ts'
import { shippedDictionaries } from '../../../../core/language/spelling/shipped-dictionaries.ts'

const root = join(import.meta.dirname, '../../../..')
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (data: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return undefined
  }
}
const fault = (affixes: string | Uint8Array, words: string | Uint8Array, maxBytes = 1_000_000) => {
  const [aff, dic] = [affixes, words].map((each) => (typeof each === 'string' ? bytes(each) : each))
  return dictionaryFault(aff as Uint8Array, dic as Uint8Array, { maxBytes, read })
}
const affixes = 'SET UTF-8\nTRY ئابپ\nSFX A Y 1\nSFX A 0 ەکان .\n'
const words = '2\nهەولێر/A\nشار\n'

test.each(shippedDictionaries)('the dictionary $id is one', ({ files: [aff, dic] }) => {
  const [affixFile, wordFile] = [aff, dic].map((file) => readFileSync(join(root, file)))
  expect(fault(affixFile as Uint8Array, wordFile as Uint8Array, 16 * 1024 * 1024)).toBeUndefined()
})
test('a small one of the house is too, with the line ends of Windows and remarks', () => {
  expect(fault(affixes, words)).toBeUndefined()
  expect(
    fault(`# ours\r\n${affixes.replaceAll('\n', '\r\n')}`, words.replaceAll('\n', '\r\n')),
  ).toBeUndefined()
})
test.each<[string, string | Uint8Array, string | Uint8Array, string]>([
  ['a text that is no affix file', 'قال وزير\nسەرۆک\n', words, 'not-affixes'],
  ['an empty affix file', '', words, 'not-affixes'],
  ['a list without its count', affixes, 'هەولێر\nشار\n', 'not-words'],
  ['a count without words', affixes, '2\n', 'not-words'],
  ['the two files exchanged', words, affixes, 'not-affixes'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), words, 'not-utf8'],
  ['words in windows-1256', affixes, Uint8Array.of(0x31, 0x0a, 0xc7, 0xe1), 'not-utf8'],
  ['affixes that say another encoding', 'SET ISO8859-1\nTRY abc\n', '1\nabc\n', 'not-utf8'],
  ['affixes that say none', 'TRY abc\n', '1\nabc\n', 'not-utf8'],
  ['NULs', `${affixes}\0`, words, 'not-affixes'],
])('%s is refused', (_, aff, dic, expected) => {
  expect(fault(aff, dic)).toBe(expected)
})
test('what is too large is refused before it is read', () => {
  expect(fault(affixes, words, 40)).toBe('too-large')
})
