import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { rowsAtMost, type RowFilter } from '../../../core/api/listing.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { DeskRoom } from '../../../core/desk/room.ts'
import { collationKey, isBlankKey } from '../../../core/language/collate.ts'
import type { Article, ArticleRow } from '../../../core/model/article.ts'
import { emptyFields, statuses, type ArticleFields } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { rowOrders, type RowOrder } from '../../../core/model/list-view.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { article, idOf } from '../../support/temp-library.ts'

let ports: MemoryPorts
let room: DeskRoom
let desk: DeskApi
let made = 0
beforeEach(() => {
  ports = memoryPorts()
  room = new DeskRoom(ports)
  desk = createDesk(ports, room)
  made = 0
})

type Laid = Partial<ArticleFields> & Partial<Pick<Article, 'id' | 'status' | 'language' | 'updatedAt'>>
/** The library has, or is told of, an article like this. */
function lay({ id = idOf((made += 1)), status, language, updatedAt, ...fields }: Laid): string {
  const shell = { ...(status && { status }), ...(language && { language }), ...(updatedAt && { updatedAt }) }
  const laid = article(id, { ...shell, fields: { ...emptyFields(), ...fields } })
  ports.articles.files.set(id, { kind: 'article', article: laid })
  room.announce(laid)
  return id
}

type Asked = Partial<{ order: RowOrder; filter: RowFilter; language: LanguageCode }>
const meant = ({ order = 'newest', filter = {}, language = 'ar' }: Asked) => ({ order, filter, language })
const rows = (asked: Asked = {}, from = 0, count = 100) =>
  desk['article.rows']({ ...meant(asked), from, count })
const headlines = async (asked: Asked = {}) => (await rows(asked)).rows.map(({ headline }) => headline)
const at = (day: number, time = '12:00:00') => `2026-11-${String(day).padStart(2, '0')}T${time}Z`

describe('rows stand', () => {
  test('by their last change, the newest or the oldest first', async () => {
    for (const [headline, day] of [
      ['ب', 2],
      ['ا', 1],
      ['ج', 3],
    ] as const)
      lay({ headline, updatedAt: at(day) })
    expect(await headlines()).toEqual(['ج', 'ب', 'ا'])
    expect(await headlines({ order: 'oldest' })).toEqual(['ا', 'ب', 'ج'])
  })

  test('by their headlines as readers of the interface look for them, those without one at the end', async () => {
    for (const headline of ['ڕووداو', 'رێگا', '', 'Zaxo', 'زاخۆ', '«بەغدا»', '—', 'ئازادی']) lay({ headline })
    expect(await headlines({ order: 'headline', language: 'ckb' })).toEqual([
      'ئازادی',
      '«بەغدا»',
      'ڕووداو',
      'رێگا',
      'زاخۆ',
      'Zaxo',
      '—',
      '',
    ])
    expect((await headlines({ order: 'headline', language: 'en' }))[0]).toBe('Zaxo')
  })

  test('by status from draft to withdrawn, and by place, in each the newest first', async () => {
    lay({ headline: 'a', status: 'killed', place: 'بغداد' })
    lay({ headline: 'b', status: 'draft', place: 'أربيل', updatedAt: at(1) })
    lay({ headline: 'c', status: 'published' })
    lay({ headline: 'd', status: 'draft', place: 'أربيل', updatedAt: at(2) })
    lay({ headline: 'e', status: 'ready', place: 'اربيل', updatedAt: at(3) })
    expect(await headlines({ order: 'status' })).toEqual(['d', 'b', 'e', 'c', 'a'])
    expect(await headlines({ order: 'place' })).toEqual(['e', 'd', 'b', 'a', 'c'])
  })
})

