import type { Result } from '../../core/api/errors.ts'
import type { Article } from '../../core/model/article.ts'
import { ArticleIndex } from '../../core/search/article-index.ts'
import { SectionReader, SectionWriter } from '../../core/search/index/sections.ts'
import { readQuery } from '../../core/search/query.ts'
import { stemsOf } from '../../core/search/stems.ts'
import { openDesk } from '../../electron/node/open-desk.ts'
import { createPageShelf } from '../../electron/node/page-shelf.ts'
import { putSqueezed, textOfUnits, unsqueezed } from '../../electron/node/search-bytes.ts'
import { version } from '../../electron/node/version.ts'

// THE place where the bench of libraries touches Midad: when its desk or its search change, this file follows.

/** Midad's desk over a library, asked as a window asks it: every call is validated by the contract. */
export interface BenchDesk {
  /** The first `limit` rows of the list; answers how many articles there are. */
  list(limit: number): Promise<number>
  article(id: string): Promise<Article>
  /** Saves this text over the stored one; answers its new revision. */
  save(article: Article): Promise<number>
  /** How many articles hold all words; the first twenty come with their excerpts. */
  search(query: string): Promise<number>
  close(): Promise<void>
}

/**
 * Opens it as the command line does, which looks at every file first, or as a window does: it has its list as it was last, and sweeps
 * when it is open. `keepIn` takes what the library cannot. @throws Error with the code of a refusal
 */
export async function openBenchDesk(
  library: string,
  keepIn: string,
  as: 'terminal' | 'web' = 'terminal',
): Promise<BenchDesk> {
  const opened = await openDesk({
    library,
    keepIn,
    version,
    create: false,
    requireWrite: true,
    tell: () => undefined,
    pages: createPageShelf(),
    host: { kind: as, choosesLibrary: 'fixed', revealsLibrary: false, savesFiles: false },
  })
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    const result = (await opened.dispatch(name, input)) as Result<T>
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
    return result.value
  }
  return {
    list: async (limit) => (await ask<{ total: number }>('article.list', { limit })).total,
    article: async (id) => (await ask<{ article: Article }>('article.open', { id, window: 'bench' })).article,
    save: async ({ id, language, status, fields, body, revision }) => {
      const draft = { id, language, status, fields, body, revision, window: 'bench' }
      return (await ask<{ revision: number }>('article.save', draft)).revision
    },
    search: async (query) => (await ask<{ total: number }>('article.search', { query, limit: 20 })).total,
    close: opened.close,
  }
}

/** Where Midad keeps what makes a second opening quick; without it the library is read from end to end. */
export const indexFileOf = (library: string): string => `${library}/desk/index.json`

/** Midad's search alone, without the desk around it. */
export interface MidadIndex {
  put(article: Article): void
  find(query: string): number
  /** What is kept of it on the disk. */
  kept(): Promise<Uint8Array>
}

/** As the desk fills, asks and keeps it. */
export function createMidadIndex(): MidadIndex {
  const index = new ArticleIndex(stemsOf)
  return {
    put: (article) => index.put(article),
    find: (query) => index.find(readQuery(query), { nowMs: Date.now(), limit: 20 }).total,
    async kept() {
      const writer = new SectionWriter()
      index.keep(writer)
      const squeezed: Uint8Array[] = []
      await putSqueezed(writer.pieces(), async (bytes) => void squeezed.push(Uint8Array.from(bytes)))
      return Buffer.concat(squeezed)
    },
  }
}

/** Reads into a new index what is kept of one. */
export async function restoreMidadIndex(kept: Uint8Array): Promise<void> {
  new ArticleIndex(stemsOf).restore(new SectionReader(await unsqueezed(kept), textOfUnits))
}
