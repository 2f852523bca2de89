import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { copyOnto } from '../support/clipboard.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  desk = await runDesk()
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})
afterEach(() => page.context().close())

const sample = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/clipboard', name), 'utf8')
const names = {
  en: { story: 'Story', bar: 'Last paste' },
  ar: { story: 'القصة', bar: 'آخر لصق' },
} as const
let words: (typeof names)['en' | 'ar'] = names.en
const story = () => page.getByRole('textbox', { name: words.story, exact: true })
const bar = () => page.getByRole('region', { name: words.bar, exact: true })
const status = () => bar().getByRole('status')

/** Opens a new article, writes a first line into its story and pastes there. */
async function openAndPaste(
  data: Record<string, string>,
  language: 'en' | 'ar' = 'en',
  context: { bypassCSP?: boolean } = {},
): Promise<void> {
  words = names[language]
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context })).newPage()
  await page.goto(desk.at({ language }))
  await page.locator('.library .end').waitFor()
  await page.keyboard.press('Control+Alt+n')
  await story().click()
  await page.keyboard.type('First')
  await page.keyboard.press('Enter')
  await copyOnto(page, data)
  await page.keyboard.press('Control+v')
  await bar().waitFor()
}
// Names and words in another direction are isolated on screen.
const said = async () => (await status().textContent())?.replace(/[\u2066-\u2069]/g, '')
const lines = async () => (await story().innerText()).split('\n').filter((line) => line.trim())
const word = () => ({ 'text/html': sample('word-lists-rtl.html') })

describe('after a paste the foot of the story', () => {
  test('says what it was and what was cleaned, in the language of the interface', async () => {
    await openAndPaste({ 'text/html': sample('word-notes-changes.html') })
    expect(await said()).toBe(
      'Pasted from Word: one table, 2 footnotes, 2 tracked changes accepted, one comment left out',
    )
    await page.context().close()
    await openAndPaste({ 'text/plain': sample('whatsapp-android-ar.txt') }, 'ar')
    expect(await said()).toBe('لصق من واتساب: رسالتان، تُرك مرفق واحد، تُرك إشعاران من التطبيق')
  })
  test('is silent where nothing was recognised and nothing cleaned', async () => {
    await openAndPaste(word())
    await page.keyboard.press('Escape')
    await copyOnto(page, { 'text/plain': 'A plain sentence.' })
    await page.keyboard.press('Control+v')
    await expect.poll(lines).toContain('نقطة تحتهاA plain sentence.')
    expect(await bar().count()).toBe(0)
  })
})

describe('by keyboard alone', () => {
  test('F6 goes into the bar and Undo takes the paste out, and no letter that was typed before', async () => {
    await openAndPaste(word())
    expect(await lines()).toContain('فتح المعبر صباحا')
    await page.keyboard.press('F6')
    await expect.poll(() => bar().evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await bar().getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(lines).toEqual(['First'])
    expect(await bar().count()).toBe(0)
    await page.keyboard.type('Second')
    expect(await lines()).toEqual(['First', 'Second'])
  })
  test('Keep the original puts in what came, its printed numbers too; Undo takes that out as well', async () => {
    await openAndPaste(word())
    await page.keyboard.press('F6')
    await page.keyboard.press('Enter')
    await expect.poll(said).toBe('Put in as it came')
    expect((await lines()).some((line) => /^3-\s+فتح المعبر صباحا$/.test(line))).toBe(true)
    expect(await story().locator('ol, ul').count()).toBe(0)
    expect(await story().evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await bar().getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(lines).toEqual(['First'])
  })
  test.each([
    ['in the story', async () => undefined],
    ['in the bar', async () => page.keyboard.press('F6')],
  ])('Escape %s sends it away and leaves the caret in the story', async (_where, go) => {
    await openAndPaste(word())
    await go()
    await page.keyboard.press('Escape')
    await expect.poll(() => bar().count()).toBe(0)
    expect(await story().evaluate((element) => element.contains(document.activeElement))).toBe(true)
  })
  test('the next edit sends it away', async () => {
    await openAndPaste(word(), 'ar')
    await page.keyboard.type('ب')
    await expect.poll(() => bar().count()).toBe(0)
  })
})

test('a page is taken as the source, with its address; once', async () => {
  await openAndPaste({ 'text/html': sample('page-news.html') })
  await bar()
    .getByRole('button', { name: /^Use as source: .?صحيفة النهر.?$/ })
    .press('Enter')
  await expect.poll(said).toBe('The source is now صحيفة النهر.')
  const details = page.getByRole('region', { name: 'Details' })
  expect(await details.getByLabel('Source', { exact: true }).inputValue()).toBe('صحيفة النهر')
  expect(await details.getByLabel('Canonical URL', { exact: true }).inputValue()).toBe(
    'https://www.nahr.example/news/17?a=1&b=2',
  )
  expect(
    await bar()
      .getByRole('button', { name: /Use as source/ })
      .count(),
  ).toBe(0)
})

test('a picture that lies only in a file cannot be read by a browser, and the bar says so', async () => {
  await openAndPaste({ 'text/html': sample('word-picture.html') })
  expect(await said()).toBe('Pasted from Word: one picture could not be read here: copy it by itself')
  expect(await lines()).toEqual(['First', 'قبل الصورة', 'بعد الصورة'])
})

test('assistive technology finds no fault in it', async () => {
  await openAndPaste({ 'text/html': sample('page-news.html') }, 'ar', { bypassCSP: true })
  expect(await axeFindings(page)).toEqual([])
})

test('the story does not move when the bar comes and goes', async () => {
  await openAndPaste(word())
  const top = () => story().evaluate((element) => element.getBoundingClientRect().top)
  const before = await top()
  await page.keyboard.press('Escape')
  await expect.poll(() => bar().count()).toBe(0)
  expect(await top()).toBe(before)
})

test('after 30 seconds it has gone, but not while somebody is in it', async () => {
  words = names.en
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.clock.install()
  await page.goto(desk.at({ language: 'en' }))
  await page.clock.runFor(2000)
  await page.locator('.library .end').waitFor()
  await page.keyboard.press('Control+Alt+n')
  await story().click()
  await copyOnto(page, word())
  await page.keyboard.press('Control+v')
  await expect
    .poll(async () => {
      await page.clock.runFor(100)
      return bar().count()
    })
    .toBe(1)
  await bar().getByRole('button', { name: 'Undo' }).focus()
  await page.clock.runFor(60_000)
  expect(await bar().count()).toBe(1)
  await story().focus()
  await page.clock.runFor(29_000)
  expect(await bar().count()).toBe(1)
  await page.clock.runFor(2000)
  expect(await bar().count()).toBe(0)
})
