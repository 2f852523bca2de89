import { expect, test } from 'vitest'
import { Bulk } from '../../../renderer/features/library/bulk.ts'
import { Selection } from '../../../renderer/features/library/selection.ts'

test('each is done after the other, what fails does not stop the next, and it says how far it is', async () => {
  const bulk = new Bulk()
  const heard: (number | undefined)[] = []
  bulk.subscribe(() => heard.push(bulk.progress()?.done))
  const done: string[] = []
  const report = await bulk.run(['a', 'b', 'c'], async (id) => {
    if (id === 'b') throw new Error('planted')
    done.push(id)
    return async () => void done.push(`back ${id}`)
  })
  expect(done).toEqual(['a', 'c'])
  expect(report).toMatchObject({ count: 2, errors: [new Error('planted')] })
  expect(heard).toEqual([0, 1, 2, undefined])
  await report?.back()
  expect(done.slice(2)).toEqual(['back c', 'back a'])
})

test('it stops after the one at hand and tells what is done', async () => {
  const bulk = new Bulk()
  const report = await bulk.run(['a', 'b', 'c'], async (id) => {
    if (id === 'b') bulk.stop()
    return async () => undefined
  })
  expect(report?.count).toBe(2)
  expect(bulk.progress()).toBeNull()
})

test('taking it back stops after the one at hand too', async () => {
  const bulk = new Bulk()
  const taken: string[] = []
  const report = await bulk.run(['a', 'b', 'c'], async (id) => async () => {
    taken.push(id)
    bulk.stop()
  })
  expect(await report?.back()).toMatchObject({ count: 1, errors: [] })
  expect(taken).toEqual(['c'])
})

test('one thing at a time', async () => {
  const bulk = new Bulk()
  let go: () => void = () => undefined
  const first = bulk.run(['a'], () => new Promise((resolve) => (go = () => resolve(null))))
  expect(await bulk.run(['b'], async () => null)).toBeNull()
  go()
  // What had that already is not counted.
  expect((await first)?.count).toBe(0)
})

test('chosen articles stay chosen until they are left or gone', () => {
  const selection = new Selection()
  selection.toggle('a')
  selection.add(['b', 'c'])
  expect(selection.anchor).toBe('a')
  selection.toggle('b')
  expect([...selection.state().ids]).toEqual(['a', 'c'])
  selection.drop(['a'])
  expect(selection.state().isPicking).toBe(true)
  selection.drop(['c'])
  expect(selection.state()).toEqual({ ids: new Set(), isPicking: false })
  selection.begin()
  expect(selection.state().isPicking).toBe(true)
})
