import { expect, test } from 'vitest'
import type { StartMeasure } from '../../bench/measure/measure-start.ts'
import { startGoals, startRowIds, startTables, type StartSample } from '../../bench/report/start-report.ts'
import { readStartPlan } from '../../bench/start-options.ts'

const sample = (row: StartSample['row'], cache: StartSample['cache'], typed: number): StartSample => {
  const page = { cpuMs: 1, scriptMs: 1, layoutMs: 1, styleMs: 1, faults: [] }
  const measure: StartMeasure = { ...page, editable: typed - 10, typed, scripts: [], shift: 0 }
  return { row, cache, round: 0, load: 0, measure }
}

test('goal 13 holds the medians of each library against bare TipTap with React', () => {
  const samples = [
    ...[90, 100, 500].map((typed) => sample('tiptap-react', 'cold', typed)),
    sample('midad', 'cold', 110),
    sample('midad-large', 'cold', 111),
  ]
  const lines = startGoals(samples, { midad: { named: size(1), asked: size(214_000) } })
  expect(lines[0]).toMatch(/small library, cold: .* at most 1\.1: 1\.100 reached$/)
  expect(lines[1]).toMatch(/large library, cold: .* at most 1\.1: 1\.110 NOT REACHED$/)
  expect(lines[2]).toMatch(/warm: .*not measured/)
  expect(lines.at(-1)).toMatch(/kB brotli, at most 214: 214\.000 reached$/)
})
const size = (brotli: number) => ({ count: 1, raw: brotli, brotli })

test('the table has a line for each row that was measured, with its 95th and its ratio', () => {
  const text = startTables([sample('tiptap-react', 'cold', 100), sample('quill', 'cold', 50)])
  expect(text).toMatch(/Quill 2 +50 +50 +50–50 +0\.50x/)
  expect(text).not.toContain('Slate')
})

test('the options of the start', () => {
  expect(readStartPlan([])).toMatchObject({ words: 600, rounds: 11, rows: startRowIds })
  expect(readStartPlan(['--quick', '--rows', 'midad,slate'])).toMatchObject({
    rounds: 3,
    rows: ['slate', 'midad'],
  })
  expect(() => readStartPlan(['--rows', 'vim'])).toThrow('there is no row vim')
  expect(readStartPlan(['--help'])).toBeUndefined()
})
