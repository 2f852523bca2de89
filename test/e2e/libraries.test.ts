import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle, saved, toast } = partsOf(() => page)
const spot = () => page.locator('.spot')
const item = (name: string | RegExp): Locator => page.getByRole('menuitem', { name })
const rows = () => page.locator('.library .row')
const beside = (name: string): string => {
  const place = join(dirname(desk.library), name)
  onTestFinished(() => rm(place, { recursive: true, force: true }))
  return place
}
beforeEach(async () => {
  desk = await runDesk({ args: ['--plain-host'] })
})

test('which library is open is seen, and others are founded, opened again, and taken off the list', async () => {
  page = await open(desk)
  await newArticle()
  await headline().fill('In the first')
  await saved()
  expect(await spot().textContent()).toContain(desk.library)
  const called = (path: string): Locator =>
    page.getByRole('button', { name: `Library ${basename(path)} ${path}` })
  const button = called(desk.library)
  await button.click()
  await item('New library…').click()
  const other = beside('الأرشيف')
  await page.getByRole('textbox', { name: 'Folder of the new library' }).fill(other)
  await page.keyboard.press('Enter')
  await called(other).waitFor()
  await expect.poll(() => rows().count()).toBe(0)
  // By its keys, and the present one is no other.
  await page.keyboard.press('Control+Shift+L')
  await item(desk.library).waitFor()
  expect(await item(other).count()).toBe(0)
  await item(desk.library).click()
  await rows().filter({ hasText: 'In the first' }).waitFor()
  const gone = beside('gone')
  await rename(other, gone)
  await button.click()
  await page.getByText('not there now').waitFor()
  await item('Take off the list').click()
  await page.getByText('No other library was open on this computer yet.').waitFor()
  expect(existsSync(gone)).toBe(true)
  await page.keyboard.press('Escape')
  await item('New library…').waitFor({ state: 'detached' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('an Arabic window moves its library and writes on where it was; a path reads from the left', async () => {
  page = await open(desk, { language: 'ar' })
  await page.keyboard.press('Control+Alt+n')
  const words = page.getByRole('textbox', { name: 'القصة', exact: true })
  await words.click()
  await page.keyboard.type('قبل النقل')
  await spot().click()
  await item('نقل هذه المكتبة…').click()
  const field = page.getByRole('textbox', { name: 'المجلد الذي تُنقل إليه' })
  await field.fill(join(desk.library, 'articles', 'inside'))
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'لا يمكن نقل مكتبة إلى داخلها' }).waitFor()
  const place = beside('مكتبة الأخبار')
  await field.fill(place)
  await page.keyboard.press('Enter')
  await toast().filter({ hasText: 'المكتبة هنا الآن' }).waitFor()
  await expect.poll(() => spot().locator('.name').textContent()).toBe('مكتبة الأخبار')
  expect(await spot().locator('.short-path').getAttribute('dir')).toBe('ltr')
  const [begins, ends] = await spot()
    .locator('.short-path span')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left))
  expect(begins).toBeLessThan(ends ?? 0)
  expect(existsSync(desk.library)).toBe(false)
  // The same window, with the same story and its caret.
  await words.press('End')
  await page.keyboard.type(' وبعده')
  await page
    .getByRole('status')
    .filter({ hasText: /^محفوظ$/ })
    .waitFor()
  expect(await words.textContent()).toBe('قبل النقل وبعده')
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('.library .row').length)).toBe(1)
})
