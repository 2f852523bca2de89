import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import { tinyPng } from '../support/drawn-picture.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, newPage } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle, saved, status, story } = partsOf(() => page)
const faults: string[] = []
beforeEach(async () => {
  desk = await runDesk()
  page = await newPage({ viewport: { width: 1440, height: 900 } })
  faults.length = 0
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A killed host is meant to be missed; anything else in the console is a fault of ours.
    if (message.type() === 'error' && !/ERR_(?:CONNECTION|INCOMPLETE)/.test(message.text()))
      faults.push(message.text())
  })
})
afterEach(() => expect(faults).toEqual([]))

/** Fills the same line in two windows; neither is saved before both are changed, so neither can hear of the other. */
async function fillBoth(one: [Locator, string], other: [Locator, string]): Promise<void> {
  let letThrough: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.context().route('**/api/article.save*', async (route) => {
    await held
    await route.continue()
  })
  for (const [line, words] of [one, other]) await line.fill(words)
  letThrough()
}

describe('the main job', () => {
  test('a story is written, lost to a power cut, found again and exported as one page', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await headline().fill('أمطار الخريف ترفع منسوب بحيرة دوكان')
    await headline().press('Enter')
    await page.keyboard.press('ArrowDown')
    await story().click()
    await page.keyboard.type('أعلنت إدارة السد اليوم الاثنين ارتفاع المنسوب 15%.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('للاستفسار +964 750 000 1234')
    await page.getByLabel('Source', { exact: true }).fill('ضفاف برس')
    await page.getByLabel('Place', { exact: true }).fill('السليمانية')
    await page.getByLabel('Date', { exact: true }).fill('2026-11-23')
    await page.getByLabel('Byline', { exact: true }).fill('سارة الجاف')
    await page.getByLabel('Byline', { exact: true }).press('Enter')
    await saved()
    await desk.kill()

    const [kept] = await desk.articles()
    expect(kept?.fields.headline).toBe('أمطار الخريف ترفع منسوب بحيرة دوكان')
    expect(JSON.stringify(kept?.body)).toContain('+964 750 000 1234')

    await desk.start()
    await page.goto(desk.at({ language: 'en' }))
    const list = page.getByRole('list', { name: 'Articles' })
    await list.getByRole('button', { name: /أمطار الخريف/ }).click()
    await expect.poll(() => story().innerText()).toContain('ارتفاع المنسوب 15%')
    expect(await page.getByLabel('Source', { exact: true }).inputValue()).toBe('ضفاف برس')
    expect(await page.getByLabel('Date', { exact: true }).inputValue()).toBe('2026-11-23')

    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Export article' })
    expect(await dialog.getByRole('radio', { name: 'HTML page' }).isChecked()).toBe(true)
    const coming = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save file' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.html$/)
    const html = await readFile((await download.path()) ?? '', 'utf8')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('<bdi dir="ltr">+964 750 000 1234</bdi>')
    expect(html).toContain('ضفاف برس')
  })

  test('the badge says Saved only when the disk has every letter', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await story().click()
    for (const word of ['one ', 'two ', 'three ', 'four ']) {
      await page.keyboard.type(word, { delay: 20 })
      await saved()
      const [kept] = await desk.articles()
      expect(JSON.stringify(kept?.body)).toContain(word.trim())
    }
  })

  test.each([
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page is left', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
    [
      'the tab is hidden',
      () => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
        document.dispatchEvent(new Event('visibilitychange'))
      },
    ],
  ])('what is typed is saved at once when %s', async (_when, happen) => {
    // A clock that stands still: no timer of the autosave can be the one that saves.
    await page.clock.install()
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await story().click()
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.keyboard.type('last words')
    await page.evaluate(happen)
    await expect.poll(async () => JSON.stringify(await desk.articles())).toContain('last words')
  })

  test('while the host is gone the badge says so, the text stays, and it is saved when the host is back', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await story().click()
    await page.keyboard.type('before ')
    await saved()
    await desk.kill()
    await page.keyboard.type('while it was gone')
    await status()
      .filter({ hasText: /^Not saved: / })
      .waitFor()
    await desk.start()
    await saved()
    const [kept] = await desk.articles()
    expect(JSON.stringify(kept?.body)).toContain('before while it was gone')
  })

  test('undo survives autosave', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await story().click()
    await page.keyboard.type('kept')
    await saved()
    await page.waitForTimeout(700)
    await page.keyboard.type(' mistaken')
    await saved()
    await page.keyboard.press('Control+z')
    await expect.poll(() => story().innerText()).toBe('kept')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await story().innerText()).trim()).toBe('')
  })

  test('two windows on one article: the later save is refused and both texts are kept', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await headline().fill('One article')
    await saved()
    const [article] = await desk.articles()
    const other = await page.context().newPage()
    const second = partsOf(() => other)
    await other.goto(desk.at({ language: 'en', article: article?.id ?? '' }))
    await second.headline().waitFor()
    await fillBoth([headline(), 'Changed in the first'], [second.headline(), 'Changed in the second'])
    const conflicts = async () =>
      (await page.getByRole('alert').count()) + (await other.getByRole('alert').count())
    await expect.poll(conflicts, { timeout: 10_000 }).toBe(1)
    const loser = (await page.getByRole('alert').count()) > 0 ? page : other
    await loser.getByRole('button', { name: 'Keep mine as a new article' }).click()
    await expect
      .poll(async () => (await desk.articles()).map(({ fields }) => fields.headline).toSorted())
      .toEqual(['Changed in the first', 'Changed in the second'])
  })

  test('letters typed while another article is being opened are saved before their editor goes', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await headline().fill('The other one')
    await saved()
    await newArticle()
    await headline().fill('Being written')
    await saved()
    await story().click()
    // The desk answers slowly, and the writer goes on.
    await page.route('**/api/article.open', async (route) => {
      await new Promise((resume) => setTimeout(resume, 1000))
      await route.continue()
    })
    await page
      .getByRole('list', { name: 'Articles' })
      .getByRole('button', { name: /The other one/ })
      .evaluate((row) => {
        if (row instanceof HTMLElement) row.click()
      })
    await page.waitForTimeout(850)
    await page.keyboard.type('typed at the last moment')
    await expect.poll(() => headline().inputValue()).toBe('The other one')
    const written = (await desk.articles()).find(({ fields }) => fields.headline === 'Being written')
    expect(JSON.stringify(written?.body)).toContain('typed at the last moment')
  })

  test('in a conflict the other text can be shown, and mine lies beside it to its last letter', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await headline().fill('Shared')
    await saved()
    const [article] = await desk.articles()
    const other = await page.context().newPage()
    const second = partsOf(() => other)
    await other.goto(desk.at({ language: 'en', article: article?.id ?? '' }))
    await second.headline().waitFor()
    await fillBoth([headline(), 'First'], [second.headline(), 'Second'])
    const alerts = async () =>
      (await page.getByRole('alert').count()) + (await other.getByRole('alert').count())
    await expect.poll(alerts).toBe(1)
    const loser = (await page.getByRole('alert').count()) > 0 ? page : other
    const ofLoser = partsOf(() => loser)
    await ofLoser.story().click()
    await loser.keyboard.type('written after the refusal')
    await loser.getByRole('button', { name: 'Show the other one' }).click()
    await expect.poll(() => ofLoser.story().innerText()).not.toContain('written after the refusal')
    const conflicts = join(desk.library, 'articles', article?.id ?? '', 'conflicts')
    const kept = await Promise.all(
      (await readdir(conflicts)).map((name) => readFile(join(conflicts, name), 'utf8')),
    )
    expect(kept.some((text) => text.includes('written after the refusal'))).toBe(true)
  })

  test('a picture is stored beside the article under the hash of its bytes, never inside the story', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await story().click()
    await page.keyboard.type('Before the picture')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Picture', exact: true }).click()
    await (await choosing).setFiles({ name: 'lake.png', mimeType: 'image/png', buffer: tinyPng() })
    await story().locator('img').waitFor()
    await saved()
    const [kept] = await desk.articles()
    const text = JSON.stringify(kept)
    expect(text).not.toContain('base64')
    const media = /[0-9a-f]{64}\.png/.exec(text)?.[0] ?? 'no picture'
    expect(await readFile(join(desk.library, 'articles', kept?.id ?? '', 'media', media))).toEqual(tinyPng())
  })

  test('an article goes to the trash and comes back with one press', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await headline().fill('Trashed by mistake')
    await saved()
    await page.getByRole('button', { name: 'Move to trash' }).click()
    await expect.poll(() => desk.articles()).toEqual([])
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect.poll(async () => (await desk.articles()).length).toBe(1)
    await expect.poll(() => headline().inputValue()).toBe('Trashed by mistake')
  })

  test('a search reads as a reader does and marks the words in their own spelling', async () => {
    await page.goto(desk.at({ language: 'en' }))
    await newArticle()
    await headline().fill('أخبار كُردستان اليوم')
    await saved()
    await page.getByRole('searchbox', { name: 'Search articles' }).fill('اخبار کردستان')
    const list = page.getByRole('list', { name: 'Articles' })
    await list.getByRole('button', { name: /أخبار كُردستان/ }).waitFor()
    await page.getByRole('searchbox', { name: 'Search articles' }).fill('ليس هنا')
    await page.getByText('Nothing found').waitFor()
    const box = page.getByRole('searchbox', { name: 'Search articles' })
    await box.fill('اخبار كردستن')
    await page.getByRole('button', { name: /Did you mean/ }).click()
    await list.getByRole('button', { name: /أخبار كُردستان/ }).waitFor()
    expect(await box.inputValue()).toBe('اخبار كُردستان')
    await box.fill('"كردستان اليوم" -"اليوم كردستان" lang:ar')
    await list.getByRole('button', { name: /أخبار كُردستان/ }).waitFor()
    await box.fill('كردستان -اليوم')
    await page.getByText('Nothing found').waitFor()
  })

  test('files chosen for import become articles', async () => {
    await page.goto(desk.at({ language: 'en' }))
    const text = 'عنوان الخبر\n\nالفقرة الأولى من الخبر.\n\nالفقرة الثانية من الخبر.\n'
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import files' }).click()
    await (await choosing).setFiles({ name: 'news.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await expect.poll(() => headline().inputValue()).toBe('عنوان الخبر')
    expect(await story().locator('p').count()).toBe(2)
  })
})
