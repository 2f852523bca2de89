import { Worker } from 'node:worker_threads'
import { DeskError } from '../../core/api/errors.ts'
import type { ImportReader } from '../../core/desk/ports.ts'
import { addressesBeside, readBrought, type BroughtFile } from '../../core/desk/reading.ts'
import type { ImportAnswer, ImportAsked, ImportQuestion } from './import-worker.ts'
import { readingTools } from './reading-tools.ts'
import { watchTime, type TimeLimit } from './watch-time.ts'

interface Waiting {
  question: ImportQuestion
  resolve: (answer: ImportAsked) => void
  reject: (reason: unknown) => void
}

// Beside this file, in the source as in the build.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js',
  import.meta.url,
)

export interface ThreadLimits {
  /** A file of more base64 letters than this goes to the thread. */
  longFrom: number
  /** A file that needs more memory than this is refused, and takes nobody along. */
  mostMegabytes: number
  time: (file: BroughtFile) => TimeLimit
  /** A thread to which nothing comes for so long goes. */
  restMs: number
}
const usual: ThreadLimits = {
  // What is shorter is read within some ten milliseconds, which is less than a thread costs.
  longFrom: 128 * 1024,
  mostMegabytes: 1024,
  time: timeFor,
  restMs: 30_000,
}

/** reliability.md §5: five seconds for a document; what is longer by its size takes longer. On a busy computer the clock runs faster than the thread. */
function timeFor({ name, base64 }: BroughtFile): TimeLimit {
  const cpuMs = 5000 + (base64.length / (1024 * 1024)) * 1000
  return { cpuMs, wallMs: Math.max(cpuMs * 6, officeKinds.test(name) ? officeMs : 0) }
}
/** An installed office program opens these, which has a limit of its own; the thread only waits for it. */
const officeKinds = /\.(?:odt|ott|fodt|rtf|doc|dot|zip)$/i
const officeMs = 180_000

/** Kinds whose short files hold nobody up. Whatever is unpacked or has a grammar of its own goes to the thread however short it is. */
const plainKinds = /\.(?:txt|text|html?|midad)$/i

/**
 * Reads long files, archives and documents on threads of its own, one for what an office program may have to open and one for the rest, one after another: two megabytes of HTML are most of a second in which
 * nobody's key would be answered, and a hostile file may take any time and memory. One that passes its limits ends the thread and is
 * 'unreadable'; whatever waits behind it is read by a new one. The threads keep no process alive and go when nothing has come for a while.
 */
export function createImportThread(limits: Partial<ThreadLimits> = {}): ImportReader {
  const known = { ...usual, ...limits }
  const thread = new ReadingThread(known)
  // An office program may take a minute and a half: whatever it is not asked for is read meanwhile.
  const office = new ReadingThread(known)
  const threadFor = ({ name }: BroughtFile): ReadingThread => (officeKinds.test(name) ? office : thread)
  const isShort = ({ name, base64 }: BroughtFile): boolean =>
    base64.length < known.longFrom && plainKinds.test(name)
  return {
    async read(file) {
      if (isShort(file)) return readBrought(file, readingTools)
      return (await threadFor(file).ask('read', file)).imported ?? { articles: [] }
    },
    async beside(file) {
      if (isShort(file)) return addressesBeside(file, readingTools)
      return (await threadFor(file).ask('beside', file)).addresses ?? []
    },
  }
}

class ReadingThread {
  readonly #limits: ThreadLimits
  readonly #waiting: Waiting[] = []
  #atHand: Waiting | undefined
  #worker: Worker | undefined
  #restTimer: NodeJS.Timeout | undefined
  #asked = 0

  constructor(limits: ThreadLimits) {
    this.#limits = limits
  }

  ask(does: ImportQuestion['does'], file: BroughtFile): Promise<ImportAsked> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question: { id: (this.#asked += 1), does, file }, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    if (this.#atHand) return
    this.#atHand = this.#waiting.shift()
    if (!this.#atHand) return this.#rest()
    clearTimeout(this.#restTimer)
    const worker = (this.#worker ??= this.#start())
    const { question } = this.#atHand
    worker.ref()
    worker.postMessage(question)
    watchTime(worker, this.#limits.time(question.file), {
      isOver: () => this.#atHand?.question !== question,
      passed: () => this.#drop(tookTooLong()),
    })
  }

  #rest(): void {
    const worker = this.#worker
    worker?.unref()
    this.#restTimer = setTimeout(() => {
      // It takes some moments to end: what comes meanwhile is read by a new one.
      if (this.#worker === worker) this.#worker = undefined
      void worker?.terminate()
    }, this.#limits.restMs).unref()
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.mostMegabytes }
    const worker = new Worker(workerFile, { resourceLimits })
    const ended = (error?: unknown): void => {
      if (this.#worker === worker) this.#drop(reasonOf(error))
    }
    worker.on('message', (answer: ImportAnswer) => {
      if (this.#worker === worker) this.#answered(answer)
    })
    worker.on('error', ended)
    worker.on('exit', () => ended())
    return worker
  }

  #answered(answer: ImportAnswer): void {
    if (answer.id !== this.#atHand?.question.id) return
    const { resolve, reject } = this.#atHand
    this.#atHand = undefined
    if ('error' in answer) {
      const { code, message, details } = answer.error
      reject(new DeskError(code, message, details))
    } else resolve(answer)
    this.#next()
  }

  /** Ends the thread: what it was at fails, and whatever it still says is nobody's business. */
  #drop(reason: DeskError): void {
    const worker = this.#worker
    const failed = this.#atHand
    this.#worker = undefined
    this.#atHand = undefined
    void worker?.terminate()
    failed?.reject(reason)
    this.#next()
  }
}

const tookTooLong = (): DeskError =>
  new DeskError('unreadable', 'reading it took too long and was stopped', { reason: 'took-too-long' })

function reasonOf(error: unknown): DeskError {
  const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isFull
    ? new DeskError('unreadable', 'reading it needs too much memory', { reason: 'too-much-memory' })
    : new DeskError('unreadable', 'the file could not be read to its end')
}
