import type { StartMeasure } from '../measure/measure-start.ts'
import { median, quantile } from '../measure/numbers.ts'
import type { ScriptSize } from '../measure/script-size.ts'
import { aligned } from './aligned.ts'
import { verdict } from './verdict.ts'

export const startRowIds = [
  'contenteditable',
  'tiptap-react',
  'prosemirror',
  'lexical',
  'ckeditor',
  'quill',
  'slate',
  'midad',
  'midad-large',
] as const
export type StartRowId = (typeof startRowIds)[number]
export type Cache = 'cold' | 'warm'

/** One opening with where it belongs; kept in the raw results. */
export interface StartSample {
  row: StartRowId
  cache: Cache
  round: number
  load: number
  measure?: StartMeasure
  /** Why there is no measure. */
  failure?: string
}

const labels: Record<StartRowId, string> = {
  contenteditable: 'contenteditable',
  'tiptap-react': 'TipTap StarterKit + React, bare',
  prosemirror: 'ProseMirror, example setup',
  lexical: 'Lexical rich text + React',
  ckeditor: 'CKEditor 5 classic',
  quill: 'Quill 2',
  slate: 'Slate',
  midad: 'Midad, small library',
  'midad-large': 'Midad, large library',
}

interface Middle {
  typed: number
  typedP95: number
  editable: number
  least: number
  most: number
  cpu: number
  script: number
  layout: number
  style: number
  shift: number
}

function middleOf(samples: readonly StartSample[], row: StartRowId, cache: Cache): Middle | undefined {
  const measures = samples.flatMap((one) =>
    one.row === row && one.cache === cache && one.measure ? [one.measure] : [],
  )
  if (measures.length === 0) return undefined
  const typed = measures.map((measure) => measure.typed)
  return {
    typed: median(typed),
    typedP95: quantile(typed, 0.95),
    editable: median(measures.map(({ editable }) => editable)),
    least: Math.min(...typed),
    most: Math.max(...typed),
    cpu: median(measures.map(({ cpuMs }) => cpuMs)),
    script: median(measures.map(({ scriptMs }) => scriptMs)),
    layout: median(measures.map(({ layoutMs }) => layoutMs)),
    style: median(measures.map(({ styleMs }) => styleMs)),
    shift: Math.max(...measures.map(({ shift }) => shift)),
  }
}

const ms = (value: number): string => value.toFixed(0)
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** A table for cold and one for warm: medians of the rounds, and what they are of the bare TipTap's. */
export function startTables(samples: readonly StartSample[]): string {
  return (['cold', 'warm'] as const)
    .map((cache) => {
      const base = middleOf(samples, 'tiptap-react', cache)
      const lines = startRowIds.flatMap((row) => {
        const one = middleOf(samples, row, cache)
        if (!one) return []
        const times = base ? `${(one.typed / base.typed).toFixed(2)}x` : '–'
        const range = `${ms(one.least)}–${ms(one.most)}`
        const cells = [
          ms(one.typed),
          ms(one.typedP95),
          range,
          times,
          ms(one.editable),
          ms(one.cpu),
          base ? `${(one.cpu / base.cpu).toFixed(2)}x` : '–',
          ms(one.script),
          ms(one.layout),
          ms(one.style),
          one.shift.toFixed(3),
        ]
        return [[labels[row], ...cells]]
      })
      const head = [
        cache,
        'letter ms',
        'p95',
        'least–most',
        '÷ TipTap',
        'editable ms',
        'CPU ms',
        '÷ TipTap',
        'script',
        'layout',
        'style',
        'shift',
      ]
      return aligned([head, ...lines])
    })
    .join('\n\n')
}

/** What is asked for before a story can be edited, with the brotli size of it. */
export type StartSizes = Partial<Record<StartRowId, { named: ScriptSize; asked: ScriptSize }>>

export function sizeLines(sizes: StartSizes): string[] {
  return startRowIds.flatMap((row) => {
    const size = sizes[row]
    if (!size) return []
    const words = (what: ScriptSize): string =>
      `${kilobytes(what.brotli)} kB brotli in ${what.count} (${kilobytes(what.raw)} raw)`
    return [
      `${labels[row]}: named by the page ${words(size.named)}; asked for until editable ${words(size.asked)}`,
    ]
  })
}

/** performance.md §9, goal 13: 1.25 times the 171 kB of bare TipTap with React as it was measured there. */
const mostBytes = 214_000
const mostTimes = 1.1

/** A line for each part of goal 13. */
export function startGoals(samples: readonly StartSample[], sizes: StartSizes): string[] {
  const lines = (['cold', 'warm'] as const).flatMap((cache) =>
    (['midad', 'midad-large'] as const).map((row) => {
      const what = `13  ${labels[row]}, ${cache}: navigation to letter / bare TipTap + React at most ${mostTimes}`
      const [one, base] = [middleOf(samples, row, cache), middleOf(samples, 'tiptap-react', cache)]
      return verdict(what, one && base && one.typed / base.typed, mostTimes)
    }),
  )
  const first = sizes.midad?.asked.brotli
  const what = `13  scripts until editable, kB brotli, at most ${mostBytes / 1000}`
  return [...lines, verdict(what, first && first / 1000, mostBytes / 1000)]
}
