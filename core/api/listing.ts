import { z } from 'zod'
import { articleId, type ArticleRow } from '../model/article.ts'
import { status, zonedDate, type Status } from '../model/fields.ts'
import { languageCode, type LanguageCode } from '../model/language-code.ts'
import { rowOrders } from '../model/list-view.ts'

const count = z.number().int().min(0)
const anyOf = <T extends z.ZodType>(each: T) => z.array(each).max(100).optional()
const words = anyOf(z.string().max(2000))
const keywords = z.array(z.string().trim().min(1).max(200)).max(50).optional()

/**
 * What a row must have to be listed: of each list that is not empty one value, and all of the rest. Places, sections and bylines are
 * compared as a search compares them (core/language/fold.ts).
 */
export const rowFilter = z.object({
  status: anyOf(status),
  language: anyOf(languageCode),
  place: words,
  section: words,
  byline: words,
  /** Written by nobody of these. */
  notByline: words,
  /** IPTC Media Topics codes. */
  subject: anyOf(z.string().max(20)),
  /** By the article's date, or its last change where it has none: from this day or moment on, and before that one. */
  after: zonedDate.optional(),
  before: zonedDate.optional(),
  /** Not withdrawn, and held until later than this moment. */
  embargoedAt: zonedDate.optional(),
})
export type RowFilter = z.output<typeof rowFilter>

const order = z.enum(rowOrders)

/** Which list of rows is meant; `language` is that of the interface. */
export const listing = z.object({ order, filter: rowFilter.default({}), language: languageCode })
export type Listing = z.output<typeof listing>

/** The most rows that go through the door at once. */
export const rowsAtMost = 500
export const rowsInput = listing.extend({ from: count, count: count.max(rowsAtMost) })
export const idsInput = listing.extend({ from: count, count: count.max(100_000) })
export const positionInput = listing.extend({ id: articleId })
export const daysInput = listing.extend({ order: z.enum(['newest', 'oldest']) })

/** How many rows there would be with this value alone chosen in its part of the filter, all other parts as they are. */
export interface RowCounts {
  status: Record<Status, number>
  language: Partial<Record<LanguageCode, number>>
  /** The fifty most used, in the spelling that was met first; with none chosen in this part of the filter. */
  place: { value: string; count: number }[]
  section: { value: string; count: number }[]
}
export interface ListedRows {
  rows: ArticleRow[]
  /** Of the filtered list. */
  total: number
  /** Of the whole library. */
  all: number
  counts: RowCounts
  /** Counts the changes of all rows: what was answered under another number may stand elsewhere by now. */
  change: number
}
export interface RowPosition {
  /** From 0 on; null where the article is not in this list. */
  position: number | null
  /** Its neighbours; of one that the filter leaves out, those between which it would stand. */
  previous: string | null
  next: string | null
}

/** A change of what an article says of itself, from outside its editor; a keyword that it has already is not added twice. */
export const markInput = z.object({
  id: articleId,
  status: status.optional(),
  addKeywords: keywords,
  dropKeywords: keywords,
})
export interface MarkedArticle {
  row: ArticleRow
  /** What takes it back; null where nothing was changed. */
  back: Pick<z.output<typeof markInput>, 'status' | 'addKeywords' | 'dropKeywords'> | null
}
/** Rows last changed on one day, as this computer's clock has it: `count` of them from position `from` on. */
export interface ListedDay {
  /** `2026-11-27` */
  day: string
  from: number
  count: number
}
