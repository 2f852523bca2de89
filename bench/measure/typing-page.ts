import type { Browser, CDPSession, Page } from 'playwright-core'
import { openFreshPage } from './browser.ts'
import { installProbe } from './probe.ts'
import { createTypist, evaluate, type Typist } from './typist.ts'

/** An editor of one story, as the harness sees it. */
export interface MeasuredEditor {
  url: string
  /** The editable element. */
  selector: string
  /** What a person does before typing, such as opening a pane. */
  prepare?: (page: Page) => Promise<void>
}

export interface TypingOptions {
  /** Between two keys at least. */
  pauseMs: number
  /** Characters that the story is known to have. */
  characters: number
}

/** An editor in a fresh page, the caret in the middle of its story. */
export interface TypingPage {
  page: Page
  tools: CDPSession
  typist: Typist
  /** From navigation to the first frame in which the whole story can be edited. */
  mountMs: number
  /** What the page threw and nobody caught. */
  faults: readonly string[]
  /** The characters of the text as it stands. */
  length: () => Promise<number>
  close: () => Promise<void>
}

/** Opens the editor; `around` may watch it being opened. @throws Error when it never holds the story */
export async function openForTyping(
  browser: Browser,
  editor: MeasuredEditor,
  { pauseMs, characters }: TypingOptions,
  around = (_tools: CDPSession, open: () => Promise<number>): Promise<number> => open(),
): Promise<TypingPage> {
  const { page, tools, faults, close } = await openFreshPage(browser)
  const selector = JSON.stringify(editor.selector)
  try {
    await page.addInitScript(installProbe)
    const mountMs = await around(tools, async () => {
      await page.goto(editor.url, { waitUntil: 'commit' })
      // A story may lose a space at the end of a block, never a tenth of itself.
      return evaluate<number>(
        tools,
        `window.probe.whenEditable(${selector}, ${Math.floor(characters * 0.95)})`,
      )
    })
    await evaluate(tools, 'window.probe.whenQuiet(400)')
    await editor.prepare?.(page)
    await evaluate(tools, 'document.fonts.ready.then(() => window.probe.whenQuiet(400))')

    const typist = await createTypist(tools, pauseMs)
    await evaluate(tools, `window.probe.watch(${selector})`)
    const middle = await evaluate<{ x: number; y: number }>(tools, `window.probe.middle(${selector})`)
    await page.mouse.click(middle.x, middle.y)
    await evaluate(tools, 'window.probe.whenQuiet(250)')
    const length = (): Promise<number> => evaluate<number>(tools, `window.probe.length(${selector})`)
    return { page, tools, typist, mountMs, faults, length, close }
  } catch (error) {
    await close()
    throw error
  }
}
