import { parentPort } from 'node:worker_threads'
import { toErrorData, type ErrorData } from '../../core/api/errors.ts'
import { readBrought, type BroughtFile } from '../../core/desk/reading.ts'
import type { ImportedFile } from '../../core/import/source.ts'
import { readingTools } from './reading-tools.ts'

/** What the thread is asked; `id` comes back with the answer. */
export interface ImportQuestion {
  id: number
  file: BroughtFile
}
export type ImportAnswer = { id: number } & ({ imported: ImportedFile } | { error: ErrorData })

parentPort?.on('message', ({ id, file }: ImportQuestion) => {
  void read(file).then((read) => parentPort?.postMessage({ id, ...read } satisfies ImportAnswer))
})

async function read(file: BroughtFile): Promise<{ imported: ImportedFile } | { error: ErrorData }> {
  try {
    return { imported: await readBrought(file, readingTools) }
  } catch (thrown) {
    return { error: toErrorData(thrown) }
  }
}
