import { expect, onTestFinished, test, vi } from 'vitest'
import type { DeskEvent } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { Shelf } from '../../../renderer/features/library/shelf.ts'

const row = (id: string, headline = id): ArticleRow => ({
  id,
  headline,
  language: 'ar',
  status: 'draft',
  date: null,
  place: '',
  updatedAt: '2026-11-26T09:00:00.000Z',
  embargoUntil: null,
  words: 0,
  section: '',
  byline: [],
  subjects: [],
  picture: null,
})

/** A desk that answers the list when it is told to, and tells of events meanwhile. */
function slowDesk() {
  let answer: (articles: ArticleRow[]) => void = () => undefined
  let tell: (event: DeskEvent) => void = () => undefined
  const desk = {
    call: () =>
      new Promise((resolve) => {
        answer = (articles) => resolve({ articles, total: articles.length })
      }),
    listen: (listener: (event: DeskEvent) => void) => {
      tell = listener
      return () => undefined
    },
  } as unknown as DeskClient
  return { desk, answer: (...rows: ArticleRow[]) => answer(rows), tell: (event: DeskEvent) => tell(event) }
}

test('what is told while the list is on its way is newer than the list', async () => {
  const { desk, answer, tell } = slowDesk()
  const shelf = new Shelf(desk)
  shelf.open()
  const read = shelf.refresh()
  tell({ name: 'article.changed', data: { row: row('made'), revision: 1 } })
  tell({ name: 'article.changed', data: { row: row('old', 'renamed'), revision: 2 } })
  tell({ name: 'article.removed', data: { id: 'gone' } })
  answer(row('other'), row('gone'), row('old'))
  await read
  expect(shelf.state().rows.map(({ headline }) => headline)).toEqual(['renamed', 'made', 'other'])
})

test('the next list is the desk’s again', async () => {
  const { desk, answer, tell } = slowDesk()
  const shelf = new Shelf(desk)
  shelf.open()
  const first = shelf.refresh()
  tell({ name: 'article.changed', data: { row: row('made'), revision: 1 } })
  answer()
  await first
  const second = shelf.refresh()
  answer(row('other'))
  await second
  expect(shelf.state()).toMatchObject({ isRead: true, rows: [{ id: 'other' }] })
})

test('a desk that does not answer leaves the list and the hits as they were, and no rejection behind', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const unhandled = vi.fn<() => void>()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const desk = {
    call: () => Promise.reject(new DeskError('unreachable', 'away')),
    listen: () => () => undefined,
  } as unknown as DeskClient
  const shelf = new Shelf(desk)
  shelf.search('كلمة')
  await vi.advanceTimersByTimeAsync(200)
  await shelf.refresh()
  vi.useRealTimers()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(shelf.state()).toMatchObject({ query: 'كلمة', hits: null, isRead: false })
  expect(unhandled).not.toHaveBeenCalled()
})

test('a late answer is waited for aloud, and the words that are offered are kept with it', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let answer: (found: object) => void = () => undefined
  const desk = {
    call: () => new Promise((resolve) => (answer = resolve)),
    listen: () => () => undefined,
  } as unknown as DeskClient
  const shelf = new Shelf(desk)
  shelf.search('كردستن')
  await vi.advanceTimersByTimeAsync(300)
  expect(shelf.state().isWaiting).toBe(false)
  await vi.advanceTimersByTimeAsync(400)
  expect(shelf.state()).toMatchObject({ isWaiting: true, hits: null })
  answer({ hits: [], total: 0, ms: 1, instead: 'كردستان' })
  await vi.advanceTimersByTimeAsync(0)
  expect(shelf.state()).toMatchObject({ isWaiting: false, hits: [], instead: 'كردستان' })
  shelf.search('')
  expect(shelf.state()).toMatchObject({ isWaiting: false, hits: null, instead: null })
})

test('a search that was given up, or that nobody answers, is not waited for', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const refusals: ((reason: Error) => void)[] = []
  const desk = {
    call: () => new Promise((_, reject) => refusals.push(reject)),
    listen: () => () => undefined,
  } as unknown as DeskClient
  const shelf = new Shelf(desk)
  shelf.search('أولى')
  await vi.advanceTimersByTimeAsync(200)
  shelf.search('')
  await vi.advanceTimersByTimeAsync(900)
  expect(shelf.state().isWaiting).toBe(false)
  shelf.search('ثانية')
  await vi.advanceTimersByTimeAsync(900)
  expect(shelf.state().isWaiting).toBe(true)
  refusals.at(-1)?.(new Error('away'))
  await vi.advanceTimersByTimeAsync(0)
  expect(shelf.state()).toMatchObject({ isWaiting: false, hits: null })
})
