import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
beforeEach(() => openWindow())
afterEach(() => page.context().close())

async function openWindow(): Promise<void> {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(desk.at({ language: 'en' }))
  await page.locator('.library .end').waitFor()
}
const story = () => page.getByRole('textbox', { name: 'Story', exact: true })
const words = () => story().locator('p').first().textContent()
const menu = () => page.getByRole('menu')
const items = () => menu().getByRole('menuitem').allTextContents()
const painted = (name = 'spelling') =>
  page.evaluate(
    (paint) => [...(CSS.highlights.get(paint) ?? [])].map((range) => (range as Range).toString()),
    name,
  )
const selected = () => page.evaluate(() => getSelection()?.toString())

/** A new article in this language, written key by key. */
async function write(language: string, text: string): Promise<void> {
  await page.keyboard.press('Control+Alt+n')
  // The article before it stays until the new one is there.
  await expect.poll(() => words().catch(() => null)).toBe('')
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption(language)
  await story().click()
  await page.keyboard.type(text)
}
/** Presses the right button in the middle of a painted word. */
async function pressRight(word: string): Promise<void> {
  const place = await page.evaluate((text) => {
    const ranges = [...CSS.highlights.values()].flatMap((each) => [...each]) as Range[]
    const rect = ranges.find((range) => range.toString() === text)?.getBoundingClientRect()
    return rect && { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
  }, word)
  if (!place) throw new Error(`${word} is not painted`)
  await page.mouse.click(place.x, place.y, { button: 'right' })
}

describe.each([
  { language: 'ar', text: 'قالت الحكومه إن الخبر صحيح', wrong: 'الحكومه', right: 'الحكومة' },
  { language: 'en', text: 'The goverment said it is true', wrong: 'goverment', right: 'government' },
])('in a story in $language', ({ language, text, wrong, right }) => {
  test('a mistyped word is marked, gone to, and replaced by key, and comes back by one Ctrl+Z', async () => {
    await write(language, text)
    const before = await story().innerHTML()
    await expect.poll(() => painted()).toEqual([wrong])
    // The letters themselves are untouched.
    expect(await story().innerHTML()).toBe(before)
    await page.getByRole('button', { name: '1 marked word' }).waitFor()
    await page.keyboard.press('F7')
    await expect.poll(selected).toBe(wrong)
    await page.keyboard.press('Control+;')
    await expect.poll(items).toContain(right)
    // The first has the focus once it is known.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(right)
    await page.keyboard.press('Enter')
    await expect.poll(words).toBe(text.replace(wrong, right))
    await expect.poll(() => painted()).toEqual([])
    // The caret stands behind the word, in the story.
    await page.keyboard.type('x')
    await expect.poll(words).toBe(text.replace(wrong, `${right}x`))
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(words).toBe(text)
    await expect.poll(() => painted()).toEqual([wrong])
  })

  test('the right button offers what could stand there, and a mouse chooses', async () => {
    await write(language, `${text} `)
    await expect.poll(() => painted()).toEqual([wrong])
    await pressRight(wrong)
    await menu().getByRole('menuitem', { name: right, exact: true }).click()
    await expect.poll(words).toBe(`${text.replace(wrong, right)} `)
    await expect
      .poll(() => story().evaluate((element) => element.contains(document.activeElement)))
      .toBe(true)
  })

  test('a word is not marked while it is written, and is when the caret leaves it', async () => {
    await write(language, `${text} ${wrong}`)
    await expect.poll(() => painted()).toEqual([wrong])
    // One more letter of it: still being written.
    await page.keyboard.press('Backspace')
    await page.keyboard.type(wrong.slice(-1))
    await page.waitForTimeout(400)
    expect(await painted()).toEqual([wrong])
    await page.keyboard.press('Home')
    await expect.poll(() => painted()).toEqual([wrong, wrong])
  })

  test('Escape leaves the menu with nothing changed, and the arrows walk it', async () => {
    await write(language, text)
    await expect.poll(() => painted()).toEqual([wrong])
    await page.keyboard.press('F7')
    await expect.poll(selected).toBe(wrong)
    await page.keyboard.press('Control+;')
    await expect.poll(items).toContain(right)
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ignore in this story')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(right)
    await page.keyboard.press('Escape')
    await menu().waitFor({ state: 'detached' })
    await expect
      .poll(() => story().evaluate((element) => element.contains(document.activeElement)))
      .toBe(true)
    expect(await words()).toBe(text)
  })
})

test('F7 and Shift+F7 go round the story, over blocks, and say where they are', async () => {
  await write('en', 'A goverment')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and a parlament here.')
  await page.keyboard.press('F7')
  await expect.poll(selected).toBe('goverment')
  await page.keyboard.press('F7')
  await expect.poll(selected).toBe('parlament')
  await page.getByText('“parlament” may be wrong: 2 of 2').waitFor({ state: 'attached' })
  await page.keyboard.press('F7')
  await expect.poll(selected).toBe('goverment')
  await page.keyboard.press('Shift+F7')
  await expect.poll(selected).toBe('parlament')
})

test('what Arabic is known to get wrong has its right form first', async () => {
  await write('ar', 'لاكن هاذا إنشاء الله جيد ')
  await expect.poll(() => painted()).toEqual(['لاكن', 'هاذا', 'إنشاء الله'])
  for (const right of ['لكن', 'هذا', 'إن شاء الله']) {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('F7')
    await page.keyboard.press('Control+;')
    await expect.poll(async () => (await items())[0]).toBe(right)
    await page.keyboard.press('Enter')
  }
  await expect.poll(words).toBe('لكن هذا إن شاء الله جيد ')
})

test('Latin words in an Arabic story are English; addresses, names, codes and numbers are left alone', async () => {
  await write('ar', 'قال Reuters في goverment ')
  await page.keyboard.insertText('https://ex.com/xqzt @qwrt #qwrt A320 UNAMI name@qwrt.org ')
  await expect.poll(() => painted()).toEqual(['goverment'])
})

test('with another language of the article its words are looked up in another dictionary', async () => {
  await write('fa', 'دولت گفت می\u200cروم ')
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption('ar')
  await expect.poll(async () => (await painted()).length).toBeGreaterThan(0)
  await page.getByRole('region', { name: 'Details' }).getByLabel('Language').selectOption('fa')
  await expect.poll(() => painted()).toEqual([])
})

test('a word of the house is right in this story, after a restart, and in the file that is shared', async () => {
  await write('en', 'In Hewlerr today')
  await expect.poll(() => painted()).toEqual(['Hewlerr'])
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+;')
  await menu().getByRole('menuitem', { name: 'Add to the house list' }).press('Enter')
  await expect.poll(() => painted()).toEqual([])
  await expect
    .poll(() => readFile(join(desk.library, 'spelling', 'words.txt'), 'utf8').catch(() => ''))
    .toContain('[en]\nHewlerr\n')
  await page.context().close()
  await desk.kill()
  await desk.start()
  await openWindow()
  await write('en', 'Hewlerr and goverment are')
  await expect.poll(() => painted()).toEqual(['goverment'])
})

test('a word that is ignored in one story is marked in another, and stays ignored when it is opened again', async () => {
  await write('en', 'A zorgle here')
  await expect.poll(() => painted()).toEqual(['zorgle'])
  await pressRight('zorgle')
  await menu().getByRole('menuitem', { name: 'Ignore in this story' }).click()
  await expect.poll(() => painted()).toEqual([])
  await page.getByText('Saved', { exact: true }).first().waitFor()
  await write('en', 'Another zorgle here')
  await expect.poll(() => painted()).toEqual(['zorgle'])
  await page.keyboard.press('Control+Alt+BracketRight')
  await expect.poll(words).toBe('A zorgle here')
  await page.waitForTimeout(500)
  expect(await painted()).toEqual([])
})

const affixes = 'SET UTF-8\nTRY ئابپتدرسشکگلمنوهەیێ\nSFX A Y 1\nSFX A 0 ەکان .\n'
const sorani = '4\nهەولێر\nسەرۆک\nوتار/A\nلە\n'
const choose = (files: Record<string, string>) =>
  page
    .locator('.dictionary', { hasText: 'سۆرانی' })
    .locator('input[type=file]')
    .setInputFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    )

