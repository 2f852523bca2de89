import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Block } from '../../core/model/body.ts'
import { deskInBrowser, partsOf, putCaret, untilFocused } from '../support/desk-in-browser.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { embed, gallery, image, p, pullQuote } from '../support/story.ts'

const [ferry, bus] = [samplePicture('ferry'), samplePicture('bus')]
const pictureOf = ({ media, width, height }: typeof ferry, words: Parameters<typeof image>[1]) =>
  image(media, { ...words, width, height })

/** `word` in a text, and in each of the words that stand beside it, some with a Persian ک. */
const blocksOf = (word: string): Block[] => [
  p(`${word} 1`),
  pictureOf(ferry, { caption: `x ${word} 2 ${word} 3`, credit: `${word} 4`, alt: `${word} 5` }),
  pullQuote(`${word} 7`, p(`${word} 6`)),
  gallery(
    `${word} 10`,
    pictureOf(ferry, { caption: `${word} 8`, alt: 'x' }),
    pictureOf(bus, { alt: `${word} 9` }),
  ),
  embed('https://youtu.be/x', { title: `${word} 11`, site: `${word} 12`, alt: '' }),
  p(`${word} 13`),
]
const count = 13

describe.each([
  { language: 'ckb', word: 'کەركوك', asked: 'كەرکوک', other: 'هەولێر' },
  { language: 'en', word: 'Dam', asked: 'dam', other: 'lake' },
] as const)('words beside the text of a story in $language', ({ language, word, asked, other }) => {
  const { open, runDesk } = deskInBrowser()
  let desk: RunningDesk
  let page: Page
  const { story } = partsOf(() => page)
  const planted = blocksOf(word)
  const stored = async () => (await desk.articles())[0]?.body.content
  const bar = () => page.getByRole('search', { name: 'Find in the story' })
  const told = () => bar().getByRole('status').textContent()
  const caption = () => story().locator('.field-caption').first()
  /** What is selected where the focus is, with the number behind it. */
  const here = () =>
    page.evaluate(() => {
      const { activeElement } = document
      if (activeElement instanceof HTMLTextAreaElement) {
        const { value, selectionStart, selectionEnd } = activeElement
        return [value.slice(selectionStart, selectionEnd), /\d*/.exec(value.slice(selectionEnd + 1))?.[0]]
      }
      const range = getSelection()?.getRangeAt(0)
      const rest = range?.endContainer.textContent?.slice(range.endOffset + 1) ?? ''
      return [range?.toString(), /\d*/.exec(rest)?.[0]]
    })
  const look = async (keys = 'Control+f') => {
    await page.keyboard.press(keys)
    await untilFocused(bar().getByRole('textbox', { name: 'Find', exact: true }))
    await page.keyboard.insertText(asked)
    await expect.poll(told).toBe(`1 of ${count}`)
  }

  beforeEach(async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-words-beside-')), 'library')
    const pictures = [ferry, bus]
    plantStories(library, [{ language, fields: { headline: 'x' }, blocks: planted, pictures }])
    desk = await runDesk({ library })
    page = await open(desk)
    await page.locator('.library .row').first().click()
    await story().locator('.gallery').waitFor()
    await putCaret(story().locator('p').first(), 'Control+Home')
  })

  test('are found in the order of reading, their fields marked and in sight, while the box keeps the focus', async () => {
    await look()
    await expect.poll(() => story().locator('.marked-find').count()).toBeGreaterThan(2)
    for (let at = 2; at <= count; at += 1) {
      await page.keyboard.press('Enter')
      await expect.poll(told).toBe(`${at} of ${count}`)
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(told).toBe(`2 of ${count}`)
    await expect.poll(() => caption().getAttribute('class')).toContain('marked-find-current')
    await expect
      .poll(() =>
        caption().evaluate((field) => {
          const { top, bottom } = field.getBoundingClientRect()
          return (
            document.elementFromPoint(field.getBoundingClientRect().left + 9, (top + bottom) / 2) === field
          )
        }),
      )
      .toBe(true)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Find')
    // Leaving the box leads to where the last match is.
    await page.keyboard.press('Escape')
    await expect.poll(here).toEqual([word, '2'])
    expect(await story().locator('[class*=marked-find]').count()).toBe(0)
  })
  test('are gone through from within the story, each selected in its field or in the text', async () => {
    await look()
    await putCaret(story().locator('p').first(), 'Control+Home')
    const seen: (string | undefined)[] = []
    for (let at = 1; at <= 12; at += 1) {
      await page.keyboard.press('F3')
      await expect.poll(told).toBe(`${at} of ${count}`)
      seen.push((await here())[1])
    }
    // A card has no fields: 11 and 12 are marked on it.
    expect(seen.slice(0, 10)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    await story().locator('.embed-site.marked-find-current').waitFor()
    await page.keyboard.press('F3')
    await expect.poll(here).toEqual([word, '13'])
    for (const place of ['10', '9', '8', '7', '6', '5', '4', '3', '2'])
      await expect
        .poll(async () => {
          await page.keyboard.press('Shift+F3')
          return (await here())[1]
        })
        .toBe(place)
    await page.keyboard.type(other)
    await expect.poll(() => caption().inputValue()).toBe(`x ${other} 2 ${word} 3`)
  })
  test('are replaced one by one and all together, one undo for each', async () => {
    await look('Control+h')
    const replacement = bar().getByRole('textbox', { name: 'Replace with' })
    await page.keyboard.press('Enter')
    await expect.poll(told).toBe(`2 of ${count}`)
    await replacement.focus()
    await page.keyboard.insertText(other)
    await page.keyboard.press('Enter')
    await expect.poll(() => caption().inputValue()).toBe(`x ${other} 2 ${word} 3`)
    await expect.poll(told).toBe(`2 of ${count - 1}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => caption().inputValue()).toBe(`x ${other} 2 ${other} 3`)
    await bar().getByRole('button', { name: 'Replace all' }).press('Enter')
    await expect.poll(stored).toEqual(blocksOf(other))
    await page.keyboard.press('Escape')
    await story().locator('p').first().click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => caption().inputValue()).toBe(`x ${other} 2 ${other} 3`)
    await expect.poll(() => story().locator('.embed-title').textContent()).toBe(`${word} 11`)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(planted)
  })
  test('are looked into by whole words and by patterns, and in a selection where the whole block is selected', async () => {
    await look('Control+h')
    const query = bar().getByRole('textbox', { name: 'Find', exact: true })
    await bar().getByRole('button', { name: 'Which letters are the same' }).press('Enter')
    await page.getByRole('checkbox', { name: 'Whole words only' }).press('Space')
    await page.keyboard.press('Escape')
    await query.fill(asked.slice(0, -1))
    await expect.poll(told).toBe('Nothing found')
    await bar().getByRole('button', { name: 'Which letters are the same' }).press('Enter')
    await page.getByRole('checkbox', { name: 'Regular expression' }).press('Space')
    await page.keyboard.press('Escape')
    await query.fill(String.raw`(\p{L}+) (\d+)`)
    await expect.poll(told).toMatch(/ of 13$|^13 /)
    await page.keyboard.press('Escape')
    await putCaret(story().locator('p').first(), 'Control+Home')
    // Over the picture, into the quote: who said it is not in the selection.
    await story()
      .locator('.pull-quote p')
      .click({ modifiers: ['Shift'] })
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('Control+h')
    await expect.poll(told).toMatch(/ of 6$|^6 /)
    await bar().getByRole('textbox', { name: 'Replace with' }).fill('$2')
    await bar().getByRole('button', { name: 'Replace all' }).press('Enter')
    await expect.poll(() => caption().inputValue()).toBe('x 2 3')
    expect(await story().locator('.field-cite').inputValue()).toBe(`${word} 7`)
  })
})

describe.each([
  {
    language: 'ckb',
    words: 'ده\u200cنگی كورد\u200f',
    clean: 'دەنگی کورد\u200f',
    kinds: ['Half-spaces 1', 'Right-to-left marks 1', 'Doubled spaces 1', 'Look-alike letters 1'],
    signs: ['ZWNJ RLM'],
  },
  {
    language: 'en',
    words: 'an \u202eoverride\u200e',
    clean: 'an override\u200e',
    kinds: ['Left-to-right marks 1', 'Overrides and embeddings 1', 'Doubled spaces 1'],
    signs: ['RLO LRM'],
  },
] as const)('the X-ray of a caption in $language', ({ language, words, clean, kinds, signs }) => {
  const { open, runDesk } = deskInBrowser()

  test('counts, marks and signs it, goes into it and cleans it, and one Ctrl+Z gives it back', async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-words-beside-')), 'library')
    const blocks = [p('1'), pictureOf(ferry, { caption: words, credit: 'a  b' }), p('2')]
    plantStories(library, [{ language, fields: { headline: 'x' }, blocks, pictures: [ferry] }])
    const desk = await runDesk({ library })
    const page = await open(desk)
    const { story } = partsOf(() => page)
    const field = (name: string) => story().locator(`.field-${name}`)
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
    await page.locator('.library .row').first().click()
    await field('caption').waitFor()
    await story().locator('p').first().click()
    await page.keyboard.press('Control+Alt+x')
    const bar = page.getByRole('group', { name: 'X-ray of the text' })
    await expect.poll(() => bar.getByRole('radio').allTextContents()).toEqual(kinds)
    await expect.poll(() => page.locator('.x-ray-layer > span').allTextContents()).toEqual(signs)
    await expect.poll(() => story().locator('.marked-x-ray').count()).toBe(2)
    // From the text into the caption, mark by mark, then into the credit.
    const stops = kinds.length
    const seen: string[] = []
    await story().locator('p').first().click()
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('F8')
      seen.push((await focused()).includes('field-caption') ? 'caption' : 'credit')
    }
    expect(seen).toEqual([...Array.from({ length: stops - 1 }, () => 'caption'), 'credit'])
    await bar.getByRole('button', { name: /^Clean \d/ }).press('Enter')
    await expect.poll(() => field('caption').inputValue()).toBe(clean)
    expect(await field('credit').inputValue()).toBe('a b')
    await expect.poll(() => field('credit').getAttribute('class')).not.toContain('marked')
    await page.keyboard.press('Control+z')
    await expect.poll(() => field('caption').inputValue()).toBe(words)
    expect(await field('credit').inputValue()).toBe('a  b')
    await page.keyboard.press('Control+Alt+x')
    await expect.poll(() => story().locator('.marked-x-ray').count()).toBe(0)
  })
})

describe.each([
  ['ckb', 'دێڕێکی درێژ لە دەقەکەدا ', 'مەتەڵ'],
  ['en', 'a long line of the story ', 'riddle'],
] as const)('a long story in %s', (language, line, word) => {
  const { open, runDesk } = deskInBrowser()

  test('a match in a far caption comes into sight and stays there; what is typed after Escape lands in it', async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-words-beside-')), 'library')
    const text = Array.from({ length: 300 }, (_, at) => p(`${at} ${line.repeat(20)}`))
    const blocks = [...text, pictureOf(ferry, { caption: word, alt: word }), ...text]
    plantStories(library, [{ language, fields: { headline: 'x' }, blocks, pictures: [ferry] }])
    const desk = await runDesk({ library })
    const page = await open(desk)
    const { story } = partsOf(() => page)
    await page.locator('.library .row').first().click()
    await story().locator('.picture').waitFor({ state: 'attached' })
    await putCaret(story().locator('p').first(), 'Control+Home')
    await page.keyboard.press('Control+f')
    await untilFocused(page.getByRole('search').getByRole('textbox', { name: 'Find', exact: true }))
    await page.keyboard.insertText(word)
    const caption = story().locator('.field-caption')
    const isSeen = () =>
      caption.evaluate((field) => {
        const { left, top, bottom } = field.getBoundingClientRect()
        return document.elementFromPoint(left + 9, (top + bottom) / 2) === field
      })
    await expect.poll(isSeen).toBe(true)
    await page.waitForTimeout(500)
    expect(await isSeen()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => caption.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('x')
    await expect.poll(() => caption.inputValue()).toBe('x')
  })
})
