import { stat, statfs } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { errorCode, unlessMissing, writeFailure } from './disk-errors.ts'
import { nodeDisk, type Disk } from './disk.ts'
import { findPlace, partFor, putInPlace, type Place } from './new-place.ts'
import { putAway, removeMoved } from './remove-moved.ts'
import { readTree, roomOfAll } from './tree.ts'
import { TreeCopy } from './tree-copy.ts'
import { leftInside, removeAll } from './unpacked-inside.ts'
import type { UnfinishedMove } from './user-config.ts'
import { moveFolder, syncFolder, tempBeside } from './write-whole.ts'

/** What a move asks of the machine beside its disk. */
export interface MoveWorld {
  now: () => number
  /** Whether a folder can be renamed into another. */
  isOneVolume: (one: string, other: string) => Promise<boolean>
  /** Undefined where the disk does not say. */
  freeBytes: (folder: string) => Promise<number | undefined>
  /** Keeps how far the move has come, so that the next start can end it. @throws DeskError 'disk-full' | 'unwritable' */
  remember: (move: UnfinishedMove | undefined) => Promise<void>
}

export interface MoveOptions {
  disk?: Disk
  /** The real path of the library. */
  library: string
  /** Absolute: a folder that is not there yet, or one that is empty. */
  place: string
  world: MoveWorld
  onProgress?: (done: number, total: number) => void
  /** Its reason is thrown, and the library lies where it lay. */
  signal?: AbortSignal | undefined
}

/**
 * A library on its way to another place. `begin`, then `copyAhead` while people write on, then `settle` while nobody does. Now the
 * library lies whole at `to`: `undo` takes that back, `end` removes what is left at the old place. After a crash at any
 * point `finishMove` does the rest.
 */
export class LibraryMove {
  readonly from: string
  readonly #disk: Disk
  readonly #place: Place
  readonly #options: MoveOptions
  #copy: TreeCopy | undefined
  #part: string | undefined
  #old: string | undefined

  private constructor(options: MoveOptions, disk: Disk, place: Place) {
    this.#options = options
    this.#disk = disk
    this.#place = place
    this.from = options.library
  }

  get to(): string {
    return this.#place.path
  }

  /** @throws DeskError 'inside-library' | 'not-empty' | 'folder-missing' | 'unwritable' | 'no-room' with `needed`, `free` in MB */
  static async begin(options: MoveOptions): Promise<LibraryMove> {
    const { disk = nodeDisk, library, place, world } = options
    const real = await realPlace(disk, place).catch((error: unknown) => {
      throw writeFailure(error, `cannot look at ${place}`)
    })
    if (isWithin(library, real))
      throw new DeskError('inside-library', 'a library cannot lie in itself', { path: place })
    const move = new LibraryMove(options, disk, await findPlace(disk, place))
    const near = move.#near()
    if (!(await world.isOneVolume(library, near))) await move.#beginCopy()
    return move
  }

