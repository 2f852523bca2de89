import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { putCaret, untilFocused } from '../support/desk-in-browser.ts'
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
const bar = () => page.getByRole('search', { name: 'Find in the story' })
const query = () => bar().getByRole('textbox', { name: 'Find', exact: true })
const told = () => bar().getByRole('status').textContent()
const paragraphs = () => story().locator('p').allTextContents()
const painted = (name: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    name,
  )

async function write(...lines: string[]): Promise<void> {
  await story().click()
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  await page.keyboard.press('Control+Home')
}
async function look(text: string, keys = 'Control+f'): Promise<void> {
  await page.keyboard.press(keys)
  await untilFocused(query())
  await page.keyboard.type(text)
}

describe('find in an Arabic story', () => {
  beforeEach(() => write('قال الإعلام إن الاعلام حر', 'والإعْلَام في ٢٠٢٦ والاعلام'))

  test('as a reader reads, counted and painted, through all matches and round', async () => {
    await look('الاعلام')
    await expect.poll(told).toBe('1 of 4')
    expect(await painted('find')).toEqual(['الإعلام', 'الاعلام', 'الإعْلَام', 'الاعلام'])
    expect(await painted('find-current')).toEqual(['الإعلام'])
    for (const place of ['2 of 4', '3 of 4', '4 of 4', '1 of 4']) {
      await page.keyboard.press('Enter')
      await expect.poll(told).toBe(place)
    }
    await page.keyboard.press('Shift+Enter')
    await expect.poll(told).toBe('4 of 4')
    await page.keyboard.press('F3')
    await expect.poll(told).toBe('1 of 4')
    await page.keyboard.press('Escape')
    await bar().waitFor({ state: 'detached' })
    expect(await painted('find')).toEqual([])
    // The caret is where the last match was: typing goes on there.
    await page.keyboard.type('البيان')
    expect((await paragraphs())[0]).toBe('قال البيان إن الاعلام حر')
  })
  test('letters are told apart when that is asked for', async () => {
    await look('الاعلام')
    await expect.poll(told).toBe('1 of 4')
    await bar().getByRole('button', { name: 'Which letters are the same' }).focus()
    await page.keyboard.press('Enter')
    const letters = page.getByRole('dialog', { name: 'Which letters are the same' })
    await letters.getByRole('checkbox', { name: /hamza/ }).focus()
    await page.keyboard.press('Space')
    await expect.poll(told).toBe('1 of 2')
    await letters.getByRole('checkbox', { name: 'Whole words only' }).focus()
    await page.keyboard.press('Space')
    await expect.poll(told).toBe('1 of 1')
    await page.keyboard.press('Escape')
    await letters.waitFor({ state: 'detached' })
    await bar().waitFor()
    await query().fill('2026')
    await expect.poll(told).toBe('1 of 1')
  })
  test('replace one, then all, each undone by one Ctrl+Z', async () => {
    await look('الاعلام', 'Control+h')
    await bar().getByRole('textbox', { name: 'Replace with' }).focus()
    await page.keyboard.type('الصحافة')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await paragraphs())[0]).toBe('قال الصحافة إن الاعلام حر')
    await bar().getByRole('button', { name: 'Replace all' }).press('Enter')
    await expect.poll(told).toBe('3 matches were replaced.')
    expect(await paragraphs()).toEqual(['قال الصحافة إن الصحافة حر', 'والصحافة في ٢٠٢٦ والصحافة'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    expect(await paragraphs()).toEqual(['قال الصحافة إن الاعلام حر', 'والإعْلَام في ٢٠٢٦ والاعلام'])
    await page.keyboard.press('Control+z')
    expect(await paragraphs()).toEqual(['قال الإعلام إن الاعلام حر', 'والإعْلَام في ٢٠٢٦ والاعلام'])
  })
  test('follows what is typed in the story while it is open', async () => {
    await look('الاعلام')
    await expect.poll(told).toBe('1 of 4')
    await putCaret(story(), 'Control+End')
    await page.keyboard.type(' الإعلام')
    await expect.poll(told).toMatch(/5 matches|of 5/)
    expect(await painted('find')).toHaveLength(5)
  })
})

