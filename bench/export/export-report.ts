import { median } from '../measure/numbers.ts'
import { aligned } from '../report/aligned.ts'
import { verdictAtLeast } from '../report/verdict.ts'
import { exportLabel, exportRowIds, type ExportRowId } from './export-rows.ts'

/** One round of one row with articles of one size; kept in the raw results. */
export interface ExportSample {
  row: ExportRowId
  words: number
  round: number
  load: number
  articles: number
  perSecond: number
  /** Milliseconds an article. */
  medianMs: number
  p95Ms: number
  /** All threads of the process, an article. */
  cpuMs: number
  /** Characters of the HTML, or bytes where they are written as such. */
  size: number
}

/** Medians of the rounds of one row at one size. */
export interface ExportSummary {
  row: ExportRowId
  words: number
  perSecond: number
  least: number
  most: number
  medianMs: number
  p95Ms: number
  cpuMs: number
  size: number
}

/** What the rounds say, in the order of the rows. */
export function summariseExport(samples: readonly ExportSample[]): ExportSummary[] {
  const sizes = [...new Set(samples.map(({ words }) => words))]
  return sizes.flatMap((words) =>
    exportRowIds.flatMap((row) => {
      const rounds = samples.filter((one) => one.row === row && one.words === words)
      if (rounds.length === 0) return []
      const rates = rounds.map(({ perSecond }) => perSecond)
      return [
        {
          row,
          words,
          perSecond: median(rates),
          least: Math.min(...rates),
          most: Math.max(...rates),
          medianMs: median(rounds.map(({ medianMs }) => medianMs)),
          p95Ms: median(rounds.map(({ p95Ms }) => p95Ms)),
          cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
          size: median(rounds.map(({ size }) => size)),
        },
      ]
    }),
  )
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const head = [
  '',
  'articles/s',
  'least–most',
  'limit ÷ this',
  "Midad's story ÷ this",
  'ms each',
  'p95',
  'CPU ms',
  'kB each',
  'HTML',
]

/** A table for each size. `likenesses` says how the HTML of each row differs from the limit's. */
export function exportTables(
  summaries: readonly ExportSummary[],
  likenesses: ReadonlyMap<ExportRowId, string>,
): string {
  const sizes = [...new Set(summaries.map(({ words }) => words))]
  return sizes
    .map((words) => {
      const here = summaries.filter((one) => one.words === words)
      const rateOf = (row: ExportRowId): number | undefined => here.find((one) => one.row === row)?.perSecond
      const lines = here.map((one) => [
        exportLabel(one.row),
        whole(one.perSecond),
        `${whole(one.least)}–${whole(one.most)}`,
        times(rateOf('hand'), one.perSecond),
        times(rateOf('midad-story'), one.perSecond),
        one.medianMs.toFixed(3),
        one.p95Ms.toFixed(3),
        one.cpuMs.toFixed(3),
        (one.size / 1000).toFixed(1),
        likenesses.get(one.row) ?? '',
      ])
      return `articles of about ${words.toLocaleString('en')} words\n${aligned([head, ...lines])}`
    })
    .join('\n\n')
}

const times = (one: number | undefined, other: number): string =>
  one === undefined ? '–' : `${(one / other).toFixed(2)}x`

/** performance.md §9, goal 12: against which row, how many times as fast at least. */
const goals: readonly [row: ExportRowId, atLeast: number][] = [
  ['generate-html', 100],
  ['markdown-it', 3],
  ['hand', 0.5],
]

/** A line for each part of goal 12, which is about articles of 400 words. */
export function exportGoals(summaries: readonly ExportSummary[]): string[] {
  const rateOf = (row: ExportRowId): number =>
    summaries.find((one) => one.row === row && one.words === 400)?.perSecond ?? Number.NaN
  return goals.map(([row, atLeast]) =>
    verdictAtLeast(
      `12  400 words: Midad's story / ${exportLabel(row)}, articles a second, at least ${atLeast}`,
      rateOf('midad-story') / rateOf(row),
      atLeast,
    ),
  )
}
