import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'

// Over the real desk: what is kept, listed, compared, restored and taken back.
let browser: Browser
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  desk = await runDesk()
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const headline = () => page.getByRole('textbox', { name: 'Headline', exact: true })
const story = () => page.getByRole('textbox', { name: 'Story', exact: true })
const dialog = () => page.getByRole('dialog')
const saved = () =>
  page
    .getByRole('status', { name: 'Save status' })
    .filter({ hasText: /^Saved$/ })
    .waitFor()
const versions = () => dialog().getByRole('listbox', { name: 'Versions, newest first' }).getByRole('option')
const comparison = () => dialog().getByRole('region', { name: 'Comparison' })

async function write(title: string, text: string): Promise<void> {
  await page.keyboard.press('Control+Alt+n')
  await expect.poll(() => headline().inputValue()).toBe('')
  await headline().fill(title)
  await story().click()
  await page.keyboard.type(text)
  await saved()
}
async function keepVersion(name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await dialog().waitFor()
  await page.keyboard.type('Keep version')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name of the version' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByText('Version kept.').waitFor()
}

beforeEach(async () => {
  await page?.context().close()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(desk.at({ language: 'en' }))
  await page.locator('.library .end').waitFor()
})

test('a version that was kept by name is listed first, with what has changed since', async () => {
  await write('Dukan', 'The lake rose by three metres.')
  await keepVersion('Before the cuts')
  await story().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Rain is expected.')
  await saved()
  await button('Versions').click()
  await versions().first().getByText('Before the cuts').waitFor()
  await comparison().locator('ins', { hasText: 'Rain is expected.' }).waitFor()
  expect(await comparison().locator('del').count()).toBe(0)
})

test('a version is restored, and that is taken back', async () => {
  await write('Penjwen', 'The road is closed.')
  await keepVersion('As sent')
  await story().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('The road is open again.')
  await saved()
  await page.keyboard.press('Control+Alt+h')
  await versions().first().getByText('As sent').waitFor()
  await button('Restore this version').click()
  const question = page.getByRole('alertdialog', { name: 'Restore this version?' })
  await question.getByText('The present text is kept as a version').waitFor()
  await question.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect.poll(() => story().textContent()).toBe('The road is closed.')
  await page.getByText(/^Restored the version of /).waitFor()
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => story().textContent()).toBe('The road is open again.')
  // The disk says the same, and nobody is told of a conflict.
  await saved()
  const stored = (await desk.articles()).find(({ fields }) => fields.headline === 'Penjwen')
  expect(JSON.stringify(stored?.body)).toContain('open again')
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('what stood before a paste of many words is a version', async () => {
  await write('Long paste', 'Short before.')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'word '.repeat(600))
  await story().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+v')
  await saved()
  await button('Versions').click()
  await versions().filter({ hasText: 'Before a large paste' }).first().click()
  await comparison().locator('ins').first().waitFor()
})

test('an article without a version says so, and offers to keep one', async () => {
  await page.keyboard.press('Control+Alt+n')
  await story().waitFor()
  await page.keyboard.press('Control+Alt+h')
  await dialog().getByText('No version has been kept yet.').waitFor()
  await dialog().getByRole('button', { name: 'Keep version…' }).click()
  await page.getByRole('textbox', { name: 'Name of the version' }).waitFor()
})
