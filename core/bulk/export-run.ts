import type { Warning } from '../api/files.ts'
import type { ErrorData } from '../api/errors.ts'
import { runThrough, type OnProgress, type Signal, type Stopped } from './run.ts'

/** What became of one run, in the order of the articles and, of each, of the formats. */
export interface ExportReport<W extends Written = Written> {
  files: (W & Sent)[]
  failed: (Sent & { error: ErrorData })[]
  /** In files. */
  total: number
  done: number
  stopped: Stopped | null
}
/** A file that was written. */
export interface Written {
  bytes: number
  warnings: Warning[]
}
/** An article in a format. */
export interface Sent {
  id: string
  format: string
  /** The others that are in the same file: of a format that makes one of all. */
  also?: readonly string[]
}

export interface ExportRun<W extends Written> {
  ids: readonly string[]
  formats: readonly RunFormat[]
  /** Writes one file; nothing of it is kept here but what this answers. @throws DeskError */
  write: (sent: Sent) => Promise<W>
  /** So many at once; 1 where it does not say. */
  atOnce?: number
  signal: Signal
  onProgress: (report: ExportReport<W>, ...progress: Parameters<OnProgress>) => void
}
/** `holdsMany`: of several articles it makes one file. */
export interface RunFormat {
  id: string
  holdsMany?: boolean
}

/** Writes articles in formats. One that fails never stops the others. */
export async function runExport<W extends Written>({
  ids,
  formats,
  write,
  atOnce = 1,
  signal,
  onProgress,
}: ExportRun<W>): Promise<ExportReport<W>> {
  const all = sentIn(ids, formats)
  const report: ExportReport<W> = { files: [], failed: [], total: all.length, done: 0, stopped: null }
  const placed: [at: number, file: W & Sent][] = []
  const { done, stopped } = await runThrough({
    all: all.map((sent, at) => ({ sent, at })),
    nameOf: ({ sent }) => sent.id,
    take: async ({ sent, at }) => {
      const file = { ...sent, ...(await write(sent)) }
      placed.push([at, file])
      report.files.push(file)
    },
    failed: ({ sent }, error) => void report.failed.push({ ...sent, error }),
    atOnce,
    signal,
    onProgress: (...progress) => onProgress({ ...report, done: progress[0] }, ...progress),
  })
  // Of several at once the shorter one is there first.
  const files = placed.toSorted(([one], [other]) => one - other).map(([, file]) => file)
  return { ...report, files, done, stopped }
}

/** Article by article in the formats that hold one each, then one file for each that holds all. */
function sentIn(ids: readonly string[], formats: readonly RunFormat[]): Sent[] {
  const [first, ...also] = ids
  if (first === undefined) return []
  const isJoint = ({ holdsMany }: RunFormat) => Boolean(holdsMany) && also.length > 0
  const single = formats.filter((format) => !isJoint(format))
  return [
    ...ids.flatMap((id) => single.map((format) => ({ id, format: format.id }))),
    ...formats.filter(isJoint).map((format) => ({ id: first, format: format.id, also })),
  ]
}
