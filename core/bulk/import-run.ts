import type { ImportedFile, Warning } from '../api/files.ts'
import { DeskError, type DeskErrorCode, type ErrorData } from '../api/errors.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { limits } from '../model/limits.ts'
import { bringBeside } from './beside.ts'
import { endingOf } from './names.ts'
import { runThrough, type Ask, type OnProgress, type Signal, type Stopped } from './run.ts'

/** A file that is to come in; nothing of it is read before its turn. */
export interface BulkFile {
  /** As it is told: its name, with the folders above it, with `/` or as the system has them. */
  path: string
  /** @throws DeskError 'not-found' | 'unreadable' | 'unsupported-file' (neither a file nor a folder) */
  open(): Promise<OpenedFile>
  /** The file that an address in this one means; absent where it came alone. */
  beside?: (address: string) => Promise<BulkFile | undefined>
}
export interface OpenedFile {
  name: string
  /** In bytes. */
  size: number
  /** Its first bytes, as base64. */
  head(bytes: number): Promise<string>
  /** All of it; `hash` is the same for the same bytes. */
  read(): Promise<{ base64: string; hash: string }>
}

/** What became of the files of one run, in their order. */
export interface ImportReport {
  articles: ImportedFile['articles']
  failed: FailedFile[]
  /** How many were to come in. */
  total: number
  /** How many were tried. */
  done: number
  /** Why the rest was not; null where all were. */
  stopped: Stopped | null
}
export interface FailedFile {
  source: string
  error: ErrorData
  /** The ending of a kind of file that Midad does not read at all; empty where there is none. */
  kind?: string | undefined
}

export interface ImportRun {
  files: readonly BulkFile[]
  ask: Ask
  language?: LanguageCode | undefined
  /** How large a file of that name may be; absent: what goes over any border of the desk. */
  mostBytes?: (name: string) => number
  signal: Signal
  onProgress: (report: ImportReport, ...progress: Parameters<OnProgress>) => void
}

/** As many bytes say whether a file of an unknown ending is a page. */
const headBytes = 1024

/**
 * Makes articles of files, one after the other. A file whose like was taken in this run already comes in as well and is told by the
 * warning 'same-file'; one that Midad does not read is left out before it is read whole.
 */
export async function runImport({
  files,
  ask,
  language,
  mostBytes = () => limits.fileBytes,
  signal,
  onProgress,
}: ImportRun): Promise<ImportReport> {
  const report: ImportReport = { articles: [], failed: [], total: files.length, done: 0, stopped: null }
  const taken = new Map<string, string>()
  const readEndings = new Set<string>()
  /** What some story has as its picture is not told as unread. */
  const asPictures = new Set<string>()
  const take = async (file: BulkFile): Promise<void> => {
    if (asPictures.has(file.path)) return
    const opened = await file.open()
    const ending = endingOf(opened.name)
    if (!readEndings.has(ending)) await requireReadable(opened, ask)
    const { name } = opened
    const most = mostBytes(name)
    requireSize(opened, most)
    const { base64, hash } = await opened.read()
    const beside = file.beside ? await bringBeside(file.beside, { name, base64 }, ask, most) : []
    const { articles, failed } = await ask('article.import', {
      name,
      base64,
      ...(language && { language }),
      ...(beside.length > 0 && { beside: beside.map(({ address, base64 }) => ({ address, base64 })) }),
    })
    const failure = failed[0]
    if (failure && articles.length === 0) throw asError(failure)
    const same = sameAs(taken.get(hash))
    report.articles.push(
      ...articles.map((article) => ({
        ...article,
        source: sourceOf(file.path, name, article.source),
        warnings: [...article.warnings, ...same],
      })),
    )
    for (const { path } of beside) asPictures.add(path)
    report.failed = report.failed.filter(({ source }) => !asPictures.has(source))
    report.failed.push(
      ...failed.map((each) => failedFile(sourceOf(file.path, name, each.source), asError(each))),
    )
    if (!taken.has(hash)) taken.set(hash, file.path)
    readEndings.add(ending)
  }
  const { done, stopped } = await runThrough({
    all: files,
    nameOf: ({ path }) => path,
    take,
    failed: ({ path }, error) => void report.failed.push(failedFile(path, error)),
    signal,
    // Files may be put behind the others while they come in.
    onProgress: (...progress) =>
      onProgress({ ...report, done: progress[0], total: progress[1] }, ...progress),
  })
  return { ...report, total: files.length, done, stopped }
}

function failedFile(source: string, error: ErrorData): FailedFile {
  const kind = error.details?.kind
  return { source, error, ...(typeof kind === 'string' && { kind }) }
}

/** Before all of it is brought. @throws DeskError 'unsupported-file' with its `kind` */
async function requireReadable(file: OpenedFile, ask: Ask): Promise<void> {
  const { name } = file
  const { reads } = await ask('article.reads', { name, head: await file.head(headBytes) })
  if (!reads) {
    throw new DeskError('unsupported-file', `Midad does not read files such as ${name}`, {
      kind: endingOf(name),
    })
  }
}

/** @throws DeskError 'too-large' */
function requireSize({ size }: OpenedFile, most: number): void {
  if (size > most) throw new DeskError('too-large', `more than ${most} bytes`, { limit: 'fileBytes', most })
}

const sameAs = (path: string | undefined): Warning[] =>
  path === undefined ? [] : [{ code: 'same-file', message: `byte for byte the same file as ${path}` }]

const asError = ({ code, message, details }: ImportedFile['failed'][number]): DeskError =>
  new DeskError(code as DeskErrorCode, message, details)

/** The path as it was asked for, and what lies inside a file that holds several. */
function sourceOf(path: string, name: string, source: string): string {
  if (source === name || source === '') return path
  return source.startsWith(name) ? path + source.slice(name.length) : `${path}/${source}`
}
