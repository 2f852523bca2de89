import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { fold } from '../../../core/language/fold.ts'
import type { Article } from '../../../core/model/article.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { ArticleIndex } from '../../../core/search/article-index.ts'
import { SectionReader, SectionWriter } from '../../../core/search/index/sections.ts'
import { readQuery } from '../../../core/search/query.ts'
import { stemsOf } from '../../../core/search/stems.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

const now = Date.parse('2026-11-27T12:00:00Z')
let index: ArticleIndex
beforeEach(() => {
  index = new ArticleIndex(stemsOf)
})

/** An article of its number with these texts, changed that many days ago. */
function put(
  number: number,
  text: string,
  { daysAgo = 0, headline = '', ...rest }: Partial<Article> & { daysAgo?: number; headline?: string } = {},
): void {
  const updatedAt = new Date(now - daysAgo * 86_400_000).toISOString()
  const fields = { ...emptyFields(), ...rest.fields, headline }
  index.put(
    article(idOf(number), { updatedAt, language: 'ar', ...rest, fields, body: story(...text.split('\n')) }),
  )
}
const find = (query: string) =>
  index.find(readQuery(query), { nowMs: now, limit: 100 }).ids.map((id) => Number(id.slice(-4)))
const numbers = (query: string) => find(query).toSorted((one, other) => one - other)

describe('which articles are found', () => {
  test('those that hold every word, whatever the spelling of a letter', () => {
    put(1, 'زار الوَزِيرُ مدينة أربيل')
    put(2, 'زار الوزير بغداد')
    expect(numbers('الوزير ')).toEqual([1, 2])
    expect(find('الوزير اربیل ')).toEqual([1])
    expect(find('الوزير البصرة ')).toEqual([])
  })

  test('a word that is being typed finds how it goes on; a whole one does not', () => {
    put(1, 'كردستان')
    put(2, 'كرد')
    expect(numbers('كرد')).toEqual([1, 2])
    expect(numbers('كرد ')).toEqual([2])
  })

  test.each(['و', 'ال', 'ب', 'ل', 'ف', 'ك', 'وال', 'بال', 'كال', 'فال', 'لل', 'وب'])(
    'what is written onto an Arabic word hides it not: %s',
    (prefix) => {
      put(1, `جاء ${prefix}مطار أمس`)
      put(2, 'جاء قطار أمس')
      expect(find('مطار ')).toEqual([1])
    },
  )

  test('a loose spelling is found, and stands below the strict one', () => {
    put(1, 'ڕێککەوتن', { language: 'ckb' })
    put(2, 'ریککەوتن', { language: 'ckb', daysAgo: 300 })
    expect(find('ریککەوتن ')).toEqual([2, 1])
    expect(find('ڕێککەوتن ')).toEqual([1, 2])
  })

  test('a phrase is found where its words stand in this order, in one piece of the text', () => {
    put(1, 'قالت وزارة الصحة اليوم')
    put(2, 'الصحة في وزارة اليوم')
    put(3, 'نهاية وزارة\nالصحة بداية')
    put(4, 'جاء بوزارة الصحة')
    expect(numbers('"وزارة الصحة"')).toEqual([1, 4])
    expect(numbers('وزارة الصحة ')).toEqual([1, 2, 3, 4])
    expect(numbers('اليوم "وزارة الصحة"')).toEqual([1])
  })

  test('a word or a phrase with a minus is in none', () => {
    put(1, 'نفط وغاز')
    put(2, 'نفط فقط')
    put(3, 'نفط من حقل كبير')
    expect(numbers('نفط -غاز')).toEqual([2, 3])
    expect(numbers('نفط -"حقل كبير"')).toEqual([1, 2])
    expect(numbers('-نفط')).toEqual([])
    expect(numbers('-غاز')).toEqual([2, 3])
  })

  test('a condition looks into its field alone', () => {
    const fields = {
      ...emptyFields(),
      byline: ['سارة أحمد'],
      source: 'رويترز',
      place: 'أربيل',
      keywords: ['نفط خام'],
      subjects: ['11000000'],
    }
    put(1, 'خبر', { fields, status: 'ready' })
    put(2, 'سارة أحمد رويترز أربيل نفط', { language: 'ckb' })
    expect(find('by:سارة')).toEqual([1])
    expect(find('by:"سارة أحمد"')).toEqual([1])
    expect(find('by:"أحمد سارة"')).toEqual([])
    expect(find('by:أح')).toEqual([1])
    expect(find('source:رويترز place:اربيل topic:نفط')).toEqual([1])
    // The subject, in any language of the desk, and not as a word of the article.
    expect(find('topic:سياسة')).toEqual([1])
    expect(find('topic:politics')).toEqual([1])
    expect(find('politics')).toEqual([])
    expect(find('-by:سارة')).toEqual([2])
    expect(find('lang:ckb')).toEqual([2])
    expect(find('status:ready سارة')).toEqual([1])
    expect(find('-status:ready سارة')).toEqual([2])
    expect(numbers('سارة')).toEqual([1, 2])
  })

  test('days are those of the article, from the one and before the other', () => {
    for (const [number, date] of [
      [1, '2026-03-01'],
      [2, '2026-03-31T23:00+03:00'],
      [3, '2026-04-01'],
      [4, null],
    ] as const)
      put(number, 'خبر', { fields: { ...emptyFields(), date } })
    expect(numbers('after:2026-03 before:2026-04')).toEqual([1, 2])
    expect(numbers('خبر after:2026-04')).toEqual([3])
    expect(numbers('خبر')).toEqual([1, 2, 3, 4])
  })
})

