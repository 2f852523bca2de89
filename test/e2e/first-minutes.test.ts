import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../core/commands/table.ts'
import { interfaceLanguage, type MessageKey } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { typingSwitches } from '../../core/model/settings.ts'
import { deskInBrowser, judged } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const hintIds = ['library', 'story', 'details', 'preview', 'export'] as const
const { runDesk, open: openDesk } = deskInBrowser()
let desk: RunningDesk
let page: Page
beforeEach(async () => {
  desk = await runDesk()
})

async function open(language: string, options: { width?: number; dark?: boolean } = {}) {
  page = await openDesk(desk, {
    ...judged,
    language,
    viewport: { width: options.width ?? 1280, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
  })
}
const words = (code: string) => createTranslate(interfaceLanguage(code))
async function axeFindings() {
  // Half a megabyte: once a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await checker.run({ iframes: false })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
  })
}
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
/** Presses Tab until this has the focus: what the keyboard alone can reach. */
async function tabTo(target: Locator, keys = 'Tab') {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(keys)
  }
  throw new Error('not reached by Tab')
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
const tour = (t: (key: MessageKey) => string) => page.getByRole('region', { name: t('tour.name') })

describe.each([
  { code: 'ar', direction: 'rtl', dark: false },
  { code: 'en', direction: 'ltr', dark: true },
])('in $code', ({ code, direction, dark }) => {
  const t = words(code)

  test('the welcome stands on the page without being in the way, and axe finds nothing', async () => {
    await open(code, { dark })
    await page.getByRole('heading', { name: t('welcome.title') }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await button(t('library.new')).count()).toBe(1)
    await page.locator('.page').getByText(desk.library).waitFor()
    expect(await axeFindings()).toEqual([])
    await button(t('library.new')).click()
    await page.getByRole('textbox', { name: t('field.headline'), exact: true }).waitFor()
    expect(await page.getByRole('heading', { name: t('welcome.title') }).count()).toBe(0)
    // It is over for good once an article was open.
    await expect.poll(() => settingsOnDisk()).toMatchObject({ firstMinutes: 'done' })
    await page.reload()
    await page.locator('.row').waitFor()
    await page.getByRole('heading', { name: t('empty.choose') }).waitFor()
    expect(await axeFindings()).toEqual([])
  })

  test('by keyboard alone: samples, then the tour from hint to hint, and back into the story', async () => {
    await open(code, { dark })
    const samples = button(t('welcome.samples'))
    await samples.waitFor()
    await tabTo(samples)
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: t('welcome.samplesAdded', { count: 4 }) })
      .waitFor()
    const rows = page.locator('.row .h')
    await expect.poll(() => rows.count()).toBe(4)
    expect(await rows.first().getAttribute('lang')).toBe(code)
    await tabTo(button(t('help.tour')))
    await page.keyboard.press('Enter')
    await tour(t).waitFor()
    for (const [index, id] of hintIds.entries()) {
      await tour(t)
        .getByRole('heading', { name: t(`tour.${id}`) })
        .waitFor()
      await expect.poll(() => focused()).toBe(t(index === 4 ? 'tour.done' : 'tour.next'))
      await page.locator('.tour-ring').waitFor()
      expect([id, await overlapOfRing(id)]).toEqual([id, true])
      expect([id, await axeFindings()]).toEqual([id, []])
      await page.keyboard.press('Enter')
    }
    await tour(t).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.closest('.story-text') !== null)).toBe(true)
  })

  test('a hint stands on the side where its library is', async () => {
    await open(code)
    await button(t('help.tour')).click()
    await tour(t).waitFor()
    await expect.poll(async () => ((await tour(t).boundingBox())?.x ?? 0) > 640).toBe(direction === 'rtl')
  })

  test('every command stands in the list of keys with its keys, and is found by a word', async () => {
    await open(code, { dark })
    await page.keyboard.press('Control+Slash')
    const list = page.getByRole('dialog', { name: t('help.keys') })
    await list.waitFor()
    expect(await list.locator('dt').count()).toBe(commands.length)
    for (const { label } of commands)
      expect(await list.getByText(t(label), { exact: true }).count()).toBeGreaterThan(0)
    expect(await axeFindings()).toEqual([])
    await page.keyboard.type(t('format.bold'))
    await expect.poll(() => list.locator('dt').allTextContents()).toEqual([t('format.bold')])
    await page.getByRole('searchbox', { name: t('keys.search') }).fill('ctrl shift k')
    await expect.poll(() => list.locator('dt').allTextContents()).toEqual([t('format.link')])
    await page.getByRole('searchbox', { name: t('keys.search') }).fill('zzzz')
    await list
      .getByRole('status')
      .filter({ hasText: t('keys.found', { count: 0 }) })
      .waitFor()
    expect(await axeFindings()).toEqual([])
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })

  test('the settings have their six parts, each choice under its label, and axe finds nothing', async () => {
    await open(code, { dark })
    await page.keyboard.press('Control+Comma')
    const dialog = page.getByRole('dialog', { name: t('settings.name') })
    for (const part of ['look', 'writing', 'typing', 'shelf', 'house', 'saving'] as const)
      await dialog.getByRole('region', { name: t(`settings.${part}`), exact: true }).waitFor()
    for (const label of [
      'interfaceLanguage',
      'appearance',
      'digits',
      'rows',
      'storyLanguage',
      'storyFont',
      'storySize',
      'quotes',
      'houseTheme',
      'arabicMonths',
    ] as const)
      expect([label, await dialog.getByLabel(t(`settings.${label}`), { exact: true }).count()]).toEqual([
        label,
        1,
      ])
    for (const name of typingSwitches)
      expect([name, await dialog.getByRole('switch', { name: t(`settings.${name}`) }).isChecked()]).toEqual([
        name,
        name !== 'typingMaqaf',
      ])
    await dialog.getByText(desk.library).waitFor()
    expect(await axeFindings()).toEqual([])
    await tabTo(dialog.getByLabel(t('settings.quotes'), { exact: true }))
    await page.keyboard.press('ArrowDown')
    await dialog.getByText('«عاد الماء إلى البحيرة»').waitFor()
    await tabTo(button(t('dialog.done')))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  })

  test('where nothing is, it says what to do', async () => {
    await open(code, { dark })
    await page.getByText(t('library.empty')).waitFor()
    await button(t('trash.name')).click()
    await page.getByText(t('trash.emptyNext')).waitFor()
    expect(await axeFindings()).toEqual([])
    await page.keyboard.press('Escape')
    await button(t('welcome.close')).click()
    await page.getByRole('heading', { name: t('empty.first') }).waitFor()
    expect(await axeFindings()).toEqual([])
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('zzzz')
    await page.getByText(t('palette.noneNext')).waitFor()
    expect(await axeFindings()).toEqual([])
    await page.keyboard.press('Escape')
    await button(t('library.new')).click()
    await page.getByRole('textbox', { name: t('field.headline'), exact: true }).waitFor()
    await page.keyboard.press('Control+Alt+p')
    await page.getByText(t('preview.empty')).waitFor()
    await page.getByRole('textbox', { name: t('field.headline'), exact: true }).fill('دوكان')
    await page.getByText(t('preview.empty')).waitFor({ state: 'detached' })
    await page.getByRole('searchbox', { name: t('library.search') }).fill('zzzz')
    await page.getByText(t('library.noHits')).waitFor()
    expect(await axeFindings()).toEqual([])
    await button(t('library.clearSearch')).click()
    await page.locator('.row').waitFor()
    await page.locator('.chip', { hasText: t('library.published') }).click()
    await button(t('library.showAll')).click()
    await page.locator('.row').waitFor()
  })
})

