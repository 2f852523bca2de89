import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { tempFolder } from '../temp-library.ts'
import { refusals } from './known.ts'
import { answerFlushes, openPage, type TestPage } from './page.ts'
import type { StandInWindow } from './stand-in-window.ts'

export type Electron = typeof import('./stand-in.ts')

export interface StartOptions {
  /** What follows the program on its command line. */
  args?: string[]
  /** Before main is loaded: displays, files, answers to dialogs. */
  before?: (electron: Electron, home: string) => void | Promise<void>
  /** The home of another start, to start once more. */
  home?: string
  /** Without `--library`: by itself as for a person. */
  isBare?: boolean
  /** Does not wait for a window. */
  isQuick?: boolean
}

export interface StartedMain {
  electron: Electron
  home: string
  library: string
  window: StandInWindow
  page: TestPage
}

/** Where main keeps the place of its window, in the home of a test. */
export const placeFile = (home: string): string => join(home, '.config/midad/window/place.json')
export const configFile = (home: string): string => join(home, '.config/midad/midad.json')

/** Starts the real main process in an empty home, over the stand-in, and opens its page with the real preload. */
export async function startMain(options: StartOptions = {}): Promise<StartedMain> {
  const home = options.home ?? (await tempFolder())
  const library = join(home, 'library')
  vi.stubEnv('HOME', home)
  vi.stubEnv('XDG_CONFIG_HOME', '')
  vi.stubEnv('MIDAD_LIBRARY', '')
  mkdirSync(join(home, 'Documents'), { recursive: true })
  vi.resetModules()
  const electron = (await import('electron')) as unknown as Electron
  const { standIn } = electron
  await options.before?.(electron, home)
  const argv = process.argv
  process.argv = ['electron', '.', ...(options.isBare ? [] : ['--library', library]), ...(options.args ?? [])]
  onTestFinished(async () => {
    // Whatever a test has left open: its library is let go.
    if (!standIn.hasEnded && standIn.isReady) {
      for (const each of standIn.open) each.contents.crashed = true
      electron.app.quit()
      await vi.waitFor(() => expect(standIn.hasEnded).toBe(true), { timeout: 10_000 }).catch(() => undefined)
    }
    vi.unstubAllEnvs()
    // Also what our own code has caught.
    expect([...refusals.splice(0), ...electron.refusals]).toEqual([])
  })
  try {
    await import('../../../electron/main/main.ts')
  } finally {
    process.argv = argv
  }
  if (!options.isQuick) {
    await vi.waitFor(() => expect(standIn.made.at(-1)?.visible).toBe(true), { timeout: 20_000 })
  }
  const window = standIn.made.at(-1) as StandInWindow
  const page = window ? openPage(window, standIn.handlers) : (undefined as unknown as TestPage)
  return { electron, home, library, window, page }
}

/** A page that has asked for the desk, as ours does first, and answers flushes. */
export async function startWithPage(options: StartOptions = {}): Promise<StartedMain> {
  const started = await startMain(options)
  answerFlushes(started.page)
  await started.page.bridge.call('desk.state', {})
  return started
}
