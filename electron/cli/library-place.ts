import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const defaultPlace = () => join(homedir(), 'Documents', 'Midad')

/** The library's folder, absolute: as asked for, else MIDAD_LIBRARY, else Midad in the user's Documents. */
export function libraryPlace(asked: unknown, environment: NodeJS.ProcessEnv = process.env): string {
  if (typeof asked === 'string') return resolve(asked)
  return environment.MIDAD_LIBRARY ? resolve(environment.MIDAD_LIBRARY) : defaultPlace()
}

/**
 * Makes Documents where the user has none, before a library is founded in the default place. For any other place the
 * folder above must be there: it may be a disk that is not mounted.
 */
export async function makeRoomFor(library: string): Promise<void> {
  if (library === defaultPlace()) await mkdir(dirname(library), { recursive: true })
}
