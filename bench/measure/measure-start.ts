import type { FreshPage } from './browser.ts'
import { installStartProbe, type StartTimes } from './start-probe.ts'
import type { MeasuredEditor } from './typing-page.ts'
import { evaluate, press } from './typist.ts'

/** One opening of one page. */
export interface StartMeasure extends StartTimes {
  /** The page's own thread from navigation to the letter, milliseconds. */
  cpuMs: number
  scriptMs: number
  layoutMs: number
  styleMs: number
  faults: string[]
}

const typedWithinMs = 30_000

/**
 * Opens the editor in this page and presses one key as soon as it stands there.
 * @throws Error when that key is not in the story in half a minute
 */
export async function measureStart(
  { page, tools, faults, close }: FreshPage,
  { url, selector }: MeasuredEditor,
  characters: number,
): Promise<StartMeasure> {
  try {
    await tools.send('Performance.enable', { timeDomain: 'timeTicks' })
    await tools.send('Runtime.enable')
    tools.on('Runtime.bindingCalled', ({ name }) => {
      if (name === 'typeNow') void press(tools, 'ب').catch(() => undefined)
    })
    await tools.send('Runtime.addBinding', { name: 'typeNow' })
    await page.addInitScript(installStartProbe)
    await page.goto(url, { waitUntil: 'commit' })
    const least = Math.floor(characters * 0.95)
    const times = await within(
      evaluate<StartTimes>(tools, `window.startProbe.whenTyped(${JSON.stringify(selector)}, ${least})`),
    )
    const { metrics } = await tools.send('Performance.getMetrics')
    const metric = (wanted: string): number =>
      metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
    const cpuMs = (metric('ThreadTime') - metric('DevToolsCommandDuration')) * 1000
    return {
      ...times,
      cpuMs,
      scriptMs: metric('ScriptDuration') * 1000,
      layoutMs: metric('LayoutDuration') * 1000,
      styleMs: metric('RecalcStyleDuration') * 1000,
      faults: [...faults],
    }
  } finally {
    await close()
  }
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no letter came into the story')), typedWithinMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
