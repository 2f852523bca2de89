import { z } from 'zod'
import { articleRow } from '../../core/model/article.ts'

const stampedRow = z.object({ row: articleRow, size: z.number(), mtimeMs: z.number() })
/** What `desk/index.json` holds: each article's row, with size and time of the file that it was made from. */
export const indexFile = z.object({ version: z.literal(2), rows: z.array(stampedRow) })
export type IndexFile = z.infer<typeof indexFile>

/** An index without rows: every article is read again. */
export const emptyIndex = (): IndexFile => ({ version: 2, rows: [] })

const olderIndex = z.object({ version: z.literal(1) })

/** Null for what is none. One of an older Midad, whose rows say less, is taken for empty. */
export const readIndex = (json: unknown): IndexFile | null =>
  indexFile.safeParse(json).data ?? (olderIndex.safeParse(json).success ? emptyIndex() : null)
