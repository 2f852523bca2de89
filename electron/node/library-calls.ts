import type { DeskEvent, HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { ChangingDesk, OpenLibrary } from './changing-desk.ts'
import { nodeDisk } from './disk.ts'
import type { FlushOutcome } from './flush-rounds.ts'
import { libraryIn } from './library-place.ts'
import { movePresent } from './move-present.ts'
import { findPlace } from './new-place.ts'
import { forgetLibrary, listedLibraries, noteLibrary, recentLibraries } from './recent-libraries.ts'
import { rememberConfig } from './user-config.ts'

export interface LibraryCallsOptions {
  changing: ChangingDesk
  open: OpenLibrary
  /** Asks every window for its text. */
  flush: () => Promise<FlushOutcome>
  /** Another library is open: all windows begin anew. */
  onChanged: (library: string) => void | Promise<void>
  /** The present library lies elsewhere now: windows go on as they are. */
  onMoved: (library: string) => void | Promise<void>
  /** The list of libraries is another one. */
  onListed: () => void
  tell: (event: DeskEvent) => void
  /** Where a person wants it, by the words that came or by a dialog of the host's; undefined: nowhere after all. @throws DeskError */
  askFor: Record<'library' | 'new' | 'move', (place: string | undefined) => Promise<string | undefined>>
}

type LibraryCalls = Pick<
  HostApi,
  | 'host.chooseLibrary'
  | 'host.newLibrary'
  | 'host.libraries'
  | 'host.openRecent'
  | 'host.forgetLibrary'
  | 'host.moveLibrary'
  | 'host.stopMoving'
>

/** Exchanges the library in every window, once their text is on the disk. @throws DeskError */
export type ChangeLibrary = (library: string, create?: boolean) => Promise<string>

/** What a host does with several libraries, however it asks for their places. */
export function libraryCalls(options: LibraryCallsOptions): {
  calls: LibraryCalls
  change: ChangeLibrary
  /** Stops a move that is under way, and waits for its end: before the desk is closed. */
  settled: () => Promise<void>
} {
  const { askFor, onListed } = options
  const change = libraryChanger(options)
  const { settled, ...moving } = moveCalls(options)
  const recent = async () => ({ recent: await recentLibraries() })
  return {
    change,
    settled,
    calls: {
      'host.chooseLibrary': async ({ place }) => {
        const chosen = await askFor.library(place)
        return { library: chosen === undefined ? null : await change(libraryIn(chosen)) }
      },
      'host.newLibrary': async ({ place }) => {
        const chosen = await askFor.new(place)
        if (chosen === undefined) return { library: null }
        // What lies there already is opened by the wish to open it, and not by that for a new one.
        return { library: await change((await findPlace(nodeDisk, chosen)).path) }
      },
      'host.libraries': recent,
      'host.openRecent': async ({ path }) => {
        if (!listedLibraries().some((each) => each.path === path))
          throw new DeskError('not-found', 'no library of the list lies there')
        return { library: await change(path, false) }
      },
      'host.forgetLibrary': async ({ path }) => {
        await forgetLibrary(path)
        onListed()
        return recent()
      },
      ...moving.calls,
    },
  }
}

function libraryChanger({ changing, flush, onChanged, onListed }: LibraryCallsOptions): ChangeLibrary {
  return async (place, create = true) => {
    const before = changing.library.path
    const { path } = await changing.change(place, () => flushed(flush), create).catch(asOfLibrary)
    if (path === before) return path
    await rememberConfig({ library: path }).catch(() => undefined)
    await noteLibrary(path).catch(() => undefined)
    onListed()
    await onChanged(path)
    return path
  }
}

/** Of an article the sentence is another one. */
function asOfLibrary(thrown: unknown): never {
  if (thrown instanceof DeskError && thrown.code === 'read-only')
    throw new DeskError('library-newer', thrown.message, thrown.details)
  throw thrown
}

async function flushed(flush: LibraryCallsOptions['flush']): Promise<void> {
  const outcome = await flush()
  if (outcome.kind === 'unsaved') throw new DeskError(outcome.problem, 'a window has unsaved text')
  if (outcome.kind === 'silent') throw new DeskError('not-saved', 'a window did not answer')
}

interface MoveCalls {
  calls: Pick<LibraryCalls, 'host.moveLibrary' | 'host.stopMoving'>
  settled: () => Promise<void>
}

function moveCalls(options: LibraryCallsOptions): MoveCalls {
  let underWay: { stop: AbortController; ended: Promise<unknown> } | undefined
  return {
    calls: {
      'host.moveLibrary': async ({ place }) => {
        const chosen = await options.askFor.move(place)
        if (chosen === undefined) return stayed
        if (underWay) throw new DeskError('library-locked', 'the library is being moved already')
        const stop = new AbortController()
        const moving = moveTo(chosen, stop.signal, options)
        underWay = { stop, ended: moving.catch(() => undefined) }
        try {
          return await moving
        } finally {
          underWay = undefined
        }
      },
      'host.stopMoving': async () => {
        underWay?.stop.abort()
        return null
      },
    },
    settled: async () => {
      underWay?.stop.abort()
      await underWay?.ended
    },
  }
}
const stayed = { library: null, left: null }

async function moveTo(place: string, signal: AbortSignal, options: LibraryCallsOptions) {
  const { changing, open, flush, onMoved, onListed, tell } = options
  try {
    return await movePresent({
      changing,
      place,
      flush: () => flushed(flush),
      open: (library) => open(library, { create: false, requireWrite: true }),
      onProgress: (progress) => tell({ name: 'library.moving', data: { progress } }),
      signal,
      onPlaced: async (library) => {
        onListed()
        await Promise.resolve(onMoved(library)).catch(() => undefined)
        tell({ name: 'library.moved', data: { library } })
      },
    })
  } catch (thrown) {
    if (signal.aborted) return stayed
    throw thrown
  }
}
