import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { wholeLibrary, type ListView } from '../../../core/model/list-view.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { Shelf } from '../../../renderer/features/library/shelf.ts'
import { deskAtHand, type DeskAtHand } from '../../support/desk-at-hand.ts'
import { idOf } from '../../support/temp-library.ts'

let desk: DeskAtHand
let shelf: Shelf
let kept: ListView[]
const plain = { view: wholeLibrary(), ownNames: [], language: 'en' } as const
beforeEach(() => {
  desk = deskAtHand()
  kept = []
  shelf = new Shelf(desk.client, {
    ...plain,
    now: () => Date.UTC(2026, 10, 27, 12),
    onView: (view) => kept.push(view),
  })
  onTestFinished(shelf.open())
})
const settled = () => new Promise((resolve) => setTimeout(resolve, 120))
const headlines = (count = 3) => shelf.first(count).map(({ headline }) => headline)
const rowsAsked = () =>
  desk.asked
    .filter(({ method }) => method === 'article.rows')
    .map(({ input }) => (input as { from: number }).from)

test('of a long list only the rows in sight are asked for', async () => {
  for (let number = 1; number <= 950; number += 1) desk.lay(number)
  await shelf.refresh()
  expect(shelf.state()).toMatchObject({ isRead: true, total: 950, all: 950 })
  expect(headlines()).toEqual(['n950', 'n949', 'n948'])
  expect(shelf.rowAt(500)).toBeUndefined()
  shelf.want(495, 512)
  await settled()
  expect(shelf.rowAt(500)?.headline).toBe('n450')
  expect(rowsAsked()).toEqual([0, 400, 500])
  shelf.want(500, 520)
  await settled()
  expect(rowsAsked()).toEqual([0, 400, 500])
})

test('the list follows what is made, changed and taken away, each burst once', async () => {
  for (let number = 1; number <= 5; number += 1) desk.lay(number)
  await shelf.refresh()
  for (let number = 6; number <= 30; number += 1) desk.lay(number)
  desk.forget(idOf(29))
  desk.lay(2, { headline: 'again', updatedAt: '2026-11-20T00:00:00Z' })
  await settled()
  expect(headlines()).toEqual(['again', 'n30', 'n28'])
  expect(shelf.state().total).toBe(29)
  expect(rowsAsked()).toEqual([0, 0])
})

test('what is told while the list is on its way is newer than the list', async () => {
  desk.lay(1)
  desk.lay(2)
  const answer = desk.hold()
  const read = shelf.refresh()
  await Promise.resolve()
  desk.lay(1, { headline: 'renamed', updatedAt: '2026-11-20T00:00:00Z' })
  desk.forget(idOf(2))
  answer()
  await read
  await settled()
  expect(headlines()).toEqual(['renamed'])
})

test('whoever writes in the newest article asks for no list at each save', async () => {
  for (let number = 1; number <= 3; number += 1) desk.lay(number)
  await shelf.refresh()
  for (let save = 0; save < 5; save += 1) desk.lay(3, { headline: `save ${save}` })
  expect(headlines(1)).toEqual(['save 4'])
  await settled()
  expect(rowsAsked()).toEqual([0])
  // But where it goes from a filter, or under another day, the list is asked for.
  desk.lay(3, { headline: 'save 5', status: 'ready' })
  await settled()
  expect(rowsAsked()).toEqual([0, 0])
})

test('a view lets through what it says, is kept, and begins another list', async () => {
  desk.lay(1, { status: 'ready' })
  desk.lay(2, { status: 'draft', byline: ['سارة'] })
  await shelf.readBy('ar', ['سارة'])
  await shelf.refresh()
  const { list } = shelf.state()
  shelf.show({ status: ['draft'] })
  await settled()
  expect(headlines()).toEqual(['n2'])
  expect(shelf.state()).toMatchObject({ total: 1, all: 2, list: list + 1 })
  expect(kept.at(-1)).toEqual({ ...wholeLibrary(), status: ['draft'] })
  shelf.show({ status: [], whose: 'others' })
  await settled()
  expect(headlines()).toEqual(['n1'])
  // The same once more is no other list.
  shelf.show({ status: [] })
  expect(kept).toHaveLength(2)
})

test('an answer to a list that is shown no more is passed over', async () => {
  desk.lay(1, { status: 'ready' })
  desk.lay(2)
  await shelf.refresh()
  const answer = desk.hold()
  shelf.show({ status: ['ready'] })
  await Promise.resolve()
  shelf.show({ status: ['published'] })
  answer()
  await settled()
  expect(shelf.state().total).toBe(0)
})

