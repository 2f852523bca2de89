import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { deskInBrowser, partsOf, putCaret } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

// Over the real desk: what is kept, listed, compared, restored and taken back.
const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  desk = await runDesk()
})
beforeEach(async () => {
  page = await open(desk)
})

const { button, run, saved, story, toast, write } = partsOf(() => page)
const dialog = () => page.getByRole('dialog')
const versions = () => dialog().getByRole('listbox', { name: 'Versions, newest first' }).getByRole('option')
const comparison = () => dialog().getByRole('region', { name: 'Comparison' })

async function keepVersion(name: string): Promise<void> {
  await run('Keep version')
  await page.getByRole('textbox', { name: 'Name of the version' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByText('Version kept.').waitFor()
}

test('a version that was kept by name is listed first, with what has changed since', async () => {
  await write('Dukan', 'The lake rose by three metres.')
  await keepVersion('Before the cuts')
  await putCaret(story(), 'Control+End')
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
  await toast().getByRole('button', { name: 'Undo' }).click()
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
  await putCaret(story(), 'Control+End')
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
