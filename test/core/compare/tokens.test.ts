import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from '../../../core/compare/tokens.ts'

test.each([
  [
    'an Arabic word keeps its tashkeel and its tatweel',
    'قالَ الوَزِيرُ: الـــخبرُ،',
    ['قالَ', ' ', 'الوَزِيرُ', ':', ' ', 'الـــخبرُ', '،'],
  ],
  [
    'a Sorani word keeps the ZWNJ after its heh',
    'ده\u200cڵێ ئه\u200cوه\u200c.',
    ['ده\u200cڵێ', ' ', 'ئه\u200cوه\u200c', '.'],
  ],
  ['a Kurmanji word keeps its apostrophe', 'Jin’an got “erê”', ['Jin’an', ' ', 'got', ' ', '“', 'erê', '”']],
  [
    'Hebrew keeps gershayim, typed as a quotation mark too, beside English in quotation marks',
    'צה"ל ו־"BBC" צה״ל',
    ['צה"ל', ' ', 'ו', '־', '"', 'BBC', '"', ' ', 'צה״ל'],
  ],
  [
    'a number keeps its separators, not the full stop behind it',
    '٣٫٥ و1,250.75.',
    ['٣٫٥', ' ', 'و1,250.75', '.'],
  ],
  ['a line break stands alone', 'أ \n ب\r\n', ['أ', ' ', '\n', ' ', 'ب', '\r\n']],
  ['a family and a flag are one sign each', '👨‍👩‍👧🇮🇶!', ['👨‍👩‍👧', '🇮🇶', '!']],
])('%s', (_, text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens)
})

test('whatever the text, its tokens joined are the text, and none begins inside a grapheme', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const near = fc.constantFrom(
    'ه',
    '\u200c',
    '\u200d',
    'َ',
    ' ',
    '\n',
    '\r',
    '🇮',
    '🇶',
    '👨',
    '\u0600',
    '٣',
    '"',
    'צ',
    '⛹',
    '♂',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.oneof(near, fc.string({ unit: 'binary', maxLength: 1 })) }),
  )
  fc.assert(
    fc.property(text, (text) => {
      const tokens = tokensOf(text)
      expect(tokens.join('')).toBe(text)
      const begins = new Set([...graphemes.segment(text)].map(({ index }) => index))
      let at = 0
      for (const token of tokens) {
        expect(begins.has(at), `${JSON.stringify(text)} at ${at}`).toBe(true)
        at += token.length
      }
    }),
    { numRuns: 2000 },
  )
})
