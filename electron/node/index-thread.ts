import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { IndexTask } from './index-worker.ts'
import { letGoWhole } from './search-bytes.ts'

// Beside this file, in the source as in the build.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './index-worker.ts' : './index-worker.js',
  import.meta.url,
)

/**
 * V8 takes as much as it may before it looks for what is garbage. What is left when all articles are read is about a kilobyte of each,
 * and the words of their languages.
 */
const roomFor = (articles: number): ResourceLimits => ({
  maxOldGenerationSizeMb: 128 + Math.ceil(articles / 256),
  maxYoungGenerationSizeMb: 12,
})

/** An index that is being made; `done` answers it as `Archive.kept` has it, undefined where the thread ended before. */
export interface Making {
  done: Promise<Uint8Array | undefined>
  stop: () => void
}

/**
 * Reads these articles and makes what they are known by, on a thread of its own: tens of thousands are half a minute of work and
 * hundreds of megabytes, which go with it. It keeps no process alive.
 */
export function makeIndex(
  articles: IndexTask['articles'],
  resourceLimits: ResourceLimits = roomFor(articles.length),
): Making {
  const workerData: IndexTask = { articles }
  const worker = new Worker(workerFile, { workerData, resourceLimits })
  worker.unref()
  const done = new Promise<Uint8Array | undefined>((resolve) => {
    let made: Uint8Array[] | undefined
    worker.on('message', (pieces: Uint8Array[]) => {
      made = pieces
      void worker.terminate()
    })
    // Out of memory, or a file that nobody foresaw: the host reads them one by one.
    worker.on('error', () => undefined)
    // All that the thread had has gone before anybody does anything with what it made.
    worker.on('exit', () => resolve(made && inOnePiece(made)))
  })
  return { done, stop: () => void worker.terminate() }
}

/** Not as they came: what a thread allocates lies between what it has let go of, and as long as it lives there, that room is of no use to the next one. */
function inOnePiece(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
    // Each has room of its own, or it could not have come over.
    letGoWhole(piece.buffer as ArrayBuffer)
  }
  return whole
}
