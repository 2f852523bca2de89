import { basename, dirname, join, resolve } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { isArticlePath } from './copy-format.ts'
import { readContents, type CopyContents } from './copy-contents.ts'
import type { Progress } from './copied-files.ts'
import { errorCode, isMissing, unlessMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { freshMarker } from './library-folder.ts'
import {
  clearParts,
  finishInside,
  isPart,
  isUnfinished,
  leftInside,
  partIn,
  placeInside,
  removeAll,
} from './unpacked-inside.ts'
import { moveFolder, syncFolder, tempBeside, whileAtWork, writeNew } from './write-whole.ts'
import { openZip, ZipFault, type OpenZip } from './zip-reader.ts'

export interface OpenCopyOptions {
  disk?: Disk
  /** The copy, as saveCopy made it. */
  file: string
  /** A folder that is not there yet, the one above must be; or one that is empty, also a disk of its own. */
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
  /** An empty folder lies there, in which the library is unpacked. */
  isThere: boolean
}

async function findPlace(disk: Disk, library: string): Promise<Place> {
  try {
    const path = await unlessMissing(disk.realpath(library))
    if (path !== undefined) {
      if (!(await isEmptyFolder(disk, path)))
        throw new DeskError('not-empty', `${library} is not empty`, { path: library })
      return { path, isThere: true }
    }
    const above = await unlessMissing(disk.realpath(dirname(library)))
    if (above !== undefined) return { path: join(above, basename(library)), isThere: false }
  } catch (error) {
    throw writeFailure(error, `cannot look at ${library}`)
  }
  throw new DeskError('library-missing', `the folder above ${library} is not there`, { path: library })
}

/** Also where an opening was cut off: what it left behind is finished or cleared first. */
async function isEmptyFolder(disk: Disk, path: string): Promise<boolean> {
  if ((await disk.stat(path)).kind !== 'folder') return false
  const names = (await disk.readdir(path)).map(({ name }) => name)
  if (isUnfinished(names)) await finishInside(disk, path)
  else if (names.length > 0 && names.every(isPart)) await clearParts(disk, path)
  return names.length === 0 || (await disk.readdir(path)).length === 0
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
  const temp = place.isThere ? partIn(place.path) : tempBeside(place.path)
  const put = place.isThere ? placeInside : placeBeside
  await whileAtWork(temp, async () => {
    try {
      await unpack(temp, unpacking)
      await put(disk, place.path, temp)
    } catch (error) {
      const failure = writeFailure(error, `cannot unpack into ${basename(place.path)}`)
      const isGone = await removeAll(disk, temp)
      const left = isGone ? await leftInside(disk, place.path) : basename(temp)
      signal?.throwIfAborted()
      throw left === undefined ? failure : leftBehind(failure, left)
    }
  })
}

async function placeBeside(disk: Disk, path: string, temp: string): Promise<void> {
  await moveFolder(disk, temp, path)
  try {
    await syncFolder(disk, dirname(path))
  } catch (error) {
    await disk.rename(path, temp).catch(() => undefined)
    throw error
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