test.each(['ckb', 'kmr'])('axe finds nothing in the first minutes in %s', async (code) => {
  const t = words(code)
  await open(code, { dark: code === 'ckb' })
  await page.getByRole('heading', { name: t('welcome.title') }).waitFor()
  expect(await axeFindings()).toEqual([])
  await page.keyboard.press('Control+Slash')
  await page.getByRole('dialog', { name: t('help.keys') }).waitFor()
  expect(await axeFindings()).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Comma')
  await page.getByRole('dialog', { name: t('settings.name') }).waitFor()
  expect(await axeFindings()).toEqual([])
  await page.keyboard.press('Escape')
  await button(t('help.tour')).click()
  await tour(t).waitFor()
  expect(await axeFindings()).toEqual([])
  // Its own story was brought, since the library was empty.
  expect(await page.locator('article.story').getAttribute('lang')).toBe(code === 'kmr' ? 'ku' : code)
})

test('the welcome changes the language at once, and that of new articles with it', async () => {
  await open('en')
  await page.getByRole('radio', { name: 'العربية' }).check()
  await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.getByRole('heading', { name: words('ar')('welcome.title') }).waitFor()
  await page.getByRole('radio', { name: 'English' }).check()
  await expect.poll(() => page.getByLabel('I mostly write in').inputValue()).toBe('en')
  await page.getByLabel('I mostly write in').selectOption('ckb')
  await expect.poll(() => settingsOnDisk()).toMatchObject({ interfaceLanguage: 'en', storyLanguage: 'ckb' })
  await button('New article').click()
  await expect.poll(() => page.locator('article.story').getAttribute('lang')).toBe('ckb')
})

test('the tour can be left by Escape from anywhere, and nothing that is typed meanwhile is lost', async () => {
  const t = words('en')
  await open('en')
  await button(t('help.tour')).click()
  await tour(t).waitFor()
  // The library was empty: the tour has brought a story to stand beside.
  const headline = page.getByRole('textbox', { name: 'Headline', exact: true })
  await headline.fill('Written during the tour')
  await tour(t).getByText('1 of 5').waitFor()
  await page.keyboard.press('F6')
  await page.keyboard.press('Shift+F6')
  await page.getByRole('textbox', { name: 'Story', exact: true }).click()
  await page.keyboard.press('Escape')
  await tour(t).waitFor({ state: 'detached' })
  await expect.poll(() => headline.inputValue()).toBe('Written during the tour')
  expect(await page.evaluate(() => document.activeElement?.closest('.story-text') !== null)).toBe(true)
  // And comes again by its command.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('show me around')
  await page.keyboard.press('Enter')
  await tour(t).waitFor()
})

