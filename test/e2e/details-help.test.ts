import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { interfaceLanguages, type InterfaceLanguage, type MessageKey } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { formatDate } from '../../core/language/dates.ts'
import { monthNames } from '../../core/language/months.ts'
import { fieldIds, fieldOf } from '../../core/model/fields.ts'
import { axeFindings } from '../support/axe.ts'
import { deskInBrowser, judged } from '../support/desk-in-browser.ts'
import { tinyPng } from '../support/drawn-picture.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

/** A new article in a window of this language, and what a test does in its Details. */
async function form(
  language: InterfaceLanguage,
  options: { headline?: string; dark?: boolean; width?: number } = {},
) {
  const page = await open(desk, {
    ...judged,
    language: language.code,
    viewport: { width: options.width ?? 1280, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    timezoneId: 'Asia/Baghdad',
  })
  const t = createTranslate(language)
  const named = (key: MessageKey, values = {}) =>
    page.getByRole('button', { name: t(key, values), exact: true })
  await named('library.new').first().click()
  const headline = page.getByRole('textbox', { name: t('field.headline'), exact: true })
  await headline.fill(options.headline ?? 'عنوان')
  const details = page.getByRole('region', { name: t('details.name') })
  const field = (key: MessageKey) => details.getByLabel(t(key), { exact: true })
  await field('field.status').waitFor()
  const at = (id: string) => details.locator(`[data-field="${id}"]`)
  return {
    page,
    t,
    named,
    headline,
    details,
    field,
    at,
    said: details.locator('[aria-live=polite]').last(),
    help: details.locator('.help'),
    saved: () =>
      page
        .getByRole('status', { name: t('save.status') })
        .filter({ hasText: new RegExp(`^${t('save.saved')}$`) })
        .waitFor(),
  }
}
const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)
const described = (locator: Locator) =>
  locator.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent?.trim() ?? '')
      .join(' '),
  )
async function kept(page: Page, headline: string) {
  const all = await desk.articles()
  const article = all.find(({ fields }) => fields.headline === headline)
  if (!article) throw new Error(`nothing on the disk is called ${headline} (${page.url()})`)
  return article
}
const spoken = interfaceLanguages.map((language) => ({ language, code: language.code }))

