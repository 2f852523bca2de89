import { basename, join } from 'node:path'
import { existsSync, readdirSync } from 'node:fs'
import type { MoveProgress } from '../../core/api/libraries.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { ChangingDesk } from './changing-desk.ts'
import { nodeDisk } from './disk.ts'
import { acquireLock } from './lock.ts'
import { LibraryPaths } from './library-folder.ts'
import { LibraryMove, nodeWorld, type MoveWorld } from './move-library.ts'
import type { OpenDesk } from './open-desk.ts'
import { isPart } from './unpacked-inside.ts'
import { changeConfig, rememberConfig, type UnfinishedMove } from './user-config.ts'

/** Where a library comes to lie that is moved to a folder: there, where it is new or empty, else in a folder of its name there. */
export function placeForMoved(folder: string, library: string): string {
  const isFree = !existsSync(folder) || readdirSync(folder).every(isPart)
  return isFree ? folder : join(folder, basename(library))
}

export interface MovedLibrary {
  library: string
  /** The old folder, where not all of it could be removed. */
  left: string | null
}

export interface MovePresentOptions {
  changing: ChangingDesk
  /** Absolute. */
  place: string
  /** Resolves once the text of every window is on the disk. @throws DeskError why not */
  flush: () => Promise<void>
  open: (library: string) => Promise<OpenDesk>
  onProgress: (progress: MoveProgress) => void
  signal: AbortSignal
  /** It is open at its new place; the old folder is still being removed. */
  onPlaced: (library: string) => Promise<void>
  /** For tests: otherwise this machine. */
  world?: Partial<MoveWorld>
}

/**
 * Moves the present library of a host while its windows stay: they write on while it is copied, and wait while it changes its
 * place. Where this throws, the library lies where it lay. @throws DeskError, the signal's reason
 */
export async function movePresent(options: MovePresentOptions): Promise<MovedLibrary> {
  const { changing, place, onProgress, signal } = options
  const { path, readOnly } = changing.library
  if (readOnly) throw new DeskError('library-locked', 'a library that cannot be written to cannot be moved')
  const world: MoveWorld = { ...nodeWorld, remember, ...options.world }
  const move = await LibraryMove.begin({
    library: path,
    place,
    world,
    onProgress: (done, total) => onProgress({ done, total }),
    signal,
  })
  try {
    await move.copyAhead()
    const { path: library } = await changing.leaveFor(options.flush, () => settle(move, options))
    await options.onPlaced(library)
    // People write on meanwhile.
    return { library, left: (await move.end()) ?? null }
  } catch (thrown) {
    await move.giveUp()
    throw thrown
  } finally {
    onProgress(null)
  }
}

async function settle(move: LibraryMove, { open }: MovePresentOptions): Promise<OpenDesk> {
  const lock = await acquireLock(move.from)
  if (!lock.held) throw new DeskError('library-locked', 'another program has taken the library meanwhile')
  try {
    await move.settle()
  } finally {
    // Of this moment; where the folder was renamed it has come along.
    await nodeDisk.unlink(new LibraryPaths(move.to).lock).catch(() => undefined)
    await lock.release()
  }
  let opened: OpenDesk | undefined
  try {
    opened = await open(move.to)
    await keepPlace(move)
    return opened
  } catch (thrown) {
    await opened?.close()
    await move.undo()
    throw thrown
  }
}

const remember = (moving: UnfinishedMove | undefined): Promise<void> => rememberConfig({ moving })

/** From this write on the library lies at its new place. */
export async function keepPlace(
  move: Pick<LibraryMove, 'from' | 'to' | 'left'>,
  folder?: string,
): Promise<void> {
  const { from, to } = move
  await changeConfig(
    ({ recent = [], ...config }) => ({
      ...config,
      library: to,
      moving: move.left(),
      recent: recent.map((each) => (each.path === from ? { ...each, path: to } : each)),
    }),
    folder,
  )
}
