import type { EditMeasure } from '../measure/measure-edits.ts'
import type { TypingMeasure } from '../measure/measure-typing.ts'
import { median, quantile } from '../measure/numbers.ts'
import type { RowId } from '../rows.ts'
import type { Turn } from '../turns.ts'

/** One measurement with where it belongs; kept in the raw results. */
export interface Sample {
  row: RowId
  words: number
  round: number
  /** Of the last minute, when it ended. */
  load: number
  work: Turn['work']
  /** Of a turn of typing. */
  measure?: TypingMeasure
  /** Of another turn. */
  edit?: EditMeasure
  /** Why there is no measure. */
  failure?: string
}

/** Medians over the rounds of one row at one size; milliseconds, all per key but `mountMs` and `burstMs`. */
export interface Summary {
  row: RowId
  words: number
  rounds: number
  paintMs: number
  paintP95Ms: number
  /** The share of keys that took longer than 33 ms, a missed one among them: two frames of 60 Hz. */
  slowShare: number
  cpuMs: number
  cpuLeastMs: number
  cpuMostMs: number
  scriptMs: number
  layoutMs: number
  styleMs: number
  renderersCpuMs: number
  burstMs: number
  mountMs: number
}

const slowMs = 33

/** What the rounds of each row at each size say together; rows that failed every time are not there. */
export function summarise(samples: readonly Sample[]): Summary[] {
  const groups = new Map<string, Sample[]>()
  for (const sample of samples) {
    const key = `${sample.words} ${sample.row}`
    groups.set(key, [...(groups.get(key) ?? []), sample])
  }
  return [...groups.values()].flatMap((group) => {
    const measures = group.flatMap(({ measure }) => (measure ? [measure] : []))
    const first = group[0]
    if (!first || measures.length === 0) return []
    const middle = (value: (measure: TypingMeasure) => number): number => median(measures.map(value))
    const cpu = measures.map(({ cpuMs }) => cpuMs)
    const keys = measures.reduce((sum, { paintMs, missedKeys }) => sum + paintMs.length + missedKeys, 0)
    const slow = measures.reduce(
      (sum, { paintMs, missedKeys }) => sum + missedKeys + paintMs.filter((ms) => ms > slowMs).length,
      0,
    )
    return [
      {
        row: first.row,
        words: first.words,
        rounds: measures.length,
        paintMs: middle(({ paintMs }) => median(paintMs)),
        paintP95Ms: middle(({ paintMs }) => quantile(paintMs, 0.95)),
        slowShare: slow / keys,
        cpuMs: median(cpu),
        cpuLeastMs: Math.min(...cpu),
        cpuMostMs: Math.max(...cpu),
        scriptMs: middle(({ scriptMs }) => scriptMs),
        layoutMs: middle(({ layoutMs }) => layoutMs),
        styleMs: middle(({ styleMs }) => styleMs),
        renderersCpuMs: middle(({ renderersCpuMs }) => renderersCpuMs),
        burstMs: middle(({ burstMs }) => burstMs),
        mountMs: middle(({ mountMs }) => mountMs),
      },
    ]
  })
}
