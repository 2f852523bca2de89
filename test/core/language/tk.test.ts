import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tksIn } from '../../../core/language/tk.ts'

const marks = (text: string, words: string[] = []) =>
  tksIn(text, words).map(({ from, to }) => text.slice(from, to))

test.each([
  ['The dam holds TK litres', ['TK']],
  ['TKTK said TKTKTK.', ['TKTK', 'TKTKTK']],
  ['(TK), “TK” and TK', ['TK', 'TK', 'TK']],
  ['ATK, TKO, TKT, STK and tk', []],
  ['TK1, 4TK and TK_x', []],
  ['بلغ عدد الجرحى ؟؟ شخصًا', ['؟؟']],
  ['من قال ذلك؟ لا أحد', []],
  ['من قال ذلك؟؟ ومن؟؟؟', ['؟؟', '؟؟؟']],
  ['عددهم ؟? حتى الآن', ['؟?']],
  ['What??', []],
  ['قال وTK إن', ['TK']],
  ['الرقم TK٫ و(TK)', ['TK', 'TK']],
  ['ژمارەیان TKیە', ['TK']],
])('in "%s" stand %j', (text, found) => {
  expect(marks(text)).toEqual(found)
})

test.each([
  ['اسم الوزير ناقص هنا', ['ناقص'], ['ناقص']],
  ['اسم الوزير ناقِص، وهنا نـاقص', ['ناقص'], ['ناقِص', 'نـاقص']],
  ['الناقص وناقصة وناقصون', ['ناقص'], []],
  ['می\u200cناقص و ناقص\u200cها', ['ناقص'], []],
  ['ناقص١ و٢ناقص', ['ناقص'], []],
  ['كم؟ اسم للتدقيق', ['كم', 'للتدقيق'], ['كم', 'للتدقيق']],
  ['زانیاري تەواو نييە', ['زانیاری'], ['زانیاري']],
  ['Check XX, xx and XXL', ['xx'], ['XX', 'xx']],
  ['رقم الهاتف [fill in]', ['fill in'], ['fill in']],
  ['TK tk', ['tk'], ['TK', 'tk']],
  ['كلمة', ['', '  '], []],
])('the words of a house: in "%s" by %j stand %j', (text, words, found) => {
  expect(marks(text, words)).toEqual(found)
})

test('whatever the text: marks are in order, apart, and inside it', () => {
  const part = fc.constantFrom('TK', '؟', '؟؟', 'ناقص', 'نَ', 'ال', ' ', 'A', '1', '\u200c', 'ـ', '😀', '.')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      let last = 0
      for (const { from, to } of tksIn(text, ['ناقص', 'a'])) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})
