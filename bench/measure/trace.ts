import type { Browser } from 'playwright-core'

/** What the browser did on the page's thread: the milliseconds of each kind of work, what it holds left out. */
export type WorkTimes = Map<string, number>

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  /** Microseconds of the processor. */
  tdur?: number
  args?: { data?: { type?: string } }
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink',
  'cc',
  'toplevel',
  'v8',
]

/** Traces the browser while `work` runs; the thread that is told of is the one that got the most keys. */
export async function trace(browser: Browser, work: () => Promise<unknown>): Promise<WorkTimes> {
  const tools = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  tools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await tools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  })
  await work()
  const complete = new Promise((resolve) => {
    tools.once('Tracing.tracingComplete', resolve)
  })
  await tools.send('Tracing.end')
  await complete
  await tools.detach()
  return ownTimes(eventsOfTheKeyedThread(events))
}

function eventsOfTheKeyedThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`
  const keys = new Map<string, number>()
  for (const event of events)
    if (event.name === 'EventDispatch' && event.args?.data?.type === 'keydown')
      keys.set(threadOf(event), (keys.get(threadOf(event)) ?? 0) + 1)
  const [keyed] = [...keys].sort(([, one], [, other]) => other - one)[0] ?? []
  return events.filter((event) => event.ph === 'X' && threadOf(event) === keyed)
}

function ownTimes(events: readonly TraceEvent[]): WorkTimes {
  const times: WorkTimes = new Map()
  const add = (name: string, microseconds: number): void =>
    void times.set(name, (times.get(name) ?? 0) + microseconds / 1000)
  const open: TraceEvent[] = []
  const inOrder = events.toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  for (const event of inOrder) {
    while (open.length > 0 && endOf(open.at(-1)) <= event.ts) open.pop()
    const time = event.tdur ?? event.dur ?? 0
    const holder = open.at(-1)
    if (holder) add(holder.name, -time)
    add(event.name, time)
    open.push(event)
  }
  return times
}

const endOf = (event: TraceEvent | undefined): number => (event ? event.ts + (event.dur ?? 0) : 0)
