import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { EntryQueue } from './entry-queue.ts'
import { putInTurn } from './put-in-turn.ts'
import { writeWhole, writeWholeFrom } from './write-whole.ts'
import { writeZip } from './zip-writer.ts'

/** Where the files of one run go, each under a name of its own. */
export interface ExportPlace {
  /**
   * Answers where it lies: `NAME-2` where that name was taken. Of several that are being made at once the names are given in the order of
   * the calls. @throws DeskError 'disk-full' | 'unwritable' | 'export-ended', and what the making throws
   */
  write(making: Promise<MadeFile>): Promise<{ path: string; bytes: number }>
  /** What was written is whole then. @throws DeskError 'disk-full' | 'unwritable' */
  close(): Promise<void>
}

interface MadeFile {
  name: string
  bytes: Uint8Array
}

/** As any program's new file: what is exported is meant for others, unlike the library. */
const rightsOfNewFile = 0o666 & ~process.umask()

/** A folder, made where it is missing. @throws DeskError 'unwritable' */
export async function exportPlace(folder: string, overwrites = false): Promise<ExportPlace> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new DeskError('unwritable', `${folder} cannot be made: ${error.message}`)
  })
  const named = freeNames((name) => !overwrites && existsSync(join(folder, name)))
  const turns = putInTurn()
  const put = async ({ name, bytes }: MadeFile) => {
    const path = join(folder, named(name))
    await writeWhole(path, bytes, { mode: rightsOfNewFile })
    return { path, bytes: bytes.length }
  }
  return {
    write: (making) => turns(making, put),
    close: () => Promise.resolve(),
  }
}

/** A zip, there once it is whole; of its files only the lines of its table of contents are kept. `path` is the zip's with the file's name in it. */
export function zipPlace(file: string): ExportPlace {
  const named = freeNames()
  const queue = new EntryQueue()
  const written = writeWholeFrom(file, (put) => writeZip(queue.entries(), put), { mode: rightsOfNewFile })
  // Whoever waits for an entry hears it; `close` says it again.
  written.catch((error: unknown) => queue.fail(error))
  const turns = putInTurn()
  const put = async ({ name, bytes }: MadeFile) => {
    const path = named(name)
    await queue.put({ path, bytes, mtimeMs: Date.now() })
    return { path: join(file, path), bytes: bytes.length }
  }
  return {
    write: (making) => turns(making, put),
    async close() {
      queue.end()
      await written
    },
  }
}

/** A name for a new zip in this folder that is free. */
export const zipIn = (folder: string, now = new Date()): string =>
  join(
    folder,
    freeNames((name) => existsSync(join(folder, name)))(`midad-${now.toISOString().slice(0, 10)}.zip`),
  )

/** Gives each file of one run a name of its own: two articles of one headline must not replace each other. */
export function freeNames(isThere: (name: string) => boolean = () => false): (name: string) => string {
  const given = new Set<string>()
  /** Of each name, the number that was given last: a thousand articles without a headline are not counted through a thousand times. */
  const numbers = new Map<string, number>()
  // On most disks two names that differ only in capitals are one file.
  const isTaken = (name: string) => given.has(name.toLowerCase()) || isThere(name)
  return (wished) => {
    const { name: stem, ext } = parse(basename(wished.replaceAll('\\', '/')) || 'midad')
    const key = `${stem}${ext}`.toLowerCase()
    let number = numbers.get(key) ?? 1
    let name = number === 1 ? `${stem}${ext}` : `${stem}-${number}${ext}`
    while (isTaken(name)) {
      number += 1
      name = `${stem}-${number}${ext}`
    }
    numbers.set(key, number)
    given.add(name.toLowerCase())
    return name
  }
}
