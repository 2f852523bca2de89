import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { button, headline, newArticle, story } = partsOf(() => page)
beforeEach(async () => {
  desk = await runDesk()
  page = await open(desk, { viewport: { width: 1440, height: 900 } })
  await newArticle()
})

const region = () => page.getByRole('region', { name: 'Preview' })
const frame = () => page.frameLocator('iframe[title="Page preview"]')

test('the preview shows the very bytes of the export', async () => {
  await headline().fill('عنوان الصفحة')
  await story().click()
  await page.keyboard.type('نص القصة كما تُصدَّر')
  await button('Preview').click()
  await frame().getByText('نص القصة كما تُصدَّر').waitFor()
  const path = await page.locator('iframe[title="Page preview"]').getAttribute('src')
  const shown = await page.evaluate(async (address) => (await fetch(address)).text(), path ?? '')
  await button('Export').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save file' }).click()
  const exported = await readFile((await (await coming).path()) ?? '', 'utf8')
  // The time of the last save is in the page's own metadata; the text is saved between the two.
  const withoutTimes = (html: string) =>
    html.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, 'TIME')
  expect(withoutTimes(shown)).toBe(withoutTimes(exported))
})

test('the page follows the text after typing rests, and the place where it is written', async () => {
  await button('Preview').click()
  await story().click()
  for (let paragraph = 1; paragraph <= 30; paragraph += 1) {
    await page.keyboard.insertText(
      `الفقرة رقم ${paragraph} من قصة طويلة بما يكفي لتملأ أكثر من شاشة واحدة من صفحة الهاتف.`,
    )
    await page.keyboard.press('Enter')
  }
  await page.keyboard.insertText('الكلمة الأخيرة')
  await frame().getByText('الكلمة الأخيرة').waitFor()
  const isSeen = (text: string) =>
    frame()
      .getByText(text)
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        const { innerHeight } = element.ownerDocument.defaultView as Window
        return bottom > 0 && top < innerHeight
      })
  await expect.poll(() => isSeen('الكلمة الأخيرة')).toBe(true)
  await story().getByText('الفقرة رقم 2 من').click()
  await expect.poll(() => isSeen('الفقرة رقم 2 من')).toBe(true)
  expect(await isSeen('الكلمة الأخيرة')).toBe(false)
})

test('phone and desktop widths are really those widths', async () => {
  await button('Preview').click()
  const width = () =>
    frame()
      .locator('html')
      .evaluate((root) => root.ownerDocument.defaultView?.innerWidth ?? 0)
  await expect.poll(width).toBeLessThanOrEqual(390)
  await region().getByRole('radio', { name: 'Desktop' }).check()
  await expect.poll(width).toBe(1280)
  expect(await region().getByRole('radio', { name: 'Desktop' }).isChecked()).toBe(true)
})

test('nothing in the frame runs, loads or leaves', async () => {
  await story().click()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<p>نص <a href="https://example.com/away">رابط</a><img src=x onerror="parent.hacked=1"></p><script>parent.hacked=1</script>',
    )
    document
      .querySelector('.ProseMirror')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await button('Preview').click()
  await frame().getByText('رابط').click()
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await frame().getByText('رابط').waitFor()
  const element = page.locator('iframe[title="Page preview"]')
  expect(await element.getAttribute('sandbox')).toBe('allow-same-origin')
  const answer = await page.request
    .get(new URL((await element.getAttribute('src')) ?? '', desk.url).href)
    .catch(() => null)
  const policy =
    answer?.headers()['content-security-policy'] ??
    (await page.evaluate(
      async (src) => (await fetch(src ?? '')).headers.get('content-security-policy'),
      await element.getAttribute('src'),
    ))
  expect(policy).toContain('sandbox allow-same-origin')
  expect(policy).not.toContain('allow-scripts')
})
