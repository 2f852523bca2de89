import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createMidadIndex, openBenchDesk } from '../midad/desk.ts'
import type { SearchResult, searchJobs } from './job-results.ts'
import { articlePaths, readArticleAt, type LibraryPlace } from './library-files.ts'
import { fts5In, peerIn, postingsIn, reloaders, type Searcher } from './searchers.ts'
import { documentOf, makeQueries, type SearchDocument } from './words.ts'

const queries = 200
const warmUpQueries = 15
const updates = 50

type Job = (place: LibraryPlace) => Promise<SearchResult>

/** The jobs that search a library, by name. */
export const searchingJobs: Record<(typeof searchJobs)[number], Job> = {
  postings: (place) => measured(place, 'postings', postingsIn(place.scratch)),
  'midad-index': (place) => measured(place, 'midad-index', midadIndexOver(place)),
  'midad-search': (place) => measured(place, 'midad-search', midadDeskOver(place)),
  fts5: (place) => measured(place, 'fts5', fts5In(place.scratch)),
  minisearch: async (place) => measured(place, 'minisearch', await peerIn('miniSearch', place.scratch)),
  flexsearch: async (place) => measured(place, 'flexsearch', await peerIn('flexSearch', place.scratch)),
}

function midadIndexOver(place: LibraryPlace): Searcher {
  const index = createMidadIndex()
  const file = join(place.scratch, 'midad-index')
  // It takes articles, not documents, and folds them itself: they are read before, as the others' are.
  const articles = articlePaths(place).map(readArticleAt)
  return {
    build: () => articles.forEach((article) => index.put(article)),
    // A begun last word is told from a whole one by the space behind it.
    find: (query, isPrefix) => index.find(isPrefix ? query : `${query} `),
    update: ({ number }) => {
      const article = articles[number]
      if (article) index.put({ ...article, revision: article.revision + 1 })
      // What comes in is made ready when somebody asks: that belongs to it, the search itself does not. Nobody has this word.
      index.find('qq ')
    },
    async save() {
      const bytes = await index.kept()
      await writeFile(file, bytes, { flush: true })
      return bytes.length
    },
  }
}

/** The first search of the desk reads the whole library: that is its building. */
function midadDeskOver({ library, scratch }: LibraryPlace): Searcher {
  const opened = openBenchDesk(library, scratch)
  return {
    build: async () => void (await (await opened).search('يوم')),
    find: async (query) => (await opened).search(query),
    close: async () => (await opened).close(),
  }
}

async function measured(
  place: LibraryPlace,
  job: (typeof searchJobs)[number],
  searcher: Searcher,
): Promise<SearchResult> {
  const documents: SearchDocument[] =
    job !== 'midad-search'
      ? articlePaths(place).map((path, number) => documentOf(readArticleAt(path), number))
      : []
  const buildMs = await timed(() => searcher.build(documents))
  const residentMb = process.memoryUsage().rss / 2 ** 20

  const asked = makeQueries(queries, place.size)
  for (const { text, isPrefix } of asked.slice(0, warmUpQueries)) await searcher.find(text, isPrefix)
  const queryMs: number[] = []
  let empty = 0
  for (const { text, isPrefix } of asked) {
    const begin = performance.now()
    const answer = searcher.find(text, isPrefix)
    const found = typeof answer === 'number' ? answer : await answer
    queryMs.push(performance.now() - begin)
    if (found === 0) empty += 1
  }
  const { update, save, close } = searcher
  const updateMs: number[] = []
  if (update)
    for (const document of documents.slice(0, updates))
      updateMs.push(await timed(() => update({ ...document, text: `${document.text} تعديل` })))
  const bytes = await save?.()
  await close?.()
  const reloadMs = Object.hasOwn(reloaders, job) ? await reloadedMs(job, place.scratch) : undefined
  return { kind: 'search', buildMs, residentMb, bytes, reloadMs, updateMs, queryMs, empty }
}

/** As after a restart: in a process of its own, with nothing else in its memory. */
async function reloadedMs(job: string, scratch: string): Promise<number> {
  const program = join(import.meta.dirname, 'reload-job.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, job, scratch])
  return Number(stdout)
}

async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now()
  const done = work()
  // What answers at once is not asked to wait a turn.
  if (done instanceof Promise) await done
  return performance.now() - begin
}
