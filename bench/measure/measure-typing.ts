import type { Browser, Page } from 'playwright-core'
import { makeKeys } from '../corpus/story.ts'
import { openFreshPage } from './browser.ts'
import { installProbe, type KeyTimes } from './probe.ts'
import { createTypist, evaluate } from './typist.ts'

/** An editor of one story, as the harness sees it. */
export interface MeasuredEditor {
  url: string
  /** The editable element. */
  selector: string
  /** What a person does before typing, such as opening a pane. */
  prepare?: (page: Page) => Promise<void>
}

/** What one editor did with one story in one fresh page; milliseconds. */
export interface TypingMeasure {
  /** From navigation to the first frame in which the whole story can be edited. */
  mountMs: number
  /** From key to paint, one a key; a key that was never painted is missing. */
  paintMs: number[]
  /** From key to the first change of the text. */
  changeMs: number[]
  missedKeys: number
  /** The page's own thread, a key. */
  cpuMs: number
  scriptMs: number
  layoutMs: number
  styleMs: number
  /** All renderer processes together, frames and workers included, a key; coarse (10 ms of 200 keys). */
  renderersCpuMs: number
  burstMs: number
  faults: string[]
}

export interface TypingOptions {
  keys: number
  pauseMs: number
  /** Characters that the story is known to have. */
  characters: number
}

const warmUpKeys = 15
const burstKeys = 40

/** Opens the editor, clicks into the middle of its story and types. @throws Error when letters were lost or fell elsewhere */
export async function measureTyping(
  browser: Browser,
  editor: MeasuredEditor,
  { keys, pauseMs, characters }: TypingOptions,
): Promise<TypingMeasure> {
  const { page, tools, faults, close } = await openFreshPage(browser)
  const selector = JSON.stringify(editor.selector)
  try {
    await page.addInitScript(installProbe)
    await page.goto(editor.url, { waitUntil: 'commit' })
    // A story may lose a space at the end of a block, never a tenth of itself.
    const mountMs = await evaluate<number>(
      tools,
      `window.probe.whenEditable(${selector}, ${Math.floor(characters * 0.95)})`,
    )
    await evaluate(tools, 'window.probe.whenQuiet(400)')
    await editor.prepare?.(page)
    await evaluate(tools, `document.fonts.ready.then(() => window.probe.whenQuiet(400))`)

    const typist = await createTypist(tools, pauseMs)
    await evaluate(tools, `window.probe.watch(${selector})`)
    const middle = await evaluate<{ x: number; y: number }>(tools, `window.probe.middle(${selector})`)
    await page.mouse.click(middle.x, middle.y)
    await evaluate(tools, 'window.probe.whenQuiet(250)')

    const letters = makeKeys(warmUpKeys + keys + burstKeys)
    const before = await evaluate<number>(tools, `window.probe.length(${selector})`)
    await typist.type(letters.slice(0, warmUpKeys))
    const renderersBefore = await renderersCpuMs(browser)
    const typed = await typist.type(letters.slice(warmUpKeys, warmUpKeys + keys))
    const renderersAfter = await renderersCpuMs(browser)
    const burstMs = await typist.burst(letters.slice(warmUpKeys + keys))
    const after = await evaluate<number>(tools, `window.probe.length(${selector})`)
    if (after - before !== letters.length) {
      throw new Error(`${letters.length} letters were typed and the text grew by ${after - before}`)
    }
    const { cpuMs, scriptMs, layoutMs, styleMs } = typed
    return {
      mountMs,
      paintMs: typed.keys.flatMap((key) => spanTo(key, 'painted')),
      changeMs: typed.keys.flatMap((key) => spanTo(key, 'changed')),
      missedKeys: typed.keys.filter(({ painted }) => painted === undefined).length,
      cpuMs,
      scriptMs,
      layoutMs,
      styleMs,
      renderersCpuMs: (renderersAfter - renderersBefore) / keys,
      burstMs,
      faults,
    }
  } finally {
    await close()
  }
}

function spanTo(key: KeyTimes, moment: 'changed' | 'painted'): number[] {
  const at = key[moment]
  return at === undefined ? [] : [at - key.pressed]
}

async function renderersCpuMs(browser: Browser): Promise<number> {
  const tools = await browser.newBrowserCDPSession()
  const { processInfo } = await tools.send('SystemInfo.getProcessInfo')
  await tools.detach()
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
}
