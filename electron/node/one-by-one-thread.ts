import { Worker } from 'node:worker_threads'

interface Asked<Question> {
  question: Question
  transfer: readonly ArrayBuffer[]
  resolve: (answer: unknown) => void
}
interface Bounds {
  /** A question that takes longer ends the thread. */
  hungMs: number
  /** Without a question the thread goes, and with it what its WebAssembly has grown to. */
  restMs: number
}

/**
 * A thread that is asked one thing after the other. It starts with the first question and keeps no process alive; when it dies or hangs,
 * what it was doing is answered with undefined, and the next question has a new one.
 */
export class OneByOneThread<Question extends object> {
  readonly #file: URL
  readonly #bounds: Bounds
  readonly #data: string | undefined
  readonly #waiting: Asked<Question>[] = []
  #worker: Worker | undefined
  #doing: Asked<Question> | undefined
  #timer: NodeJS.Timeout | undefined

  /** `data` is what the thread finds as its own. */
  constructor(file: URL, bounds: Bounds, data?: string) {
    this.#file = file
    this.#bounds = bounds
    this.#data = data
  }

  /** What the thread posts in answer; undefined where it could not. Buffers in `transfer` are given away. Never rejects. */
  ask(question: Question, transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve) => {
      this.#waiting.push({ question, transfer, resolve })
      this.#next()
    })
  }

  #next(): void {
    if (this.#doing) return
    clearTimeout(this.#timer)
    const next = this.#waiting.shift()
    if (!next) {
      this.#worker?.unref()
      this.#timer = setTimeout(() => this.#end(undefined), this.#bounds.restMs).unref()
      return
    }
    this.#doing = next
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#timer = setTimeout(() => this.#end(undefined), this.#bounds.hungMs)
    this.#worker.postMessage(next.question, next.transfer)
  }

  #start(): Worker {
    const started = new Worker(this.#file, { workerData: this.#data })
    started.on('message', (answer: unknown) => this.#answer(answer))
    const endOwn = (): void => {
      if (this.#worker === started) this.#end(started)
    }
    started.on('error', endOwn)
    started.on('exit', endOwn)
    return started
  }

  #answer(answer: unknown): void {
    const done = this.#doing
    this.#doing = undefined
    done?.resolve(answer)
    this.#next()
  }

  #end(dead: Worker | undefined): void {
    const worker = this.#worker
    this.#worker = undefined
    if (worker && worker !== dead) void worker.terminate()
    if (this.#doing) this.#answer(undefined)
  }
}
