import { collationLevels, isBlankKey } from '../language/collate.ts'
import type { ArticleRow } from '../model/article.ts'
import { statuses } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import type { RowOrder } from '../model/list-view.ts'

/** A row with what decides where it stands. */
export interface Placed {
  row: ArticleRow
  /** Milliseconds since 1970. */
  updatedMs: number
  /** Compared first. */
  rank: number
  /** Compared where ranks are the same (core/language/collate.ts), and then its own spelling. */
  key: string
  text: string
}

/** One order of rows: what it makes of a row, and which of two stands first. */
export interface Ordering {
  place: (row: ArticleRow) => Placed
  compare: (one: Placed, other: Placed) => number
}

/** An order for readers of this language; two rows are never of one place, unless they are of one article. */
export function orderingOf(order: RowOrder, language: LanguageCode): Ordering {
  const rankOf = ranks[order]
  const textOf = texts[order]
  return {
    place: (row) => {
      const updatedMs = Date.parse(row.updatedAt) || 0
      if (!textOf) return { row, updatedMs, rank: rankOf(row), key: '', text: '' }
      const text = textOf(row)
      const key = collationLevels(text, language)
      // Whoever looks for a headline does not begin with those that have none.
      return isBlankKey(key)
        ? { row, updatedMs, rank: Infinity, key: '', text: '' }
        : { row, updatedMs, rank: beginningOf(key), key, text }
    },
    compare: order === 'oldest' ? (one, other) => newestFirst(other, one) : inOrder,
  }
}

const ranks: Record<RowOrder, (row: ArticleRow) => number> = {
  newest: () => 0,
  oldest: () => 0,
  headline: () => 0,
  place: () => 0,
  status: ({ status }) => statuses.indexOf(status),
}
const texts: Partial<Record<RowOrder, (row: ArticleRow) => string>> = {
  headline: ({ headline }) => headline,
  place: ({ place }) => place,
}

/** The first weights of a key as one number: two numbers are compared in a fraction of the time of two texts. */
function beginningOf(key: string): number {
  let beginning = 0
  let isOver = false
  for (let at = 0; at < 6; at += 1) {
    const weight: number = isOver ? 0 : key.charCodeAt(at)
    // Behind the weights stand other things.
    isOver ||= weight === 0
    beginning = beginning * 0x100 + weight
  }
  return beginning
}

const inOrder = (one: Placed, other: Placed): number =>
  one.rank === other.rank ? byKey(one, other) : one.rank - other.rank

function byKey(one: Placed, other: Placed): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  if (one.text !== other.text) return one.text < other.text ? -1 : 1
  return newestFirst(one, other)
}

function newestFirst(one: Placed, other: Placed): number {
  const byTime = other.updatedMs - one.updatedMs
  return byTime || (one.row.id === other.row.id ? 0 : one.row.id < other.row.id ? 1 : -1)
}

/** Rows in one order, mended by halving the list when one changes: nothing is sorted anew. */
export class OrderedRows {
  readonly #compare: Ordering['compare']
  readonly #placed: Placed[]

  /** `placed` stands in this order already. */
  constructor(ordering: Ordering, placed: Placed[]) {
    this.#compare = ordering.compare
    this.#placed = placed
  }

  get placed(): readonly Placed[] {
    return this.#placed
  }

  /** How many stand before this one, whether it is among them or not. */
  before(placed: Placed): number {
    return firstWhere(this.#placed, (each) => this.#compare(each, placed) >= 0)
  }

  /** Undefined where it is not among them. */
  positionOf(placed: Placed): number | undefined {
    const at = this.before(placed)
    return this.#placed[at]?.row.id === placed.row.id ? at : undefined
  }

  add(placed: Placed): void {
    this.#placed.splice(this.before(placed), 0, placed)
  }

  /** False where it was not among them. */
  remove(placed: Placed): boolean {
    const at = this.positionOf(placed)
    if (at !== undefined) this.#placed.splice(at, 1)
    return at !== undefined
  }
}

/** The first index at which this is true, where it stays true from there on; the length where it never is. */
export function firstWhere<T>(list: readonly T[], isTrue: (each: T) => boolean, from = 0): number {
  let [low, high] = [from, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(list[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
