import { setTimeout as pause } from 'node:timers/promises'
import type { Input } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { WriteFile } from '../../core/desk/exporting.ts'
import { callsThrough, type CallDesk } from '../node/call-desk.ts'
import { createPageShelf } from '../node/page-shelf.ts'
import { findRunningHost } from '../web/running-host.ts'
import type { DeskNeed } from './command.ts'
import type { OpenDesk } from '../node/open-desk.ts'
import { openLibrary } from '../node/open-library.ts'

/** Another command holds the lock only for a moment: a script may run several side by side. */
const waitForLockMs = 5000
const askAgainMs = 100

/** What is done with an open library. */
export type Use<T> = (call: CallDesk, desk: DeskAtHand) => Promise<T>
interface DeskAtHand {
  /** `article.export` as bytes. */
  writeFile: WriteFile
  /** Whether it is open in this process: what comes in then goes over no border, and may be as large as is read at all. */
  isHere: boolean
}

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
    if (remote) {
      const call = callsThrough(remote)
      return use(call, { writeFile: filesThrough(call), isHere: false })
    }
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
    return await use(callsHere(opened), { writeFile: opened.writeFile, isHere: true })
  } finally {
    await opened.close()
  }
}

/** Files that come in are of the size that this process has looked at; everything else is held to the contract as a stranger's is. */
const callsHere = ({ desk, dispatch }: OpenDesk): CallDesk =>
  callsThrough(async (name, input) => {
    if (name === 'article.import')
      return { ok: true, value: await desk[name](input as Input<'article.import'>) }
    if (name === 'article.beside')
      return { ok: true, value: await desk[name](input as Input<'article.beside'>) }
    return dispatch(name, input)
  })

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
