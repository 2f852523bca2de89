import { DeskError } from '../api/errors.ts'
import type { Article, ArticleId } from '../model/article.ts'
import { Archive } from '../search/archive.ts'
import type { ArticleIndex } from '../search/article-index.ts'
import { stemsOf } from '../search/stems.ts'
import type { UsedValues } from '../search/used-values.ts'
import type { FileStamp, Ports } from './ports.ts'
import { RecentTexts } from './recent-texts.ts'

const readsAtOnce = 16
/** After so many articles have been read or changed what is known of them is kept. */
const leastToKeep = 200
/** So many are read by a thread of their own: fewer are there before it has started. */
const leastToMake = 2000

/**
 * What the words and names of all articles are known by. Nothing is read before somebody asks; then what was kept is taken over,
 * and those articles are read whose files are not the ones that it was made of.
 */
export class Searchable {
  readonly #ports: Pick<Ports, 'articles' | 'rows' | 'search' | 'library'>
  #archive = new Archive(stemsOf)
  readonly texts: RecentTexts
  #filling: Promise<void> | undefined
  /** What came while the kept index was read: it is newer. */
  #told: Article[] | undefined
  #isRestored = false
  #isStopped = false
  readonly #gone = new Set<ArticleId>()
  #changed = 0
  #keeping: Promise<void> = Promise.resolve()

  constructor(ports: Pick<Ports, 'articles' | 'rows' | 'search' | 'library'>) {
    this.#ports = ports
    this.texts = new RecentTexts(ports.articles)
  }

  get index(): ArticleIndex {
    return this.#archive.index
  }
  get used(): UsedValues {
    return this.#archive.used
  }

  /** Resolves when every article can be found by its words and its names are known. @throws DeskError 'library-missing' | 'unreachable' (stopped) */
  ready(): Promise<void> {
    this.#filling ??= this.#fill().catch((error: unknown) => {
      // The next search tries again.
      this.#filling = undefined
      throw error
    })
    return this.#filling
  }

  /** An article as its file has it now. Before anybody has searched there is nothing to do. */
  learn(article: Article): void {
    this.#gone.delete(article.id)
    this.texts.forget(article.id)
    if (!this.#filling) return
    if (this.#told) this.#told.push(article)
    else this.#take(article)
  }

  forget(id: ArticleId): void {
    this.#gone.add(id)
    this.texts.forget(id)
    this.#archive.remove(id)
    this.#changed += 1
  }

  /** Keeps what is known where at least so many articles were read or changed since it was kept last. Never throws. */
  keep(least = leastToKeep): Promise<void> {
    if (this.#changed < least || this.#ports.library.readOnly || this.#told) return this.#keeping
    this.#changed = 0
    const pieces = this.#archive.kept()
    this.#keeping = this.#keeping.then(() => this.#ports.search.write(pieces))
    return this.#keeping
  }

  /** Whoever waits to be able to search is told that the desk is closed: half a minute of reading is nothing to wait for then. */
  stop(): void {
    this.#isStopped = true
    this.#ports.search.stop?.()
  }

  #take(article: Article): void {
    this.#archive.put(article, this.#ports.articles.knownStamp(article.id))
    this.#changed += 1
  }

  async #fill(): Promise<void> {
    this.#gone.clear()
    this.#told = []
    try {
      // At another try what is known by now is newer than what was kept.
      if (!this.#isRestored) await this.#begin()
      this.#isRestored = true
    } finally {
      const told = this.#told
      this.#told = undefined
      for (const article of told) this.#take(article)
    }
    const next = this.#unknown()[Symbol.iterator]()
    const readers = Array.from({ length: readsAtOnce }, async () => {
      for (const id of next) {
        this.#refuseStopped()
        await this.#read(id)
      }
    })
    await Promise.all(readers)
    this.#refuseStopped()
    void this.keep()
  }

  /**
   * The articles whose files are not those that the index was made of, as far as the list knows them: what another program changed
   * comes to both when it is noticed. One that the list does not have is among them: reading it tells whether it has gone.
   */
  #unknown(): ArticleId[] {
    const { rows } = this.#ports
    const unknown: ArticleId[] = []
    let held = 0
    for (const { id } of rows.all()) {
      const known = this.index.stampOf(id)
      if (known) held += 1
      if (!known || !isSame(known, rows.stamp(id))) unknown.push(id)
    }
    if (held === this.index.size) return unknown
    return [...unknown, ...[...this.index.ids()].filter((id) => rows.get(id) === undefined)]
  }

  async #read(id: ArticleId): Promise<void> {
    const read = await this.#ports.articles.get(id)
    const isThere = read !== undefined && read.kind !== 'unreadable' && !this.#gone.has(id)
    if (isThere) this.#take(read.article)
    else this.forget(id)
  }

  /** With what was kept. Where that is nothing worth having, a large library is read by whoever can do that beside all other work. */
  async #begin(): Promise<void> {
    const { search, rows } = this.#ports
    const kept = await search.read()
    if (kept && this.#restore(kept)) return
    // Some of what was damaged may have been taken over.
    this.#archive = new Archive(stemsOf)
    const ids = rows.all().map(({ id }) => id)
    if (ids.length < leastToMake || this.#isStopped || !search.make) return
    for await (const part of search.make(ids)) this.#restore(part)
    this.#changed += this.index.size
  }

  /** False where the bytes are damaged or of another version: the articles are read then. */
  #restore(bytes: Uint8Array): boolean {
    try {
      this.#archive.restore(bytes, this.#ports.search.textOf)
      return true
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return false
    }
  }

  #refuseStopped(): void {
    if (this.#isStopped) throw new DeskError('unreachable', 'the desk is closed')
  }
}

const isSame = (known: FileStamp, stamp: FileStamp | undefined): boolean =>
  stamp !== undefined && known.size === stamp.size && known.mtimeMs === stamp.mtimeMs
