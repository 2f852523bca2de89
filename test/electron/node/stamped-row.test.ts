import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOf } from '../../../core/desk/rows.ts'
import {
  areRowColumns,
  columnsOf,
  isStampedRow,
  rowParts,
  rowsOfColumns,
  stampedRow,
  type RowColumns,
  type StampedRow,
  type StampedRows,
} from '../../../electron/node/stamped-row.ts'
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

const together = (rows: readonly StampedRow[]): StampedRows => ({
  rows: rows.map(({ row }) => row),
  sizes: rows.map(({ size }) => size),
  times: rows.map(({ mtimeMs }) => mtimeMs),
})
/** Some rows, as a file holds them. */
const columnsIn = (...rows: object[]): RowColumns => columnsOf(together(rows as StampedRow[]))
const translated = { ...right, row: { ...right.row, translatedFrom: idOf(2) } }

test('a row is one where the schema says so, and only there', () => {
  expect(areRowColumns(columnsIn(right))).toBe(true)
  expect(areRowColumns(columnsIn(translated))).toBe(true)
  const parts = fc.constantFrom(...Object.keys(right.row), 'translatedFrom', 'other')
  fc.assert(
    fc.property(parts, values, (part, value) => {
      // In a column, as in JSON, what is absent is null.
      fc.pre(value !== undefined && !(part === 'translatedFrom' && value === null))
      const changed = { ...right, row: { ...right.row, [part]: value } }
      expect(areRowColumns(columnsIn(changed))).toBe(stampedRow.safeParse(changed).success)
    }),
    { numRuns: 2000 },
  )
  for (const part of ['size', 'mtimeMs'] as const)
    fc.assert(
      fc.property(values, (value) => {
        const changed = { ...right, [part]: value }
        expect(areRowColumns(columnsIn(changed))).toBe(stampedRow.safeParse(changed).success)
      }),
    )
})

test('the same is held of a row alone', () => {
  expect([isStampedRow(right), isStampedRow(translated)]).toEqual([true, true])
  const parts = fc.constantFrom(...Object.keys(right.row), 'translatedFrom', 'other')
  fc.assert(
    fc.property(parts, values, (part, value) => {
      fc.pre(part !== 'translatedFrom' || (value !== undefined && value !== null))
      const changed = { ...right, row: { ...right.row, [part]: value } }
      expect(isStampedRow(changed)).toBe(stampedRow.safeParse(changed).success)
    }),
    { numRuns: 2000 },
  )
  for (const none of [null, undefined, 1, 'row', [], { row: null }]) expect(isStampedRow(none)).toBe(false)
})

test('columns come back as the rows that they were made of', () => {
  const rows = [right, translated, { ...right, size: 11 }]
  const columns = JSON.parse(JSON.stringify(columnsIn(...rows))) as RowColumns
  expect(rowsOfColumns(columns)).toEqual(together(rows))
})

test('columns that are none, or of several lengths, are refused', () => {
  for (const none of [null, undefined, 1, 'rows', [], {}, { values: {}, known: {} }])
    expect(areRowColumns(none)).toBe(false)
  for (const part of rowParts) {
    for (const column of [[], undefined, [-1], [2], ['a', 'b'], [1.5]]) {
      const { values: own, known } = columnsIn(right)
      const isFit = part === 'size' || part === 'mtimeMs' || (part === 'words' && column?.[0] === 2)
      if (isFit && column?.length === 1) continue
      expect(areRowColumns({ values: { ...own, [part]: column }, known }), part).toBe(
        part === 'headline' && column?.length === 1 && typeof column[0] === 'string',
      )
    }
  }
  const { values: own, known } = columnsIn(right)
  for (const part of Object.keys(known))
    expect(areRowColumns({ values: own, known: { ...known, [part]: undefined } })).toBe(false)
})
