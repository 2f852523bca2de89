import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import type { ExportedFile } from '../../core/api/files.ts'
import { DeskError } from '../../core/api/errors.ts'
import { writeWhole } from './write-whole.ts'

/** A folder in which each file of one run gets a path of its own. */
export interface ExportPlace {
  /** Answers where it lies: `NAME-2` where that name was taken. @throws DeskError 'disk-full' | 'unwritable' */
  write(file: Pick<ExportedFile, 'name' | 'base64'>): Promise<{ path: string; bytes: number }>
}

/** As any program's new file: what is exported is meant for others, unlike the library. */
const rightsOfNewFile = 0o666 & ~process.umask()

/** Makes the folder where it is missing. @throws DeskError 'unwritable' */
export async function exportPlace(folder: string, overwrites = false): Promise<ExportPlace> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new DeskError('unwritable', `${folder} cannot be made: ${error.message}`)
  })
  const named = freeNames((name) => !overwrites && existsSync(join(folder, name)))
  return {
    async write({ name, base64 }) {
      const path = join(folder, named(name))
      const content = Buffer.from(base64, 'base64')
      await writeWhole(path, content, { mode: rightsOfNewFile })
      return { path, bytes: content.length }
    },
  }
}

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
