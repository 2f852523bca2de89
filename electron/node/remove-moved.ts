import { dirname, join } from 'node:path'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { ofTheMoment, readTree } from './tree.ts'
import { partIn } from './unpacked-inside.ts'
import { moveFolder, syncFolder } from './write-whole.ts'

export interface MovedAway {
  /** Where the library lay. */
  from: string
  /** What its folder is called while it goes (`tempBeside`). */
  old: string
  /** Whether a file of this path lies at the new place too. */
  isCopied: (path: string) => boolean
}

export interface Removed {
  /** The folder in which something is left; undefined where nothing is. */
  left: string | undefined
  /** False where what was copied could not all be removed: it lies in `left`, to be tried again. */
  isDone: boolean
}

/**
 * Removes the old folder of a library that lies at another place now. First it is renamed, so that nothing ever takes a half of
 * it for a library. What was not copied stays, under the folder's own name.
 */
export async function removeMoved(disk: Disk, { from, old, isCopied }: MovedAway): Promise<Removed> {
  const away = await putAway(disk, from, old)
  if (away === undefined) return { left: from, isDone: false }
  await removeCopied(disk, away, isCopied).catch(() => undefined)
  const rest = await restOf(disk, away)
  if (rest === undefined || rest.some(isCopied)) return { left: away, isDone: false }
  if (away === old) {
    if (!(await isThere(disk, old))) return { left: undefined, isDone: true }
    if (rest.length === 0) return { left: old, isDone: false }
    await disk.rename(old, from).catch(() => undefined)
  } else await takeOut(disk, away, from).catch(() => undefined)
  return { left: rest.length > 0 ? from : undefined, isDone: true }
}

const isThere = async (disk: Disk, path: string): Promise<boolean> =>
  (await unlessMissing(disk.stat(path)).catch(() => true)) !== undefined

/** The files that are left; undefined where the disk does not say. */
const restOf = (disk: Disk, folder: string): Promise<string[] | undefined> =>
  readTree(disk, folder).then(
    (tree) => tree.filter(({ kind }) => kind !== 'folder').map(({ path }) => path),
    () => undefined,
  )

/** What is in a folder goes up into the one that it stands in, which then is as it was. */
async function takeOut(disk: Disk, folder: string, to: string): Promise<void> {
  for (const { name } of (await unlessMissing(disk.readdir(folder))) ?? [])
    await disk.rename(join(folder, name), join(to, name))
  await unlessMissing(disk.rmdir(folder))
  // Unless it is a disk of its own.
  await disk.rmdir(to).catch(() => undefined)
}

/**
 * Gives a folder another name, under which nothing takes it for a library; where it has to stay, being a disk of its own, what is
 * in it goes into a folder there. Answers what holds it all now; undefined where nothing could be done.
 */
export async function putAway(disk: Disk, from: string, old: string): Promise<string | undefined> {
  try {
    await moveFolder(disk, from, old)
    await syncFolder(disk, dirname(from)).catch(() => undefined)
    return old
  } catch {
    const part = partIn(from)
    try {
      const names = (await disk.readdir(from)).map(({ name }) => name)
      await disk.mkdir(part, 0o700)
      // By these it is known as a library.
      const ordered = names.toSorted((one, other) => knownBy.indexOf(other) - knownBy.indexOf(one))
      for (const name of ordered)
        await moveFolder(disk, join(from, name), join(part, name)).catch(() => undefined)
      return part
    } catch {
      return undefined
    }
  }
}
const knownBy = ['articles', 'library.json']

/** Files that were copied and what is only of the moment, and then the folders that are empty. */
async function removeCopied(disk: Disk, folder: string, isCopied: (path: string) => boolean): Promise<void> {
  const tree = await readTree(disk, folder)
  for (const path of ofTheMoment) await disk.unlink(join(folder, path)).catch(() => undefined)
  for (const { path, kind } of tree.toReversed()) {
    if (kind === 'folder') await disk.rmdir(join(folder, path)).catch(() => undefined)
    else if (kind === 'file' && isCopied(path)) await disk.unlink(join(folder, path)).catch(() => undefined)
  }
  await disk.rmdir(folder).catch(() => undefined)
}
