import { parentPort, workerData } from 'node:worker_threads'
import { Archive } from '../../core/search/archive.ts'
import { stemsOf } from '../../core/search/stems.ts'
import { readArticles, type ArticlePlace } from './read-articles.ts'

/** What the thread is started with. */
export interface IndexTask {
  articles: readonly ArticlePlace[]
}

/** What these articles are known by. */
async function made({ articles }: IndexTask): Promise<Uint8Array<ArrayBuffer>> {
  const archive = new Archive(stemsOf)
  await readArticles(articles, (article, stamp) => archive.put(article, stamp))
  archive.compact()
  return inOnePiece([...archive.kept()])
}

function inOnePiece(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

void made(workerData as IndexTask).then((bytes) => parentPort?.postMessage(bytes, [bytes.buffer]))
