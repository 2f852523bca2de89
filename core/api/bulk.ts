import { z } from 'zod'
import { articleId } from '../model/article.ts'
import type { Warning } from './files.ts'

/** A bulk export that is open in its host. */
const run = z.string().regex(/^[\w-]{43}$/)
export const exportIntoInput = z.object({
  run,
  id: articleId,
  format: z.string().max(40),
  theme: z.string().max(40).optional(),
})
export const closeExportInput = z.object({ run })

/** Where the files of one export go: into a folder, or into a zip that the page has its browser download from an address of this host. */
export type OpenedExport = { run: string } & ({ place: string } | { download: string })

/** A file of it. Its bytes do not come to the page. */
export interface ExportedInto {
  /** Another than the article asked for, where that was taken. */
  name: string
  bytes: number
  warnings: Warning[]
}
