import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Post, Posted, PostWorker } from '../../../renderer/desk/post-messages.ts'
import { createPoster } from '../../../renderer/desk/poster.ts'

const pageFetch = globalThis.fetch
let fetched: string[]
beforeEach(() => {
  fetched = []
  globalThis.fetch = (_path, init) => {
    fetched.push(init?.body as string)
    return Promise.resolve(Response.json({ ok: true, value: 'from here' }))
  }
})
afterEach(() => {
  globalThis.fetch = pageFetch
})

class HandWorker implements PostWorker {
  readonly posts: Post[] = []
  #told: ((event: { data: Posted }) => void)[] = []
  #failed: (() => void)[] = []
  postMessage(post: Post) {
    this.posts.push(post)
  }
  addEventListener(name: 'message' | 'error', listener: never) {
    if (name === 'message') this.#told.push(listener)
    else this.#failed.push(listener)
  }
  answer(data: Posted) {
    for (const listener of this.#told) listener({ data })
  }
  fail() {
    for (const listener of this.#failed) listener()
  }
}
const long = 'م'.repeat(600)
const fromThere = { ok: true, value: 'from the worker' } as const

test('what is written is sent by the worker, and each answer finds its asker', async () => {
  const worker = new HandWorker()
  const start = vi.fn<() => PostWorker>(() => worker)
  const send = createPoster(start, () => false)
  const first = send('/one', { a: 'b' }, `${long}1`)
  const second = send('/two', {}, `${long}2`)
  expect(worker.posts.map(({ path }) => path)).toEqual(['/one', '/two'])
  expect(worker.posts[0]).toMatchObject({ headers: { a: 'b' }, body: `${long}1` })
  const [one, two] = worker.posts
  worker.answer({ number: two?.number ?? 0, fault: 'no network' })
  worker.answer({ number: one?.number ?? 0, result: fromThere })
  expect(await first).toEqual(fromThere)
  await expect(second).rejects.toThrow('no network')
  expect(start).toHaveBeenCalledTimes(1)
  expect(fetched).toEqual([])
})

test('a page that may be about to go sends all from here', async () => {
  const worker = new HandWorker()
  let isGoing = false
  const send = createPoster(
    () => worker,
    () => isGoing,
  )
  isGoing = true
  await send('/one', {}, long)
  expect([worker.posts.length, fetched.length]).toEqual([0, 1])
})

test('a worker that breaks answers nobody: what it had has failed, and the next is sent from here', async () => {
  const worker = new HandWorker()
  const send = createPoster(
    () => worker,
    () => false,
  )
  const lost = send('/one', {}, long)
  worker.fail()
  await expect(lost).rejects.toThrow('has ended')
  expect(await send('/one', {}, long)).toEqual({ ok: true, value: 'from here' })
})

test('where no worker may run, all is sent from here', async () => {
  const send = createPoster(
    () => {
      throw new Error('not allowed')
    },
    () => false,
  )
  await send('/one', {}, long)
  await send('/one', {}, long)
  expect(fetched).toHaveLength(2)
})
