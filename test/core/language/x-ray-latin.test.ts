import { describe, expect, test } from 'vitest'
import { latinLookAlikes } from '../../../core/language/x-ray-latin.ts'

const cyrillicA = '\u0430'

describe('letters that look alike in Latin words', () => {
  test('are found where they stand, whatever stands around their word', () => {
    const text = `قال B${cyrillicA}nk و e\u0302`
    expect(latinLookAlikes(text, 'ar')).toEqual([
      { from: 5, to: 6, clean: 'a' },
      { from: 11, to: 13, clean: 'ê' },
    ])
  })
  test.each([
    ['a Cyrillic word', 'Москва'],
    ['a Cyrillic word behind a hyphen', 'TV-\u0421\u0421\u0421\u0420'],
    ['Greek signs', 'TNFα, 5 μg'],
    ['a mark that makes no letter with the one before it', 'x\u0302'],
    ['Arabic with its tashkeel', 'كَتَبَ'],
    ['Turkish names in English', 'Diyarbakır, İzmir'],
  ])('are not %s', (_what, text) => {
    expect(latinLookAlikes(text, 'en')).toEqual([])
  })
  test('one in a word with a Cyrillic letter that is like none is left to the reader', () => {
    expect(latinLookAlikes(`abcd${cyrillicA}ж`, 'en')).toEqual([{ from: 4, to: 5, clean: null }])
  })
  test('a word of 200,000 letters is looked through in one pass', () => {
    const long = `${'ı'.repeat(100_000)}${cyrillicA.repeat(100_000)}`
    const start = performance.now()
    expect(latinLookAlikes(long, 'kmr')).toHaveLength(200_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
