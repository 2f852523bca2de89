import { jobIds, type JobId } from './library/job-results.ts'
import { countsOf, rowsOf, wordsOf } from './read-options.ts'

/** What one run over libraries measures. */
export interface LibraryPlan {
  /** Articles of each library. */
  sizes: number[]
  rounds: number
  rows: readonly JobId[]
  /** True where they were asked for by name: then at every size. */
  isNamed: boolean
}

/** Beyond so many articles lowdb's file of all of them passes the longest string that V8 knows (2^29 letters). */
const mostArticlesInOneFile = 20_000

export const libraryHelp = `npm run bench -- library [options]: opening, saving and searching libraries

  --sizes LIST  articles of each library, of about 400 words (10000,50000)
  --rounds N    how often each job is run, each time in a process of its own (3)
  --rows LIST   of ${jobIds.join(',')}
                (all; lowdb-all only up to ${mostArticlesInOneFile} articles unless it is named)
  --quick       300 articles, 1 round: a first look, no result
`

/** Reads the words after `library`. @throws TypeError for what they may not be; undefined when help is wished */
export function readLibraryPlan(args: readonly string[]): LibraryPlan | undefined {
  const values = wordsOf(args, ['sizes', 'rounds', 'rows'])
  if (values.help) return undefined
  const [rounds = 0] = countsOf('rounds', values.rounds ?? (values.quick ? '1' : '3'))
  return {
    sizes: countsOf('sizes', values.sizes ?? (values.quick ? '300' : '10000,50000')),
    rounds,
    rows: rowsOf(values.rows, jobIds),
    isNamed: values.rows !== undefined,
  }
}

/** A job that is to be run. */
export interface LibraryTurn {
  job: JobId
  round: number
}

/** All jobs over a library of this size, there and back: what tires the machine does so for everyone. */
export function libraryTurns({ rounds, rows, isNamed }: LibraryPlan, size: number): LibraryTurn[] {
  const here = rows.filter((job) => job !== 'lowdb-all' || isNamed || size <= mostArticlesInOneFile)
  return Array.from({ length: rounds }, (_, round) =>
    (round % 2 === 0 ? here : here.toReversed()).map((job) => ({ job, round })),
  ).flat()
}

/** Those that need what bench/peers installs. */
export const needsPeerPackages = (job: JobId): boolean => job === 'minisearch' || job === 'flexsearch'
