import type { DeskEvent, Parsed } from '../../core/api/contract.ts'
import type { DeskErrorCode } from '../../core/api/errors.ts'

/** Whether every window's text is on the disk; 'silent': a window did not answer in time. */
export type FlushOutcome =
  | { kind: 'saved' }
  | { kind: 'unsaved'; problem: DeskErrorCode }
  | { kind: 'silent' }

/** Asks windows for their text before a library is closed, and collects their answers. */
export interface FlushRounds {
  /** Tells `window.flush`, and waits for so many answers: at once where there are none, at most `limitMs`. */
  ask(windows: number): Promise<FlushOutcome>
  /** What `host.flushed` brought; of a round that is over it changes nothing. */
  answered(answer: Parsed<'host.flushed'>): void
}

/** reliability.md §3.4, "Closing": five seconds at most. */
export const flushLimitMs = 5000

export function createFlushRounds(tell: (event: DeskEvent) => void, limitMs = flushLimitMs): FlushRounds {
  const open = new Map<number, (problem: DeskErrorCode | null) => void>()
  let rounds = 0
  return {
    ask(windows) {
      if (windows === 0) return Promise.resolve({ kind: 'saved' })
      const round = (rounds += 1)
      return new Promise((resolve) => {
        const end = (outcome: FlushOutcome): void => {
          clearTimeout(timer)
          open.delete(round)
          resolve(outcome)
        }
        const timer = setTimeout(() => end({ kind: 'silent' }), limitMs)
        let left = windows
        open.set(round, (problem) => {
          if (problem !== null) return end({ kind: 'unsaved', problem })
          left -= 1
          if (left === 0) end({ kind: 'saved' })
        })
        tell({ name: 'window.flush', data: { round } })
      })
    },
    answered: ({ round, problem }) => open.get(round)?.(problem),
  }
}
