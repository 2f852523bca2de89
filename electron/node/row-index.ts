import { Low } from 'lowdb'
import type { Notice } from '../../core/api/contract.ts'
import type { RowStore } from '../../core/desk/ports.ts'
import { rowOf } from '../../core/desk/rows.ts'
import type { ArticleId, ArticleRow } from '../../core/model/article.ts'
import type { ArticleFiles } from './article-files.ts'
import { isMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { emptyIndex, type IndexFile, type IndexLine } from './index-file.ts'
import { IndexJournal } from './index-journal.ts'
import { IndexSnapshot } from './index-snapshot.ts'
import type { LibraryPaths } from './library-folder.ts'
import type { ReadRows } from './row-thread.ts'
import type { StampedRow, StampedRows } from './stamped-row.ts'
import type { Stamp } from './write-whole.ts'

/** Without a size while it is not known which file the row was made from: then it is made anew at the next opening. */
type Entry = StampedRow | { row: ArticleRow; size?: undefined }

const writeAfterMs = 2000
/** The snapshot is written anew when nothing has changed for so long and the journal is larger than it should be. */
const renewAfterMs = 10_000
const readsAtOnce = 16
/** So many are read by threads of their own: fewer are there before those have started. */
const leastByThreads = 2000

/** A journal may grow to this, or to an eighth of its snapshot, where that is more; four times as large while nobody rests. */
const smallJournalBytes = 64 * 1024
const snapshotParts = 8
const busyTimes = 4

export interface RowIndexOptions {
  disk: Disk
  /** Of the snapshot, and of the journal beside it. */
  path: string
  journal: string
  articles: ArticleFiles
  paths: LibraryPaths
  readRows: ReadRows
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

/**
 * Index rows in `desk/index.json`, and what has changed since in `desk/index.log`: caches both, written two seconds after the last
 * change and never on the way of a save. A change costs a line, whatever the library's size.
 */
export class RowIndex implements RowStore {
  readonly #options: RowIndexOptions
  readonly #snapshot: IndexSnapshot
  readonly #journal: IndexJournal
  readonly #low: Low<IndexFile>
  /** What the caches held. A list needs no more: it is made to entries when somebody asks for one article. */
  #found: { kept: StampedRows; lines: readonly IndexLine[] } | undefined
  readonly #made = new Map<ArticleId, Entry>()
  #rows: ArticleRow[] | undefined
  /** What neither of the files says yet. */
  #changed = new Set<ArticleId>()
  #timer: NodeJS.Timeout | undefined
  #renewTimer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  private constructor(options: RowIndexOptions) {
    this.#options = options
    this.#snapshot = new IndexSnapshot(options.disk, options.path)
    this.#journal = new IndexJournal(options.disk, options.journal)
    this.#low = new Low(this.#snapshot, emptyIndex())
  }

  /** Reads the caches, which may be behind the articles (`refresh`, sweep-rows.ts); never throws for damaged ones. */
  static async open(options: RowIndexOptions): Promise<RowIndex> {
    const index = new RowIndex(options)
    await index.#read()
    return index
  }

  async #read(): Promise<void> {
    await this.#low.read()
    const { rows: kept } = this.#low.data
    this.#low.data = emptyIndex()
    const lines = await this.#journal.read()
    this.#found = { kept, lines }
    if (lines.length === 0) this.#rows = kept.rows
    const { damage } = this.#snapshot
    if (damage !== undefined) this.#options.tell({ code: 'index-rebuilt', details: { reason: damage } })
    // Also where no article is there to be listed: it is said once.
    if (this.#isDamaged()) this.#writeSoon()
  }

  get #entries(): Map<ArticleId, Entry> {
    const entries = this.#made
    if (!this.#found) return entries
    const { kept, lines } = this.#found
    this.#found = undefined
    for (const [at, row] of kept.rows.entries()) {
      entries.set(row.id, { row, size: kept.sizes[at] ?? 0, mtimeMs: kept.times[at] ?? 0 })
    }
    for (const line of lines) {
      if ('gone' in line) entries.delete(line.gone)
      else entries.set(line.put.row.id, line.put)
    }
    return entries
  }

  /** Looks at every article's size and time; reads those that differ, forgets those that are gone. */
  async refresh(): Promise<void> {
    const stamps = await this.#options.articles.stamps()
    for (const id of this.#entries.keys()) if (!stamps.has(id)) this.remove(id)
    const unknown = (): ArticleId[] =>
      Array.from(stamps.keys()).filter((id) => !isSame(this.stamp(id), stamps.get(id)))
    let left = unknown()
    if (left.length >= leastByThreads) {
      const { paths, readRows } = this.#options
      await readRows(
        left.map((id) => ({ id, path: paths.article(id) })),
        (found) => this.#takeRows(found),
      )
      left = unknown()
    }
    const next = left[Symbol.iterator]()
    const readers = Array.from({ length: readsAtOnce }, async () => {
      for (const id of next) await this.#refreshOne(id)
    })
    await Promise.all(readers)
  }

  #takeRows({ rows, sizes, times }: StampedRows): void {
    for (const [at, row] of rows.entries()) {
      this.#entries.set(row.id, { row, size: sizes[at] ?? 0, mtimeMs: times[at] ?? 0 })
      this.#note(row.id)
    }
  }

  async #refreshOne(id: ArticleId): Promise<void> {
    const read = await this.#options.articles.get(id)
    if (read === undefined || read.kind === 'unreadable') this.remove(id)
    else this.put(rowOf(read.article))
  }

  /** Whether the row was made from the file that lies there now, or both are missing. */
  async isFresh(id: ArticleId): Promise<boolean> {
    const stamp = await this.#options.articles.stampOnDisk(id)
    const entry = this.#entries.get(id)
    return stamp ? isSame(stampIn(entry), stamp) : entry === undefined
  }

  all(): readonly ArticleRow[] {
    this.#rows ??= Array.from(this.#entries.values(), (entry) => entry.row)
    return this.#rows
  }

  get(id: ArticleId): ArticleRow | undefined {
    return this.#entries.get(id)?.row
  }

  stamp(id: ArticleId): Stamp | undefined {
    return stampIn(this.#entries.get(id))
  }

  put(row: ArticleRow): void {
    const stamp = this.#options.articles.knownStamp(row.id)
    this.#entries.set(row.id, stamp ? { row, ...stamp } : { row })
    this.#note(row.id)
  }

  remove(id: ArticleId): void {
    if (this.#entries.delete(id)) this.#note(id)
  }

  /** Writes what has changed now; a failure only costs reading the articles again at the next opening. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    clearTimeout(this.#renewTimer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  #note(id: ArticleId): void {
    this.#rows = undefined
    this.#changed.add(id)
    this.#writeSoon()
  }

  #writeSoon(): void {
    clearTimeout(this.#renewTimer)
    this.#timer ??= setTimeout(() => void this.#appendSoon(), writeAfterMs).unref()
  }

  /** While somebody works, lines are added; the snapshot is made anew when they rest. */
  async #appendSoon(): Promise<void> {
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write(busyTimes))
    await this.#writing
    if (!this.#isFull(1)) return
    clearTimeout(this.#renewTimer)
    this.#renewTimer = setTimeout(() => void this.flush(), renewAfterMs).unref()
  }

  async #write(times = 1): Promise<void> {
    if (this.#options.isReadOnly()) return
    const changed = this.#changed
    const isWhole = this.#isDamaged() || this.#isFull(times) || (changed.size > 0 && this.#isBetterWhole())
    if (!isWhole && changed.size === 0) return
    this.#changed = new Set()
    try {
      await (isWhole ? this.#renew() : this.#journal.append([...changed].map((id) => this.#lineOf(id))))
    } catch (error) {
      for (const id of changed) this.#changed.add(id)
      // Somebody has taken the folder away.
      if (isMissing(error)) this.#snapshot.bytes = undefined
    }
  }

  /** A snapshot of all rows, and a journal that begins anew. Torn between the two, the journal says what the snapshot says. */
  async #renew(): Promise<void> {
    // As its list shows it first: then nothing is left to sort.
    const entries = [...this.#entries.values()].filter(isStamped).sort(newestFirst)
    const rows = {
      rows: entries.map(({ row }) => row),
      sizes: entries.map(({ size }) => size),
      times: entries.map(({ mtimeMs }) => mtimeMs),
    }
    this.#low.data = { ...emptyIndex(), rows }
    try {
      await this.#low.write()
      await this.#journal.clear()
    } finally {
      this.#low.data = emptyIndex()
    }
  }

  #lineOf(id: ArticleId): IndexLine {
    const put = this.#entries.get(id)
    return isStamped(put) ? { put } : { gone: id }
  }

  #isDamaged(): boolean {
    return this.#snapshot.damage !== undefined || this.#journal.isDamaged
  }

  #isFull(times: number): boolean {
    const most = Math.max(smallJournalBytes, (this.#snapshot.bytes ?? 0) / snapshotParts)
    return this.#journal.bytes > most * times
  }

  /** There is no snapshot to add to, or nearly all of it has changed. */
  #isBetterWhole(): boolean {
    return this.#snapshot.bytes === undefined || this.#changed.size > this.#entries.size / 2 + 100
  }
}

const isSame = (one: Stamp | undefined, other: Stamp | undefined): boolean =>
  one !== undefined && one.size === other?.size && one.mtimeMs === other.mtimeMs

const isStamped = (entry: Entry | undefined): entry is StampedRow => entry?.size !== undefined
const stampIn = (entry: Entry | undefined): Stamp | undefined => (isStamped(entry) ? entry : undefined)
const newestFirst = ({ row: one }: StampedRow, { row: other }: StampedRow): number =>
  byUnits(other.updatedAt, one.updatedAt) || byUnits(other.id, one.id)
const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
