import { assert, constantFrom, pre, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  finderOf,
  readerOptions,
  replacementFor,
  type FindOptions,
} from '../../../core/language/find-text.ts'

/** The texts that are found, in the original spelling. */
function found(query: string, text: string, options: Partial<FindOptions> = {}): string[] {
  const find = finderOf(query, { ...readerOptions, ...options })
  if (typeof find === 'string') throw new Error(find)
  return find(text).map(({ from, to }) => text.slice(from, to))
}

describe('a text is found as a reader reads', () => {
  test.each([
    ['hamza', 'الاعلام', 'وزارة الإعلام', 'الإعلام'],
    ['hamza', 'موتمر', 'مؤتمر صحفي', 'مؤتمر'],
    ['hamza', 'مسیول', 'مسئول كبير', 'مسئول'],
    ['tashkeel', 'كتب', 'كَتَبَ الدرس', 'كَتَبَ'],
    ['tatweel', 'العراق', 'العــــراق اليوم', 'العــــراق'],
    ['yeh', 'علی', 'قال علي أمس', 'علي'],
    ['yeh', 'ئاسایی', 'دۆخی ئاسايي', 'ئاسايي'],
    ['kaf', 'کوردستان', 'هەرێمی كوردستان', 'كوردستان'],
    ['heh', 'خامنه', 'خامنة', 'خامنة'],
    ['heh', 'هەولێر', 'ھەولێر', 'ھەولێر'],
    ['digits', '2026', 'عام ٢٠٢٦', '٢٠٢٦'],
    ['digits', '۱۲', 'ساڵی 12', '12'],
    ['hebrew', 'צה"ל', 'דובר צה״ל אמר', 'צה״ל'],
    ['hebrew', "ג'ורג'", 'ג׳ורג׳ בא', 'ג׳ורג׳'],
    ['hebrew', 'תל-אביב', 'בתל־אביב', 'תל־אביב'],
    ['hebrew', 'צה״ל', 'דובר צה"ל אמר', 'צה"ל'],
    ['hidden', 'میروم', 'می\u200cروم', 'می\u200cروم'],
    ['letterCase', 'who', 'the WHO said', 'WHO'],
  ] as const)('%s: %s', (option, query, text, hit) => {
    expect(found(query, text)).toEqual([hit])
    expect(found(query, text, { [option]: false })).toEqual([])
  })
  test('and composed letters are the same as their pieces, whatever is switched off', () => {
    const strict = { ...readerOptions, hamza: false, tashkeel: false }
    expect(found('آب', 'آب'.normalize('NFD'), strict)).toEqual(['آب'.normalize('NFD')])
  })
  test('a Kurdish word that begins with ئ is not one that begins with ی', () => {
    expect(found('یار', 'ئار یار')).toEqual(['یار'])
  })
  test('the marks behind the last letter belong to the hit, those of the next do not', () => {
    expect(found('ب', 'بَ بِت')).toEqual(['بَ', 'بِ'])
  })
})

test('the signs of patterns are signs, as long as none is asked for', () => {
  expect(found('war-torn (a+b)*', 'war-torn (a+b)* c')).toEqual(['war-torn (a+b)*'])
  expect(found('2024-05', '٢٠٢٤-٠٥')).toEqual(['٢٠٢٤-٠٥'])
})

describe('whole words', () => {
  test.each([
    ['عراق', 'العراق عراق وعراق', ['عراق']],
    ['و12', 'و12.5 و12', ['و12', 'و12']],
    ['می', 'می\u200cروم می رود', ['می']],
    ['war', 'warfare war; war-torn', ['war', 'war']],
  ])('%s in %s', (query, text, hits) => {
    expect(found(query, text, { wholeWord: true })).toEqual(hits)
  })
})

describe('a pattern', () => {
  test('has a maqaf in it as a sign, never as an operator', () => {
    expect(found('תל־אביב', 'תל-אביב תל־אביב', { pattern: true })).toEqual(['תל-אביב', 'תל־אביב'])
    expect(found('[ב־ל]', 'ג - ל', { pattern: true })).toEqual(['-', 'ל'])
    expect(found('[א-ג]', 'ב־', { pattern: true })).toEqual(['ב'])
  })
  test('matches with operators and groups, its letters as a reader reads them', () => {
    const find = finderOf('(ال\\w*|ال[ا-ی]+) في (\\d+)', { ...readerOptions, pattern: true })
    if (typeof find === 'string') throw new Error(find)
    const [hit] = find('وقع الإنفجار في ٢٠٢٤ مساء')
    expect(hit?.groups).toEqual(['الإنفجار في ٢٠٢٤', 'الإنفجار', '٢٠٢٤'])
    expect(replacementFor(hit as never, '$2: $1 ($$, $9)', true)).toBe('٢٠٢٤: الإنفجار ($, $9)')
    expect(replacementFor(hit as never, '$2', false)).toBe('$2')
  })
  test('that is none, or that would never end, is said', () => {
    expect(finderOf('(', { ...readerOptions, pattern: true })).toBe('not-a-pattern')
    expect(finderOf('(a+)+$', { ...readerOptions, pattern: true })).toBe('endless-pattern')
    expect(finderOf('', readerOptions)).toBe('empty')
    expect(finderOf('\u0640', readerOptions)).toBe('empty')
  })
  test('finds nothing where it matches nothing, nor across a line break', () => {
    expect(found('x*', 'aaa', { pattern: true })).toEqual([])
    expect(found('a.b', 'a\u{fffc}b', { pattern: true })).toEqual([])
  })
})

const units = ['ا', 'أ', 'آ', 'ب', 'ة', 'ه', 'ی', 'ي', 'ك', '٠', '1', '\u0640', '\u064e', ' ', 'a', '\u200c']
test('a text finds itself, at its place, in any text', () => {
  const letters = string({ unit: constantFrom(...units), minLength: 1, maxLength: 12 })
  assert(
    property(letters, letters, letters, (before, query, after) => {
      const find = finderOf(query, { ...readerOptions, letterCase: false })
      if (typeof find === 'string') return
      // Marks at its beginning belong to the letter before.
      pre(!/^\p{M}/u.test(query) && !/^\p{M}/u.test(after))
      const text = `${before}|${query}|${after}`
      const at = before.length + 1
      expect(find(text).some(({ from, to }) => from <= at + query.length && to >= at)).toBe(true)
      for (const { from, to } of find(text)) expect(to).toBeGreaterThan(from)
    }),
  )
})
