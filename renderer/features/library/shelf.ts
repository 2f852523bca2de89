import type { SearchHit } from '../../../core/api/contract.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import type { Status } from '../../../core/model/fields.ts'
import type { DeskClient } from '../../desk/client.ts'

export type ShelfFilter = 'all' | Exclude<Status, 'killed'>
export interface ShelfState {
  /** False until the first list has come. */
  isRead: boolean
  rows: readonly ArticleRow[]
  filter: ShelfFilter
  query: string
  /** Null where nothing is searched for. */
  hits: readonly SearchHit[] | null
  /** Where nothing was found: the query with words that the archive has. */
  instead: string | null
  /** The answer is late: the desk reads the articles first. */
  isWaiting: boolean
}

const searchAfterMs = 80
/** An answer takes some milliseconds; one that does not come by then is waited for aloud. */
const lateAfterMs = 500

/** What the library shows: the rows as the desk tells of them, a filter, and a search that answers while typing. */
export class Shelf {
  readonly #desk: DeskClient
  readonly #listeners = new Set<() => void>()
  #state: ShelfState = {
    isRead: false,
    rows: [],
    filter: 'all',
    query: '',
    hits: null,
    instead: null,
    isWaiting: false,
  }
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  readonly #told = new Set<Map<string, ArticleRow | null>>()

  constructor(desk: DeskClient) {
    this.#desk = desk
  }

  state = (): ShelfState => this.#state
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Follows what becomes of the articles; answers how to stop. The list itself is read by `refresh`. */
  open(): () => void {
    return this.#desk.listen((event) => {
      if (event.name === 'article.changed') this.#put(event.data.row)
      if (event.name === 'article.removed') this.remove(event.data.id)
    })
  }

  /** Reads the list; where the desk does not answer all stays as it was, until it is back and this is called again. */
  async refresh(): Promise<void> {
    // What is told while the desk answers is newer than its answer: a row, or null for one that has gone.
    const told = new Map<string, ArticleRow | null>()
    this.#told.add(told)
    try {
      const { articles } = await this.#desk.call('article.list', {})
      const newer = [...told.values()].filter((row) => row !== null).toReversed()
      this.#set({ rows: [...newer, ...articles.filter(({ id }) => !told.has(id))], isRead: true })
    } catch {
      // Whoever is away is said by the badge and above the sheet.
    } finally {
      this.#told.delete(told)
    }
  }

  show(filter: ShelfFilter): void {
    this.#set({ filter })
  }

  search(query: string): void {
    clearTimeout(this.#timer)
    this.#set(query.trim() === '' ? { query, hits: null, instead: null, isWaiting: false } : { query })
    if (query.trim() !== '') this.#timer = setTimeout(() => void this.#ask(query), searchAfterMs)
  }

  /** The rows as they stand in the list: the hits of a search, or those of the chosen status. */
  listed(): readonly ArticleRow[] {
    const { rows, hits, filter } = this.#state
    const all = hits?.map(({ row }) => row) ?? rows
    return filter === 'all' ? all : all.filter(({ status }) => status === filter)
  }

  /** The id of the article before or after this one in the list; the first where none is open. */
  neighbour(id: string | null, step: 1 | -1): string | undefined {
    const listed = this.listed()
    const at = listed.findIndex((row) => row.id === id)
    return listed[at === -1 ? 0 : at + step]?.id
  }

  /** A row this window has just made or changed. */
  put(row: ArticleRow): void {
    this.#put(row)
  }

  remove(id: string): void {
    this.#note(id, null)
    this.#set({ rows: this.#state.rows.filter((row) => row.id !== id) })
  }

  async #ask(query: string) {
    const number = (this.#asked += 1)
    const isNewest = () => number === this.#asked && this.#state.query === query
    const late = setTimeout(() => isNewest() && this.#set({ isWaiting: true }), lateAfterMs)
    const answer = await this.#desk.call('article.search', { query, limit: 100 }).catch(() => null)
    clearTimeout(late)
    // A slower answer to an older question must not replace a newer one.
    if (!isNewest()) return
    if (answer) this.#set({ hits: answer.hits, instead: answer.instead ?? null, isWaiting: false })
    else this.#set({ isWaiting: false })
  }

  #put(row: ArticleRow) {
    this.#note(row.id, row)
    this.#set({ rows: [row, ...this.#state.rows.filter(({ id }) => id !== row.id)] })
  }

  #note(id: string, row: ArticleRow | null) {
    for (const told of this.#told) {
      // The last to be told stands last.
      told.delete(id)
      told.set(id, row)
    }
  }

  #set(part: Partial<ShelfState>) {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
