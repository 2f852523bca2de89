import { parentPort } from 'node:worker_threads'
import { toErrorData, type ErrorData } from '../../core/api/errors.ts'
import { readBrought, type BroughtFile } from '../../core/desk/reading.ts'

/** A file as an article that is not stored yet. */
export type ReadFile = ReturnType<typeof readBrought>

/** What the thread is asked; `id` comes back with the answer. */
export interface ImportQuestion {
  id: number
  file: BroughtFile
}
export type ImportAnswer = { id: number } & ({ imported: ReadFile } | { error: ErrorData })

parentPort?.on('message', ({ id, file }: ImportQuestion) => {
  parentPort?.postMessage({ id, ...read(file) } satisfies ImportAnswer)
})

function read(file: BroughtFile): { imported: ReadFile } | { error: ErrorData } {
  try {
    return { imported: readBrought(file) }
  } catch (thrown) {
    return { error: toErrorData(thrown) }
  }
}
