import { basename } from 'node:path'
import { Low } from 'lowdb'
import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { SettingsStore } from '../../core/desk/house-stores.ts'
import { defaultSettings, settings, settingsChange, type Settings } from '../../core/model/settings.ts'
import { writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import type { LibraryPaths } from './library-folder.ts'
import { keepAside } from './set-aside.ts'
import { WholeFileAdapter } from './whole-file-adapter.ts'

export interface SettingsFileOptions {
  disk: Disk
  paths: LibraryPaths
  now: () => number
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

/** Settings in `desk/settings.json`; a damaged file gives the defaults back, keeping each setting that still reads. */
export class SettingsFile implements SettingsStore {
  readonly #low: Low<Settings>
  readonly #isReadOnly: () => boolean
  #current: Settings
  readonly #line = new Lines<'settings'>()

  private constructor(low: Low<Settings>, isReadOnly: () => boolean) {
    this.#low = low
    this.#isReadOnly = isReadOnly
    this.#current = low.data
  }

  /** Never throws: a file that cannot be used is told of with 'settings-reset'. */
  static async open(options: SettingsFileOptions): Promise<SettingsFile> {
    const { disk, paths, isReadOnly, tell } = options
    let isSalvaged = false
    const adapter = new WholeFileAdapter<Settings>(disk, paths.settings, (json) => {
      const whole = settings.safeParse(json)
      if (whole.success) return whole.data
      isSalvaged = true
      return salvaged(json)
    })
    const low = new Low<Settings>(adapter, defaultSettings())
    await low.read()
    if (adapter.damage !== undefined || isSalvaged) {
      tell({ code: 'settings-reset', details: { reason: adapter.damage ?? 'a setting could not be read' } })
      // Said once: what is in force now is written in its place, the damaged file is kept.
      if (!isReadOnly()) await replaceFile(options, low).catch(() => undefined)
    }
    return new SettingsFile(low, isReadOnly)
  }

  get(): Settings {
    return this.#current
  }

  put(changed: Settings): Promise<void> {
    return this.#line.run('settings', async () => {
      if (this.#isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
      this.#low.data = changed
      try {
        await this.#low.write()
      } catch (error) {
        throw writeFailure(error, 'cannot save the settings')
      }
      this.#current = changed
    })
  }
}

async function replaceFile({ disk, paths, now }: SettingsFileOptions, low: Low<Settings>): Promise<void> {
  const bytes = await disk.readFile(paths.settings)
  await keepAside(disk, paths, { name: basename(paths.settings), now: now(), bytes })
  await low.write()
}

function salvaged(json: unknown): Settings | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const kept = Object.entries(json).filter(
    ([key, value]) => settingsChange.safeParse({ [key]: value }).success,
  )
  return settings.safeParse(Object.fromEntries(kept)).data ?? null
}
