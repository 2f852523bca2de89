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
  atOnce?: number
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
 * One after the other, or `atOnce` of them: a failure never stops the rest, unless it is the desk's own. A cancel is heard between two:
 * what is at hand is finished. Answers how many are through, and why it ended before the last.
 */
export async function runThrough<T>({
  all,
  nameOf,
  take,
  failed,
  atOnce = 1,
  signal,
  onProgress,
}: Run<T>): Promise<{ done: number; stopped: Stopped | null }> {
  let done = 0
  let next = 0
  let stopped: Stopped | null = null
  const takeOne = async (each: T): Promise<void> => {
    onProgress(done, all.length, nameOf(each))
    try {
      await take(each)
    } catch (thrown) {
      const error = toErrorData(thrown)
      if (failuresOfTheDesk.includes(error.code)) {
        stopped ??= { kind: 'failed', error }
        return
      }
      failed(each, error)
    }
    done += 1
  }
  const lane = async (): Promise<void> => {
    // More may be put behind the others meanwhile.
    while (next < all.length && !stopped) {
      if (signal.aborted) {
        stopped = { kind: 'cancelled' }
        return
      }
      const each = all[next] as T
      next += 1
      await takeOne(each)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (!stopped) onProgress(done, all.length, '')
  return { done, stopped }
}
