import { expect, test, vi } from 'vitest'
import type { Recovered } from '../../../core/api/versions.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { Recovery } from '../../../renderer/app/recovery.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'

const found = (id: string): Recovered => ({
  id,
  headline: id,
  language: 'ckb',
  at: '2026-11-26T09:00:00.000Z',
  inserted: 4,
  deleted: 0,
})
function deskThatFound(...ids: string[]) {
  const asked: string[] = []
  const call = (method: string) => {
    asked.push(method)
    if (ids.length === 0) return Promise.reject(new DeskError('unreachable', 'away'))
    return Promise.resolve(method === 'recovery.list' ? { recovered: ids.map(found) } : null)
  }
  return { asked, desk: { call, listen: () => () => undefined } as unknown as DeskClient }
}
const idsOf = (recovery: Recovery) => recovery.found().map(({ id }) => id)

test('nothing is asked before somebody reads, and what was found is told', async () => {
  const { desk, asked } = deskThatFound('one', 'two')
  const recovery = new Recovery(desk)
  const told = vi.fn<() => void>()
  recovery.subscribe(told)
  expect(asked).toEqual([])
  await recovery.read()
  expect(idsOf(recovery)).toEqual(['one', 'two'])
  expect(told).toHaveBeenCalledOnce()
})

test('an article that is open has its text on the sheet: it is not found again', async () => {
  const { desk } = deskThatFound('one', 'two')
  const recovery = new Recovery(desk)
  recovery.opened('two')
  await recovery.read()
  expect(idsOf(recovery)).toEqual(['one'])
  recovery.opened('one')
  expect(idsOf(recovery)).toEqual([])
})

test('a file that holds takes its text off the list; a desk that is away leaves it there', async () => {
  const { desk, asked } = deskThatFound('one', 'two')
  const recovery = new Recovery(desk)
  await recovery.read()
  await recovery.discard('one')
  expect(asked).toEqual(['recovery.list', 'recovery.discard'])
  expect(idsOf(recovery)).toEqual(['two'])
})

test('a desk that does not answer has found nothing, and says so to nobody', async () => {
  const recovery = new Recovery(deskThatFound().desk)
  await recovery.read()
  expect(idsOf(recovery)).toEqual([])
  await expect(recovery.discard('one')).rejects.toMatchObject({ code: 'unreachable' })
})
