import { dirname, join } from 'node:path'
import type { Notice } from '../../core/api/contract.ts'
import type { Article, ArticleId, ReadArticle } from '../../core/model/article.ts'
import { readArticleBytes } from './article-bytes.ts'
import { writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import type { KnownFiles } from './known-files.ts'
import { articleFileName, type LibraryPaths } from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { replaceDamaged } from './set-aside.ts'

export interface DamagedArticlesOptions {
  disk: Disk
  paths: LibraryPaths
  /** Milliseconds since 1970, for the names of what is kept. */
  now: () => number
  /** True while another program holds the library: then nothing is moved or written. */
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
  /** The best text of an article in this folder whose file is damaged; undefined where nothing of it is kept. */
  rebuild?: (id: ArticleId, folder: string) => Promise<{ article: Article; at: string } | undefined>
}

/** Lays the best text that is kept in the place of an article's damaged file; its callers see to it that nothing else works on that article. */
export class DamagedArticles {
  readonly #options: DamagedArticlesOptions
  readonly #known: KnownFiles

  constructor(options: DamagedArticlesOptions, known: KnownFiles) {
    this.#options = options
    this.#known = known
  }

  /** What a reader gets of a file that says nothing: what took its place, or why nothing did. Without its bytes it is left as it lies. Never throws. */
  async read(id: ArticleId, bytes: Uint8Array | undefined, reason: string): Promise<ReadArticle> {
    const { paths, isReadOnly } = this.#options
    if (bytes === undefined || isReadOnly()) return { kind: 'unreadable', reason }
    try {
      const rebuilt = await replaceDamaged(this.#damaged(id, { path: paths.article(id), bytes, reason }))
      this.#known.forget(id)
      if (!rebuilt) return { kind: 'unreadable', reason }
      const { article, hash, stamp } = rebuilt
      return this.#known.recognise({ kind: 'article', article }, { hash, stamp })
    } catch (error) {
      const why = writeFailure(error, 'it could not be set aside').message
      return { kind: 'unreadable', reason: `${reason}; ${why}` }
    }
  }

  /** Mends the file in this folder, of the library or of its trash, where it is damaged. @throws DeskError as replaceDamaged */
  async mend(id: ArticleId, folder: string): Promise<void> {
    const path = join(folder, articleFileName)
    const file = await readStrictly(this.#options.disk, path)
    const read = 'bytes' in file ? readArticleBytes(file) : undefined
    if (!('bytes' in file) || read?.kind !== 'unreadable' || !read.isDamaged) return
    await replaceDamaged(this.#damaged(id, { path, bytes: file.bytes, reason: read.reason }))
    this.#known.forget(id)
  }

  #damaged(id: ArticleId, file: { path: string; bytes: Uint8Array; reason: string }) {
    const { rebuild, ...options } = this.#options
    return { ...options, id, ...file, rebuild: rebuild && (() => rebuild(id, dirname(file.path))) }
  }
}
