import { parentPort, workerData } from 'node:worker_threads'
import { Archive } from '../../core/search/archive.ts'
import { stemsOf } from '../../core/search/stems.ts'
import { readArticleBytes } from './article-bytes.ts'
import { nodeDisk } from './disk.ts'
import { parseStrictly, readWhole } from './read-strictly.ts'

/** What the thread is started with: which articles there are, and where their files lie. */
export interface IndexTask {
  articles: readonly { id: string; path: string }[]
}

const readsAtOnce = 8

/** What these articles are known by. One that cannot be read is left out: the host sees to it. */
async function made({ articles }: IndexTask): Promise<Uint8Array<ArrayBuffer>> {
  const archive = new Archive(stemsOf)
  const next = articles[Symbol.iterator]()
  const readers = Array.from({ length: readsAtOnce }, async () => {
    for (const { id, path } of next) {
      const file = await readWhole(nodeDisk, path)
      if (file.kind !== 'bytes') continue
      const read = readArticleBytes(parseStrictly(file.bytes))
      if (read.kind !== 'unreadable' && read.article.id === id) archive.put(read.article, file.stamp)
    }
  })
  await Promise.all(readers)
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
