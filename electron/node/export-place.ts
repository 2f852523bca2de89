import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { WrittenFile } from '../../core/desk/exporting.ts'
import { errorCode, writeFailure } from './disk-errors.ts'
import { nodeDisk } from './disk.ts'
import { EntryQueue } from './entry-queue.ts'
import { putInTurn } from './put-in-turn.ts'
import { syncFolder, writeWhole, writeWholeFrom } from './write-whole.ts'
import { writeZip } from './zip-writer.ts'

/** Where the files of one run go, each under a name of its own. */
export interface ExportPlace {
  /**
   * Answers where it lies: `NAME-2` where that name was taken; of a file in a folder of its own where that lies, and the bytes of all in it. Of several that are being made at once the names are given in the order of
   * the calls. @throws DeskError 'disk-full' | 'unwritable' | 'export-ended', and what the making throws
   */
  write(making: Promise<MadeFile>): Promise<{ path: string; bytes: number }>
  /** What was written is whole then. @throws DeskError 'disk-full' | 'unwritable' */
  close(): Promise<void>
}

type MadeFile = Pick<WrittenFile, 'name' | 'bytes' | 'inFolder'>

/** What is put away of it under this name, in its order: the file itself last, when all that it names is there. */
export const filesOf = (
  name: string,
  { bytes, inFolder }: Omit<MadeFile, 'name'>,
): { path: string; bytes: Uint8Array }[] =>
  inFolder
    ? [...inFolder.beside, { path: inFolder.item, bytes }].map((each) => ({
        path: `${name}/${each.path}`,
        bytes: each.bytes,
      }))
    : [{ path: name, bytes }]

const sumOf = (files: readonly { bytes: Uint8Array }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, 0)

/** As any program's new file: what is exported is meant for others, unlike the library. */
const rightsOfNewFile = 0o666 & ~process.umask()

/** A folder, made where it is missing. @throws DeskError 'unwritable' */
export async function exportPlace(folder: string, overwrites = false): Promise<ExportPlace> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new DeskError('unwritable', `${folder} cannot be made: ${error.message}`)
  })
  const named = freeNames((name) => !overwrites && existsSync(join(folder, name)))
  const turns = putInTurn()
  const put = async (made: MadeFile) => {
    const name = named(made.name)
    const files = filesOf(name, made)
    if (made.inFolder) await writeFolder(folder, name, files)
    else await writeWhole(join(folder, name), made.bytes, { mode: rightsOfNewFile })
    return { path: join(folder, name), bytes: sumOf(files) }
  }
  return {
    write: (making) => turns(making, put),
    close: () => Promise.resolve(),
  }
}

/** One file after the other, each durable before the next is begun. What was made is taken away again where one fails. */
async function writeFolder(
  above: string,
  name: string,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  const own = join(above, name)
  const isNew = await makeOpenFolder(own)
  try {
    for (const { path, bytes } of files) {
      const file = join(above, path)
      if (dirname(file) !== own) await makeOpenFolder(dirname(file))
      await writeWhole(file, bytes, { mode: rightsOfNewFile })
    }
  } catch (error) {
    if (isNew) await rm(own, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

/** With the rights of any program's new folder; its name is durable then. Answers whether it is new. @throws DeskError 'disk-full' | 'unwritable' */
async function makeOpenFolder(path: string): Promise<boolean> {
  try {
    const isNew = await mkdir(path).then(
      () => true,
      (error: unknown) => {
        if (errorCode(error) === 'EEXIST') return false
        throw error
      },
    )
    await syncFolder(nodeDisk, dirname(path))
    return isNew
  } catch (error) {
    throw writeFailure(error, `cannot make ${basename(path)}`)
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
  const put = async (made: MadeFile) => {
    const name = named(made.name)
    const files = filesOf(name, made)
    for (const each of files) await queue.put({ ...each, mtimeMs: Date.now() })
    return { path: join(file, name), bytes: sumOf(files) }
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
