import type { Notice } from '../../core/api/contract.ts'
import type { DeskRoom } from '../../core/desk/room.ts'
import type { articleStores } from './article-stores.ts'
import type { Disk } from './disk.ts'
import type { LibraryPaths } from './library-folder.ts'
import { lookAround } from './look-around.ts'
import type { LibraryLock } from './lock.ts'
import { recover } from './recover.ts'
import type { RowIndex } from './row-index.ts'
import { startSweep } from './sweep-rows.ts'
import { LibraryWatch } from './watch-library.ts'

export interface LookAfterOptions {
  disk: Disk
  paths: LibraryPaths
  stores: ReturnType<typeof articleStores>
  rows: RowIndex
  room: DeskRoom
  lock: LibraryLock
  tell: (notice: Notice) => void
  /** Milliseconds since 1970. */
  now: () => number
  /** Where journals lie that the library could not take. */
  elsewhere: () => Promise<string>
  /** Somebody looks at its list; otherwise it is a terminal's. */
  hasWindow: boolean
  /** As `OpenDeskOptions` say. */
  sweptAtOnce: number
  watchEveryMs?: number | undefined
}

/**
 * Follows what other programs do in the library, and did while it was closed. A terminal wants the truth and waits for it, a window
 * wants its list: of a large library it has it as it was last, until the sweep has told of the rest.
 */
export async function lookAfter({
  stores,
  lock,
  now,
  elsewhere,
  hasWindow,
  sweptAtOnce,
  watchEveryMs,
  ...library
}: LookAfterOptions): Promise<{ stop: () => Promise<void> }> {
  const { disk, paths, rows, tell } = library
  const looked = { ...library, articles: stores.articles }
  const isSweptLater = hasWindow && rows.all().length > sweptAtOnce
  // What a crash has left is cleared away before anything else is looked at.
  const clearAway = async (): Promise<void> =>
    recover(disk, paths, { now: now(), elsewhere: await elsewhere() })
  const isAfterCrash = lock.held && lock.isTakenOver
  if (!isSweptLater) {
    if (isAfterCrash) await clearAway()
    await rows.refresh()
  }
  const sweep = isSweptLater ? startSweep(looked, isAfterCrash ? clearAway : undefined) : undefined
  const isWatched = lock.held && hasWindow && watchEveryMs !== 0
  const watch = isWatched ? new LibraryWatch({ ...looked, everyMs: watchEveryMs }) : undefined
  const looking = { now: now(), newest: () => newestIn(rows), tell, forget: stores.forget }
  const around = isWatched ? lookAround(disk, paths, looking) : undefined
  return {
    stop: async () => {
      await sweep?.stop()
      await watch?.stop()
      await around
    },
  }
}

/** When an article was saved last, milliseconds since 1970; -Infinity where there is none. */
const newestIn = (rows: RowIndex): number =>
  rows.all().reduce((latest, { updatedAt }) => Math.max(latest, Date.parse(updatedAt)), -Infinity)
