import { expect, test } from 'vitest'
import type { Ports, SearchStore } from '../../../core/desk/ports.ts'
import { rowOf } from '../../../core/desk/rows.ts'
import { Searchable } from '../../../core/desk/searchable.ts'
import type { Article } from '../../../core/model/article.ts'
import { Archive } from '../../../core/search/archive.ts'
import { readQuery } from '../../../core/search/query.ts'
import { stemsOf } from '../../../core/search/stems.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

const stamp = { size: 12, mtimeMs: 34 }
const articles = new Map(
  Array.from({ length: 2000 }, (_, index): [string, Article] => [
    idOf(index + 1),
    article(idOf(index + 1), { body: story(`خبر رقم${index + 1}`) }),
  ]),
)
const partOf = (from: number, to: number): Uint8Array => {
  const archive = new Archive(stemsOf)
  for (let number = from; number <= to; number += 1)
    archive.put(articles.get(idOf(number)) ?? article(idOf(number)), stamp)
  return Buffer.concat([...archive.kept()])
}

/** One over two thousand articles, whose index is made in these parts; which articles it reads itself, and what it keeps. */
function searchable(parts: readonly Uint8Array[], made?: (count: number) => void) {
  const [reads, kept]: [string[], Uint8Array[]] = [[], []]
  const search: SearchStore = {
    read: async () => undefined,
    write: async (pieces) => void kept.push(Buffer.concat([...pieces])),
    async *make(ids) {
      expect(ids).toHaveLength(2000)
      for (const [index, part] of parts.entries()) {
        yield part
        made?.(index + 1)
      }
    },
  }
  const ports = {
    search,
    library: { readOnly: false },
    rows: {
      all: () => Array.from(articles.values(), (one) => rowOf(one)),
      get: (id: string) => (articles.has(id) ? rowOf(article(id)) : undefined),
      stamp: () => stamp,
    },
    articles: {
      get: async (id: string) => {
        reads.push(id)
        const found = articles.get(id)
        return found && { kind: 'article', article: found }
      },
      knownStamp: () => stamp,
    },
  } as unknown as Ports
  return { searchable: new Searchable(ports), reads, kept }
}
const found = ({ index }: Searchable, query: string) =>
  index.find(readQuery(query), { nowMs: 0, limit: 9 }).ids

test('an index that is made in parts is searched when all are there, and kept whole', async () => {
  const made: number[] = []
  const {
    searchable: one,
    reads,
    kept,
  } = searchable([partOf(1, 900), partOf(901, 2000)], (count) => made.push(count))
  await one.ready()
  expect([made, reads]).toEqual([[1, 2], []])
  expect(found(one, 'رقم1 ')).toEqual([idOf(1)])
  expect(found(one, 'رقم2000 ')).toEqual([idOf(2000)])
  await one.keep()
  const again = new Archive(stemsOf)
  again.restore(kept[0] ?? new Uint8Array())
  expect(again.index.size).toBe(2000)
})

test.each([
  ['is cut', (part: Uint8Array) => [part.slice(0, part.length / 2)]],
  ['is nothing of ours', () => [Uint8Array.of(1, 2, 3, 4, 5)]],
  ['did not come to its end', () => []],
])('the articles of a part that %s are read by the host itself', async (_, broken) => {
  const { searchable: one, reads } = searchable([
    partOf(1, 500),
    ...broken(partOf(501, 1500)),
    partOf(1501, 2000),
  ])
  await one.ready()
  expect(new Set(reads)).toEqual(new Set(Array.from({ length: 1000 }, (_each, index) => idOf(index + 501))))
  expect(one.index.size).toBe(2000)
  expect(['رقم500 ', 'رقم501 ', 'رقم1501 '].map((query) => found(one, query))).toEqual([
    [idOf(500)],
    [idOf(501)],
    [idOf(1501)],
  ])
})

test('what is written and thrown away between two parts is as it was left', async () => {
  const { searchable: one } = searchable([partOf(1, 1000), partOf(1001, 2000)], (count) => {
    if (count !== 1) return
    one.learn(article(idOf(3), { revision: 2, body: story('نص جديد') }))
    one.learn(article(idOf(1500), { revision: 2, body: story('نص أحدث') }))
  })
  await one.ready()
  expect(['رقم3 ', 'جديد ', 'رقم1500 ', 'أحدث '].map((query) => found(one, query))).toEqual([
    [],
    [idOf(3)],
    [],
    [idOf(1500)],
  ])
})
