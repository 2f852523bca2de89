import type { Browser, CDPSession } from 'playwright-core'
import { blockText } from '../../core/model/measure.ts'
import { makeStory } from '../corpus/story.ts'
import { wordHtml } from '../corpus/word-html.ts'
import { installEditProbe, type EditTimes } from './edit-probe.ts'
import { openForTyping, type MeasuredEditor, type TypingOptions, type TypingPage } from './typing-page.ts'
import { evaluate } from './typist.ts'

/** What one change of much text cost in one fresh page; milliseconds. */
export interface EditMeasure {
  /** Of JavaScript, collected, with the story open and nothing typed yet; 2^20 bytes. */
  heapMb: number
  /** From the key to the paint of the last change that it made. */
  ms: number
  /** The same of the first change. */
  firstMs: number
  /** The page's own thread, until all was quiet. */
  cpuMs: number
  faults: string[]
}
export type Edit = 'bold' | 'paste'

const quietMs = 500
const withinMs = 60_000
/** Words that are pasted: performance.md §9, goal 5. */
export const pastedWords = 5000

/**
 * Opens the editor and either makes its whole story bold or pastes 5,000 words from Word, by real keys and the real
 * clipboard. @throws Error when the story is not bold, or holds less than was pasted, once it has come to rest
 */
export async function measureEdit(
  browser: Browser,
  editor: MeasuredEditor,
  options: TypingOptions,
  edit: Edit,
): Promise<EditMeasure> {
  const opened = await openForTyping(browser, editor, options)
  try {
    const { tools, page } = opened
    await page.evaluate(installEditProbe)
    const heapMb = await heapOf(tools)
    const done =
      edit === 'bold' ? await makeBold(opened, editor.selector) : await paste(opened, editor.selector)
    return { heapMb, ...done, faults: [...opened.faults] }
  } finally {
    await opened.close()
  }
}

async function heapOf(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}

type Timed = Pick<EditMeasure, 'ms' | 'firstMs' | 'cpuMs'>

async function makeBold(opened: TypingPage, selector: string): Promise<Timed> {
  const { page, tools } = opened
  await page.keyboard.press('ControlOrMeta+a')
  await evaluate(tools, 'window.probe.whenQuiet(400)')
  // An editor that first takes away what is bold is pressed again: what is timed is that everything becomes bold.
  for (let press = 0; press < 2; press += 1) {
    const timed = await timeKey(opened, selector, 'b')
    if (await evaluate<boolean>(tools, `window.editProbe.isBold(${JSON.stringify(selector)})`)) return timed
  }
  throw new Error('the story did not become bold')
}

async function paste(opened: TypingPage, selector: string): Promise<Timed> {
  const { page, length } = opened
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const story = makeStory(pastedWords, 21)
  const text = story.content.map(blockText).join('\n')
  await page.evaluate(([html, plain]) => window.editProbe.copyInstead(html, plain), [
    wordHtml(story),
    text,
  ] as const)
  await page.keyboard.press('ControlOrMeta+c')
  const before = await length()
  const timed = await timeKey(opened, selector, 'v')
  const grown = (await length()) - before
  if (grown < text.length * 0.9)
    throw new Error(`${text.length} characters were pasted and the text grew by ${grown}`)
  return timed
}

async function timeKey({ page, tools }: TypingPage, selector: string, key: string): Promise<Timed> {
  await evaluate(tools, `window.editProbe.watch(${JSON.stringify(selector)}, ${JSON.stringify(key)})`)
  const before = await threadMs(tools)
  await page.keyboard.press(`ControlOrMeta+${key}`)
  const times = await evaluate<EditTimes>(tools, `window.editProbe.settled(${quietMs}, ${withinMs})`)
  const { pressed, first, last } = times
  return { ms: last - pressed, firstMs: first - pressed, cpuMs: (await threadMs(tools)) - before }
}

async function threadMs(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics')
  const seconds = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  return (seconds('ThreadTime') - seconds('DevToolsCommandDuration')) * 1000
}
