import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { errorCode, unlessMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk, type DiskFile, type DiskStat } from './disk.ts'

export interface WriteOptions {
  disk?: Disk
  /** Permissions of a new file; a file that is replaced keeps its own. */
  mode?: number
  /** Called when the new bytes are durable beside the target, before each try to take its place. A throw stops it. */
  beforeReplace?: (target: string) => Promise<void>
}
/** How the written file can be told from a later one without reading it. */
export interface Stamp {
  size: number
  mtimeMs: number
}

/** The temp files of writeWhole: `.<name>.<pid>.<random>.tmp`. */
export const tempName = /^\.(?<target>.+)\.(?<pid>\d+)\.[0-9a-f]{12}\.tmp$/

const atWork = new Set<string>()
/** Whether a write of this process is at work on this temp file or folder; any other is left over. */
export const isAtWork = (temp: string): boolean => atWork.has(temp)

/** Counts a temp file or folder among those that are worked on, for as long as `work` lasts. */
export async function whileAtWork<T>(temp: string, work: () => Promise<T>): Promise<T> {
  atWork.add(temp)
  try {
    return await work()
  } finally {
    atWork.delete(temp)
  }
}

/**
 * Replaces the file whole or leaves the old one as it was; resolves when the disk has it (file and folder
 * fsynced). A link is followed, permissions are kept.
 * @throws DeskError 'disk-full' | 'unwritable'; where another program held the target for ten seconds the new
 * bytes stay beside it and `details.kept` names them.
 */
export function writeWhole(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<Stamp> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return writeWholeFrom(path, (put) => put(bytes), options)
}

/** Puts bytes one after the other; each `put` is waited for before the next. */
export type Fill = (put: (bytes: Uint8Array) => Promise<void>) => Promise<void>

/** The same for bytes that come in pieces. What `fill` throws stops it, as a DeskError as it is. @throws as writeWhole */
export async function writeWholeFrom(
  path: string,
  fill: Fill,
  { disk = nodeDisk, mode = 0o600, beforeReplace }: WriteOptions = {},
): Promise<Stamp> {
  const target = await targetOf(disk, path)
  const temp = tempBeside(target.path)
  return whileAtWork(temp, async () => {
    try {
      const stamp = await writeNew(disk, temp, fill, target.mode ?? mode)
      await replace(disk, temp, target.path, beforeReplace)
      await syncFolder(disk, dirname(target.path))
      return stamp
    } catch (error) {
      const failure = writeFailure(error, `cannot write ${basename(path)}`)
      if (failure.details.kept === undefined) await disk.unlink(temp).catch(() => undefined)
      throw failure
    }
  })
}

/** A name for what is to take the place of `target`, in its folder, that nobody else has (`tempName`). */
export const tempBeside = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`)

async function targetOf(disk: Disk, path: string): Promise<{ path: string; mode?: number }> {
  try {
    const real = await unlessMissing(disk.realpath(path))
    if (real === undefined) return { path }
    const { mode } = await disk.stat(real)
    return { path: real, mode }
  } catch (error) {
    throw writeFailure(error, `cannot write ${basename(path)}`)
  }
}

/** Writes a new file and fsyncs it; its name is durable once its folder is synced. Errors are Node's own or a DeskError. */
export async function writeNew(disk: Disk, path: string, fill: Fill, mode: number): Promise<Stamp> {
  const file = await disk.open(path, 'wx', mode)
  let length = 0
  let written: DiskStat
  try {
    await fill(async (bytes) => {
      length += bytes.length
      await writeAll(file, bytes)
    })
    written = await file.stat()
    if (written.size !== length) {
      throw new DeskError('unwritable', `the disk took ${written.size} of ${length} bytes`)
    }
    // Once only: after a failed fsync the system marks the pages clean, and a second one would lie (reliability.md §3.3).
    await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  // The umask may have taken bits away that the replaced file had.
  if (written.mode !== mode && process.platform !== 'win32') await disk.chmod(path, mode)
  return { size: written.size, mtimeMs: written.mtimeMs }
}

/** Writes all, however little the disk takes at a time. @throws DeskError 'disk-full' where it takes no more */
export async function writeAll(file: DiskFile, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const taken = await file.write(bytes, from)
    if (taken <= 0) throw new DeskError('disk-full', 'the disk takes no more bytes')
    from += taken
  }
}

const heldCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])
const firstPauseMs = 50
/** So that a file which is let go after seconds is not waited for as long again: some twenty tries in all. */
const longestPauseMs = 500
const longestWaitMs = 10_000

/** Renames over the target; where a virus scanner or a synchroniser holds it, tries again for ten seconds. */
async function replace(
  disk: Disk,
  temp: string,
  target: string,
  beforeReplace: WriteOptions['beforeReplace'],
): Promise<void> {
  let waitedMs = 0
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    await beforeReplace?.(target)
    try {
      await disk.rename(temp, target)
      return
    } catch (error) {
      const code = errorCode(error) ?? ''
      if (!heldCodes.has(code)) throw error
      if (waitedMs >= longestWaitMs) throw heldTooLong(temp, target, code)
    }
    const thisPauseMs = Math.min(pauseMs, longestWaitMs - waitedMs)
    await disk.pause(thisPauseMs)
    waitedMs += thisPauseMs
  }
}

function heldTooLong(temp: string, target: string, cause: string): DeskError {
  return new DeskError(
    'unwritable',
    `${basename(target)} is held by another program; the new text is kept in ${basename(temp)}`,
    { cause, kept: basename(temp) },
  )
}

const moveTries = 6

/** Windows refuses to move a folder while a scanner reads in it: six tries in about three seconds. @throws Node's errors */
export async function moveFolder(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.rename(from, to)
      return
    } catch (error) {
      if (attempt === moveTries || !heldCodes.has(errorCode(error) ?? '')) throw error
      await disk.pause(50 * 2 ** attempt)
    }
  }
}

/** Makes the names in a folder durable. Windows cannot and need not: its refusal is ignored there only. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const isUsual = ['EPERM', 'EISDIR', 'EINVAL', 'EACCES'].includes(errorCode(error) ?? '')
    if (process.platform !== 'win32' || !isUsual) throw error
  }
}

/** Makes a folder, if there is none, and its name durable; its parent must be there. */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  await makeName(disk, path)
  // Also where it was there already: an earlier try may have failed between the two calls.
  await syncFolder(disk, dirname(path))
}

/** Makes a folder, if there is none; answers whether there was none. Its name lasts when the folder around it is synced. */
export async function makeName(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.mkdir(path, 0o700)
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    return false
  }
}

/** The same as makeFolder, with each folder above it that is missing. */
export async function makeFolders(disk: Disk, path: string): Promise<void> {
  const above = dirname(path)
  // One that is there may lie in a folder that this user may not read.
  if (above !== path && (await unlessMissing(disk.stat(above))) === undefined) await makeFolders(disk, above)
  await makeFolder(disk, path)
}
