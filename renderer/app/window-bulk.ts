import type { Status } from '../../core/model/fields.ts'
import type { DeskClient } from '../desk/client.ts'
import type { ArticleSession } from '../features/article/session.ts'
import { Bulk, type BulkDeeds, type BulkReport } from '../features/library/bulk.ts'
import type { Told } from './window-state.ts'

interface BulkWorld {
  desk: DeskClient
  session: () => ArticleSession | null
  /** Closes the open article once the disk has it; false where it stays open. */
  close: () => Promise<boolean>
  trashOne: (id: string) => Promise<void>
  /** It is in no list any more. */
  onGone: (id: string) => void
  /** Asks in which format they go out. */
  exportMany: (ids: readonly string[]) => void
  tell: (told: Told) => void
}
type Back = (() => Promise<unknown>) | null

/** What this window does with many articles at once. The one that is open is changed where it is written. */
export class WindowBulk {
  readonly work = new Bulk()
  readonly deeds: BulkDeeds = {
    status: (ids, status) => void this.status(ids, status),
    keyword: (ids, word) => void this.keyword(ids, word),
    trash: (ids) => void this.#trashChosen(ids),
    export: (ids) => this.#world.exportMany(ids),
  }
  readonly #world: BulkWorld

  constructor(world: BulkWorld) {
    this.#world = world
  }

  status(ids: readonly string[], status: Status): Promise<void> {
    return this.#do('marked', ids, (id) => {
      const open = this.#openOne(id)
      return open ? statusOf(open, status) : this.#mark({ id, status })
    })
  }

  keyword(ids: readonly string[], word: string): Promise<void> {
    return this.#do('marked', ids, (id) => {
      const open = this.#openOne(id)
      return open ? keywordOf(open, word) : this.#mark({ id, addKeywords: [word] })
    })
  }

  /** A text that is not on the disk stays where it is. */
  trash(ids: readonly string[]): Promise<void> {
    const { desk, session, close, onGone } = this.#world
    return this.#do('trashed-many', ids, async (id) => {
      if (session()?.id === id && !(await close())) return null
      await desk.call('article.trash', { id })
      onGone(id)
      return () => desk.call('trash.restore', { id })
    })
  }

  /** One alone is told of as itself. */
  #trashChosen(ids: readonly string[]): Promise<void> {
    const [one] = ids
    return one !== undefined && ids.length === 1 ? this.#world.trashOne(one) : this.trash(ids)
  }

  async #mark(mark: { id: string; status?: Status; addKeywords?: string[] }): Promise<Back> {
    const { back } = await this.#world.desk.call('article.mark', mark)
    return back && (() => this.#world.desk.call('article.mark', { id: mark.id, ...back }))
  }

  #openOne(id: string): ArticleSession | null {
    const session = this.#world.session()
    return session?.id === id && !session.isReadOnly ? session : null
  }

  async #do(
    kind: 'marked' | 'trashed-many',
    ids: readonly string[],
    one: (id: string) => Promise<Back>,
  ): Promise<void> {
    const report = await this.work.run(ids, one)
    if (report) this.#tell(kind, report)
  }

  #tell(kind: 'marked' | 'trashed-many', { count, errors, back }: BulkReport): void {
    const undo = async () => {
      const undone = await back()
      if (undone.errors.length > 0) this.#tell('marked', { ...undone, count: 0 })
    }
    this.#world.tell({ kind, count, errors, ...(count > 0 && { undo }) })
  }
}

async function statusOf(open: ArticleSession, status: Status): Promise<Back> {
  const before = open.details().status
  if (before === status) return null
  open.setStatus(status)
  return async () => open.setStatus(before)
}

async function keywordOf(open: ArticleSession, word: string): Promise<Back> {
  const { keywords } = open.details().fields
  if (keywords.includes(word)) return null
  open.setField('keywords', [...keywords, word])
  return async () =>
    open.setField(
      'keywords',
      open.details().fields.keywords.filter((each) => each !== word),
    )
}
