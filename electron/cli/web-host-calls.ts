import { dirname, isAbsolute, resolve } from 'node:path'
import { homedir } from 'node:os'
import type { HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { addressFile } from '../web/address.ts'
import type { RunningHost } from '../web/host.ts'
import type { ChangingDesk, OpenLibrary } from '../node/changing-desk.ts'
import type { FlushRounds } from '../node/flush-rounds.ts'
import { copyIn, libraryBeside } from '../node/copy-places.ts'
import { saveCopy } from '../node/library-copy.ts'
import { libraryCalls } from '../node/library-calls.ts'
import { placeForMoved } from '../node/move-present.ts'
import { openCopy } from '../node/open-copy.ts'
import type { Broadcast } from '../node/broadcast.ts'

export interface WebHostCallsOptions {
  changing: ChangingDesk
  open: OpenLibrary
  rounds: FlushRounds
  broadcast: Broadcast
  /** Once it runs. */
  host: () => RunningHost
}

/** Articles on their way out are `zipDownloads`' own. */
type WebHostCalls = Omit<
  HostApi,
  | 'host.revealLibrary'
  | 'host.saveFile'
  | 'host.openLink'
  | 'host.readPastedPicture'
  | 'host.openExport'
  | 'host.exportInto'
  | 'host.exportFolders'
  | 'host.closeExport'
>

/** What the loopback host does beside the desk: libraries and copies by paths in words, and waiting for its windows. */
export function webHostCalls({ changing, open, rounds, broadcast, host }: WebHostCallsOptions): {
  calls: WebHostCalls
  /** Stops a move of the library, and waits for its end. */
  settled: () => Promise<void>
} {
  const { calls, change, settled } = libraryCalls({
    changing,
    open,
    flush: () => rounds.ask(host().windows()),
    onChanged: async (library) => {
      await host().keepAddressIn(addressFile(library))
      broadcast.tell({ name: 'library.changed', data: { library } })
    },
    onMoved: (library) => host().keepAddressIn(addressFile(library)),
    onListed: () => undefined,
    tell: (event) => broadcast.tell(event),
    askFor: {
      library: async (place) => pathOf(place, 'place'),
      new: async (place) => pathOf(place, 'place'),
      move: async (place) => placeForMoved(pathOf(place, 'place'), changing.library.path),
    },
  })
  const own: WebHostCalls = {
    ...calls,
    'host.saveCopy': async ({ place }) => {
      const library = changing.library.path
      const file = copyIn(place === undefined ? dirname(library) : pathOf(place, 'place'), new Date())
      const { articles, bytes } = await saveCopy({ library, file })
      return { place: file, articles, bytes }
    },
    'host.openCopy': async ({ copy, place }) => {
      const file = pathOf(copy, 'copy')
      const library =
        place === undefined ? libraryBeside(changing.library.path, file) : pathOf(place, 'place')
      return { library: await change((await openCopy({ file, library })).library) }
    },
    'host.flushed': async (answer) => {
      rounds.answered(answer)
      return null
    },
  }
  return { calls: own, settled }
}

/** A path as a person types it: absolute, or from their home. @throws DeskError 'bad-request' | 'unsupported-here' without one */
function pathOf(words: string | undefined, field: string): string {
  if (words === undefined) throw new DeskError('unsupported-here', 'this host has no dialogs for files')
  const typed = words.trim().replace(/^~(?=$|[\\/])/, homedir())
  if (!isAbsolute(typed)) {
    throw new DeskError('bad-request', `${field}: not an absolute path`, { path: field })
  }
  return resolve(typed)
}
