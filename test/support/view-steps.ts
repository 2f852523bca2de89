import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { plantRecovery, unplant } from './planted-versions.ts'
import { storyOfBlocks } from './story-of-blocks.ts'

export type Translate = (key: MessageKey) => string

/** The words of an interface language, read from its file. */
export function wordsOf(code: string): Translate {
  const file = join(import.meta.dirname, '../../assets/locales', `${code}.json`)
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return (key) => catalogue[key] ?? key
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const nothing = () => Promise.resolve()
export const press = (keys: string) => (page: Page) => page.keyboard.press(keys)
export const escape = press('Escape')
export const dialog = (page: Page) => page.getByRole('dialog')

/** Opens the first article of the list by its row. */
export async function openFirst(page: Page, t: Translate): Promise<void> {
  await page.locator('.library .row').first().click()
  await story(page, t).waitFor()
}
export const story = (page: Page, t: Translate) =>
  page.getByRole('textbox', { name: t('article.story'), exact: true })

/** The planted story of each interface language; Hebrew, which the interface does not speak, stands in for Kurmanji. */
export const blocksIn = (code: string) =>
  storyOfBlocks(code === 'en' || code === 'ar' || code === 'ckb' ? code : 'he')

const headlineOfBlocks = async (page: Page): Promise<string> =>
  blocksIn(await page.evaluate(() => document.documentElement.lang)).headline

/** Opens the planted story by its row in the list, its lists and quotes in sight. */
export async function openBlocks(page: Page, t: Translate): Promise<void> {
  await page
    .locator('.library .row')
    .filter({ hasText: await headlineOfBlocks(page) })
    .click()
  await blocksInSight(page, t)
}
/** The same by its headline in the palette. */
export async function openBlocksByKeys(page: Page, t: Translate): Promise<void> {
  const headline = await headlineOfBlocks(page)
  await page.keyboard.press('Control+k')
  await dialog(page).waitFor()
  await page.keyboard.type(headline)
  const option = dialog(page).getByRole('option', { name: headline })
  await option.waitFor()
  // A command that is written alike may stand before it.
  for (let step = 0; step < 12 && (await option.getAttribute('aria-selected')) !== 'true'; step += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await blocksInSight(page, t)
}
async function blocksInSight(page: Page, t: Translate): Promise<void> {
  const heading = story(page, t).locator('> h2')
  await story(page, t).locator('.fact-box').waitFor()
  await heading.evaluate((element) => element.scrollIntoView())
}
/** Goes from the planted story to its neighbour in the list. */
export async function leaveBlocks(page: Page, t: Translate): Promise<void> {
  await page.keyboard.press('Control+Alt+BracketLeft')
  await story(page, t).locator('.fact-box').waitFor({ state: 'detached' })
  await story(page, t).waitFor()
}

export const compared = (page: Page) => page.locator('.compared')
export async function leavePlanted(page: Page): Promise<void> {
  await escape(page)
  await unplant(page)
}
/** A start after an interruption: two articles are said to have words that their files do not have. */
export async function interrupted(page: Page): Promise<void> {
  await plantRecovery(page)
  await page.reload()
}

/** Gives the open article a lead picture where it has none yet. */
export async function cropOfLead(page: Page, t: Translate): Promise<void> {
  const crop = button(page, t('command.crop')).last()
  const files = page.locator('.details .lead input[type=file]')
  await files.waitFor({ state: 'attached' })
  if ((await crop.count()) === 0)
    await files.setInputFiles(join(import.meta.dirname, '../../assets/samples/ferry.jpg'))
  await crop.waitFor()
}

/** Runs a command by its words in the palette. */
export const byPalette = (key: MessageKey) => async (page: Page, t: Translate) => {
  await page.keyboard.press('Control+k')
  await dialog(page).waitFor()
  await page.keyboard.type(t(key))
  await page.keyboard.press('Enter')
}
export const byPaletteClick = (key: MessageKey) => async (page: Page, t: Translate) => {
  await button(page, t('palette.name')).click()
  await dialog(page)
    .getByRole('option', { name: t(key) })
    .first()
    .click()
}
