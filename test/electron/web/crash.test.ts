import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { crashOverApi } from '../../support/crash-rig.ts'
import { builtMidad } from '../../support/midad.ts'
import { canWatch } from '../../support/torture/host-watch.ts'
import { RoundFigures } from '../../support/torture/figures.ts'
import { RecentTrips, startMachineTrips } from '../../support/torture/machine-trips.ts'
import { soakOverApi } from '../../support/soak-rig.ts'
import { limits } from '../../../core/model/limits.ts'

const seed = Number(process.env.MIDAD_SEED ?? Date.now() % 1_000_000)
const rounds = [9, 9, 8, 8]
// A machine that does other things may let half a second pass in which nobody was asked.
const timed = { retry: 2, timeout: 300_000 }

// Node runs the rig's TypeScript itself, and its hosts are killed as Linux and macOS kill.
describe.skipIf(process.platform === 'win32')('a host that is killed while somebody types', () => {
  beforeAll(builtMidad, 180_000)

  test(
    'loses nothing that was acknowledged, and at most the last half second (34 kills)',
    timed,
    async () => {
      const libraries = await Promise.all(
        rounds.map((count, part) => crashOverApi({ rounds: count, seed: seed + part })),
      )
      const total = new RoundFigures()
      for (const figures of libraries) total.add(figures)
      process.stdout.write(`killed while typing, seed ${seed}: ${total.line()}\n`)
      expect({ seed, faults: total.faults }).toEqual({ seed, faults: [] })
      expect(total.rounds).toBe(34)
    },
  )

  test.skipIf(!canWatch)(
    'works for a long time with the same files open, a bounded journal and every letter (20 s)',
    async () => {
      const { samples, file, typed, isReadable, keys } = await soakOverApi({
        seconds: 20,
        seed,
        everySeconds: 1,
      })
      const [first, last] = [samples[0], samples.at(-1)]
      process.stdout.write(`soaked for 20 s, ${keys} keys: ${JSON.stringify([first, last])}\n`)
      expect(file).toBe(typed)
      expect(isReadable).toBe(true)
      const files = samples.slice(samples.length / 2).map((sample) => sample.files)
      // The page keeps at most six connections, and each may come and go.
      expect(Math.max(...files) - Math.min(...files)).toBeLessThanOrEqual(8)
      for (const { journalBytes } of samples) expect(journalBytes).toBeLessThanOrEqual(limits.journalBytes)
    },
    120_000,
  )
})

describe('what measures the machine', () => {
  test('tells the longest trip of the last two seconds, one under way for as long as it has taken', () => {
    let now = 0
    const trips = new RecentTrips(() => now)
    const trip = (dueAt: number, endedAt: number) => {
      trips.begin(dueAt)
      now = endedAt
      trips.end()
    }
    expect(trips.longestMs()).toBe(0)
    trip(100, 400)
    trip(500, 520)
    expect(trips.longestMs()).toBe(300)
    trips.begin(620)
    now = 1000
    expect(trips.longestMs()).toBe(380)
    trips.end()
    now = 2900
    // The one of 300 ms is too long ago by now, the one of 380 ms is not.
    expect(trips.longestMs()).toBe(380)
    trip(3000, 3010)
    expect(trips.longestMs()).toBe(10)
  })
  test('asks a process that syncs a line a trip, and stops it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'midad-trips-'))
    const trips = await startMachineTrips(folder)
    await expect.poll(() => statSync(join(folder, 'trips.log')).size, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(trips.longestMs()).toBeGreaterThan(0)
    await trips.stop()
    rmSync(folder, { recursive: true })
  })
})

describe('the figures of the rig', () => {
  const typed = (parts: { saved?: number; journaled?: number } = {}) => ({
    states: [0, 100, 700, 900].map((at) => ({ at, text: `after ${at}` })),
    saved: parts.saved ?? -1,
    shownSaved: -1,
    journaled: parts.journaled ?? -1,
    lateMs: 0,
    indexOf: (text: string) => [0, 100, 700, 900].findIndex((at) => text === `after ${at}`),
  })
  const held = (found: string, parts = {}, tripMs = 0) => {
    const figures = new RoundFigures()
    figures.hold(typed(parts), { killedAt: 1000, tripMs, found })
    return figures
  }

  test('count from the first key that was lost', () => {
    expect(held('after 900').lost).toEqual([0])
    expect(held('after 700').lost).toEqual([100])
    expect(held('after 100')).toMatchObject({ lost: [300], faults: [] })
  })

  test('name what was lost that is older than half a second', () => {
    expect(held('after 0').faults).toEqual([expect.stringContaining('900 ms of typing were lost')])
  })

  test('allow for as long as a trip without Midad took, and say how late the machine was', () => {
    expect(held('after 0', {}, 399).faults).toEqual([
      expect.stringContaining('900 ms of typing were lost, of 899'),
    ])
    const late = held('after 0', {}, 400)
    expect(late.faults).toEqual([])
    expect(late.line()).toContain('machine late by at most 400 ms')
    // However late the machine was, what was acknowledged is there.
    expect(held('after 0', { journaled: 1 }, 5000).acknowledgedLost).toBe(1)
  })

  test('name what was lost although it was acknowledged, however young', () => {
    for (const how of ['saved', 'journaled'])
      expect(held('after 700', { [how]: 3 })).toMatchObject({
        acknowledgedLost: 1,
        faults: [expect.stringContaining(`that had been ${how}`)],
      })
    expect(held('after 700', { saved: 2 }).faults).toEqual([])
  })

  test('name a text that nobody typed', () => {
    expect(held('after a fashion').faults).toEqual([expect.stringContaining('nobody typed')])
  })
})
