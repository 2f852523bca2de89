import type { SearchHit } from '../../../core/api/contract.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { ListView } from '../../../core/model/list-view.ts'
import type { DeskClient } from '../../desk/client.ts'
import { RowPages, type Listed } from './row-pages.ts'
import { Selection } from './selection.ts'
import { filterOf, isSameView } from './view-filter.ts'

export interface ShelfState extends Listed {
  view: ListView
  query: string
  /** Null where nothing is searched for. */
  hits: readonly SearchHit[] | null
  /** How many articles the search found in this view; `hits` are the best of them. */
  found: number
  /** Where nothing was found: the query with words that the archive has. */
  instead: string | null
  /** The answer is late: the desk reads the articles first. */
  isWaiting: boolean
  /** Counts what was drawn anew: rows are asked for one by one. */
  version: number
  /** Counts the lists that were asked for: another one begins at its top. */
  list: number
}

interface ShelfWorld {
  view: ListView
  ownNames: readonly string[]
  language: LanguageCode
  now?: () => number
  /** Another view is shown: kept for the next start. */
  onView?: (view: ListView) => void
}

const searchAfterMs = 80
/** An answer takes some milliseconds; one that does not come by then is waited for aloud. */
const lateAfterMs = 500
const hitsAtFirst = 100
/** As many as the desk is asked for at most: whoever has not found it by then asks otherwise. */
const hitsAtMost = 1000

/** What the library shows: a view of all rows, however many, or a search in them that answers while typing. */
export class Shelf {
  readonly #desk: DeskClient
  readonly #pages: RowPages
  readonly selection = new Selection()
  readonly #listeners = new Set<() => void>()
  #world: ShelfWorld
  #state: ShelfState
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  #limit = hitsAtFirst
  #isPrepared = false

