import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import { tinyPng } from '../support/drawn-picture.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle, saved } = partsOf(() => page)
beforeEach(async () => {
  desk = await runDesk()
  page = await open(desk, { viewport: { width: 1440, height: 1000 } })
  await newArticle()
})

const details = () => page.getByRole('region', { name: 'Details' })
const field = (label: string) => details().getByLabel(label, { exact: true })
async function addTags(label: string, ...words: string[]) {
  for (const word of words) {
    await field(label).fill(word)
    await field(label).press('Enter')
  }
}

test('every field that is filled in is on the disk, and in the form again after a power cut', async () => {
  await headline().fill('عنوان كامل البيانات')
  const lines = {
    Section: 'اقتصاد',
    Kicker: 'مياه',
    Subheadline: 'عنوان تحت العنوان',
    Summary: 'ملخص القصة',
    Source: 'ضفاف برس',
    'Credit line': 'خاص',
    Place: 'أربيل',
    Slug: 'dukan-lake',
    'Canonical URL': 'https://example.org/dukan',
    'SEO title': 'عنوان البحث',
    'SEO description': 'وصف البحث',
    'Note to the desk': 'لا تُنشر قبل المراجعة',
  }
  for (const [label, value] of Object.entries(lines)) await field(label).fill(value)
  await field('Status').selectOption('ready')
  await field('Urgency').selectOption('3')
  await addTags('Byline', 'سارة الجاف', 'Aram Hama')
  await addTags('Keywords', 'دوكان', 'القمح')
  await field('Subjects').fill('arts')
  await field('Subjects').press('Enter')
  await field('Date').fill('2026-11-23')
  await details().getByLabel('Date: time', { exact: true }).fill('14:30')
  await details().getByLabel('Date: time zone', { exact: true }).selectOption('+03:00')
  await field('Embargo').fill('2027-01-01')
  await saved()
  await desk.kill()

  const [kept] = await desk.articles()
  expect(kept).toMatchObject({ status: 'ready', language: 'ar' })
  expect(kept?.fields).toMatchObject({
    kicker: 'مياه',
    byline: ['سارة الجاف', 'Aram Hama'],
    keywords: ['دوكان', 'القمح'],
    subjects: ['01000000'],
    urgency: 3,
    date: '2026-11-23T14:30+03:00',
    embargoUntil: '2027-01-01',
    slug: 'dukan-lake',
    canonicalUrl: 'https://example.org/dukan',
    deskNote: 'لا تُنشر قبل المراجعة',
  })

  await desk.start()
  await page.goto('about:blank')
  await page.goto(desk.at({ language: 'en', article: kept?.id ?? '' }))
  await field('Place').waitFor()
  for (const [label, value] of Object.entries(lines))
    expect([label, await field(label).inputValue()]).toEqual([label, value])
  expect(await field('Date').inputValue()).toBe('2026-11-23')
  await details().getByText('سارة الجاف').waitFor()
  await details().getByRole('button', { name: /القمح/ }).waitFor()
})

test('fields are written in the direction of what they hold', async () => {
  const directionOf = (label: string) =>
    field(label).evaluate((control) => getComputedStyle(control).direction)
  await field('Kicker').fill('BBC')
  expect(await directionOf('Kicker')).toBe('rtl')
  expect(await directionOf('Slug')).toBe('ltr')
  expect(await directionOf('Canonical URL')).toBe('ltr')
  await field('Source').fill('Reuters')
  expect(await directionOf('Source')).toBe('ltr')
  await field('Source').fill('رويترز')
  expect(await directionOf('Source')).toBe('rtl')
  await field('Language').selectOption('en')
  await expect.poll(() => directionOf('Kicker')).toBe('ltr')
  await expect
    .poll(() => page.locator('.ProseMirror').evaluate((story) => getComputedStyle(story).direction))
    .toBe('ltr')
})

test('the headline suggests a slug that can be taken with one press', async () => {
  await headline().fill('أمطار الخريف ترفع منسوب بحيرة دوكان')
  await expect.poll(() => field('Slug').getAttribute('placeholder')).toContain('أمطار-الخريف')
  await details().getByRole('button', { name: 'Use this' }).click()
  expect(await field('Slug').inputValue()).toContain('أمطار-الخريف')
})

test('the lead picture asks for its alternative text, stands on the page and goes into the exported file', async () => {
  await headline().fill('صورة رئيسية')
  const choosing = page.waitForEvent('filechooser')
  await details().getByRole('button', { name: 'Drop a picture here, or choose one' }).click()
  await (await choosing).setFiles({ name: 'lake.png', mimeType: 'image/png', buffer: tinyPng(40, 20) })
  await details().getByText('Alternative text is missing').waitFor()
  await field('Alternative text').fill('بحيرة عند الغروب')
  await field('Caption').fill('بحيرة دوكان')
  await field('Credit').fill('آرام حمه')
  expect(await details().getByText('Alternative text is missing').count()).toBe(0)
  await page.getByRole('img', { name: 'بحيرة عند الغروب' }).waitFor()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save file' }).click()
  const html = await readFile((await (await coming).path()) ?? '', 'utf8')
  expect(html).toContain(`data:image/png;base64,${tinyPng(40, 20).toString('base64')}`)
  expect(html).toContain('alt="بحيرة عند الغروب"')
  expect(html).toContain('آرام حمه')
})

test('a file that is no picture is refused in Details with a sentence', async () => {
  const choosing = page.waitForEvent('filechooser')
  await details().getByRole('button', { name: 'Drop a picture here, or choose one' }).click()
  await (
    await choosing
  ).setFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
  await details().getByRole('alert').filter({ hasText: 'PNG, JPEG, GIF or WebP' }).waitFor()
})
