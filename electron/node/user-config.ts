import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { nodeDisk } from './disk.ts'
import { makeFolders, writeWhole } from './write-whole.ts'

const path = z.string().min(1)
const recentLibrary = z.object({
  /** Its real path. */
  path,
  /** ISO 8601. */
  openedAt: z.iso.datetime(),
})
export type RecentLibrary = z.infer<typeof recentLibrary>

/** A move of a library that has not come to its end (move-library.ts); all paths absolute. */
const unfinishedMove = z.object({
  from: path,
  to: path,
  /** What is being copied, beside or inside `to`: no library yet. */
  part: path.optional(),
  /** What the old folder is called once the new one is the library: no library any more. */
  old: path.optional(),
  /** What lay in `from` when all of it was copied and checked (TreeCopy.print). */
  print: z.string().optional(),
})
export type UnfinishedMove = z.infer<typeof unfinishedMove>

/** What Midad remembers of a person on this computer, outside every library. A value that cannot be read is forgotten. */
const userConfig = z.object({
  /** The library chosen last, absolute. */
  library: z.string().min(1).optional().catch(undefined),
  /** The direction of menus, which Electron must know before it has read a library. */
  direction: z.enum(['ltr', 'rtl']).optional().catch(undefined),
  /** The libraries that were open, the newest first; what of the list cannot be read is left out. */
  recent: z.array(recentLibrary.nullable().catch(null)).transform(withoutHoles).optional().catch(undefined),
  moving: unfinishedMove.optional().catch(undefined),
  /** The folders that export targets had last, the newest first. */
  exportFolders: z
    .array(z.object({ target: z.string(), place: path }).nullable().catch(null))
    .transform(withoutHoles)
    .optional()
    .catch(undefined),
})
export type UserConfig = z.infer<typeof userConfig>

function withoutHoles<T>(list: readonly (T | null)[]): T[] {
  return list.filter((each) => each !== null)
}

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
export const rememberConfig = (part: UserConfig, folder = configFolder()): Promise<void> =>
  changeConfig((config) => ({ ...config, ...part }), folder)

/** Makes what is remembered into something else, written whole. @throws DeskError 'disk-full' | 'unwritable' */
export function changeConfig(
  change: (config: UserConfig) => UserConfig,
  folder = configFolder(),
): Promise<void> {
  const changed = line.then(() => writeConfig(change, folder))
  line = changed.catch(() => undefined)
  return changed
}

async function writeConfig(change: (config: UserConfig) => UserConfig, folder: string): Promise<void> {
  await makeFolders(nodeDisk, folder)
  await writeWhole(fileIn(folder), `${JSON.stringify(change(recallConfig(folder)), null, 1)}\n`)
}

// One after the other: each reads what the one before has written.
let line: Promise<unknown> = Promise.resolve()
