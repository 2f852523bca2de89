import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate, type Translate } from '../../core/i18n/translate.ts'
import type { NameEntry } from '../../core/model/names.ts'
import { axeFindings } from '../support/axe.ts'
import { callHost } from '../support/call-host.ts'
import { deskInBrowser, judged } from '../support/desk-in-browser.ts'
import { barzani, erbil, name } from '../support/names.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { byPalette } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
const call = (desk: RunningDesk, method: string, input: unknown) => callHost(new URL(desk.url), method, input)
const kept = async ({ library }: RunningDesk) =>
  (JSON.parse(await readFile(join(library, 'spelling', 'names.json'), 'utf8')) as { entries: NameEntry[] })
    .entries
const dialog = (page: Page, t: Translate) => page.getByRole('dialog', { name: t('names.name') })
const cell = (page: Page, t: Translate, row: number, language: string) =>
  dialog(page, t).getByRole('row').nth(row).getByLabel(t('names.spelling', { language }), { exact: true })

describe.each(['en', 'ar'] as const)('the names of the house, in %s', (language) => {
  const t = createTranslate(interfaceLanguage(language))

  test('a name is added, edited in place, taken off and brought back, by keys; axe finds nothing', async () => {
    const desk = await runDesk()
    const page = await open(desk, { language, ...judged })
    await byPalette('names.open')(page, t)
    await expect.poll(() => page.getByRole('button', { name: t('names.add') }).isEnabled()).toBe(true)
    await page.getByRole('button', { name: t('names.add') }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('preferred')
    await page.keyboard.type(language === 'ar' ? 'أربيل' : 'Erbil')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('Hawler، هولير')
    await page.keyboard.press('Enter')
    const spellings = { preferred: language === 'ar' ? 'أربيل' : 'Erbil', others: ['Hawler', 'هولير'] }
    await expect.poll(() => kept(desk)).toMatchObject([{ kind: 'place', spellings: { ar: spellings } }])
    expect(await axeFindings(page)).toEqual([])
    // Escape gives back what stood there, and leaves the dialog.
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await dialog(page, t)
      .getByRole('button', { name: /Erbil|أربيل/ })
      .press('Enter')
    await expect.poll(() => kept(desk)).toEqual([])
    await page.getByRole('button', { name: t('names.undo') }).press('Enter')
    await expect.poll(() => kept(desk)).toMatchObject([{ spellings: { ar: spellings } }])
    await page.keyboard.press('Escape')
    await dialog(page, t).waitFor({ state: 'detached' })
  })

  test('thousands of names draw what is in sight; what articles hold is taken in by a press', async () => {
    const desk = await runDesk()
    const made = await call(desk, 'article.create', { language: 'ar' })
    const { article } = (made as { value: { article: Record<string, unknown> & { fields: object } } }).value
    await call(desk, 'article.save', {
      ...article,
      revision: 0,
      fields: { ...article.fields, place: 'دهوك' },
    })
    const put = Array.from({ length: 3000 }, (_, n) => name(`n${n}`, 'person', { en: [`Person ${n}`] }))
    await call(desk, 'names.change', { put })
    const page = await open(desk, { language })
    await byPalette('names.open')(page, t)
    await dialog(page, t)
      .getByText(t('names.count', { count: 3000 }))
      .waitFor()
    expect(await dialog(page, t).getByRole('row').count()).toBeLessThan(40)
    await dialog(page, t)
      .getByRole('searchbox', { name: t('names.find') })
      .fill('person 2999')
    await expect.poll(() => cell(page, t, 1, 'English').inputValue()).toBe('Person 2999')
    expect(await dialog(page, t).getByRole('row').count()).toBe(2)
    await dialog(page, t)
      .getByRole('searchbox', { name: t('names.find') })
      .fill('')
    await dialog(page, t)
      .getByRole('button', { name: t('names.metCount', { count: 1 }) })
      .click()
    await page
      .getByRole('button', { name: t('names.takeWord', { word: 'دهوك', kind: t('names.kind.place') }) })
      .click()
    await expect
      .poll(async () => (await kept(desk)).at(-1)?.spellings)
      .toEqual({ ar: { preferred: 'دهوك', others: [] } })
    await dialog(page, t).getByText(t('names.metNothing')).waitFor()
  })

  test('a field completes and hints, and the search box completes and finds every spelling', async () => {
    const desk = await runDesk()
    await call(desk, 'names.change', { put: [erbil, barzani] })
    await call(desk, 'article.create', { language: 'ar', headline: 'مسعود بارزاني في أربيل' })
    await call(desk, 'article.create', { language: 'en', headline: 'Elsewhere' })
    const page = await open(desk, { language })
    await page
      .getByRole('list')
      .getByRole('button', { name: /بارزاني/ })
      .first()
      .click()
    const place = page.getByRole('combobox', { name: t('field.place') })
    await place.fill('اربيل')
    await page
      .getByRole('button', { name: /أربيل/ })
      .filter({ hasText: wordsBefore(t) })
      .click()
    await expect.poll(() => place.inputValue()).toBe('أربيل')
    await place.fill('')
    await place.pressSequentially('Haw')
    await page.getByRole('option', { name: 'أربيل' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => place.inputValue()).toBe('أربيل')

    const search = page.getByRole('searchbox', { name: t('library.search') })
    await search.pressSequentially('masoud b')
    await page.getByRole('option', { name: /Masoud Barzani/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option', { name: /Masoud Barzani/ }).waitFor({ state: 'detached' })
    expect(await search.inputValue()).toBe('masoud b')
    await search.pressSequentially('a')
    await page.getByRole('option', { name: /Masoud Barzani/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await search.inputValue()).toBe('Masoud Barzani ')
    const found = page.getByRole('list', { name: t('library.articles') }).getByRole('button')
    await expect
      .poll(() => found.allTextContents().then((all) => all.join()))
      .toMatch(/^مسعود بارزاني في أربيل[^,]*$/)
    await page.keyboard.press('Escape')
    expect(await search.inputValue()).toBe('')
  })
})

/** What the hint says before the word. */
const wordsBefore = (t: Translate): string => t('names.houseWrites', { word: '' }).trim()