  constructor(desk: DeskClient, world: ShelfWorld) {
    this.#desk = desk
    this.#world = world
    this.#pages = new RowPages(desk, () => this.#set({}))
    this.#state = {
      ...this.#pages.listed(),
      view: world.view,
      query: '',
      hits: null,
      found: 0,
      instead: null,
      isWaiting: false,
      version: 0,
      list: 0,
    }
  }

  state = (): ShelfState => this.#state
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Follows what becomes of the articles; answers how to stop. The list itself is read by `refresh`. */
  open(): () => void {
    return this.#desk.listen((event) => {
      if (event.name === 'article.changed') this.#changed(event.data.row)
      if (event.name === 'article.removed') this.forget(event.data.id)
    })
  }

  /** Reads the list; where the desk does not answer all stays as it was, until it is back and this is called again. */
  async refresh(): Promise<void> {
    await this.#pages.show(this.#listing(), 'here')
  }

  /** The language whose order headlines stand in, and the names of its user. */
  async readBy(language: LanguageCode, ownNames: readonly string[]): Promise<void> {
    const isSame =
      language === this.#world.language && ownNames.join('\n') === this.#world.ownNames.join('\n')
    this.#world = { ...this.#world, language, ownNames }
    if (!isSame && this.#state.isRead) await this.refresh()
  }

  /** Shows all that this view lets through, and only that. */
  show(part: Partial<ListView>): void {
    const view = { ...this.#state.view, ...part }
    if (isSameView(view, this.#state.view)) return
    this.#set({ view, list: this.#state.list + 1 })
    this.#world.onView?.(view)
    void this.#pages.show(this.#listing())
    if (this.#state.query.trim() !== '') void this.#ask(this.#state.query)
  }

  /** Somebody is about to search: the desk reads what it kept of the words now, once, and not at the first letter. */
  prepare(): void {
    if (this.#isPrepared) return
    this.#isPrepared = true
    this.#desk.call('article.search', { query: '', limit: 0 }).catch(() => (this.#isPrepared = false))
  }

  search(query: string): void {
    clearTimeout(this.#timer)
    this.#limit = hitsAtFirst
    const isOver = query.trim() === ''
    const over = { hits: null, instead: null, isWaiting: false, found: 0, list: this.#state.list + 1 }
    this.#set(isOver ? { query, ...over } : { query })
    if (!isOver) this.#timer = setTimeout(() => void this.#ask(query), searchAfterMs)
  }

  /** How many rows there are to draw. */
  count(): number {
    return this.#state.hits?.length ?? this.#state.total
  }

  /** Undefined where it is not known yet. */
  rowAt(index: number): ArticleRow | undefined {
    const { hits } = this.#state
    return hits ? hits[index]?.row : this.#pages.rowAt(index)
  }

  /** Among those that are known. */
  indexOf(id: string): number | undefined {
    const { hits } = this.#state
    if (!hits) return this.#pages.indexOf(id)
    const at = hits.findIndex((hit) => hit.id === id)
    return at === -1 ? undefined : at
  }

  /** The rows from one index to another are looked at. */
  want(from: number, to: number): void {
    const { hits, found, query } = this.#state
    if (!hits) return this.#pages.want(from, to)
    const isShort = hits.length < Math.min(found, hitsAtMost) && this.#limit <= hits.length
    if (!isShort || to < hits.length - 10) return undefined
    this.#limit = Math.min(hitsAtMost, this.#limit * 2)
    return void this.#ask(query)
  }

  /** The rows at the top, as far as they are known. */
  first(count: number): ArticleRow[] {
    return Array.from({ length: count }, (_, at) => this.rowAt(at)).filter((row) => row !== undefined)
  }

  /** The id of the article before or after this one in the list; the first where none is open. @throws DeskError */
  async neighbour(id: string | null, step: 1 | -1): Promise<string | undefined> {
    const index = id === null ? -1 : (this.indexOf(id) ?? -1)
    const beside = this.rowAt(id === null || index === -1 ? 0 : index + step)?.id
    if (this.#state.hits || id === null || (index !== -1 && beside !== undefined)) return beside
    const at = await this.#desk.call('article.position', { ...this.#listing(), id })
    return (step === 1 ? at.next : at.previous) ?? undefined
  }

  /** The ids of rows between two indexes, both among them, also of those that are not known here. @throws DeskError */
  async idsBetween(one: number, other: number): Promise<string[]> {
    const from = Math.min(one, other)
    const count = Math.abs(one - other) + 1
    const { hits } = this.#state
    if (hits) return hits.slice(from, from + count).map(({ id }) => id)
    return (await this.#desk.call('article.ids', { ...this.#listing(), from, count })).ids
  }

  /** It is in the list no more. */
  forget(id: string): void {
    this.selection.drop([id])
    const { hits, found } = this.#state
    if (hits?.some((hit) => hit.id === id))
      this.#set({ hits: hits.filter((hit) => hit.id !== id), found: found - 1 })
    this.#pages.changed()
  }

  #changed(row: ArticleRow): void {
    const { hits } = this.#state
    if (hits?.some(({ id }) => id === row.id))
      this.#set({
        hits: hits.map((hit) => (hit.id === row.id ? { ...hit, row, headline: row.headline } : hit)),
      })
    this.#pages.changed(row)
  }

  #listing() {
    const { view } = this.#state
    const { language, ownNames, now = Date.now } = this.#world
    return { order: view.order, filter: filterOf(view, { ownNames, nowMs: now() }), language }
  }

  async #ask(query: string) {
    const number = (this.#asked += 1)
    const isNewest = () => number === this.#asked && this.#state.query === query
    const late = setTimeout(() => isNewest() && this.#set({ isWaiting: true }), lateAfterMs)
    const { filter } = this.#listing()
    const answer = await this.#desk
      .call('article.search', { query, limit: this.#limit, filter })
      .catch(() => null)
    clearTimeout(late)
    // A slower answer to an older question must not replace a newer one.
    if (!isNewest()) return
    if (!answer) return this.#set({ isWaiting: false })
    const { hits, total, instead = null } = answer
    const isMore = this.#limit > hitsAtFirst
    const list = this.#state.list + (isMore ? 0 : 1)
    this.#set({ hits, found: total, instead, isWaiting: false, list })
  }

  #set(part: Partial<ShelfState>) {
    this.#state = { ...this.#state, ...this.#pages.listed(), ...part, version: this.#state.version + 1 }
    for (const listener of this.#listeners) listener()
  }
}
