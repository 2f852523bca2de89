import { expect, test } from 'vitest'
import { articleCalls } from '../../../core/desk/articles.ts'
import { DeskRoom } from '../../../core/desk/room.ts'
import { startCalls } from '../../../core/desk/starting.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

async function roomWith(count: number) {
  const room = new DeskRoom(memoryPorts())
  const calls = { ...articleCalls(room), ...startCalls(room) }
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) ids.push((await calls['article.create']({})).article.id)
  return { room, ids, open: (id: string) => calls['article.open']({ id }) }
}

test('of all that were opened, the twenty that were opened last are looked after', async () => {
  const { room, ids, open } = await roomWith(50)
  for (const id of ids) await open(id)
  expect([...room.opened]).toEqual(ids.slice(-20))
})

test('an article that is opened again is among the last once more', async () => {
  const { room, ids, open } = await roomWith(21)
  const [first = '', ...others] = ids
  for (const id of [first, ...others.slice(1), first, ...others.slice(0, 1)]) await open(id)
  expect([...room.opened].slice(-2)).toEqual([first, others[0]])
})
