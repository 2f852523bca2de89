import { basename, dirname, join, resolve } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { isArticlePath } from './copy-format.ts'
import { readContents, type CopyContents } from './copy-contents.ts'
import type { Progress } from './copied-files.ts'
import { errorCode, isMissing, unlessMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { freshMarker } from './library-folder.ts'
import { moveFolder } from './trash-folder.ts'
import { syncFolder, tempBeside, writeNew } from './write-whole.ts'
import { openZip, ZipFault, type OpenZip } from './zip-reader.ts'

export interface OpenCopyOptions {
  disk?: Disk
  /** The copy, as saveCopy made it. */
  file: string
  /** A folder that is not there yet, or is empty; the one above must be there. */
  library: string
  /** How far it has come, in files. */
  onProgress?: Progress
  /** Its reason is thrown, and nothing is left. */
  signal?: AbortSignal | undefined
}
export interface OpenedCopy {
  /** The real path of the new library. */
  library: string
  articles: number
  files: number
}

/**
 * Unpacks a copy into a new library, byte for byte, after each size and hash was checked; the library is there whole and
 * durable, or nothing is. It gets an `id` of its own in library.json: what is kept outside libraries by their id (journals,
 * second copies) is never shared by the original and its copy. Reads no file names but those that a library has, so that
 * a copy from a stranger can write nowhere else.
 * @throws DeskError 'not-found' | 'unreadable' for the copy | 'damaged-copy' for any fault in it, `path` in the details |
 * 'newer-copy' | 'not-empty', 'library-missing', 'disk-full', 'unwritable' for the place
 */
export async function openCopy(options: OpenCopyOptions): Promise<OpenedCopy> {
  const { disk = nodeDisk, file, library, onProgress = () => undefined, signal } = options
  const place = await findPlace(disk, resolve(library))
  const zip = await openZip(disk, file).catch((error: unknown) => {
    throw readFailure(error, file)
  })
  try {
    const contents = await readContents(zip).catch((error: unknown) => {
      throw readFailure(error, file)
    })
    const unpacking = { disk, file, contents, onProgress, signal }
    await unpackInto(place, unpacking)
    const articles = contents.files.filter(({ path }) => isArticlePath(path)).length
    return { library: place.path, articles, files: contents.files.length }
  } finally {
    await closeQuietly(zip)
  }
}

// It was only read.
const closeQuietly = (zip: OpenZip): Promise<void> => zip.close().catch(() => undefined)

interface Place {
  path: string
  /** An empty folder lies there, which the library takes the place of. */
  isThere: boolean
}

async function findPlace(disk: Disk, library: string): Promise<Place> {
  try {
    const path = await unlessMissing(disk.realpath(library))
    if (path !== undefined) {
      const isEmpty = (await disk.stat(path)).kind === 'folder' && (await disk.readdir(path)).length === 0
      if (!isEmpty) throw new DeskError('not-empty', `${library} is not empty`, { path: library })
      return { path, isThere: true }
    }
    const above = await unlessMissing(disk.realpath(dirname(library)))
    if (above !== undefined) return { path: join(above, basename(library)), isThere: false }
  } catch (error) {
    throw writeFailure(error, `cannot look at ${library}`)
  }
  throw new DeskError('library-missing', `the folder above ${library} is not there`, { path: library })
}

interface Unpacking {
  disk: Disk
  file: string
  contents: CopyContents
  onProgress: Progress
  signal: AbortSignal | undefined
}

async function unpackInto(place: Place, unpacking: Unpacking): Promise<void> {
  const { disk, signal } = unpacking
  const temp = tempBeside(place.path)
  let isPlaced = false
  try {
    await unpack(temp, unpacking)
    if (place.isThere) await disk.rmdir(place.path)
    await moveFolder(disk, temp, place.path)
    isPlaced = true
    await syncFolder(disk, dirname(place.path))
  } catch (error) {
    const failure = writeFailure(error, `cannot unpack into ${basename(place.path)}`)
    if (isPlaced) await disk.rename(place.path, temp).catch(() => undefined)
    const isGone = await removeAll(disk, temp)
    if (place.isThere) await disk.mkdir(place.path, ownersFolder).catch(() => undefined)
    signal?.throwIfAborted()
    throw isGone ? failure : leftBehind(failure, basename(temp))
  }
}

function leftBehind({ code, message, details }: DeskError, kept: string): DeskError {
  return new DeskError(code, `${message}; what was unpacked could not be removed from ${kept}`, {
    ...details,
    kept,
  })
}

const ownersFolder = 0o700
const ownersFile = 0o600
/** Disks that fsync one file slowly fsync several in the same time. */
const atOnce = 8

async function unpack(temp: string, { disk, file, contents, onProgress, signal }: Unpacking): Promise<void> {
  const { files, folders } = contents
  await disk.mkdir(temp, ownersFolder)
  for (const folder of folders) await disk.mkdir(join(temp, folder), ownersFolder)
  let done = 0
  let marker: Uint8Array | undefined
  await several(files, async (each) => {
    signal?.throwIfAborted()
    onProgress(done, files.length, each.path)
    const bytes = await contents.read(each).catch((error: unknown) => {
      throw readFailure(error, file)
    })
    if (each.path === markerName) marker = bytes
    else await writeNew(disk, join(temp, each.path), (put) => put(bytes), ownersFile)
    done += 1
  })
  const ours = Buffer.from(freshMarker(marker))
  await writeNew(disk, join(temp, markerName), (put) => put(ours), ownersFile)
  await several(folders, (folder) => syncFolder(disk, join(temp, folder)))
  await syncFolder(disk, temp)
  onProgress(files.length, files.length, '')
}

const markerName = 'library.json'

/** Does the work for all of them, some at a time; after a failure no other is begun, and it is thrown when all have ended. */
async function several<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const rest = all.values()
  let failure: { error: unknown } | undefined
  const runner = async (): Promise<void> => {
    for (const each of rest) {
      if (failure) return
      await work(each).catch((error: unknown) => {
        failure ??= { error }
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runner))
  if (failure) throw failure.error
}

/** False where something could not be removed. */
async function removeAll(disk: Disk, folder: string): Promise<boolean> {
  try {
    for (const { name, kind } of (await unlessMissing(disk.readdir(folder))) ?? []) {
      if (kind === 'folder') await removeAll(disk, join(folder, name))
      else await disk.unlink(join(folder, name))
    }
    await unlessMissing(disk.rmdir(folder))
    return true
  } catch {
    return false
  }
}

function readFailure(error: unknown, file: string): unknown {
  if (error instanceof ZipFault) {
    const { message, path } = error
    const where = path === undefined ? basename(file) : `${path} in ${basename(file)}`
    return new DeskError('damaged-copy', `${where}: ${message}`, { path: path ?? basename(file) })
  }
  if (error instanceof DeskError) return error
  if (isMissing(error)) return new DeskError('not-found', `there is no file ${file}`, { path: file })
  const what = errorCode(error) === 'EISDIR' ? 'it is a folder' : String(error)
  return new DeskError('unreadable', `${file} cannot be read: ${what}`, { path: file })
}
