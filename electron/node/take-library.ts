import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { Disk } from './disk.ts'
import { completeLibrary, libraryVersion, readMarker, type LibraryPaths } from './library-folder.ts'
import { acquireLock, type LibraryLock, type LockOwner } from './lock.ts'

export interface TakeOptions {
  disk: Disk
  paths: LibraryPaths
  /** Milliseconds since 1970. */
  now: () => number
  /** As `OpenDeskOptions` say. */
  requireWrite?: boolean | undefined
  readOnly?: boolean | undefined
  /** It may only be read from now on; told later too, when it is lost. `why` where nobody has asked for that. */
  onReadOnly: (why?: Notice) => void
}

/**
 * Takes the library for this program, and lays in it what a new one lacks; where another program holds it, or a newer Midad has
 * written it, nothing is taken. @throws DeskError 'library-locked' | 'read-only' (only with `requireWrite`) | 'disk-full' | 'unwritable'
 */
export async function takeLibrary(options: TakeOptions): Promise<LibraryLock> {
  const { disk, paths, now, requireWrite, readOnly, onReadOnly } = options
  const isNewer = ((await readMarker(disk, paths))?.version ?? 0) > libraryVersion
  const lock: LibraryLock =
    isNewer || readOnly
      ? { held: false, reason: 'held', owner: undefined }
      : await acquireLock(paths.root, { disk, now, onLost: (owner) => onReadOnly(lockedNotice(owner)) })
  try {
    if (!lock.held && requireWrite) throw isNewer ? newerLibrary(paths) : lockedBy(lock.owner)
    if (isNewer) onReadOnly({ code: 'library-newer', details: { path: paths.root } })
    else if (readOnly) onReadOnly()
    else if (!lock.held) onReadOnly(lockedNotice(lock.owner))
    else await completeLibrary(disk, paths)
    return lock
  } catch (error) {
    await releaseLibrary(lock)
    throw error
  }
}

/** Gives the library back, where it was taken. */
export async function releaseLibrary(lock: LibraryLock): Promise<void> {
  if (lock.held) await lock.release()
}

const lockedNotice = (owner: LockOwner | undefined): Notice => ({
  code: 'library-read-only',
  details: ownerDetails(owner),
})

function newerLibrary({ root }: LibraryPaths): DeskError {
  return new DeskError('read-only', `the library at ${root} was written by a newer Midad`, { path: root })
}

function lockedBy(owner: LockOwner | undefined): DeskError {
  const who = owner ? ` by process ${owner.pid} on ${owner.host}` : ''
  return new DeskError('library-locked', `the library is held${who}`, ownerDetails(owner))
}

const ownerDetails = (owner: LockOwner | undefined): Record<string, string | number> =>
  owner ? { host: owner.host, pid: owner.pid, startedAt: owner.startedAt } : {}