describe.each(spoken)('Details in $code', ({ language, code }) => {
  const back = language.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const forth = language.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'

  test('every field has its help, for the eye while it is in use and for a screen reader', async () => {
    const { details, field, help, t } = await form(language)
    expect(await help.textContent()).toBe(t('details.help'))
    for (const id of fieldIds.filter((each) => !fieldOf(each).onPage && each !== 'leadImage')) {
      await field(`field.${id}`).focus()
      expect([id, await help.textContent()]).toEqual([id, t(`help.${id}`)])
      expect([id, await described(field(`field.${id}`))]).toEqual([
        id,
        expect.stringContaining(t(`help.${id}`)),
      ])
    }
    expect(await details.getByText(t('help.leadImage')).count()).toBe(1)
  })

  test('help stands where it always stands: nothing moves when another field is entered', async () => {
    const { at, field } = await form(language)
    const before = await at('place').boundingBox()
    await field('field.section').focus()
    await field('field.kicker').focus()
    expect(await at('place').boundingBox()).toEqual(before)
  })

  test('the headline is measured for the page, for search and for a card; a screen reader hears only a crossing', async () => {
    const { details, headline, said, t } = await form(language, { headline: 'ب'.repeat(60) })
    const lengths = details.locator('.lengths li')
    const figures = (count: number, good: number) =>
      `${t('count.plain', { count })} / ${t('count.plain', { count: good })}`
    for (const [index, good] of [90, 60, 70].entries())
      await lengths.nth(index).getByText(figures(60, good)).waitFor()
    expect(await said.textContent()).toBe('')
    await headline.press('End')
    await headline.pressSequentially('بُ')
    await lengths.nth(1).and(details.locator('.long')).waitFor()
    await expect.poll(() => said.textContent()).toContain(t('length.search'))
    const once = await said.textContent()
    await headline.pressSequentially('ب')
    await lengths.nth(2).getByText(figures(62, 70)).waitFor()
    expect(await said.textContent()).toBe(once)
  })

  test('the calendar speaks the language and is worked by keys alone', async () => {
    const { page, at, field, named, t, saved, headline } = await form(language, {
      headline: `تقويم ${code}`,
    })
    await field('field.date').fill('2026-11-26')
    const button = at('date').getByRole('button', { name: t('date.openCalendar'), exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const calendar = page.getByRole('dialog', { name: t('date.calendar') })
    await calendar
      .getByText(monthNames(language.code)[10] ?? '', { exact: false })
      .first()
      .waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    const selected = await calendar.locator('[aria-selected=true]').textContent()
    await expect.poll(focused).toBe(selected)
    await page.keyboard.press(forth)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('PageDown')
    await page.keyboard.press(back)
    await page.keyboard.press('Enter')
    await calendar.waitFor({ state: 'detached' })
    await expect.poll(() => isFocused(button)).toBe(true)
    // 26 November, a day on, a week on, a month on, a day back.
    expect(await field('field.date').inputValue()).toBe('2027-01-03')
    await page.keyboard.press('Enter')
    await calendar.waitFor()
    await page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'detached' })
    await expect.poll(() => isFocused(button)).toBe(true)
    await headline.focus()
    await saved()
    expect((await kept(page, `تقويم ${code}`)).fields.date).toBe('2027-01-03')
    const december = formatDate('2026-12-01', { language: language.code, style: 'full' })
    // By a pointer: another month, a day, and away again.
    await button.click()
    await named('date.monthBefore').click()
    await calendar.getByRole('button', { name: december, exact: true }).click()
    expect(await field('field.date').inputValue()).toBe('2026-12-01')
    await button.click()
    await calendar.waitFor()
    await button.click()
    await calendar.waitFor({ state: 'detached' })
    // Going on by the Tab key closes it behind.
    await button.click()
    await named('date.clear').focus()
    await page.keyboard.press('Tab')
    await calendar.waitFor({ state: 'detached' })
    expect(await isFocused(field('field.date'))).toBe(true)
    await button.click()
    await named('date.clear').click()
    expect(await field('field.date').inputValue()).toBe('')
  })

  test('a day is typed in words, and what is none is said without losing the day there was', async () => {
    const { page, at, field, t, saved } = await form(language, { headline: `كلمات ${code}` })
    const date = field('field.date')
    await date.fill('٢٣ تشرين الثاني ٢٠٢٦')
    await field('field.place').focus()
    expect(await date.inputValue()).toBe('2026-11-23')
    await at('date')
      .locator('.at-rest', { hasText: monthNames(language.code)[10] ?? '' })
      .waitFor()
    await date.fill('one of these days')
    await field('field.place').focus()
    await at('date')
      .getByRole('alert')
      .filter({ hasText: t('date.notRead') })
      .waitFor()
    expect(await date.getAttribute('aria-invalid')).toBe('true')
    expect(await described(date)).toContain(t('date.notRead'))
    await saved()
    expect((await kept(page, `كلمات ${code}`)).fields.date).toBe('2026-11-23')
    await date.focus()
    await page.keyboard.press('Escape')
    await field('field.place').focus()
    expect(await at('date').getByRole('alert').count()).toBe(0)
    expect(await date.inputValue()).toBe('2026-11-23')
  })

  test('words of a list are added, pasted by the dozen and taken away without a pointer', async () => {
    const { page, at, field, said, t } = await form(language)
    const keywords = field('field.keywords')
    const words = () => at('keywords').locator('.tag bdi').allTextContents()
    await keywords.focus()
    await page.keyboard.type('قمح،')
    await page.keyboard.type('ري')
    await page.keyboard.press('Enter')
    expect(await words()).toEqual(['قمح', 'ري'])
    await expect.poll(() => said.textContent()).toBe(t('details.added', { word: 'ري' }))
    await keywords.evaluate((element) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'أربيل\nدهوك؛ Reuters, قمح')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect(await words()).toEqual(['قمح', 'ري', 'أربيل', 'دهوك', 'Reuters'])
    await page.keyboard.press('Backspace')
    await expect.poll(() => said.textContent()).toBe(t('details.removed', { word: 'Reuters' }))
    await page.keyboard.press(back)
    await page.keyboard.press(back)
    await page.keyboard.press('Delete')
    expect(await words()).toEqual(['قمح', 'ري', 'دهوك'])
    expect(await isFocused(keywords)).toBe(true)
    await page.getByRole('button', { name: t('details.remove', { word: 'ري' }), exact: true }).click()
    expect(await words()).toEqual(['قمح', 'دهوك'])
  })

  test('names that the house has used are offered by a few letters, taken by Enter or left by Escape', async () => {
    const first = await form(language)
    await first.field('field.place').fill('أربيل')
    await first.field('field.byline').fill(`سارة ${code},`)
    await first.saved()
    await first.page.context().close()
    const { page, at, field, t } = await form(language)
    const place = field('field.place')
    const list = page.getByRole('listbox', { name: t('details.suggestions') })
    await place.focus()
    await page.keyboard.type('ارب')
    await list.getByRole('option', { name: 'أربيل' }).waitFor()
    expect(await place.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    expect(await place.inputValue()).toBe('ارب')
    await page.keyboard.press('ArrowDown')
    const active = await place.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).textContent()).toBe('أربيل')
    await page.keyboard.press('Enter')
    expect(await place.inputValue()).toBe('أربيل')
    await list.waitFor({ state: 'detached' })
    // By a pointer, into a list.
    await field('field.byline').fill('سار')
    await list.getByRole('option', { name: `سارة ${code}` }).click()
    expect(await at('byline').locator('.tag bdi').allTextContents()).toEqual([`سارة ${code}`])
    expect(await isFocused(field('field.byline'))).toBe(true)
    // Anything else may be written.
    await place.fill('قرية لم يسمع بها أحد')
    await field('field.source').focus()
    expect(await place.inputValue()).toBe('قرية لم يسمع بها أحد')
  })

  test('a subject is found by letters of any language, and only a subject', async () => {
    const { page, at, field, t } = await form(language)
    await field('field.subjects').fill('sport')
    await page.keyboard.press('Enter')
    expect(await at('subjects').locator('.tag').count()).toBe(1)
    await field('field.subjects').fill('طقس')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await at('subjects').locator('.tag').count()).toBe(2)
    await field('field.subjects').fill('zzz')
    await page.getByText(t('details.noSubject')).waitFor()
    await page.keyboard.press('Enter')
    await field('field.place').focus()
    expect(await at('subjects').locator('.tag').count()).toBe(2)
    expect(await field('field.subjects').inputValue()).toBe('')
  })

  test('a status marks what it asks for, leads to it, and holds nothing up', async () => {
    const { page, details, field, headline, t, saved } = await form(language, {
      headline: `ناقص ${code}`,
    })
    const needed = details.locator('.needed')
    expect(await needed.count()).toBe(0)
    expect(await field('field.byline').getAttribute('aria-required')).toBeNull()
    await field('field.status').selectOption('ready')
    await needed.getByText(t('needed.missing', { status: t('status.ready'), count: 4 })).waitFor()
    expect(await field('field.byline').getAttribute('aria-required')).toBe('true')
    await saved()
    expect((await kept(page, `ناقص ${code}`)).status).toBe('ready')
    const height = (await needed.boundingBox())?.height
    await needed.getByRole('button', { name: t('field.place'), exact: true }).click()
    expect(await isFocused(field('field.place'))).toBe(true)
    await page.keyboard.type('أربيل')
    await page.keyboard.press('Escape')
    await needed.getByText(t('needed.missing', { status: t('status.ready'), count: 3 })).waitFor()
    expect((await needed.boundingBox())?.height).toBe(height)
    await field('field.status').selectOption('published')
    await needed.getByRole('button', { name: t('field.date'), exact: true }).click()
    expect(await isFocused(field('field.date'))).toBe(true)
    await headline.fill('')
    await needed.getByRole('button', { name: t('field.headline'), exact: true }).click()
    expect(await isFocused(headline)).toBe(true)
  })

  test('the picture says what it lacks, in words, until it has it', async () => {
    const { page, details, at, field, named, t } = await form(language)
    await details.locator('.well').evaluate(
      (well, bytes) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([new Uint8Array(bytes)], 'lake.png', { type: 'image/png' }))
        well.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      },
      [...tinyPng(40, 20)],
    )
    const state = details.locator('.state')
    await expect
      .poll(() => state.locator('li').allTextContents())
      .toEqual([t('picture.altMissing'), t('picture.captionMissing'), t('picture.creditMissing')])
    await field('field.status').selectOption('ready')
    expect(await field('picture.credit').getAttribute('aria-required')).toBe('true')
    expect(await field('picture.caption').getAttribute('aria-required')).toBeNull()
    await details
      .locator('.needed')
      .getByRole('button', { name: t('picture.alt'), exact: true })
      .click()
    expect(await isFocused(field('picture.alt'))).toBe(true)
    await page.keyboard.type('بحيرة')
    await field('picture.caption').fill('بحيرة دوكان')
    expect(await state.locator('li').allTextContents()).toEqual([t('picture.creditMissing')])
    await field('picture.credit').fill('آرام حمه')
    await expect.poll(() => state.locator('li').allTextContents()).toEqual([t('picture.complete')])
    expect(await at('picture.credit').locator('.needed-mark.missing').count()).toBe(0)
    await named('picture.remove').click()
    await named('picture.well').waitFor()
  })

  test.each([{ dark: false }, { dark: true }])(
    'axe finds nothing in any state (dark: $dark)',
    async ({ dark }) => {
      const { page, details, at, field } = await form(language, { dark, headline: 'ب'.repeat(95) })
      await field('field.status').selectOption('published')
      await field('field.date').fill('2026-11-23')
      await field('field.embargoUntil').fill('some day')
      await field('field.keywords').fill('قمح، Reuters،')
      await details.locator('input[type=file]').setInputFiles({
        name: 'lake.png',
        mimeType: 'image/png',
        buffer: tinyPng(40, 20),
      })
      await details.locator('.state').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await field('field.subjects').focus()
      await page.keyboard.press('ArrowDown')
      await details.getByRole('listbox').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await at('date').getByRole('button').first().click()
      await page.getByRole('dialog').waitFor()
      expect(await axeFindings(page)).toEqual([])
    },
  )
})
