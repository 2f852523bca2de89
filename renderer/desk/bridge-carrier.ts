import type { Result } from '../../core/api/errors.ts'
import type { Carrier } from './client.ts'

/** What Electron's preload lays into the page as `window.desk`. */
export interface DeskBridge {
  call(method: string, input: unknown): Promise<unknown>
  on(listener: (name: string, data: unknown) => void): () => void
}

/** The bridge of this page; undefined in a browser. */
export function deskBridge(page: object = window): DeskBridge | undefined {
  const { desk } = page as { desk?: DeskBridge }
  return typeof desk?.call === 'function' && typeof desk.on === 'function' ? desk : undefined
}

/** The desk through Electron: a main process that has gone answers as one that cannot be reached. */
export function createBridgeCarrier(bridge: DeskBridge): Carrier {
  return {
    async call(method, input) {
      try {
        return (await bridge.call(method, input)) as Result<unknown>
      } catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown)
        return { ok: false, error: { code: 'unreachable', message } }
      }
    },
    on: (listener) => bridge.on(listener),
  }
}
