import { z } from 'zod'
import { articleRow, type ArticleRow } from '../../core/model/article.ts'
import { statuses } from '../../core/model/fields.ts'
import { languageCodes } from '../../core/model/language-code.ts'

export const stampedRow = z.object({ row: articleRow, size: z.number(), mtimeMs: z.number() })
/** A row with size and time of the file that it was made from. */
export type StampedRow = z.infer<typeof stampedRow>

type Check = (value: unknown) => boolean
const isText: Check = (value) => typeof value === 'string'
const isTextOrNull: Check = (value) => value === null || typeof value === 'string'
const areTexts: Check = (value) => Array.isArray(value) && value.every(isText)
const isNumber: Check = (value) => Number.isFinite(value)
const isId: Check = (value) => typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value)
const oneOf = (values: readonly string[]): Check => {
  const all = new Set<unknown>(values)
  return (value) => all.has(value)
}

const checks = Object.entries({
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
  translatedFrom: (value) => value === undefined || isId(value),
} satisfies Record<keyof ArticleRow, Check>)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What the schema says, many times quicker: all rows of a library stand between a start and its list. A test holds it to the schema. */
export const isStampedRow = (value: unknown): value is StampedRow => {
  if (!isRecord(value) || !isNumber(value.size) || !isNumber(value.mtimeMs)) return false
  const { row } = value
  return isRecord(row) && checks.every(([part, check]) => check(row[part]))
}
