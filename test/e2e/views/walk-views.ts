import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { axeFindings, colourRules } from '../../support/axe.ts'
import { launchChromium } from '../../support/chromium.ts'
import { plantStories } from '../../support/planted-story.ts'
import { foundLibrary, runDesk, type RunningDesk } from '../../support/running-desk.ts'
import { focusOf, layoutFindings } from '../../support/view-checks.ts'
import { blocksIn, wordsOf } from '../../support/view-steps.ts'
import { views, type View } from '../../support/views.ts'

/** A folder where each view is kept as a picture, for people to look at; none where it is not named. */
const pictures = process.env.MIDAD_PICTURES
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
]
/** Each theme and each size once: what can be reached hangs on the size alone, what is drawn around it on the theme alone. */
const looks = [
  { colorScheme: 'light', size: sizes[0]! },
  { colorScheme: 'dark', size: sizes[1]! },
] as const
/** WCAG 1.4.10: a 1280-pixel window at 200 % has half the pixels; and the narrowest desk that is promised. */
const tightSizes = [
  { width: 1024, height: 700 },
  { width: 640, height: 400 },
]
/** Tests that walk through each view of the desk in one of its languages: one file a language. */
export function walkViews(code: LanguageCode): void {
  describe(`each view in ${code}`, () => {
    const t = wordsOf(code)
    let browser: Browser
    let desk: RunningDesk
    let page: Page
    let complaints: string[] = []
    beforeAll(async () => {
      browser = await launchChromium()
      const library = join(await mkdtemp(join(tmpdir(), 'midad-views-')), 'library')
      foundLibrary(library)
      const { headline, ...planted } = blocksIn(code)
      plantStories(library, [{ ...planted, fields: { headline } }])
      desk = await runDesk({ library })
      await open()
    })
    afterAll(async () => {
      await browser.close()
      await desk.close()
    })
    async function open(): Promise<void> {
      const context = await browser.newContext({
        viewport: sizes[1] ?? null,
        // Colours are judged when they have come to rest.
        reducedMotion: 'reduce',
        // axe-core is put into the page by the test alone.
        bypassCSP: true,
      })
      page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      await page.goto(desk.at({ language: code }))
      page.setDefaultTimeout(20_000)
      await page.locator('.library .row').first().click()
      await page.getByRole('textbox', { name: t('article.story'), exact: true }).waitFor()
    }
    async function leave(view: View): Promise<void> {
      await view.leave(page, t)
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
    // A view that could not be left must not fail the next ones.
    let isLeft = true
    beforeEach(async () => {
      if (!isLeft) {
        await page.context().close()
        await open()
      }
      isLeft = false
      complaints = []
    })

    for (const view of views) {
      test(`${view.name}: by mouse, light and dark, wide and narrow`, async () => {
        await view.byMouse(page, t)
        await view.shown(page, t).first().waitFor()
        const top = async () => {
          const dialogs = page.getByRole('dialog')
          return (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body')
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          for (const size of sizes) {
            await page.setViewportSize(size)
            const name = `${view.name}-${code}-${colorScheme}-${size.width}`
            if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
            if (colorScheme === 'light') expect([name, await layoutFindings(await top())]).toEqual([name, []])
          }
          const found = await axeFindings(page, colorScheme === 'dark' ? colourRules : undefined)
          expect([view.name, colorScheme, found]).toEqual([view.name, colorScheme, []])
        }
        await page.emulateMedia({ colorScheme: 'light' })
        await leave(view)
        expect(complaints).toEqual([])
        isLeft = true
      })
    }

    for (const view of views) {
      test(`${view.name}: by keyboard alone, light and dark, wide and narrow, and the focus can be seen`, async () => {
        for (const { colorScheme, size } of looks) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize(size)
          await view.byKeys(page, t)
          await view.shown(page, t).first().waitFor()
          await page.keyboard.press('Tab')
          // After the last control of the page comes the browser's own bar, and then the first one.
          if ((await focusOf(page)).tag === 'BODY') await page.keyboard.press('Tab')
          const { tag, isVisible } = await focusOf(page)
          expect([colorScheme, size.width, tag]).not.toEqual([colorScheme, size.width, 'BODY'])
          expect([colorScheme, size.width, tag, isVisible]).toEqual([colorScheme, size.width, tag, true])
          await leave(view)
        }
        await page.emulateMedia({ colorScheme: 'light' })
        isLeft = true
      })
    }

    for (const size of tightSizes) {
      test(`everything is reached at ${size.width} pixels`, async () => {
        await page.setViewportSize(size)
        for (const view of views) {
          await view.byKeys(page, t)
          await view.shown(page, t).first().waitFor()
          const name = `${view.name}-${code}-light-${size.width}`
          if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
          expect([name, await layoutFindings(page.locator('body'))]).toEqual([name, []])
          await leave(view)
        }
        await page.setViewportSize(sizes[1] ?? size)
        isLeft = true
      })
    }
  })
}
