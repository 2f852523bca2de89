import { expect, test } from 'vitest'
import { houseQuotes } from '../../../core/language/quotes.ts'

const pair = (...asked: Parameters<typeof houseQuotes>) => {
  const { open, close } = houseQuotes(...asked)
  return open + close
}

test.each([
  ['language', 'ar', '«»'],
  ['language', 'ckb', '«»'],
  ['language', 'kmr', '“”'],
  ['language', 'en', '“”'],
  ['guillemets', 'en', '«»'],
  // The marks are not mirrored by the bidi algorithm: what opens stands first in the text (CLDR 48).
  ['curly', 'ar', '”“'],
  ['curly', 'ckb', '“”'],
  ['curly', 'he', '””'],
] as const)('a house that chose %s writes %s as %s', (choice, language, expected) => {
  expect(pair(choice, language)).toBe(expected)
})
