import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, hitsIn } from '../../../core/search/excerpt.ts'
import { fold } from '../../../core/language/fold.ts'
import { searchablePieces } from '../../../core/search/article-text.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

const marked = (pieces: string[], query: string) => {
  const { excerpt, marks } = excerptOf(pieces, new Set([fold(query)]))
  return marks.map(([from, to]) => excerpt.slice(from, to))
}

test('marks the words in the spelling of the text, with its marks and its stretched letters', () => {
  expect(marked(['وصل الوَزِيرُ إلى بغداد'], 'الوزير')).toEqual(['الوَزِيرُ'])
  expect(marked(['الـــخبر وصل'], 'الخبر')).toEqual(['الـــخبر'])
  expect(marked(['Basra, BASRA and basra'], 'basra')).toEqual(['Basra', 'BASRA', 'basra'])
})

test('is the beginning where only the headline has the words, and empty where there is nothing', () => {
  expect(excerptOf(['الفقرة الأولى', 'الثانية'], new Set(['غیر']))).toEqual({
    excerpt: 'الفقرة الأولى',
    marks: [],
  })
  expect(excerptOf([], new Set(['غیر']))).toEqual({ excerpt: '', marks: [] })
})

test('is short, cut between words, and says where it was cut', () => {
  const long = `${'قبل '.repeat(60)}الهدف ${'بعد '.repeat(60)}`
  const { excerpt, marks } = excerptOf([long], new Set(['الهدف']))
  expect(excerpt).toMatch(/^…قبل .* بعد…$/)
  expect(excerpt.length).toBeLessThan(190)
  expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(['الهدف'])
})

test('whatever the text: marks lie in the excerpt, in order, apart, and never split a pair of surrogates', () => {
  const part = fc.constantFrom('الهدف', 'كلمة', '😀', '😀😀😀😀', ' ', '\n', 'ـ', 'a'.repeat(200))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
      const text = parts.join('')
      const { excerpt, marks } = excerptOf([text], new Set(['الهدف']))
      let last = 0
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
      expect(last).toBeLessThanOrEqual(excerpt.length)
      expect(() => encodeURIComponent(excerpt)).not.toThrow()
      expect(marks.length > 0).toBe(hitsIn(text, new Set(['الهدف'])).length > 0)
    }),
  )
})

test('all that is written in an article can be found: fields, captions and story', () => {
  const picture = {
    media: `${'a'.repeat(64)}.png`,
    alt: 'وصف',
    caption: 'شرح',
    credit: 'مصور',
    width: null,
    height: null,
  }
  const fields = {
    ...emptyFields(),
    headline: 'عنوان',
    byline: ['كاتب'],
    place: 'أربيل',
    keywords: ['نفط', 'غاز'],
    deskNote: 'ملاحظة',
    slug: 'oil-gas',
    leadImage: { ...picture, source: 'وكالة', caption: 'رئيسية' },
  }
  const body = {
    type: 'doc' as const,
    content: [...story('فقرة').content, { type: 'image' as const, attrs: picture }],
  }
  const pieces = searchablePieces(article(idOf(1), { fields, body }))
  for (const word of [
    'فقرة',
    'شرح',
    'وصف',
    'مصور',
    'كاتب',
    'أربيل',
    'نفط',
    'غاز',
    'ملاحظة',
    'oil-gas',
    'وكالة',
    'رئيسية',
  ]) {
    expect(pieces).toContain(word)
  }
})
