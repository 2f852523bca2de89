import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { JobId, JobResult, LibrarySample } from '../../bench/library/job-results.ts'
import { jobIds } from '../../bench/library/job-results.ts'
import {
  articlePaths,
  libraryPlace,
  readArticleAt,
  writeLibraryFiles,
  type LibraryPlace,
} from '../../bench/library/library-files.ts'
import { libraryGoals, libraryTables } from '../../bench/library/library-report.ts'
import { openingJobs } from '../../bench/library/open-jobs.ts'
import { Postings } from '../../bench/library/postings.ts'
import { savingJobs } from '../../bench/library/save-jobs.ts'
import { searchingJobs } from '../../bench/library/search-jobs.ts'
import { documentOf, makeQueries, wordsIn } from '../../bench/library/words.ts'
import { libraryTurns, readLibraryPlan } from '../../bench/library-options.ts'
import { makeArticle } from '../../bench/corpus/article.ts'

const size = 30
const folders: string[] = []
function newLibrary(): LibraryPlace {
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-test-'))
  folders.push(folder)
  const place = libraryPlace(folder, size)
  writeLibraryFiles(place)
  mkdirSync(place.scratch)
  return place
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
/** Nothing in it is changed by a test. */
const place = newLibrary()

const documents = Array.from({ length: size }, (_, number) => documentOf(makeArticle(number, 400), number))
const wordsOf = documents.map(
  ({ headline, byline, text }) => new Set(wordsIn(`${headline} ${byline} ${text}`)),
)
/** What holds every word, by looking at all of them. */
function holding(query: string, isPrefix: boolean): number[] {
  const words = wordsIn(query)
  const holds = (all: ReadonlySet<string>): boolean =>
    words.every((word, at) =>
      isPrefix && at === words.length - 1 ? [...all].some((one) => one.startsWith(word)) : all.has(word),
    )
  return documents.flatMap(({ number }) => (holds(wordsOf[number] ?? new Set()) ? [number] : []))
}
function postingsOf(): Postings {
  const postings = new Postings()
  for (const document of documents) postings.add(document)
  postings.freeze()
  return postings
}

test('a library of the bench holds articles of other texts, and one row for each', () => {
  const paths = articlePaths(place)
  expect(paths).toHaveLength(size)
  expect(new Set(paths.map((path) => readFileSync(path, 'utf8'))).size).toBe(size)
  expect(readArticleAt(paths[3] ?? '')).toEqual(makeArticle(3, 400))
  const { rows } = JSON.parse(readFileSync(place.metadata, 'utf8')) as { rows: { id: string }[] }
  expect(rows.map(({ id }) => id)).toEqual(readdirSync(join(place.library, 'articles')).toSorted())
})

test('queries are the same for the same seed, of one to three words, a third of them begun, each with an answer', () => {
  const queries = makeQueries(60, size)
  expect(makeQueries(60, size)).toEqual(queries)
  expect(queries.filter(({ isPrefix }) => isPrefix)).toHaveLength(20)
  for (const { text, isPrefix } of queries) {
    expect(text.split(' ').length).toBeLessThanOrEqual(3)
    expect(holding(text, isPrefix)).not.toEqual([])
  }
})

test('the postings answer what looking through everything does, before and after the disk', () => {
  const postings = postingsOf()
  const read = Postings.fromBytes(postings.toBytes())
  for (const { text, isPrefix } of makeQueries(60, size)) {
    const wanted = holding(text, isPrefix)
    const answer = postings.find(text, isPrefix)
    expect(answer.total).toBe(wanted.length)
    expect(answer.best).toHaveLength(Math.min(20, wanted.length))
    for (const number of answer.best) expect(wanted).toContain(number)
    expect(read.find(text, isPrefix)).toEqual(answer)
  }
  expect(postings.find('كلمةلاتوجد', false)).toEqual({ total: 0, best: [] })
})

test.each(['midad-open', 'midad-first', 'metadata', 'stat', 'scan'] as const)(
  '%s opens the whole library',
  async (job) => {
    const { warmMs } = await openingJobs[job](place)
    expect(warmMs).toBeGreaterThan(0)
  },
)

test('an opening that does not find every article is no figure', async () => {
  await expect(openingJobs['midad-open']({ ...place, size: size + 1 })).rejects.toThrow(
    `${size} of ${size + 1}`,
  )
  await expect(openingJobs.metadata({ ...place, size: size + 1 })).rejects.toThrow('articles were found')
})

test('Midad saves as often as the bare file is written, and the texts are in its library', async () => {
  const written = newLibrary()
  const midad = await savingJobs['midad-save'](written)
  const file = await savingJobs.file(written)
  expect(midad.totalMs).toHaveLength(file.totalMs.length)
  expect(midad.busyMs).toHaveLength(midad.totalMs.length)
  const [first] = articlePaths(written).map(readArticleAt)
  expect(first?.revision).toBe(midad.totalMs.length / 20)
  expect(first?.fields.subheadline).toBe('تعديل 80')
})

test.each(['postings', 'midad-index', 'midad-search', 'fts5'] as const)(
  '%s has an answer to every query',
  async (job) => {
    const { empty, queryMs } = await searchingJobs[job](place)
    expect(queryMs).toHaveLength(200)
    expect(empty).toBe(0)
  },
)

function sample(
  job: JobId,
  result: Partial<JobResult> & { kind: JobResult['kind'] },
  size = 50_000,
): LibrarySample {
  const whole = {
    open: { coldMs: 1, warmMs: 1, cpuMs: 1 },
    save: { totalMs: [1], busyMs: [1], bytes: 1 },
    search: {
      buildMs: 1,
      residentMb: 1,
      bytes: undefined,
      reloadMs: undefined,
      updateMs: [],
      queryMs: [1],
      empty: 0,
    },
    host: { readMs: 20_000, readMb: 380, againMs: 300, againMb: 270 },
  }[result.kind]
  return { job, size, round: 0, load: 0, result: { ...whole, ...result } as JobResult }
}

test('the goals of libraries are held against the rows that they name', () => {
  const lines = libraryGoals([
    sample('midad-open', { kind: 'open', coldMs: 240, warmMs: 260 }),
    sample('metadata', { kind: 'open', coldMs: 200, warmMs: 200 }),
    sample('scan', { kind: 'open', coldMs: 9000, warmMs: 4000 }),
    sample('midad-save', { kind: 'save', totalMs: [1, 3] }),
    sample('file', { kind: 'save', totalMs: [2] }),
    sample('midad-index', { kind: 'search', queryMs: [100] }),
    sample('minisearch', { kind: 'search', queryMs: [76] }),
    sample('midad-host', { kind: 'host' }),
    sample('midad-host', { kind: 'host', readMb: 401, againMs: 800 }),
    sample('midad-host', { kind: 'host', againMs: 400 }),
  ])
  const said = (what: string): string | undefined => lines.find((line) => line.includes(what))
  expect(said('cold / one metadata JSON')).toMatch(/: 1\.200 reached$/)
  expect(said('warm / one metadata JSON')).toMatch(/: 1\.300 NOT REACHED$/)
  expect(said('cold / a full scan')).toMatch(/: 0\.027 reached$/)
  expect(said('warm / a full scan')).toMatch(/: 0\.065 NOT REACHED$/)
  expect(said('write + fsync + rename')).toMatch(/: 1\.500 reached$/)
  expect(said('50,000 articles: a query / MiniSearch')).toMatch(/: 1\.316 NOT REACHED$/)
  // Of memory the worst round counts, of time the median.
  expect(said('MB of the host')).toMatch(/: 401\.000 NOT REACHED$/)
  expect(said('after a restart')).toMatch(/: 0\.400 reached$/)
  expect(said('a query / FTS5')).toMatch(/not measured/)
  expect(said('bytes on the disk')).toMatch(/not measured/)
})

test('only measured rows have a line in the tables', () => {
  const text = libraryTables([
    sample('scan', { kind: 'open', coldMs: undefined }),
    sample('fts5', { kind: 'search' }),
  ])
  expect(text).toContain('read and parse every file')
  expect(text).toContain('SQLite FTS5')
  expect(text).not.toContain('saving')
  expect(text).not.toContain('MiniSearch')
})

test('the options of libraries, and lowdb with all articles only where its file can be written', () => {
  const usual = readLibraryPlan([])
  if (!usual) throw new Error('this asks for help')
  expect(usual).toMatchObject({ sizes: [10_000, 50_000], rounds: 3, rows: jobIds })
  const jobsAt = (plan: typeof usual, articles: number): JobId[] =>
    libraryTurns({ ...plan, rounds: 1 }, articles).map(({ job }) => job)
  expect(jobsAt(usual, 10_000)).toEqual([...jobIds])
  expect(jobsAt(usual, 50_000)).not.toContain('lowdb-all')
  const [there, back] = [0, 1].map((round) =>
    libraryTurns({ ...usual, rounds: 2 }, 10_000).filter((turn) => turn.round === round),
  )
  expect(back?.map(({ job }) => job)).toEqual(there?.map(({ job }) => job).toReversed())
  expect(readLibraryPlan(['--help'])).toBeUndefined()
  expect(() => readLibraryPlan(['--rows', 'orama'])).toThrow('there is no row orama')
})
