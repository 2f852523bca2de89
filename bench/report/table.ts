import { rows } from '../rows.ts'
import { aligned } from './aligned.ts'
import type { Summary } from './summary.ts'

const ms = (value: number): string => value.toFixed(value >= 100 ? 0 : 1)
const times = (value: number, base: number | undefined): string =>
  base === undefined ? '–' : `${(value / base).toFixed(2)}x`

const columns: readonly { title: string; cell: (one: Summary, base: Bases) => string }[] = [
  { title: 'key→paint ms', cell: (one) => ms(one.paintMs) },
  { title: 'p95', cell: (one) => ms(one.paintP95Ms) },
  { title: '>33 ms', cell: (one) => `${(one.slowShare * 100).toFixed(1)}%` },
  { title: 'CPU/key ms', cell: (one) => one.cpuMs.toFixed(2) },
  { title: 'least–most', cell: (one) => `${one.cpuLeastMs.toFixed(1)}–${one.cpuMostMs.toFixed(1)}` },
  { title: '÷ c.e.', cell: (one, base) => times(one.cpuMs, base.contenteditable?.cpuMs) },
  { title: '÷ TipTap', cell: (one, base) => times(one.cpuMs, base.tiptap?.cpuMs) },
  { title: 'script', cell: (one) => one.scriptMs.toFixed(2) },
  { title: 'layout', cell: (one) => one.layoutMs.toFixed(2) },
  { title: 'style', cell: (one) => one.styleMs.toFixed(2) },
  { title: 'renderers', cell: (one) => ms(one.renderersCpuMs) },
  { title: 'burst of 40', cell: (one) => ms(one.burstMs) },
  { title: 'mount ms', cell: (one) => ms(one.mountMs) },
  { title: '÷ TipTap', cell: (one, base) => times(one.mountMs, base.tiptap?.mountMs) },
]

interface Bases {
  contenteditable: Summary | undefined
  tiptap: Summary | undefined
}

/** A table for each size: medians over the rounds, and what they are of the peers' in the same run. */
export function tables(summaries: readonly Summary[]): string {
  const sizes = [...new Set(summaries.map(({ words }) => words))]
  return sizes
    .map((words) => {
      const here = summaries.filter((one) => one.words === words)
      const base: Bases = {
        contenteditable: here.find(({ row }) => row === 'contenteditable'),
        tiptap: here.find(({ row }) => row === 'tiptap'),
      }
      const lines = rows.flatMap(({ id, label }) => {
        const one = here.find(({ row }) => row === id)
        return one ? [[label, ...columns.map(({ cell }) => cell(one, base))]] : []
      })
      return `${words.toLocaleString('en')} words\n${aligned([['', ...columns.map(({ title }) => title)], ...lines])}`
    })
    .join('\n\n')
}
