import type { Notice } from '../../core/api/contract.ts'
import type { DeskRoom } from '../../core/desk/room.ts'
import type { ArticleId } from '../../core/model/article.ts'
import type { ArticleFiles } from './article-files.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { articleNames, type LibraryPaths } from './library-folder.ts'
import { isSyncedCopy } from './synced-copies.ts'
import type { Stamp } from './write-whole.ts'

export interface WatchOptions {
  disk: Disk
  paths: LibraryPaths
  articles: ArticleFiles
  room: DeskRoom
  tell: (notice: Notice) => void
  /** Milliseconds between two looks at the open articles. */
  everyMs?: number | undefined
}
const usualEveryMs = 2000
/** Clocks are put right by a second or two all the time. */
export const clockToleranceMs = 60_000
/** Every so many looks, for articles that came or went without us. */
const listEvery = 15

/**
 * Looks every two seconds whether the library is still there and whether another program has changed an open article and rests, and
 * every thirty whether articles came or went: by asking, because file events of network disks and synchronised folders
 * are not to be relied on.
 */
export class LibraryWatch {
  readonly #options: WatchOptions
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> = Promise.resolve()
  #looks = 0
  #isAway = false
  /** The files of open articles that another program has changed, as they were at the last look; undefined for one that is gone. */
  readonly #changing = new Map<ArticleId, Stamp | undefined>()
  /** What was told of an article's copies: how many there were. */
  readonly #copies = new Map<ArticleId, number>()
  /** The wall clock less the one that never goes back, in milliseconds. */
  #clockLead: number

  constructor(options: WatchOptions) {
    this.#options = options
    this.#clockLead = this.#leadOfClock()
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.look().catch(() => undefined))
    }, options.everyMs ?? usualEveryMs)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
  }

  async look(): Promise<void> {
    this.#lookAtClock()
    if (!(await this.#isThere())) return
    const { room } = this.#options
    // As they are now: one that is opened meanwhile goes to the end, and would be looked at without end.
    const opened = [...room.opened]
    for (const id of opened) {
      await this.#lookAt(id)
      await this.#lookForCopies(id)
    }
    this.#looks += 1
    if (this.#looks % listEvery === 0) await this.#lookAtList()
  }

  #leadOfClock(): number {
    const { clock } = this.#options.room.ports
    return clock.now() - clock.elapsed()
  }

  /** Times of articles never go back, whatever the clock does; a person should set it right all the same. */
  #lookAtClock(): void {
    const lead = this.#leadOfClock()
    const { tell, room } = this.#options
    if (lead < this.#clockLead - clockToleranceMs)
      tell({ code: 'clock-back', details: { at: new Date(room.ports.clock.now()).toISOString() } })
    this.#clockLead = lead
  }

  /** A synchroniser has laid another text of an open article beside it. */
  async #lookForCopies(id: ArticleId): Promise<void> {
    const { disk, paths, room, tell } = this.#options
    const entries = (await unlessMissing(disk.readdir(paths.articleFolder(id)))) ?? []
    const count = entries.filter(({ name, kind }) => kind === 'file' && isSyncedCopy(name)).length
    const told = this.#copies.get(id) ?? 0
    this.#copies.set(id, count)
    if (count <= told) return
    const headline = room.ports.rows.get(id)?.headline ?? ''
    tell({ code: 'synced-copy', details: { id, headline, count } })
  }

  async #isThere(): Promise<boolean> {
    const { disk, paths, tell } = this.#options
    const isThere = (await disk.stat(paths.articles).catch(() => undefined))?.kind === 'folder'
    if (isThere === this.#isAway) {
      this.#isAway = !isThere
      tell({ code: isThere ? 'library-back' : 'library-away', details: { path: paths.root } })
      // It may have been written in elsewhere.
      if (isThere) await this.#lookAtList()
    }
    return isThere
  }

  async #lookAt(id: ArticleId): Promise<void> {
    const { articles, room } = this.#options
    const known = articles.knownStamp(id)
    // Never read, or a write of our own is under way.
    if (!known || articles.isBusy(id)) return
    const stamp = await articles.stampOnDisk(id)
    if (isSame(known, stamp) || !isSame(known, articles.knownStamp(id))) {
      this.#changing.delete(id)
      return
    }
    // One that was different at the look before may still be being written: half of it would be taken for damaged.
    const isAtRest = this.#changing.has(id) && isSame(this.#changing.get(id), stamp)
    this.#changing.set(id, stamp)
    if (!isAtRest) return
    this.#changing.delete(id)
    await room.look(id)
  }

  async #lookAtList(): Promise<void> {
    const { disk, paths, room } = this.#options
    const there = new Set(await articleNames(disk, paths))
    const listed = new Set(room.ports.rows.all().map(({ id }) => id))
    for (const id of there) if (!listed.has(id)) await room.look(id)
    for (const id of listed) if (!there.has(id)) await room.look(id)
  }
}

const isSame = (one: Stamp | undefined, other: Stamp | undefined): boolean =>
  one?.size === other?.size && one?.mtimeMs === other?.mtimeMs
