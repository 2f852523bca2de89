import { randomUUID } from 'node:crypto'
import type { Server } from 'node:net'
import { hostname } from 'node:os'
import { z } from 'zod'
import { errorCode, unlessMissing } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { LibraryPaths } from './library-folder.ts'
import { listenAlone, socketName } from './lock-socket.ts'
import { readStrictly } from './read-strictly.ts'
import { writeWhole } from './write-whole.ts'

const lockFile = z.object({
  host: z.string(),
  pid: z.number().int(),
  /** ISO 8601. */
  startedAt: z.string(),
  beatAt: z.string(),
  nonce: z.string(),
})
/** Who holds a library, as far as lock.json tells. */
export type LockOwner = z.infer<typeof lockFile>

export type LibraryLock =
  | {
      held: true
      /** True where a holder has died without letting go: what it left behind may need clearing. */
      isTakenOver: boolean
      release(): Promise<void>
    }
  | { held: false; reason: 'held'; owner: LockOwner | undefined }
  /** The folder takes no files: nobody can write here, so nobody needs to be kept out. */
  | { held: false; reason: 'unwritable'; owner: undefined }

export interface LockOptions {
  disk?: Disk
  now?: () => number
  host?: string
  platform?: NodeJS.Platform
  beatEveryMs?: number
  /** Called once when another machine has taken the library over, while this one slept. */
  onLost?: (owner: LockOwner | undefined) => void
}

const usualBeatMs = 30_000
const deadAfterMs = 180_000

/**
 * One writer a library: a socket that only one process of this machine can listen on, and `lock.json` with a
 * heartbeat for the others. `library` is the real path.
 */
export async function acquireLock(library: string, options: LockOptions = {}): Promise<LibraryLock> {
  const { disk = nodeDisk, now = Date.now, host = hostname(), platform = process.platform } = options
  const path = new LibraryPaths(library).lock
  const server = await listenAlone(socketName(library, platform))
  const left = await readOwner(disk, path)
  if (!server) return { held: false, reason: 'held', owner: left.owner }
  try {
    // On this machine a free socket proves the owner dead; of another one only its heart tells.
    if (left.owner && left.owner.host !== host && (await isBeating(disk, path, left.owner, now()))) {
      await closed(server)
      return { held: false, reason: 'held', owner: left.owner }
    }
    const { beatEveryMs = usualBeatMs, onLost } = options
    const held = new HeldLock({ disk, path, now, server, beatEveryMs, onLost }, host)
    if (!(await held.begin())) {
      await closed(server)
      return { held: false, reason: 'unwritable', owner: undefined }
    }
    return { held: true, isTakenOver: left.isThere, release: () => held.release() }
  } catch (error) {
    await closed(server)
    throw error
  }
}

async function readOwner(disk: Disk, path: string): Promise<{ isThere: boolean; owner?: LockOwner }> {
  const file = await readStrictly(disk, path, 10_000)
  if (file.kind === 'missing') return { isThere: false }
  const owner = file.kind === 'json' ? lockFile.safeParse(file.json).data : undefined
  return owner ? { isThere: true, owner } : { isThere: true }
}

async function isBeating(disk: Disk, path: string, owner: LockOwner, now: number): Promise<boolean> {
  const stat = await unlessMissing(disk.stat(path))
  // The later of both: a synchroniser may bring an old file late, and clocks of two machines differ.
  const lastBeat = Math.max(Date.parse(owner.beatAt) || 0, stat?.mtimeMs ?? 0)
  return now - lastBeat <= deadAfterMs
}

interface Holding {
  disk: Disk
  path: string
  now: () => number
  server: Server
  beatEveryMs: number
  onLost: LockOptions['onLost']
}

class HeldLock {
  readonly #holding: Holding
  readonly #owner: Omit<LockOwner, 'beatAt'>
  #timer: NodeJS.Timeout | undefined
  #beating: Promise<void> = Promise.resolve()

  constructor(holding: Holding, host: string) {
    this.#holding = holding
    const startedAt = new Date(holding.now()).toISOString()
    this.#owner = { host, pid: process.pid, startedAt, nonce: randomUUID() }
  }

  /** False where the folder takes no files at all. A full disk is no reason: the socket holds on this machine. */
  async begin(): Promise<boolean> {
    try {
      await this.#write()
    } catch (error) {
      if (!isFull(error)) return false
    }
    this.#timer = setInterval(() => {
      this.#beating = this.#beating.then(() => this.#beat())
    }, this.#holding.beatEveryMs)
    this.#timer.unref()
    return true
  }

  async release(): Promise<void> {
    clearInterval(this.#timer)
    await this.#beating
    const { disk, path, server } = this.#holding
    const left = await readOwner(disk, path)
    if (left.owner?.nonce === this.#owner.nonce) await disk.unlink(path).catch(() => undefined)
    await closed(server)
  }

  async #beat(): Promise<void> {
    const { disk, path, onLost } = this.#holding
    const { owner } = await readOwner(disk, path)
    if (owner && owner.nonce !== this.#owner.nonce) {
      clearInterval(this.#timer)
      onLost?.(owner)
      return
    }
    // A beat that fails (disk full, folder gone) is tried again; saves tell people what is wrong.
    await this.#write().catch(() => undefined)
  }

  async #write(): Promise<void> {
    const { disk, path, now } = this.#holding
    const beat: LockOwner = { ...this.#owner, beatAt: new Date(now()).toISOString() }
    await writeWhole(path, `${JSON.stringify(beat)}\n`, { disk })
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'disk-full' || errorCode(error) === 'ENOSPC')

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
