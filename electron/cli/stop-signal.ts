import { HostFailure } from './failure.ts'

/** A signal that SIGINT and SIGTERM abort once; the next one ends the process as always. */
export function listenForStop(): { signal: AbortSignal; end: () => void } {
  const stop = new AbortController()
  const onSignal = (): void => {
    end()
    stop.abort(new HostFailure('stopped', 'stopped before it was done'))
  }
  const end = (): void => {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { signal: stop.signal, end }
}

/** Runs `work` with such a signal: what was begun is then cleared away before the command ends. */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { signal, end } = listenForStop()
  try {
    return await work(signal)
  } finally {
    end()
  }
}
