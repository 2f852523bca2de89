import { isAbsolute, resolve } from 'node:path'
import { homedir } from 'node:os'
import type { HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { addressFile } from '../web/address.ts'
import type { RunningHost } from '../web/host.ts'
import type { ChangingDesk } from '../node/changing-desk.ts'
import type { FlushRounds } from '../node/flush-rounds.ts'
import { libraryIn } from '../node/library-place.ts'
import type { Broadcast } from '../node/broadcast.ts'
import { rememberConfig } from '../node/user-config.ts'

export interface WebHostCallsOptions {
  changing: ChangingDesk
  rounds: FlushRounds
  broadcast: Broadcast
  /** Once it runs. */
  host: () => RunningHost
}

/** What the loopback host does beside the desk: another library by a path in words, and waiting for its windows. */
export function webHostCalls({
  changing,
  rounds,
  broadcast,
  host,
}: WebHostCallsOptions): Pick<HostApi, 'host.chooseLibrary' | 'host.flushed'> {
  return {
    'host.chooseLibrary': async ({ place }) => {
      if (place === undefined) throw new DeskError('unsupported-here', 'this host has no dialog for folders')
      const before = changing.library.path
      const { path } = await changing.change(placeOf(place), async () => {
        const outcome = await rounds.ask(host().windows())
        if (outcome.kind === 'unsaved') throw new DeskError(outcome.problem, 'a window has unsaved text')
        if (outcome.kind === 'silent') throw new DeskError('not-saved', 'a window did not answer')
      })
      if (path === before) return { library: path }
      await rememberConfig({ library: path }).catch(() => undefined)
      await host().keepAddressIn(addressFile(path))
      broadcast.tell({ name: 'library.changed', data: { library: path } })
      return { library: path }
    },
    'host.flushed': async (answer) => {
      rounds.answered(answer)
      return null
    },
  }
}

/** A path as a person types it: absolute, or from their home. @throws DeskError 'bad-request' */
function placeOf(words: string): string {
  const typed = words.trim().replace(/^~(?=$|[\\/])/, homedir())
  if (!isAbsolute(typed)) throw new DeskError('bad-request', 'place: not an absolute path', { path: 'place' })
  return libraryIn(resolve(typed))
}
