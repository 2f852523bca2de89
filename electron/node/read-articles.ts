import type { Article } from '../../core/model/article.ts'
import { readArticleBytes } from './article-bytes.ts'
import { nodeDisk } from './disk.ts'
import { parseStrictly, readWhole } from './read-strictly.ts'
import type { Stamp } from './write-whole.ts'

/** Where an article's file lies. */
export interface ArticlePlace {
  id: string
  path: string
}

const readsAtOnce = 8

/**
 * Reads these articles as they lie on the disk, for a thread that knows nothing else of the library. One that cannot be read is left out: the
 * host sees to it.
 */
export async function readArticles(
  articles: readonly ArticlePlace[],
  take: (article: Article, stamp: Stamp | undefined) => void,
): Promise<void> {
  const next = articles[Symbol.iterator]()
  const readers = Array.from({ length: readsAtOnce }, async () => {
    for (const { id, path } of next) {
      const file = await readWhole(nodeDisk, path)
      if (file.kind !== 'bytes') continue
      const read = readArticleBytes(parseStrictly(file.bytes))
      if (read.kind !== 'unreadable' && read.article.id === id) take(read.article, file.stamp)
    }
  })
  await Promise.all(readers)
}
