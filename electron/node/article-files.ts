import { dirname, join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { Notice } from '../../core/api/contract.ts'
import type { ArticleStore } from '../../core/desk/ports.ts'
import type { Article, ArticleId, ReadArticle } from '../../core/model/article.ts'
import { articleBytes, hashOf, readArticleBytes } from './article-bytes.ts'
import { ArticleQueue } from './article-queue.ts'
import { isMissing, unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { goneError, keepCopy, keepTemp } from './kept-copies.ts'
import {
  conflictsFolderName,
  isArticleId,
  timeInName,
  versionsFolderName,
  type LibraryPaths,
} from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { setAside } from './set-aside.ts'
import { listTrash, moveFromTrash, moveToTrash } from './trash-folder.ts'
import { verifyLibrary } from './verify-library.ts'
import { makeFolder, writeWhole, type Stamp } from './write-whole.ts'

export interface ArticleFilesOptions {
  disk: Disk
  paths: LibraryPaths
  /** Milliseconds since 1970, for the names of what is kept. */
  now: () => number
  /** True while another program holds the library: then nothing is moved or written. */
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

/** What this process last read or wrote of a file. */
interface Known {
  revision: number
  /** sha256 of its bytes. */
  hash: string
  /** sha256 of texts whose write failed: one may stand in the file all the same, and still counts as `revision`. */
  unconfirmed: Set<string>
  stamp?: Stamp | undefined
  /** Set where the file is not to be rewritten: the node types that this version does not know. */
  foreign?: string[]
}

/** The articles of a library as `articles/<id>/article.json`; every write is whole, fsynced and in its line. */
export class ArticleFiles implements ArticleStore {
  readonly #options: ArticleFilesOptions
  readonly #known = new Map<ArticleId, Known>()
  readonly #keptConflicts = new Map<ArticleId, { hash: string; name: string }>()
  readonly #queue: ArticleQueue<ArticleId, Article>

  constructor(options: ArticleFilesOptions) {
    this.#options = options
    this.#queue = new ArticleQueue((id, article) => this.#write(id, article))
  }

  put(article: Article): Promise<void> {
    return this.#queue.put(article.id, article)
  }

  get(id: ArticleId): Promise<ReadArticle | undefined> {
    return this.#queue.run(id, () => this.#read(id))
  }

  async ids(): Promise<ArticleId[]> {
    // A ULID sorts by the time it was made.
    return [...(await this.stamps()).keys()].toSorted()
  }

  /** Size and time of every article's file. */
  async stamps(): Promise<Map<ArticleId, Stamp>> {
    const { disk, paths } = this.#options
    const entries = (await unlessMissing(disk.readdir(paths.articles))) ?? []
    const ids = entries.filter((entry) => entry.kind === 'folder' && isArticleId(entry.name))
    const pairs = ids.map(async ({ name }) => [name, await this.stampOnDisk(name)] as const)
    const found = (await Promise.all(pairs)).filter(
      (pair): pair is [ArticleId, Stamp] => pair[1] !== undefined,
    )
    return new Map(found)
  }

  /** Size and time of the file as this process last read or wrote it. */
  knownStamp(id: ArticleId): Stamp | undefined {
    return this.#known.get(id)?.stamp
  }

  /** Size and time of the file as it lies on the disk; undefined where there is none or the disk does not answer. */
  async stampOnDisk(id: ArticleId): Promise<Stamp | undefined> {
    const { disk, paths } = this.#options
    const stat = await disk.stat(paths.article(id)).catch(() => undefined)
    return stat?.kind === 'file' ? { size: stat.size, mtimeMs: stat.mtimeMs } : undefined
  }

  keepConflict(article: Article): Promise<string> {
    const { id } = article
    return this.#queue.run(id, async () => {
      const bytes = articleBytes(article)
      const hash = hashOf(bytes)
      const kept = this.#keptConflicts.get(id)
      // A save that is tried again and again leaves one copy, not hundreds.
      if (kept?.hash === hash) return kept.name
      const name = await this.#keep(id, conflictsFolderName, '', bytes)
      this.#keptConflicts.set(id, { hash, name })
      return name
    })
  }

  keepVersion(id: ArticleId, label: string): Promise<string> {
    const { disk, paths } = this.#options
    return this.#queue.run(id, async () => {
      const bytes = await unlessMissing(disk.readFile(paths.article(id)))
      if (bytes === undefined) throw await goneError(disk, paths, id)
      return this.#keep(id, versionsFolderName, `-${label}`, bytes)
    })
  }

  trash(id: ArticleId, trashedAt: string): Promise<void> {
    return this.#queue.run(id, async () => {
      this.#refuseReadOnly()
      await moveToTrash(this.#options.disk, this.#options.paths, id, trashedAt)
      this.#known.delete(id)
    })
  }

  restore(id: ArticleId): Promise<void> {
    return this.#queue.run(id, () => {
      this.#refuseReadOnly()
      return moveFromTrash(this.#options.disk, this.#options.paths, id)
    })
  }

  trashed(): ReturnType<ArticleStore['trashed']> {
    return listTrash(this.#options.disk, this.#options.paths)
  }

  verify(repair: boolean): ReturnType<ArticleStore['verify']> {
    if (repair) this.#refuseReadOnly()
    return verifyLibrary(this.#options.disk, this.#options.paths, {
      repair,
      setAside: async (id) => {
        await this.get(id)
      },
    })
  }

  /** Resolves when no work on any article is under way or waiting. */
  idle(): Promise<void> {
    return this.#queue.idle()
  }

  #refuseReadOnly(): void {
    if (this.#options.isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
  }

  #keep(id: ArticleId, subfolder: string, ending: string, bytes: Uint8Array): Promise<string> {
    this.#refuseReadOnly()
    const { disk, paths, now } = this.#options
    return keepCopy(disk, paths, { id, subfolder, name: `${timeInName(now())}${ending}`, bytes })
  }

  async #read(id: ArticleId): Promise<ReadArticle | undefined> {
    const { disk, paths } = this.#options
    const stamp = await this.stampOnDisk(id)
    const file = await readStrictly(disk, paths.article(id))
    if (file.kind === 'missing') {
      const gone = await goneError(disk, paths, id)
      // No answer at all would be taken for "there is none", and lists would forget it.
      if (gone.code === 'library-missing') throw gone
      return undefined
    }
    const read = readArticleBytes(file)
    if (read.kind === 'unreadable') {
      const damaged = read.isDamaged && 'bytes' in file ? file.bytes : undefined
      return { kind: 'unreadable', reason: await this.#setAside(id, damaged, read.reason) }
    }
    if (read.article.id !== id) {
      return { kind: 'unreadable', reason: `the folder ${id} holds the article ${read.article.id}` }
    }
    return 'bytes' in file ? this.#recognise(read, hashOf(file.bytes), stamp) : read
  }

  /** Remembers the file and gives a change by another program a revision of its own. */
  #recognise(
    read: Exclude<ReadArticle, { kind: 'unreadable' }>,
    hash: string,
    stamp: Stamp | undefined,
  ): ReadArticle {
    const { article } = read
    const known = this.#known.get(article.id)
    const revision = revisionOf(article.revision, hash, known)
    this.#known.set(article.id, {
      revision,
      hash,
      stamp,
      unconfirmed: known?.unconfirmed ?? new Set(),
      ...(read.kind === 'foreign' ? { foreign: read.unknown } : {}),
    })
    return { ...read, article: { ...article, revision } }
  }

  /** Answers what is to be said of the file. */
  async #setAside(id: ArticleId, bytes: Uint8Array | undefined, reason: string): Promise<string> {
    const { disk, paths, now, isReadOnly, tell } = this.#options
    if (bytes === undefined || isReadOnly()) return reason
    try {
      const name = await setAside(disk, paths, { id, path: paths.article(id), bytes, now: now() })
      this.#known.delete(id)
      tell({ code: 'file-set-aside', details: { id, reason, file: `set-aside/${name}` } })
      return reason
    } catch (error) {
      return `${reason}; ${writeFailure(error, 'it could not be set aside').message}`
    }
  }

  async #write(id: ArticleId, article: Article): Promise<void> {
    const { disk, paths } = this.#options
    this.#refuseReadOnly()
    const bytes = articleBytes(article)
    if (!this.#known.has(id)) await this.#prepare(id)
    const known = this.#known.get(id)
    if (known?.foreign) {
      throw new DeskError('read-only', `article ${id} was written by a newer version`, {
        unknown: known.foreign.join(' '),
      })
    }
    const hash = hashOf(bytes)
    known?.unconfirmed.add(hash)
    try {
      const beforeReplace = (): Promise<void> => this.#expectUnchanged(id, known)
      const stamp = await writeWhole(paths.article(id), bytes, { disk, beforeReplace })
      this.#known.set(id, { revision: article.revision, hash, stamp, unconfirmed: new Set() })
    } catch (error) {
      throw await this.#explain(writeFailure(error, `cannot save article ${id}`), id)
    }
  }

  /** Before the first write of a file in this process: what lies there decides whether it may be replaced. */
  async #prepare(id: ArticleId): Promise<void> {
    const { disk, paths } = this.#options
    const there = await this.#read(id)
    if (there?.kind === 'unreadable') {
      throw new DeskError('unwritable', `article ${id} cannot be read: ${there.reason}`)
    }
    if (there !== undefined) return
    try {
      if ((await unlessMissing(disk.stat(paths.trashFolder(id)))) !== undefined) {
        throw new DeskError('not-found', `article ${id} is in the trash`)
      }
      await makeFolder(disk, paths.articleFolder(id))
    } catch (error) {
      throw isMissing(error) ? await goneError(disk, paths, id) : writeFailure(error, 'cannot make a folder')
    }
  }

  async #expectUnchanged(id: ArticleId, known: Known | undefined): Promise<void> {
    const { disk, paths } = this.#options
    const bytes = await unlessMissing(disk.readFile(paths.article(id)))
    const hash = bytes && hashOf(bytes)
    if (hash === known?.hash || (hash !== undefined && known?.unconfirmed.has(hash))) return
    throw new DeskError('stale-revision', `article ${id} was changed by another program`)
  }

  /** A failed save in words: where the text went that was kept, or that the folder is gone. */
  async #explain(failure: DeskError, id: ArticleId): Promise<DeskError> {
    const { disk, paths, now } = this.#options
    const { kept, cause } = failure.details
    if (typeof kept === 'string') {
      const temp = join(dirname(paths.article(id)), kept)
      const copy = { id, subfolder: conflictsFolderName, name: timeInName(now()), temp }
      const name = await keepTemp(disk, paths, copy).catch(() => undefined)
      const path = name === undefined ? kept : `${conflictsFolderName}/${name}`
      return new DeskError(failure.code, failure.message, { ...failure.details, kept: path })
    }
    return cause === 'ENOENT' || cause === 'ENOTDIR' ? goneError(disk, paths, id) : failure
  }
}

function revisionOf(revision: number, hash: string, known: Known | undefined): number {
  if (known === undefined) return revision
  if (hash === known.hash || known.unconfirmed.has(hash)) return known.revision
  return Math.max(revision, known.revision + 1)
}
