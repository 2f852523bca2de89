import { join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { isMissing, unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { isRunning } from './running.ts'
import { isAtWork, moveFolder, syncFolder, tempBeside, tempName } from './write-whole.ts'

// A copy that is opened in an empty folder is unpacked inside it: that folder may be a disk of its own, beside which nothing
// can be made. `.midad-copy.<pid>.<random>.tmp` holds what is being unpacked. Renamed to `.midad-copy.whole` it holds all of
// it, durable; then everything in it is moved up, and whoever finds it there first finishes that.
const partTarget = 'midad-copy'
const wholeName = '.midad-copy.whole'
/** Its last: by these a folder is known as a library. */
const lastMoved = ['articles', 'library.json']

/** A name in this folder for what is being unpacked. */
export const partIn = (folder: string): string => tempBeside(join(folder, partTarget))

/** True for what an opening that was cut off has left in a folder, which counts as empty. */
export const isPart = (name: string): boolean => tempName.exec(name)?.groups?.target === partTarget

/** True where the names in a folder say that a copy lies in it whole, and not all of it in its place. */
export const isUnfinished = (names: Iterable<string>): boolean => [...names].includes(wholeName)

/**
 * Makes what was unpacked the content of its folder, durable: all of it, or after a failure nothing; after a crash
 * `finishInside` does the rest. @throws Node's errors, DeskError 'not-empty' where something else has come meanwhile
 */
export async function placeInside(disk: Disk, folder: string, part: string): Promise<void> {
  const others = (await disk.readdir(folder)).filter(({ name }) => join(folder, name) !== part)
  if (others.length > 0) throw new DeskError('not-empty', `${folder} is not empty any more`, { path: folder })
  const whole = join(folder, wholeName)
  const moved: string[] = []
  try {
    await moveFolder(disk, part, whole)
    await syncFolder(disk, folder)
    await moveUp(disk, folder, moved)
  } catch (error) {
    await moveBack(disk, { folder, part, moved }).catch(() => undefined)
    throw error
  }
}

// Where one of them stays up, all of it stays: whoever opens the folder next finishes it.
async function moveBack(
  disk: Disk,
  { folder, part, moved }: { folder: string; part: string; moved: readonly string[] },
): Promise<void> {
  const whole = join(folder, wholeName)
  for (const name of moved.toReversed()) await disk.rename(join(folder, name), join(whole, name))
  // A move that failed may have been done all the same.
  if ((await disk.readdir(folder)).length > 1) return
  await disk.rename(whole, part)
}

/** Does what `placeInside` had still to do when its process ended. @throws Node's errors */
export const finishInside = (disk: Disk, folder: string): Promise<void> => moveUp(disk, folder, [])

async function moveUp(disk: Disk, folder: string, moved: string[]): Promise<void> {
  const whole = join(folder, wholeName)
  const names = ((await unlessMissing(disk.readdir(whole))) ?? []).map(({ name }) => name)
  const ordered = names.toSorted((one, other) => lastMoved.indexOf(one) - lastMoved.indexOf(other))
  for (const name of ordered) {
    // Another who found it moves, too.
    await moveFolder(disk, join(whole, name), join(folder, name)).catch(unlessGone)
    moved.push(name)
  }
  await syncFolder(disk, folder)
  // Only now it is a library.
  await disk.rmdir(whole).catch((error: unknown) => {
    // Where a power cut brought it back it is empty, and in nobody's way on a disk that takes no writes.
    if (names.length > 0) unlessGone(error)
  })
}

function unlessGone(error: unknown): void {
  if (!isMissing(error)) throw error
}

/** Removes what openings that were cut off have left in a folder; one that a process is at work on stays. @throws Node's errors */
export async function clearParts(disk: Disk, folder: string): Promise<void> {
  for (const { name } of await disk.readdir(folder)) {
    const path = join(folder, name)
    const pid = Number(tempName.exec(name)?.groups?.pid)
    const isTaken = pid === process.pid ? isAtWork(path) : isRunning(pid)
    if (isPart(name) && !isTaken) await removeAll(disk, path)
  }
}

/** What is left in a folder of a copy that could not be placed there: its name; undefined where nothing is. */
export async function leftInside(disk: Disk, folder: string): Promise<string | undefined> {
  const names = (await disk.readdir(folder).catch(() => [])).map(({ name }) => name)
  return names.find((name) => name === wholeName || isPart(name))
}

/** Removes a folder with all in it; false where something could not be removed. */
export async function removeAll(disk: Disk, folder: string): Promise<boolean> {
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
