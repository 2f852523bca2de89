import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject } from 'vitest'
import { storyBody, type StoryBody } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { launchChromium } from '../chromium.ts'
import type { EditorPage } from './page.ts'
import { serveEditorPage } from './serve.ts'

declare global {
  interface Window {
    page: EditorPage
  }
}

/** The editor alone on a page in a real browser, one for a file of tests; by default under the application's policy. */
export function editorPage({ withPolicy = true } = {}) {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveEditorPage>>
  let page: Page
  const errors: string[] = []
  beforeAll(async () => {
    served = await serveEditorPage(inject('editorPage'), withPolicy)
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(served.url)
    await page.waitForFunction(() => window.page.editor !== undefined)
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  beforeEach(() => {
    errors.length = 0
  })
  const keys = {
    /** Opens a story; positions for `caret` come from `find`. */
    async open(body: StoryBody, language: LanguageCode = 'ar', editable = true): Promise<void> {
      await page.evaluate(([body, language, editable]) => window.page.open(body, language, editable), [
        body,
        language,
        editable,
      ] as const)
    },
    /** The story as the editor gives it out; always a valid one. */
    async body(): Promise<StoryBody> {
      const body = await page.evaluate(() => window.page.editor.body())
      expect(storyBody.safeParse(body).error).toBeUndefined()
      expect(errors).toEqual([])
      return body
    },
    async caretIn(words: string, offset = 0): Promise<void> {
      await page.evaluate(([words, offset]) => window.page.select(window.page.find(words) + offset), [
        words,
        offset,
      ] as const)
    },
    async select(words: string): Promise<void> {
      await page.evaluate((words) => {
        const from = window.page.find(words)
        window.page.select(from, from + words.length)
      }, words)
    },
    head: (): Promise<number> => page.evaluate(() => window.page.editor.view.state.selection.head),
    find: (words: string): Promise<number> => page.evaluate((words) => window.page.find(words), words),
    async press(key: string, times = 1): Promise<void> {
      for (let time = 0; time < times; time += 1) {
        await page.keyboard.press(key)
        // The browser tells of a moved caret only with the next frame; no person presses two keys in one.
        await keys.frame()
      }
    },
    type: (words: string): Promise<void> => page.keyboard.type(words),
    /** Longer than the pause that ends an undo step. */
    pause: (): Promise<void> => page.waitForTimeout(600),
    frame: (): Promise<void> =>
      page.evaluate(
        () =>
          new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
      ),
    get page(): Page {
      return page
    },
  }
  return keys
}