describe('a filter', () => {
  beforeEach(() => {
    lay({
      headline: 'a',
      status: 'draft',
      language: 'ar',
      place: 'أربيل',
      section: 'سياسة',
      byline: ['سارة الجاف'],
      date: '2026-11-01',
    })
    lay({
      headline: 'b',
      status: 'ready',
      language: 'ckb',
      place: 'هەولێر',
      subjects: ['11000000'],
      date: '2026-11-05T23:30+03:00',
    })
    lay({
      headline: 'c',
      status: 'ready',
      language: 'ar',
      place: 'اربيل',
      embargoUntil: at(28),
      updatedAt: at(10),
    })
    lay({ headline: 'd', status: 'killed', language: 'ar', embargoUntil: at(28), updatedAt: at(20) })
  })
  test.each<[RowFilter, string]>([
    [{ status: ['ready'] }, 'bc'],
    [{ status: ['ready', 'draft'] }, 'abc'],
    [{ status: ['ready'], language: ['ar'] }, 'c'],
    [{ language: ['ckb', 'kmr'] }, 'b'],
    [{ place: ['أَربيل'] }, 'ac'],
    [{ section: ['سياسه'] }, 'a'],
    [{ byline: ['ساره الجاف'] }, 'a'],
    [{ notByline: ['ساره الجاف'] }, 'bcd'],
    [{ subject: ['11000000'] }, 'b'],
    [{ after: '2026-11-05' }, 'bcd'],
    [{ before: '2026-11-05' }, 'a'],
    [{ after: '2026-11-05T20:30Z', before: '2026-11-05T20:31Z' }, 'b'],
    [{ after: '2026-11-10', before: '2026-11-11' }, 'c'],
    [{ embargoedAt: at(27) }, 'c'],
    [{ embargoedAt: at(28) }, ''],
    [{ status: [], place: [] }, 'abcd'],
  ])('%j lets through %s', async (filter, passing) => {
    const { rows: listed, total } = await rows({ filter })
    expect(
      listed
        .map(({ headline }) => headline)
        .toSorted()
        .join(''),
    ).toBe(passing)
    expect(total).toBe(passing.length)
  })

  test('is answered with the counts that there would be with another choice in one of its parts', async () => {
    const { counts } = await rows({ filter: { status: ['ready'], language: ['ar'] } })
    expect(counts).toEqual({
      status: { draft: 1, ready: 1, published: 0, killed: 1 },
      language: { ar: 1, ckb: 1 },
      place: [{ value: 'اربيل', count: 1 }],
      section: [],
    })
    expect((await rows()).counts.place).toEqual([
      { value: 'أربيل', count: 2 },
      { value: 'هەولێر', count: 1 },
    ])
  })
})

