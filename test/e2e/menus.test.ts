import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk } from '../support/story-in-desk.ts'
import { button, wordsOf } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

const hasFocus = (at: Locator) => at.evaluate((element) => element === document.activeElement)
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
/** As their keys say them: Playwright knows no Arabic keyboard, and would put the letters in without keys. */
const pressLetters = (page: Page, letters: string) =>
  page.evaluate((keys) => {
    for (const key of keys)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  }, letters)

describe.each([
  { language: 'ar', direction: 'rtl', interview: 'مقابلة', letters: 'مق', words: 'القصة هنا' },
  { language: 'en', direction: 'ltr', interview: 'Interview', letters: 'in', words: 'A story here' },
] as const)('a menu of a desk in $language', ({ language, direction, interview, letters, words }) => {
  const t = wordsOf(language)
  const begin = async () => {
    const page = (await storyInDesk(open, desk, language)).page
    const kinds = button(page, t('new.types'))
    const menu = page.getByRole('menu', { name: t('new.types'), exact: true })
    return { page, kinds, menu, items: menu.getByRole('menuitem') }
  }

  test('opens by arrows at either end, is gone through by keys and letters, and gives the focus back by Escape', async () => {
    const { page, kinds, menu, items } = await begin()
    expect(await kinds.getAttribute('aria-haspopup')).toBe('menu')
    expect(await kinds.getAttribute('aria-expanded')).toBe('false')
    await kinds.focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => hasFocus(items.last())).toBe(true)
    expect(await kinds.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await hasFocus(items.first())).toBe(true)
    await page.keyboard.press('End')
    expect(await hasFocus(items.last())).toBe(true)
    await page.keyboard.press('Home')
    expect(await hasFocus(items.first())).toBe(true)
    for (const key of ['ArrowLeft', 'ArrowRight', 'Tab']) await page.keyboard.press(key)
    expect(await hasFocus(items.first())).toBe(true)
    await pressLetters(page, letters)
    expect(await focusedText(page)).toContain(interview)
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    expect(await hasFocus(kinds)).toBe(true)
    expect(await kinds.getAttribute('aria-expanded')).toBe('false')
  })

  test('goes by a second press of its button, by a press elsewhere, and when something else takes the focus', async () => {
    const { page, kinds, menu } = await begin()
    await kinds.click()
    await menu.waitFor()
    await kinds.click()
    await menu.waitFor({ state: 'detached' })
    await kinds.click()
    await menu.waitFor()
    // Nothing there takes the focus: it goes back.
    await page.locator('.brand').click()
    await menu.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(kinds)).toBe(true)
    await kinds.click()
    await menu.waitFor()
    await page.keyboard.press('Control+Shift+F')
    await menu.waitFor({ state: 'detached' })
    expect(await hasFocus(page.getByRole('searchbox', { name: t('library.search') }))).toBe(true)
  })

  test('goes by a press into the page that is previewed, which keeps the focus', async () => {
    const { page, kinds, menu } = await begin()
    await button(page, t('preview.name')).click()
    const frame = page.locator('iframe').first()
    await frame.waitFor()
    await kinds.click()
    await menu.waitFor()
    await frame.click()
    await menu.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  })

  test('stands at its button within the window, and the menu of a toolbar keeps its arrows from the toolbar', async () => {
    const { page, kinds, menu } = await begin()
    await kinds.click()
    const at = await kinds.boundingBox()
    const box = await menu.boundingBox()
    if (!at || !box) throw new Error('no menu')
    expect(box.y).toBeGreaterThanOrEqual(at.y + at.height)
    // Its end would be at its button's; it is wider than there is room, and begins where the window does.
    const fromStart = direction === 'rtl' ? 1280 - box.x - box.width : box.x
    expect(fromStart).toBeGreaterThan(0)
    expect(fromStart).toBeLessThan(20)
    await page.keyboard.press('Escape')
    await button(page, t('format.table')).click()
    await page.locator('.story-text th').first().click()
    await button(page, t('table.menu')).press('ArrowUp')
    const last = page.getByRole('menuitem', { name: t('table.delete'), exact: true })
    await expect.poll(() => hasFocus(last)).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    expect(await hasFocus(last)).toBe(true)
  })

  test('a press in the story leaves the menu of a block with the caret where the press was', async () => {
    const { page } = await begin()
    await page.keyboard.insertText(words)
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('2')
    await page.keyboard.press('Alt+Shift+F10')
    const menu = page.getByRole('menu', { name: t('blockMenu.name') })
    await menu.waitFor()
    await page.locator('.story-text p').first().click()
    await menu.waitFor({ state: 'detached' })
    await page.keyboard.press('End')
    await page.keyboard.type('x')
    await expect.poll(() => page.locator('.story-text p').first().textContent()).toBe(`${words}x`)
  })

  test('Escape leaves a menu, and not what it was opened in', async () => {
    const { page } = await begin()
    await page.keyboard.press('Control+Alt+f')
    const focused = page.locator('[data-focus]')
    await focused.waitFor({ state: 'attached' })
    await page.locator('.story-text').click()
    await page.keyboard.press('Alt+Shift+F10')
    const menu = page.getByRole('menu', { name: t('blockMenu.name') })
    await menu.waitFor()
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    expect(await focused.count()).toBe(1)
    await page.keyboard.press('Escape')
    await focused.waitFor({ state: 'detached' })
  })
})
