import { dirname, isAbsolute, resolve } from 'node:path'
import { homedir } from 'node:os'
import type { HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { addressFile } from '../web/address.ts'
import type { RunningHost } from '../web/host.ts'
import type { ChangingDesk } from '../node/changing-desk.ts'
import type { FlushRounds } from '../node/flush-rounds.ts'
import { copyIn, libraryBeside } from '../node/copy-places.ts'
import { saveCopy } from '../node/library-copy.ts'
import { libraryIn } from '../node/library-place.ts'
import { openCopy } from '../node/open-copy.ts'
import type { Broadcast } from '../node/broadcast.ts'
import { rememberConfig } from '../node/user-config.ts'

export interface WebHostCallsOptions {
  changing: ChangingDesk
  rounds: FlushRounds
  broadcast: Broadcast
  /** Once it runs. */
  host: () => RunningHost
}

type WebHostCalls = Pick<HostApi, 'host.chooseLibrary' | 'host.saveCopy' | 'host.openCopy' | 'host.flushed'>

/** What the loopback host does beside the desk: another library and copies by paths in words, and waiting for its windows. */
export function webHostCalls(options: WebHostCallsOptions): WebHostCalls {
  const { changing, rounds } = options
  const change = libraryChanger(options)
  return {
    'host.chooseLibrary': async ({ place }) => ({
      library: await change(libraryIn(pathOf(place, 'place'))),
    }),
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
}

/** Another library once every window's text is in the present one; then all of them begin anew. */
function libraryChanger({ changing, rounds, broadcast, host }: WebHostCallsOptions) {
  return async (place: string): Promise<string> => {
    const before = changing.library.path
    const { path } = await changing.change(place, async () => {
      const outcome = await rounds.ask(host().windows())
      if (outcome.kind === 'unsaved') throw new DeskError(outcome.problem, 'a window has unsaved text')
      if (outcome.kind === 'silent') throw new DeskError('not-saved', 'a window did not answer')
    })
    if (path === before) return path
    await rememberConfig({ library: path }).catch(() => undefined)
    await host().keepAddressIn(addressFile(path))
    broadcast.tell({ name: 'library.changed', data: { library: path } })
    return path
  }
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
