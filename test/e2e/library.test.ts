import { mkdtempSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { collationKey, isBlankKey } from '../../core/language/collate.ts'
import type { Article } from '../../core/model/article.ts'
import { deskInBrowser, goToDesk } from '../support/desk-in-browser.ts'
import { longTasksOf } from '../support/long-tasks.ts'
import { largeArticle, largeId, layLargeLibrary } from '../support/large-library.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const count = 20_000
const newestMs = Date.now()
const { runDesk, newPage } = deskInBrowser()
const library = join(mkdtempSync(join(tmpdir(), 'midad-large-')), 'library')
const articles = Array.from({ length: count }, (_, at) => largeArticle(1_000_000 - at, { newestMs }))
let desk: RunningDesk
beforeAll(async () => {
  layLargeLibrary(library, { count, newestMs, picturesEvery: 50 })
  desk = await runDesk({ library })
})

/** The headlines of the rows in sight, from the top. */
const seen = (page: Page): Promise<string[]> =>
  page.locator('.library .list').evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect()
    return [...list.querySelectorAll('.row')]
      .filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > top + 40 && box.top < bottom - 20
      })
      .map((row) => row.querySelector('.h')?.textContent ?? '')
  })
const headline = (at: number): string => articles[at]?.fields.headline ?? ''
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('.h')?.textContent ?? '')
const stored = async (id: string): Promise<Article> =>
  JSON.parse(await readFile(join(library, 'articles', id, 'article.json'), 'utf8')) as Article

test('a library of 20,000 is scrolled, ordered, narrowed, searched and changed without a long task', async () => {
  const page = await newPage()
  await goToDesk(page, desk, 'ar')
  await expect.poll(() => seen(page)).toContain(headline(0))
  // Everything that is read once the desk is drawn.
  await page.waitForTimeout(1000)
  expect(await longTasksOf(page, 100, () => work(page))).toEqual([])
})

async function work(page: Page): Promise<void> {
  const t = createTranslate(interfaceLanguage('ar'))
  const list = page.getByRole('list', { name: t('library.articles') })

  // To its end by wheel and by key, and back: nothing blank, nothing twice, few rows drawn at any time.
  for (let step = 0; step < 20; step += 1) {
    await list.hover()
    await page.mouse.wheel(0, 4000)
    await page.waitForTimeout(16)
  }
  await expect.poll(async () => (await seen(page)).every((line) => line !== '…')).toBe(true)
  expect(await list.getByRole('listitem').count()).toBeLessThan(40)
  await page.locator('.library .row').first().focus()
  await page.keyboard.press('End')
  await expect.poll(() => focused(page)).toBe(headline(count - 1))
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused(page)).toBe(headline(count - 2))
  const item = list.locator('li:has(:focus)')
  expect(await item.getAttribute('aria-posinset')).toBe(String(count - 1))
  expect(await item.getAttribute('aria-setsize')).toBe(String(count))
  await page.keyboard.press('Home')
  await expect.poll(() => focused(page)).toBe(headline(0))

  // By headline, as a reader of Arabic looks for it, from the top to the middle.
  const key = (text: string): string => collationKey(text, 'ar')
  const ordered = articles
    .map(({ fields }) => fields.headline)
    .filter((text) => !isBlankKey(key(text)))
    .map((text) => ({ text, key: key(text) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ text }) => text)
  await page.getByRole('button', { name: t('list.order') }).click()
  await page.getByRole('button', { name: t('order.headline') }).click()
  await expect.poll(async () => (await seen(page)).slice(0, 5)).toEqual(ordered.slice(0, 5))
  const middle = await page.locator('.library .list').evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2
    return Math.ceil(element.scrollTop / (element.querySelector('li')?.getBoundingClientRect().height ?? 1))
  })
  await expect.poll(async () => (await seen(page))[2]).toBe(ordered[middle + 2])

  // Narrowed by language and place, each with its count.
  await page.getByRole('button', { name: t('filter.name') }).click()
  const inSorani = articles.filter(({ language }) => language === 'ckb')
  await page.getByRole('button', { name: /کوردیی سۆرانی/ }).click()
  const inErbil = inSorani.filter(({ fields }) => fields.place === 'هەولێر')
  await page.getByRole('button', { name: `هەولێر ${inErbil.length.toLocaleString('en')}` }).click()
  await page.keyboard.press('Escape')
  const total = page.locator('.library .end > span')
  await expect.poll(() => total.textContent()).toBe(t('library.total', { count: inErbil.length }))

  // Searched while typing, within what is shown.
  const search = page.getByRole('searchbox', { name: t('library.search') })
  await search.pressSequentially('كتيب سامي', { delay: 30 })
  const found = inErbil.filter(({ fields }) => /کتێب.*سامی/.test(fields.headline))
  await expect
    .poll(() => total.textContent(), { timeout: 60_000 })
    .toBe(t('library.found', { count: found.length }))
  await expect.poll(() => page.locator('.library .row mark').first().textContent()).toBe('کتێب')
  // The first may put away what is offered for the last word.
  await search.press('Escape')
  await search.press('Escape')

  // Forty of them are made ready, and that is taken back.
  await page.getByRole('button', { name: t('library.drafts') }).click()
  const drafts = inErbil.filter(({ status }) => status === 'draft').length
  await expect.poll(() => total.textContent()).toBe(t('library.total', { count: drafts }))
  const row = (at: number) => list.locator(`[data-index="${at}"]`)
  await row(0).click({ modifiers: ['Control'] })
  for (let at = 1; at < 40; at += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => page.locator('.bulk p').textContent()).toBe(t('bulk.chosen', { count: 40 }))
  const [first = ''] = await page
    .locator('[data-picked] .row')
    .evaluateAll((rows) => rows.map((each) => (each as HTMLElement).dataset.id ?? ''))
  await page.getByRole('button', { name: t('bulk.status') }).click()
  await page
    .locator('.list-menu')
    .getByRole('button', { name: t('status.ready') })
    .click()
  await page
    .locator('.toast')
    .filter({ hasText: t('toast.marked', { count: 40 }) })
    .waitFor()
  expect((await stored(first)).status).toBe('ready')
  await expect.poll(() => total.count()).toBe(0)
  await page.getByRole('button', { name: t('toast.undo') }).click()
  await expect.poll(async () => (await stored(first)).status).toBe('draft')
  await page.getByRole('button', { name: t('bulk.end') }).click()
  await expect.poll(() => total.textContent()).toBe(t('library.total', { count: drafts }))
}

