import { availableParallelism } from 'node:os'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { ArticlePlace } from './read-articles.ts'
import type { RowTask } from './row-worker.ts'
import { rowsOfColumns, type RowColumns, type StampedRows } from './stamped-row.ts'

// Beside this file, in the source as in the build.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './row-worker.ts' : './row-worker.js',
  import.meta.url,
)

/** Nothing that is read is kept: V8 takes as much as it may before it looks for what is garbage. */
const room: ResourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 24 }
/** More make a small computer no quicker, and each takes its memory. */
const mostThreads = 2

/** Tells the rows of these articles with the stamps of their files, in no order; one that could not be read is not among them. Never throws. */
export type ReadRows = (articles: readonly ArticlePlace[], take: (rows: StampedRows) => void) => Promise<void>

/** Reads them on threads of their own: for a whole library that is hundreds of megabytes of garbage, which go with them. */
export const readRows: ReadRows = (articles, take) => readRowsWithin(articles, take, room)

export async function readRowsWithin(
  articles: readonly ArticlePlace[],
  take: (rows: StampedRows) => void,
  resourceLimits: ResourceLimits,
): Promise<void> {
  const threads = Math.min(mostThreads, availableParallelism())
  const size = Math.ceil(articles.length / threads)
  const readers = Array.from({ length: threads }, (_, at) => {
    const workerData: RowTask = { articles: articles.slice(at * size, (at + 1) * size) }
    const worker = new Worker(workerFile, { workerData, resourceLimits })
    worker.on('message', (columns: RowColumns) => take(rowsOfColumns(columns)))
    // Out of memory, or a file that nobody foresaw: the host reads what is missing one by one.
    worker.on('error', () => undefined)
    return new Promise<void>((resolve) => void worker.on('exit', () => resolve()))
  })
  await Promise.all(readers)
}
