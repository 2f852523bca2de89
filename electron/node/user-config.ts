import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { nodeDisk } from './disk.ts'
import { makeFolders, writeWhole } from './write-whole.ts'

/** What Midad remembers of a person on this computer, outside every library. A value that cannot be read is forgotten. */
const userConfig = z.object({
  /** The library chosen last, absolute. */
  library: z.string().min(1).optional().catch(undefined),
  /** The direction of menus, which Electron must know before it has read a library. */
  direction: z.enum(['ltr', 'rtl']).optional().catch(undefined),
})
export type UserConfig = z.infer<typeof userConfig>

/** The folder of this person's Midad: XDG on Linux, Application Support on a Mac, AppData on Windows. */
export function configFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const home = homedir()
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Midad')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Midad')
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'midad')
}

const fileIn = (folder: string): string => join(folder, 'midad.json')

/** Never throws: what is missing or damaged is an empty memory. */
export function recallConfig(folder = configFolder()): UserConfig {
  try {
    return userConfig.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return {}
  }
}

/** Adds to what is remembered, written whole. @throws DeskError 'disk-full' | 'unwritable' */
export function rememberConfig(part: UserConfig, folder = configFolder()): Promise<void> {
  const remembered = line.then(() => addToConfig(part, folder))
  line = remembered.catch(() => undefined)
  return remembered
}

async function addToConfig(part: UserConfig, folder: string): Promise<void> {
  await makeFolders(nodeDisk, folder)
  await writeWhole(fileIn(folder), `${JSON.stringify({ ...recallConfig(folder), ...part }, null, 1)}\n`)
}

// One after the other: each reads what the one before has written.
let line: Promise<unknown> = Promise.resolve()
