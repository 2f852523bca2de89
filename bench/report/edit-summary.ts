import type { EditMeasure } from '../measure/measure-edits.ts'
import { median } from '../measure/numbers.ts'
import { rows, type RowId } from '../rows.ts'
import { aligned } from './aligned.ts'
import type { Sample } from './summary.ts'

/** Medians over the rounds of one row at one size: milliseconds, and megabytes of the heap. */
export interface EditSummary {
  row: RowId
  words: number
  heapMb: number
  bold?: Spread
  paste?: Spread
}
interface Spread {
  ms: number
  leastMs: number
  mostMs: number
  cpuMs: number
}

/** What the rounds of each row at each size say; rows of which no edit was measured are not there. */
export function summariseEdits(samples: readonly Sample[]): EditSummary[] {
  const sizes = [...new Set(samples.map(({ words }) => words))]
  return sizes.flatMap((words) =>
    rows.flatMap(({ id }) => {
      const of = (work?: Sample['work']): EditMeasure[] =>
        samples.flatMap((one) =>
          one.row === id && one.words === words && one.edit && (!work || one.work === work) ? [one.edit] : [],
        )
      if (of().length === 0) return []
      const heapMb = median(of().map((edit) => edit.heapMb))
      return [{ row: id, words, heapMb, bold: spreadOf(of('bold')), paste: spreadOf(of('paste')) }]
    }),
  )
}

function spreadOf(edits: readonly EditMeasure[]): Spread | undefined {
  if (edits.length === 0) return undefined
  const times = edits.map(({ ms }) => ms)
  return {
    ms: median(times),
    leastMs: Math.min(...times),
    mostMs: Math.max(...times),
    cpuMs: median(edits.map(({ cpuMs }) => cpuMs)),
  }
}

const head = ['', 'heap MB', '÷ TipTap', ...edit('bold'), ...edit('paste')]
function edit(name: string): string[] {
  return [`${name} ms`, 'least–most', '÷ c.e.', '÷ TipTap', 'CPU ms']
}

/** A table for each size: the medians, and what they are of the peers' in the same run. */
export function editTables(summaries: readonly EditSummary[]): string {
  const sizes = [...new Set(summaries.map(({ words }) => words))]
  return sizes
    .map((words) => {
      const here = summaries.filter((one) => one.words === words)
      const plain = here.find(({ row }) => row === 'contenteditable')
      const tiptap = here.find(({ row }) => row === 'tiptap')
      const lines = here.map((one) => [
        rows.find(({ id }) => id === one.row)?.label ?? one.row,
        one.heapMb.toFixed(1),
        times(one.heapMb, tiptap?.heapMb),
        ...cells(one.bold, plain?.bold, tiptap?.bold),
        ...cells(one.paste, plain?.paste, tiptap?.paste),
      ])
      const title = `${words.toLocaleString('en')} words: all of it made bold; 5,000 words of Word pasted into it; the heap before`
      return `${title}\n${aligned([head, ...lines])}`
    })
    .join('\n\n')
}

function cells(one: Spread | undefined, plain: Spread | undefined, tiptap: Spread | undefined): string[] {
  if (!one) return ['–', '–', '–', '–', '–']
  return [
    one.ms.toFixed(0),
    `${one.leastMs.toFixed(0)}–${one.mostMs.toFixed(0)}`,
    times(one.ms, plain?.ms),
    times(one.ms, tiptap?.ms),
    one.cpuMs.toFixed(0),
  ]
}

const times = (value: number, base: number | undefined): string =>
  base === undefined ? '–' : `${(value / base).toFixed(2)}x`
