import { Worker } from 'node:worker_threads'
import { DeskError } from '../../core/api/errors.ts'
import type { ImportReader } from '../../core/desk/ports.ts'
import { readBrought } from '../../core/desk/reading.ts'
import type { ImportedFile } from '../../core/import/source.ts'
import type { ImportAnswer, ImportQuestion } from './import-worker.ts'
import { readingTools } from './reading-tools.ts'

interface Waiting {
  resolve: (imported: ImportedFile) => void
  reject: (reason: unknown) => void
}

// Beside this file, in the source as in the build.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js',
  import.meta.url,
)

/** What is shorter is read within some ten milliseconds, which is less than a thread costs. */
const shortLetters = 128 * 1024
/** A file that needs more memory than this is refused, and takes nobody along. */
const mostMegabytes = 1024
const restMs = 30_000

/**
 * Reads long files on a thread of its own: two megabytes of HTML are most of a second in which nobody's key would be answered. The thread
 * keeps no process alive and goes when nothing has come for a while; if it dies, what it was reading is 'unreadable'.
 */
export function createImportThread(longFrom = shortLetters): ImportReader {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let restTimer: NodeJS.Timeout | undefined
  let asked = 0
  const end = (): void => {
    worker = undefined
    for (const { reject } of waiting.values()) {
      reject(new DeskError('unreadable', 'the file could not be read to its end'))
    }
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    started.on('message', (answer: ImportAnswer) => {
      const asking = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('imported' in answer) asking?.resolve(answer.imported)
      else asking?.reject(new DeskError(answer.error.code, answer.error.message, answer.error.details))
      if (waiting.size > 0) return
      started.unref()
      restTimer = setTimeout(() => void started.terminate(), restMs).unref()
    })
    const endOwn = () => worker === started && end()
    started.on('error', endOwn)
    started.on('exit', endOwn)
    return started
  }
  return {
    async read(file) {
      if (file.base64.length < longFrom) return readBrought(file, readingTools)
      clearTimeout(restTimer)
      worker ??= start()
      const thread = worker
      const id = (asked += 1)
      thread.ref()
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        thread.postMessage({ id, file } satisfies ImportQuestion)
      })
    },
  }
}