describe('their order', () => {
  test('a headline stands above a field, that above the story', () => {
    put(1, 'انفجار')
    put(2, 'خبر', { headline: 'انفجار', daysAgo: 5 })
    put(3, 'خبر', { fields: { ...emptyFields(), summary: 'انفجار' } })
    expect(find('انفجار ')).toEqual([2, 3, 1])
  })

  test('words near each other stand above words far from each other', () => {
    put(1, `مجلس ${'كلمة '.repeat(40)}الأمن`)
    put(2, `مجلس الأمن ${'كلمة '.repeat(40)}`, { daysAgo: 3 })
    expect(find('مجلس الأمن ')).toEqual([2, 1])
  })

  test('the newer of two alike stands above', () => {
    put(1, 'خبر', { daysAgo: 20 })
    put(2, 'خبر', { daysAgo: 1 })
    put(3, 'خبر', { daysAgo: 400 })
    expect(find('خبر ')).toEqual([2, 1, 3])
  })
})

describe('what changes', () => {
  test('an older revision is passed over, a newer one takes its place, and one that has gone is gone', () => {
    put(1, 'جديد', { revision: 2 })
    put(1, 'قديم', { revision: 1 })
    expect(find('جديد ')).toEqual([1])
    expect(find('قديم ')).toEqual([])
    put(1, 'أحدث', { revision: 3 })
    expect([find('جديد '), find('أحدث ')]).toEqual([[], [1]])
    index.remove(idOf(1))
    expect(find('أحدث ')).toEqual([])
  })

  test('the words that were found are told in their folded form, for whoever marks them', () => {
    put(1, 'الوزير ووزير')
    expect([...index.find(readQuery('وزير '), { nowMs: now, limit: 10 }).words].toSorted()).toEqual(
      [fold('الوزير'), fold('ووزير')].toSorted(),
    )
  })

  test('whatever comes, changes and goes, in however many parts it is kept: found is what a walk through all texts finds', () => {
    const vocabulary = ['alpha', 'beta', 'gamma', 'delta', 'alphabet', 'omega']
    const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' '))
    const step = fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      text: fc.option(text),
      isAsked: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        index = new ArticleIndex(stemsOf)
        const texts = new Map<number, string>()
        let revision = 0
        for (const { number, text: next, isAsked } of steps) {
          if (next === null) {
            index.remove(idOf(number))
            texts.delete(number)
          } else {
            put(number, next, { revision: (revision += 1), language: 'en' })
            texts.set(number, next)
          }
          // A question makes a part of what waits, so that there are many.
          if (isAsked) find('alpha')
        }
        for (const word of vocabulary) {
          const holders = [...texts]
            .filter(([, held]) => held.split(' ').includes(word))
            .map(([number]) => number)
          expect(numbers(`${word} `)).toEqual(holders.toSorted((one, other) => one - other))
        }
        const pair = [...texts].filter(([, held]) => /\balpha beta\b/.test(held)).map(([number]) => number)
        expect(numbers('"alpha beta"')).toEqual(pair.toSorted((one, other) => one - other))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a word in another form, by the stems of its language', () => {
  test.each<[LanguageCode, string, string]>([
    ['ar', 'كتاب', 'وكتابها'],
    ['ar', 'كتابها', 'كتاب'],
    ['ar', 'مشروبات', 'المشروب'],
    ['ar', 'الأمريكيين', 'أمريكي'],
    ['ckb', 'پیاو', 'پیاوەکە'],
    ['ckb', 'پیاوان', 'پیاوێک'],
    ['ckb', 'کوردستان', 'کوردستاندا'],
    ['fa', 'کتاب', 'کتاب‌ها'],
    ['fa', 'خورد', 'می‌خورد'],
  ])('%s: %s finds %s', (language, asked, written) => {
    put(1, `${written} 12`, { language })
    put(2, 'دوو 12', { language })
    expect(find(`${asked} `)).toEqual([1])
  })

  test('stands below the word itself, and is told to whoever marks hits', () => {
    put(1, 'كتابها', {})
    put(2, 'كتاب', { daysAgo: 1 })
    expect(find('كتاب ')).toEqual([2, 1])
    expect([...index.find(readQuery('كتاب '), { nowMs: now, limit: 10 }).words].toSorted()).toEqual(
      [fold('كتاب'), fold('كتابها')].toSorted(),
    )
  })

  test('is another one in another language', () => {
    put(1, 'كتابها', { language: 'en' })
    expect(find('كتاب ')).toEqual([])
  })
})

