import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk } from '../support/story-in-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

/** What differs between a story of Sorani in a Sorani desk, and one of English in an English desk. */
const sides = [
  ['ckb', 'rtl', 'سەرباس', 'وشە', '٢٠'],
  ['en', 'ltr', 'Heading', 'word', '20'],
] as const

describe.each(sides)('in %s', (language, direction, heading, word, twenty) => {
  const t = wordsOf(language)
  const storyOf = (page: Page) => page.getByRole('textbox', { name: t('article.story'), exact: true })
  const pane = (page: Page) => page.getByRole('region', { name: t('outline.name'), exact: true })
  const lines = (page: Page) => pane(page).getByRole('button').allTextContents()
  const field = (page: Page) => page.getByRole('textbox', { name: t('goTo.paragraph') })
  /** What stands in the block with the caret. */
  const here = (page: Page) =>
    page.evaluate(() => {
      const { anchorNode } = getSelection() as Selection
      return (anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement)?.closest(
        '.story-text > *',
      )?.textContent
    })
  const newStory = async (words = ''): Promise<Page> => {
    const { page } = await storyInDesk(open, desk, language)
    await page.keyboard.insertText(words)
    return page
  }
  const storyOfMany = async (count: number): Promise<Page> => {
    const page = await newStory()
    await page.evaluate(
      ([word, count]) => {
        const html = Array.from({ length: count }, (_, index) =>
          index % 20 === 10
            ? `<h2>${word} ${index + 1}</h2>`
            : `<p>${word} ${index + 1} ${`${word} `.repeat(90)}</p>`,
        )
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', html.join(''))
        document
          .querySelector('.story-text')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      [word, count] as const,
    )
    return page
  }

  test('the outline follows the headings as they are written, by keyboard and mouse', async () => {
    const page = await newStory(`${word} 0`)
    await page.keyboard.press('Control+Shift+O')
    await pane(page).getByText(t('outline.none')).waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.querySelector<HTMLElement>('.story-text')?.focus())
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Alt+2')
    await page.keyboard.type(`${heading} a`)
    await expect.poll(() => lines(page)).toEqual([`${heading} a`])
    await page.keyboard.press('Enter')
    await page.keyboard.type('text')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Alt+3')
    await page.keyboard.type(`${heading} b`)
    await expect.poll(() => lines(page)).toEqual([`${heading} a`, `${heading} b`])
    expect(await pane(page).locator('[aria-current]').textContent()).toBe(`${heading} b`)
    await page.keyboard.press('Control+Shift+O')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(`${heading} b`)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => here(page)).toBe(`${heading} a`)
    await page.keyboard.type('x')
    await expect.poll(() => lines(page)).toEqual([`x${heading} a`, `${heading} b`])
    await pane(page)
      .getByRole('button', { name: `${heading} b` })
      .click()
    await expect.poll(() => here(page)).toBe(`${heading} b`)
    expect(await storyOf(page).evaluate((root) => root.contains(document.activeElement))).toBe(true)
    const side = await pane(page)
      .locator('.outline-words')
      .first()
      .evaluate((line) => getComputedStyle(line).direction)
    expect(side).toBe(direction)
  })

  test('a paragraph is gone to by its number, in a long story too, and Escape leaves all as it was', async () => {
    const page = await storyOfMany(160)
    const scrolled = () => page.locator('.sheet').evaluate((sheet) => sheet.scrollTop)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+Alt+g')
    await field(page).waitFor()
    expect(
      await page.getByText(t('goTo.of').replace('{count}', language === 'ckb' ? '١٦٠' : '160')).count(),
    ).toBe(1)
    await field(page).fill(twenty)
    await page.keyboard.press('Enter')
    await expect.poll(() => here(page)).toContain(`${word} 20 `)
    await page.keyboard.type('x')
    await expect.poll(() => here(page)).toContain(`x${word} 20 `)
    // Of the digits of another script, and far away: what is not laid out yet moves what comes before it.
    await page.keyboard.press('Control+Alt+g')
    await field(page).fill('۱۵۱')
    await page.keyboard.press('Enter')
    await expect.poll(() => here(page)).toBe(`${word} 151`)
    const place = () =>
      page.evaluate(() => {
        const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
        const sheet = document.querySelector('.sheet')?.getBoundingClientRect()
        return caret && sheet ? [caret.top > sheet.top, caret.bottom < sheet.bottom] : []
      })
    await expect.poll(place).toEqual([true, true])
    const before = await scrolled()
    await page.keyboard.press('Control+Alt+g')
    await field(page).fill('9x')
    await page.keyboard.press('Enter')
    await page.getByText(t('goTo.refused')).waitFor()
    await page.keyboard.press('Escape')
    await field(page).waitFor({ state: 'detached' })
    expect(await scrolled()).toBe(before)
    await page.keyboard.type('y')
    expect(await here(page)).toBe(`y${word} 151`)
    // More than there are: the last.
    await page.keyboard.press('Control+Alt+g')
    await field(page).fill('999')
    await page.keyboard.press('Enter')
    await expect.poll(() => here(page)).toContain(`${word} 160 `)
  })

  test('keys of the desk with Ctrl and Shift do not turn the paragraph round', async () => {
    const page = await newStory(word)
    for (const key of ['Control+Shift+Backslash', 'Control+Shift+Backslash']) await page.keyboard.press(key)
    expect(await storyOf(page).locator('p').getAttribute('dir')).toBe(null)
  })

  test('what a command has made of the text is said, and nothing while letters are typed', async () => {
    const page = await newStory()
    const said = page.locator('.over-sheet [role=status]')
    const words = () => said.evaluate((element) => (element.textContent ?? '').replace(/[\u2068\u2069]/g, ''))
    const all: string[] = []
    await page.exposeFunction('told', (words: string) => all.push(words))
    await said.evaluate((element) =>
      new MutationObserver(() => {
        const { told } = window as unknown as { told: (words: string) => void }
        told(element.textContent ?? '')
      }).observe(element, { childList: true, subtree: true, characterData: true }),
    )
    const on = (what: string) => t('told.on').replace('{what}', what)
    await page.keyboard.type(`${word} ${word}. `)
    await page.keyboard.press('Control+b')
    await expect.poll(() => words()).toContain(on(t('format.bold')))
    await page.keyboard.type(word)
    await page.keyboard.press('Control+b')
    await expect.poll(() => words()).toContain(t('told.off').replace('{what}', t('format.bold')))
    for (const [key, sentence] of [
      ['Control+Alt+2', t('format.heading2')],
      ['Control+Alt+0', t('format.paragraph')],
      ['Control+Shift+8', on(t('format.bullets'))],
      ['Control+Shift+8', t('told.off').replace('{what}', t('format.bullets'))],
      ['Alt+ArrowUp', t('told.noFurtherUp')],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => words()).toBe(sentence)
    }
    await page.keyboard.down('ControlLeft')
    await page.keyboard.press('ShiftLeft')
    await page.keyboard.up('ControlLeft')
    await expect.poll(() => words()).toBe(t('told.ltr'))
    await page.keyboard.press('Control+Shift+8')
    await page.keyboard.down('ControlRight')
    await page.keyboard.press('ShiftRight')
    await page.keyboard.up('ControlRight')
    await expect.poll(() => words()).toBe(t('told.wholeRtl').replace('{what}', t('format.bullets')))
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => words()).toBe(t('told.movedUp'))
    const count = all.length
    await page.keyboard.type(`${word} ${word} ${word}`)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(200)
    expect(all).toHaveLength(count)
    // A sign at the beginning of the line makes a list of it: that is said, as the eye sees it.
    await page.keyboard.press('Enter')
    await page.keyboard.type('- ')
    await expect.poll(() => words()).toBe(t('format.bullets'))
  })
})
