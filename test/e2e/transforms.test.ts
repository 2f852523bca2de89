import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { OpenArticle } from '../../core/api/contract.ts'
import type { StoryBody } from '../../core/model/body.ts'
import { emptyFields, type ArticleFields } from '../../core/model/fields.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { callHost } from '../support/call-host.ts'
import { launchChromium } from '../support/chromium.ts'
import { untilFocused } from '../support/desk-in-browser.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'
import { bold, p, story as storyOf } from '../support/story.ts'

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

const ask = async <Value>(method: string, input: unknown): Promise<Value> => {
  const answer = (await callHost(new URL(desk.url), method, input)) as { ok: boolean; value: Value }
  expect(answer.ok).toBe(true)
  return answer.value
}
/** An article with this story, open, its caret at the beginning of it. */
async function open(
  language: LanguageCode,
  body: StoryBody,
  fields: Partial<ArticleFields> = {},
): Promise<string> {
  const { article } = await ask<OpenArticle>('article.create', { language })
  const { id } = article
  const text = { id, language, status: 'draft', fields: { ...emptyFields(), ...fields }, body }
  await ask('article.save', { ...text, revision: 0 })
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(desk.at({ language: 'en', article: id }))
  await page.locator('.library .end').waitFor()
  await story().focus()
  await page.keyboard.press('Control+Home')
  return id
}

const story = () => page.getByRole('textbox', { name: 'Story', exact: true })
const headline = () => page.getByRole('textbox', { name: 'Headline', exact: true })
const dialog = () => page.getByRole('dialog', { name: 'Transform text' })
const toast = (words: string) => page.locator('.toast').filter({ hasText: words })
const paragraphs = () => story().locator('p').allTextContents()
const hasFocus = (inside: () => ReturnType<Page['locator']>) =>
  expect.poll(() => inside().evaluate((root) => root.contains(document.activeElement))).toBe(true)
