import { beforeEach, describe, expect, test } from 'vitest'
import { deskInBrowser, untilFocused } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk } from '../support/story-in-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
// Its own for each test: settings are kept.
beforeEach(async () => {
  desk = await runDesk()
})

describe.each([
  ['ckb', 'وشە'],
  ['en', 'word'],
] as const)('in a story of %s', (language, word) => {
  const begin = async (lines: number) => {
    const opened = await storyInDesk(open, desk, language)
    const { page, t } = opened
    for (let line = 1; line <= lines; line += 1) {
      if (line > 1) await page.keyboard.press('Enter')
      await page.keyboard.insertText(`${`${word} `.repeat(14)}${line}`)
    }
    return {
      ...opened,
      run: async (command: string) => {
        await page.keyboard.press('Control+k')
        await untilFocused(page.getByRole('combobox', { name: t('palette.name') }))
        await page.keyboard.insertText(command)
        await page.keyboard.press('Enter')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      },
      /** Where the line with the caret stands in what is seen of the sheet, as a part of it. */
      height: () =>
        page.evaluate(() => {
          const sheet = document.querySelector('.sheet')?.getBoundingClientRect()
          const caret = getSelection()?.getRangeAt(0)
          const text = caret?.startContainer
          const range = document.createRange()
          if (text) range.setStart(text, Math.max(0, (caret?.startOffset ?? 1) - 1))
          if (text) range.setEnd(text, caret?.startOffset ?? 1)
          const line = range.getBoundingClientRect()
          return sheet ? ((line.top + line.bottom) / 2 - sheet.top) / sheet.height : Number.NaN
        }),
      width: () => page.locator('.story').evaluate((element) => element.getBoundingClientRect().width),
    }
  }

  test('the typewriter keeps the line at one height while it is written and gone through by keys, and a press moves nothing', async () => {
    const { page, t, run, height, here } = await begin(24)
    await run(t('settings.typewriter'))
    await page.keyboard.type(' x')
    await expect.poll(height).toBeCloseTo(0.42, 1)
    for (const key of ['Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
    await page.keyboard.type('y')
    await expect.poll(height).toBeCloseTo(0.42, 1)
    const scrolled = () => page.locator('.sheet').evaluate((sheet) => sheet.scrollTop)
    const before = await scrolled()
    await page.mouse.click(640, 250)
    await page.waitForTimeout(150)
    expect(await scrolled()).toBe(before)
    await page.keyboard.type('z')
    await expect.poll(height).toBeCloseTo(0.42, 1)
    expect(await here()).toContain('z')
    // Composed text is left where it is until it is done.
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'ک', selectionStart: 1, selectionEnd: 1 })
    await client.send('Input.insertText', { text: 'کو' })
    await expect.poll(here).toContain('کو')
    await run(t('settings.typewriter'))
    expect(await page.locator('html').getAttribute('data-typewriter')).toBe('false')
  })

  test('all but the paragraph that is written is dimmed, by a command that is kept', async () => {
    const { page, t, run, story } = await begin(3)
    await run(t('settings.dimsOthers'))
    const colours = () =>
      story.locator('p').evaluateAll((all) => all.map((block) => getComputedStyle(block).color))
    await expect.poll(async () => new Set(await colours()).size).toBe(2)
    await expect.poll(() => story.locator('.is-current').textContent()).toContain('3')
    const [first, second, last] = await colours()
    expect(first).toBe(second)
    expect(last).not.toBe(first)
    await page.keyboard.press('Control+Home')
    await expect.poll(async () => (await colours())[0]).toBe(last)
    await page.reload()
    await expect.poll(() => page.locator('html').getAttribute('data-dims-others')).toBe('true')
    await page.locator('.library .row').first().click()
    await story.waitFor()
    await expect.poll(async () => new Set(await colours()).size).toBe(2)
    await run(t('settings.dimsOthers'))
    await expect.poll(async () => new Set(await colours()).size).toBe(1)
  })

  test('the sheet grows and shrinks by keys between 70 and 200 per cent, the line stays where it is, and the size is kept', async () => {
    const { page, width, story, here } = await begin(24)
    const top = () =>
      page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? Number.NaN)
    for (let time = 0; time < 8; time += 1) await page.keyboard.press('ArrowUp')
    // Within a line: where it wraps, a caret has two places.
    await page.keyboard.press('Home')
    for (let time = 0; time < 3; time += 1)
      await page.keyboard.press(language === 'ckb' ? 'ArrowLeft' : 'ArrowRight')
    const [own, line] = [await width(), await top()]
    const zoom = () => page.locator('html').evaluate((html) => html.style.getPropertyValue('--zoom'))
    for (const expected of ['1.1', '1.25', '1.5']) {
      await page.keyboard.press('Control+Alt+Equal')
      await expect.poll(zoom).toBe(expected)
      expect(Math.abs((await top()) - line)).toBeLessThan(12)
    }
    expect(await page.locator('.over-sheet [role=status]').textContent()).toContain(
      language === 'ckb' ? '١٥٠' : '150',
    )
    for (let time = 0; time < 12; time += 1) await page.keyboard.press('Control+Alt+Minus')
    await expect.poll(zoom).toBe('0.7')
    expect(await width()).toBeCloseTo(own * 0.7, 0)
    // Typed, selected by mouse and gripped at this size as at any.
    await page.keyboard.type('q')
    expect(await here()).toContain('q')
    // Where the layout has come to rest: a line more moves all that is behind it.
    await story
      .locator('p')
      .nth(12)
      .hover({ position: { x: 60, y: 8 } })
    const box = await story.locator('p').nth(12).boundingBox()
    const offLine = async () => {
      const grip = await page.locator('.block-grip').boundingBox()
      return Math.abs((grip?.y ?? 0) + (grip?.height ?? 0) / 2 - (box?.y ?? 0) - 13)
    }
    await expect.poll(offLine).toBeLessThan(6)
    await page.reload()
    await expect.poll(zoom).toBe('0.7')
    await page.locator('.library .row').first().click()
    await story.waitFor()
    await page.keyboard.press('Control+Alt+Shift+Digit0')
    await expect.poll(zoom).toBe('1')
    await expect.poll(width).toBeCloseTo(own, 0)
  })
})

test('the signs of the X-ray and the line of a dragged block stand right on a sheet of 150 per cent', async () => {
  const { page } = await storyInDesk(open, desk, 'en')
  await page.keyboard.insertText('one\u200ctwo')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('three')
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Control+Alt+Equal')
  await page.keyboard.press('Control+Alt+x')
  await page.locator('.x-ray-layer > span').waitFor()
  const apart = () =>
    page.evaluate(() => {
      const sign = document.querySelector('.x-ray-layer > span')?.getBoundingClientRect()
      const text = document.querySelector('.story-text p')?.firstChild
      const range = document.createRange()
      if (text) range.setStart(text, 4)
      if (text) range.setEnd(text, 5)
      return Math.abs((sign ? (sign.left + sign.right) / 2 : 999) - range.getBoundingClientRect().left)
    })
  await expect.poll(apart).toBeLessThan(4)
  await page.keyboard.press('Control+Alt+Shift+Digit0')
})
