import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { callHost } from '../support/call-host.ts'
import { copyOnto } from '../support/clipboard.ts'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { button, dialog, wordsOf, type Translate } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeEach(async () => {
  desk = await runDesk()
})

const details = (page: Page, t: Translate) => page.getByRole('region', { name: t('details.name') })
const field = (page: Page, t: Translate, key: Parameters<Translate>[0]) =>
  details(page, t).getByLabel(t(key), { exact: true })
const headline = (page: Page, t: Translate) =>
  page.getByRole('textbox', { name: t('field.headline'), exact: true })
const story = (page: Page, t: Translate) =>
  page.getByRole('textbox', { name: t('article.story'), exact: true })
const saved = (page: Page, t: Translate) =>
  page
    .getByRole('status', { name: t('save.status'), exact: true })
    .filter({ hasText: new RegExp(`^${t('save.saved')}$`) })
    .waitFor()
const command = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k')
  await dialog(page).getByRole('combobox').fill(words)
  await dialog(page).getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

describe.each([
  { language: 'ar', urgent: 'عاجل', interview: 'مقابلة', kicker: 'عاجل', copy: 'نسخة: ' },
  { language: 'en', urgent: 'Urgent', interview: 'Interview', kicker: 'عاجل', copy: 'نسخة: ' },
])('in $language', ({ language, urgent, interview, kicker, copy }) => {
  const t = wordsOf(language)

  test('a story begins as its type says, takes another one on, and is copied', async () => {
    const page = await open(desk, { language, viewport: { width: 1440, height: 900 } })
    await button(page, t('library.new')).click()
    await headline(page, t).fill('سد دوكان')
    await saved(page, t)
    // The menu of types, by keys alone.
    await button(page, t('new.types')).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitem').nth(1).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('menuitem').nth(1).textContent()).toContain(urgent)
    await page.keyboard.press('Enter')
    await expect.poll(() => field(page, t, 'field.kicker').inputValue()).toBe(kicker)
    expect(await field(page, t, 'field.urgency').inputValue()).toBe('1')
    expect(await field(page, t, 'field.seoTitle').isVisible()).toBe(false)
    // Another type touches nothing that was written, and is taken back.
    await field(page, t, 'field.storyType').selectOption('interview')
    await page.locator('.questions').waitFor()
    expect(await field(page, t, 'field.urgency').inputValue()).toBe('1')
    await page
      .locator('.toast')
      .getByRole('button', { name: t('toast.undo') })
      .click()
    await expect.poll(() => field(page, t, 'field.storyType').inputValue()).toBe('urgent')
    // The palette knows the types too.
    await command(page, interview)
    await expect.poll(() => field(page, t, 'field.storyType').inputValue()).toBe('interview')
    await headline(page, t).fill('حديث مع مدير السد')
    await saved(page, t)
    await command(page, t('command.duplicateArticle'))
    await expect.poll(() => headline(page, t).inputValue()).toBe(`${copy}حديث مع مدير السد`)
    expect((await desk.articles()).map(({ fields }) => fields.storyType)).toEqual([
      '',
      'urgent',
      'interview',
      'interview',
    ])
  })
})

test('a translation stands beside its source, and says when that has changed', async () => {
  const t = wordsOf('ar')
  const page = await open(desk, { language: 'ar', viewport: { width: 1440, height: 900 } })
  await button(page, t('library.new')).click()
  await headline(page, t).fill('سد دوكان يمتلئ')
  await story(page, t).fill('امتلأ السد بعد أمطار غزيرة.')
  await saved(page, t)
  await command(page, t('translate.command'))
  await dialog(page).getByRole('button', { name: 'English' }).click()
  const source = page.getByRole('region', { name: t('source.name'), exact: true })
  await source.getByText('امتلأ السد بعد أمطار غزيرة.').waitFor()
  expect(await source.locator('.compared-story').getAttribute('dir')).toBe('rtl')
  expect(await page.getByRole('article').first().getAttribute('dir')).toBe('ltr')
  await headline(page, t).fill('Dukan dam is full')
  await saved(page, t)

  // Somebody else writes in the source meanwhile.
  const [original] = await desk.articles()
  if (!original) throw new Error('no source')
  const { id, status, fields, revision } = original
  const words = 'امتلأ السد كله بعد أمطار غزيرة.'
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
  await callHost(new URL(desk.url), 'article.save', { id, language: 'ar', status, fields, body, revision })
  await page.getByText(t('source.changed')).waitFor()
  await source.locator('ins', { hasText: 'كله' }).waitFor()
  await button(page, t('source.note')).click()
  await page.getByText(t('source.changed')).waitFor({ state: 'detached' })
  await source.locator('ins').waitFor({ state: 'detached' })
  // The sheet goes on saving over what was noted.
  await headline(page, t).fill('Dukan dam is full again')
  await saved(page, t)
  const sister = (await desk.articles()).find((each) => each.language === 'en')
  expect(sister?.fields.headline).toBe('Dukan dam is full again')

  await callHost(new URL(desk.url), 'article.trash', { id })
  await page.getByText(t('source.trashed')).first().waitFor()
})

test('what the clipboard holds becomes a story with its headline; a clipboard that is closed is said', async () => {
  const t = wordsOf('en')
  const page = await open(desk, { language: 'en' })
  await button(page, t('library.new')).click()
  await story(page, t).click()
  await copyOnto(page, { 'text/html': '<h1>سد دوكان</h1><p>امتلأ <b>السد</b>.</p>', 'text/plain': 'سد دوكان' })
  await command(page, t('command.fromClipboard'))
  await page.locator('.toast', { hasText: t('toast.clipboard-closed') }).waitFor()
  await page.context().grantPermissions(['clipboard-read'])
  await command(page, t('command.fromClipboard'))
  await expect.poll(() => headline(page, t).inputValue()).toBe('سد دوكان')
  expect(await story(page, t).innerHTML()).toContain('<strong>السد</strong>')
  expect(await story(page, t).textContent()).not.toContain('دوكان')
})

test('a house makes a type of a story, names it, and takes in the file of another house; a broken one changes nothing', async () => {
  const t = wordsOf('en')
  const page = await open(desk, { language: 'en' })
  await button(page, t('library.new')).click()
  await headline(page, t).fill('Weather')
  await field(page, t, 'field.section').fill('Weather')
  await story(page, t).fill('Cloudy.')
  await saved(page, t)
  await command(page, t('types.command'))
  await dialog(page)
    .getByRole('button', { name: t('types.ofStory') })
    .click()
  const name = dialog(page)
    .getByRole('region', { name: t('types.names'), exact: true })
    .getByLabel('English')
  await expect.poll(() => name.inputValue()).toBe(t('types.newName'))
  await name.fill('Weather report')
  await name.press('Enter')
  const list = dialog(page).getByRole('navigation', { name: t('types.list') })
  await list.getByRole('button', { name: 'Weather report' }).waitFor()
  const take = async (text: string) =>
    dialog(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'story-types.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await take('{"types":"none"}')
  await dialog(page).getByText(t('error.not-story-types')).waitFor()
  await take('{"types":[{"id":"tides","name":"Tides"}]}')
  await list.getByRole('button', { name: 'Tides' }).waitFor()
  await button(page, t('dialog.done')).click()
  await command(page, 'weather report')
  await expect.poll(() => field(page, t, 'field.section').inputValue()).toBe('Weather')
  expect(await story(page, t).textContent()).toContain('Cloudy.')
})