describe('what is kept of it', () => {
  const restored = (bytes: Uint8Array): ArticleIndex => {
    const another = new ArticleIndex(stemsOf)
    another.restore(new SectionReader(bytes))
    return another
  }
  const bytesOf = (of: ArticleIndex): Uint8Array => {
    const writer = new SectionWriter()
    of.keep(writer)
    const pieces = [...writer.pieces()]
    const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const piece of pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }
  const stampsOf = (of: ArticleIndex) => Object.fromEntries([...of.ids()].map((id) => [id, of.stampOf(id)]))
  const fill = (): void => {
    for (let number = 1; number <= 300; number += 1)
      put(number, `خبر رقم ${number} من ژیانەوە وكتابها`, { headline: number % 7 === 0 ? 'عاجل' : '' })
    find('خبر')
    put(5, 'نص آخر', {
      revision: 9,
      language: 'ckb',
      status: 'ready',
      fields: { ...emptyFields(), place: 'أربيل' },
    })
    index.remove(idOf(6))
  }
  const asked = [
    'خبر',
    'كتاب ',
    '"خبر رقم"',
    'رقم 17 ',
    'عاجل خبر ',
    'place:أربيل',
    'lang:ckb',
    '-خبر',
    'ژيانه‌وه',
  ]

  test('answers as it did, and goes on', () => {
    fill()
    const answers = asked.map(find)
    const stamps = stampsOf(index)
    index = restored(bytesOf(index))
    expect(asked.map(find)).toEqual(answers)
    expect(stampsOf(index)).toEqual(stamps)
    put(5, 'قديم', { revision: 8 })
    put(7, 'أحدث', { revision: 9 })
    expect([find('قديم '), find('أحدث '), find('رقم 7 ')]).toEqual([[], [7], []])
  })

  test('holds the stamp that an article came with', () => {
    index.put(article(idOf(1), { body: story('خبر') }), { size: 12, mtimeMs: 34.5 })
    index.put(article(idOf(2), { body: story('خبر') }))
    expect(stampsOf(restored(bytesOf(index)))).toEqual({
      [idOf(1)]: { size: 12, mtimeMs: 34.5 },
      [idOf(2)]: { size: -1, mtimeMs: 0 },
    })
  })

  test('of nothing is nothing', () => {
    index = restored(bytesOf(index))
    expect(find('خبر')).toEqual([])
  })

  test('cut off anywhere or of another version it says so, and never answers from half of it', () => {
    fill()
    const whole = bytesOf(index)
    for (let length = 0; length < whole.length; length += 97)
      expect(() => restored(whole.slice(0, length))).toThrow(RangeError)
    const other = whole.slice()
    other[0] = 0
    expect(() => restored(other)).toThrow('not an index of this version')
  })
})
