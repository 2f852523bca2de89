import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { rowOf } from '../../../core/desk/rows.ts'
import type { Article } from '../../../core/model/article.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'
import { writtenNames } from '../../../core/model/names-file.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { barzani, erbil, name } from '../../support/names.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
let ports: MemoryPorts
let desk: DeskApi
let made = 0
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
  made = 0
})
/** Lays an article in the library before anybody has searched. */
function lay(text: string, language: Article['language'], fields: Partial<ArticleFields> = {}): string {
  const laid = article(idOf((made += 1)), {
    language,
    fields: { ...emptyFields(), ...fields },
    body: story(text),
  })
  ports.articles.files.set(laid.id, { kind: 'article', article: laid })
  ports.rows.put(rowOf(laid))
  return laid.id
}
const found = async (query: string) => (await desk['article.search']({ query })).hits.map(({ id }) => id)
const complete = async (query: string, language?: Article['language']) =>
  (await desk['search.complete']({ query, language })).completions.map((each) => [each.word, each.query])

describe('the list', () => {
  test('what is changed is told to all windows, tidy, and can be taken back', async () => {
    const put = [name('erbil', 'place', { ar: ['  أربيل ', 'أربيل', 'اربيل'] })]
    await desk['names.change']({ put })
    const tidy = name('erbil', 'place', { ar: ['أربيل', 'اربيل'] })
    expect(await desk['names.state']({})).toEqual({ entries: [tidy] })
    expect(ports.told).toEqual([{ name: 'names.changed', data: { put: [tidy], removed: [] } }])
    await desk['names.change']({ remove: ['erbil'] })
    expect((await desk['names.state']({})).entries).toEqual([])
    await desk['names.change']({ put: [tidy] })
    expect((await desk['names.state']({})).entries).toEqual([tidy])
  })

  test('another house’s list is merged: counts say what is new and what has more', async () => {
    await desk['names.change']({ put: [erbil] })
    const theirs = [name('x', 'place', { en: ['Erbil'], kmr: ['Hewlêr'] }), barzani]
    const answer = await desk['names.merge']({ base64: base64(writtenNames(theirs)) })
    expect(answer).toEqual({ added: 1, changed: 1 })
    const { entries } = await desk['names.state']({})
    expect(entries).toMatchObject([
      { id: 'erbil', spellings: { kmr: { preferred: 'Hewlêr' } } },
      { id: 'barzani' },
    ])
  })

  test.each([
    ['no names', '[ar]\nأربيل'],
    ['nothing', ''],
    ['no text', '\0\u0001'],
  ])('a file with %s is no list', async (_, text) => {
    await expect(desk['names.merge']({ base64: base64(text) })).rejects.toMatchObject({
      code: 'not-a-name-list',
    })
  })

  test('a list that would give a name more spellings than it may have is refused, and ours stays', async () => {
    const many = (from: number) => Array.from({ length: 90 }, (_, n) => `Erbil ${from + n}`)
    await desk['names.change']({ put: [name('e', 'place', { en: ['Erbil', ...many(0)] })] })
    const before = await desk['names.state']({})
    const theirs = writtenNames([name('e', 'place', { en: ['Erbil', ...many(500)] })])
    await expect(desk['names.merge']({ base64: base64(theirs) })).rejects.toMatchObject({ code: 'too-large' })
    expect(await desk['names.state']({})).toEqual(before)
  })

  test('a library that another program holds is not written', async () => {
    ports.library.readOnly = true
    await expect(desk['names.change']({ put: [erbil] })).rejects.toMatchObject({ code: 'library-locked' })
    const merging = desk['names.merge']({ base64: base64(writtenNames([erbil])) })
    await expect(merging).rejects.toMatchObject({ code: 'library-locked' })
  })
})

test('what articles hold is offered with how often, without what the list has, and nothing is taken in', async () => {
  lay('خبر', 'ar', { place: 'اربيل', byline: ['آزاد علي'] })
  lay('خبر', 'ar', { place: 'دهوك', byline: ['آزاد علي'], source: 'باسنيوز' })
  lay('هەواڵ', 'ckb', { place: 'دهۆک', source: 'باسنيوز' })
  await desk['names.change']({ put: [erbil] })
  const { met, total } = await desk['names.met']({})
  expect(met.slice(0, 2)).toEqual([
    { kind: 'byline', word: 'آزاد علي', count: 2, language: 'ar' },
    { kind: 'source', word: 'باسنيوز', count: 2, language: 'ar' },
  ])
  expect(met.slice(2).map(({ word }) => word)).toEqual(['دهوك', 'دهۆک'])
  expect(total).toBe(4)
  expect((await desk['names.met']({ kind: 'place', limit: 1 })).met).toHaveLength(1)
  expect((await desk['names.state']({})).entries).toEqual([erbil])
})

