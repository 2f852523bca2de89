import { z } from 'zod'
import { articleRow, type ArticleId, type ArticleRow } from '../../core/model/article.ts'
import { statuses } from '../../core/model/fields.ts'
import { languageCodes } from '../../core/model/language-code.ts'

export const stampedRow = z.object({ row: articleRow, size: z.number(), mtimeMs: z.number() })
/** A row with size and time of the file that it was made from. */
export type StampedRow = z.infer<typeof stampedRow>

/** Rows, and behind each other the sizes and times of their files: an object less for every article of a start. */
export interface StampedRows {
  rows: ArticleRow[]
  sizes: number[]
  times: number[]
}

/**
 * Rows as `desk/index.json` holds them: the values of each part behind each other, and of a part that says the same again and again each
 * value once with its number for every row. They are read several times quicker so, and what is the same is one in memory.
 */
export interface RowColumns {
  values: Columns
  known: Columns
}
type Columns = Record<string, unknown[]>

type Check = (value: unknown) => boolean
const isText: Check = (value) => typeof value === 'string'
const isTextOrNull: Check = (value) => value === null || typeof value === 'string'
const areTexts: Check = (value) => Array.isArray(value) && value.every(isText)
const isNumber: Check = (value) => Number.isFinite(value)
export const isId = (value: unknown): value is ArticleId =>
  typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value)
const oneOf = (values: readonly string[]): Check => {
  const all = new Set<unknown>(values)
  return (value) => all.has(value)
}

/** What the schema says of each part, many times quicker: all rows stand between a start and its list. A test holds it to the schema. */
const checks = {
  id: isId,
  headline: isText,
  language: oneOf(languageCodes),
  status: oneOf(statuses),
  date: isTextOrNull,
  place: isText,
  updatedAt: isText,
  embargoUntil: isTextOrNull,
  words: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  section: isText,
  byline: areTexts,
  subjects: areTexts,
  picture: isTextOrNull,
  translatedFrom: (value) => value === null || isId(value),
  size: isNumber,
  mtimeMs: isNumber,
} satisfies Record<keyof ArticleRow | 'size' | 'mtimeMs', Check>
export type RowPart = keyof typeof checks

/** The parts of a row, in the order of the file. */
export const rowParts = Object.keys(checks) as RowPart[]
/** Those that are hardly ever the same in two rows; of all others each value is written once. */
const ownParts: ReadonlySet<RowPart> = new Set(['id', 'headline', 'updatedAt', 'words', 'size', 'mtimeMs'])

/** One column of these rows: its values, or their numbers in `known`. */
export function columnOf(
  { rows, sizes, times }: StampedRows,
  part: RowPart,
): { values: unknown[]; known?: unknown[] } {
  if (part === 'size') return { values: sizes }
  if (part === 'mtimeMs') return { values: times }
  if (ownParts.has(part)) return { values: rows.map((row) => row[part]) }
  const numbers = new Map<string, number>()
  const known: unknown[] = []
  const values = rows.map((row) => {
    const value = row[part] ?? null
    const name = JSON.stringify(value)
    const number = numbers.get(name) ?? known.push(value) - 1
    numbers.set(name, number)
    return number
  })
  return { values, known }
}

/** All columns of these rows. */
export function columnsOf(rows: StampedRows): RowColumns {
  const columns: RowColumns = { values: {}, known: {} }
  for (const part of rowParts) {
    const { values, known } = columnOf(rows, part)
    columns.values[part] = values
    if (known) columns.known[part] = known
  }
  return columns
}

/** The same for one row alone, as a line of the journal holds it. */
export function isStampedRow(value: unknown): value is StampedRow {
  if (!isRecord(value) || !isRecord(value.row)) return false
  const row = { translatedFrom: null, ...value.row, size: value.size, mtimeMs: value.mtimeMs }
  return rowParts.every((part) => checks[part]((row as Record<string, unknown>)[part]))
}

/** Whether these are columns of one length in which every value may stand. */
export function areRowColumns(columns: unknown): columns is RowColumns {
  if (!isRecord(columns) || !isRecord(columns.values) || !isRecord(columns.known)) return false
  const { values, known } = columns
  const ids = values.id
  return (
    Array.isArray(ids) &&
    rowParts.every((part) => {
      const column: unknown = values[part]
      if (!Array.isArray(column) || column.length !== ids.length) return false
      if (ownParts.has(part)) return column.every(checks[part])
      const own: unknown = known[part]
      return Array.isArray(own) && own.every(checks[part]) && column.every(isNumberBelow(own.length))
    })
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isNumberBelow =
  (end: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < end

/** Their rows, in their order; what is the same in several is shared. */
export function rowsOfColumns({ values, known }: RowColumns): StampedRows {
  const columns = Object.fromEntries(
    rowParts.map((part) => {
      const [own, all] = [values[part] ?? [], known[part] ?? []]
      return [part, ownParts.has(part) ? own : own.map((number) => all[number as number])]
    }),
  ) as PlainColumns
  const rows = columns.id.map((id, at): ArticleRow => {
    const row: ArticleRow = {
      id: id ?? '',
      headline: columns.headline[at] ?? '',
      language: columns.language[at] ?? 'en',
      status: columns.status[at] ?? 'draft',
      date: columns.date[at] ?? null,
      place: columns.place[at] ?? '',
      updatedAt: columns.updatedAt[at] ?? '',
      embargoUntil: columns.embargoUntil[at] ?? null,
      words: columns.words[at] ?? 0,
      section: columns.section[at] ?? '',
      byline: columns.byline[at] ?? [],
      subjects: columns.subjects[at] ?? [],
      picture: columns.picture[at] ?? null,
    }
    const source = columns.translatedFrom[at]
    if (source) row.translatedFrom = source
    return row
  })
  return { rows, sizes: columns.size, times: columns.mtimeMs }
}
/** One value a row. */
type PlainColumns = {
  [Part in RowPart]: (Part extends keyof ArticleRow ? ArticleRow[Part] | null : number)[]
}
