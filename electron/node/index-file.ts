import { z } from 'zod'
import { articleId, type ArticleId } from '../../core/model/article.ts'
import { isStampedRow, stampedRow, type StampedRow } from './stamped-row.ts'

/** What `desk/index.json` holds: the rows of all articles at one time. */
const indexFile = z.object({
  version: z.literal(2),
  rows: z.array(z.custom<StampedRow>(isStampedRow)),
})
export type IndexFile = z.infer<typeof indexFile>

/** An index without rows: every article is read again. */
export const emptyIndex = (): IndexFile => ({ version: 2, rows: [] })

const olderIndex = z.object({ version: z.literal(1) })
/** What may lie in its place. */
export const storedIndex = z.union([indexFile, olderIndex])

/** 'older' for that of an older Midad, whose rows say less; null for what is none. */
export const readIndex = (json: unknown): IndexFile | 'older' | null =>
  indexFile.safeParse(json).data ?? (olderIndex.safeParse(json).success ? 'older' : null)

const indexLine = z.union([z.object({ put: stampedRow }), z.object({ gone: articleId })])
/** A line of `desk/index.log`: what has become of one row since `desk/index.json` was written. */
export type IndexLine = { put: StampedRow } | { gone: ArticleId }

/** Null for what is none. */
export const readIndexLine = (json: unknown): IndexLine | null => indexLine.safeParse(json).data ?? null
