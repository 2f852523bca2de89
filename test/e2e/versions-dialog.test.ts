import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenArticle } from '../../core/api/contract.ts'
import { emptyFields } from '../../core/model/fields.ts'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import { plantPictures, plantRecovery, plantVersions, recoveredIds } from '../support/planted-versions.ts'
import type { RunningDesk } from '../support/running-desk.ts'

// The page alone: what the desk would answer about versions is planted, so that each mark and each way is met.
const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  desk = await runDesk()
})
beforeEach(async () => {
  page = await open(desk)
})

const { button, newArticle, saved, story, toast } = partsOf(() => page)
const dialog = () => page.getByRole('dialog')
const versions = () => dialog().getByRole('option')
const comparison = () => dialog().getByRole('region', { name: 'Comparison' })
/** The words of the list item that the focus is in. */
const focusedIn = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '')
const looked = () => comparison().locator('[data-looked]')

/** What the page asked of the desk by this method. */
function askedBy(method: string): unknown[] {
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === `/api/${method}`) asked.push(request.postDataJSON())
  })
  return asked
}
const answer = (method: string, value: unknown) =>
  page.route(`**/api/${method}`, (route) => route.fulfill({ json: { ok: true, value } }))

describe('the versions', () => {
  beforeEach(async () => {
    await newArticle()
    await story().click()
    await page.keyboard.type('Present words')
    await saved()
    await plantVersions(page)
  })

  test('are run through by the arrows; only the one at rest is compared', async () => {
    const compared = askedBy('versions.compare')
    await page.keyboard.press('Control+Alt+h')
    await comparison().waitFor()
    expect(compared).toMatchObject([{ older: 'v0', newer: 'present' }])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => versions().nth(2).getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => compared.length).toBe(2)
    expect(compared[1]).toMatchObject({ older: 'v2', newer: 'present' })
    await dialog().getByRole('radio', { name: 'With the version before' }).check({ force: true })
    await expect.poll(() => compared.at(-1)).toMatchObject({ older: 'v3', newer: 'v2' })
  })
  test('are compared anew when the present text is saved meanwhile', async () => {
    const compared = askedBy('versions.compare')
    await page.route('**/api/article.save', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'disk-full', message: 'full' } } }),
    )
    await page.keyboard.type(' and more')
    await page
      .getByRole('status', { name: 'Save status' })
      .filter({ hasText: /^Not saved/ })
      .waitFor()
    await page.keyboard.press('Control+Alt+h')
    await comparison().waitFor()
    expect(compared).toHaveLength(1)
    // The next try succeeds.
    await page.unroute('**/api/article.save')
    await expect.poll(() => compared.length).toBe(2)
    expect(compared[1]).toEqual(compared[0])
  })
  test('say by words and elements, not by colour alone, what became of each line', async () => {
    await page.keyboard.press('Control+Alt+h')
    await comparison().waitFor()
    expect(await comparison().locator('ins').first().textContent()).toMatch(/^Added: /)
    expect(await comparison().locator('del').first().textContent()).toMatch(/^Removed: /)
    await comparison().getByTitle('Formatting before: Italic; now: Bold + Link').waitFor()
    await comparison().locator('.line.moved').getByText('Moved').waitFor()
    await comparison().getByText('Before: Paragraph', { exact: true }).waitFor()
    const { direction } = await comparison()
      .locator('.compared-story')
      .evaluate((element) => getComputedStyle(element))
    expect(direction).toBe('rtl')
  })
  test('fold what has not changed, until somebody wants to read it', async () => {
    await page.keyboard.press('Control+Alt+h')
    await comparison().waitFor()
    const before = await comparison().locator('.line').count()
    await button('12 unchanged paragraphs').click()
    expect(await comparison().locator('.line').count()).toBe(before + 12)
  })
  test('are gone through change by change, round and round, by keys and by buttons', async () => {
    await page.keyboard.press('Control+Alt+h')
    await comparison().waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    expect(await looked().textContent()).toContain('Headline')
    await dialog().getByText('Change 1 of 12').waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await dialog().getByText('Change 12 of 12').waitFor()
    await button('Next change').click()
    await dialog().getByText('Change 1 of 12').waitFor()
    // The list has kept its choice.
    expect(await versions().first().getAttribute('aria-selected')).toBe('true')
  })
  test('ask before they are restored; Escape leaves the question, then the dialog', async () => {
    await page.keyboard.press('Control+Alt+h')
    await button('Restore this version').click()
    const question = page.getByRole('alertdialog', { name: 'Restore this version?' })
    await question.getByText(/11 words come back\. 24 words go\. 4 fields of the details change\./).waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await dialog().waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
  test('can be restored also after the question was left for the version before', async () => {
    await page.keyboard.press('Control+Alt+h')
    await button('Restore this version').click()
    const question = page.getByRole('alertdialog', { name: 'Restore this version?' })
    await question.waitFor()
    await dialog().getByRole('radio', { name: 'With the version before' }).check({ force: true })
    await question.waitFor({ state: 'detached' })
    await expect.poll(() => button('Restore this version').isEnabled()).toBe(true)
    await button('Restore this version').click()
    await question.waitFor()
  })
  test('are restored from the revision that the disk has, shown, and taken back', async () => {
    const id = await openId()
    const opened = (revision: number, text: string) => ({
      opened: openArticle(id, revision, text),
      before: 'w1',
    })
    const asked = askedBy('versions.restore')
    await answer('versions.restore', opened(40, 'Restored words'))
    await page.keyboard.press('Control+Alt+h')
    await button('Restore this version').click()
    await button('Restore').click()
    await expect.poll(() => story().textContent()).toBe('Restored words')
    await page.getByText(/^Restored the version of /).waitFor()
    await answer('versions.restore', opened(41, 'Present words'))
    await toast().getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => story().textContent()).toBe('Present words')
    await expect.poll(() => story().evaluate((element) => element === document.activeElement)).toBe(true)
    expect(asked).toMatchObject([
      { id, version: 'v0' },
      { id, version: 'w1', revision: 40 },
    ])
  })
  test('show both pictures where another one leads, and let go of them', async () => {
    await plantPictures(page)
    await page.evaluate(() => {
      const world = Object.assign(window, { held: 0 })
      const [make, drop] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)]
      URL.createObjectURL = (blob) => ((world.held += 1), make(blob))
      URL.revokeObjectURL = (url) => ((world.held -= 1), drop(url))
    })
    await page.keyboard.press('Control+Alt+h')
    const field = comparison().locator('.field-change')
    await field.locator('del img').waitFor()
    await field.locator('ins img').waitFor()
    expect(await field.locator('del').textContent()).toBe('Removed: Picture')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => (window as unknown as { held: number }).held)).toBe(0)
  })
  test('are kept by name, by Enter alone', async () => {
    const asked = askedBy('versions.keep')
    await page.route('**/api/versions.keep', async (route) => {
      await page.waitForTimeout(300)
      await route.fulfill({ json: { ok: true, value: null } })
    })
    await page.keyboard.press('Control+Alt+h')
    await button('Keep version…').click()
    await page.getByRole('textbox', { name: 'Name of the version' }).fill(' As sent ')
    await page.keyboard.press('Enter')
    // Pressed once too often it is kept once.
    await page.keyboard.press('Enter')
    await page.getByText('The newest version says the same already.').waitFor()
    expect(asked).toMatchObject([{ reason: 'named', label: 'As sent', body: { type: 'doc' } }])
  })
  test('one is kept before files are imported, and a desk that cannot stops nothing', async () => {
    const asked = askedBy('versions.keep')
    await page.route('**/api/versions.keep', (route) => route.abort())
    await page
      .locator('input[type=file][accept*="text/plain"]')
      .setInputFiles({ name: 'story.txt', mimeType: 'text/plain', buffer: Buffer.from('Imported\n\nWords') })
    await page.getByText('One article imported.').waitFor()
    expect(asked).toMatchObject([{ reason: 'before-import' }])
    expect(JSON.stringify(asked[0])).toContain('Present words')
  })
})

