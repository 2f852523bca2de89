import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { isMissing, unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { several } from './several.ts'
import { printOf, readTree, roomOf, roomOfAll, type TreeEntry } from './tree.ts'
import { syncFolder, writeNew } from './write-whole.ts'

export interface TreeCopyOptions {
  disk: Disk
  from: string
  /** It is made. */
  to: string
  now: () => number
  /** Bytes of disk that are copied and checked, of how many. */
  onProgress: (done: number, total: number) => void
  /** Its reason is thrown. */
  signal: AbortSignal | undefined
}
interface Copied {
  size: number
  mtimeMs: number
  sha256: string
  /** When its reading began, milliseconds since 1970. */
  readAt: number
}

const pieceBytes = 4 * 1024 * 1024
/** A file that was written so shortly before it was read may be written again with the same time: clocks of disks tick slowly and go wrong. */
const unsureMs = 10 * 60_000
const ownersFolder = 0o700

/**
 * Everything in a folder once more, durable, each file read back and compared. While others write in it, `bring` is a first
 * round; once nobody does, the last round brings what has changed since and takes away what has gone.
 */
export class TreeCopy {
  readonly #options: TreeCopyOptions
  readonly #files = new Map<string, Copied>()
  readonly #folders = new Set<string>()
  #print = ''

  constructor(options: TreeCopyOptions) {
    this.#options = options
  }

  /** What lay in `from` at the last round (`printOf`). */
  get print(): string {
    return this.#print
  }

  /** Whether the file of this path is in the copy. */
  has(path: string): boolean {
    return this.#files.has(path)
  }

  /**
   * One round. @throws Node's errors | DeskError 'unreadable' with the `path` in its details: a link, a device, a file that reads
   * otherwise than it was written
   */
  async bring(): Promise<void> {
    const { disk, from, to, onProgress, signal } = this.#options
    const tree = await readTree(disk, from)
    const odd = tree.find(({ kind }) => kind === 'other')
    if (odd) throw unreadable(odd.path, 'it is a link or a device')
    this.#print = printOf(tree)
    const changed = new Set<string>()
    await this.#makeFolders(tree, changed)
    await this.#takeAway(tree, changed)
    const total = roomOfAll(tree)
    let done = 0
    await several(tree, async (entry) => {
      signal?.throwIfAborted()
      if (entry.kind === 'file' && (await this.#copyOnce(entry))) changed.add(dirname(entry.path))
      done += roomOf(entry)
      onProgress(done, total)
    })
    await several([...changed], (folder) => syncFolder(disk, join(to, folder)))
    // What it stands in says that it is there.
    await syncFolder(disk, dirname(to))
    signal?.throwIfAborted()
  }

  async #makeFolders(tree: readonly TreeEntry[], changed: Set<string>): Promise<void> {
    const { disk, to } = this.#options
    const folders = tree.filter(({ kind }) => kind === 'folder').map(({ path, mode }) => ({ path, mode }))
    for (const { path, mode } of [{ path: '.', mode: ownersFolder }, ...folders]) {
      if (this.#folders.has(path)) continue
      // Its owner must be able to fill it.
      await disk.mkdir(join(to, path), mode | ownersFolder)
      this.#folders.add(path)
      changed.add(path).add(dirname(path))
    }
  }

  async #takeAway(tree: readonly TreeEntry[], changed: Set<string>): Promise<void> {
    const { disk, to } = this.#options
    const there = new Set(tree.map(({ path, kind }) => `${kind} ${path}`))
    for (const path of [...this.#files.keys()].filter((each) => !there.has(`file ${each}`))) {
      await unlessMissing(disk.unlink(join(to, path)))
      this.#files.delete(path)
      changed.add(dirname(path))
    }
    const gone = [...this.#folders].filter((each) => each !== '.' && !there.has(`folder ${each}`))
    // Those within others first.
    for (const path of gone.toSorted().toReversed()) {
      await unlessMissing(disk.rmdir(join(to, path)))
      this.#folders.delete(path)
      changed.delete(path)
      changed.add(dirname(path))
    }
    for (const path of gone) changed.delete(path)
  }

  /** Answers whether the copy had to be written. */
  async #copyOnce({ path, size, mtimeMs, mode }: TreeEntry): Promise<boolean> {
    const { disk, from, to, now } = this.#options
    const before = this.#files.get(path)
    const readAt = now()
    try {
      if (before?.size === size && before.mtimeMs === mtimeMs) {
        if (mtimeMs < before.readAt - unsureMs) return false
        if ((await this.#hashOf(join(from, path))) === before.sha256) return false
      }
      if (before) await unlessMissing(disk.unlink(join(to, path)))
      this.#files.delete(path)
      const sha256 = await this.#copy(path, mode)
      this.#files.set(path, { size, mtimeMs, sha256, readAt })
      return true
    } catch (error) {
      // Gone since its folder was read; the last round finds it gone, or where it is now.
      if (isMissing(error) && (await unlessMissing(disk.stat(join(from, path)))) === undefined) return false
      throw error
    }
  }

  async #copy(path: string, mode: number): Promise<string> {
    const { disk, from, to } = this.#options
    const hash = createHash('sha256')
    const source = await disk.open(join(from, path), 'r')
    try {
      await writeNew(
        disk,
        join(to, path),
        async (put) => {
          for (let at = 0; ;) {
            const piece = await source.read(at, pieceBytes)
            if (piece.length === 0) return
            hash.update(piece)
            await put(piece)
            at += piece.length
          }
        },
        mode,
      )
    } finally {
      await source.close().catch(() => undefined)
    }
    const sha256 = hash.digest('hex')
    if ((await this.#hashOf(join(to, path))) !== sha256) throw unreadable(path, 'its copy reads otherwise')
    return sha256
  }

  async #hashOf(file: string): Promise<string> {
    const { disk, signal } = this.#options
    const hash = createHash('sha256')
    const opened = await disk.open(file, 'r')
    try {
      for (let at = 0; ;) {
        signal?.throwIfAborted()
        const piece = await opened.read(at, pieceBytes)
        if (piece.length === 0) return hash.digest('hex')
        hash.update(piece)
        at += piece.length
      }
    } finally {
      await opened.close().catch(() => undefined)
    }
  }
}

const unreadable = (path: string, why: string): DeskError =>
  new DeskError('unreadable', `${path} cannot be copied: ${why}`, { path })
