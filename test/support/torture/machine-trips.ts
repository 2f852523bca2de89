import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

const everyMs = 100
/** How far back a trip may lie and still say how the machine was at a kill. */
const recentMs = 2000

/** Milliseconds of `performance.now()`: when a trip was to begin, and when it was answered. */
interface Trip {
  dueAt: number
  endedAt: number
}

/** How long a trip like that of a key to the journal takes on this machine now, with nothing of Midad in it. */
export interface MachineTrips {
  /** The longest of the last two seconds, in milliseconds; one that is under way counts for as long as it has taken. */
  longestMs(): number
  stop(): Promise<void>
}

/**
 * Asks a process of its own every 100 ms, over loopback HTTP, to append a line to a file in `folder` and sync it. How late
 * this process's timers are is part of each trip, as it is of each key's.
 */
export async function startMachineTrips(folder: string): Promise<MachineTrips> {
  const script = join(import.meta.dirname, 'trip-process.ts')
  const child = spawn(process.execPath, [script, join(folder, 'trips.log')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const lines = createInterface({ input: child.stdout })
  const port = await Promise.race([
    once(lines, 'line').then(([line]) => Number(line)),
    ended.then(() => Promise.reject(new Error('what measures the machine has ended'))),
  ])
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const recent = new RecentTrips(() => performance.now())
  const stopping = new AbortController()
  const measure = async (): Promise<void> => {
    let dueAt = performance.now()
    while (!stopping.signal.aborted) {
      recent.begin(dueAt)
      await askTrip(agent, port)
      recent.end()
      dueAt = performance.now() + everyMs
      await pause(everyMs)
    }
  }
  const measuring = measure()
  // Its failure is told by `stop`; until then it must not be one that nobody handles.
  measuring.catch(() => undefined)
  return {
    longestMs: () => recent.longestMs(),
    stop: async () => {
      stopping.abort()
      try {
        await measuring
      } finally {
        agent.destroy()
        child.stdin.end()
        await ended
      }
    },
  }
}

/** The trips of the last two seconds, by this clock, in milliseconds. */
export class RecentTrips {
  readonly #now: () => number
  #ended: Trip[] = []
  #dueAt: number | undefined

  constructor(now: () => number) {
    this.#now = now
  }

  begin(dueAt: number): void {
    this.#dueAt = dueAt
  }

  end(): void {
    if (this.#dueAt !== undefined) this.#ended.push({ dueAt: this.#dueAt, endedAt: this.#now() })
    this.#dueAt = undefined
    this.#ended = this.#ended.filter(({ endedAt }) => this.#now() - endedAt <= recentMs)
  }

  longestMs(): number {
    const now = this.#now()
    const underWay = this.#dueAt === undefined ? 0 : now - this.#dueAt
    const recent = this.#ended.filter(({ endedAt }) => now - endedAt <= recentMs)
    return Math.max(underWay, ...recent.map(({ dueAt, endedAt }) => endedAt - dueAt))
  }
}

function askTrip(agent: Agent, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: '127.0.0.1', port, method: 'POST' })
    asking.on('error', reject)
    asking.on('response', (response) => {
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error('the disk did not take a line of what measures the machine'))
      })
      response.resume()
    })
    asking.end('a line about as long as a batch of keys '.repeat(8))
  })
}
