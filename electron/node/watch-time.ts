import type { Worker } from 'node:worker_threads'

export interface TimeLimit {
  /** Of the processor, by the thread's own count: what another program takes is not laid to its charge. */
  cpuMs: number
  /** By the clock: a thread may also wait without end, or be where it cannot be asked. */
  wallMs: number
}

/** How often a thread is looked at. */
const lookMs = 200

/** Tells once when a thread has taken longer over what it is at than it may; until `isOver`. Keeps no process alive. */
export function watchTime(
  worker: Worker,
  { cpuMs, wallMs }: TimeLimit,
  { isOver, passed }: { isOver: () => boolean; passed: () => void },
): void {
  const began = performance.now()
  let before: number | undefined
  const cpu = async (): Promise<number> => {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  }
  const look = (): void => {
    if (isOver()) return
    if (performance.now() - began > wallMs) return passed()
    setTimeout(look, lookMs).unref()
  }
  const count = async (): Promise<void> => {
    // It waits while the thread is in one long step of the engine; the clock goes on.
    const used = await cpu().catch(() => undefined)
    if (used === undefined || isOver()) return
    before ??= used
    if (used - before > cpuMs) return passed()
    setTimeout(() => void count(), lookMs).unref()
  }
  look()
  void count()
}
