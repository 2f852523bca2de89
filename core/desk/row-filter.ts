import type { RowCounts, RowFilter } from '../api/listing.ts'
import { fold } from '../language/fold.ts'
import type { ArticleRow } from '../model/article.ts'
import { statuses, type Status } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { isHeld } from '../model/unreal-days.ts'

type Part = keyof RowFilter
type Test = (row: ArticleRow) => boolean
/** The part of a filter that a row does not meet. */
export type Missed = Part | 'none' | 'several'

/** A filter made ready: which part of it a row misses. A part with nothing chosen is met by all. */
export function missedBy(filter: RowFilter): (row: ArticleRow) => Missed {
  const tests = Object.entries(testsOf(filter)).filter((each): each is [Part, Test] => each[1] !== undefined)
  return (row) => {
    let missed: Missed = 'none'
    for (const [part, isMet] of tests) {
      if (isMet(row)) continue
      if (missed !== 'none') return 'several'
      missed = part
    }
    return missed
  }
}

function testsOf(filter: RowFilter): Record<Part, Test | undefined> {
  const { after, before, embargoedAt } = filter
  const [afterMs, beforeMs, atMs] = [after, before, embargoedAt].map((iso) => Date.parse(iso ?? ''))
  return {
    status: chosen(filter.status, (row) => [row.status]),
    language: chosen(filter.language, (row) => [row.language]),
    place: chosen(filter.place?.map(folded), (row) => [folded(row.place)]),
    section: chosen(filter.section?.map(folded), (row) => [folded(row.section)]),
    byline: chosen(filter.byline?.map(folded), (row) => row.byline.map(folded)),
    notByline: none(filter.notByline?.map(folded), (row) => row.byline.map(folded)),
    subject: chosen(filter.subject, (row) => row.subjects),
    after: after === undefined ? undefined : (row) => dateMs(row) >= (afterMs ?? 0),
    before: before === undefined ? undefined : (row) => dateMs(row) < (beforeMs ?? 0),
    embargoedAt:
      embargoedAt === undefined
        ? undefined
        : (row) => row.status !== 'killed' && isHeld(row.embargoUntil, atMs ?? 0),
  }
}

function chosen<T>(
  values: readonly T[] | undefined,
  of: (row: ArticleRow) => readonly T[],
): Test | undefined {
  const wanted = new Set(values)
  return wanted.size === 0 ? undefined : (row) => of(row).some((value) => wanted.has(value))
}

function none<T>(values: readonly T[] | undefined, of: (row: ArticleRow) => readonly T[]): Test | undefined {
  const isIn = chosen(values, of)
  return isIn && ((row) => !isIn(row))
}

const dateMs = ({ date, updatedAt }: ArticleRow): number => Date.parse(date ?? updatedAt)

/** A library has many articles of few places: each spelling is folded once, until there are too many. */
const foldedAtMost = 20_000
const foldedWords = new Map<string, string>()
function folded(word: string): string {
  const known = foldedWords.get(word)
  if (known !== undefined) return known
  if (foldedWords.size >= foldedAtMost) foldedWords.clear()
  const made = fold(word.trim())
  foldedWords.set(word, made)
  return made
}

const shownAtMost = 50

/** Counts rows by their values, each part as if nothing were chosen in it. */
export class RowTally {
  readonly #status = new Map<Status, number>()
  readonly #language = new Map<LanguageCode, number>()
  readonly #place = new WordTally()
  readonly #section = new WordTally()

  /** Takes a row in (`by` 1) or out (-1), which misses this of the filter. */
  count(row: ArticleRow, missed: Missed, by: 1 | -1): void {
    const counts = (part: Part) => missed === 'none' || missed === part
    if (counts('status')) add(this.#status, row.status, by)
    if (counts('language')) add(this.#language, row.language, by)
    if (counts('place')) this.#place.count(row.place, by)
    if (counts('section')) this.#section.count(row.section, by)
  }

  counts(): RowCounts {
    return {
      status: Object.fromEntries(statuses.map((status) => [status, this.#status.get(status) ?? 0])) as Record<
        Status,
        number
      >,
      language: Object.fromEntries(this.#language),
      place: this.#place.most(),
      section: this.#section.most(),
    }
  }
}

function add<K>(counts: Map<K, number>, value: K, by: 1 | -1): void {
  const count = (counts.get(value) ?? 0) + by
  if (count > 0) counts.set(value, count)
  else counts.delete(value)
}

class WordTally {
  readonly #words = new Map<string, { value: string; count: number }>()
  #most: { value: string; count: number }[] | undefined

  count(word: string, by: 1 | -1): void {
    const key = folded(word)
    if (key === '') return
    this.#most = undefined
    const tally = this.#words.get(key) ?? { value: word.trim(), count: 0 }
    tally.count += by
    if (tally.count > 0) this.#words.set(key, tally)
    else this.#words.delete(key)
  }

  /** The most used first. */
  most(): { value: string; count: number }[] {
    this.#most ??= [...this.#words.values()]
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, shownAtMost)
      .map((tally) => ({ ...tally }))
    return this.#most
  }
}
