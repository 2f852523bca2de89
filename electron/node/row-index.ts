import { Low } from 'lowdb'
import type { Notice } from '../../core/api/contract.ts'
import type { RowStore } from '../../core/desk/ports.ts'
import { rowOf } from '../../core/desk/rows.ts'
import type { ArticleId, ArticleRow } from '../../core/model/article.ts'
import type { ArticleFiles } from './article-files.ts'
import type { Disk } from './disk.ts'
import { emptyIndex, readIndex, type IndexFile } from './index-file.ts'
import { WholeFileAdapter } from './whole-file-adapter.ts'
import type { Stamp } from './write-whole.ts'

interface Entry {
  row: ArticleRow
  /** Undefined while it is not known which file the row was made from: then it is made anew at the next opening. */
  stamp: Stamp | undefined
}

const writeAfterMs = 2000
const readsAtOnce = 16

export interface RowIndexOptions {
  disk: Disk
  path: string
  articles: ArticleFiles
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

/** Index rows in `desk/index.json`: a cache, written two seconds after the last change and never on the way of a save. */
export class RowIndex implements RowStore {
  readonly #options: RowIndexOptions
  readonly #low: Low<IndexFile>
  readonly #entries = new Map<ArticleId, Entry>()
  #rows: ArticleRow[] | undefined
  #timer: NodeJS.Timeout | undefined
  #isChanged = false
  #writing: Promise<void> = Promise.resolve()

  private constructor(options: RowIndexOptions, low: Low<IndexFile>) {
    this.#options = options
    this.#low = low
    for (const { row, size, mtimeMs } of low.data.rows)
      this.#entries.set(row.id, { row, stamp: { size, mtimeMs } })
  }

  /** Reads the cache and brings it up to date with the articles; never throws for a damaged cache. */
  static async open(options: RowIndexOptions): Promise<RowIndex> {
    const adapter = new WholeFileAdapter<IndexFile>(options.disk, options.path, readIndex)
    const low = new Low<IndexFile>(adapter, emptyIndex())
    await low.read()
    if (adapter.damage !== undefined) {
      options.tell({ code: 'index-rebuilt', details: { reason: adapter.damage } })
    }
    const index = new RowIndex(options, low)
    // Also where no article is there to be listed: it is said once.
    if (adapter.damage !== undefined) index.#changed()
    low.data.rows = []
    await index.refresh()
    return index
  }

  /** Looks at every article's size and time; reads those that differ, forgets those that are gone. */
  async refresh(): Promise<void> {
    const stamps = await this.#options.articles.stamps()
    for (const id of this.#entries.keys()) if (!stamps.has(id)) this.remove(id)
    const changed = [...stamps].filter(([id, stamp]) => !isSame(this.#entries.get(id)?.stamp, stamp))
    const next = changed[Symbol.iterator]()
    const readers = Array.from({ length: readsAtOnce }, async () => {
      for (const [id] of next) await this.#refreshOne(id)
    })
    await Promise.all(readers)
  }

  async #refreshOne(id: ArticleId): Promise<void> {
    const read = await this.#options.articles.get(id)
    if (read === undefined || read.kind === 'unreadable') this.remove(id)
    else this.put(rowOf(read.article))
  }

  all(): readonly ArticleRow[] {
    this.#rows ??= Array.from(this.#entries.values(), (entry) => entry.row)
    return this.#rows
  }

  get(id: ArticleId): ArticleRow | undefined {
    return this.#entries.get(id)?.row
  }

  put(row: ArticleRow): void {
    this.#entries.set(row.id, { row, stamp: this.#options.articles.knownStamp(row.id) })
    this.#changed()
  }

  remove(id: ArticleId): void {
    if (this.#entries.delete(id)) this.#changed()
  }

  /** Writes what has changed now; a failure only costs reading the articles again at the next opening. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#writing
    if (!this.#isChanged || this.#options.isReadOnly()) return
    this.#isChanged = false
    this.#low.data = { ...emptyIndex(), rows: [...this.#entries.values()].flatMap(stamped) }
    this.#writing = this.#low.write().catch(() => {
      this.#isChanged = true
    })
    await this.#writing
    this.#low.data = emptyIndex()
  }

  #changed(): void {
    this.#rows = undefined
    this.#isChanged = true
    this.#timer ??= setTimeout(() => void this.flush(), writeAfterMs).unref()
  }
}

const isSame = (one: Stamp | undefined, other: Stamp): boolean =>
  one?.size === other.size && one.mtimeMs === other.mtimeMs

const stamped = ({ row, stamp }: Entry): IndexFile['rows'] => (stamp ? [{ row, ...stamp }] : [])
