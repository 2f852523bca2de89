import type { Browser } from 'playwright-core'
import { makeKeys } from '../corpus/story.ts'
import type { KeyTimes } from './probe.ts'
import { openForTyping, type MeasuredEditor, type TypingOptions } from './typing-page.ts'

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

const warmUpKeys = 15
const burstKeys = 40

/** Opens the editor and types `keys` letters that count. @throws Error when letters were lost or fell elsewhere */
export async function measureTyping(
  browser: Browser,
  editor: MeasuredEditor,
  { keys, ...options }: TypingOptions & { keys: number },
): Promise<TypingMeasure> {
  const { typist, mountMs, faults, length, close } = await openForTyping(browser, editor, options)
  try {
    const letters = makeKeys(warmUpKeys + keys + burstKeys)
    const before = await length()
    await typist.type(letters.slice(0, warmUpKeys))
    const renderersBefore = await renderersCpuMs(browser)
    const typed = await typist.type(letters.slice(warmUpKeys, warmUpKeys + keys))
    const renderersAfter = await renderersCpuMs(browser)
    const burstMs = await typist.burst(letters.slice(warmUpKeys + keys))
    const grown = (await length()) - before
    if (grown !== letters.length) {
      throw new Error(`${letters.length} letters were typed and the text grew by ${grown}`)
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
      faults: [...faults],
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
