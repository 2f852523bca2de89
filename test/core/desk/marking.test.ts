import { beforeEach, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'

let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})

const made = async (): Promise<string> => {
  const { article } = await desk['article.create']({ language: 'ckb', headline: 'هەواڵ' })
  return article.id
}
const stored = (id: string) => {
  const read = ports.articles.files.get(id)
  if (read?.kind !== 'article') throw new Error('no article')
  return read.article
}

test('a mark changes status and keywords as a save does: in the file, in lists, in search, for whoever listens', async () => {
  const id = await made()
  const { row } = await desk['article.mark']({ id, status: 'ready', addKeywords: ['نەورۆز'] })
  expect(row.status).toBe('ready')
  expect(stored(id)).toMatchObject({ status: 'ready', revision: 1, fields: { keywords: ['نەورۆز'] } })
  const listing = {
    order: 'newest' as const,
    filter: { status: ['ready' as const] },
    language: 'en' as const,
  }
  expect((await desk['article.rows']({ ...listing, from: 0, count: 9 })).rows).toEqual([row])
  expect((await desk['article.search']({ query: 'نەورۆز' })).total).toBe(1)
  expect(ports.told.at(-1)).toMatchObject({ name: 'article.changed', data: { revision: 1 } })
})

test('what a mark answers takes it back, and no keyword that stood there before', async () => {
  const id = await made()
  await desk['article.mark']({ id, addKeywords: ['a'] })
  const { back } = await desk['article.mark']({ id, status: 'killed', addKeywords: ['a', 'b', 'b'] })
  expect(stored(id).fields.keywords).toEqual(['a', 'b'])
  await desk['article.mark']({ id, ...back })
  expect(stored(id)).toMatchObject({ status: 'draft', fields: { keywords: ['a'] } })
})

test('a mark that an article has already writes nothing', async () => {
  const id = await made()
  expect((await desk['article.mark']({ id, status: 'draft', dropKeywords: ['x'] })).back).toBeNull()
  expect(stored(id).revision).toBe(0)
})

test('a window that wrote meanwhile loses nothing: its save is kept apart and says so', async () => {
  const id = await made()
  await desk['article.mark']({ id, status: 'ready' })
  const { language, fields, body } = stored(id)
  const save = desk['article.save']({ id, language, status: 'draft', fields, body, revision: 0 })
  await expect(save).rejects.toMatchObject({ code: 'stale-revision' })
  expect(ports.articles.conflicts).toHaveLength(1)
})

test('what cannot be written says why', async () => {
  const id = await made()
  ports.articles.fault = new DeskError('disk-full', 'planted')
  await expect(desk['article.mark']({ id, status: 'ready' })).rejects.toMatchObject({ code: 'disk-full' })
  await expect(
    desk['article.mark']({ id: '01JDXS0000000000000000000X', status: 'ready' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a search is answered of the articles that pass the filter alone', async () => {
  const [draft, ready] = [await made(), await made()]
  await desk['article.mark']({ id: ready, status: 'ready' })
  const found = async (filter: object) => (await desk['article.search']({ query: 'هەواڵ', filter })).hits
  expect((await found({ status: ['ready'] })).map(({ id }) => id)).toEqual([ready])
  expect(await found({ status: ['killed'] })).toEqual([])
  expect((await found({ status: [] })).map(({ id }) => id).toSorted()).toEqual([draft, ready].toSorted())
})
