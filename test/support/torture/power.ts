import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { TortureLibrary } from './host-process.ts'

const run = promisify(execFile)

/** The file systems whose power can be cut, each on a disk that holds no more than it needs, in the blocks of a large one. */
const fileSystems = {
  ext4: { make: ['mkfs.ext4', '-q', '-F', '-b', '4096'], options: 'loop', mebibytes: 256, isHonest: true },
  // Without the kernel's own guess that a file which replaces another should be written first.
  'ext4-noauto': {
    make: ['mkfs.ext4', '-q', '-F', '-b', '4096'],
    options: 'loop,noauto_da_alloc',
    mebibytes: 256,
    isHonest: true,
  },
  // mkfs.xfs makes nothing smaller than 300 MB. A folder in which something was renamed before the cut is said to be synced
  // after it [measured, Linux 6.18].
  xfs: { make: ['mkfs.xfs', '-q', '-f'], options: 'loop', mebibytes: 320, isHonest: false },
} as const satisfies Record<string, Formatting>
interface Formatting {
  make: readonly [string, ...string[]]
  options: string
  mebibytes: number
  /** Each sync that begins after a cut fails. */
  isHonest: boolean
}
export type FileSystem = keyof typeof fileSystems
export const isFileSystem = (name: string): name is FileSystem => Object.hasOwn(fileSystems, name)

/** A disk in a file, mounted in a temp folder, that can lose its power. */
export interface PowerDisk {
  /** Where it is mounted. */
  path: string
  /** Each sync that begins after a cut fails: then no host may say that anything is saved. */
  isHonest: boolean
  /** From now on nothing reaches it; all that was not synced is lost. */
  cut(): Promise<void>
  /** Mounts it again after a cut, once nobody has a file of it open: what is there now is what was on the disk. */
  mountAgain(): Promise<void>
  /** Writes out all that it was given. */
  sync(): Promise<void>
  /** Takes it away with its folder; that happens also where this process ends in any other way. */
  remove(): Promise<void>
}

/** Formats and mounts a disk. Root on Linux alone: `whyNoPowerCuts`. */
export async function powerDisk(kind: FileSystem): Promise<PowerDisk> {
  const { make, options, mebibytes, isHonest } = fileSystems[kind]
  const folder = mkdtempSync(join(tmpdir(), 'midad-power-'))
  const [path, image] = [join(folder, 'disk'), join(folder, 'image')]
  const guard = await startGuard(folder).catch((error: unknown) => {
    rmSync(folder, { recursive: true })
    throw error
  })
  const mount = (): Promise<unknown> => run('mount', ['-o', options, image, path])
  try {
    mkdirSync(path)
    writeFileSync(image, '')
    truncateSync(image, mebibytes * 2 ** 20)
    const [program, ...flags] = make
    await run(program, [...flags, image])
    await mount()
  } catch (error) {
    await guard.end()
    throw error
  }
  return {
    path,
    isHonest,
    cut: () => guard.cut(),
    async mountAgain() {
      await unmount(path)
      await mount()
    },
    sync: async () => void (await run('sync', ['-f', path])),
    remove: () => guard.end(),
  }
}

const unmountTries = 40

/** What still reads in it lets go in a moment. @throws what umount said last */
async function unmount(path: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run('umount', [path])
      return
    } catch (error) {
      if (attempt === unmountTries) throw error
      await pause(250)
    }
  }
}

interface Guard {
  cut(): Promise<void>
  end(): Promise<void>
}

/** A process of its own, in a group of its own, so that a rig that is killed leaves no mount behind. */
async function startGuard(folder: string): Promise<Guard> {
  const script = join(import.meta.dirname, 'power-guard.pl')
  const child = spawn('perl', [script, folder], { stdio: ['pipe', 'pipe', 'ignore'], detached: true })
  await once(child, 'spawn')
  const ended = once(child, 'close')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async (word: string): Promise<void> => {
    const { value } = (await lines.next()) as { value?: string }
    if (value !== word) throw new Error(`the guard of a disk said ${value ?? 'nothing'}`)
  }
  await hear('ready')
  return {
    cut() {
      child.stdin.write('\n')
      return hear('cut')
    },
    async end() {
      child.stdin.end()
      await ended
    },
  }
}

/** Why power cannot be cut here, in words that follow "because"; undefined where it can: it is tried. */
export async function whyNoPowerCuts(kind: FileSystem = 'ext4'): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'only Linux can shut a file system down'
  if (process.getuid?.() !== 0) return 'mounting a disk needs root'
  try {
    const disk = await powerDisk(kind)
    try {
      await disk.cut()
    } finally {
      await disk.remove()
    }
    return undefined
  } catch (error) {
    return `no disk can be made, mounted and cut off here: ${String(error).split('\n')[0]}`
  }
}

/** A library on such a disk, with all that its hosts remember of their user. */
export async function powerLibrary(kind: FileSystem): Promise<TortureLibrary & { disk: PowerDisk }> {
  // A disk in a file on a disk takes longer for a sync than that: what measures the machine has one like it, which is not cut.
  const [disk, like] = await Promise.all([powerDisk(kind), powerDisk(kind)])
  return {
    library: join(disk.path, 'library'),
    folder: like.path,
    env: { XDG_CONFIG_HOME: join(disk.path, 'config'), MIDAD_LIBRARY: undefined, DISPLAY: undefined },
    disk,
    remove: async () => void (await Promise.all([disk.remove(), like.remove()])),
  }
}
