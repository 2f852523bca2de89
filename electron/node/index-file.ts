import { z } from 'zod'
import type { ArticleId } from '../../core/model/article.ts'
import {
  areRowColumns,
  isId,
  isStampedRow,
  rowsOfColumns,
  type RowColumns,
  type StampedRow,
  type StampedRows,
} from './stamped-row.ts'

/** What `desk/index.json` holds: the rows of all articles at one time, by column. */
const indexFile = z.object({ version: z.literal(3), rows: z.custom<RowColumns>(areRowColumns) })
/** The same with the rows made. */
export interface IndexFile {
  version: 3
  rows: StampedRows
}

/** An index without rows: every article is read again. */
export const emptyIndex = (): IndexFile => ({
  version: 3,
  rows: { rows: [], sizes: [], times: [] },
})

const olderIndex = z.object({ version: z.union([z.literal(1), z.literal(2)]) })
/** What may lie in its place. */
export const storedIndex = z.union([indexFile, olderIndex])

/** 'older' for that of an older Midad, whose rows say less; null for what is none. */
export function readIndex(json: unknown): IndexFile | 'older' | null {
  const { data } = indexFile.safeParse(json)
  if (data) return { version: 3, rows: rowsOfColumns(data.rows) }
  return olderIndex.safeParse(json).success ? 'older' : null
}

/** A line of `desk/index.log`: what has become of one row since `desk/index.json` was written. */
export type IndexLine = { put: StampedRow } | { gone: ArticleId }

/** Null for what is none. */
export function readIndexLine(json: unknown): IndexLine | null {
  if (typeof json !== 'object' || json === null) return null
  if ('put' in json && isStampedRow(json.put)) return { put: json.put }
  if ('gone' in json && isId(json.gone)) return { gone: json.gone }
  return null
}
