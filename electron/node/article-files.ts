import { DeskError } from '../../core/api/errors.ts'
import type { TrashPlace } from '../../core/api/versions.ts'
import type { ArticleStore } from '../../core/desk/ports.ts'
import type { Article, ArticleId, ReadArticle } from '../../core/model/article.ts'
import { articleBytes, hashOf, isOlderFile, writtenText, type Unreadable } from './article-bytes.ts'
import { ArticleQueue } from './article-queue.ts'
import { DamagedArticles, type DamagedArticlesOptions } from './damaged-articles.ts'
import { isMissing, unlessMissing, writeFailure } from './disk-errors.ts'
import { failedSave, goneError, keepCopy } from './kept-copies.ts'
import { articleNames, conflictsFolderName, stampOf, timeInName } from './library-folder.ts'
import { KnownFiles } from './known-files.ts'
import { LatestTexts, type ReadText } from './latest-texts.ts'
import { readWhole } from './read-strictly.ts'
import { listTrash, moveFromTrash, moveToTrash, removeFromTrash } from './trash-folder.ts'
import { verifyLibrary } from './verify-library.ts'
import { makeFolder, writeWhole, type Stamp } from './write-whole.ts'

export interface ArticleFilesOptions extends DamagedArticlesOptions {
  /** Where journals lie that the library could not take. */
  elsewhere?: string
  /** Runs a task alone among the work on an article's journal. */
  aloneInJournal?: <T>(id: ArticleId, task: () => Promise<T>) => Promise<T>
  /** Keeps the file of an older Midad (`isOlder`) before it is written anew. */
  isOlder?: (json: unknown) => boolean
  beforeMigration?: (id: ArticleId) => Promise<void>
  /** Told before a file with this hash takes its place, and waited for; never rejects. */
  beforeWrite?: (id: ArticleId, hash: string) => Promise<void>
}

interface Put {
  article: Article
  /** What has to be kept before the file is replaced. */
  kept: Promise<unknown>
}

/** It is waited for when the new text lies beside the file, or never: until then a failure is nobody's. */
function heldBack(kept: Promise<unknown>): Promise<unknown> {
  kept.catch(() => undefined)
  return kept
}

/** A save waits behind no more of them than these, and not behind all articles: Node has four threads for the disk. */
const asksAtOnce = 16

/** The articles of a library as `articles/<id>/article.json`; every write is whole, fsynced and in its line. */
export class ArticleFiles implements ArticleStore {
  readonly #options: ArticleFilesOptions
  readonly #known = new KnownFiles()
  readonly #texts: LatestTexts
  readonly #damaged: DamagedArticles
  readonly #keptConflicts = new Map<ArticleId, { hash: string; name: string }>()
  readonly #queue: ArticleQueue<ArticleId, Put>

