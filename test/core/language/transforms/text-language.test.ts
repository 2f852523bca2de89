import { expect, test } from 'vitest'
import { languageOfText } from '../../../../core/language/transforms/text-language.ts'

test.each([
  ['کوردستان', 'ckb', 'ckb'],
  ['كوردستان', 'ckb', 'ckb'],
  ['2024', 'ckb', 'ckb'],
  ['the end of the story', 'ar', 'en'],
  ['BBC: قال', 'ar', 'ar'],
  ['قال الوزير في بغداد', 'en', 'ar'],
  ['حکومەتی هەرێمی کوردستان', 'en', 'ckb'],
] as const)('%j in an article in %s is in %s', (text, article, language) => {
  expect(languageOfText(text, article)).toBe(language)
})
