import { beforeEach, describe, expect, test } from 'vitest'
import { emptyFields } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { rememberedIds } from '../../../core/model/remembered.ts'
import { Archive } from '../../../core/search/archive.ts'
import { readQuery } from '../../../core/search/query.ts'
import { stemsOf } from '../../../core/search/stems.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

const nowMs = Date.parse('2026-11-27T12:00:00Z')
const texts = ['كتاب الوزير', 'كتابها في أربيل', 'إلى مدرسة', 'الى مدارس', 'وەزیری ژیان', 'ژيانه‌وه‌ى كتابها']
const made = (number: number, revision = 1) =>
  article(idOf(number), {
    revision,
    updatedAt: new Date(nowMs - number * 3_600_000).toISOString(),
    language: (number % 3 === 0 ? 'ckb' : 'ar') as LanguageCode,
    fields: { ...emptyFields(), place: number % 2 === 0 ? 'أربيل' : 'بغداد', byline: [`كاتب ${number % 5}`] },
    body: story(`${texts[number % texts.length] ?? ''} رقم${number}`),
  })
/** An archive of the articles of these numbers. */
function filled(from: number, to: number): Archive {
  const archive = new Archive(stemsOf)
  for (let number = from; number <= to; number += 1)
    archive.put(made(number), { size: number, mtimeMs: number / 4 })
  return archive
}
const bytesOf = (archive: Archive): Uint8Array => Buffer.concat([...archive.kept()])
const queries = ['كتاب ', 'كتابها ', 'الى ', 'مدرسة ', 'ژیانەوە ', '"كتاب الوزير"', 'رقم11 ', 'رق', '-كتاب']
const answers = (archive: Archive) => ({
  found: queries.map((query) => {
    const { ids, total } = archive.index.find(readQuery(query), { nowMs, limit: 1000 })
    return { ids: ids.toSorted(), total }
  }),
  near: archive.index.nearest(readQuery('مدرزة ')).map(({ term }) => term),
  stamps: Object.fromEntries(
    [...archive.index.ids()].toSorted().map((id) => [id, archive.index.stampOf(id)]),
  ),
  offered: archive.used.suggestions('ckb', idOf(6)),
  counted: rememberedIds.map((field) =>
    archive.used.counted(field).toSorted((one, other) => (one.value < other.value ? -1 : 1)),
  ),
})

let whole: Archive
let parts: Archive
beforeEach(() => {
  whole = filled(1, 700)
  parts = new Archive(stemsOf)
  for (const [from, to] of [
    [1, 300],
    [301, 301],
    [302, 700],
  ] as const)
    parts.restore(bytesOf(filled(from, to)))
})

describe('an archive that is made of several parts', () => {
  test('answers as one that was made in one: words of one stem or one loose spelling find each other from part to part', () => {
    expect(answers(parts)).toEqual(answers(whole))
    expect(parts.index.size).toBe(700)
  })

  test('goes on as one: newer texts, and articles that go, of whichever part', () => {
    for (const each of [whole, parts]) {
      each.put(article(idOf(5), { revision: 2, language: 'ar', body: story('نص جديد') }))
      each.put(made(650, 0))
      each.remove(idOf(301))
      each.remove(idOf(699))
      each.put(made(701))
    }
    expect(answers(parts)).toEqual(answers(whole))
  })

  test('is kept as one', () => {
    const again = new Archive(stemsOf)
    again.restore(bytesOf(parts))
    expect(answers(again)).toEqual(answers(whole))
  })

  test('takes no article of a part that is damaged, wherever it is cut, and counts none twice that is read afterwards', () => {
    const bytes = bytesOf(filled(701, 702))
    for (let length = 0; length < bytes.length; length += 97)
      expect(() => parts.restore(bytes.slice(0, length)), `${length}`).toThrow(RangeError)
    expect(parts.index.size).toBe(700)
    for (const each of [whole, parts]) for (const number of [701, 702]) each.put(made(number))
    expect(answers(parts).found).toEqual(answers(whole).found)
  })
})

test('one that was made compact answers as before, without what has gone', () => {
  for (const each of [whole, parts]) {
    each.remove(idOf(7))
    each.put(made(8, 2))
  }
  parts.compact()
  expect(answers(parts)).toEqual(answers(whole))
  parts.put(made(9, 2))
  whole.put(made(9, 2))
  expect(answers(parts)).toEqual(answers(whole))
  const none = new Archive(stemsOf)
  none.compact()
  expect(none.index.size).toBe(0)
})

test('what changes while the pieces are asked for changes nothing in them', () => {
  const before = answers(whole)
  const pieces = whole.kept()[Symbol.iterator]()
  const bytes: Uint8Array[] = []
  for (let number = 1, next = pieces.next(); !next.done; next = pieces.next(), number += 1) {
    bytes.push(next.value.slice())
    whole.remove(idOf(number))
    whole.put(made(number + 200, 9))
    whole.put(made(number + 2000))
  }
  const again = new Archive(stemsOf)
  again.restore(Buffer.concat(bytes))
  expect(answers(again)).toEqual(before)
  expect(answers(whole)).not.toEqual(before)
})
