import type { RowId } from '../rows.ts'
import type { Summary } from './summary.ts'

/** What performance.md §9 asks of typing and opening, held against the peers of the same run. */
interface Goal {
  number: 1 | 2 | 3 | 4
  asks: string
  /** The sizes in words that it is about. */
  at: readonly number[]
  limit: number
  /** The figure that may be at most `limit`; undefined where a row that it needs was not measured. */
  figure(row: (id: RowId) => Summary | undefined): number | undefined
}

type Figure = 'cpuMs' | 'paintP95Ms' | 'mountMs'
const ratioTo =
  (peer: RowId, figure: Figure): Goal['figure'] =>
  (row) => {
    const [midad, other] = [row('midad'), row(peer)]
    return midad && other ? midad[figure] / other[figure] : undefined
  }
const long = [50_000]
const usual = [600, 5_000]

const goals: readonly Goal[] = [
  {
    number: 1,
    asks: 'CPU a key / contenteditable',
    at: long,
    limit: 0.75,
    figure: ratioTo('contenteditable', 'cpuMs'),
  },
  { number: 1, asks: 'CPU a key / bare TipTap', at: long, limit: 0.7, figure: ratioTo('tiptap', 'cpuMs') },
  {
    number: 1,
    asks: 'CPU a key / contenteditable with content-visibility',
    at: long,
    limit: 1.3,
    figure: ratioTo('contenteditable-cv', 'cpuMs'),
  },
  {
    number: 1,
    asks: 'share of keys over 33 ms',
    at: long,
    limit: 0.01,
    figure: (row) => row('midad')?.slowShare,
  },
  { number: 2, asks: 'CPU a key / bare TipTap', at: usual, limit: 1.15, figure: ratioTo('tiptap', 'cpuMs') },
  {
    number: 2,
    asks: 'p95 / contenteditable',
    at: usual,
    limit: 1.1,
    figure: ratioTo('contenteditable', 'paintP95Ms'),
  },
  {
    number: 3,
    asks: 'script a key over bare TipTap, in ms, all features together',
    at: long,
    limit: 1.5,
    figure: (row) => {
      const [midad, tiptap] = [row('midad'), row('tiptap')]
      return midad && tiptap ? midad.scriptMs - tiptap.scriptMs : undefined
    },
  },
  { number: 4, asks: 'mount / bare TipTap', at: long, limit: 0.6, figure: ratioTo('tiptap', 'mountMs') },
  {
    number: 4,
    asks: 'mount / contenteditable with content-visibility',
    at: long,
    limit: 2.5,
    figure: ratioTo('contenteditable-cv', 'mountMs'),
  },
]

/** A line for each goal at each measured size: reached, not reached, or what it would need. */
export function goalLines(summaries: readonly Summary[]): string[] {
  const sizes = new Set(summaries.map(({ words }) => words))
  return goals.flatMap((goal) =>
    goal.at.map((words) => {
      const what = `${goal.number}  ${words.toLocaleString('en')} words: ${goal.asks} at most ${goal.limit}`
      const figure = goal.figure((id) => summaries.find((one) => one.row === id && one.words === words))
      if (figure === undefined)
        return `${what}: not measured (${sizes.has(words) ? 'a row is missing' : 'no such size in this run'})`
      return `${what}: ${figure.toFixed(3)} ${figure <= goal.limit ? 'reached' : 'NOT REACHED'}`
    }),
  )
}
