import { Worker } from 'node:worker_threads'
import type { FontSource } from '../../core/desk/ports.ts'
import type { FontFace, FontFamily } from '../../core/model/theme.ts'
import { rememberFaces } from './font-letters.ts'

interface Answer {
  id: number
  faces: FontFace[]
}
type Waiting = (faces: FontFace[]) => void

// Beside this file, in the source as in the build.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './font-worker.ts' : './font-worker.js',
  import.meta.url,
)

const kept = 64

/**
 * Cuts fonts on a thread of its own, so that a first drawing (0.7 s of HarfBuzz) holds up no save. The thread starts
 * with the first question and keeps no process alive; if it dies, pages do without embedded fonts and it is started anew.
 */
export function createFontThread(fontsFolder: string): FontSource {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0
  const ask = (family: FontFamily, text: string): Promise<FontFace[]> => {
    worker ??= start()
    const thread = worker
    const id = (asked += 1)
    thread.ref()
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      thread.postMessage({ id, family, text })
    })
  }
  // Here too: what comes over from the thread is a copy each time.
  let remembered = rememberFaces(kept)
  const end = (): void => {
    worker = undefined
    remembered = rememberFaces(kept)
    for (const answer of waiting.values()) answer([])
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(workerFile, { workerData: fontsFolder })
    started.on('message', ({ id, faces }: Answer) => {
      waiting.get(id)?.(faces)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
    })
    started.on('error', end)
    started.on('exit', end)
    return started
  }
  return { subset: (family, text) => remembered(family, text, ask) }
}
