import type { Input, MethodName, Output } from '../api/contract.ts'
import { toErrorData, type DeskErrorCode, type ErrorData } from '../api/errors.ts'

/** Asks one method of a desk. @throws DeskError */
export type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>

/** How far a run has come: `done` of `total` are through, `name` is at hand. */
export type OnProgress = (done: number, total: number, name: string) => void

/** Why a run ended before its last file. */
export type Stopped = { kind: 'cancelled' } | { kind: 'failed'; error: ErrorData }

interface Run<T> {
  all: readonly T[]
  nameOf: (each: T) => string
  /** Takes one. What it throws is `failed`'s to note. */
  take: (each: T) => Promise<void>
  failed: (each: T, error: ErrorData) => void
  signal: Signal
  onProgress: OnProgress
}

/** As much of an AbortSignal as is asked here. */
export interface Signal {
  readonly aborted: boolean
}

/** They are not the file's fault: the next file would fail alike, and ten thousand failures say no more than one. */
const failuresOfTheDesk: readonly DeskErrorCode[] = [
  'library-locked',
  'library-missing',
  'disk-full',
  'unwritable',
  'unreachable',
  'export-ended',
]

/**
 * One after the other: a failure never stops the rest, unless it is the desk's own. A cancel is heard between two: the one at hand is
 * finished. Answers how many are through, and why it ended before the last.
 */
export async function runThrough<T>({
  all,
  nameOf,
  take,
  failed,
  signal,
  onProgress,
}: Run<T>): Promise<{ done: number; stopped: Stopped | null }> {
  let done = 0
  for (const each of all) {
    if (signal.aborted) return { done, stopped: { kind: 'cancelled' } }
    onProgress(done, all.length, nameOf(each))
    try {
      await take(each)
    } catch (thrown) {
      const error = toErrorData(thrown)
      if (failuresOfTheDesk.includes(error.code)) return { done, stopped: { kind: 'failed', error } }
      failed(each, error)
    }
    done += 1
  }
  onProgress(done, all.length, '')
  return { done, stopped: null }
}
