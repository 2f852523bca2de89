import { z } from 'zod'
import { articleRow } from '../../core/model/article.ts'

const stampedRow = z.object({ row: articleRow, size: z.number(), mtimeMs: z.number() })
/** What `desk/index.json` holds: each article's row, with size and time of the file that it was made from. */
export const indexFile = z.object({ version: z.literal(1), rows: z.array(stampedRow) })
export type IndexFile = z.infer<typeof indexFile>
