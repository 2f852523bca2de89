import { Low } from 'lowdb'
import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { SettingsStore } from '../../core/desk/ports.ts'
import { defaultSettings, settings, settingsChange, type Settings } from '../../core/model/settings.ts'
import { writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { WholeFileAdapter } from './whole-file-adapter.ts'

export interface SettingsFileOptions {
  disk: Disk
  path: string
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
  static async open({ disk, path, isReadOnly, tell }: SettingsFileOptions): Promise<SettingsFile> {
    let isSalvaged = false
    const adapter = new WholeFileAdapter<Settings>(disk, path, (json) => {
      const whole = settings.safeParse(json)
      if (whole.success) return whole.data
      isSalvaged = true
      return salvaged(json)
    })
    const low = new Low<Settings>(adapter, defaultSettings())
    await low.read()
    if (adapter.damage !== undefined || isSalvaged) {
      tell({ code: 'settings-reset', details: { reason: adapter.damage ?? 'a setting could not be read' } })
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

function salvaged(json: unknown): Settings | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const kept = Object.entries(json).filter(
    ([key, value]) => settingsChange.safeParse({ [key]: value }).success,
  )
  return settings.safeParse(Object.fromEntries(kept)).data ?? null
}
