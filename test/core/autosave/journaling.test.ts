import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createJournaling, journalPace } from '../../../core/autosave/journaling.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** An editor whose text is a count of its edits, and a disk that takes `tookMs` for each write. */
function typing(tookMs = 0) {
  const at = { text: 0, durable: 0, fails: false, writes: 0, atOnce: 0 }
  const journaling = createJournaling({
    write: async () => {
      at.atOnce += 1
      expect(at.atOnce).toBe(1)
      const { text } = at
      await new Promise((resolve) => setTimeout(resolve, tookMs))
      at.atOnce -= 1
      at.writes += 1
      if (at.fails) throw new Error('no room')
      at.durable = text
    },
    timers: {
      start: (work, afterMs) => setTimeout(work, afterMs),
      stop: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
      elapsed: () => Date.now(),
    },
  })
  const type = () => {
    at.text += 1
    journaling.edited()
  }
  return { at, journaling, type }
}

describe('journaling', () => {
  test('writes within its pace however fast the typing, and rests where nothing is new', async () => {
    const { at, type } = typing(5)
    for (let key = 0; key < 200; key += 1) {
      type()
      await vi.advanceTimersByTimeAsync(20)
      // What was typed 250 ms ago is on the disk.
      expect(at.durable).toBeGreaterThanOrEqual(at.text - 12)
    }
    await vi.advanceTimersByTimeAsync(500)
    expect(at.durable).toBe(200)
    const { writes } = at
    await vi.advanceTimersByTimeAsync(60_000)
    expect(at.writes).toBe(writes)
  })

  test('never writes twice at once: a slow disk gets fewer and larger ones', async () => {
    const { at, type } = typing(700)
    for (let key = 0; key < 100; key += 1) {
      type()
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(at.writes).toBeLessThan(8)
    await vi.advanceTimersByTimeAsync(2000)
    expect(at.durable).toBe(100)
  })

  test('tries again what failed', async () => {
    const { at, type } = typing()
    at.fails = true
    type()
    await vi.advanceTimersByTimeAsync(journalPace.afterMs + 1)
    at.fails = false
    await vi.advanceTimersByTimeAsync(journalPace.retryMs + 1)
    expect(at.durable).toBe(1)
  })

  test('flush writes now and never rejects; after stop nothing is written', async () => {
    const { at, journaling, type } = typing()
    type()
    const flushed = journaling.flush()
    await vi.advanceTimersByTimeAsync(1)
    await flushed
    expect(at.durable).toBe(1)
    at.fails = true
    type()
    const failing = journaling.flush()
    await vi.advanceTimersByTimeAsync(1)
    await failing
    journaling.stop()
    const { writes } = at
    type()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(at.writes).toBe(writes)
  })
})
