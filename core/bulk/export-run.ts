import type { Warning } from '../api/files.ts'
import type { ErrorData } from '../api/errors.ts'
import { runThrough, type OnProgress, type Signal, type Stopped } from './run.ts'

/** What became of the articles of one run, in their order. */
export interface ExportReport<W extends Written = Written> {
  files: (W & { id: string })[]
  failed: { id: string; error: ErrorData }[]
  total: number
  done: number
  stopped: Stopped | null
}
/** A file that was written. */
export interface Written {
  bytes: number
  warnings: Warning[]
}

export interface ExportRun<W extends Written> {
  ids: readonly string[]
  /** Writes one article; nothing of it is kept here but what this answers. @throws DeskError */
  write: (id: string) => Promise<W>
  signal: Signal
  onProgress: (report: ExportReport<W>, ...progress: Parameters<OnProgress>) => void
}

/** Writes articles, one after the other. */
export async function runExport<W extends Written>({
  ids,
  write,
  signal,
  onProgress,
}: ExportRun<W>): Promise<ExportReport<W>> {
  const report: ExportReport<W> = { files: [], failed: [], total: ids.length, done: 0, stopped: null }
  const { done, stopped } = await runThrough({
    all: ids,
    nameOf: (id) => id,
    take: async (id) => void report.files.push({ id, ...(await write(id)) }),
    failed: (id, error) => void report.failed.push({ id, error }),
    signal,
    onProgress: (...progress) => onProgress({ ...report, done: progress[0] }, ...progress),
  })
  return { ...report, done, stopped }
}
