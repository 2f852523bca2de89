import { median } from '../measure/numbers.ts'
import { aligned } from '../report/aligned.ts'
import { verdictAtLeast } from '../report/verdict.ts'

/** One round of one row. */
export interface FormatSample {
  row: string
  label: string
  cores: number
  words: number
  round: number
  load: number
  perSecond: number
  /** Of all threads, an article. */
  cpuMs: number
  bytes: number
}

interface Summary {
  row: string
  label: string
  cores: number
  words: number
  perSecond: number
  least: number
  most: number
  cpuMs: number
  bytes: number
}

/** Medians of the rounds of each row, in the order in which the rows came. */
export function summariseFormats(samples: readonly FormatSample[]): Summary[] {
  const groups = new Map<string, FormatSample[]>()
  for (const sample of samples) {
    const key = `${sample.words} ${sample.row} ${sample.cores}`
    groups.set(key, [...(groups.get(key) ?? []), sample])
  }
  return Array.from(groups.values(), (rounds) => {
    const rates = rounds.map(({ perSecond }) => perSecond)
    const [{ row, label, cores, words }] = rounds as [FormatSample, ...FormatSample[]]
    return {
      row,
      label,
      cores,
      words,
      perSecond: median(rates),
      least: Math.min(...rates),
      most: Math.max(...rates),
      cpuMs: median(rounds.map((each) => each.cpuMs)),
      bytes: median(rounds.map((each) => each.bytes)),
    }
  })
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const times = (one: number | undefined, other: number | undefined): string =>
  one === undefined || other === undefined ? '–' : `${(one / other).toFixed(one / other < 10 ? 2 : 0)}x`

/** A table for each size: each format on one core and on all, beside pandoc. */
export function formatTables(summaries: readonly Summary[]): string {
  const sizes = [...new Set(summaries.map(({ words }) => words))]
  const head = [
    '',
    '1 core: articles/s',
    'least–most',
    'CPU ms',
    'all cores',
    'all ÷ one',
    '÷ pandoc html',
    '÷ pandoc docx',
    'kB each',
  ]
  return sizes
    .map((words) => {
      const here = summaries.filter((one) => one.words === words)
      const on = (row: string, isOne: boolean) =>
        here.find((one) => one.row === row && (one.cores === 1) === isOne)
      const lines = here
        .filter(({ cores }) => cores === 1)
        .map((one) => {
          const all = on(one.row, false)
          return [
            one.label,
            whole(one.perSecond),
            `${whole(one.least)}–${whole(one.most)}`,
            one.cpuMs.toFixed(2),
            all ? whole(all.perSecond) : '–',
            times(all?.perSecond, one.perSecond),
            times(one.perSecond, on('pandoc html', true)?.perSecond),
            times(one.perSecond, on('pandoc docx', true)?.perSecond),
            (one.bytes / 1000).toFixed(1),
          ]
        })
      return `from article.json to the file, articles of about ${words.toLocaleString('en')} words\n${aligned([head, ...lines])}`
    })
    .join('\n\n')
}

/** Issue 7: against which row of pandoc, how many times as fast at least. */
const goals: readonly [row: string, pandoc: string, atLeast: number][] = [
  ['html without fonts', 'pandoc html', 200],
  ['html', 'pandoc html', 200],
  ['docx', 'pandoc docx', 200],
]

export function formatGoals(summaries: readonly Summary[]): string[] {
  const rateOf = (row: string): number =>
    summaries.find((one) => one.row === row && one.cores === 1 && one.words === 400)?.perSecond ?? Number.NaN
  return goals.map(([row, pandoc, atLeast]) =>
    verdictAtLeast(
      `7   400 words: ${row} / ${pandoc}, articles a second on one core, at least ${atLeast}`,
      rateOf(row) / rateOf(pandoc),
      atLeast,
    ),
  )
}
