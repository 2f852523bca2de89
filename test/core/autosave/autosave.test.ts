import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAutosave, type AutosaveOptions } from '../../../core/autosave/autosave.ts'

/** Timers moved by hand; what falls due runs in its order. */
class HandTimers {
  now = 0
  #next = 1
  readonly waiting = new Map<number, { at: number; work: () => void }>()
  start = (work: () => void, afterMs: number): number => {
    this.waiting.set(this.#next, { at: this.now + afterMs, work })
    return this.#next++
  }
  stop = (handle: unknown): void => void this.waiting.delete(handle as number)
  elapsed = (): number => this.now
  async move(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds
    for (;;) {
      await settle()
      const due = [...this.waiting]
        .filter(([, { at }]) => at <= end)
        .sort((one, other) => one[1].at - other[1].at)[0]
      if (!due) break
      this.now = Math.max(this.now, due[1].at)
      this.waiting.delete(due[0])
      due[1].work()
    }
    this.now = end
    await settle()
  }
}
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

/** An editor whose text is a number that counts its edits, and a disk that answers when it is told to. */
function editor(options: Partial<AutosaveOptions> = {}) {
  const timers = new HandTimers()
  const states: string[] = []
  const saves: { at: number; text: number; end: (error?: unknown) => void }[] = []
  const at = { text: 0, durable: 0, isSaving: false, isInstant: true, fault: undefined as unknown }
  const autosave = createAutosave({
    timers,
    onState: ({ kind }) => void states.push(kind),
    save: () => {
      expect(at.isSaving).toBe(false)
      at.isSaving = true
      const { text } = at
      return new Promise<void>((resolve, reject) => {
        const end = (error: unknown = at.fault) => {
          at.isSaving = false
          if (error === undefined) at.durable = text
          if (error === undefined) resolve()
          else reject(error)
        }
        saves.push({ at: timers.now, text, end })
        if (at.isInstant) end()
      })
    },
    ...options,
  })
  const edit = () => {
    at.text += 1
    autosave.edited()
  }
  return { timers, states, saves, at, autosave, edit }
}

describe('autosave', () => {
  test('saves 400 ms after the last edit', async () => {
    const { timers, saves, states, edit } = editor()
    edit()
    await timers.move(300)
    edit()
    await timers.move(399)
    expect(saves).toEqual([])
    await timers.move(1)
    expect(saves).toMatchObject([{ at: 700, text: 2 }])
    expect(states).toEqual(['dirty', 'saving', 'saved'])
  })

  test('saves a second after the first unsaved edit, however fast one types', async () => {
    const { timers, saves, edit } = editor()
    for (let key = 0; key < 60; key += 1) {
      edit()
      await timers.move(50)
    }
    expect(saves.map(({ at }) => at)).toEqual([1000, 2000, 3000])
  })

  test('an edit made while saving is saved by the next save, and nothing is called saved before', async () => {
    const { timers, saves, states, at, edit } = editor()
    at.isInstant = false
    edit()
    await timers.move(400)
    edit()
    expect(states.at(-1)).toBe('saving')
    await timers.move(5000)
    expect(saves).toHaveLength(1)
    saves[0]?.end()
    await timers.move(0)
    expect(saves).toMatchObject([{ text: 1 }, { text: 2 }])
    expect(states).toEqual(['dirty', 'saving', 'dirty', 'saving'])
    saves[1]?.end()
    await settle()
    expect(states.at(-1)).toBe('saved')
  })

  test('a failure is told and tried again after 1, 2, 4 … 30 seconds; typing on does not hide it', async () => {
    const { timers, saves, states, at, autosave, edit } = editor()
    at.fault = new Error('full')
    edit()
    await timers.move(400)
    expect(autosave.state).toEqual({ kind: 'failed', error: at.fault })
    edit()
    expect(states.at(-1)).toBe('failed')
    await timers.move(120_000)
    const gaps = saves.map(({ at: time }, index) => time - (saves[index - 1]?.at ?? 0))
    expect(gaps).toEqual([400, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    at.fault = undefined
    await timers.move(30_000)
    expect(autosave.state).toEqual({ kind: 'saved' })
    expect(at.durable).toBe(2)
    at.fault = new Error('full again')
    edit()
    await timers.move(1500)
    expect(saves.slice(-2).map(({ at: time }) => time)).toEqual([timers.now - 1100, timers.now - 100])
  })

  test('a failure that cannot heal is not tried again, but by flush', async () => {
    const { timers, saves, at, autosave, edit } = editor({ mayHeal: () => false })
    at.fault = new Error('stale')
    edit()
    await timers.move(60_000)
    edit()
    await timers.move(60_000)
    expect(saves).toHaveLength(1)
    at.fault = undefined
    await autosave.flush()
    expect(at.durable).toBe(2)
    expect(autosave.state).toEqual({ kind: 'saved' })
  })

  test('flush saves now and waits, also for a save under way and for edits made meanwhile', async () => {
    const { timers, saves, at, autosave, edit } = editor()
    at.isInstant = false
    edit()
    await timers.move(400)
    edit()
    let isFlushed = false
    const flushed = autosave.flush().then(() => (isFlushed = true))
    saves[0]?.end()
    await settle()
    expect(saves).toHaveLength(2)
    edit()
    saves[1]?.end()
    await settle()
    expect(isFlushed).toBe(false)
    saves[2]?.end()
    await flushed
    expect(at.durable).toBe(3)
    expect(timers.waiting.size).toBe(0)
  })

  test('flush with nothing to save does nothing; one that fails says why', async () => {
    const { saves, at, autosave, edit } = editor()
    await autosave.flush()
    expect(saves).toEqual([])
    at.fault = new Error('full')
    edit()
    await expect(autosave.flush()).rejects.toBe(at.fault)
    await expect(autosave.flush()).rejects.toBe(at.fault)
    expect(saves).toHaveLength(2)
  })

  test('a save that throws at once is a failed save', async () => {
    const { autosave, edit } = editor({
      save: () => {
        throw new Error('no story')
      },
    })
    edit()
    await expect(autosave.flush()).rejects.toThrow('no story')
  })

  test('after stop nothing is saved by itself, and flush still works', async () => {
    const { timers, saves, at, autosave, edit } = editor()
    edit()
    autosave.stop()
    edit()
    await timers.move(60_000)
    expect(saves).toEqual([])
    await autosave.flush()
    expect(at.durable).toBe(2)
  })
})

test('whatever is typed and however the disk answers: never two saves at once, nothing waits longer than promised, saved means saved', async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(1500) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('answer', 'fail', 'flush') }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { timers, saves, at, autosave, edit } = editor()
      at.isInstant = false
      let firstUnsaved: number | undefined
      const answered = { count: 0 }
      const answer = (error?: unknown) => {
        const open = saves[answered.count]
        if (!open) return
        answered.count += 1
        open.end(error)
      }
      for (const each of steps) {
        if (each.do === 'edit') {
          edit()
          firstUnsaved ??= timers.now
        } else if (each.do === 'wait') await timers.move(each.ms)
        else if (each.do === 'flush') void autosave.flush().catch(() => undefined)
        else answer(each.do === 'fail' ? new Error('planted') : undefined)
        await settle()
        const newest = saves.at(-1)
        if (newest && newest.text === at.text) firstUnsaved = undefined
        if (autosave.state.kind === 'saved') expect(at.durable).toBe(at.text)
        // Free, and not failing: the first unsaved edit is never older than a second.
        const isFree = !at.isSaving && autosave.state.kind !== 'failed'
        if (isFree && firstUnsaved !== undefined) expect(timers.waiting.size).toBe(1)
        if (at.durable < at.text) expect(at.isSaving || timers.waiting.size > 0).toBe(true)
      }
      at.isInstant = true
      answer()
      await autosave.flush()
      expect(at.durable).toBe(at.text)
      expect(autosave.state).toEqual({ kind: 'saved' })
    }),
    { numRuns: 300 },
  )
})
