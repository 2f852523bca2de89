import { expect, test } from 'vitest'
import { blockLanguage } from '../../../core/language/block-language.ts'

test.each([
  ['rtl', 'ckb', 'ar', 'ckb'],
  ['ltr', 'en', 'ckb', 'en'],
  ['ltr', 'kmr', 'ckb', 'kmr'],
  ['ltr', 'ar', 'ar', 'en'],
  ['ltr', 'he', 'kmr', 'en'],
  ['rtl', 'en', 'ckb', 'ckb'],
  ['rtl', 'kmr', 'fa', 'fa'],
  ['rtl', 'en', 'kmr', 'ar'],
] as const)(
  'a block written %s in an article in %s, where new stories are in %s, is in %s',
  (direction, article, house, expected) => {
    expect(blockLanguage(direction, article, house)).toBe(expected)
  },
)
