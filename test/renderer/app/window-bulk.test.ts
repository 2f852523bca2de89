import { beforeEach, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { WindowBulk } from '../../../renderer/app/window-bulk.ts'
import type { Told } from '../../../renderer/app/window-state.ts'
import type { ArticleSession } from '../../../renderer/features/article/session.ts'
import { deskAtHand, type DeskAtHand } from '../../support/desk-at-hand.ts'
import { idOf } from '../../support/temp-library.ts'

let desk: DeskAtHand
let bulk: WindowBulk
let told: Told[]
let session: ArticleSession | null
let isClosing: boolean
beforeEach(() => {
  desk = deskAtHand()
  told = []
  session = null
  isClosing = true
  bulk = new WindowBulk({
    desk: desk.client,
    session: () => session,
    close: async () => isClosing,
    trashOne: async () => undefined,
    exportMany: () => undefined,
    onGone: () => undefined,
    tell: (each) => told.push(each),
  })
  for (let number = 1; number <= 3; number += 1) desk.lay(number, { keywords: ['kept'] })
})
const ids = [idOf(1), idOf(2), idOf(3)]
const stored = (id: string) => {
  const read = desk.ports.articles.files.get(id)
  return read?.kind === 'article' ? read.article : undefined
}
const undo = async () => told.at(-1)?.undo?.()

test('a keyword and a status come to all, and one Undo takes them back and nothing else', async () => {
  await bulk.keyword(ids, 'kept')
  expect(told.at(-1)).toEqual({ kind: 'marked', count: 0, errors: [] })
  await bulk.keyword(ids, 'new')
  expect(ids.map((id) => stored(id)?.fields.keywords)).toEqual(ids.map(() => ['kept', 'new']))
  await undo()
  await bulk.status(ids, 'ready')
  expect(told.at(-1)).toMatchObject({ kind: 'marked', count: 3, errors: [] })
  await undo()
  expect(ids.map((id) => stored(id)?.status)).toEqual(ids.map(() => 'draft'))
  expect(ids.map((id) => stored(id)?.fields.keywords)).toEqual(ids.map(() => ['kept']))
})

test('what the disk refuses is told with its reason', async () => {
  desk.ports.articles.fault = new DeskError('disk-full', 'planted')
  await bulk.status(ids, 'ready')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ kind: 'marked', count: 0, errors: [{ code: 'disk-full' }, {}, {}] })
  expect(told[0]?.undo).toBeUndefined()
})

test('the open article is changed where it is written, and not in its file', async () => {
  const set: string[] = []
  session = {
    id: idOf(2),
    isReadOnly: false,
    details: () => ({ status: 'draft' }),
    setStatus: (status: string) => set.push(status),
  } as unknown as ArticleSession
  await bulk.status(ids, 'ready')
  expect([set, stored(idOf(2))?.status, stored(idOf(1))?.status]).toEqual([['ready'], 'draft', 'ready'])
  await undo()
  expect(set).toEqual(['ready', 'draft'])
})

test('they go to the trash and come back; an open one that cannot be saved stays', async () => {
  session = { id: idOf(2), isReadOnly: false } as unknown as ArticleSession
  isClosing = false
  await bulk.trash(ids)
  expect(told.at(-1)).toMatchObject({ kind: 'trashed-many', count: 2 })
  expect([...desk.ports.articles.bin.keys()].toSorted()).toEqual([idOf(1), idOf(3)])
  await undo()
  expect(desk.ports.articles.bin.size).toBe(0)
})
