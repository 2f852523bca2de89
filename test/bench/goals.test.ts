import { expect, test } from 'vitest'
import { median, quantile } from '../../bench/measure/numbers.ts'
import { summariseEdits } from '../../bench/report/edit-summary.ts'
import { goalLines } from '../../bench/report/goals.ts'
import { summarise, type Sample } from '../../bench/report/summary.ts'
import type { RowId } from '../../bench/rows.ts'

function typed(row: RowId, words: number, cpuMs: number, paintMs: number[] = [10]): Sample {
  const fixed = { mountMs: 100, changeMs: [], missedKeys: 0, scriptMs: 1, layoutMs: 1, styleMs: 1 }
  const measure = { ...fixed, cpuMs, paintMs, renderersCpuMs: 1, burstMs: 1, faults: [] }
  return { row, words, round: 0, load: 0, work: 'typing', measure }
}
function edited(row: RowId, words: number, work: 'bold' | 'paste', ms: number, heapMb: number): Sample {
  return { row, words, round: 0, load: 0, work, edit: { ms, firstMs: ms, cpuMs: ms, heapMb, faults: [] } }
}
const linesOf = (samples: readonly Sample[]): string[] =>
  goalLines(summarise(samples), summariseEdits(samples))
const lineOf = (samples: readonly Sample[], goal: string): string | undefined =>
  linesOf(samples).find((line) => line.includes(goal))

test('the middle and the 95th of a hundred', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(median(hundred)).toBe(50.5)
  expect(median([3, 1, 2])).toBe(2)
  expect(quantile(hundred, 0.95)).toBe(95)
  expect(median([])).toBeNaN()
})

test('a goal at its very limit is reached, a little beyond it is not', () => {
  const beside = (cpuMs: number): Sample[] => [typed('midad', 50_000, cpuMs), typed('tiptap', 50_000, 10)]
  const goal = 'CPU a key / bare TipTap at most 0.7'
  expect(lineOf(beside(7), goal)).toMatch(/: 0\.700 reached$/)
  expect(lineOf(beside(7.1), goal)).toMatch(/: 0\.710 NOT REACHED$/)
})

test('the median of the rounds counts, and a key that was never painted is a slow one', () => {
  const rounds = [5, 6, 40].map((cpuMs, round) => ({ ...typed('midad', 600, cpuMs), round }))
  const [first] = summarise(rounds)
  expect(first).toMatchObject({ cpuMs: 6, cpuLeastMs: 5, cpuMostMs: 40, rounds: 3 })
  const sample = typed('midad', 50_000, 5, [10, 34, 12])
  if (sample.measure) sample.measure.missedKeys = 1
  expect(summarise([sample])[0]?.slowShare).toBe(0.5)
})

test('paste is held against three, all bold against two, the heap against two', () => {
  const samples = [
    edited('midad', 600, 'paste', 120, 7),
    edited('tiptap', 600, 'paste', 100, 5),
    edited('contenteditable', 600, 'paste', 200, 1),
    edited('ckeditor', 600, 'paste', 150, 15),
    edited('midad', 50_000, 'bold', 130, 7),
    edited('tiptap', 50_000, 'bold', 100, 5),
    edited('contenteditable', 50_000, 'bold', 1000, 1),
    edited('lexical', 50_000, 'bold', 100, 6),
  ]
  expect(linesOf(samples).filter((line) => /^[567] /.test(line))).toEqual([
    '5  600 words: paste of 5,000 words of Word / bare TipTap at most 1.5: 1.200 reached',
    '5  600 words: paste of 5,000 words of Word / contenteditable at most 0.7: 0.600 reached',
    '5  600 words: paste of 5,000 words of Word / CKEditor at most 0.7: 0.800 NOT REACHED',
    '6  50,000 words: all of it bold / bare TipTap at most 1.2: 1.300 NOT REACHED',
    '6  50,000 words: all of it bold / contenteditable at most 0.2: 0.130 reached',
    '7  50,000 words: heap / bare TipTap at most 1.5: 1.400 reached',
    '7  50,000 words: heap / Lexical at most 1: 1.167 NOT REACHED',
  ])
})

test('what was not measured says what it would need', () => {
  const samples = [typed('midad', 5000, 5)]
  expect(lineOf(samples, '5,000 words: CPU a key / CKEditor')).toContain('not measured (a row is missing)')
  expect(lineOf(samples, '50,000 words: CPU a key / bare')).toContain(
    'not measured (no such size in this run)',
  )
  expect(lineOf(samples, 'heap / Lexical')).toContain('not measured (--edits measures it)')
})

test('a row that failed every time is not there', () => {
  const failed: Sample = { row: 'midad', words: 600, round: 0, load: 0, work: 'typing', failure: 'lost' }
  expect(summarise([failed])).toEqual([])
  expect(summariseEdits([{ ...failed, work: 'bold' }])).toEqual([])
})
