import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../core/model/article.ts'
import { hasDisplay } from '../../tools/choose-host.mjs'
import { findElectron, whyNever } from '../../tools/electron.mjs'
import { article, idOf } from '../support/temp-library.ts'

const checkout = join(import.meta.dirname, '../..')
const program = findElectron()
const why =
  whyNever() ??
  (program ? undefined : 'the program of Electron is not there') ??
  (hasDisplay() ? undefined : 'there is no display')

let home: string
let library: string
let midad: ElectronApplication

const start = (...args: string[]): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath: program ?? '',
    args: [checkout, '--library', library, '--language', 'en', ...args],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), APPDATA: home },
  })
async function articles(): Promise<Article[]> {
  const folder = join(library, 'articles')
  const ids = existsSync(folder) ? await readdir(folder) : []
  return Promise.all(
    ids.map(async (id) => JSON.parse(await readFile(join(folder, id, 'article.json'), 'utf8')) as Article),
  )
}
const headlineOf = (page: Page) => page.getByRole('textbox', { name: 'Headline', exact: true })
async function write(page: Page, headline: string): Promise<void> {
  await page.getByRole('button', { name: 'New article' }).first().click()
  await headlineOf(page).pressSequentially(headline)
}

describe.skipIf(why !== undefined)(`the window itself${why ? ` (skipped, because ${why})` : ''}`, () => {
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'midad-window-'))
    library = join(home, 'library')
    await mkdir(join(home, 'Documents'))
    midad = await start()
  })
  afterEach(async () => {
    await midad.close().catch(() => undefined)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  })

  test('is our page over app://, sandboxed, and knows no Node', async () => {
    const page = await midad.firstWindow()
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    await page.getByRole('button', { name: 'New article' }).first().waitFor()
    const world = await page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>).require,
      process: typeof (globalThis as Record<string, unknown>).process,
      desk: Object.keys((globalThis as unknown as { desk: object }).desk).toSorted(),
      isSecure: isSecureContext,
    }))
    expect(world).toEqual({
      require: 'undefined',
      process: 'undefined',
      desk: ['call', 'on'],
      isSecure: true,
    })
  })

  test('runs no script of a stranger and reaches no network', async () => {
    const page = await midad.firstWindow()
    await page.getByRole('button', { name: 'New article' }).first().waitFor()
    const reached = await page.evaluate(async () => {
      const image = new Promise((resolve) => {
        const picture = new Image()
        picture.addEventListener('load', () => resolve('loaded'))
        picture.addEventListener('error', () => resolve('refused'))
        picture.src = 'https://example.com/a.png'
      })
      const fetched = fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      )
      const opened = window.open('https://example.com/') === null
      return [await image, await fetched, opened]
    })
    expect(reached).toEqual(['refused', 'refused', true])
    expect(midad.windows()).toHaveLength(1)
  })

  test('has the last letter on the disk after it was closed at once', async () => {
    const page = await midad.firstWindow()
    await write(page, 'آخر حرف قبل الإغلاق')
    const ended = midad.waitForEvent('close')
    await midad.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await ended
    expect((await articles()).map(({ fields }) => fields.headline)).toEqual(['آخر حرف قبل الإغلاق'])
    expect(existsSync(join(library, 'lock.json'))).toBe(false)
  })

  test('is found where it stood', async () => {
    const page = await midad.firstWindow()
    await page.getByRole('button', { name: 'New article' }).first().waitFor()
    const bounds = { x: 40, y: 60, width: 900, height: 640 }
    await midad.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      bounds,
    )
    const ended = midad.waitForEvent('close')
    await midad.evaluate(({ app }) => app.quit())
    await ended
    midad = await start()
    await (await midad.firstWindow()).getByRole('button', { name: 'New article' }).first().waitFor()
    const found = await midad.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    )
    expect(found).toMatchObject({ width: 900, height: 640 })
  })

  test('opens a Midad article that it is started with', async () => {
    await midad.close()
    const file = join(home, 'story.midad')
    await writeFile(file, JSON.stringify(article(idOf(1), { headline: 'من ملف' })))
    midad = await start(file)
    const page = await midad.firstWindow()
    await expect.poll(() => headlineOf(page).inputValue(), { timeout: 20_000 }).toBe('من ملف')
  })

  test('previews the page that is exported, in its frame', async () => {
    const page = await midad.firstWindow()
    await write(page, 'الصفحة')
    await midad.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('panel.preview')?.click())
    const frame = page.frameLocator('iframe[title="Page preview"]')
    await frame.getByText('الصفحة').first().waitFor()
  })

  test('loads again after its process has died', async () => {
    const page = await midad.firstWindow()
    await write(page, 'قبل العطل')
    await expect.poll(async () => (await articles())[0]?.fields.headline).toBe('قبل العطل')
    await midad.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    await expect
      .poll(
        () =>
          midad.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
              'document.querySelector("[aria-label=Headline]")?.value ?? ""',
            ),
          ),
        { timeout: 20_000 },
      )
      .toBe('قبل العطل')
  })
})
