import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Result } from '../../../core/api/errors.ts'
import { known } from './known.ts'
import type { StandInFrame, StandInWindow } from './stand-in-window.ts'

interface Bridge {
  call(method: unknown, input: unknown): Promise<Result<unknown>>
  on(listener: (name: string, data: unknown) => void): () => void
}
type Handlers = ReadonlyMap<string, (event: object, ...args: unknown[]) => unknown>

/** A page as far as main can tell: the built preload has run in it, and it may answer `window.flush`. */
export interface TestPage {
  bridge: Bridge
  heard: { name: string; data: unknown }[]
  /** What the preload has laid into the page, by name. */
  exposed: Record<string, unknown>
}

const preloadFile = join(import.meta.dirname, '../../../out/preload/preload.cjs')

/** Opens the page of a window. `frame`: another one than its main frame asks. */
export function openPage(window: StandInWindow, handlers: Handlers, frame?: StandInFrame | null): TestPage {
  const exposed: Record<string, unknown> = {}
  const listeners = new Set<(event: object, ...args: unknown[]) => void>()
  const ipcRenderer = known('IpcRenderer', {
    invoke: async (channel: string, ...args: unknown[]) => {
      const handler = handlers.get(channel)
      if (!handler) throw new Error(`nobody handles ${channel}`)
      const senderFrame = frame === undefined ? window.contents.mainFrame : frame
      return structuredClone(
        await handler({ senderFrame, sender: window.webContents }, ...structuredClone(args)),
      )
    },
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      if (channel === 'desk:event') listeners.add(listener)
    },
    off: (_channel: string, listener: (event: object, ...args: unknown[]) => void) =>
      void listeners.delete(listener),
  })
  const contextBridge = known('ContextBridge', {
    exposeInMainWorld: (name: string, api: unknown) => void (exposed[name] = api),
  })
  // What a sandboxed preload is given, and nothing more.
  const electronAlone = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandbox has no module ${name}`)
    return { contextBridge, ipcRenderer }
  }
  const module = { exports: {} }
  runInNewContext(readFileSync(preloadFile, 'utf8'), {
    require: electronAlone,
    module,
    exports: module.exports,
  })
  window.contents.listeners_.add((channel, args) => {
    if (channel === 'desk:event') for (const listener of listeners) listener({}, ...args)
  })
  const bridge = exposed.desk as Bridge
  const heard: TestPage['heard'] = []
  bridge.on((name, data) => void heard.push({ name, data }))
  return { bridge, heard, exposed }
}

/** From now on the page answers each `window.flush` as it is told to. */
export function answerFlushes(page: TestPage, problem: () => string | null = () => null): void {
  page.bridge.on((name, data) => {
    if (name !== 'window.flush') return
    const { round } = data as { round: number }
    void page.bridge.call('host.flushed', { round, problem: problem() })
  })
}