test('Sorani has no dictionary until the house brings one; what that marks is a hint', async () => {
  await write('ckb', 'سەرۆک لە هەولێر وتارەکان خوێندەوە ')
  await page.waitForTimeout(500)
  expect(await painted('spelling-hint')).toEqual([])
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.waitFor()
  await choose({ 'ckb.aff': affixes })
  await settings.getByText('Choose both files of the dictionary together').waitFor()
  await choose({ 'ckb.aff': 'not affixes at all', 'ckb.dic': sorani })
  await settings.getByText('no spelling dictionary that Midad can read').waitFor()
  await choose({ 'ckb.aff': affixes, 'ckb-Arab.dic': sorani })
  await settings.getByText('ckb-Arab.dic').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => painted('spelling-hint')).toEqual(['خوێندەوە'])
  expect(await painted()).toEqual([])
  await pressRight('خوێندەوە')
  await menu().getByText('A hint: this word may be right').waitFor()
  await menu().getByRole('menuitem', { name: 'Add to the house list' }).click()
  await expect.poll(() => painted('spelling-hint')).toEqual([])
  // A mistyped one, with what the dictionary knows; the right button has moved the caret.
  await page.keyboard.press('Control+End')
  await page.keyboard.type('هەولر ')
  await expect.poll(() => painted('spelling-hint')).toEqual(['هەولر'])
  await page.keyboard.press('Shift+F7')
  await page.keyboard.press('Control+;')
  await expect.poll(items).toContain('هەولێر')
  await page.keyboard.press('Escape')
  await desk.kill()
  await desk.start()
  await page.context().close()
  await openWindow()
  await write('ckb', 'وتارەکان هەولر خوێندەوە ')
  await expect.poll(() => painted('spelling-hint')).toEqual(['هەولر'])
})

