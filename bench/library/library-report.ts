import { median, quantile } from '../measure/numbers.ts'
import { aligned } from '../report/aligned.ts'
import { verdict } from '../report/verdict.ts'
import {
  hostJobs,
  jobLabels,
  openJobs,
  saveJobs,
  searchJobs,
  type JobId,
  type JobResult,
  type LibrarySample,
  type OpenResult,
  type SaveResult,
  type SearchResult,
} from './job-results.ts'

type ResultOf<Kind extends JobResult['kind']> = Extract<JobResult, { kind: Kind }>
/** The results of one job at one size, a round each. */
type Rounds<Kind extends JobResult['kind']> = readonly ResultOf<Kind>[]

function roundsOf<Kind extends JobResult['kind']>(
  samples: readonly LibrarySample[],
  { job, size, kind }: { job: JobId; size: number; kind: Kind },
): Rounds<Kind> {
  return samples.flatMap((one) =>
    one.job === job && one.size === size && one.result?.kind === kind ? [one.result as ResultOf<Kind>] : [],
  )
}

const ms = (value: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
const megabytes = (bytes: number): string => (Number.isNaN(bytes) ? '–' : (bytes / 1e6).toFixed(1))
const times = (value: number, base: number): string =>
  Number.isNaN(value / base) ? '–' : `${(value / base).toFixed(2)}x`
const range = (values: readonly number[]): string =>
  values.length === 0 ? '–' : `${ms(Math.min(...values))}–${ms(Math.max(...values))}`
const known = (values: readonly (number | undefined)[]): number[] =>
  values.filter((value) => value !== undefined)

const cold = (rounds: readonly OpenResult[]): number[] => known(rounds.map(({ coldMs }) => coldMs))
const warm = (rounds: readonly OpenResult[]): number[] => rounds.map(({ warmMs }) => warmMs)
const totals = (rounds: readonly SaveResult[]): number[] => rounds.flatMap(({ totalMs }) => totalMs)
const asked = (rounds: readonly SearchResult[]): number[] => rounds.flatMap(({ queryMs }) => queryMs)
const reloads = (rounds: readonly SearchResult[]): number =>
  median(known(rounds.map(({ reloadMs }) => reloadMs)))
const disk = (rounds: readonly SearchResult[]): number => median(known(rounds.map(({ bytes }) => bytes)))
const changes = (rounds: readonly SearchResult[]): number[] => rounds.flatMap(({ updateMs }) => updateMs)

/** Four tables for each size: opening, saving, searching, the host as it runs. */
export function libraryTables(samples: readonly LibrarySample[]): string {
  const sizes = [...new Set(samples.map(({ size }) => size))]
  return sizes
    .flatMap((size) => [
      openTable(samples, size),
      saveTable(samples, size),
      searchTable(samples, size),
      hostTable(samples, size),
    ])
    .filter(Boolean)
    .join('\n\n')
}

function table<Kind extends JobResult['kind']>(
  title: string,
  head: readonly string[],
  lines: readonly { job: JobId; rounds: Rounds<Kind>; cells: () => string[] }[],
): string {
  const there = lines.filter(({ rounds }) => rounds.length > 0)
  if (there.length === 0) return ''
  return `${title}\n${aligned([['', ...head], ...there.map(({ job, cells }) => [jobLabels[job], ...cells()])])}`
}

const countOf = (size: number): string => `${size.toLocaleString('en')} articles`

const beside = ['least–most', '÷ one JSON', '÷ scan']

function openTable(samples: readonly LibrarySample[], size: number): string {
  const of = (job: JobId): Rounds<'open'> => roundsOf(samples, { job, size, kind: 'open' })
  const one = of('metadata')
  const all = of('scan')
  return table(
    `opening, ${countOf(size)}`,
    ['cold ms', ...beside, 'warm ms', ...beside, 'CPU ms'],
    openJobs.map((job) => {
      const rounds = of(job)
      const half = (pick: (rounds: Rounds<'open'>) => number[]): string[] => {
        const middle = median(pick(rounds))
        return [
          ms(middle),
          range(pick(rounds)),
          times(middle, median(pick(one))),
          times(middle, median(pick(all))),
        ]
      }
      const cells = (): string[] => [
        ...half(cold),
        ...half(warm),
        ms(median(rounds.map(({ cpuMs }) => cpuMs))),
      ]
      return { job, rounds, cells }
    }),
  )
}

function saveTable(samples: readonly LibrarySample[], size: number): string {
  const of = (job: JobId): Rounds<'save'> => roundsOf(samples, { job, size, kind: 'save' })
  const base = quantile(totals(of('file')), 0.95)
  return table(
    `saving one article, ${countOf(size)}`,
    ['median ms', 'p95', 'least–most', 'p95 ÷ one file', 'busy ms', 'p95', 'file MB'],
    saveJobs.map((job) => {
      const rounds = of(job)
      const busy = rounds.flatMap(({ busyMs }) => busyMs)
      const cells = (): string[] => [
        ms(median(totals(rounds))),
        ms(quantile(totals(rounds), 0.95)),
        range(totals(rounds)),
        times(quantile(totals(rounds), 0.95), base),
        ms(median(busy)),
        ms(quantile(busy, 0.95)),
        (median(rounds.map(({ bytes }) => bytes)) / 1e6).toFixed(2),
      ]
      return { job, rounds, cells }
    }),
  )
}

function searchTable(samples: readonly LibrarySample[], size: number): string {
  const of = (job: JobId): Rounds<'search'> => roundsOf(samples, { job, size, kind: 'search' })
  const base = median(asked(of('postings')))
  return table(
    `searching, ${countOf(size)}`,
    [
      'query ms',
      'p95',
      'least–most',
      '÷ limit',
      'empty',
      'build s',
      'disk MB',
      'reload ms',
      'update ms',
      'RSS MB',
    ],
    searchJobs.map((job) => {
      const rounds = of(job)
      const cells = (): string[] => [
        ms(median(asked(rounds))),
        ms(quantile(asked(rounds), 0.95)),
        range(asked(rounds)),
        times(median(asked(rounds)), base),
        String(median(rounds.map(({ empty }) => empty))),
        (median(rounds.map(({ buildMs }) => buildMs)) / 1000).toFixed(2),
        megabytes(disk(rounds)),
        ms(reloads(rounds)),
        ms(median(changes(rounds))),
        median(rounds.map(({ residentMb }) => residentMb)).toFixed(0),
      ]
      return { job, rounds, cells }
    }),
  )
}

function hostTable(samples: readonly LibrarySample[], size: number): string {
  return table(
    `the host, ${countOf(size)}`,
    ['first reading s', 'MB at the most', 'after a restart s', 'MB at the most'],
    hostJobs.map((job) => {
      const rounds = roundsOf(samples, { job, size, kind: 'host' })
      const cells = (): string[] => [
        (median(rounds.map(({ readMs }) => readMs)) / 1000).toFixed(1),
        mostOf(rounds, 'readMb').toFixed(0),
        (median(rounds.map(({ againMs }) => againMs)) / 1000).toFixed(2),
        mostOf(rounds, 'againMb').toFixed(0),
      ]
      return { job, rounds, cells }
    }),
  )
}

/** Of memory not the median: the round that took the most is the one that a small laptop meets. */
const mostOf = (rounds: Rounds<'host'>, figure: 'readMb' | 'againMb'): number =>
  rounds.length === 0 ? Number.NaN : Math.max(...rounds.map((round) => round[figure]))

/** A line for each part of the goals 8 to 11 of performance.md §9 at each measured size. */
export function libraryGoals(samples: readonly LibrarySample[]): string[] {
  const sizes = [...new Set(samples.map(({ size }) => size))]
  return sizes.flatMap((size) => {
    const search = (job: JobId): Rounds<'search'> => roundsOf(samples, { job, size, kind: 'search' })
    const save = (job: JobId): number =>
      quantile(totals(roundsOf(samples, { job, size, kind: 'save' })), 0.95)
    const open = (job: JobId, pick: (rounds: Rounds<'open'>) => number[]): number =>
      median(pick(roundsOf(samples, { job, size, kind: 'open' })))
    const p50 = (job: JobId): number => median(asked(search(job)))
    const p95 = (job: JobId): number => quantile(asked(search(job)), 0.95)
    const goal = (number: number, what: string, figure: number, limit: number): string =>
      verdict(`${number}  ${countOf(size)}: ${what} at most ${limit}`, figure, limit)
    const openings = (['cold', 'warm'] as const).flatMap((cache) => {
      const pick = cache === 'cold' ? cold : warm
      const midad = open('midad-open', pick)
      return [
        goal(10, `opening, ${cache} / one metadata JSON`, midad / open('metadata', pick), 1.2),
        goal(10, `opening, ${cache} / a full scan`, midad / open('scan', pick), 0.05),
      ]
    })
    const index = search('midad-index')
    const host = roundsOf(samples, { job: 'midad-host', size, kind: 'host' })
    const again = median(host.map(({ againMs }) => againMs)) / 1000
    return [
      ...(size >= 50_000
        ? [
            verdict(
              `issue 6  ${countOf(size)}: MB of the host, ever, at most 400`,
              Math.max(mostOf(host, 'readMb'), mostOf(host, 'againMb')),
              400,
            ),
            verdict(
              `issue 6  ${countOf(size)}: s to the first answer after a restart at most 0.5`,
              again,
              0.5,
            ),
          ]
        : []),
      goal(8, 'a query / hand postings', p50('midad-index') / p50('postings'), 1.5),
      goal(8, 'a query / FTS5', p50('midad-index') / p50('fts5'), 1),
      goal(8, 'p95 of a query / MiniSearch', p95('midad-index') / p95('minisearch'), 0.25),
      ...(size >= 50_000
        ? [goal(8, 'a query / MiniSearch', p50('midad-index') / p50('minisearch'), 0.1)]
        : []),
      goal(9, 'bytes on the disk / MiniSearch', disk(index) / disk(search('minisearch')), 0.3),
      goal(9, 'reading the index / MiniSearch', reloads(index) / reloads(search('minisearch')), 0.1),
      goal(9, 'one update / FTS5', median(changes(index)) / median(changes(search('fts5'))), 1),
      ...openings,
      goal(11, 'p95 of a save / write + fsync + rename', save('midad-save') / save('file'), 1.5),
      goal(
        11,
        'p95 of a save / lowdb with the metadata in one file',
        save('midad-save') / save('lowdb-rows'),
        0.1,
      ),
    ]
  })
}
