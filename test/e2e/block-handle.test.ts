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
] as const)('the grip of a block in a story of %s', (language, direction, word) => {
  const begin = async (lines = 4) => {
    const opened = await storyInDesk(open, desk, language)
    const { page, story } = opened
    for (let line = 1; line <= lines; line += 1) {
      if (line > 1) await page.keyboard.press('Enter')
      await page.keyboard.insertText(`${word} ${line}`)
    }
    const grip = page.locator('.block-grip')
    const drop = page.locator('.block-drop')
    const boxOf = async (index: number) => {
      const box = await story.locator('> *').nth(index).boundingBox()
      if (!box) throw new Error('no such block')
      return box
    }
    /** Points at a block, and presses its grip. */
    const hold = async (index: number) => {
      const { x, y, width } = await boxOf(index)
      await page.mouse.move(x + width / 2, y + 10)
      await page.mouse.move(x + width / 2, y + 14)
      await grip.waitFor()
      const at = await grip.boundingBox()
      if (!at) throw new Error('no grip')
      await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
      await page.mouse.down()
    }
    /** Goes before this block, still holding. */
    const dragBefore = async (index: number) => {
      const { x, y } = await boxOf(index)
      await page.mouse.move(x, y + 2, { steps: 8 })
      await page.mouse.move(x, y + 3)
      await drop.waitFor()
    }
    return { ...opened, grip, drop, boxOf, hold, dragBefore }
  }

  test('stands where its lines begin, moves no line, is no stop for Tab, and goes at a key', async () => {
    const { page, t, grip, boxOf, story } = await begin()
    const before = await boxOf(2)
    const { x, y, width } = await boxOf(1)
    await page.mouse.move(x + width / 2, y + 10)
    await grip.waitFor()
    const at = await grip.boundingBox()
    if (direction === 'rtl') expect(at?.x).toBeGreaterThanOrEqual(x + width - 1)
    else expect((at?.x ?? 0) + (at?.width ?? 0)).toBeLessThanOrEqual(x + 1)
    expect(Math.abs((at?.y ?? 0) + (at?.height ?? 0) / 2 - (y + before.height / 2))).toBeLessThan(4)
    expect(await boxOf(2)).toEqual(before)
    expect(await grip.getAttribute('aria-label')).toBe(t('blockMenu.name'))
    expect(await grip.evaluate((element) => element.tabIndex)).toBe(-1)
    // A paragraph of the other direction has it on its other side.
    await page.keyboard.down(direction === 'rtl' ? 'ControlLeft' : 'ControlRight')
    await page.keyboard.press(direction === 'rtl' ? 'ShiftLeft' : 'ShiftRight')
    await page.keyboard.up(direction === 'rtl' ? 'ControlLeft' : 'ControlRight')
    await grip.waitFor({ state: 'hidden' })
    const turned = await boxOf(3)
    await page.mouse.move(turned.x + turned.width / 2, turned.y + 12)
    await grip.waitFor()
    const other = await grip.boundingBox()
    if (direction === 'rtl') expect((other?.x ?? 0) + (other?.width ?? 0)).toBeLessThanOrEqual(turned.x + 1)
    else expect(other?.x).toBeGreaterThanOrEqual(turned.x + turned.width - 1)
    await page.keyboard.type('x')
    await grip.waitFor({ state: 'hidden' })
    expect(await story.textContent()).toContain('4x')
  })

  test('is within the narrowest desk that is promised', async () => {
    const { page, story, grip, boxOf } = await begin()
    await page.setViewportSize({ width: 640, height: 400 })
    await story.locator('> *').nth(3).scrollIntoViewIfNeeded()
    const { x, y, width } = await boxOf(3)
    await page.mouse.move(x + width / 2, y + 10)
    await page.mouse.move(x + width / 2, y + 12)
    await grip.waitFor()
    const at = await grip.boundingBox()
    expect(at?.x).toBeGreaterThanOrEqual(0)
    expect((at?.x ?? 0) + (at?.width ?? 0)).toBeLessThanOrEqual(640)
  })

  test('takes the block where the line shows, by a real mouse; the caret stays in its text and one undo brings it back', async () => {
    const { page, drop, hold, dragBefore, blocks, here } = await begin()
    await hold(0)
    await dragBefore(3)
    expect(await page.locator('.block-grip.is-dragging').count()).toBe(1)
    await page.mouse.up()
    await drop.waitFor({ state: 'hidden' })
    expect(await blocks()).toEqual([2, 3, 1, 4].map((line) => `p ${word} ${line}`))
    // The caret stood in the last one, and its letters still come there.
    await page.keyboard.type('x')
    expect(await here()).toBe(`${word} 4x`)
    await page.keyboard.press('Backspace')
    await page.waitForTimeout(600)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(blocks).toEqual([1, 2, 3, 4].map((line) => `p ${word} ${line}`))
    // The block with the caret itself.
    await hold(3)
    await dragBefore(0)
    await page.mouse.up()
    expect(await blocks()).toEqual([4, 1, 2, 3].map((line) => `p ${word} ${line}`))
    await page.keyboard.type('y')
    expect(await here()).toContain('y')
    expect(await here()).toContain('4')
  })

  test('takes all selected blocks; Escape lets go of them, and nothing is typed meanwhile', async () => {
    const { page, hold, dragBefore, drop, blocks } = await begin()
    await page.keyboard.press('Shift+ArrowUp')
    await hold(3)
    await dragBefore(0)
    await page.keyboard.press('q')
    await page.keyboard.press('Escape')
    await drop.waitFor({ state: 'hidden' })
    await page.mouse.up()
    expect(await blocks()).toEqual([1, 2, 3, 4].map((line) => `p ${word} ${line}`))
    await hold(3)
    await dragBefore(0)
    await page.mouse.up()
    expect(await blocks()).toEqual([3, 4, 1, 2].map((line) => `p ${word} ${line}`))
  })

  test('pressed and let go it selects the words of its block, for its menu; past a table the block goes behind it', async () => {
    const { page, t, hold, boxOf, drop, blocks, here, hasFocus } = await begin(2)
    await hold(0)
    await page.mouse.up()
    await page.getByRole('menu', { name: t('blockMenu.name') }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(hasFocus).toBe(true)
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(`${word} 1`)
    await page.keyboard.press('Control+End')
    await expect.poll(here).toBe(`${word} 2`)
    await page.keyboard.press('Enter')
    await expect.poll(here).toBe('')
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    await page.locator('.story-text table').waitFor()
    await hold(0)
    const table = await boxOf(2)
    await page.mouse.move(table.x + 20, table.y + table.height - 4, { steps: 8 })
    await page.mouse.move(table.x + 20, table.y + table.height - 3)
    await drop.waitFor()
    await page.mouse.up()
    expect((await blocks()).map((block) => block.replace(/\s+$/, ''))).toEqual([
      `p ${word} 2`,
      'table',
      `p ${word} 1`,
      'p',
    ])
  })

  test('held at the edge the story scrolls under it', async () => {
    const { page, hold, here, blocks } = await begin(40)
    await page.keyboard.press('Control+Home')
    await page.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, 0))
    await hold(0)
    const sheet = await page.locator('.sheet').boundingBox()
    if (!sheet) throw new Error('no sheet')
    await page.mouse.move(sheet.x + 100, sheet.y + sheet.height - 6, { steps: 10 })
    await expect
      .poll(() =>
        page.locator('.sheet').evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop),
      )
      .toBeLessThan(2)
    await page.mouse.up()
    expect((await blocks()).indexOf(`p ${word} 1`)).toBeGreaterThan(30)
    await page.keyboard.type('x')
    expect(await here()).toBe(`x${word} 1`)
  })
})