describe('a window', () => {
  test('is no more than was asked for, with the length of the whole list', async () => {
    for (let n = 0; n < 12; n += 1) lay({ headline: String(n), updatedAt: at(n + 1) })
    const { rows: window, total } = await rows({ order: 'oldest' }, 5, 3)
    expect([window.map(({ headline }) => headline), total]).toEqual([['5', '6', '7'], 12])
    expect((await rows({}, 11, 5)).rows).toHaveLength(1)
    expect((await rows({}, 12, 5)).rows).toEqual([])
  })

  test('of more than five hundred rows is refused at the door', async () => {
    const ask = (count: number) =>
      dispatch(desk, 'article.rows', { order: 'newest', language: 'ar', from: 0, count })
    expect(await ask(rowsAtMost)).toMatchObject({ ok: true, value: { total: 0 } })
    expect(await ask(rowsAtMost + 1)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  test('says which state of the rows it shows', async () => {
    lay({ headline: 'a' })
    const first = await rows()
    expect((await rows({ order: 'status' })).change).toBe(first.change)
    lay({ headline: 'b' })
    expect((await rows()).change).toBeGreaterThan(first.change)
  })
})

describe('the position of an article', () => {
  const position = (id: string, asked: Asked) => desk['article.position']({ ...meant(asked), id })
  test('is told with its neighbours, at the ends of the list too', async () => {
    const [a = '', b = '', c = ''] = ['ا', 'ب', 'ج'].map((headline) => lay({ headline }))
    const order = 'headline'
    expect(await position(a, { order })).toEqual({ position: 0, previous: null, next: b })
    expect(await position(b, { order })).toEqual({ position: 1, previous: a, next: c })
    expect(await position(c, { order })).toEqual({ position: 2, previous: b, next: null })
  })
  test('that has left the list is told by those between which it would stand', async () => {
    const [a = '', b = '', c = ''] = ['ا', 'ب', 'ج'].map((headline) => lay({ headline }))
    lay({ id: b, headline: 'ب', status: 'ready' })
    const asked = { order: 'headline', filter: { status: ['draft'] } } satisfies Asked
    expect(await position(b, asked)).toEqual({ position: null, previous: a, next: c })
  })
  test('of one that is not in the library is none', async () => {
    await expect(position(idOf(99), {})).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('the articles between two positions are told by their ids alone', async () => {
  const laid = ['ا', 'ب', 'ج', 'د'].map((headline) => lay({ headline }))
  const asked = meant({ order: 'headline' })
  expect(await desk['article.ids']({ ...asked, from: 1, count: 2 })).toEqual({ ids: laid.slice(1, 3) })
})

test('days are told with where they begin and how many rows they have, in both directions', async () => {
  // Noon of this computer's own day, wherever it stands.
  const noon = (day: number) => new Date(2026, 10, day, 12).toISOString()
  for (const day of [3, 5, 5, 4, 5]) lay({ updatedAt: noon(day) })
  lay({ updatedAt: new Date(2026, 10, 5).toISOString() })
  lay({ updatedAt: new Date(2026, 10, 5, 23, 59, 59, 999).toISOString() })
  const days = (order: 'newest' | 'oldest') => desk['article.days']({ ...meant({}), order })
  expect((await days('newest')).days).toEqual([
    { day: '2026-11-05', from: 0, count: 5 },
    { day: '2026-11-04', from: 5, count: 1 },
    { day: '2026-11-03', from: 6, count: 1 },
  ])
  expect((await days('oldest')).days.map(({ day, from }) => [day, from])).toEqual([
    ['2026-11-03', 0],
    ['2026-11-04', 1],
    ['2026-11-05', 2],
  ])
})

test('an article in the trash is in no list, and back where it stood when it is restored', async () => {
  const [, b = ''] = ['ا', 'ب', 'ج'].map((headline) => lay({ headline }))
  const order = 'headline'
  expect(await headlines({ order })).toEqual(['ا', 'ب', 'ج'])
  await desk['article.trash']({ id: b })
  expect(await headlines({ order })).toEqual(['ا', 'ج'])
  expect((await rows({ order })).counts.status.draft).toBe(2)
  await desk['trash.restore']({ id: b })
  expect(await headlines({ order })).toEqual(['ا', 'ب', 'ج'])
})

/** The list as it is made by sorting all that is there. */
function sortedAnew(
  order: RowOrder,
  status: ArticleRow['status'] | undefined,
  language: LanguageCode,
): string[] {
  const keyOf = (row: ArticleRow): string => {
    if (order === 'status') return String(statuses.indexOf(row.status))
    if (order === 'newest' || order === 'oldest') return ''
    const key = collationKey(row[order], language)
    return isBlankKey(key) ? '\uffff' : key
  }
  const all = [...ports.rows.all()].filter((row) => status === undefined || row.status === status)
  const sorted = all.toSorted((one, other) => {
    const [first, second] = [keyOf(one), keyOf(other)]
    if (first !== second) return first < second ? -1 : 1
    return Date.parse(other.updatedAt) - Date.parse(one.updatedAt) || (one.id < other.id ? 1 : -1)
  })
  return (order === 'oldest' ? sorted.toReversed() : sorted).map(({ id }) => id)
}

test('whatever comes, changes and goes, lists that are kept are as if they were sorted and counted anew', async () => {
  const one = fc.record({
    id: fc.integer({ min: 1, max: 12 }).map(idOf),
    goes: fc.boolean(),
    headline: fc.constantFrom('', '«', 'ا', 'أ', 'اب', 'ب', 'Z', 'Ça', '٢', '١٠'),
    place: fc.constantFrom('', 'أربيل', 'اربيل', 'بغداد'),
    status: fc.constantFrom(...statuses),
    updatedAt: fc.integer({ min: 1, max: 4 }).map((day) => at(day)),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 30 }), async (happening) => {
      ports = memoryPorts()
      room = new DeskRoom(ports)
      desk = createDesk(ports, room)
      for (const { goes, ...laid } of happening) {
        if (goes) room.forget(laid.id)
        else lay(laid)
        for (const order of ['newest', 'headline', 'place'] as const)
          await rows({ order, filter: { status: ['ready'] } })
      }
      for (const order of rowOrders) {
        const listed = await rows({ order })
        expect(
          listed.rows.map(({ id }) => id),
          order,
        ).toEqual(sortedAnew(order, undefined, 'ar'))
        const ready = await rows({ order, filter: { status: ['ready'] } })
        expect(
          ready.rows.map(({ id }) => id),
          order,
        ).toEqual(sortedAnew(order, 'ready', 'ar'))
        const count = (status: string) => ports.rows.all().filter((row) => row.status === status).length
        expect(ready.counts.status).toEqual(Object.fromEntries(statuses.map((each) => [each, count(each)])))
      }
    }),
    { numRuns: 60 },
  )
})

test('the list for the command line is the same rows, newest first', async () => {
  for (let day = 1; day <= 3; day += 1)
    lay({ headline: String(day), updatedAt: at(day), status: day === 2 ? 'ready' : 'draft' })
  const { articles, total } = await desk['article.list']({ status: 'draft', limit: 1 })
  expect([articles.map(({ headline }) => headline), total]).toEqual([['3'], 2])
  expect((await desk['article.list']({})).articles).toHaveLength(3)
})
