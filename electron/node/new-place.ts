import { basename, dirname, join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { clearParts, finishInside, isPart, isUnfinished, partIn, placeInside } from './unpacked-inside.ts'
import { moveFolder, syncFolder, tempBeside } from './write-whole.ts'

/** Where a library is to lie that comes as a whole. */
export interface Place {
  path: string
  /** An empty folder lies there, in which the library is put. */
  isThere: boolean
}

/**
 * A folder that is not there yet, in one that is; or one that is empty, also a disk of its own.
 * @throws DeskError 'not-empty' | 'folder-missing' with `path` | 'disk-full' | 'unwritable'
 */
export async function findPlace(disk: Disk, library: string): Promise<Place> {
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
  const path = dirname(library)
  throw new DeskError('folder-missing', `the folder ${path} is not there`, { path })
}

/** Also where an opening was cut off: what it left behind is finished or cleared first. */
async function isEmptyFolder(disk: Disk, path: string): Promise<boolean> {
  if ((await disk.stat(path)).kind !== 'folder') return false
  const names = (await disk.readdir(path)).map(({ name }) => name)
  if (isUnfinished(names)) await finishInside(disk, path)
  else if (names.length > 0 && names.every(isPart)) await clearParts(disk, path)
  return names.length === 0 || (await disk.readdir(path)).length === 0
}

/** A folder in which all of it is gathered first: nothing takes it for a library. */
export const partFor = (place: Place): string => (place.isThere ? partIn(place.path) : tempBeside(place.path))

/** Makes what was gathered the library there, durable: all of it, or nothing. @throws Node's errors, DeskError 'not-empty' */
export const putInPlace = (disk: Disk, place: Place, part: string): Promise<void> =>
  (place.isThere ? placeInside : placeBeside)(disk, place.path, part)

async function placeBeside(disk: Disk, path: string, temp: string): Promise<void> {
  await moveFolder(disk, temp, path)
  try {
    await syncFolder(disk, dirname(path))
  } catch (error) {
    await disk.rename(path, temp).catch(() => undefined)
    throw error
  }
}
