import type { Timers } from './autosave.ts'

export interface JournalingOptions {
  /** Writes what is new since the last time; resolves when a disk has it. */
  write: () => Promise<void>
  timers: Timers
  /** Milliseconds after the first edit that is in no journal yet. */
  afterMs?: number
}
export interface Journaling {
  /** To be called after every edit. */
  edited(): void
  /** Writes now what is waiting; never rejects. */
  flush(): Promise<void>
  stop(): void
}

/** Milliseconds: how long after the first letter a batch is sent, by when the disk has it, and when one that failed goes again. */
export const journalPace = { afterMs: 120, keptWithinMs: 250, retryMs: 1000 } as const

/**
 * Writes `afterMs` after an edit and not later, however fast the typing; never two writes at once, so a slow disk gets fewer
 * and larger ones. What failed is written with the next edit, or a second later.
 */
export function createJournaling({
  write,
  timers,
  afterMs = journalPace.afterMs,
}: JournalingOptions): Journaling {
  let timer: { handle: unknown } | undefined
  let writing: Promise<void> | undefined
  let isWaiting = false
  let isStopped = false
  const startIn = (ms: number): void => {
    if (timer || isStopped) return
    timer = { handle: timers.start(() => void attempt(), ms) }
  }
  const cancel = (): void => {
    if (timer) timers.stop(timer.handle)
    timer = undefined
  }
  const writeOnce = async (): Promise<void> => {
    let againMs = afterMs
    try {
      await write()
    } catch {
      isWaiting = true
      againMs = journalPace.retryMs
    }
    writing = undefined
    if (isWaiting) startIn(againMs)
  }
  const attempt = (): Promise<void> => {
    cancel()
    isWaiting = false
    writing = writeOnce()
    return writing
  }
  return {
    edited() {
      isWaiting = true
      if (!writing) startIn(afterMs)
    },
    async flush() {
      await writing
      if (isWaiting) await attempt()
    },
    stop() {
      isStopped = true
      cancel()
    },
  }
}
