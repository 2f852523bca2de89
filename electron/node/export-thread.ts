import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { DeskError, toErrorData } from '../../core/api/errors.ts'
import type { ExportWriter } from '../../core/desk/ports.ts'
import { writeJob, type ExportJob } from '../../core/desk/writing.ts'
import type { AssetQuestion, FromExport, ToExport } from './export-worker.ts'
import { packer } from './packer.ts'

type Assets = Parameters<ExportWriter['write']>[1]
type Written = Awaited<ReturnType<ExportWriter['write']>>

interface Waiting {
  assets: Assets
  resolve: (written: Written) => void
  reject: (reason: unknown) => void
}

// Beside this file, in the source as in the build.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './export-worker.ts' : './export-worker.js',
  import.meta.url,
)

/** Top-level blocks: a shorter story is written within some milliseconds, which is less than a thread costs. */
const shortBlocks = 200
/**
 * An article that needs more memory is not written, and takes nobody along. What is young is kept small: pages are garbage as soon as
 * they are handed over, and V8 would let 48 MB of them lie on each thread before it looks.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 12 }
/** A thread to which nothing comes for so long goes. */
const usualRestMs = 10_000

/** So many articles keep all threads at work: each has its next one waiting, and as many wait for the disk. */
export const articlesAtOnce = (threads = availableParallelism()): number => threads * 2 + 2

/**
 * Writes articles on threads, one a core. One that is alone and short is written at once, on the thread that asks: an export of one
 * article pays for no thread, ten thousand use all cores. The threads keep no process alive and go when nothing has come for a while;
 * if one dies, what it was writing fails as 'internal' and the rest goes on.
 */
export function createExportThreads(
  threads = availableParallelism(),
  longFrom = shortBlocks,
  restMs = usualRestMs,
): ExportWriter {
  const all = new Set<ExportThread>()
  let underWay = 0
  const leastBusy = (): ExportThread => {
    const free = [...all].find((thread) => thread.jobs === 0)
    if (free) return free
    if (all.size < threads) return started()
    return [...all].reduce((least, thread) => (thread.jobs < least.jobs ? thread : least))
  }
  const started = (): ExportThread => {
    const thread = new ExportThread(restMs, () => all.delete(thread))
    all.add(thread)
    return thread
  }
  return {
    async write(job, assets) {
      underWay += 1
      try {
        const isAlone = underWay === 1 && job.article.body.content.length < longFrom
        return await (isAlone ? writeJob(job, assets, packer) : leastBusy().write(job, assets))
      } finally {
        underWay -= 1
      }
    },
  }
}

/** One thread, started with its first article. */
class ExportThread {
  readonly #waiting = new Map<number, Waiting>()
  readonly #worker: Worker
  readonly #restMs: number
  readonly #onGone: () => void
  #number = 0
  #restTimer: NodeJS.Timeout | undefined

  constructor(restMs: number, onGone: () => void) {
    this.#restMs = restMs
    this.#onGone = onGone
    this.#worker = new Worker(workerFile, { resourceLimits })
    this.#worker.unref()
    this.#worker.on('message', (message: FromExport) => this.#hear(message))
    this.#worker.on('error', () => this.#end())
    this.#worker.on('exit', () => this.#end())
  }

  get jobs(): number {
    return this.#waiting.size
  }

  write(job: ExportJob, assets: Assets): Promise<Written> {
    const number = (this.#number += 1)
    return new Promise((resolve, reject) => {
      // First: what cannot be handed over is not waited for.
      this.#send({ job: number, write: job, has: namesOf(assets) })
      this.#waiting.set(number, { assets, resolve, reject })
      clearTimeout(this.#restTimer)
      this.#worker.ref()
    })
  }

  #hear(message: FromExport): void {
    const waiting = this.#waiting.get(message.job)
    if (!waiting) return
    if ('asset' in message) {
      const { asked } = message
      answerOf(message.asset, waiting.assets).then(
        (answer) => this.#send({ asked, answer }),
        (thrown: unknown) => this.#send({ asked, error: toErrorData(thrown) }),
      )
      return
    }
    this.#waiting.delete(message.job)
    if ('error' in message) {
      const { code, message: said, details } = message.error
      waiting.reject(new DeskError(code, said, details))
    } else waiting.resolve(message.written)
    if (this.#waiting.size === 0) this.#rest()
  }

  #send(message: ToExport): void {
    this.#worker.postMessage(message)
  }

  #rest(): void {
    this.#worker.unref()
    this.#restTimer = setTimeout(() => {
      // It takes some moments to end: what comes meanwhile is not for it.
      this.#onGone()
      void this.#worker.terminate()
    }, this.#restMs).unref()
  }

  #end(): void {
    this.#onGone()
    for (const { reject } of this.#waiting.values())
      reject(new DeskError('internal', 'the article could not be written to its end'))
    this.#waiting.clear()
  }
}

const namesOf = (assets: Assets): string[] =>
  Object.entries(assets).flatMap(([name, asset]) => (typeof asset === 'function' ? [name] : []))

/** Calls that function of the assets; what it asks of another thread, and its answer, are data. */
async function answerOf({ name, words }: AssetQuestion, assets: Assets): Promise<unknown> {
  const asset = new Map<string, unknown>(Object.entries(assets)).get(name)
  if (typeof asset !== 'function') throw new DeskError('internal', `there is no asset ${name}`)
  return (asset as (...words: unknown[]) => unknown)(...words)
}
