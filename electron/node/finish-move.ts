import { basename } from 'node:path'
import { errorCode, isMissing } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { LibraryPaths } from './library-folder.ts'
import { listenAlone, socketName } from './lock-socket.ts'
import { removeMoved } from './remove-moved.ts'
import { printOf, readTree } from './tree.ts'
import { finishInside, isUnfinished, removeAll } from './unpacked-inside.ts'
import {
  changeConfig,
  configFolder,
  recallConfig,
  type UnfinishedMove,
  type UserConfig,
} from './user-config.ts'
import { tempBeside, tempName } from './write-whole.ts'

/**
 * Ends a move of a library that was cut off (LibraryMove), before anything is opened: where all of it lies at the new place, that
 * is the library from now on, else the old one still is; what is half of one goes. Does nothing while a process is at it, or
 * while a disk that it needs is away. Never throws.
 */
export async function finishMove({
  disk = nodeDisk,
  folder = configFolder(),
}: { disk?: Disk; folder?: string } = {}): Promise<void> {
  const { moving } = recallConfig(folder)
  if (!moving) return
  // Held by the process that moves it, and by one that has it open.
  const alone = await listenAlone(socketName(moving.from, process.platform)).catch(() => undefined)
  if (!alone) return
  try {
    await finish(disk, moving, folder)
  } catch {
    // The next start tries again; whatever stands is whole.
  } finally {
    await new Promise<void>((resolve) => alone.close(() => resolve()))
  }
}

async function finish(disk: Disk, moving: UnfinishedMove, folder: string): Promise<void> {
  const { from, to, part, old } = moving
  // Our own names and no others: what is removed here is removed with all in it.
  if (old && tempName.test(basename(old)) && !(await removeIfThere(disk, old))) return
  if (part && tempName.test(basename(part)) && !(await removeIfThere(disk, part))) return
  await finishPlacing(disk, to)
  const [isOld, isNew] = [await isLibrary(disk, from), await isLibrary(disk, to)]
  // Both disks are away.
  if (!isOld && !isNew) return
  if (isOld && isNew && !(await isUntouched(disk, moving))) return changeConfig(forgotten, folder)
  if (!isNew) return changeConfig(forgotten, folder)
  const away = old ?? tempBeside(from)
  const rest = isOld ? { ...moving, old: away } : undefined
  await changeConfig((config) => ({ ...followed(config, moving), moving: rest }), folder)
  if (!isOld) return
  const copied = new Set((await readTree(disk, to)).map(({ path }) => path))
  const { isDone } = await removeMoved(disk, { from, old: away, isCopied: (path) => copied.has(path) })
  if (isDone) await changeConfig(forgotten, folder)
}

const forgotten = ({ moving: _moving, ...config }: UserConfig): UserConfig => config

/** The new place, wherever the old one was remembered; what never was is the library of the default place. */
function followed(config: UserConfig, { from, to }: UnfinishedMove): UserConfig {
  const recent = (config.recent ?? []).map((each) => (each.path === from ? { ...each, path: to } : each))
  const isPresent = config.library === undefined || config.library === from
  return { ...config, recent, ...(isPresent ? { library: to } : {}) }
}

/** False where something of it stays. */
async function removeIfThere(disk: Disk, folder: string): Promise<boolean> {
  return (await isThere(disk, folder)) ? removeAll(disk, folder) : true
}

async function isThere(disk: Disk, path: string): Promise<boolean> {
  return disk.stat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )
}

/** What was put into a folder that was there already may be in it whole, and not all of it in its place. */
async function finishPlacing(disk: Disk, to: string): Promise<void> {
  const names = await disk.readdir(to).catch((error: unknown) => {
    if (isMissing(error) || errorCode(error) === 'ENOTDIR') return []
    throw error
  })
  if (isUnfinished(names.map(({ name }) => name))) await finishInside(disk, to)
}

const isLibrary = (disk: Disk, folder: string): Promise<boolean> =>
  isThere(disk, new LibraryPaths(folder).marker)

/** Whether nobody has written at the old place since all of it was copied and checked, and all of that is at the new one. */
async function isUntouched(disk: Disk, { from, to, print }: UnfinishedMove): Promise<boolean> {
  if (print === undefined) return false
  const old = await readTree(disk, from)
  if (printOf(old) !== print) return false
  const there = new Map((await readTree(disk, to)).map(({ path, size }) => [path, size]))
  return old.every(({ path, kind, size }) => kind !== 'file' || there.get(path) === size)
}
