import type { ListedDay, Listing, RowCounts } from '../../../core/api/listing.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import type { DeskClient } from '../../desk/client.ts'

const rowsAPage = 100
/** The pages that were looked at last stay; any other is asked for again. */
const pagesAtMost = 20
/** What changes in the desk comes in bursts: the list follows a moment after the first of them, not at each. */
const gatherMs = 80
/** And where one burst follows the other, as while thousands come in. */
const gatherLongMs = 500
const askedAtOnce = 2

interface Page {
  rows: readonly ArticleRow[]
  /** How many changes had been told of when it was asked for. */
  asOf: number
  /** The desk's own number of the list that it was cut from. */
  change: number
}

/** A list as far as it is known here. */
export interface Listed {
  /** False until the first answer of this list. */
  isRead: boolean
  total: number
  /** Articles in the whole library. */
  all: number
  counts: RowCounts | null
  /** Null where the list does not stand by its times. */
  days: readonly ListedDay[] | null
}

/** A window into a list that the desk keeps: the pages that are looked at, read when they come in sight, followed as they change. */
export class RowPages {
  readonly #desk: DeskClient
  readonly #onChange: () => void
  #listing: Listing | undefined
  #pages = new Map<number, Page>()
  #listed: Listed = { isRead: false, total: 0, all: 0, counts: null, days: null }
  #wanted: [first: number, last: number] = [0, 0]
  readonly #asking = new Set<number>()
  /** Counts the lists that were shown: an answer to an older one is passed over. */
  #shown = 0
  /** Counts what was told of changes. */
  #told = 0
  #change = 0
  #gathering: ReturnType<typeof setTimeout> | undefined
  #gatheredAt = 0

  constructor(desk: DeskClient, onChange: () => void) {
    this.#desk = desk
    this.#onChange = onChange
  }

  listed = (): Listed => this.#listed

  /** Shows a list from its beginning, or where it is looked at already; what is drawn stays until the desk has answered. */
  async show(listing: Listing, from: 'top' | 'here' = 'top'): Promise<void> {
    this.#listing = listing
    this.#shown += 1
    if (from === 'top') this.#wanted = [0, 0]
    this.#asking.clear()
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    await this.#read(this.#wantedPages(), true)
  }

  /** Undefined where it is not known yet. */
  rowAt(index: number): ArticleRow | undefined {
    return this.#pages.get(Math.floor(index / rowsAPage))?.rows[index % rowsAPage]
  }

  /** Where an article stands among the rows that are known; undefined where it is none of them. */
  indexOf(id: string): number | undefined {
    for (const [number, { rows }] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id)
      if (at !== -1) return number * rowsAPage + at
    }
    return undefined
  }

  /** The rows from one index to another are looked at. */
  want(from: number, to: number): void {
    this.#wanted = [Math.floor(from / rowsAPage), Math.floor(Math.max(from, to) / rowsAPage)]
    this.#ask()
  }

  /** An article was changed, made, or taken away: the list follows, at once where its row is here and stays where it is. */
  changed(row?: ArticleRow): void {
    const index = row && this.indexOf(row.id)
    const page = index === undefined ? undefined : this.#pages.get(Math.floor(index / rowsAPage))
    if (row && page && index !== undefined) {
      const before = page.rows[index % rowsAPage]
      this.#pages.set(Math.floor(index / rowsAPage), {
        ...page,
        rows: page.rows.with(index % rowsAPage, row),
      })
      this.#onChange()
      // Whoever writes is at the top of what is new: each save of theirs asks for nothing.
      if (index === 0 && this.#listing?.order === 'newest' && before && staysOnTop(before, row)) return
    }
    this.#told += 1
    const isBusy = Date.now() - this.#gatheredAt < 2 * gatherLongMs
    this.#gathering ??= setTimeout(
      () => {
        this.#gathering = undefined
        this.#gatheredAt = Date.now()
        void this.#read(this.#wantedPages(), true)
      },
      isBusy ? gatherLongMs : gatherMs,
    )
  }

  #wantedPages(): number[] {
    const last = Math.min(this.#wanted[1], Math.max(0, Math.ceil(this.#listed.total / rowsAPage) - 1))
    return Array.from({ length: Math.max(1, last - this.#wanted[0] + 1) }, (_, at) => this.#wanted[0] + at)
  }

  /** Asks for pages in sight that are not here or not as they are now. */
  #ask(): void {
    for (const number of this.#wantedPages()) {
      if (this.#asking.size >= askedAtOnce) return
      const page = this.#pages.get(number)
      const isKnown = page && page.asOf === this.#told && page.change === this.#change
      if (!isKnown && !this.#asking.has(number)) void this.#read([number], false)
    }
  }

  async #read(numbers: readonly number[], withDays: boolean): Promise<void> {
    const [listing, shown, asOf] = [this.#listing, this.#shown, this.#told]
    if (!listing) return
    const { order, ...rest } = listing
    const byTime = withDays && (order === 'newest' || order === 'oldest')
    for (const number of numbers) this.#asking.add(number)
    try {
      const [days, ...answers] = await Promise.all([
        byTime ? this.#desk.call('article.days', { order, ...rest }) : null,
        ...numbers.map((number) =>
          this.#desk.call('article.rows', { ...listing, from: number * rowsAPage, count: rowsAPage }),
        ),
      ])
      if (shown !== this.#shown) return
      // The first answer of another list takes the place of what is drawn.
      if (!this.#listed.isRead || this.#drawn !== shown) this.#pages = new Map()
      this.#drawn = shown
      for (const [at, { rows, total, all, counts, change }] of answers.entries()) {
        const number = numbers[at] ?? 0
        this.#pages.delete(number)
        this.#pages.set(number, { rows, asOf, change })
        this.#change = Math.max(this.#change, change)
        this.#listed = { ...this.#listed, isRead: true, total, all, counts }
      }
      if (withDays) this.#listed = { ...this.#listed, days: days?.days ?? null }
      this.#forgetOld()
      this.#onChange()
    } catch {
      // Whoever is away is said by the badge and above the sheet; what is drawn stays.
      return
    } finally {
      if (shown === this.#shown) for (const number of numbers) this.#asking.delete(number)
    }
    this.#ask()
  }
  /** Which list the pages are of. */
  #drawn = 0

  #forgetOld(): void {
    const [first, last] = this.#wanted
    for (const number of this.#pages.keys()) {
      if (this.#pages.size <= pagesAtMost) return
      if (number < first || number > last) this.#pages.delete(number)
    }
  }
}

/** Whether a row that was the newest is still, under the same day and through the same filters. */
function staysOnTop(before: ArticleRow, now: ArticleRow): boolean {
  const isAlike = (part: keyof ArticleRow) => JSON.stringify(before[part]) === JSON.stringify(now[part])
  const filtered = ['status', 'language', 'place', 'section', 'byline', 'date', 'embargoUntil'] as const
  return (
    filtered.every(isAlike) &&
    new Date(before.updatedAt).toDateString() === new Date(now.updatedAt).toDateString()
  )
}
