import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { evict } from './library/evict.ts'
import type { JobId, JobResult, LibrarySample } from './library/job-results.ts'
import { articleWords, libraryPlace, writeLibraryFiles, type LibraryPlace } from './library/library-files.ts'
import { libraryGoals, libraryTables } from './library/library-report.ts'
import {
  libraryHelp,
  libraryTurns,
  needsPeerPackages,
  readLibraryPlan,
  type LibraryPlan,
} from './library-options.ts'
import { median } from './measure/numbers.ts'
import { installPeers } from './peers/install.ts'
import { keepResults } from './report/keep-results.ts'
import { machineLines } from './report/machine.ts'

const program = join(import.meta.dirname, 'library/run-job.ts')
const run = promisify(execFile)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** Of a job: FlexSearch takes minutes for 50,000 articles. */
const limitMs = 15 * 60_000

/** `npm run bench -- library`; resolves with the exit code. */
export async function benchLibrary(args: readonly string[]): Promise<number> {
  const wished = readLibraryPlan(args)
  if (!wished) {
    say(libraryHelp)
    return 0
  }
  const plan = !wished.rows.some(needsPeerPackages) || (await installPeers()) ? wished : withoutPeers(wished)
  const about = machineLines()
  const samples: LibrarySample[] = []
  for (const size of plan.sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'midad-bench-'))
    try {
      const place = libraryPlace(folder, size)
      const begin = performance.now()
      writeLibraryFiles(place)
      say(`${size} articles written in ${((performance.now() - begin) / 1000).toFixed(1)} s`)
      if (!evict(place.metadata)) say('nothing is cold here: that needs Linux and python3')
      for (const { job, round } of libraryTurns(plan, size)) {
        const sample = { job, size, round, ...(await outcome(job, folder, place)) }
        samples.push(sample)
        say(progressLine(sample))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const file = await keepResults('library', { about, plan, samples })
  say(
    [
      '',
      `Medians of ${plan.rounds} rounds over libraries of articles of about ${articleWords} words, each job in a process of its own.`,
      'Searching: 200 queries a round; the hits of FTS5 are twenty and ranked, of MiniSearch all and ranked, of FlexSearch a thousand at most and unranked.',
      '',
      libraryTables(samples),
      '',
      "goals (performance.md §9; of Midad's search the index alone, as it stands today):",
      ...libraryGoals(samples),
      'The part of goal 11 about the typing thread is not measured here: a save is made in another process than the page.',
      '',
      ...about,
      `load at the end ${loadavg()[0]?.toFixed(1)}; raw figures: ${file}`,
    ].join('\n'),
  )
  return samples.some(({ failure }) => failure) ? 1 : 0
}

const withoutPeers = (plan: LibraryPlan): LibraryPlan => ({
  ...plan,
  rows: plan.rows.filter((job) => !needsPeerPackages(job)),
})

async function outcome(
  job: JobId,
  folder: string,
  { size, scratch }: LibraryPlace,
): Promise<Pick<LibrarySample, 'load' | 'result' | 'failure'>> {
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch)
  const load = loadavg()[0] ?? 0
  try {
    const words = ['--max-old-space-size=8192', '--disable-warning=ExperimentalWarning', program]
    const limits = { timeout: limitMs, maxBuffer: 2 ** 28 }
    const { stdout } = await run(process.execPath, [...words, job, folder, String(size)], limits)
    return { load, result: JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as JobResult }
  } catch (thrown) {
    return { load, failure: lastWords(thrown) }
  }
}

/** What a process that failed has said: the line of its error. */
function lastWords(thrown: unknown): string {
  const said = thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''
  return said.split('\n').find((line) => /Error/.test(line)) ?? String(thrown).slice(0, 300)
}

function progressLine({ job, size, round, load, result, failure }: LibrarySample): string {
  const head = `${size} articles, round ${round + 1}, ${job}`
  if (!result) return `${head}: FAILED: ${failure}`
  const ending = `(load ${load.toFixed(1)})`
  switch (result.kind) {
    case 'open':
      return `${head}: cold ${result.coldMs?.toFixed(0) ?? '–'}, warm ${result.warmMs.toFixed(0)} ms ${ending}`
    case 'save':
      return `${head}: ${median(result.totalMs).toFixed(2)} ms ${ending}`
    case 'search':
      return `${head}: built in ${(result.buildMs / 1000).toFixed(1)} s, a query ${median(result.queryMs).toFixed(2)} ms ${ending}`
    case 'host':
      return `${head}: first reading ${(result.readMs / 1000).toFixed(1)} s, ${result.readMb.toFixed(0)} MB ${ending}`
  }
}
