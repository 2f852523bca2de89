import { parentPort, workerData } from 'node:worker_threads'
import { rowOf } from '../../core/desk/rows.ts'
import { readArticles, type ArticlePlace } from './read-articles.ts'
import { columnsOf, type StampedRows } from './stamped-row.ts'

/** What the thread is started with. */
export interface RowTask {
  articles: readonly ArticlePlace[]
}

/** As many are told of at once: what is the same in several of them is told once. */
const rowsAtOnce = 2000

async function tellRows({ articles }: RowTask): Promise<void> {
  let held = noRows()
  const tell = (): void => {
    parentPort?.postMessage(columnsOf(held))
    held = noRows()
  }
  await readArticles(articles, (article, stamp) => {
    if (!stamp) return
    held.rows.push(rowOf(article))
    held.sizes.push(stamp.size)
    held.times.push(stamp.mtimeMs)
    if (held.rows.length >= rowsAtOnce) tell()
  })
  tell()
}

const noRows = (): StampedRows => ({ rows: [], sizes: [], times: [] })

void tellRows(workerData as RowTask)
