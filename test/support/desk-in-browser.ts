import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchChromium } from './chromium.ts'
import { runDesk, type RunningDesk } from './running-desk.ts'

/** A page as axe judges it: colours have come to rest, and axe-core may be put in by the test. */
export const judged: BrowserContextOptions = { reducedMotion: 'reduce', bypassCSP: true }

export interface DeskInBrowser {
  /** As `runDesk`. */
  runDesk: typeof runDesk
  /** A page in a window of its own that has gone nowhere yet; 1280 pixels by 800 where nothing else is said. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>
  /** The desk in such a window, with its list of articles drawn to the end; in English where no language is said. */
  open: (desk: RunningDesk, options?: BrowserContextOptions & { language?: string }) => Promise<Page>
}

/**
 * One Chromium for a file of tests. What is run or opened in a test, or before each test, is closed after it; what is run
 * before all of them, after all.
 */
export function deskInBrowser(): DeskInBrowser {
  let browser: Browser
  const closings: (() => Promise<void>)[] = []
  let ofAllTests = 0
  const closeDownTo = async (count: number): Promise<void> => {
    for (const close of closings.splice(count).toReversed()) await close()
  }
  beforeAll(async () => {
    browser = await launchChromium()
  })
  beforeEach(() => {
    ofAllTests = closings.length
  })
  afterEach(() => closeDownTo(ofAllTests))
  afterAll(async () => {
    await closeDownTo(0)
    await browser?.close()
  })

  const newPage: DeskInBrowser['newPage'] = async (options) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    closings.push(() => context.close())
    return context.newPage()
  }
  return {
    newPage,
    runDesk: async (options) => {
      const desk = await runDesk(options)
      closings.push(() => desk.close())
      return desk
    },
    open: async (desk, { language = 'en', ...options } = {}) => {
      const page = await newPage(options)
      await goToDesk(page, desk, language)
      return page
    },
  }
}

/** Goes to the desk, until its list of articles is drawn to the end. */
export async function goToDesk(page: Page, desk: RunningDesk, language = 'en'): Promise<void> {
  await page.goto(desk.at({ language }))
  await page.locator('.library .end').waitFor()
}

/** Resolves when the English desk on this page says that the disk has all. */
export const untilSaved = (page: Page): Promise<void> =>
  page
    .getByRole('status', { name: 'Save status' })
    .filter({ hasText: /^Saved$/ })
    .waitFor()

/** Resolves when this has the focus, which comes a frame after it stands: what is typed now lands in it. */
export const untilFocused = (field: Locator): Promise<void> =>
  field.and(field.page().locator(':focus')).waitFor()

/** Two frames on this page, by which the editor knows what a click or a key did to the caret: no person is faster. */
export const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** Clicks here and moves the caret on by a key, the editor knowing of each before the next. */
export async function putCaret(here: Locator, key: 'Control+Home' | 'Control+End' | 'End'): Promise<void> {
  await here.click()
  await twoFrames(here.page())
  await here.page().keyboard.press(key)
  await twoFrames(here.page())
}

/** What stands in the English desk on a page, and what is done there again and again. */
export function partsOf(page: () => Page) {
  const headline = (): Locator => page().getByRole('textbox', { name: 'Headline', exact: true })
  const story = (): Locator => page().getByRole('textbox', { name: 'Story', exact: true })
  const newArticle = async (): Promise<void> => {
    await page().getByRole('button', { name: 'New article' }).first().click()
    // Not the line of the one before.
    await expect.poll(() => headline().inputValue()).toBe('')
  }
  return {
    headline,
    story,
    newArticle,
    button: (name: string): Locator => page().getByRole('button', { name, exact: true }),
    status: (): Locator => page().getByRole('status', { name: 'Save status' }),
    saved: (): Promise<void> => untilSaved(page()),
    toast: (): Locator => page().locator('.toast'),
    /** A new article with this headline and these words, saved; the caret stands behind them. */
    write: async (title: string, words = ''): Promise<void> => {
      await page().keyboard.press('Control+Alt+n')
      await expect.poll(() => headline().inputValue()).toBe('')
      await headline().fill(title)
      await story().click()
      await page().keyboard.type(words)
      await untilSaved(page())
    },
    /** Runs a command by its words in the palette. */
    run: async (command: string): Promise<void> => {
      await page().keyboard.press('Control+k')
      await untilFocused(page().getByRole('combobox', { name: 'Commands' }))
      await page().keyboard.type(command)
      await page().keyboard.press('Enter')
    },
  }
}
