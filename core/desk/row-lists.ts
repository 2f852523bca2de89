import type { ListedDay, Listing, RowCounts, RowFilter, RowPosition } from '../api/listing.ts'
import type { ArticleRow } from '../model/article.ts'
import type { LanguageCode } from '../model/language-code.ts'
import type { RowOrder } from '../model/list-view.ts'
import { firstWhere, OrderedRows, orderingOf, type Ordering, type Placed } from './ordered-rows.ts'
import { missedBy, RowTally, type Missed } from './row-filter.ts'

/** As many orders are kept, and as many filtered lists of each: what several windows show, and what they showed last. */
const ordersAtMost = 4
const filtersAtMost = 4

/**
 * The lists of rows that somebody looks at, kept in their order between calls: the first call sorts, a filter looks through once,
 * and every later call and change costs the same in a library of any size, but for moving pointers.
 */
export class RowLists {
  readonly #all: () => readonly ArticleRow[]
  /** Those used last stand at the end. */
  readonly #orders = new Map<string, ListsOfOrder>()
  #change = 0

  /** `all` is asked for an order that is not kept. */
  constructor(all: () => readonly ArticleRow[]) {
    this.#all = all
  }

  /** Counts the changes. */
  get change(): number {
    return this.#change
  }

  /** The list that is meant, in its order. */
  list({ order, filter, language }: Listing): RowList {
    // Only texts stand otherwise in another language.
    const name = order === 'headline' || order === 'place' ? `${order} ${language}` : order
    const make = () => new ListsOfOrder(order, language, this.#all())
    return kept(this.#orders, name, { make, atMost: ordersAtMost }).list(filter)
  }

  /** One row has become another, has come (no `old`), or has gone (no `now`). */
  changed(old: ArticleRow | undefined, now: ArticleRow | undefined): void {
    this.#change += 1
    // One that does not hold what it should is made anew when it is asked for.
    for (const [name, lists] of this.#orders) if (!lists.changed(old, now)) this.#orders.delete(name)
  }
}

class ListsOfOrder {
  readonly #ordering: Ordering
  readonly #whole: RowList
  readonly #filtered = new Map<string, RowList>()

  constructor(order: RowOrder, language: LanguageCode, rows: readonly ArticleRow[]) {
    this.#ordering = orderingOf(order, language)
    const placed = rows.map(this.#ordering.place).sort(this.#ordering.compare)
    this.#whole = new RowList(this.#ordering, { placed, filter: {} })
  }

  list(filter: RowFilter): RowList {
    const name = nameOf(filter)
    if (name === '') return this.#whole
    const make = () => new RowList(this.#ordering, { placed: this.#whole.placed, filter })
    return kept(this.#filtered, name, { make, atMost: filtersAtMost })
  }

  changed(old: ArticleRow | undefined, now: ArticleRow | undefined): boolean {
    const [before, after] = [old, now].map((row) => row && this.#ordering.place(row))
    return [this.#whole, ...this.#filtered.values()].every((list) => list.changed(before, after))
  }
}

/** The rows of one order that pass a filter. */
export class RowList {
  readonly #ordering: Ordering
  readonly #rows: OrderedRows
  readonly #missed: (row: ArticleRow) => Missed
  /** All rows of the order, for counting those that are left out. */
  readonly #all: readonly Placed[]
  #tally: RowTally | undefined

  constructor(ordering: Ordering, { placed, filter }: { placed: readonly Placed[]; filter: RowFilter }) {
    this.#ordering = ordering
    this.#missed = missedBy(filter)
    const isWhole = nameOf(filter) === ''
    const passing = isWhole ? [...placed] : placed.filter(({ row }) => this.#missed(row) === 'none')
    this.#rows = new OrderedRows(ordering, passing)
    this.#all = isWhole ? passing : placed
  }

  get placed(): readonly Placed[] {
    return this.#rows.placed
  }

  /** Counted at the first question, kept right from then on. */
  counts(): RowCounts {
    if (!this.#tally) {
      this.#tally = new RowTally()
      for (const { row } of this.#all) this.#tally.count(row, this.#missed(row), 1)
    }
    return this.#tally.counts()
  }

  rows(from: number, count: number): ArticleRow[] {
    return this.placed.slice(from, from + count).map(({ row }) => row)
  }

  positionOf(row: ArticleRow): RowPosition {
    const before = this.#rows.before(this.#ordering.place(row))
    const isHere = this.placed[before]?.row.id === row.id
    return {
      position: isHere ? before : null,
      previous: this.placed[before - 1]?.row.id ?? null,
      next: this.placed[isHere ? before + 1 : before]?.row.id ?? null,
    }
  }

  /** The days of a list that stands by its times. */
  days(): ListedDay[] {
    const days: ListedDay[] = []
    for (let from = 0; from < this.placed.length;) {
      const { day, isWithin } = dayAround(this.placed[from]?.updatedMs ?? 0)
      const end = firstWhere(this.placed, ({ updatedMs }) => !isWithin(updatedMs), from)
      days.push({ day, from, count: end - from })
      from = end
    }
    return days
  }

  /** False where the old row was not where it should have been. */
  changed(before: Placed | undefined, after: Placed | undefined): boolean {
    const wasThere = !before || this.#leave(before)
    if (after) this.#enter(after)
    return wasThere
  }

  #leave(placed: Placed): boolean {
    const missed = this.#missed(placed.row)
    this.#tally?.count(placed.row, missed, -1)
    return missed !== 'none' || this.#rows.remove(placed)
  }

  #enter(placed: Placed): void {
    const missed = this.#missed(placed.row)
    this.#tally?.count(placed.row, missed, 1)
    if (missed === 'none') this.#rows.add(placed)
  }
}

function dayAround(ms: number) {
  const time = new Date(ms)
  const [year, month, date] = [time.getFullYear(), time.getMonth(), time.getDate()]
  // By the calendar: not every day has 24 hours.
  const [begin, end] = [new Date(year, month, date).getTime(), new Date(year, month, date + 1).getTime()]
  const day = [String(year).padStart(4, '0'), twoDigits(month + 1), twoDigits(date)].join('-')
  return { day, isWithin: (each: number) => each >= begin && each < end }
}
const twoDigits = (n: number) => String(n).padStart(2, '0')

/** The same for filters that let the same rows through; empty where they let all through. */
function nameOf(filter: RowFilter): string {
  const parts = Object.entries(filter)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([part, value]) => [part, typeof value === 'string' ? value : [...value].sort()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return parts.length === 0 ? '' : JSON.stringify(parts)
}

/** What is kept under this name, or made and kept; the one that was used longest ago goes where there are too many. */
function kept<T>(map: Map<string, T>, name: string, { make, atMost }: { make: () => T; atMost: number }): T {
  const value = map.get(name) ?? make()
  map.delete(name)
  map.set(name, value)
  for (const oldest of map.keys()) {
    if (map.size <= atMost) break
    map.delete(oldest)
  }
  return value
}
