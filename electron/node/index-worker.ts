import { parentPort, workerData } from 'node:worker_threads'
import { Archive } from '../../core/search/archive.ts'
import { stemsOf } from '../../core/search/stems.ts'
import { readArticleBytes } from './article-bytes.ts'
import { nodeDisk } from './disk.ts'
import { parseStrictly, readWhole } from './read-strictly.ts'
import { putSqueezed } from './search-bytes.ts'

/** What the thread is started with: which articles there are, and where their files lie. */
export interface IndexTask {
  articles: readonly { id: string; path: string }[]
}

const readsAtOnce = 8

/** What these articles are known by, squeezed. One that cannot be read is left out: the host sees to it. */
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
  const squeezed: Uint8Array[] = []
  await putSqueezed(archive.kept(), async (bytes) => void squeezed.push(bytes))
  return new Uint8Array(Buffer.concat(squeezed))
}

void made(workerData as IndexTask).then((bytes) => parentPort?.postMessage(bytes, [bytes.buffer]))