  /** The first round of a copy; nothing where the folder is only renamed. @throws DeskError, the signal's reason */
  async copyAhead(): Promise<void> {
    if (this.#copy) await this.#bring()
  }

  /**
   * Puts the library in its new place, whole and durable; only while nobody writes in it. Where this throws, it lies whole at the
   * old one. @throws DeskError, the signal's reason
   */
  async settle(): Promise<void> {
    if (this.#copy || !(await this.#rename())) await this.#settleCopy()
  }

  /** Once it has settled: the library lies at the old place again, as if nothing had been. @throws Node's errors */
  async undo(): Promise<void> {
    if (this.#copy) {
      // Never two wholes: first it is none any more.
      const away = await putAway(this.#disk, this.to, tempBeside(this.to))
      if (away !== undefined) await removeAll(this.#disk, away)
    } else await moveFolder(this.#disk, this.to, this.from)
    await this.#backInPlace()
  }

  /** Before it has settled: takes away what was copied. */
  async giveUp(): Promise<void> {
    if (!this.#copy) return
    const isGone = await removeAll(this.#disk, this.#part ?? '')
    const left = this.#place.isThere ? await leftInside(this.#disk, this.to) : undefined
    const isAllGone = left === undefined || (await removeAll(this.#disk, join(this.to, left)))
    // Else the next start tries again.
    if (isGone && isAllGone) await this.#backInPlace()
  }

  /** What to keep once the library is opened at its new place, in the same write that says so; undefined: nothing is left to do. */
  left(): UnfinishedMove | undefined {
    if (!this.#copy) return undefined
    this.#old ??= tempBeside(this.from)
    return { from: this.from, to: this.to, old: this.#old, print: this.#copy.print }
  }

  /** Removes the old folder, file for file what was copied; answers where something of it is left. */
  async end(): Promise<string | undefined> {
    const copy = this.#copy
    if (!copy) return undefined
    const old = this.#old ?? tempBeside(this.from)
    const isCopied = (path: string): boolean => copy.has(path)
    const { left, isDone } = await removeMoved(this.#disk, { from: this.from, old, isCopied })
    const { remember } = this.#options.world
    // The next start tries again.
    const rest = isDone ? undefined : { from: this.from, to: this.to, old: left, print: copy.print }
    await remember(rest).catch(() => undefined)
    return left
  }

  /** The folder that says on which volume the new place lies. */
  #near(): string {
    return this.#place.isThere ? this.to : dirname(this.to)
  }

  async #beginCopy(): Promise<void> {
    const { world, onProgress = () => undefined, signal } = this.#options
    const needed = roomOfAll(await readTree(this.#disk, this.from))
    const free = await world.freeBytes(this.#near())
    if (free !== undefined && free < needed) {
      const details = { needed: inMegabytes(needed), free: Math.floor(free / 1e6) }
      throw new DeskError('no-room', `${needed} bytes are needed, ${free} are free`, details)
    }
    this.#part = partFor(this.#place)
    await world.remember({ from: this.from, to: this.to, part: this.#part })
    const rooms = { disk: this.#disk, from: this.from, to: this.#part }
    this.#copy = new TreeCopy({ ...rooms, now: world.now, onProgress: percentSteps(onProgress), signal })
  }

  async #bring(): Promise<void> {
    try {
      await this.#copy?.bring()
    } catch (error) {
      this.#options.signal?.throwIfAborted()
      throw writeFailure(error, `cannot copy into ${basename(this.to)}`)
    }
  }

  /** False where the new place turns out to lie on another volume. */
  async #rename(): Promise<boolean> {
    const { signal, world } = this.#options
    const { from, to } = this
    signal?.throwIfAborted()
    await world.remember({ from, to })
    let isMoved = false
    try {
      if (this.#place.isThere) await this.#disk.rmdir(to)
      await moveFolder(this.#disk, from, to)
      isMoved = true
      await syncFolder(this.#disk, dirname(to))
      if (dirname(from) !== dirname(to)) await syncFolder(this.#disk, dirname(from))
      return true
    } catch (error) {
      // Where it cannot come back, the next start finds it by what is remembered.
      if (isMoved && !(await this.#comesBack())) throw moveFailure(error, to)
      await this.#backInPlace()
      if (isMoved || !isElsewhere(error, this.#place)) throw moveFailure(error, to)
      await this.#beginCopy()
      return false
    }
  }

  #comesBack(): Promise<boolean> {
    return moveFolder(this.#disk, this.to, this.from).then(
      () => true,
      () => false,
    )
  }

  async #backInPlace(): Promise<void> {
    // As it was before: an empty folder.
    if (this.#place.isThere) await this.#disk.mkdir(this.to, 0o700).catch(() => undefined)
    await this.#options.world.remember(undefined).catch(() => undefined)
  }

  async #settleCopy(): Promise<void> {
    await this.#bring()
    const { from, to } = this
    const { world } = this.#options
    const part = this.#part ?? ''
    await world.remember({ from, to, part, print: this.#copy?.print })
    await putInPlace(this.#disk, this.#place, part).catch((error: unknown) => {
      throw writeFailure(error, `cannot put the library at ${to}`)
    })
  }
}

/** Another volume after all, or a place that is a disk of its own. */
const isElsewhere = (error: unknown, { isThere }: Place): boolean =>
  errorCode(error) === 'EXDEV' || (isThere && errorCode(error) === 'EBUSY')

function moveFailure(error: unknown, to: string): DeskError {
  const code = errorCode(error) ?? ''
  const what = `cannot move to ${to}: ${String(error)}`
  if (code === 'ENOTEMPTY' || code === 'EEXIST') return new DeskError('not-empty', what, { path: to })
  // Windows moves no folder in which another program has a file open.
  if (process.platform === 'win32' && heldCodes.has(code)) return new DeskError('library-locked', what)
  return writeFailure(error, `cannot move to ${to}`)
}
const heldCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6)

/** At most a hundred times, however many files there are. */
function percentSteps(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let last = -1
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    if (percent === last) return
    last = percent
    tell(done, total)
  }
}

async function realPlace(disk: Disk, place: string): Promise<string> {
  const real = await unlessMissing(disk.realpath(place))
  if (real !== undefined) return real
  const above = dirname(place)
  return above === place ? place : join(await realPlace(disk, above), basename(place))
}

function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path)
  return !isAbsolute(steps) && steps.split(sep)[0] !== '..'
}

/** This machine, as a move asks of it. */
export const nodeWorld: Omit<MoveWorld, 'remember'> = {
  now: () => Date.now(),
  isOneVolume: async (one, other) => (await stat(one)).dev === (await stat(other)).dev,
  freeBytes: (folder) =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => undefined,
    ),
}
