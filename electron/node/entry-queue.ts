import { DeskError } from '../../core/api/errors.ts'
import type { ZipEntry } from './zip-writer.ts'

interface Waiting {
  entry: ZipEntry
  written: () => void
  failed: (reason: unknown) => void
}

/** Files on their way into a zip that is being written: whoever brings one waits until it is in. */
export class EntryQueue {
  readonly #waiting: Waiting[] = []
  #wake: () => void = () => undefined
  #isEnded = false
  #failure: unknown

  /** Resolves once it is written. @throws what the writing failed with, or DeskError 'export-ended' */
  put(entry: ZipEntry): Promise<void> {
    if (this.#isEnded) {
      return Promise.reject(this.#failure ?? new DeskError('export-ended', 'this export has ended'))
    }
    return new Promise((written, failed) => {
      this.#waiting.push({ entry, written, failed })
      this.#wake()
    })
  }

  /** No more is coming; what waits is still written. */
  end(): void {
    this.#isEnded = true
    this.#wake()
  }

  /** Nothing more can be written. */
  fail(reason: unknown): void {
    this.#failure = reason
    this.end()
    for (const { failed } of this.#waiting.splice(0)) failed(reason)
  }

  async *entries(): AsyncGenerator<ZipEntry> {
    for (;;) {
      const waiting = this.#waiting[0]
      if (waiting) {
        yield waiting.entry
        // Asked for the next one: this one is written.
        this.#waiting.shift()
        waiting.written()
      } else if (this.#isEnded) return
      else await new Promise<void>((wake) => (this.#wake = wake))
    }
  }
}
