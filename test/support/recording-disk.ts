import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Disk, DiskFile } from '../../electron/node/disk.ts'
import { quickDisk } from './quick-disk.ts'

/** A file or a folder as a file system knows it, whatever names lead to it. */
export interface Inode {
  kind: 'file' | 'folder'
  /** Of a file: what stands in it now. */
  content: Buffer
  /** Of a folder: what its names lead to now. */
  names: Map<string, Inode>
}
/** A name that came to lead somewhere, or (null) nowhere. */
export interface NameChange {
  folder: Inode
  name: string
  to: Inode | null
}
/** What a file system was asked to do. */
export type DiskStep =
  | { kind: 'names'; changes: readonly NameChange[] }
  | { kind: 'content'; file: Inode; now: Buffer }
  | { kind: 'sync'; of: Inode }
export interface DiskRecord {
  top: Inode
  /** What stood there at the beginning, all of it durable: a copy of each file and folder. What is made later began empty. */
  before: ReadonlyMap<Inode, Inode>
  /** In the order of asking. */
  steps: readonly DiskStep[]
}

const nothing = Buffer.alloc(0)
const newFile = (content: Buffer = nothing): Inode => ({ kind: 'file', content, names: new Map() })
const newFolder = (): Inode => ({ kind: 'folder', content: nothing, names: new Map() })

function copiesOf(top: Inode): Map<Inode, Inode> {
  const copies = new Map([[top, { ...top, names: new Map(top.names) }]])
  for (const inner of top.names.values()) for (const [each, copy] of copiesOf(inner)) copies.set(each, copy)
  return copies
}

/** What lies in a folder, as inodes. */
function inodesOf(path: string): Inode {
  const folder = newFolder()
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    folder.names.set(entry.name, entry.isDirectory() ? inodesOf(inner) : newFile(readFileSync(inner)))
  }
  return folder
}

/**
 * Files in memory whose every change under `root` is written down from `record` on: what was only asked for, and what was
 * synced. What stood there then counts as synced.
 */
export class RecordingDisk implements Disk {
  readonly #root: string
  #top = newFolder()
  #steps: DiskStep[] | undefined

  constructor(root: string) {
    this.#root = root
  }

  /** Begins to write down; the list of steps grows until `stop`. */
  record(): DiskRecord {
    this.#top = inodesOf(this.#root)
    this.#steps = []
    return { top: this.#top, before: copiesOf(this.#top), steps: this.#steps }
  }
  stop(): void {
    this.#steps = undefined
  }

  #find(path: string): Inode | undefined {
    let inode: Inode | undefined = this.#top
    for (const name of relative(this.#root, path).split(sep).filter(Boolean)) inode = inode?.names.get(name)
    return inode
  }
  #rename(...changes: [path: string, to: Inode | null][]): void {
    if (!this.#steps) return
    const known = changes.flatMap(([path, to]) => {
      const folder = this.#find(dirname(path))
      return folder ? [{ folder, name: basename(path), to }] : []
    })
    for (const { folder, name, to } of known) {
      if (to) folder.names.set(name, to)
      else folder.names.delete(name)
    }
    this.#steps.push({ kind: 'names', changes: known })
  }

  open: Disk['open'] = async (path, flags, mode) => {
    const file = await quickDisk.open(path, flags, mode)
    if (this.#steps && flags !== 'r' && !this.#find(path)) this.#rename([path, newFile()])
    return this.#watched(file, path)
  }
  #watched(file: DiskFile, path: string): DiskFile {
    // A file may have been opened before all this is written down, and keeps its inode when its name goes.
    let inode = this.#find(path)
    return {
      ...file,
      write: async (bytes, from) => {
        const taken = await file.write(bytes, from)
        inode ??= this.#find(path)
        if (this.#steps && inode) {
          inode.content = Buffer.concat([inode.content, bytes.subarray(from, from + taken)])
          this.#steps.push({ kind: 'content', file: inode, now: inode.content })
        }
        return taken
      },
      sync: async () => {
        inode ??= this.#find(path)
        if (inode) this.#steps?.push({ kind: 'sync', of: inode })
      },
    }
  }
  rename: Disk['rename'] = async (from, to) => {
    await quickDisk.rename(from, to)
    const moved = this.#find(from)
    if (moved) this.#rename([from, null], [to, moved])
  }
  unlink: Disk['unlink'] = async (path) => {
    await quickDisk.unlink(path)
    this.#rename([path, null])
  }
  rmdir: Disk['rmdir'] = async (path) => {
    await quickDisk.rmdir(path)
    this.#rename([path, null])
  }
  mkdir: Disk['mkdir'] = async (path, mode) => {
    await quickDisk.mkdir(path, mode)
    this.#rename([path, newFolder()])
  }
  readFile: Disk['readFile'] = (path) => quickDisk.readFile(path)
  chmod: Disk['chmod'] = (path, mode) => quickDisk.chmod(path, mode)
  realpath: Disk['realpath'] = (path) => quickDisk.realpath(path)
  stat: Disk['stat'] = (path) => quickDisk.stat(path)
  readdir: Disk['readdir'] = (path) => quickDisk.readdir(path)
  pause: Disk['pause'] = async () => undefined
}
