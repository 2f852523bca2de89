import { expect, test } from 'vitest'
import {
  exportTarget,
  knownFormats,
  mostTargets,
  targetUsed,
  withTarget,
} from '../../../core/model/export-target.ts'

const target = (id: string, name = id) => exportTarget.parse({ id, name, formats: ['html'] })

test('a remembered destination stands first, in the place of one of its id or name', () => {
  const both = withTarget([target('a', 'Website')], target('b', 'Wire'))
  expect(both.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(withTarget(both, target('c', 'Website')).map(({ id }) => id)).toEqual(['c', 'b'])
  expect(withTarget(both, target('a', 'Site')).map(({ name }) => name)).toEqual(['Site', 'Wire'])
})

test('the one used last is first, and the one unused for longest falls out', () => {
  const many = Array.from({ length: mostTargets }, (_, at) => target(`t${at}`))
  expect(
    targetUsed(many, 't3')
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['t3', 't0'])
  expect(targetUsed(many, 'gone')).toEqual(many)
  const more = withTarget(many, target('new'))
  expect([more.length, more[0]?.id, more.some(({ id }) => id === `t${mostTargets - 1}`)]).toEqual([
    mostTargets,
    'new',
    false,
  ])
})

test('formats that this version does not have are left out, the others in their own order', () => {
  const wish = exportTarget.parse({ id: 'a', name: 'a', formats: ['text', 'hologram', 'html'] })
  expect(knownFormats(wish, [{ id: 'html' }, { id: 'nitf' }, { id: 'text' }])).toEqual(['html', 'text'])
})

test.each([
  { id: 'a', name: '  ', formats: ['html'] },
  { id: 'a', name: 'a', formats: [] },
  { id: 'a', name: 'a', formats: ['html'], options: { html: { theme: { nested: 1 } } } },
])('%o is no destination', (wish) => {
  expect(exportTarget.safeParse(wish).success).toBe(false)
})
