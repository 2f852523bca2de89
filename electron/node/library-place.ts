import { existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { nodeDisk } from './disk.ts'
import { isPart } from './unpacked-inside.ts'
import { recallConfig } from './user-config.ts'
import { syncFolder } from './write-whole.ts'

/** The library's folder, absolute, and who named it. */
export interface LibraryPlace {
  path: string
  source: 'asked' | 'environment' | 'remembered' | 'default'
}

const defaultPlace = () => join(homedir(), 'Documents', 'Midad')

/** As asked for, else MIDAD_LIBRARY, else the one chosen last, else Midad in the user's Documents. */
export function libraryPlace(
  asked: unknown,
  environment: NodeJS.ProcessEnv = process.env,
  remembered = recallConfig().library,
): LibraryPlace {
  if (typeof asked === 'string') return { path: resolve(asked), source: 'asked' }
  if (environment.MIDAD_LIBRARY) return { path: resolve(environment.MIDAD_LIBRARY), source: 'environment' }
  if (remembered) return { path: resolve(remembered), source: 'remembered' }
  return { path: defaultPlace(), source: 'default' }
}

/** Whether a library may be founded there: one that was chosen once and is gone lies on a disk that is not connected. */
export const mayFound = ({ source }: LibraryPlace): boolean => source !== 'remembered'

/** True where nothing is there yet, so that this is a person's first start. */
export const isNewPlace = (library: string): boolean =>
  !existsSync(library) || readdirSync(library).every(isPart)

/**
 * Makes Documents where the user has none, before a library is founded in the default place. For any other place the
 * folder above must be there: it may be a disk that is not mounted.
 */
export async function makeRoomFor(library: string): Promise<void> {
  if (library !== defaultPlace()) return
  await mkdir(dirname(library), { recursive: true })
  await syncFolder(nodeDisk, homedir())
}

/** The library that a person means who points at a folder: that folder, or Midad inside it where it holds other things. */
export function libraryIn(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []
  const isLibrary = names.includes('library.json') || names.includes('articles')
  return names.length === 0 || isLibrary ? folder : join(folder, 'Midad')
}