  constructor(options: ArticleFilesOptions) {
    this.#options = options
    this.#texts = new LatestTexts(options.isOlder ?? isOlderFile)
    this.#damaged = new DamagedArticles(options, this.#known)
    this.#queue = new ArticleQueue(
      (id, put) => this.#write(id, put),
      (older, { article, kept }) => ({ article, kept: heldBack(Promise.all([older.kept, kept])) }),
    )
  }

  put(article: Article, kept: Promise<unknown> = Promise.resolve()): Promise<void> {
    return this.#queue.put(article.id, { article, kept: heldBack(kept) })
  }

  get(id: ArticleId): Promise<ReadArticle | undefined> {
    return this.#queue.run(id, () => this.#read(id))
  }

  getToChange(id: ArticleId): Promise<ReadArticle | undefined> {
    return this.#queue.run(id, async () => (await this.#unchanged(id)) ?? this.#read(id))
  }

  async ids(): Promise<ArticleId[]> {
    // A ULID sorts by the time it was made.
    return [...(await this.stamps()).keys()].toSorted()
  }

  isBusy(id: ArticleId): boolean {
    return this.#queue.isBusy(id)
  }

  /** Size and time of every article's file. */
  async stamps(): Promise<Map<ArticleId, Stamp>> {
    const names = await articleNames(this.#options.disk, this.#options.paths)
    const found = new Map<ArticleId, Stamp>()
    const next = names[Symbol.iterator]()
    const askers = Array.from({ length: asksAtOnce }, async () => {
      for (const name of next) {
        const stamp = await this.stampOnDisk(name)
        if (stamp) found.set(name, stamp)
      }
    })
    await Promise.all(askers)
    return found
  }

  /** Size and time of the file as this process last read or wrote it. */
  knownStamp(id: ArticleId): Stamp | undefined {
    return this.#known.get(id)?.stamp
  }

  /** Size and time of the file as it lies on the disk; undefined where there is none or the disk does not answer. */
  stampOnDisk(id: ArticleId): Promise<Stamp | undefined> {
    return stampOf(this.#options.disk, this.#options.paths.article(id))
  }

  keepConflict(article: Article): Promise<string> {
    const { id } = article
    return this.#queue.run(id, async () => {
      const bytes = articleBytes(article)
      const hash = hashOf(bytes)
      const kept = this.#keptConflicts.get(id)
      // A save that is tried again and again leaves one copy, not hundreds.
      if (kept?.hash === hash) return kept.name
      this.#refuseReadOnly()
      const { disk, paths, now } = this.#options
      const copy = { id, subfolder: conflictsFolderName, name: timeInName(now()), bytes }
      const name = await keepCopy(disk, paths, copy)
      this.#keptConflicts.set(id, { hash, name })
      return name
    })
  }

  /** Runs a task alone among the work on this article. */
  alone<T>(id: ArticleId, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(id, task)
  }

  /** sha256 of the article's file at this revision, of the one that is being written too; undefined where it is not known. */
  hashAt(id: ArticleId, revision: number): string | undefined {
    return this.#known.hashAt(id, revision)
  }

  trash(id: ArticleId, trashedAt: string, from: TrashPlace): Promise<void> {
    return this.#queue.run(id, async () => {
      this.#refuseReadOnly()
      await moveToTrash(this.#options.disk, this.#options.paths, { id, trashedAt, from })
      this.#known.forget(id)
    })
  }

  restore(id: ArticleId): Promise<void> {
    return this.#queue.run(id, () => {
      this.#refuseReadOnly()
      return moveFromTrash(this.#options.disk, this.#options.paths, id)
    })
  }

  removeTrashed(id: ArticleId): Promise<void> {
    return this.#queue.run(id, () => {
      this.#refuseReadOnly()
      return removeFromTrash(this.#options.disk, this.#options.paths, id)
    })
  }

  trashed(): ReturnType<ArticleStore['trashed']> {
    return listTrash(this.#options.disk, this.#options.paths)
  }

  verify(repair: boolean): ReturnType<ArticleStore['verify']> {
    if (repair) this.#refuseReadOnly()
    const { disk, paths, elsewhere, now, isReadOnly, aloneInJournal = (_id, task) => task() } = this.#options
    const options = {
      disk,
      paths,
      elsewhere,
      repair,
      now,
      isReadOnly: isReadOnly(),
      aloneInJournal,
      alone: <T>(id: ArticleId, task: () => Promise<T>) => this.alone(id, task),
      rebuild: (id: ArticleId, folder: string) => this.alone(id, () => this.#damaged.mend(id, folder)),
    }
    return verifyLibrary(options)
  }

  /** Resolves when no work on any article is under way or waiting. */
  idle(): Promise<void> {
    return this.#queue.idle()
  }

  #refuseReadOnly(): void {
    if (this.#options.isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
  }

  async #read(id: ArticleId): Promise<ReadArticle | undefined> {
    const { disk, paths } = this.#options
    const file = await readWhole(disk, paths.article(id))
    if (file.kind === 'missing') {
      const gone = await goneError(disk, paths, id)
      // No answer at all would be taken for "there is none", and lists would forget it.
      if (gone.code === 'library-missing') throw gone
      return undefined
    }
    if (file.kind === 'failed') return { kind: 'unreadable', reason: file.reason }
    const text = this.textIn(id, file.bytes)
    if ('kind' in text) return this.#damaged.read(id, text.isDamaged ? file.bytes : undefined, text.reason)
    const { hash, read, isOld } = text
    if (read.article.id !== id) {
      return { kind: 'unreadable', reason: `the folder ${id} holds the article ${read.article.id}` }
    }
    return this.#known.recognise(read, { hash, stamp: file.stamp, isOld })
  }

  /** The text of the file as it was read or written last; undefined where that is not at hand or the file is another by now. */
  async #unchanged(id: ArticleId): Promise<ReadArticle | undefined> {
    const known = this.#known.get(id)
    const text = known && this.#texts.get(id, known.hash)
    if (!known?.stamp || !text) return undefined
    const stamp = await this.stampOnDisk(id)
    if (stamp?.size !== known.stamp.size || stamp.mtimeMs !== known.stamp.mtimeMs) return undefined
    return { ...text.read, article: { ...text.read.article, revision: known.revision } }
  }

  /** What the bytes of this article's file say; those that it had just now are not taken apart again. */
  textIn(id: ArticleId, bytes: Uint8Array): ReadText | Unreadable {
    return this.#texts.in(id, bytes)
  }

  async #write(id: ArticleId, { article, kept }: Put): Promise<void> {
    const { disk, paths } = this.#options
    this.#refuseReadOnly()
    const { bytes, read } = writtenText(article)
    if (!this.#known.get(id)) await this.#prepare(id)
    const known = this.#known.get(id)
    if (known?.foreign) {
      throw new DeskError('read-only', `article ${id} was written by a newer version`, {
        unknown: known.foreign.join(' '),
      })
    }
    const hash = hashOf(bytes)
    try {
      await this.#known.writing(id, { revision: article.revision, hash }, async () => {
        if (known?.isOld) await this.#options.beforeMigration?.(id)
        // Both are on the disk before the new file takes the old one's place: a slow disk is waited for once.
        const noted = this.#options.beforeWrite?.(id, hash)
        return writeWhole(paths.article(id), bytes, {
          disk,
          beforeReplace: async () => {
            await Promise.all([noted, kept])
            await this.#expectUnchanged(id)
          },
        })
      })
      this.#texts.note(id, { hash, size: bytes.length, read, isOld: false })
    } catch (error) {
      throw await failedSave(writeFailure(error, `cannot save article ${id}`), { ...this.#options, id })
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

  async #expectUnchanged(id: ArticleId): Promise<void> {
    const { disk, paths } = this.#options
    const bytes = await unlessMissing(disk.readFile(paths.article(id)))
    if (this.#known.isOurs(id, bytes && hashOf(bytes))) return
    throw new DeskError('stale-revision', `article ${id} was changed by another program`)
  }
}
