import { DeskError } from '../api/errors.ts'
import type { Article, ArticleId, ArticleRow, ReadArticle } from '../model/article.ts'
import { isSameText, type DraftPatch } from '../model/draft-patch.ts'
import type { Measure } from '../model/measure.ts'
import { HouseNames } from './house-names.ts'
import { Keeping } from './keeping.ts'
import { Lines } from './lines.ts'
import type { Ports } from './ports.ts'
import { RowLists } from './row-lists.ts'
import { rowOf } from './rows.ts'
import { Searchable } from './searchable.ts'
import { createUlid } from './ulid.ts'

/** A window's words that no save has taken along yet. */
export interface Unsaved {
  window: string
  /** On the clock that never goes back, in milliseconds. */
  at: number
  on: readonly { revision: number; patch: DraftPatch }[]
}

export type Readable = Exclude<ReadArticle, { kind: 'unreadable' }>

/** What the use cases share: the ports, one line of work an article, and what to list, to search in and to suggest. */
export class DeskRoom {
  readonly ports: Ports
  readonly newId: () => ArticleId
  readonly search: Searchable
  readonly lists: RowLists
  readonly keeping: Keeping
  readonly names: HouseNames
  /** What windows have written in journals and not saved since. */
  readonly unsaved = new Map<ArticleId, Unsaved>()
  /** The articles as their files had them when a window opened or saved them last; a few, the latest at the end. */
  readonly #stood = new Map<ArticleId, Article>()
  readonly #same = new Map<ArticleId, { from: number; to: number }>()
  readonly #lines = new Lines<ArticleId>()

  readonly #opened = new Set<ArticleId>()

  constructor(ports: Ports) {
    this.ports = ports
    this.newId = createUlid(ports.clock, ports.chance)
    this.keeping = new Keeping(ports)
    this.names = new HouseNames(ports.names)
    this.search = new Searchable(ports)
    this.lists = new RowLists(() => ports.rows.all())
  }

  /** @throws DeskError 'library-locked' */
  requireWritable(): void {
    if (this.ports.library.readOnly) {
      throw new DeskError('library-locked', 'another program holds the library: it can be read, not changed')
    }
  }

  /** Those that windows have opened or written in last, the latest at the end: they are looked after. */
  get opened(): ReadonlySet<ArticleId> {
    return this.#opened
  }

  /** A window shows this article. Beyond `openedAtMost` the one that rested longest goes: it is read again when it is opened. */
  noteOpened(id: ArticleId): void {
    this.#opened.delete(id)
    this.#opened.add(id)
    for (const longest of this.#opened) {
      if (this.#opened.size <= openedAtMost) return
      this.#opened.delete(longest)
    }
  }

  /** Windows take this for what the file says. */
  noteStood(article: Article): void {
    this.#stood.delete(article.id)
    this.#stood.set(article.id, article)
    for (const longest of this.#stood.keys()) {
      if (this.#stood.size <= stoodAtMost) return
      this.#stood.delete(longest)
    }
  }

  /** A change that touched no word of the text: what windows have still holds, and may be saved over it. */
  noteSame(before: Article, after: Article): void {
    this.#same.set(after.id, { from: before.revision, to: after.revision })
    this.noteStood(after)
  }

  /** Whether the text of that revision is that of the present one, for all that a window can change. */
  saysTheSame({ id, revision: present }: Article, revision: number): boolean {
    const same = this.#same.get(id)
    return same?.from === revision && same.to === present
  }

  /** Whether the file still says what windows take it to say: another program may have written in it under the same revision. */
  standsAsNoted(current: Article): boolean {
    const stood = this.#stood.get(current.id)
    return stood?.revision === current.revision && isSameText(stood, current)
  }

  /** Runs a task alone among those of this article, in the order of the calls. */
  alone<T>(id: ArticleId, task: () => Promise<T>): Promise<T> {
    return this.#lines.run(id, task)
  }

  /** The article as it is stored. @throws DeskError 'not-found' | 'unreadable' */
  async read(id: ArticleId, isToChange = false): Promise<Readable> {
    const { articles } = this.ports
    const read = await (isToChange ? articles.getToChange(id) : articles.get(id))
    if (read === undefined || read.kind === 'unreadable') {
      // A damaged file has been set aside by now; one that the disk could not read is still there.
      if ((await articles.get(id)) === undefined) this.forget(id)
      if (read === undefined) throw new DeskError('not-found', `there is no article ${id}`)
      throw new DeskError('unreadable', `article ${id} cannot be read: ${read.reason}`, {
        reason: read.reason,
      })
    }
    return read
  }

  /** The article for changing it. @throws DeskError 'not-found' | 'unreadable' | 'read-only' | 'library-locked' */
  async readToChange(id: ArticleId): Promise<Article> {
    this.requireWritable()
    const read = await this.read(id, true)
    if (read.kind === 'foreign') {
      throw new DeskError('read-only', `article ${id} was written by a newer version`, {
        reason: read.reason,
        unknown: read.unknown.join(' '),
      })
    }
    return read.article
  }

  /** Makes a stored text known to lists, to search and to everybody who listens. */
  announce(article: Article, measure?: Measure): ArticleRow {
    const row = rowOf(article, measure)
    const old = this.ports.rows.get(row.id)
    this.ports.rows.put(row)
    this.lists.changed(old, row)
    this.search.learn(article)
    this.ports.tell({ name: 'article.changed', data: { row, revision: article.revision } })
    return row
  }

  /** Another program has been at this article's file: lists, search and windows follow what is there now. */
  look(id: ArticleId): Promise<void> {
    return this.alone(id, async () => {
      const read = await this.ports.articles.get(id)
      if (read && read.kind !== 'unreadable') this.announce(read.article)
      // A damaged file has been set aside by now; one that the disk does not give now is still there.
      else if ((await this.ports.articles.get(id)) === undefined) this.forget(id)
    })
  }

  /** Takes an article out of lists and search. */
  forget(id: ArticleId): void {
    this.search.forget(id)
    const row = this.ports.rows.get(id)
    if (!row) return
    this.ports.rows.remove(id)
    this.lists.changed(row, undefined)
    this.ports.tell({ name: 'article.removed', data: { id } })
  }
}

/** As many articles as are looked after. */
const openedAtMost = 20
/** As many are kept whole in memory. */
const stoodAtMost = 6
