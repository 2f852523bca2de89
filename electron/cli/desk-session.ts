import { setTimeout as pause } from 'node:timers/promises'
import { DeskError } from '../../core/api/errors.ts'
import { callsThrough, type CallDesk } from '../node/call-desk.ts'
import { createPageShelf } from '../node/page-shelf.ts'
import { findRunningHost } from '../web/running-host.ts'
import type { DeskNeed } from './command.ts'
import { openLibrary } from '../node/open-library.ts'

/** Another command holds the lock only for a moment: a script may run several side by side. */
const waitForLockMs = 5000
const askAgainMs = 100

/**
 * Opens the library for as long as `use` runs. Where another process holds it, reading goes on beside that one and
 * writing goes through it, if it is a host of ours.
 * @throws DeskError 'library-locked' when it is none, 'library-missing' | 'unwritable' | …
 */
export async function withDesk<T>(
  library: string,
  need: DeskNeed,
  use: (call: CallDesk) => Promise<T>,
): Promise<T> {
  if (need === 'read' || need === 'look') return useHere(library, need, use)
  const giveUpAt = Date.now() + waitForLockMs
  for (;;) {
    const locked = await useHere(library, need, use).then(
      (value) => ({ value }),
      (thrown: unknown) => lockedBy(thrown),
    )
    if ('value' in locked) return locked.value
    const remote = await findRunningHost(library)
    if (remote) return use(callsThrough(remote))
    if (Date.now() >= giveUpAt) throw locked.error
    await pause(askAgainMs)
  }
}

async function useHere<T>(library: string, need: DeskNeed, use: (call: CallDesk) => Promise<T>): Promise<T> {
  const opened = await openLibrary({
    library,
    create: need === 'create',
    requireWrite: need === 'write' || need === 'create',
    readOnly: need === 'look',
    tell: () => undefined,
    pages: createPageShelf(),
  }).catch((thrown: unknown) => {
    throw thrown instanceof DeskError && thrown.code === 'library-locked'
      ? new LockedAtOpening(thrown)
      : thrown
  })
  try {
    return await use(callsThrough(opened.dispatch))
  } finally {
    await opened.close()
  }
}

// Only before anything was asked of the desk may the work be done again another way.
class LockedAtOpening extends Error {
  readonly locked: DeskError
  constructor(locked: DeskError) {
    super(locked.message)
    this.locked = locked
  }
}

function lockedBy(thrown: unknown): { error: DeskError } {
  if (thrown instanceof LockedAtOpening) return { error: thrown.locked }
  throw thrown
}
