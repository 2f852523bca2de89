import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { untilFocused } from '../support/desk-in-browser.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

let browser: Browser
let desk: RunningDesk
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  desk = await runDesk()
})
afterEach(async () => {
  await page.context().close()
  await desk.close()
})
async function open(language: 'en' | 'ar'): Promise<void> {
  page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  ).newPage()
  await page.goto(desk.at({ language }))
  const name = language === 'en' ? 'New article' : 'مقال جديد'
  await page.getByRole('button', { name, exact: true }).first().click()
}
const story = () => page.locator('.ProseMirror')
const frame = () => page.frameLocator('iframe').first()
const foot = () => page.locator('.foot')

test.each([
  [
    'en',
    'The dam held TK litres',
    'Ask the minister',
    '1 note',
    '1 TK',
    'Preview',
    'Export',
    'Save file',
    'Something is still to come',
  ],
  [
    'ar',
    'في السد TK لتر',
    'اسأل الوزير',
    'ملاحظة واحدة',
    'نقص واحد',
    'المعاينة',
    'تصدير',
    'حفظ الملف',
    'مواضع ناقصة',
  ],
] as const)(
  'in %s a note is counted at the foot, and is neither in the preview nor in the file; a TK is warned of',
  async (language, said, asked, notes, tks, preview, exporting, save, warning) => {
    await open(language)
    await page.getByRole('button', { name: preview, exact: true }).click()
    await story().click()
    await page.keyboard.type(said)
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type(asked)
    await foot().getByText(notes, { exact: true }).waitFor()
    await frame().getByText(said).waitFor()
    expect(await frame().locator('body').innerText()).not.toContain(asked)
    await foot().getByRole('button', { name: tks, exact: true }).press('Enter')
    await page.keyboard.type('12')
    await foot().getByRole('button', { name: tks, exact: true }).waitFor({ state: 'detached' })
    await foot().getByRole('button', { name: notes, exact: true }).press('Enter')
    await page.keyboard.type('TK ')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await page.keyboard.type(' TK')
    await page.getByRole('button', { name: exporting, exact: true }).click()
    await page.getByText(warning).waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: save }).click()
    const file = await readFile((await (await coming).path()) ?? '', 'utf8')
    expect(file).toContain(said.replace('TK', '12'))
    expect(file).not.toContain(asked)
    const [stored] = await desk.articles()
    expect(JSON.stringify(stored?.body)).toContain(asked)
  },
)

test.each(['en', 'ar'] as const)(
  'in %s all notes are folded and opened by a command, and the caret goes on in the story',
  async (language) => {
    const t = wordsOf(language)
    await open(language)
    await story().click()
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Ask')
    const heads = () =>
      page.locator('.note-head').evaluateAll((all) => all.map((head) => head.getAttribute('aria-expanded')))
    const fold = async () => {
      await page.keyboard.press('Control+k')
      await untilFocused(page.getByRole('combobox', { name: t('palette.name') }))
      await page.keyboard.type(t('command.foldNotes'))
      await page.keyboard.press('Enter')
    }
    await fold()
    await expect.poll(heads).toEqual(['false'])
    await page.keyboard.type('x')
    expect(await story().locator('p').allTextContents()).toEqual(['Ask', 'x'])
    await fold()
    await expect.poll(heads).toEqual(['true'])
  },
)

test('what is put into a story has its names in the menu of more tools, and lands in it', async () => {
  await open('en')
  await story().click()
  await page.keyboard.type('The story')
  for (const [name, selector] of [
    ['Fact box', '.fact-box'],
    ['Questions and answers', '.questions'],
    ['Timeline', '.timeline'],
    ['Footnote', '.footnote'],
    ['Note', '.note'],
  ] as const) {
    await page.getByRole('button', { name: 'More formatting' }).click()
    await page
      .getByRole('group', { name: 'Insert', exact: true })
      .getByRole('button', { name, exact: true })
      .click()
    await story().locator(selector).waitFor()
    await expect.poll(() => story().evaluate((root) => root.contains(document.activeElement))).toBe(true)
    await page.keyboard.type('words')
    await page.locator('.story-text > p').first().click()
  }
})

test('the words of a house are said in the settings, and count at once', async () => {
  await open('ar')
  await story().click()
  await page.keyboard.type('اسم الوزير ناقص')
  await page.keyboard.press('Control+,')
  const field = page.getByRole('textbox', { name: 'كلمات تدل على نقص' })
  await field.fill('ناقص، للتدقيق')
  await field.press('Enter')
  await page.keyboard.press('Escape')
  await foot().getByText('نقص واحد').waitFor()
  await page.reload()
  await page.locator('.library .end').waitFor()
  await page.keyboard.press('Control+,')
  expect(await page.getByRole('textbox', { name: 'كلمات تدل على نقص' }).inputValue()).toBe('ناقص، للتدقيق')
})
