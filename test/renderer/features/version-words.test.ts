import { describe, expect, test } from 'vitest'
import { interfaceLanguage, interfaceLanguages } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import type { LineStyle } from '../../../core/model/comparison.ts'
import { styleInWords } from '../../../renderer/features/versions/version-words.ts'

const line: LineStyle = { type: 'paragraph', within: ['table'], direction: 'rtl' }
const cell = { isHeader: false, columns: 1, rows: 1 }
/** How a line was set, and how it is set now. */
const turns: [LineStyle, LineStyle, string][] = [
  [{ ...line, cell: { ...cell, isHeader: true } }, { ...line, cell }, 'Header cell'],
  [{ ...line, cell }, { ...line, cell: { ...cell, isHeader: true } }, 'Cell'],
  [{ ...line, cell: { ...cell, columns: 2, rows: 3 } }, { ...line, cell }, 'Cell, columns: 2, rows: 3'],
  [{ ...line, start: 5 }, { ...line, start: 1 }, 'Numbered from 5'],
  [{ ...line, follows: 'joined' }, { ...line, follows: 'apart' }, 'Together with the one above'],
  [{ ...line, follows: 'apart' }, { ...line, follows: 'joined' }, 'Apart from the one above'],
]

describe('what a line was before', () => {
  test.each(turns)('%j, %j: %s', (was, now, words) => {
    expect(styleInWords(createTranslate(interfaceLanguage('en')), was, now)).toBe(words)
  })
  test.each(interfaceLanguages.map(({ code }) => code))('is said in words of its own in %s', (code) => {
    const t = createTranslate(interfaceLanguage(code))
    expect(new Set(turns.map(([was, now]) => styleInWords(t, was, now))).size).toBe(turns.length)
  })
})
