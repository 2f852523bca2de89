import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import classic from '../../assets/themes/classic.json' with { type: 'json' }
import type { MessageKey } from '../../core/i18n/languages.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { defaultSettings, type Settings } from '../../core/model/settings.ts'
import { callHost } from '../support/call-host.ts'
import { deskInBrowser, putCaret } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  const library = join(await mkdtemp(join(tmpdir(), 'midad-typing-')), 'library')
  await mkdir(join(library, 'themes'), { recursive: true })
  const house = { ...classic, id: 'house', name: 'House of 123', digits: 'latn' }
  await writeFile(join(library, 'themes/house.json'), JSON.stringify(house))
  desk = await runDesk({ library })
})

/** A new article of a house that writes in this language and has chosen all that; the caret stands in its story. */
async function openIn(storyLanguage: LanguageCode, chosen: Partial<Settings> = {}, language = 'en') {
  const change = { ...defaultSettings(), firstMinutes: 'done', ...chosen, storyLanguage }
  await callHost(new URL(desk.url), 'settings.change', change)
  page = await open(desk, { language })
  await page.keyboard.press('Control+Alt+n')
  await page.locator('.story .text .story-text').click()
}
const text = () => page.locator('.story-text').innerText()

/** Opens the settings, does something there by keyboard, and goes back into the story. */
async function inSettings(t: (key: MessageKey) => string, act: (dialog: Locator) => Promise<void>) {
  await page.keyboard.press('Control+Comma')
  const dialog = page.getByRole('dialog', { name: t('settings.name') })
  await dialog.waitFor()
  await act(dialog)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await putCaret(page.locator('.story-text'), 'Control+End')
}

describe('the switches in Settings hold at once in the story that is open', () => {
  test.each([
    ['ar', 'ar', 'typingQuotes', 'قال "نعم" ', 'قال «نعم» '],
    ['ckb', 'ckb', 'typingPunctuation', 'بەڵێ, ', 'بەڵێ، '],
    ['kmr', 'fa', 'typingJoiners', 'کتاب ها ', 'کتاب\u200cها '],
    ['en', 'en', 'typingDashes', 'yes... ', 'yes… '],
  ] as const)('interface %s, story %s: %s', async (code, language, name, typed, written) => {
    const t = wordsOf(code)
    await openIn(language, {}, code)
    await page.keyboard.type(typed)
    const turn = async (dialog: Locator) => {
      await dialog.getByRole('switch', { name: t(`settings.${name}`) }).focus()
      await page.keyboard.press('Space')
    }
    await inSettings(t, turn)
    await page.keyboard.type(typed)
    await inSettings(t, turn)
    await page.keyboard.type(typed)
    expect(await text()).toBe(written + typed + written)
  })
})

describe('numbered lists', () => {
  const drawn = () => page.locator('.story-text ol').evaluate((list) => getComputedStyle(list).listStyleType)
  async function exported(language: LanguageCode): Promise<string | undefined> {
    const { id } = (await desk.articles()).find((article) => article.language === language) ?? {}
    const answer = (await callHost(new URL(desk.url), 'article.export', { id, format: 'html' })) as {
      value: { base64: string }
    }
    const html = Buffer.from(answer.value.base64, 'base64').toString('utf8')
    return /--numbers:([a-z-]+)/.exec(html)?.[1]
  }
  test.each([
    ['ckb', 'arabic-indic'],
    ['fa', 'persian'],
    ['ar', 'decimal'],
    ['en', 'decimal'],
  ] as const)('in %s count as the language does, on the sheet as on the page', async (language, style) => {
    await openIn(language)
    await page.keyboard.type('1. x')
    expect(await drawn()).toBe(style)
    expect(await exported(language)).toBe(style)
  })
  test('count as the house theme has it, as soon as it is chosen; a list that goes the other way counts in 123', async () => {
    const t = wordsOf('en')
    await openIn('ckb')
    await page.keyboard.type('1. x')
    const choose = (theme: string) =>
      inSettings(t, async (dialog) => {
        await dialog.getByLabel(t('settings.houseTheme'), { exact: true }).selectOption(theme)
      })
    await choose('house')
    await expect.poll(drawn).toBe('decimal')
    expect(await exported('ckb')).toBe('decimal')
    await choose('classic')
    await expect.poll(drawn).toBe('arabic-indic')
    await page.keyboard.down('ControlLeft')
    await page.keyboard.down('ShiftLeft')
    await page.keyboard.up('ShiftLeft')
    await page.keyboard.up('ControlLeft')
    await expect.poll(drawn).toBe('decimal')
  })
})
