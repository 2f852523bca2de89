import { expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import type { NameEntry } from '../../../core/model/names.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { HouseNames } from '../../../renderer/desk/house-names.ts'
import { barzani, erbil } from '../../support/names.ts'

type Listener = Parameters<DeskClient['listen']>[0]

/** A desk whose answers to changes are given by hand. */
function opened(stored: NameEntry[]) {
  const answers: { change: unknown; answer: (error?: DeskError) => void }[] = []
  let hear: Listener = () => undefined
  const desk = {
    call: (method: string, change: unknown) =>
      method === 'names.state'
        ? Promise.resolve({ entries: stored })
        : new Promise((resolve, reject) => {
            answers.push({ change, answer: (error) => (error ? reject(error) : resolve({})) })
          }),
    listen: (listener: Listener) => {
      hear = listener
      return () => undefined
    },
  } as unknown as DeskClient
  const names = new HouseNames(desk)
  const tell = (put: NameEntry[], removed: string[] = []) =>
    hear({ name: 'names.changed', data: { put, removed } })
  return { names, answers, tell }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))
const noted = (note: string): NameEntry => ({ ...erbil, note })

test('a change holds at once, and changes go to the desk one after the other', async () => {
  const { names, answers } = opened([erbil])
  await names.ask()
  const both = Promise.all([names.change({ put: [noted('one')] }), names.change({ put: [noted('two')] })])
  expect(names.entries()).toEqual([noted('two')])
  await settled()
  expect(answers).toHaveLength(1)
  answers[0]?.answer()
  await settled()
  expect(answers[1]?.change).toMatchObject({ put: [noted('two')] })
  answers[1]?.answer()
  await both
})

test('what is told of an older change does not undo a newer one, and other windows’ changes come through', async () => {
  const { names, answers, tell } = opened([erbil])
  await names.ask()
  const change = names.change({ put: [noted('mine')] })
  tell([noted('older'), barzani])
  expect(names.entries()).toEqual([noted('mine'), barzani])
  await settled()
  answers[0]?.answer()
  await change
  tell([noted('theirs')], [barzani.id])
  expect(names.entries()).toEqual([noted('theirs')])
})

test('what the desk refuses is taken back', async () => {
  const { names, answers } = opened([erbil])
  await names.ask()
  const change = names.change({ remove: [erbil.id] })
  expect(names.entries()).toEqual([])
  await settled()
  answers[0]?.answer(new DeskError('disk-full', 'full'))
  await expect(change).rejects.toMatchObject({ code: 'disk-full' })
  expect(names.entries()).toEqual([erbil])
})
