import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { blockText } from '../../core/model/measure.ts'
import { launchChromium } from '../support/chromium.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let article: string
const complaints: string[] = []
beforeAll(async () => {
  browser = await launchChromium()
  desk = await runDesk()
  await openPage()
  await page.goto(desk.at({ language: 'en' }))
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Waters rise')
  await story().click()
  await page.keyboard.type('Words.')
  await saved()
  article = (await desk.articles())[0]?.id ?? ''
  await page.context().close()
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})
afterEach(() => page.context().close())

async function openPage(): Promise<void> {
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  complaints.length = 0
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
}
const story = () => page.getByRole('textbox', { name: 'Story', exact: true })
const saved = () =>
  page
    .getByRole('status', { name: 'Save status' })
    .filter({ hasText: /^Saved$/ })
    .waitFor()
const onDisk = async () => {
  const [stored] = await desk.articles()
  return stored?.body.content.map(blockText).join('\n')
}

/** The article by its address, while what stands around the story is still on its way; answers how to let it come. */
async function openUnfurnished(): Promise<() => void> {
  await openPage()
  let letThrough: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/furniture-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(desk.at({ language: 'en', article }))
  await story().waitFor()
  expect(await page.getByRole('toolbar').count()).toBe(0)
  return letThrough
}

test('the story is written and saved before anything stands around it', async () => {
  const furnish = await openUnfurnished()
  await story().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' More.')
  await expect.poll(onDisk).toBe('Words. More.')
  furnish()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  // The caret has stayed where it was.
  await page.keyboard.type(' Still.')
  await expect.poll(onDisk).toBe('Words. More. Still.')
})

test('letters meant for the search are held for it and never fall into the story', async () => {
  const furnish = await openUnfurnished()
  const before = await story().textContent()
  await story().click()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('waters')
  furnish()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('waters')
  await page.keyboard.type(' rise')
  expect(await page.getByRole('searchbox').inputValue()).toBe('waters rise')
  expect(await story().textContent()).toBe(before)
})

test('Escape takes back a command that is still waiting', async () => {
  const furnish = await openUnfurnished()
  await story().click()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.press('Escape')
  furnish()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  expect(await story().evaluate((root) => root === document.activeElement)).toBe(true)
})

test('nothing moves when the rest comes, and the console has nothing to complain of', async () => {
  const furnish = await openUnfurnished()
  const place = async () => story().boundingBox()
  await page.evaluate(() => document.fonts.ready)
  const before = await place()
  furnish()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  await page.locator('.library .row').first().waitFor()
  expect(await place()).toEqual(before)
  expect(complaints).toEqual([])
})
