import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../core/language/clean-text.ts'

const LRI = '\u2066'
const RLI = '\u2067'
const FSI = '\u2068'
const PDI = '\u2069'

test('a clean text comes back as it was', () => {
  const text = 'قال مى\u200cشود \u200fBBC\u200e 10\u00a0km\u061c ﷺ ﷲ ﷼ ‍'
  expect(cleanText(text)).toEqual({ text, removed: 0, isolates: [] })
})

test.each([
  ['\ufedf\ufe8e', 'لا'],
  ['\ufefb', 'لا'],
  ['\ufb56\ufbfe', 'پی'],
  ['\ufba4', 'ۀ'],
  ['\ufdf2\ufdfa\ufdfc', '\ufdf2\ufdfa\ufdfc'],
  ['ﬁn', 'ﬁn'],
  ['\ufe91\ufe76', 'ب\u064e'],
])('presentation forms %j become %j', (pasted, text) => {
  expect(cleanText(pasted).text).toBe(text)
})

test('letters in pieces are put together, ئ from a Persian yeh too', () => {
  expect(cleanText('ا\u0653 ي\u0654 ی\u0654ێ\u0654 e\u0302').text).toBe('آ ئ ئێ\u0654 ê')
})

test('hidden characters go and are counted', () => {
  const pasted = '\ufeffق\u200bا\u00adل\u2060 \u202bالوزير\u202c \u202eabc\u202c \u202aa\u202c\u202d'
  expect(cleanText(pasted)).toEqual({ text: 'قال الوزير abc a', removed: 11, isolates: [] })
})

test('a control between a letter and its hamza does not keep them apart', () => {
  expect(cleanText('ی\u200b\u0654')).toEqual({ text: 'ئ', removed: 1, isolates: [] })
})

describe('isolates', () => {
  test('that are balanced are handed back over the cleaned text, not counted', () => {
    const pasted = `\ufeffاتصل ${LRI}+964 770${PDI} أو ${RLI}שלום${PDI} أو ${FSI}BBC${PDI}`
    const { text, removed, isolates } = cleanText(pasted)
    expect(text).toBe('اتصل +964 770 أو שלום أو BBC')
    expect(removed).toBe(1)
    expect(isolates.map(({ from, to, dir }) => [text.slice(from, to), dir])).toEqual([
      ['+964 770', 'ltr'],
      ['שלום', 'rtl'],
      ['BBC', null],
    ])
  })

  test('inside isolates belong to the outermost', () => {
    const { text, isolates } = cleanText(`a ${LRI}b ${RLI}ج${PDI} d${PDI} e`)
    expect(isolates.map(({ from, to }) => text.slice(from, to))).toEqual(['b ج d'])
  })

  test('whose offsets shift with the letters before and in them are where they should be', () => {
    const { text, isolates } = cleanText(`\ufefb e\u0301 ${LRI}e\u0301 \u200bx${PDI}!`)
    expect(text).toBe('لا é é x!')
    expect(isolates).toEqual([{ from: 5, to: 8, dir: 'ltr' }])
  })

  test.each([
    [`a ${LRI}b`, 1],
    [`a b${PDI}`, 1],
    [`a${PDI} ${RLI}b`, 2],
    [`a ${LRI}b\n${PDI}c`, 2],
  ])('%j that do not balance, or not on one line, are deleted', (pasted, removed) => {
    const cleaned = cleanText(pasted)
    expect(cleaned.text).not.toMatch(/[\u2066-\u2069]/)
    expect(cleaned).toMatchObject({ removed, isolates: [] })
  })

  test('around nothing are no isolates', () => {
    expect(cleanText(`a${LRI}${PDI}b`).isolates).toEqual([])
  })
})

test('cleaning twice is cleaning once, and no hidden control is left, whatever is pasted', () => {
  const damage = fc.string({
    unit: fc.constantFrom(
      ...Array.from(
        'ابیيه \n\u0654\u0653\u064e\u0301e\u200b\u2060\ufeff\u00ad\u202a\u202c\u202e\u2066\u2067\u2068\u2069\u200c\u200f\ufefb\ufe76\ufe8e\ufdfa',
      ),
    ),
    maxLength: 30,
  })
  fc.assert(
    fc.property(damage, (pasted) => {
      const { text, isolates } = cleanText(pasted)
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff\u200b\u2060\u00ad]/)
      expect(cleanText(text).text).toBe(text)
      isolates.forEach(({ from, to }, at) => {
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThanOrEqual(isolates[at - 1]?.to ?? 0)
        expect(to).toBeLessThanOrEqual(text.length)
      })
    }),
    { numRuns: 2000 },
  )
})

test('a million of anything is one pass', () => {
  for (const letter of ['ـ', LRI, PDI, `${LRI}a${PDI}`, '\ufe76'])
    expect(cleanText(letter.repeat(1_000_000)).removed).toBeGreaterThanOrEqual(0)
})
