import type { CDPSession } from 'playwright-core'
import type { KeyTimes } from './probe.ts'
import { chanceFrom } from '../corpus/chance.ts'

/** How the page's own thread spent its time; milliseconds a key. */
interface ThreadUse {
  cpuMs: number
  scriptMs: number
  layoutMs: number
  styleMs: number
}
interface Typed extends ThreadUse {
  keys: KeyTimes[]
}

/** Presses real keys over the browser's tools and waits for what they draw. */
export interface Typist {
  /** Each key when the one before is on the screen, after a pause of a random part of a frame. */
  type(letters: readonly string[]): Promise<Typed>
  /** All at once; resolves with the milliseconds from the first key to the last paint. */
  burst(letters: readonly string[]): Promise<number>
}

// Longer than any key may take; then it counts as missed.
const paintedWithinMs = 20_000
// A frame of 60 Hz: keys meet frames in every phase.
const frameMs = 17

/** Evaluates in the page without Playwright's own wrapping, which would cost the page time. */
export async function evaluate<T>(tools: CDPSession, expression: string): Promise<T> {
  const answer = await tools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  if (answer.exceptionDetails) {
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
  }
  return answer.result.value as T
}

/** Presses and lets go a key that writes this letter. */
export async function press(tools: CDPSession, letter: string): Promise<void> {
  const isSpace = letter === ' '
  const key = {
    key: letter,
    code: isSpace ? 'Space' : 'KeyF',
    windowsVirtualKeyCode: isSpace ? 32 : 70,
  }
  await tools.send('Input.dispatchKeyEvent', {
    ...key,
    type: 'keyDown',
    text: letter,
    unmodifiedText: letter,
  })
  await tools.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
}

/** A typist for a page with the probe; rests `pauseMs`, and up to a frame more, between two keys. */
export async function createTypist(tools: CDPSession, pauseMs: number): Promise<Typist> {
  const chance = chanceFrom(3)
  const waiting = new Map<number, () => void>()
  const painted = new Set<number>()
  let pressed = 0
  // The page calls a binding: no command is sent to it between two keys that would count as its work.
  tools.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'keyPainted') return
    painted.add(Number(payload))
    waiting.get(Number(payload))?.()
  })
  await tools.send('Runtime.enable')
  await tools.send('Runtime.addBinding', { name: 'keyPainted' })
  await tools.send('Performance.enable', { timeDomain: 'timeTicks' })

  const untilPainted = (number: number): Promise<void> =>
    new Promise((resolve) => {
      if (painted.has(number)) return resolve()
      const patience = setTimeout(resolve, paintedWithinMs)
      waiting.set(number, () => {
        clearTimeout(patience)
        waiting.delete(number)
        resolve()
      })
    })
  const threadSeconds = async (): Promise<Record<string, number>> => {
    const { metrics } = await tools.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const timesFrom = (first: number): Promise<KeyTimes[]> =>
    evaluate<KeyTimes[]>(tools, `window.probe.keys.slice(${first})`)

  return {
    async type(letters) {
      const first = pressed
      const before = await threadSeconds()
      for (const letter of letters) {
        const number = pressed
        pressed += 1
        await press(tools, letter)
        await untilPainted(number)
        await pause(pauseMs + chance() * frameMs)
      }
      const after = await threadSeconds()
      const perKey = (metric: string): number =>
        (((after[metric] ?? Number.NaN) - (before[metric] ?? Number.NaN)) * 1000) / letters.length
      return {
        keys: await timesFrom(first),
        cpuMs: perKey('ThreadTime') - perKey('DevToolsCommandDuration'),
        scriptMs: perKey('ScriptDuration'),
        layoutMs: perKey('LayoutDuration'),
        styleMs: perKey('RecalcStyleDuration'),
      }
    },
    async burst(letters) {
      const first = pressed
      pressed += letters.length
      await Promise.all(letters.map((letter) => press(tools, letter)))
      await untilPainted(pressed - 1)
      const keys = await timesFrom(first)
      return (keys.at(-1)?.painted ?? Number.NaN) - (keys[0]?.pressed ?? Number.NaN)
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
