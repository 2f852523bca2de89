import type { Page } from 'playwright-core'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  /** Processor time in microseconds. */
  tdur?: number
  args?: { name?: string }
}

/**
 * Runs something with a page and answers the tasks of its main thread that took longer than so many milliseconds: of the
 * processor's own time, so that what else the machine does is not held against the page.
 */
export async function longTasksOf(
  page: Page,
  longerThanMs: number,
  run: () => Promise<void>,
): Promise<number[]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('a page without a browser')
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  let trace: Buffer
  try {
    await run()
  } finally {
    trace = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents.filter((event) => main.has(threadOf(event)) && event.name.endsWith('RunTask'))
  // A trace without tasks, or without their time, would find nothing to complain of.
  if (!tasks.some(({ tdur = 0 }) => tdur > 0)) throw new Error('the trace tells no time of tasks')
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1000)).filter((ms) => ms > longerThanMs)
}
