import { z } from 'zod'

/** A library that was open on this computer. */
export interface KnownLibrary {
  /** Its real path. */
  path: string
  /** The last name of its path. */
  name: string
  /** When it was opened last (ISO 8601). */
  openedAt: string
  /** Whether a library lies there now: a disk may not be connected, a folder may have been moved. */
  isThere: boolean
}

/** Typed without a schema, as in contract.ts. */
const returns = <T>() => ({}) as { readonly value: T }
/** A path in words, where the host takes one. */
const typedPath = z.string().min(1).max(4096)

/** How far a move of the library has come: bytes that are copied and checked, of how many. Null: it is over. */
const moveProgress = z.object({ done: z.number().int().min(0), total: z.number().int().min(0) }).nullable()
export type MoveProgress = z.output<typeof moveProgress>

/** What a host does with several libraries. */
export const libraryMethods = {
  /** Another library from now on, in all windows; `place` only where `choosesLibrary` is 'typed'. Null: thought better of. */
  'host.chooseLibrary': {
    input: z.object({ place: typedPath.optional() }),
    output: returns<{ library: string | null }>(),
  },
  /** Founds a library in a folder that is new or empty, and opens it as `host.chooseLibrary` does. @throws DeskError 'not-empty' */
  'host.newLibrary': {
    input: z.object({ place: typedPath.optional() }),
    output: returns<{ library: string | null }>(),
  },
  /** The libraries that were open on this computer, the newest first, the present one among them. */
  'host.libraries': { input: z.object({}), output: returns<{ recent: KnownLibrary[] }>() },
  /** Opens one of them, in all windows. @throws DeskError 'not-found' for any other path | 'library-missing' | 'library-locked' */
  'host.openRecent': { input: z.object({ path: typedPath }), output: returns<{ library: string }>() },
  /** Takes one off the list; its folder stays as it is. */
  'host.forgetLibrary': {
    input: z.object({ path: typedPath }),
    output: returns<{ recent: KnownLibrary[] }>(),
  },
  /**
   * Moves the present library's folder; its windows stay and are told of `library.moving` and `library.moved`. Null: thought better
   * of, or stopped. `left`: the old folder, where not all of it could be removed.
   * @throws DeskError 'inside-library' | 'not-empty' | 'no-room' | 'library-locked'
   */
  'host.moveLibrary': {
    input: z.object({ place: typedPath.optional() }),
    output: returns<{ library: string | null; left: string | null }>(),
  },
  /** Stops the move that is under way, where it still can be. */
  'host.stopMoving': { input: z.object({}), output: returns<null>() },
} as const

export const libraryEvents = {
  /** The host has opened another library: every window begins anew. */
  'library.changed': z.object({ library: z.string() }),
  /** How far the library has come on its way to another folder; null once that is over, however it ended. */
  'library.moving': z.object({ progress: moveProgress }),
  /** The present library lies there now; all else is as it was. */
  'library.moved': z.object({ library: z.string() }),
} as const
