import { basename, dirname, join } from 'node:path'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { isPart } from './unpacked-inside.ts'

const ending = '.midad-copy.zip'

/** What a copy of this day is called: `Midad 2026-11-26.midad-copy.zip`, in the time of this computer. */
export function copyName(now: Date): string {
  const two = (count: number): string => String(count).padStart(2, '0')
  return `Midad ${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}${ending}`
}

/** The file that a person means who names a place for a copy: that file, or a new one of this day in that folder. */
export function copyIn(place: string, now: Date): string {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
  return isFolder ? firstFree(place, copyName(now).slice(0, -ending.length), ending) : place
}

/** Where a copy is opened in a folder: there, where it is empty, else in a new folder there that is named after the copy. */
export function libraryForCopy(folder: string, copy: string): string {
  const isNew = !existsSync(folder) || readdirSync(folder).every(isPart)
  return isNew ? folder : libraryBeside(join(folder, 'library'), copy)
}

/** A new folder beside a library, named after the copy that is opened in it. */
export function libraryBeside(library: string, copy: string): string {
  const name = basename(copy).replace(/(?:\.midad-copy)?\.zip$/i, '')
  // Windows takes no folder whose name ends so.
  return firstFree(dirname(library), name.replace(/[. ]+$/, '') || 'Midad', '')
}

function firstFree(folder: string, name: string, end: string): string {
  let free = `${name}${end}`
  for (let count = 2; existsSync(join(folder, free)); count += 1) free = `${name} ${count}${end}`
  return join(folder, free)
}
