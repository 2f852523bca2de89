import { describe, expect, test } from 'vitest'
import { houseRules, readHouseList } from '../../../../core/language/spelling/house-list.ts'
import { misspellingsIn, type SpellingRules } from '../../../../renderer/editor/spelling/find-words.ts'

const rules = (list: string, part: Partial<SpellingRules> = {}): SpellingRules => ({
  isChecked: () => true,
  isHint: (language) => language === 'ckb',
  house: (language) => houseRules(readHouseList(list), language),
  isIgnored: () => false,
  isRight: (_language, plain) => !plain.startsWith('x') && !plain.startsWith('غ'),
  ...part,
})
const look = (text: string, by: SpellingRules, direction: 'rtl' | 'ltr' = 'rtl') =>
  misspellingsIn(text, { direction, languages: (each) => (each === 'rtl' ? 'ar' : 'en') }, by)
const found = (...input: Parameters<typeof look>) =>
  look(...input).found.map(({ from, to, paint, right }) => [input[0].slice(from, to), paint, right])

test('words that the dictionary does not know are marked where they stand, in each script by its own', () => {
  expect(found('قال غغغ xerox', rules(''))).toEqual([
    ['غغغ', 'spelling', null],
    ['xerox', 'spelling', null],
  ])
})
test('what a dictionary without all words does not know is a hint, in another dress', () => {
  const by = rules('', { isHint: () => true })
  expect(found('غغغ', by)).toEqual([['غغغ', 'spelling-hint', null]])
})
test('a word of the house is right, whatever the dictionary says', () => {
  expect(found('وغغغ', rules('[ar]\nغغغ\n'))).toEqual([])
})

describe('a pair', () => {
  test('is marked though the dictionary knows the word, over all its words', () => {
    expect(found('قال إنشاء الله لاكن', rules(''))).toEqual([
      ['إنشاء الله', 'spelling', 'إن شاء الله'],
      ['لاكن', 'spelling', 'لكن'],
    ])
  })
  test('is none where a comma or two spaces part its words', () => {
    expect(found('إنشاء، الله إنشاء  الله', rules(''))).toEqual([])
  })
  test('that the house has among its words is right', () => {
    expect(found('لاكن', rules('[ar]\nلاكن\n'))).toEqual([])
  })
})

test('what is ignored in the story, and languages that are switched off, are left alone', () => {
  expect(found('غغغ xx', rules('', { isIgnored: (_l, plain) => plain === 'غغغ' }))).toEqual([
    ['xx', 'spelling', null],
  ])
  expect(found('غغغ xx', rules('', { isChecked: (language) => language === 'ar' }))).toEqual([
    ['غغغ', 'spelling', null],
  ])
})
test('a word that is not judged yet is not marked, and the block is not settled', () => {
  const by = rules('', { isRight: () => undefined })
  expect(look('قال', by)).toEqual({ found: [], isSettled: false, written: null })
  expect(look('123', by)).toEqual({ found: [], isSettled: true, written: null })
})

test('the word that is being written is neither marked nor asked about, the others are', () => {
  const asked: string[] = []
  const isRight = (_language: string, plain: string) => asked.push(plain) < 0
  const at = { direction: 'rtl' as const, languages: () => 'ar' as const, writtenAt: 7 }
  const { found: marked, written } = misspellingsIn('قال غغغ', at, rules('', { isRight }))
  expect([asked, marked.map(({ plain }) => plain), written?.plain]).toEqual([['قال'], ['قال'], 'غغغ'])
})
