import type { Stopped } from '../../core/bulk/run.ts'

interface Run {
  total: number
  done: number
  stopped: Stopped | null
}

/** What `--json` and stderr say of a run that ended before its last; undefined where it did not. */
export function leftOver({ total, done, stopped }: Run) {
  if (!stopped) return undefined
  const why = stopped.kind === 'cancelled' ? 'stopped' : stopped.error.message
  return {
    json: {
      stopped:
        stopped.kind === 'cancelled'
          ? { code: 'stopped' }
          : { code: stopped.error.code, message: stopped.error.message },
      left: total - done,
    },
    sentence: `${why}; ${done} of ${total} are done`,
  }
}
