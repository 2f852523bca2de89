import { basename, join, resolve } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { isArticlePath } from './copy-format.ts'
import { readContents, type CopyContents } from './copy-contents.ts'
import type { Progress } from './copied-files.ts'
import { errorCode, isMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { freshMarker } from './library-folder.ts'
import { findPlace, partFor, putInPlace, type Place } from './new-place.ts'
import { several } from './several.ts'
import { leftInside, removeAll } from './unpacked-inside.ts'
import { syncFolder, whileAtWork, writeNew } from './write-whole.ts'
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

interface Unpacking {
  disk: Disk
  file: string
  contents: CopyContents
  onProgress: Progress
  signal: AbortSignal | undefined
}

async function unpackInto(place: Place, unpacking: Unpacking): Promise<void> {
  const { disk, signal } = unpacking
  const temp = partFor(place)
  await whileAtWork(temp, async () => {
    try {
      await unpack(temp, unpacking)
      await putInPlace(disk, place, temp)
    } catch (error) {
      const failure = writeFailure(error, `cannot unpack into ${basename(place.path)}`)
      const isGone = await removeAll(disk, temp)
      const left = isGone ? await leftInside(disk, place.path) : basename(temp)
      signal?.throwIfAborted()
      throw left === undefined ? failure : leftBehind(failure, left)
    }
  })
}

function leftBehind({ code, message, details }: DeskError, kept: string): DeskError {
  return new DeskError(code, `${message}; what was unpacked could not be removed from ${kept}`, {
    ...details,
    kept,
  })
}

const ownersFolder = 0o700
const ownersFile = 0o600

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
