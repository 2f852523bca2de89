import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { isolatedPath } from '../../core/language/paths.ts'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle, run, saved, status, toast } = partsOf(() => page)
beforeEach(async () => {
  // Its answers are changed by the test, whose computer may know no *.localhost.
  desk = await runDesk({ args: ['--plain-host'] })
  page = await open(desk)
  await newArticle()
  await headline().fill('In the copy')
  await saved()
})
const answer = (value: unknown) => ({ json: { ok: true, value } })

describe('a copy of the library', () => {
  test('is saved where it was typed, opened in another folder, and has the last word that was written', async () => {
    const place = join(desk.library, '..', 'copy of the library.zip')
    await headline().fill('In the copy, to the last word')
    await run('Save a copy')
    await page.getByRole('textbox', { name: 'File of the copy' }).fill(place)
    await page.keyboard.press('Enter')
    await toast()
      .filter({ hasText: `A copy with 1 article` })
      .filter({ hasText: isolatedPath(place) })
      .waitFor()
    expect((await readFile(place)).subarray(0, 2).toString()).toBe('PK')
    await headline().fill('Changed after the copy')
    await saved()
    const folder = join(desk.library, '..', 'opened')
    await run('Open a copy')
    await page.getByRole('textbox', { name: 'File of the copy' }).fill(place)
    await page.getByRole('textbox', { name: 'Folder to open it in' }).fill(folder)
    await page.keyboard.press('Enter')
    await page
      .getByRole('list', { name: 'Articles' })
      .getByRole('button', { name: /In the copy, to the last word/ })
      .waitFor()
    expect(existsSync(join(folder, 'articles'))).toBe(true)
  })

  test('is being saved for as long as it takes, and one at a time', async () => {
    let finish: () => void = () => undefined
    const asked: unknown[] = []
    await page.route('**/api/host.saveCopy', async (route) => {
      asked.push(route.request().postDataJSON())
      await new Promise<void>((done) => {
        finish = done
      })
      await route.fulfill(answer({ place: '/media/stick/midad.zip', articles: 12, bytes: 3_400_000 }))
    })
    await run('Save a copy')
    const dialog = page.getByRole('dialog', { name: 'Save a copy of the library' })
    const go = dialog.getByRole('button', { name: 'Save the copy' })
    expect(await go.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill(' /media/stick/midad.zip ')
    await go.click()
    await dialog.getByRole('status').filter({ hasText: 'Saving a copy of the library…' }).waitFor()
    // It keeps the focus and does nothing more.
    await page.keyboard.press('Enter')
    // The dialog may go; the work goes on and says so.
    await page.keyboard.press('Escape')
    await toast().filter({ hasText: 'Saving a copy of the library…' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Open a copy')
    await page.getByText('No command and no article is called that.').waitFor()
    await page.keyboard.press('Escape')
    finish()
    await toast()
      .filter({
        hasText: `A copy with 12 articles (3.4 MB) lies here: ${isolatedPath('/media/stick/midad.zip')}`,
      })
      .waitFor()
    expect(asked).toEqual([{ place: '/media/stick/midad.zip' }])
  })

  test('that cannot be saved is told of where it was asked for, and the path stays', async () => {
    await page.route('**/api/host.saveCopy', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'disk-full', message: 'full' } } }),
    )
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Save a copy of the library…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save a copy of the library' })
    await dialog.getByRole('textbox').fill('/media/stick/midad.zip')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').filter({ hasText: 'The disk is full.' }).waitFor()
    expect(await dialog.getByRole('textbox').inputValue()).toBe('/media/stick/midad.zip')
  })

  test('is saved also while the open article cannot be, and says that its last words are missing', async () => {
    await page.route('**/api/article.save', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'disk-full', message: 'full' } } }),
    )
    await page.route('**/api/host.saveCopy', (route) =>
      route.fulfill(answer({ place: '/media/stick/midad.zip', articles: 1, bytes: 10 })),
    )
    await headline().fill('Not on the disk')
    await status()
      .filter({ hasText: /^Not saved/ })
      .waitFor()
    await run('Save a copy')
    await page.getByRole('textbox', { name: 'File of the copy' }).fill('/media/stick/midad.zip')
    await page.keyboard.press('Enter')
    await toast().filter({ hasText: 'the copy lacks its last words' }).waitFor()
  })

  test('is not opened while the open article is not on the disk', async () => {
    await page.route('**/api/article.save', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'disk-full', message: 'full' } } }),
    )
    let asked = 0
    await page.route('**/api/host.openCopy', (route) => {
      asked += 1
      return route.fulfill(answer({ library: null }))
    })
    await headline().fill('Not on the disk')
    await run('Open a copy')
    await page.getByRole('textbox', { name: 'File of the copy' }).fill('/media/stick/midad.zip')
    await page.getByRole('textbox', { name: 'Folder to open it in' }).fill('/home/desk/library')
    await page.keyboard.press('Enter')
    await toast().filter({ hasText: 'This article stays open, because it is not saved yet' }).waitFor()
    expect(asked).toBe(0)
  })
})

test('where the program keeps to its library, no copies are offered', async () => {
  await page.route('**/api/desk.state', async (route) => {
    const state = (await (await route.fetch()).json()) as { value: { host: { choosesLibrary: string } } }
    state.value.host.choosesLibrary = 'fixed'
    await route.fulfill({ json: state })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('This window keeps to this folder.').waitFor()
  expect(await page.getByRole('button', { name: 'Open a copy…' }).count()).toBe(0)
})