async function openId(): Promise<string> {
  const [article] = (await desk.articles()).toSorted((one, other) => other.id.localeCompare(one.id))
  return article?.id ?? ''
}
function openArticle(id: string, revision: number, text: string): OpenArticle {
  return {
    readOnly: null,
    article: {
      schemaVersion: 1,
      id,
      revision,
      language: 'en',
      status: 'draft',
      createdAt: '2026-11-26T09:00:00.000Z',
      updatedAt: '2026-11-26T09:00:00.000Z',
      fields: emptyFields(),
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  }
}

describe('after an interruption', () => {
  test('what was found is said over the sheet, and stands beside its file', async () => {
    await plantRecovery(page)
    const compared = askedBy('versions.compare')
    await page.reload()
    await button('Look at them').click()
    await comparison().waitFor()
    expect(compared).toMatchObject([{ id: recoveredIds[0], older: 'present', newer: 'recovered' }])
    await button('Look').press('Enter')
    await expect.poll(() => compared.at(-1)).toMatchObject({ id: recoveredIds[1] })
    await expect.poll(focusedIn).toContain('Grain prices fall')
  })
  test('a file may stay as it is: its text leaves the list, the last one closes it', async () => {
    await plantRecovery(page)
    const asked = askedBy('recovery.discard')
    await answer('recovery.discard', null)
    await page.reload()
    await button('Look at them').click()
    await button('Keep the file as it is').first().press('Enter')
    await expect.poll(() => dialog().getByRole('listitem').count()).toBe(1)
    await expect.poll(focusedIn).toContain('Grain prices fall')
    await button('Keep the file as it is').click()
    await dialog().waitFor({ state: 'detached' })
    expect(asked).toEqual(recoveredIds.map((id) => ({ id })))
    await page.getByText('Midad found words').waitFor({ state: 'detached' })
  })
  test('an article that was recovered says so, compares, and is saved by itself', async () => {
    const [id] = recoveredIds
    const saves = askedBy('article.save')
    await plantVersions(page)
    await answer('article.open', {
      ...openArticle(id, 3, 'Recovered words'),
      recovered: '2026-11-26T09:00:00.000Z',
    })
    await answer('article.save', { revision: 4, updatedAt: '2026-11-26T10:00:00.000Z', row: null })
    await page.goto(desk.at({ language: 'en', article: id }))
    await page.getByText(/^Recovered: the last words were written at /).waitFor()
    await expect.poll(() => saves.length).toBe(1)
    expect(JSON.stringify(saves[0])).toContain('Recovered words')
    await button('Compare').click()
    await expect.poll(() => versions().nth(4).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    await button('Dismiss').click()
    await page.getByText(/^Recovered: /).waitFor({ state: 'detached' })
  })
})
