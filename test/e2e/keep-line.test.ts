import { beforeAll, describe, expect, test } from 'vitest'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk } from '../support/story-in-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

/** What makes the sheet wider or narrower, one after the other and back again. */
const sides = [
  ['the library', 'Control+Backslash'],
  ['the library again', 'Control+Backslash'],
  ['the panels', 'Control+Shift+Backslash'],
  ['the panels again', 'Control+Shift+Backslash'],
  ['Preview', 'Control+Alt+p'],
  ['Details', 'Control+Alt+d'],
  ['focus mode', 'Control+Alt+f'],
  ['focus mode again', 'Control+Alt+f'],
  ['focus mode a second time', 'Control+Alt+f'],
  ['Preview out of it', 'Control+Alt+p'],
] as const

describe.each([
  ['ckb', 'وشە'],
  ['en', 'word'],
] as const)('in a story of %s', (language, word) => {
  const begin = async () => {
    const opened = await storyInDesk(open, desk, language)
    const { page, story } = opened
    for (let line = 1; line <= 28; line += 1) {
      if (line > 1) await page.keyboard.press('Enter')
      await page.keyboard.insertText(`${line} ${`${word} `.repeat(20 + (line % 7) * 6)}`)
    }
    /** The top of the paragraph's letter at this offset, on the screen. */
    const topAt = (paragraph: number, offset: number) =>
      story
        .locator('p')
        .nth(paragraph)
        .evaluate((block, offset) => {
          const range = document.createRange()
          range.setStart(block.firstChild as Text, offset)
          range.setEnd(block.firstChild as Text, offset + 1)
          return range.getBoundingClientRect().top
        }, offset)
    const width = () => story.evaluate((element) => element.getBoundingClientRect().width)
    /** Presses the keys, and waits until the sheet is drawn in its new width. */
    const press = async (keys: string) => {
      const shape = () =>
        page.locator('.desk').evaluate(({ attributes }) => [...attributes].map(({ value }) => value))
      const before = await shape()
      await page.keyboard.press(keys)
      await expect.poll(shape).not.toEqual(before)
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
    }
    return { ...opened, topAt, width, press }
  }

  test('the line with the caret stays where it is while library, Details, Preview and focus mode come and go', async () => {
    const { page, press, topAt, width } = await begin()
    const place = await page
      .locator('.story-text p')
      .nth(14)
      .evaluate((block) => {
        block.scrollIntoView({ block: 'center' })
        const range = document.createRange()
        range.setStart(block.firstChild as Text, 60)
        range.setEnd(block.firstChild as Text, 61)
        const { x, y, height } = range.getBoundingClientRect()
        return { x, y: y + height / 2 }
      })
    await page.mouse.click(place.x, place.y)
    const offset = await page.evaluate(() => getSelection()?.anchorOffset ?? 0)
    expect(Math.abs(offset - 60)).toBeLessThan(3)
    const line = await topAt(14, offset)
    const widths = new Set<number>()
    for (const [what, keys] of sides) {
      await press(keys)
      expect(Math.abs((await topAt(14, offset)) - line), what).toBeLessThan(12)
      widths.add(await width())
    }
    // It was put to the test: the lines were cut anew.
    expect(widths.size).toBeGreaterThan(2)
    await page.keyboard.type('x')
    expect(await page.locator('.story-text p').nth(14).textContent()).toContain('x')
  })

  test('where the caret is out of sight, the first line in sight stays', async () => {
    const { page, press, topAt } = await begin()
    await page.locator('.sheet').evaluate((sheet) => {
      sheet.scrollTop = 700
    })
    /** A letter in the middle of the first line that is seen whole: its paragraph and its offset there. */
    const first = () =>
      page.evaluate(() => {
        const sheet = document.querySelector('.sheet')?.getBoundingClientRect()
        const blocks = [...document.querySelectorAll('.story-text p')]
        const middle = sheet ? (sheet.left + sheet.right) / 2 : 0
        for (let y = (sheet?.top ?? 0) + 4; y < (sheet?.bottom ?? 0); y += 4) {
          const at = document.caretPositionFromPoint(middle, y)
          const range = document.createRange()
          if (!(at?.offsetNode instanceof Text) || at.offset >= at.offsetNode.length) continue
          range.setStart(at.offsetNode, at.offset)
          range.setEnd(at.offsetNode, at.offset + 1)
          const { top } = range.getBoundingClientRect()
          const paragraph = blocks.findIndex((block) => block.contains(at.offsetNode))
          if (top >= (sheet?.top ?? 0)) return { paragraph, offset: at.offset }
        }
        return { paragraph: -1, offset: 0 }
      })
    const { paragraph, offset } = await first()
    expect(paragraph).toBeGreaterThan(2)
    const before = await topAt(paragraph, offset)
    for (const [what, keys] of sides.slice(0, 6)) {
      await press(keys)
      expect(Math.abs((await topAt(paragraph, offset)) - before), what).toBeLessThan(12)
    }
    // Scrolled since: another line is the first one.
    await page.mouse.move(640, 400)
    await page.mouse.wheel(0, 200)
    await page.waitForTimeout(200)
    const other = await first()
    expect(other).not.toEqual({ paragraph, offset })
    const line = await topAt(other.paragraph, other.offset)
    for (const keys of ['Control+Backslash', 'Control+Backslash']) {
      await press(keys)
      expect(Math.abs((await topAt(other.paragraph, other.offset)) - line)).toBeLessThan(12)
    }
  })
})
