import { constants } from 'node:fs'
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rmdir,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises'

/** What storage asks of Node's fs: small, so that a test can make any single call fail. Errors are Node's own. */
export interface Disk {
  /** `flags` as Node's open takes them: 'wx' for a new file, 'a' for adding to one, 'r' for a folder that is to be fsynced. */
  open(path: string, flags: 'wx' | 'a' | 'r', mode?: number): Promise<DiskFile>
  readFile(path: string): Promise<Uint8Array>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Removes an empty folder. */
  rmdir(path: string): Promise<void>
  mkdir(path: string, mode: number): Promise<void>
  chmod(path: string, mode: number): Promise<void>
  realpath(path: string): Promise<string>
  stat(path: string): Promise<DiskStat>
  readdir(path: string): Promise<DiskEntry[]>
  /** Waits between two tries of a call that another program holds up. */
  pause(milliseconds: number): Promise<void>
}
export interface DiskFile {
  /** Writes from `from` on and answers how many bytes the disk took, which may be fewer. */
  write(bytes: Uint8Array, from: number): Promise<number>
  /** The bytes from `position` on: `length` of them, fewer only where the file ends before. */
  read(position: number, length: number): Promise<Uint8Array>
  sync(): Promise<void>
  stat(): Promise<DiskStat>
  close(): Promise<void>
}
export interface DiskStat {
  size: number
  mtimeMs: number
  /** Permission bits. */
  mode: number
  kind: 'file' | 'folder' | 'other'
}
interface DiskEntry {
  name: string
  kind: DiskStat['kind']
}

/** The machine's own disk. */
export const nodeDisk: Disk = {
  async open(path, flags, mode) {
    const file = await open(path, flags, mode)
    return {
      write: async (bytes, from) => (await file.write(bytes, from)).bytesWritten,
      read: (position, length) => readPart(file, position, length),
      sync: () => file.sync(),
      stat: async () => plain(await file.stat()),
      close: () => file.close(),
    }
  },
  readFile: (path) => readFile(path),
  rename,
  unlink,
  rmdir,
  mkdir: async (path, mode) => {
    await mkdir(path, { mode })
  },
  chmod,
  realpath,
  stat: async (path) => plain(await stat(path)),
  readdir: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  pause: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
}

async function readPart(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at)
    if (bytesRead === 0) return bytes.subarray(0, at)
    at += bytesRead
  }
  return bytes
}

function plain(stats: { size: number; mtimeMs: number; mode: number } & Kinds): DiskStat {
  return { size: stats.size, mtimeMs: stats.mtimeMs, mode: stats.mode & permissionBits, kind: kindOf(stats) }
}
interface Kinds {
  isFile(): boolean
  isDirectory(): boolean
}
const permissionBits = constants.S_IRWXU | constants.S_IRWXG | constants.S_IRWXO
function kindOf(entry: Kinds): DiskStat['kind'] {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
