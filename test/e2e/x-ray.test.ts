import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
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
beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(desk.at({ language: 'en' }))
  await page.locator('.library .end').waitFor()
  await page.keyboard.press('Control+Alt+n')
})
afterEach(() => page.context().close())

const story = () => page.getByRole('textbox', { name: 'Story', exact: true })
const bar = () => page.getByRole('group', { name: 'X-ray of the text' })
const kinds = () => bar().getByRole('radio').allTextContents()
const signs = () => page.locator('.x-ray-layer > span').allTextContents()
const words = () => story().locator('p').first().textContent()
const painted = () =>
  page.evaluate(() => [...(CSS.highlights.get('x-ray') ?? [])].map((range) => (range as Range).toString()))

async function write(language: string, text: string): Promise<void> {
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption(language)
  await story().click()
  await page.keyboard.insertText(text)
}

test('in a Sorani story: counted, painted, signed, gone to and cleaned by keyboard, and back by one Ctrl+Z', async () => {
  const text = 'كوردستان  ده\u200cنگی\u200f گـــەل می\u200cروم'
  await write('ckb', text)
  const before = await story().innerHTML()
  await page.keyboard.press('Control+Alt+x')
  await bar().waitFor()
  await expect
    .poll(kinds)
    .toEqual([
      'Half-spaces 2',
      'Right-to-left marks 1',
      'Tatweel 1',
      'Doubled spaces 1',
      'Look-alike letters 1',
    ])
  await expect.poll(painted).toEqual(['ك', '  ', 'ـــ'])
  await expect.poll(signs).toEqual(['ZWNJ', 'RLM', 'ZWNJ'])
  // The letters themselves are untouched.
  expect(await story().innerHTML()).toBe(before)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('ك')
  await page.keyboard.press('F8')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('  ')
  await bar().getByRole('button', { name: 'Clean 4 places' }).press('Enter')
  await expect.poll(words).toBe('کوردستان دەنگی\u200f گەل می\u200cروم')
  await bar().getByText('4 places were cleaned.').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(words).toBe(text)
  await page.keyboard.press('Control+Alt+x')
  await bar().waitFor({ state: 'detached' })
  expect(await page.locator('.x-ray-layer').count()).toBe(0)
  expect(await painted()).toEqual([])
})

test('follows the language of the article, though its direction stays: what is at home in one looks like a letter of the other', async () => {
  await write('ar', 'كتاب علي')
  await page.keyboard.press('Control+Alt+x')
  await bar().waitFor()
  await expect.poll(kinds).toEqual([])
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption('fa')
  await expect.poll(kinds).toEqual(['Look-alike letters 2'])
  await expect.poll(painted).toEqual(['ك', 'ي'])
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption('ar')
  await expect.poll(kinds).toEqual([])
})

test('in an English story one kind is chosen, and only that is cleaned', async () => {
  await write('en', 'Two  spaces and \u202ean override')
  await page.keyboard.press('Control+Alt+x')
  await bar()
    .getByRole('radio', { name: /Doubled spaces/ })
    .press('Enter')
  await bar().getByRole('button', { name: 'Clean 1 place' }).press('Enter')
  await expect.poll(words).toBe('Two spaces and \u202ean override')
  await expect.poll(kinds).toEqual(['Overrides and embeddings 1'])
})

