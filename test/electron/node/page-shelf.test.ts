import { expect, test } from 'vitest'
import { createPageShelf } from '../../../electron/node/page-shelf.ts'

const page = (text: string) => new TextEncoder().encode(text)

test('a page is served under a path that nobody can guess', () => {
  const shelf = createPageShelf()
  const one = shelf.put(page('one'))
  const same = shelf.put(page('one'))
  expect(one).toMatch(/^\/page\/[\w-]{43}$/)
  expect(same).not.toBe(one)
  expect(shelf.get(one)).toEqual(page('one'))
})

test('the shelf holds the newest sixteen', () => {
  const shelf = createPageShelf()
  const paths = Array.from({ length: 17 }, (_unused, index) => shelf.put(page(String(index))))
  expect(shelf.get(paths[0] ?? '')).toBeUndefined()
  expect(paths.slice(1).every((path) => shelf.get(path))).toBe(true)
})

test('a page leaves after five minutes', () => {
  let now = 0
  const shelf = createPageShelf(() => now)
  const path = shelf.put(page('one'))
  now = 5 * 60_000 - 1
  expect(shelf.get(path)).toBeDefined()
  now += 1
  expect(shelf.get(path)).toBeUndefined()
})

test('a path that was never given has no page', () => {
  expect(createPageShelf().get('/page/__proto__')).toBeUndefined()
})