test('it is switched off and on by command and by language in Settings, at once', async () => {
  await write('ar', 'الحكومه goverment ')
  await expect.poll(() => painted()).toEqual(['الحكومه', 'goverment'])
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('switch', { name: 'English', exact: true }).press('Space')
  await page.keyboard.press('Escape')
  await expect.poll(() => painted()).toEqual(['الحكومه'])
  const toggle = async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Check spelling')
    await page.keyboard.press('Enter')
  }
  await toggle()
  await expect.poll(() => painted()).toEqual([])
  await page.keyboard.press('F7')
  await page.getByText('Spelling is not checked.').waitFor()
  await toggle()
  await expect.poll(() => painted()).toEqual(['الحكومه'])
  await page.keyboard.press('Control+,')
  await settings.getByRole('switch', { name: 'English', exact: true }).press('Space')
})

test('the house’s list is written, shared as a file, and takes in that of another house', async () => {
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByLabel('Language of the list').selectOption('ar')
  const entry = settings.getByLabel('A word, or wrong = right')
  await entry.fill('two words')
  await entry.press('Enter')
  await settings.getByText('One word without spaces').waitFor()
  await entry.fill('مسؤل = مسؤول')
  await entry.press('Enter')
  await settings.getByRole('list', { name: 'The list of this language' }).getByText('مسؤل = مسؤول').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    settings.getByRole('button', { name: 'Save the list as a file…' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('[ar]\nمسؤل = مسؤول\n')
  const take = (text: string) =>
    settings
      .locator('.house-words input[type=file]')
      .setInputFiles([{ name: 'theirs.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }])
  await take('no list')
  await settings.getByText('No words were found in this file.').waitFor()
  await take('[ar]\nمسؤل = مسؤول\nكويسنجق\n')
  await settings.getByText('1 word was added.').waitFor()
  await settings.locator('.entries li', { hasText: 'كويسنجق' }).getByRole('button').click()
  await settings.getByText('كويسنجق').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await write('ar', 'قال مسؤل ')
  await expect.poll(() => painted()).toEqual(['مسؤل'])
})

describe('the walls', () => {
  test('no dictionary and no WebAssembly is asked for before there is a word to check', async () => {
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    await page.reload()
    await page.locator('.library .end').waitFor()
    await page.keyboard.press('Control+Alt+n')
    await story().click()
    await page.waitForTimeout(500)
    expect(asked.filter((path) => /dictionaries|wasm|worker/.test(path))).toEqual([])
    await page.keyboard.type('one two ')
    await expect
      .poll(() => asked.filter((path) => path.startsWith('/dictionaries/')).length)
      .toBeGreaterThan(0)
  })

  test('the page itself compiles no WebAssembly, and starts no other worker', async () => {
    const refused = await page.evaluate(async () => {
      const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
      const isCompiled = await WebAssembly.compile(empty).then(
        () => true,
        () => false,
      )
      const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? ''
      let isStarted: boolean
      try {
        isStarted = new Worker(script) instanceof Worker
      } catch {
        isStarted = false
      }
      return [isCompiled, isStarted]
    })
    expect(refused).toEqual([false, false])
  })

  test('a dictionary that is missing from the program is told of, and nothing is marked', async () => {
    await page.route('**/dictionaries/fa.*', (route) => route.abort())
    await write('fa', 'دولتت غغغغ ')
    await page.getByText(/The dictionary for .*فارسی.* could not be loaded/).waitFor()
    expect(await painted()).toEqual([])
  })
})
