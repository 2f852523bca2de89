import type { ArticleId, ArticleRow } from '../model/article.ts'
import { searchablePieces } from '../search/article-text.ts'
import type { ArticleStore } from './ports.ts'
import { rowOf } from './rows.ts'

/** What a hit is shown with. */
export interface HitText {
  row: ArticleRow
  /** The texts of the article, in the order in which an excerpt is looked for. */
  pieces: readonly string[]
}

/** As many articles as several searches show, some megabytes at most. */
const mostKept = 400

/**
 * The texts of the articles that were found last: while somebody types, each letter finds mostly those that the one before found,
 * and a file is read and checked once.
 */
export class RecentTexts {
  readonly #articles: Pick<ArticleStore, 'get'>
  /** Those used last stand at the end. */
  readonly #kept = new Map<ArticleId, Promise<HitText | undefined>>()

  constructor(articles: Pick<ArticleStore, 'get'>) {
    this.#articles = articles
  }

  /** Undefined for an article that is not there or cannot be read. @throws DeskError 'library-missing' */
  get(id: ArticleId): Promise<HitText | undefined> {
    const text = this.#kept.get(id) ?? this.#read(id)
    this.#kept.delete(id)
    this.#kept.set(id, text)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break
      this.#kept.delete(oldest)
    }
    return text
  }

  /** The article has changed. */
  forget(id: ArticleId): void {
    this.#kept.delete(id)
  }

  async #read(id: ArticleId): Promise<HitText | undefined> {
    try {
      const read = await this.#articles.get(id)
      if (read && read.kind !== 'unreadable')
        return { row: rowOf(read.article), pieces: searchablePieces(read.article) }
    } catch (error) {
      this.forget(id)
      throw error
    }
    this.forget(id)
    return undefined
  }
}