/** A line with a word in several writings, the word that is looked for, how often it is there by default and how often as it is written. */
const folds = [
  ['Alef with and without hamza', 'الأمل الامل', 'الامل', 2, 1],
  ['With and without vowel signs', 'كَتَبَ كتب', 'كتب', 2, 1],
  ['With and without tatweel', 'ســـلام سلام', 'سلام', 2, 1],
  ['The forms of yeh', 'على علي علی', 'علي', 3, 1],
  ['The forms of kaf', 'كرة کرة', 'كرة', 2, 1],
  ['The forms of heh', 'مدرسة مدرسه مدرسە', 'مدرسه', 3, 1],
  ['The digits of all three styles', '٢٠٢٦ 2026 ۲۰۲۶', '2026', 3, 1],
  ['With and without half-spaces and hidden marks', 'می\u200cروم میروم', 'میروم', 2, 1],
  ['Capital and small letters', 'NATO Nato nato', 'nato', 3, 1],
] as const

describe.each([
  {
    language: 'ar',
    lines: ['في 12 أيار و13 حزيران', 'و14 تموز'],
    turned: ['في أيار 12 وحزيران 13', 'و14 تموز'],
    whole: ['قلم والقلم وقلمه', 'قلم'],
  },
  {
    language: 'en',
    lines: ['On 12 May and 13 June', 'and 14 July'],
    turned: ['On May 12 and June 13', 'and 14 July'],
    whole: ['cat, concat and cats', 'cat'],
  },
] as const)('find in a story of $language', ({ language, lines, turned, whole }) => {
  const letters = () => bar().getByRole('button', { name: 'Which letters are the same' })
  /** Turns a switch round by its key, and comes back to the bar. */
  const turn = async (name: string) => {
    await letters().press('Enter')
    const shown = page.getByRole('dialog', { name: 'Which letters are the same' })
    await shown.getByRole('checkbox', { name }).press('Space')
    await page.keyboard.press('Escape')
    await shown.waitFor({ state: 'detached' })
  }
  beforeEach(() =>
    page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption(language),
  )

  test('each switch tells apart the letters that it names, and no others; so do whole words', async () => {
    await story().click()
    await page.keyboard.insertText([...folds.map(([, line]) => line), whole[0]].join(' · '))
    await look('x')
    for (const [name, line, asked, folded, apart] of folds) {
      await query().fill(asked)
      await expect.poll(async () => [name, await told()]).toEqual([name, `1 of ${folded}`])
      await turn(name)
      await expect.poll(async () => [name, await told()]).toEqual([name, `1 of ${apart}`])
      // Painted a frame after it is told.
      await expect
        .poll(async () => [name, line.includes((await painted('find'))[0] ?? 'nothing')])
        .toEqual([name, true])
    }
    await query().fill(whole[1])
    await expect.poll(told).toBe('1 of 3')
    await turn('Whole words only')
    await expect.poll(told).toBe('1 of 1')
  })
  test('within a selection alone, and by a pattern with its groups', async () => {
    await write(...lines)
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('Control+h')
    await expect.poll(() => query().inputValue()).toBe(lines[0])
    await bar().getByRole('button', { name: 'Only in the selection' }).press('Enter')
    await turn('Regular expression')
    // A joined «و» is no part of what is looked for.
    await query().fill(String.raw`(\d+) (\p{L}+)`)
    await expect.poll(told).toMatch(/of 2|2 matches/)
    await bar().getByRole('textbox', { name: 'Replace with' }).fill('$2 $1')
    await bar().getByRole('button', { name: 'Replace all' }).press('Enter')
    await expect.poll(paragraphs).toEqual(turned)
    await query().fill('(')
    await expect.poll(told).toBe('Not a regular expression')
    await query().fill('(a+)+')
    await expect.poll(told).toBe('This pattern might never end')
  })
})

describe('find in an English story', () => {
  test('marks stay on what takes their place', async () => {
    await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption('en')
    await write('the lake and the lake')
    for (let time = 0; time < 4; time += 1) await page.keyboard.press('ArrowRight')
    for (let time = 0; time < 4; time += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+h')
    await expect.poll(() => query().inputValue()).toBe('lake')
    await bar().getByRole('textbox', { name: 'Replace with' }).fill('river')
    await bar().getByRole('button', { name: 'Replace all' }).press('Enter')
    await expect.poll(() => story().locator('strong').textContent()).toBe('river')
    expect(await paragraphs()).toEqual(['the river and the river'])
  })
})
