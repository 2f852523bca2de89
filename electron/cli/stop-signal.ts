import { HostFailure } from './failure.ts'

/** Runs `work` with a signal that SIGINT and SIGTERM abort: what was begun is then cleared away before the command ends. */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const onSignal = (): void => stop.abort(new HostFailure('stopped', 'stopped before it was done'))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