/** Runs a command by its words in the palette. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await untilFocused(page.getByRole('combobox', { name: 'Commands' }))
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
/** Goes with the arrows to a transform. */
async function choose(name: string): Promise<void> {
  const radio = dialog().getByRole('radio', { name, exact: true })
  for (let step = 0; step < 20 && !(await radio.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown')
  expect(await radio.isChecked()).toBe(true)
}
const rows = () => dialog().getByRole('list', { name: 'Changes' }).getByRole('listitem')

describe('a Sorani story', () => {
  const before = [
    'رۆژنامه\u200cنووسان له\u200c هه\u200cولێر كۆبوونه\u200cوه\u200c.',
    'خـــۆش https://ex.com/كه BBC\u200cی',
  ]
  const after = ['ڕۆژنامەنووسان لە هەولێر کۆبوونەوە.', 'خۆش https://ex.com/كه BBC\u200cی']
  const body = storyOf(
    p('رۆژنامه\u200cنووسان له\u200c هه\u200c', bold('ولێر كۆ'), 'بوونه\u200cوه\u200c.'),
    p(before[1] as string),
  )
  const fields = { headline: 'سه\u200cرۆكی هه\u200cرێم', byline: ['ئازاد علي'], slug: 'كورد-slug' }

  test('is looked at and made good by keyboard alone, headline and details too; its marks and its caret stay', async () => {
    const id = await open('ckb', body, fields)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await command('transform text')
    await hasFocus(() => dialog().getByRole('radio', { name: 'Sorani letters' }))
    await dialog().getByText('8 places change.').waitFor()
    expect(await rows().allTextContents()).toEqual([
      expect.stringContaining('Headline'),
      expect.stringContaining('Byline'),
      `${before[0] as string}becomes${after[0] as string}`,
      expect.stringMatching(/^خـــۆش .*becomesخۆش /),
    ])
    const direction = await rows()
      .first()
      .locator('.was')
      .evaluate((text) => getComputedStyle(text).direction)
    expect(direction).toBe('rtl')
    await page.keyboard.press('Enter')
    await toast('8 places changed.').waitFor()
    expect(await paragraphs()).toEqual(after)
    expect(await story().locator('strong').textContent()).toBe('ولێر کۆ')
    expect(await headline().inputValue()).toBe('سەرۆکی هەرێم')
    await hasFocus(story)
    // The caret is where it was: between the second and the third letter.
    await page.keyboard.type('x')
    expect(await paragraphs()).toEqual([`ڕۆx${(after[0] as string).slice(2)}`, after[1]])
    await page.keyboard.press('Backspace')
    await expect
      .poll(async () => (await desk.articles()).find((each) => each.id === id)?.fields)
      .toMatchObject({ headline: 'سەرۆکی هەرێم', byline: ['ئازاد علی'], slug: 'كورد-slug' })
  })
  test('is as it was after one Ctrl+Z, with its headline', async () => {
    await open('ckb', body, fields)
    await command('transform text')
    await page.keyboard.press('Enter')
    await toast('8 places changed.').waitFor()
    await hasFocus(story)
    await page.keyboard.press('Control+z')
    await expect.poll(paragraphs).toEqual(before)
    expect(await headline().inputValue()).toBe(fields.headline)
    await toast('8 places changed.').waitFor({ state: 'detached' })
  })
  test('leaves the headline alone where that is asked', async () => {
    await open('ckb', body, fields)
    await command('transform text')
    await dialog().waitFor()
    await dialog().getByRole('checkbox', { name: 'Also in the headline and details' }).focus()
    await page.keyboard.press('Space')
    await dialog().getByText('5 places change.').waitFor()
    await dialog().getByRole('button', { name: 'Apply' }).focus()
    await page.keyboard.press('Enter')
    await toast('5 places changed.').waitFor()
    expect(await headline().inputValue()).toBe(fields.headline)
  })
  test('is left as it is by Escape', async () => {
    await open('ckb', body, fields)
    await command('transform text')
    await dialog().getByText('8 places change.').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await paragraphs()).toEqual(before)
    await hasFocus(story)
  })
})

describe('an Arabic story', () => {
  const body = storyOf(p('قال "نعم" عام ٢٠٢٤.'), p('ثم "لا" و٥٠ ديناراً.'))

  test('has only what is selected changed, and no word of fields', async () => {
    await open('ar', body, { headline: '"نعم"' })
    await page.keyboard.press('Shift+End')
    await command('transform text')
    await dialog().getByText('What is selected').waitFor()
    expect(await dialog().getByRole('checkbox').count()).toBe(0)
    await choose('Quotation marks of the house')
    await dialog().getByText('1 place changes.').waitFor()
    await page.keyboard.press('Enter')
    await toast('1 place changed.').waitFor()
    expect(await paragraphs()).toEqual(['قال «نعم» عام ٢٠٢٤.', 'ثم "لا" و٥٠ ديناراً.'])
    expect(await headline().inputValue()).toBe('"نعم"')
    // The selection is there still: what is typed takes its place.
    await hasFocus(story)
    await page.keyboard.type('س')
    expect(await paragraphs()).toEqual(['س', 'ثم "لا" و٥٠ ديناراً.'])
  })
  test('has what was selected in the very moment before the story lost the focus: the browser tells of it too late', async () => {
    await open('ar', body)
    await story().evaluate((root) => {
      getSelection()?.modify('extend', 'forward', 'lineboundary')
      ;(root as HTMLElement).blur()
    })
    await command('transform text')
    await dialog().getByText('What is selected').waitFor()
  })
  test('has the digits of the house by one command, taken back in the toast by keyboard', async () => {
    await open('ar', body)
    await command('digits of the house')
    await toast('2 places changed.').waitFor()
    expect(await paragraphs()).toEqual(['قال "نعم" عام 2024.', 'ثم "لا" و50 ديناراً.'])
    const undo = () => toast('2 places changed.').getByRole('button', { name: 'Undo' })
    const isThere = () => undo().evaluate((button) => button === document.activeElement)
    for (let step = 0; step < 8 && !(await isThere()); step += 1) await page.keyboard.press('F6')
    await page.keyboard.press('Enter')
    await expect.poll(paragraphs).toEqual(['قال "نعم" عام ٢٠٢٤.', 'ثم "لا" و٥٠ ديناراً.'])
    await toast('2 places changed.').waitFor({ state: 'detached' })
  })
  test('says so where there is nothing to change', async () => {
    await open('ar', storyOf(p('قال «نعم»')))
    await command('quotation marks of the house')
    await toast('Nothing changed.').waitFor()
    expect(await toast('Nothing changed.').getByRole('button').count()).toBe(0)
  })
})

describe('an English story', () => {
  const body = storyOf(p('"We don\'t know," she said. "Perhaps \'soon\'."'), p('He left "at once.'))

  test('has its quotation marks by keyboard; apostrophes stay, marks alone are told of', async () => {
    await open('en', body, { headline: '"Soon"' })
    await command('transform text')
    await choose('Quotation marks of the house')
    await dialog().getByText('4 places change.').waitFor()
    await dialog().getByText('1 quotation mark has no partner and stays as it is.').waitFor()
    await dialog().getByRole('list', { name: 'Left as they are' }).getByText('He left "at once.').waitFor()
    await page.keyboard.press('Enter')
    await toast('4 places changed.').waitFor()
    expect(await paragraphs()).toEqual(["“We don't know,” she said. “Perhaps ‘soon’.”", 'He left "at once.'])
    expect(await headline().inputValue()).toBe('“Soon”')
  })
  test('offers Undo only until somebody writes on', async () => {
    await open('en', body)
    await command('quotation marks of the house')
    await toast('3 places changed.').getByRole('button', { name: 'Undo' }).waitFor()
    await hasFocus(story)
    await page.keyboard.type('A')
    await toast('3 places changed.').waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await paragraphs())[0])
      .toBe("A“We don't know,” she said. “Perhaps ‘soon’.”")
  })
  test('in a long story the first 200 lines are shown', async () => {
    await open('en', storyOf(...Array.from({ length: 230 }, (_, at) => p(`Line ${at} says "yes"`))))
    await command('transform text')
    await choose('Quotation marks of the house')
    await dialog().getByText('230 places change.').waitFor()
    expect(await rows().count()).toBe(200)
    await dialog().getByText('and 30 more lines').waitFor()
  })
})