describe('search', () => {
  test('a name finds its other spellings and languages, below the one that was written', async () => {
    const kurdish = lay('لە هەولێر کۆبوونەوە', 'ckb')
    const english = lay('A meeting in Erbil', 'en')
    const arabic = lay('اجتماع بأربيل اليوم', 'ar')
    lay('Another city', 'en')
    expect(await found('Erbil')).toEqual([english])
    await desk['names.change']({ put: [erbil] })
    for (const [query, first] of [
      ['Erbil', english],
      ['أربيل', arabic],
      ['هەولێر', kurdish],
    ] as const) {
      const ids = await found(query)
      expect(ids[0]).toBe(first)
      expect(ids.toSorted()).toEqual([kurdish, english, arabic])
    }
  })

  test('a name of several words is found as a whole, beside other words, and marked where it stands', async () => {
    const arabic = lay('قال مسعود بارزاني في أربيل', 'ar')
    lay('مسعود أحمد', 'ar')
    lay('بارزاني', 'ar')
    const english = lay('Masoud Barzani said so', 'en')
    await desk['names.change']({ put: [barzani, erbil] })
    expect(await found('Masoud Barzani')).toEqual([english, arabic])
    expect(await found('masoud barzani erbil')).toEqual([arabic])
    expect(await found('"Masoud Barzani"')).toEqual([english])
    const { hits } = await desk['article.search']({ query: 'Masoud Barzani' })
    const { excerpt = '', marks = [] } = hits[1] ?? {}
    expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(['مسعود', 'بارزاني'])
  })

  test('a condition finds the other spellings of its kind alone, below the one that was written', async () => {
    const kurdish = lay('x', 'ckb', { place: 'هەولێر' })
    const arabic = lay('x', 'ar', { place: 'أربيل' })
    lay('x', 'ar', { place: 'دهوك' })
    await desk['names.change']({ put: [erbil, name('p', 'person', { ar: ['دهوك'], en: ['Duhok'] })] })
    expect((await found('place:Erbil')).toSorted()).toEqual([kurdish, arabic])
    expect((await found('place:هەولێر'))[0]).toBe(kurdish)
    expect((await found('place:أربيل'))[0]).toBe(arabic)
    expect(await found('place:Duhok')).toEqual([])
  })

  test('a list that cannot be read leaves search as it is without one', async () => {
    const english = lay('Erbil', 'en')
    ports.names.entries = () => Promise.reject(new Error('away'))
    expect(await found('Erbil')).toEqual([english])
  })
})

describe('completion', () => {
  beforeEach(async () => {
    lay('خبر', 'ar', { place: 'أربد', byline: ['آزاد علي'], section: 'سياسة' })
    lay('خبر', 'ar', { place: 'أربد', source: 'وكالة باس نيوز' })
    lay('خبر', 'ar', { place: 'أربات' })
    await desk['names.change']({ put: [erbil, barzani] })
  })

  test('the house’s names come first, then what articles hold, the most used first', async () => {
    expect((await complete('ارب', 'ar')).map(([word]) => word)).toEqual(['أربيل', 'أربد', 'أربات'])
    expect(await complete('خبر سي')).toEqual([['سياسة', 'خبر سياسة ']])
  })

  test('behind a condition only of its kind, in quotes where there is a space', async () => {
    expect(await complete('by:masoud', 'ar')).toEqual([['مسعود بارزاني', 'by:"مسعود بارزاني" ']])
    expect(await complete('خبر مصدر: وكا')).toEqual([['وكالة باس نيوز', 'خبر مصدر:"وكالة باس نيوز" ']])
    expect(await complete('place:مسع')).toEqual([])
    expect(await complete('-place:"ارب')).toHaveLength(3)
    expect(await complete('status:dr')).toEqual([])
  })

  test('several words may have been written of a name, and what stands before stays', async () => {
    expect(await complete('talks masoud bar', 'en')).toEqual([['Masoud Barzani', 'talks Masoud Barzani ']])
    expect(await complete('place:x -اربي', 'ar')).toEqual([['أربيل', 'place:x -أربيل ']])
  })

  test.each(['', ' ', 'Erbil ', '"Erb', 'place:'])('nothing is offered for %j', async (query) => {
    expect(await complete(query)).toEqual([])
  })
})
