import { beforeAll, describe, expect, test } from 'vitest'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk } from '../support/story-in-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

describe.each([
  ['ckb', 'rtl', 'وشە'],
  ['en', 'ltr', 'word'],
] as const)('the tools at the selection in a story of %s', (language, direction, word) => {
  const begin = async (lines = 3) => {
    const opened = await storyInDesk(open, desk, language)
    const { page, t } = opened
    for (let line = 0; line < lines; line += 1) {
      if (line > 0) await page.keyboard.press('Enter')
      await page.keyboard.insertText(`${word} ${`${word} `.repeat(4)}${line}`)
    }
    const menu = page.getByRole('toolbar', { name: t('selection.name') })
    const boxes = () =>
      page.evaluate(() => {
        const menu = document.querySelector('.selection-menu')?.getBoundingClientRect()
        const lines = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])]
        return {
          menu: menu?.toJSON() as DOMRect,
          top: Math.min(...lines.map(({ top }) => top)),
          bottom: Math.max(...lines.map(({ bottom }) => bottom)),
        }
      })
    const covers = async () => {
      const { menu, top, bottom } = await boxes()
      return menu.bottom > top && menu.top < bottom
    }
    /** Selects by dragging over the words of one line, or from one line to another. */
    const drag = async (from: number, to: number) => {
      const first = await page.locator('.story-text p').nth(from).boundingBox()
      const last = await page.locator('.story-text p').nth(to).boundingBox()
      if (!first || !last) throw new Error('no such line')
      const edge = direction === 'rtl' ? first.x + first.width - 4 : first.x + 4
      const inner = direction === 'rtl' ? last.x + last.width - 120 : last.x + 120
      await page.mouse.move(edge, first.y + first.height / 2)
      await page.mouse.down()
      await page.mouse.move(inner, last.y + last.height / 2, { steps: 6 })
    }
    return { ...opened, menu, covers, boxes, drag }
  }

  test('come when the mouse is let go, cover no selected line, and stay while they are used', async () => {
    const { page, t, menu, covers, drag, story, hasFocus } = await begin()
    await drag(1, 1)
    expect(await menu.count()).toBe(0)
    await page.mouse.up()
    await menu.waitFor()
    expect(await covers()).toBe(false)
    await menu.getByRole('button', { name: t('format.bold') }).click()
    await story.locator('strong').waitFor()
    expect(await hasFocus()).toBe(true)
    expect(await menu.getByRole('button', { name: t('format.bold') }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    await menu.getByRole('button', { name: t('format.heading3') }).click()
    await story.locator('h3').waitFor()
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false)
    // Over several lines too.
    await drag(0, 1)
    await page.mouse.up()
    await menu.waitFor()
    expect(await covers()).toBe(false)
    await page.mouse.click(640, 700)
    await menu.waitFor({ state: 'detached' })
  })

  test('never come while somebody types or selects by keys, and go at the first letter', async () => {
    const { page, menu, drag, story } = await begin(1)
    await page.keyboard.press('Home')
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift+End')
    await page.waitForTimeout(150)
    expect(await menu.count()).toBe(0)
    // Selected words would be dragged away.
    await page.keyboard.press('Home')
    await drag(0, 0)
    await page.mouse.up()
    await menu.waitFor()
    await page.keyboard.type('x')
    await menu.waitFor({ state: 'detached' })
    expect(await story.textContent()).toContain('x')
  })

  test('are reached by their key, gone through by arrows in the direction of the desk, and left by Escape', async () => {
    const { page, t, menu, hasFocus, story } = await begin(1)
    await page.keyboard.press('Control+Shift+Home')
    await page.keyboard.press('Alt+F10')
    await menu.waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).toBe(t('format.bold'))
    const on = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    await page.keyboard.press(on)
    await expect.poll(focused).toBe(t('format.italic'))
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    expect(await hasFocus()).toBe(true)
    await page.keyboard.press('Alt+F10')
    await expect.poll(focused).toBe(t('format.bold'))
    await page.keyboard.press('Enter')
    await story.locator('strong').waitFor()
    expect(await hasFocus()).toBe(true)
    // Back to them by the same key.
    await page.keyboard.press('Alt+F10')
    await expect.poll(focused).toBe(t('format.bold'))
    for (const name of ['format.italic', 'format.link'] as const) {
      await page.keyboard.press(on)
      await expect.poll(focused).toBe(t(name))
    }
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: t('format.link') }).waitFor()
    await page.keyboard.type('midad.example')
    await page.keyboard.press('Enter')
    await story.locator('a[href="https://midad.example"]').waitFor()
  })

  test('isolate and turn round by mouse what is selected', async () => {
    const { page, t, menu, drag, story } = await begin(1)
    await page.keyboard.press('Home')
    await page.keyboard.insertText('+964 770 ')
    const box = await story.locator('p').boundingBox()
    await page.mouse.dblclick(
      direction === 'rtl' ? (box?.x ?? 0) + (box?.width ?? 0) - 12 : (box?.x ?? 0) + 12,
      (box?.y ?? 0) + 16,
    )
    await menu.waitFor()
    await menu.getByRole('button', { name: t('format.isolate') }).click()
    await story.locator('bdi').waitFor()
    await page.keyboard.press('End')
    await drag(0, 0)
    await page.mouse.up()
    await menu.waitFor()
    await menu.getByRole('button', { name: t('format.direction') }).click()
    await expect.poll(() => story.locator('p').getAttribute('dir')).toBe(direction === 'rtl' ? 'ltr' : 'rtl')
  })
})
