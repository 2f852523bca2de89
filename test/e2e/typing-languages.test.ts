import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { callHost } from '../support/call-host.ts'
import { deskInBrowser, putCaret, untilFocused } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
const t = wordsOf('en')
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  desk = await runDesk()
})
beforeEach(async () => {
  await callHost(new URL(desk.url), 'settings.change', { typingMaqaf: false, englishSpelling: 'american' })
  page = await open(desk)
})

const story = () => page.getByRole('textbox', { name: 'Story', exact: true })
const words = () => story().locator('p').first().textContent()
/** A new article in this language, the caret in its story. */
async function openIn(language: LanguageCode): Promise<void> {
  await page.keyboard.press('Control+Alt+n')
  await expect.poll(() => words().catch(() => null)).toBe('')
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption(language)
  await story().click()
}
/** Key events with the letters of any layout; Playwright's own are those of an English keyboard. */
async function keys(text: string): Promise<void> {
  const tools = await page.context().newCDPSession(page)
  for (const letter of text) {
    const key = { key: letter, text: letter, unmodifiedText: letter }
    await tools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
    await tools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
  }
}
/** Does something in Settings by keyboard, and goes back to the end of the story. */
async function inSettings(act: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.keyboard.press('Control+Comma')
  const dialog = page.getByRole('dialog', { name: t('settings.name') })
  await act(dialog)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await putCaret(story(), 'Control+End')
}

describe('key by key, each change taken back by one Backspace', () => {
  test('Persian: می is parted from its verb, and the wine and May are left', async () => {
    await openIn('fa')
    await keys('او می ر')
    expect(await words()).toBe('او می\u200cر')
    await page.keyboard.press('Backspace')
    expect(await words()).toBe('او می ر')
    await keys('ود و نمی آید, کتاب ها. ماه می سال ۲۵% جام می را ')
    expect(await words()).toBe('او می رود و نمی\u200cآید، کتاب\u200cها. ماه می سال ۲۵٪ جام می را ')
  })
  test('Sorani: ه with a half-space, by key and by character, is ە', async () => {
    await openIn('ckb')
    await keys('کورده')
    await page.keyboard.press('Shift+Space')
    await keys('کان له\u200c هه')
    expect(await words()).toBe('کوردەکان لە هه')
    await page.keyboard.press('Shift+Space')
    expect(await words()).toBe('کوردەکان لە هە')
    await page.keyboard.press('Backspace')
    expect(await words()).toBe('کوردەکان لە هه\u200c')
    await keys('ولێر')
    expect(await words()).toBe('کوردەکان لە هه\u200cولێر')
  })
  test('Hebrew: gershayim and geresh in words, quotation marks around them, a maqaf where it is asked for, found either way', async () => {
    await openIn('he')
    await keys('צה"ל')
    expect(await words()).toBe('צה״ל')
    await page.keyboard.press('Backspace')
    expect(await words()).toBe('צה"ל')
    await keys(` אמר: "ג'ורג' בארה"ב, נכון?" שב"כ ב"הארץ", תל-אביב `)
    const standing = 'צה"ל אמר: ”ג׳ורג׳ בארה״ב, נכון?” שב״כ ב"הארץ", תל-אביב '
    expect(await words()).toBe(standing)
    await inSettings(async (dialog) => {
      await dialog.getByRole('switch', { name: t('settings.typingMaqaf') }).focus()
      await page.keyboard.press('Space')
    })
    await keys('תל-א')
    expect(await words()).toBe(`${standing}תל־א`)
    await page.keyboard.press('Backspace')
    expect(await words()).toBe(`${standing}תל-א`)
    await page.keyboard.press('Control+f')
    const bar = page.getByRole('search', { name: 'Find in the story' })
    await untilFocused(bar.getByRole('textbox', { name: 'Find', exact: true }))
    await keys('בארה"ב')
    await expect.poll(() => bar.getByRole('status').textContent()).toBe('1 of 1')
  })
})

test('English is spelt the American way, and the British one as soon as the house says so', async () => {
  const painted = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('spelling') ?? [])].map((range) => (range as Range).toString()),
    )
  const asked: string[] = []
  page.on('request', (request) => asked.push(...(/dictionaries\/[^?]*dic/.exec(request.url()) ?? [])))
  await openIn('en')
  await keys('They organize the colour of the color ')
  await expect.poll(painted).toEqual(['colour'])
  await inSettings(async (dialog) => {
    await dialog.getByLabel(t('settings.englishSpelling'), { exact: true }).selectOption('british')
    await dialog.getByText('SCOWL 2020 (GB)').waitFor()
  })
  await expect.poll(painted).toEqual(['organize', 'color'])
  // Each is loaded when it is asked, and not before.
  expect(asked).toEqual(['dictionaries/en.dic', 'dictionaries/en-gb.dic'])
})
