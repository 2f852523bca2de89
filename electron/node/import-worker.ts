import { parentPort, type Transferable } from 'node:worker_threads'
import { toErrorData, type ErrorData } from '../../core/api/errors.ts'
import { addressesBeside, readBrought, type BroughtFile } from '../../core/desk/reading.ts'
import type { ImportedFile } from '../../core/import/source.ts'
import { readingTools } from './reading-tools.ts'

/** What the thread is asked; `id` comes back with the answer. */
export interface ImportQuestion {
  id: number
  does: 'read' | 'beside'
  file: BroughtFile
}
export interface ImportAsked {
  imported?: ImportedFile
  addresses?: string[]
}
export type ImportAnswer = { id: number } & (ImportAsked | { error: ErrorData })

parentPort?.on('message', ({ id, does, file }: ImportQuestion) => {
  void answer(does, file).then((answered) =>
    parentPort?.postMessage({ id, ...answered } satisfies ImportAnswer, buffersOf(answered)),
  )
})

async function answer(
  does: ImportQuestion['does'],
  file: BroughtFile,
): Promise<ImportAsked | { error: ErrorData }> {
  try {
    if (does === 'beside') return { addresses: await addressesBeside(file, readingTools) }
    return { imported: await readBrought(file, readingTools) }
  } catch (thrown) {
    return { error: toErrorData(thrown) }
  }
}

/** Pictures are handed over, not copied; those that are a part of something larger are copied alone. */
function buffersOf(answered: ImportAsked | { error: ErrorData }): Transferable[] {
  if ('error' in answered) return []
  const buffers = new Set<ArrayBuffer>()
  for (const { pictures } of answered.imported?.articles ?? []) {
    for (const { bytes } of pictures) {
      const { buffer } = bytes
      if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffers.add(buffer)
    }
  }
  return [...buffers]
}