test('the article before and after one is found wherever it stands', async () => {
  for (let number = 1; number <= 350; number += 1) desk.lay(number)
  await shelf.refresh()
  expect(await shelf.neighbour(null, 1)).toBe(idOf(350))
  expect(await shelf.neighbour(idOf(350), 1)).toBe(idOf(349))
  expect(await shelf.neighbour(idOf(350), -1)).toBeUndefined()
  // Beyond what is known here.
  expect(await shelf.neighbour(idOf(20), 1)).toBe(idOf(19))
  expect(await shelf.neighbour(idOf(251), 1)).toBe(idOf(250))
  expect(await shelf.idsBetween(349, 348)).toEqual([idOf(2), idOf(1)])
})

test('a search is answered within the view, follows changes, and gives more where more is wanted', async () => {
  for (let number = 1; number <= 130; number += 1)
    desk.lay(number, { headline: `كلمة ${number}`, status: number % 2 ? 'draft' : 'ready' })
  shelf.search('كلمة')
  await settled()
  expect(shelf.state()).toMatchObject({ found: 130, hits: { length: 100 } })
  shelf.want(80, 99)
  await settled()
  expect(shelf.state().hits).toHaveLength(130)
  shelf.show({ status: ['ready'] })
  await settled()
  expect(shelf.state()).toMatchObject({ found: 65, hits: { length: 65 } })
  const [first] = shelf.first(1)
  desk.forget(first?.id ?? '')
  expect(shelf.count()).toBe(64)
  expect(await shelf.neighbour(shelf.rowAt(3)?.id ?? '', 1)).toBe(shelf.rowAt(4)?.id)
  shelf.search('')
  expect(shelf.state()).toMatchObject({ hits: null, found: 0 })
})

test('whoever comes to the search lets the desk get ready for it, once', async () => {
  desk.away(true)
  shelf.prepare()
  await settled()
  desk.away(false)
  shelf.prepare()
  shelf.prepare()
  await settled()
  expect(desk.asked.map(({ method }) => method)).toEqual(['article.search', 'article.search'])
  expect(shelf.state()).toMatchObject({ hits: null, isWaiting: false })
})

test('a desk that is away leaves list and hits as they were, and no rejection behind', async () => {
  const unhandled = vi.fn<() => void>()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  desk.lay(1)
  await shelf.refresh()
  desk.away(true)
  shelf.search('كلمة')
  await settled()
  await shelf.refresh()
  shelf.show({ order: 'oldest' })
  await settled()
  expect(headlines()).toEqual(['n1'])
  expect(shelf.state()).toMatchObject({ query: 'كلمة', hits: null, isRead: true })
  desk.away(false)
  desk.lay(2)
  await shelf.refresh()
  expect(headlines()).toEqual(['n1', 'n2'])
  expect(unhandled).not.toHaveBeenCalled()
})

test('a late answer is waited for aloud, and the words that are offered are kept with it', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let answer: (found: object) => void = () => undefined
  const late = {
    call: () => new Promise((resolve) => (answer = resolve)),
    listen: () => () => undefined,
  } as unknown as DeskClient
  const waiting = new Shelf(late, plain)
  waiting.search('كردستن')
  await vi.advanceTimersByTimeAsync(300)
  expect(waiting.state().isWaiting).toBe(false)
  await vi.advanceTimersByTimeAsync(400)
  expect(waiting.state()).toMatchObject({ isWaiting: true, hits: null })
  answer({ hits: [], total: 0, ms: 1, instead: 'كردستان' })
  await vi.advanceTimersByTimeAsync(0)
  expect(waiting.state()).toMatchObject({ isWaiting: false, hits: [], instead: 'كردستان' })
  waiting.search('')
  expect(waiting.state()).toMatchObject({ isWaiting: false, hits: null, instead: null })
})

test('a search that was given up, or that nobody answers, is not waited for', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const refusals: ((reason: Error) => void)[] = []
  const late = {
    call: () => new Promise((_, reject) => refusals.push(reject)),
    listen: () => () => undefined,
  } as unknown as DeskClient
  const waiting = new Shelf(late, plain)
  waiting.search('أولى')
  await vi.advanceTimersByTimeAsync(200)
  waiting.search('')
  await vi.advanceTimersByTimeAsync(900)
  expect(waiting.state().isWaiting).toBe(false)
  waiting.search('ثانية')
  await vi.advanceTimersByTimeAsync(900)
  expect(waiting.state().isWaiting).toBe(true)
  refusals.at(-1)?.(new Error('away'))
  await vi.advanceTimersByTimeAsync(0)
  expect(waiting.state()).toMatchObject({ isWaiting: false, hits: null })
})
