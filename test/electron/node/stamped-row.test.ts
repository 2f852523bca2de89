import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOf } from '../../../core/desk/rows.ts'
import { isStampedRow, stampedRow } from '../../../electron/node/stamped-row.ts'
import { article, idOf } from '../../support/temp-library.ts'

const right = { row: rowOf(article(idOf(1))), size: 10, mtimeMs: 1.5 }
const values = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(
    null,
    undefined,
    [],
    ['a'],
    [1],
    {},
    true,
    'ckb',
    'draft',
    idOf(2),
    `${idOf(2)}\n`,
    -1,
    2 ** 60,
  ),
)

test('a row is one where the schema says so, and only there', () => {
  expect(isStampedRow(right)).toBe(true)
  expect(isStampedRow({ ...right, row: { ...right.row, translatedFrom: idOf(2) } })).toBe(true)
  const parts = fc.constantFrom(...Object.keys(right.row), 'translatedFrom', 'other')
  fc.assert(
    fc.property(parts, values, (part, value) => {
      const changed = { ...right, row: { ...right.row, [part]: value } }
      expect(isStampedRow(changed)).toBe(stampedRow.safeParse(changed).success)
    }),
    { numRuns: 2000 },
  )
  for (const part of ['size', 'mtimeMs', 'row'] as const)
    fc.assert(
      fc.property(values, (value) => {
        const changed = { ...right, [part]: value }
        expect(isStampedRow(changed)).toBe(stampedRow.safeParse(changed).success)
      }),
    )
  for (const none of [null, undefined, 1, 'row', []]) expect(isStampedRow(none)).toBe(false)
})