test('what the list shows survives a restart, and without its cache files nothing is lost', async () => {
  const t = createTranslate(interfaceLanguage('en'))
  await desk.kill()
  await desk.start()
  const page = await newPage()
  await goToDesk(page, desk)
  await expect.poll(() => page.locator('.chip[aria-pressed=true]').textContent()).toContain('Drafts')
  expect(await page.locator('.narrowings bdi').allTextContents()).toEqual(['کوردیی سۆرانی', 'هەولێر'])
  await expect.poll(() => page.locator('.list-order').textContent()).toBe(t('order.headline'))

  // A view with a name brings all of it back.
  await page.getByRole('button', { name: t('view.name') }).click()
  await page.getByLabel(t('view.label')).fill('Erbil drafts')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: t('view.all') }).click()
  const total = page.locator('.library .end > span')
  await expect.poll(() => total.textContent()).toBe(t('library.total', { count }))
  // Who asks for their own drafts is asked for their names first.
  await page.getByRole('button', { name: t('view.name') }).click()
  await page.getByRole('button', { name: t('view.mine') }).click()
  await page.getByLabel(t('view.ownNames')).fill('Sara Jaff، سارة الجاف')
  await page.keyboard.press('Enter')
  const mine = articles.filter(
    ({ status, fields }) =>
      status === 'draft' && fields.byline.some((name) => ['Sara Jaff', 'سارة الجاف'].includes(name)),
  )
  await expect.poll(() => total.textContent()).toBe(t('library.total', { count: mine.length }))
  await page.getByRole('button', { name: t('view.name') }).click()
  await page.getByRole('button', { name: 'Erbil drafts', exact: true }).click()
  await expect.poll(() => page.locator('.narrowings .chip').count()).toBe(2)

  // Over all of the window: columns that the list can be ordered by, then cards.
  await page.getByRole('button', { name: t('list.widen') }).click()
  await page.getByRole('button', { name: t('field.place'), exact: true }).click()
  await expect.poll(() => page.locator('.list-order').textContent()).toBe(t('order.place'))
  await page.getByRole('button', { name: t('list.order') }).click()
  await page.getByRole('button', { name: t('look.cards') }).click()
  const box = async (at: number) => page.locator(`[data-index="${at}"]`).boundingBox()
  await expect.poll(async () => (await box(1))?.y).toBe((await box(0))?.y)
  await page.locator('[data-index="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('1')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: t('article.story'), exact: true }).waitFor()

  await desk.kill()
  await rm(join(library, 'desk'), { recursive: true, force: true })
  await desk.start()
  await goToDesk(page, desk)
  await expect.poll(() => total.textContent()).toBe(t('library.total', { count }))
  await page.getByRole('searchbox', { name: t('library.search') }).fill(headline(7).split(' ').at(-1) ?? '')
  await expect.poll(() => page.locator('.library .row').count(), { timeout: 60_000 }).toBe(1)
  expect(await page.locator('.library .row').getAttribute('data-id')).toBe(largeId(1_000_000 - 7))
})

test('a task that is long is seen to be', async () => {
  const page = await newPage()
  const busy = () =>
    page.evaluate(() => {
      const end = performance.now() + 400
      while (performance.now() < end);
    })
  expect((await longTasksOf(page, 100, busy)).length).toBeGreaterThan(0)
})
