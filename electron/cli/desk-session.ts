import { setTimeout as pause } from 'node:timers/promises'
import { DeskError } from '../../core/api/errors.ts'
import type { WriteFile } from '../../core/desk/exporting.ts'
import { callsThrough, type CallDesk } from '../node/call-desk.ts'
import { createPageShelf } from '../node/page-shelf.ts'
import { findRunningHost } from '../web/running-host.ts'
import type { DeskNeed } from './command.ts'
import { openLibrary } from '../node/open-library.ts'

/** Another command holds the lock only for a moment: a script may run several side by side. */
const waitForLockMs = 5000
const askAgainMs = 100

/** What is done with an open library; `writeFile` is `article.export` as bytes. */
export type Use<T> = (call: CallDesk, writeFile: WriteFile) => Promise<T>

/**
 * Opens the library for as long as `use` runs. Where another process holds it, reading goes on beside that one and
 * writing goes through it, if it is a host of ours.
 * @throws DeskError 'library-locked' when it is none, 'library-missing' | 'unwritable' | …
 */
export async function withDesk<T>(library: string, need: DeskNeed, use: Use<T>): Promise<T> {
  if (need === 'read' || need === 'look') return useHere(library, need, use)
  const giveUpAt = Date.now() + waitForLockMs
  for (;;) {
    const locked = await useHere(library, need, use).then(
      (value) => ({ value }),
      (thrown: unknown) => lockedBy(thrown),
    )
    if ('value' in locked) return locked.value
    const remote = await findRunningHost(library)
    if (remote) return use(callsThrough(remote), filesThrough(callsThrough(remote)))
    if (Date.now() >= giveUpAt) throw locked.error
    await pause(askAgainMs)
  }
}

async function useHere<T>(library: string, need: DeskNeed, use: Use<T>): Promise<T> {
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
    return await use(callsThrough(opened.dispatch), opened.writeFile)
  } finally {
    await opened.close()
  }
}

/** A host calls files as its library's settings have it. */
const filesThrough =
  (call: CallDesk): WriteFile =>
  async ({ pattern: _ours, ...asked }) => {
    const { base64, ...file } = await call('article.export', asked)
    return { ...file, bytes: Buffer.from(base64, 'base64') }
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
