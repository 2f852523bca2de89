import { expect, test } from 'vitest'
import { wordsFrom } from '../../../renderer/features/settings/words-from.ts'

test.each([
  ['ناقص، للتدقيق', ['ناقص', 'للتدقيق']],
  [' check ,, check;fill  in ', ['check', 'fill in']],
  ['', []],
  [' ، , ', []],
  ['a'.repeat(41), []],
])('the words of "%s" are %j', (line, words) => {
  expect(wordsFrom(line)).toEqual(words)
})
test('are no more than the settings take', () => {
  expect(wordsFrom(Array.from({ length: 60 }, (_, at) => `w${at}`).join(','))).toHaveLength(40)
})
