import { createHash } from 'node:crypto'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { limits } from '../../core/model/limits.ts'
import {
  copyVersion,
  DistinctPaths,
  faultOfPath,
  isArticlePath,
  manifestName,
  mostManifestBytes,
  type CopiedFile,
  type Manifest,
} from './copy-format.ts'
import { LibraryFiles, type Progress } from './copied-files.ts'
import { unlessMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { findLibrary } from './library-folder.ts'
import { configFolder } from './user-config.ts'
import { version } from './version.ts'
import { writeWholeFrom } from './write-whole.ts'
import { openZip, ZipFault, type OpenZip } from './zip-reader.ts'
import { writeZip, type ZipEntry } from './zip-writer.ts'

export interface SaveCopyOptions {
  disk?: Disk
  /** The folder of the library; it is only read, and may be open in a host. */
  library: string
  /** The copy, absolute; an older copy there is replaced. */
  file: string
  now?: () => number
  /** Where this computer keeps the journals that libraries could not take; otherwise Midad's own folder of this person. */
  keepIn?: string
  onProgress?: Progress
  /** Its reason is thrown, and no copy is made. */
  signal?: AbortSignal | undefined
  /** As many files as a copy may have; otherwise as many as one is opened with. */
  mostFiles?: number
}
export interface SavedCopy {
  file: string
  articles: number
  files: number
  /** Of the copy itself. */
  bytes: number
}

/**
 * Saves everything of a library that is truth as one zip, whose last entry `manifest.json` has the size and sha256 of
 * every other (docs/copies.md). The file is whole or not there at all; an older copy stays until the new one is durable.
 * @throws DeskError 'library-missing' | 'disk-full' | 'unwritable' | 'not-empty' where a file that is no copy lies there |
 * 'bad-request' for a place inside the library | 'unreadable', 'too-large' for one of its files, `path` in the details, or
 * for all of them together, `limit` in the details, before anything is written
 */
export async function saveCopy(options: SaveCopyOptions): Promise<SavedCopy> {
  const { disk = nodeDisk, file, now = Date.now, onProgress, signal } = options
  const { mostFiles: most = limits.copyFiles, keepIn = configFolder() } = options
  const library = await findLibrary(disk, options.library, false)
  await refuseBadPlace(disk, library, file)
  const files: CopiedFile[] = []
  const reader = new LibraryFiles(disk, { root: library, keepIn, progress: onProgress })
  refuseMore(await reader.count(), most)
  try {
    const { size } = await writeWholeFrom(
      file,
      (put) => writeZip(entries(reader, { files, most, now: now(), signal }), put),
      {
        disk,
      },
    )
    return { file, articles: articlesAmong(files), files: files.length, bytes: size }
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}

interface Copying {
  /** Those that are in the copy so far. */
  files: CopiedFile[]
  most: number
  now: number
  signal: AbortSignal | undefined
}

async function* entries(
  reader: LibraryFiles,
  { files, most, now, signal }: Copying,
): AsyncGenerator<ZipEntry> {
  const paths = new DistinctPaths()
  for await (const file of reader.all()) {
    signal?.throwIfAborted()
    const { path, bytes } = file
    const fault = paths.add(path)
    // A copy that cannot be opened would be worse than none.
    if (fault !== undefined) {
      throw new DeskError('unreadable', `${path} cannot be copied: ${fault}`, { path })
    }
    refuseMore(files.length + 1, most)
    files.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    yield file
  }
  const manifest: Manifest = {
    format: 'midad-copy',
    version: copyVersion,
    madeAt: new Date(now).toISOString(),
    app: version,
    articles: articlesAmong(files),
    files,
  }
  const bytes = Buffer.from(`${JSON.stringify(manifest)}\n`)
  // Of very long names.
  if (bytes.length > mostManifestBytes) throw tooMany(most)
  yield { path: manifestName, bytes, mtimeMs: now }
}

function refuseMore(count: number, most: number): void {
  if (count > most) throw tooMany(most)
}

/** No Midad would open it. */
const tooMany = (most: number): DeskError =>
  new DeskError('too-large', `a copy holds at most ${most} files, and the library has more`, {
    limit: 'copyFiles',
    most,
  })

const articlesAmong = (files: readonly CopiedFile[]): number =>
  files.filter(({ path }) => isArticlePath(path)).length

async function refuseBadPlace(disk: Disk, library: string, file: string): Promise<void> {
  let isFree: boolean
  try {
    const target = await realPlace(disk, resolve(file))
    if (isWithin(library, target)) {
      throw new DeskError('bad-request', 'a copy inside the library would be lost with it', { path: 'place' })
    }
    const there = await unlessMissing(disk.stat(target))
    isFree = there === undefined || (there.kind === 'file' && (await isReplaceable(disk, target)))
  } catch (error) {
    throw writeFailure(error, `cannot write ${basename(file)}`)
  }
  if (!isFree) {
    throw new DeskError('not-empty', `${file} is there already, and is no copy of a library`, { path: file })
  }
}

function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path)
  return !isAbsolute(steps) && steps.split(sep)[0] !== '..'
}

async function realPlace(disk: Disk, file: string): Promise<string> {
  const real = await unlessMissing(disk.realpath(file))
  if (real !== undefined) return real
  const folder = await unlessMissing(disk.realpath(dirname(file)))
  return folder === undefined ? file : join(folder, basename(file))
}

/** An older copy, or an empty file, as some dialogs make them; a document may be a zip, too. */
async function isReplaceable(disk: Disk, target: string): Promise<boolean> {
  if ((await disk.stat(target)).size === 0) return true
  try {
    const zip = await openZip(disk, target)
    try {
      return await isCopy(zip)
    } finally {
      await zip.close()
    }
  } catch (error) {
    if (error instanceof ZipFault) return false
    throw error
  }
}

/** Nothing but files of a library, and the manifest. */
async function isCopy(zip: OpenZip): Promise<boolean> {
  let hasManifest = false
  for await (const { fileName } of zip.entries()) {
    if (fileName === manifestName) hasManifest = true
    else if (faultOfPath(fileName) !== undefined) return false
  }
  return hasManifest
}
