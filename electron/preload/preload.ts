import { contextBridge, ipcRenderer } from 'electron'
import { eventNames, hostMethodNames, methodNames } from '../../core/api/contract.ts'

const known = new Set<unknown>([...methodNames, ...hostMethodNames])
const heard = new Set<unknown>(eventNames)

/** Asks the desk; main looks at everything again. Only names of the contract leave the page. */
function call(method: unknown, input: unknown): Promise<unknown> {
  if (known.has(method)) return ipcRenderer.invoke('desk:call', method, input)
  return Promise.resolve({
    ok: false,
    error: { code: 'unknown-method', message: 'the desk has no such method' },
  })
}

/** Hands on what the desk tells, as plain values and never Electron's own event; answers how to stop listening. */
function on(listener: (name: string, data: unknown) => void): () => void {
  const hear = (_event: unknown, name: unknown, data: unknown): void => {
    if (heard.has(name)) listener(String(name), data)
  }
  ipcRenderer.on('desk:event', hear)
  return () => {
    ipcRenderer.off('desk:event', hear)
  }
}

contextBridge.exposeInMainWorld('desk', Object.freeze({ call, on }))