test('a hint unfolds what it is about, and stands at the foot where that is folded away again', async () => {
  const t = words('en')
  await open('en')
  await button(t('help.tour')).click()
  await tour(t).waitFor()
  await button('Hide the library').click()
  await expect.poll(() => page.locator('.tour-ring').isVisible()).toBe(false)
  await expect.poll(async () => ((await tour(t).boundingBox())?.y ?? 0) > 400).toBe(true)
  await button('Hide the panels').click()
  await tour(t).getByRole('button', { name: 'Next' }).click()
  await tour(t).getByRole('button', { name: 'Next' }).click()
  await page.getByRole('region', { name: 'Details', exact: true }).waitFor()
  await expect.poll(() => page.locator('.tour-ring').isVisible()).toBe(true)
  await tour(t).getByRole('button', { name: 'Back' }).click()
  await tour(t).getByRole('button', { name: 'Back' }).click()
  await page.getByRole('searchbox', { name: 'Search articles' }).waitFor()
  expect(await focused()).toBe('Next')
})

test.each([1024, 1920])('the tour stays within a window of %i pixels', async (width) => {
  const t = words('ar')
  await open('ar', { width })
  await button(t('help.tour')).click()
  await tour(t).waitFor()
  for (const id of hintIds) {
    await tour(t)
      .getByRole('heading', { name: t(`tour.${id}`) })
      .waitFor()
    await page.waitForTimeout(200)
    const box = await tour(t).boundingBox()
    expect([id, (box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width]).toEqual([id, true])
    await tour(t).locator('.next').click()
  }
})

test('`?` outside the text opens the keys; inside it is a question mark', async () => {
  await open('en')
  await button('New article').click()
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Why')
  await page.keyboard.press('End')
  await page.keyboard.type('?')
  expect(await page.getByRole('textbox', { name: 'Headline', exact: true }).inputValue()).toBe('Why?')
  await button('Trash').focus()
  await page.keyboard.type('?')
  await page.getByRole('dialog', { name: 'Keys and commands' }).waitFor()
})

test('size, face and rows hold at once, and a line keeps its number of letters', async () => {
  await open('en')
  await button('Add sample stories').click()
  await page.getByRole('status').filter({ hasText: '4 sample stories' }).waitFor()
  await expect.poll(() => page.locator('.row').count()).toBe(4)
  await page.locator('.row').first().click()
  const story = page.getByRole('textbox', { name: 'Story', exact: true })
  await story.waitFor()
  await button('Hide the panels').click()
  const look = () =>
    story.evaluate((root) => {
      const { fontSize, fontFamily } = getComputedStyle(root)
      return { size: parseFloat(fontSize), family: fontFamily, width: root.getBoundingClientRect().width }
    })
  const before = await look()
  const rowBefore = (await page.locator('.row').first().boundingBox())?.height ?? 0
  await page.keyboard.press('Control+Comma')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByLabel('Size of the story').selectOption('large')
  await dialog.getByLabel('Typeface of the story').selectOption('plain')
  await dialog.getByLabel('Rows of the library').selectOption('compact')
  await dialog.getByLabel('Digits', { exact: true }).selectOption('arab')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await look()).size / before.size).toBeCloseTo(1.15, 2)
  const after = await look()
  expect(after.family).toContain('Inter')
  expect(after.width / after.size).toBeCloseTo(before.width / before.size, 1)
  expect(rowBefore).toBeGreaterThan(72)
  await expect
    .poll(async () => (await page.locator('.row').first().boundingBox())?.height)
    .toBeLessThanOrEqual(56)
  await page.getByText('٤ articles').waitFor()
  // And after a new start.
  await page.reload()
  await page.locator('.row').first().click()
  await expect.poll(() => look().then(({ size }) => size)).toBe(after.size)
})

async function settingsOnDisk(): Promise<unknown> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/desk.state', {
      method: 'POST',
      headers: {
        'x-midad-token': sessionStorage.getItem('midad-secret') ?? '',
        'content-type': 'application/json',
      },
      body: '{}',
    })
    const { value } = (await answer.json()) as { value: { settings: unknown } }
    return value.settings
  })
}

/** Whether the ring is drawn around what the hint is about. */
async function overlapOfRing(id: string): Promise<boolean> {
  const ring = await page.locator('.tour-ring').boundingBox()
  const anchor = await page.locator(`[data-tour=${id}]`).boundingBox()
  if (!ring || !anchor) return false
  return Math.abs(ring.x - anchor.x) < 2 && Math.abs(ring.width - anchor.width) < 2
}