describe.each(['ckb', 'en'] as const)('old fonts in a story of %s', (language) => {
  const fonts = [
    ['From the font Ali-K', 'ثيَشمةرطة و ضاوثيَكةوتن', 'پێشمەرگە و چاوپێکەوتن'],
    ['From the font Ali-Web', 'ضاوثصكةوتن و أؤذنامة', 'چاوپێکەوتن و ڕۆژنامە'],
    ['From the font Dylan', 'هةرصمث', 'هەرڵمێ'],
    ['From Zarnegar', 'گولٌ', 'گوڵ'],
  ] as const
  const around = language === 'ckb' ? ['وتی: ', ' BBC'] : ['The old page says: ', ', and that is all.']

  test('become Unicode after a look, by keyboard, and back by one Ctrl+Z', async () => {
    await open(language, storyOf(p('x')))
    for (const [name, old, unicode] of fonts) {
      const [before, after] = [old, unicode].map((words) => around.join(words)) as [string, string]
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(before)
      await command('transform text')
      await dialog().waitFor()
      await choose(name)
      // The look: nothing is changed yet.
      await expect.poll(() => rows().allTextContents()).toEqual([`${before}becomes${after}`])
      expect(await paragraphs()).toEqual([before])
      await page.keyboard.press('Enter')
      await expect.poll(paragraphs).toEqual([after])
      await hasFocus(story)
      await page.keyboard.press('Control+z')
      await expect.poll(paragraphs).toEqual([before])
    }
  })
})

test('the preview follows what Settings say of exports, and the article stays as written', async () => {
  const id = await open('ckb', storyOf(p('لە ساڵی 2024 گوتی "ئێستا"')), { headline: 'بوجەی 2024' })
  const drawn = () => page.frameLocator('iframe[title="Page preview"]')
  await page.keyboard.press('Control+Alt+p')
  await drawn().getByText('لە ساڵی 2024 گوتی "ئێستا"').waitFor()
  await page.keyboard.press('Control+Comma')
  await page.getByRole('combobox', { name: 'Digits in exports' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('combobox', { name: 'Quotation marks in exports' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await drawn().getByText('لە ساڵی ٢٠٢٤ گوتی «ئێستا»').waitFor()
  await drawn().getByRole('heading', { name: 'بوجەی ٢٠٢٤' }).waitFor()
  expect(await paragraphs()).toEqual(['لە ساڵی 2024 گوتی "ئێستا"'])
  const { base64 } = await ask<{ base64: string }>('article.export', { id, format: 'html' })
  expect(Buffer.from(base64, 'base64').toString()).toContain('لە ساڵی ٢٠٢٤ گوتی «ئێستا»')
  await ask('settings.change', { exportDigits: 'written', exportQuotes: 'written' })
  await drawn().getByText('لە ساڵی 2024 گوتی "ئێستا"').waitFor()
})