test('characters that keyboards lack are put in by key and by menu', async () => {
  await write('fa', 'می')
  await page.keyboard.press('Control+Shift+2')
  await page.keyboard.type('روم')
  await expect.poll(words).toBe('می\u200cروم')
  await page.keyboard.press('Control+Alt+x')
  await bar().getByRole('button', { name: 'Insert a character' }).press('Enter')
  await page
    .getByRole('dialog', { name: 'Insert a character' })
    .getByRole('button', { name: /Fixed space/ })
    .press('Enter')
  await expect.poll(() => story().evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.type('x')
  await expect.poll(words).toBe('می\u200cروم\u00a0x')
  await page.keyboard.press('Control+Alt+r')
  await expect.poll(words).toBe('می\u200cروم\u00a0x\u200f')
})

test('what has no width is signed by its own name and counted by its kind; neighbours have one sign', async () => {
  await write('en', 'a \u2067b\u2069 \u202ec\u202c d\u00ade \u200b\u200ef')
  await page.keyboard.press('Control+Alt+x')
  await expect
    .poll(kinds)
    .toEqual([
      'Left-to-right marks 1',
      'Isolates 2',
      'Overrides and embeddings 2',
      'Soft hyphens 1',
      'Zero-width characters 1',
    ])
  await expect.poll(signs).toEqual(['RLI', 'PDI', 'RLO', 'PDF', 'SHY', 'ZWSP LRM'])
})

describe.each([
  {
    language: 'ckb',
    text: 'شاره  كورد \u2067گوناه\u2069',
    clean: 'شارە کورد گوناه',
    places: 5,
    kinds: ['Isolates 2', 'Doubled spaces 1', 'Look-alike letters 3'],
    kindLeft: 'Look-alike letters 1',
    spacesOnly: 'شاره كورد \u2067گوناه\u2069',
    letters: ['ب', 'ت'],
  },
  {
    language: 'en',
    text: 'Two  spaces in L\u043endon, \u202aBBC\u202c\u200e',
    clean: 'Two spaces in London, BBC\u200e',
    places: 4,
    kinds: [
      'Left-to-right marks 1',
      'Overrides and embeddings 2',
      'Doubled spaces 1',
      'Look-alike letters 1',
    ],
    kindLeft: 'Left-to-right marks 1',
    spacesOnly: 'Two spaces in L\u043endon, \u202aBBC\u202c\u200e',
    letters: ['b', 'c'],
  },
] as const)('in a story in $language', ({ language, text, clean, places, letters, ...wanted }) => {
  test('Ctrl+F8 opens the X-ray and cleans in one step, says so, and one Ctrl+Z gives all back', async () => {
    await write(language, text)
    await page.keyboard.press('Control+F8')
    await expect.poll(words).toBe(clean)
    await bar().getByText(`${places} places were cleaned.`).waitFor()
    await expect.poll(kinds).toEqual([wanted.kindLeft])
    // Nothing is left of which it could be certain.
    await page.keyboard.press('Control+F8')
    await bar().getByText('Nothing to clean: what is left may be meant.').waitFor()
    expect(await words()).toBe(clean)
    await page.keyboard.press('Control+z')
    await expect.poll(words).toBe(text)
    await expect.poll(kinds).toEqual(wanted.kinds)
    // The kind that is chosen, as its button does.
    await bar()
      .getByRole('radio', { name: /Doubled spaces/ })
      .press('Enter')
    await page.keyboard.press('Control+F8')
    await expect.poll(words).toBe(wanted.spacesOnly)
    await bar().getByText('1 place was cleaned.').waitFor()
  })

  const characters = [
    ['Half-space (ZWNJ)', 'Control+Shift+2', '\u200c'],
    ['Right-to-left mark', 'Control+Alt+r', '\u200f'],
    ['Left-to-right mark', 'Control+Alt+l', '\u200e'],
    ['Fixed space', 'Control+Shift+Space', '\u00a0'],
    ['Joiner', 'Control+Shift+1', '\u200d'],
    ['Arabic letter mark', 'Control+Alt+a', '\u061c'],
    ['Tatweel', 'Control+Alt+k', '\u0640'],
  ] as const
  const all = characters.map(([, , character]) => character).join('')
  const [first, last] = letters

  test('characters that keyboards lack are put in by their keys, and each is told', async () => {
    await write(language, first)
    for (const [name, keys] of characters) {
      await page.keyboard.press(keys)
      await page
        .getByRole('status')
        .filter({ hasText: `Inserted: ${name}` })
        .waitFor({ state: 'attached' })
    }
    await page.keyboard.insertText(last)
    await expect.poll(words).toBe(first + all + last)
  })

  test('and by the menu of the toolbar, after which the caret is in the story again', async () => {
    await write(language, first)
    const isInStory = () => story().evaluate((element) => element.contains(document.activeElement))
    for (const [name] of characters) {
      await page.getByRole('button', { name: 'More formatting' }).press('Enter')
      const menu = page.getByRole('group', { name: 'Insert a character' })
      await menu.getByRole('button', { name, exact: true }).press('Enter')
      await menu.waitFor({ state: 'detached' })
      await expect.poll(isInStory).toBe(true)
    }
    await page.keyboard.insertText(last)
    await expect.poll(words).toBe(first + all + last)
  })
})
