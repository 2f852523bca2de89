import { parentPort, workerData } from 'node:worker_threads'
import { Archive } from '../../core/search/archive.ts'
import { stemsOf } from '../../core/search/stems.ts'
import { readArticles, type ArticlePlace } from './read-articles.ts'

/** What the thread is started with. */
export interface IndexTask {
  articles: readonly ArticlePlace[]
}

/** What these articles are known by, piece by piece. */
async function made({ articles }: IndexTask): Promise<Uint8Array[]> {
  const archive = new Archive(stemsOf)
  await readArticles(articles, (article, stamp) => archive.put(article, stamp))
  archive.compact()
  return [...archive.kept()]
}

void made(workerData as IndexTask).then((pieces) =>
  // As they lie: in one piece they would be there twice. Two that share their room are refused, and the host reads the articles itself.
  parentPort?.postMessage(
    pieces,
    pieces.map(({ buffer }) => buffer as ArrayBuffer),
  ),
)
