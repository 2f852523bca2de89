import { dirname } from 'node:path'
import type { JournalStore } from '../../core/desk/ports.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { Article, ArticleId } from '../../core/model/article.ts'
import type { DraftPatch } from '../../core/model/draft-patch.ts'
import { foundBeyond, type Found, type JournalLine } from '../../core/model/journal.ts'
import { limits } from '../../core/model/limits.ts'
import { ArticleQueue } from './article-queue.ts'
import { errorCode, unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { journalIds, type Elsewhere } from './elsewhere.ts'
import { lineBytes, readLastLines, readLines } from './journal-lines.ts'
import { journalEnding, type LibraryPaths } from './library-folder.ts'
import { keepAside } from './set-aside.ts'
import { syncFolder, writeAll, writeWhole } from './write-whole.ts'

export interface JournalFilesOptions {
  disk: Disk
  paths: LibraryPaths
  /** For what the library cannot take. */
  elsewhere: Elsewhere
  /** sha256 of an article's file at this revision, also of one that is being written; undefined where it is not known. */
  hashAt: (id: ArticleId, revision: number) => string | undefined
  now: () => number
  isReadOnly: () => boolean
}

interface Entry {
  on: readonly { revision: number; patch: DraftPatch }[]
  window: string
}
const wholeEveryMs = 60_000

/** Journals as `journals/<article id>.log`; what the library cannot take is kept elsewhere on this computer. */
export class JournalFiles implements JournalStore {
  readonly #options: JournalFilesOptions
  readonly #queue: ArticleQueue<ArticleId, Entry>
  readonly #keptIn = new Map<ArticleId, 'library' | 'elsewhere'>()
  readonly #wholeAt = new Map<ArticleId, number>()
  readonly #lastWindow = new Map<ArticleId, string>()
  readonly #lastSave = new Map<ArticleId, { revision: number; window: string }>()
  readonly #touched = new Set<ArticleId>()
  /** How large a file may grow that began anew with texts which are large by themselves, in bytes, by its path. */
  readonly #mostBytes = new Map<string, number>()
  /** Files whose name this process has seen on the disk: one that a dead process made may be lost in a power cut yet. */
  readonly #named = new Set<string>()
  #seq = 0

  constructor(options: JournalFilesOptions) {
    this.#options = options
    this.#queue = new ArticleQueue((id, entry) => this.#write(id, entry))
  }

  async append(id: ArticleId, on: Entry['on'], window = ''): Promise<'library' | 'elsewhere'> {
    if (this.#options.isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
    const entry = { on, window }
    // The words of one window are not answered by those of another.
    const isSame = this.#lastWindow.get(id) === window
    this.#lastWindow.set(id, window)
    await (isSame ? this.#queue.put(id, entry) : this.#queue.run(id, () => this.#write(id, entry)))
    return this.#keptIn.get(id) ?? 'library'
  }

  saves(id: ArticleId, save: { revision: number; window: string }): void {
    this.#lastSave.set(id, save)
  }

  async whole(article: Article): Promise<void> {
    const { id } = article
    const { now, isReadOnly } = this.#options
    const last = this.#wholeAt.get(id)
    if (isReadOnly() || (last !== undefined && Math.abs(now() - last) < wholeEveryMs)) return
    this.#wholeAt.set(id, now())
    const at = new Date(now()).toISOString()
    await this.#queue
      .run(id, () => this.#add(id, { kind: 'whole', seq: this.#nextSeq(), at, article }))
      .catch(() => undefined)
  }

  /** Says that a file with this hash is about to be written, which holds all that was journaled. A failure costs nothing but doubt. */
  async saving(id: ArticleId, hash: string): Promise<void> {
    const at = new Date(this.#options.now()).toISOString()
    await this.#queue
      .run(id, async () => {
        const isFirst = !this.#touched.has(id)
        if (isFirst && (await this.read(id)).length === 0) return
        // What an earlier process had under way is not what is saved now.
        if (isFirst) await this.#add(id, { kind: 'save', seq: this.#nextSeq(), at, hash: '' })
        const window = this.#lastSave.get(id)?.window
        await this.#add(id, { kind: 'save', seq: this.#nextSeq(), at, window, hash })
      })
      .catch(() => undefined)
  }

  /**
   * The last lines of each kind, in their order, of both its files. @throws DeskError 'unreadable' where the disk does not answer:
   * words that cannot be seen now are not taken for none
   */
  async read(id: ArticleId): Promise<JournalLine[]> {
    const { elsewhere } = this.#options
    const both = await Promise.all([this.#readAt(id, this.#path(id)), this.#readAt(id, elsewhere.pathOf(id))])
    const lines = both.flat().toSorted((one, other) => one.seq - other.seq)
    this.#seq = Math.max(this.#seq, lines.at(-1)?.seq ?? 0)
    return lines
  }

  async found(article: Article): Promise<Found | undefined> {
    const lines = await this.read(article.id)
    const hash = this.#options.hashAt(article.id, article.revision)
    return lines.length > 0 ? foundBeyond(lines, { article, hash: hash ?? '' }) : undefined
  }

  /** Goes where it holds nothing beyond this article, which is as its file has it; a line that comes meanwhile waits. */
  settle(article: Article): Promise<void> {
    return this.#queue.run(article.id, async () => {
      if (!(await this.found(article))) await this.#remove(article.id)
    })
  }

  /** Both of its files go. A failure leaves them: they are read again at the next opening. */
  drop(id: ArticleId): Promise<void> {
    return this.#queue.run(id, () => this.#remove(id))
  }

  /** Runs a task alone among the work on this journal. */
  alone<T>(id: ArticleId, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(id, task)
  }

  /** Keeps a copy of what its files hold, whatever becomes of them. @throws DeskError as writeWhole */
  async keepAside(id: ArticleId): Promise<void> {
    const { elsewhere } = this.#options
    for (const path of [this.#path(id), elsewhere.pathOf(id)]) await this.#keepAside(id, path, () => true)
  }

  async #keepAside(id: ArticleId, path: string, isWorthIt: (bytes: Uint8Array) => boolean): Promise<void> {
    const { disk, paths, now } = this.#options
    const bytes = await readIfFile(disk, path)
    if (bytes && isWorthIt(bytes))
      await keepAside(disk, paths, { name: `${id}${journalEnding}`, now: now(), bytes })
  }

  async #remove(id: ArticleId): Promise<void> {
    const { disk, elsewhere } = this.#options
    for (const path of [this.#path(id), elsewhere.pathOf(id)]) {
      // Lines that nobody could read may hold words that nobody has seen.
      await this.#keepAside(id, path, (bytes) => isSpoiled(id, bytes))
      await unlessMissing(disk.unlink(path))
      this.#mostBytes.delete(path)
      this.#named.delete(path)
    }
    this.#touched.delete(id)
    this.#wholeAt.delete(id)
  }

  async ids(): Promise<ArticleId[]> {
    const { disk, paths, elsewhere } = this.#options
    const here = await journalIds(disk, paths.journals)
    const there = await elsewhere.ids().catch(() => [])
    return [...new Set([...here, ...there])].toSorted()
  }

  /** The articles whose journal this process has written in. */
  touched(): ArticleId[] {
    return [...this.#touched]
  }

  idle(): Promise<void> {
    return this.#queue.idle()
  }

  #path(id: ArticleId): string {
    return this.#options.paths.journal(id)
  }

  async #readAt(id: ArticleId, path: string): Promise<JournalLine[]> {
    const bytes = await readIfFile(this.#options.disk, path).catch((error: unknown) => {
      const reason = errorCode(error) ?? String(error)
      throw new DeskError('unreadable', `the journal of article ${id} cannot be read: ${reason}`, { reason })
    })
    const lines = readLastLines(bytes ?? new Uint8Array())
    return isOfAnother(id, lines) ? [] : lines
  }

  #nextSeq(): number {
    return (this.#seq += 1)
  }

  async #write(id: ArticleId, { on, window }: Entry): Promise<void> {
    const { hashAt, now } = this.#options
    const save = this.#lastSave.get(id)
    const edits = on.map(({ revision, patch }, index) => {
      // Only a save of this window's own made the file that it means by its next revision.
      const isKnown = index === 0 || (save?.revision === revision && save.window === window)
      return { revision, base: (isKnown ? hashAt(id, revision) : undefined) ?? null, patch }
    })
    const at = new Date(now()).toISOString()
    // A journal of an earlier process counts further than ours does.
    if (!this.#touched.has(id)) await this.read(id).catch(() => undefined)
    await this.#add(id, { kind: 'edit', seq: this.#nextSeq(), at, window, on: edits })
  }

  /** Into the library; where that fails, elsewhere. @throws DeskError where neither takes it */
  async #add(id: ArticleId, line: JournalLine): Promise<void> {
    const { elsewhere } = this.#options
    this.#touched.add(id)
    try {
      await this.#append(id, this.#path(id), line)
      this.#keptIn.set(id, 'library')
    } catch (error) {
      if (line.kind !== 'edit') return
      try {
        await elsewhere.prepare()
        await this.#append(id, elsewhere.pathOf(id), line)
        this.#keptIn.set(id, 'elsewhere')
      } catch {
        throw writeFailure(error, `cannot write the journal of article ${id}`)
      }
    }
  }

  async #append(id: ArticleId, path: string, line: JournalLine): Promise<void> {
    const { disk } = this.#options
    const bytes = lineBytes(line)
    const most = this.#mostBytes.get(path) ?? limits.journalBytes
    const file = await disk.open(path, 'a', 0o600)
    let size: number
    try {
      ;({ size } = await file.stat())
      if (size + bytes.length <= most || size === 0) {
        await writeAll(file, bytes)
        // Also that of a save: an edit before it that did not know the hash of its file yet is only understood with it. One
        // between two processes stands before such a line, and is synced with it.
        if (line.kind !== 'save' || line.hash !== '') await file.sync()
      }
    } finally {
      await file.close()
    }
    if (size > 0 && size + bytes.length > most) await this.#beginAnew(id, path, line)
    else if (size === 0 || !this.#named.has(path)) await syncFolder(disk, dirname(path))
    this.#named.add(path)
  }

  /** The journal is full: its last whole text and its last edit stay, what was saved since, and the newest line. */
  async #beginAnew(id: ArticleId, path: string, newest: JournalLine): Promise<void> {
    const { disk } = this.#options
    const last = await this.#readAt(id, path)
    await this.#keepAside(id, path, (bytes) => isSpoiled(id, bytes))
    const saves = last.filter((line) => line.kind === 'save')
    const kept = newest.kind === 'edit' ? [] : last.filter((line) => line.kind === 'edit')
    const whole = newest.kind === 'whole' ? [] : last.filter((line) => line.kind === 'whole')
    const since = kept.length > 0 ? [...new Set([...saves.slice(0, 1), ...saves.slice(-1)])] : []
    const { size } = await writeWhole(
      path,
      Buffer.concat([...whole, ...kept, ...since, newest].map(lineBytes)),
      { disk },
    )
    // Otherwise a long story's journal would begin anew with each batch of keys: 0.2 seconds instead of 1 ms [measured].
    this.#mostBytes.set(path, Math.max(limits.journalBytes, 2 * size))
  }
}

/** Whether a journal holds the text of another article: a file that was laid in the wrong place. */
export const isOfAnother = (id: ArticleId, lines: readonly JournalLine[]): boolean =>
  lines.some((line) => line.kind === 'whole' && line.article.id !== id)

const isSpoiled = (id: ArticleId, bytes: Uint8Array): boolean =>
  readLines(bytes).damaged > 0 || isOfAnother(id, readLines(bytes).lines)

async function readIfFile(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  const stat = await unlessMissing(disk.stat(path))
  return stat?.kind === 'file' ? unlessMissing(disk.readFile(path)) : undefined
}
