import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../core/model/settings.ts'
import { callHost } from '../support/call-host.ts'
import { deskInBrowser, putCaret, untilFocused } from '../support/desk-in-browser.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { image, p, pullQuote } from '../support/story.ts'
import { wordsOf } from '../support/view-steps.ts'

const ferry = samplePicture('ferry')

describe.each([
  {
    language: 'ar',
    typed: 'قال "نعم", ثم...',
    written: 'قال «نعم»، ثم…',
    before: 'قال ',
    opened: 'قال «',
    address: 'https://midad.iq/...',
    composed: 'نعم,',
    word: 'كركوك',
    other: 'أربيل',
  },
  {
    language: 'en',
    typed: 'He said "yes"--then',
    written: 'He said “yes”—then',
    before: 'He said ',
    opened: 'He said “',
    address: 'https://midad.iq/it--is',
    composed: "it's",
    word: 'Dam',
    other: 'lake',
  },
] as const)('the words beside a story in $language', (story) => {
  const { open, runDesk } = deskInBrowser()
  const t = wordsOf(story.language)
  let desk: RunningDesk
  let page: Page
  const over = (name: string) => page.locator(`.story .masthead [data-over=${name}]`)
  const head = () => over('headline')
  const caption = () => page.locator('.story-text .field-caption')
  const cite = () => page.locator('.story-text .field-cite')
  const stored = async () => (await desk.articles()).find(({ language }) => language === story.language)
  const empty = async (field: Locator) => {
    await field.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
  }
  /** The value of a field with a | where the caret is. */
  const shown = (field: Locator) =>
    field.evaluate((area: HTMLTextAreaElement) => {
      const { value, selectionStart, selectionEnd } = area
      const selected = selectionStart === selectionEnd ? '' : '|'
      return `${value.slice(0, selectionStart)}|${value.slice(selectionStart, selectionEnd)}${selected}${value.slice(selectionEnd)}`
    })
  const { word, other } = story
  const withWord = (each: string) => [
    { over: 'kicker', text: `${each} 1` },
    { over: 'headline', text: `x ${each} 2 ${each} 3` },
    { over: 'subheadline', text: `${each} 4` },
  ]

  beforeAll(async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-fields-')), 'library')
    const { media, width, height } = ferry
    const blocks = [
      p(`${word} 5`),
      image(media, { caption: `${word} 6`, alt: 'x', width, height }),
      pullQuote('', p('y')),
    ]
    const fields = Object.fromEntries(withWord(word).map(({ over, text }) => [over, text]))
    plantStories(library, [{ language: story.language, fields, blocks, pictures: [ferry] }])
    desk = await runDesk({ library })
    await callHost(new URL(desk.url), 'settings.change', { ...defaultSettings(), firstMinutes: 'done' })
    page = await open(desk, { language: story.language })
    await page.locator('.library .row').first().click()
    await page.locator('.story-text .picture').waitFor()
  })

  describe('are found and replaced', () => {
    const bar = () => page.getByRole('search', { name: t('find.name') })
    const told = () => bar().getByRole('status').textContent()
    const where = () => bar().locator('.find-where').textContent()
    const valuesOver = () =>
      Promise.all(withWord(word).map(async (each) => ({ ...each, text: await over(each.over).inputValue() })))
    const place = (at: number) => t('find.place').replace('{at}', String(at)).replace('{count}', '6')

    test('over the story first, each line marked, and the bar says in which words', async () => {
      await putCaret(page.locator('.story-text p').first(), 'Control+Home')
      await page.keyboard.press('Control+f')
      await untilFocused(bar().getByRole('textbox', { name: t('find.query'), exact: true }))
      await page.keyboard.insertText(word)
      // From the caret on: the first in the text.
      await expect.poll(told).toBe(place(5))
      expect(await where()).toBe('')
      expect(await page.locator('.masthead .marked-find-over').count()).toBe(3)
      const seen: (string | null)[] = []
      for (const at of [6, 1, 2, 3, 4]) {
        await page.keyboard.press('Enter')
        await expect.poll(told).toBe(place(at))
        seen.push(await where())
      }
      const headline = t('field.headline')
      expect(seen).toEqual([
        t('picture.caption'),
        t('field.kicker'),
        headline,
        headline,
        t('field.subheadline'),
      ])
      await expect.poll(() => over('subheadline').getAttribute('class')).toContain('marked-find-current')
    })
    test('by Escape the line takes the focus, the match selected in it, and F3 goes on from there', async () => {
      await page.keyboard.press('Shift+F3')
      await expect.poll(told).toBe(place(3))
      await page.keyboard.press('Escape')
      await expect.poll(() => shown(head())).toBe(`x ${word} 2 |${word}| 3`)
      expect(await page.locator('[class*=marked-find]').count()).toBe(0)
      await page.keyboard.press('Control+f')
      await expect.poll(told).toBe(place(3))
    })
    test('all at once, one undo takes all back, in the story as in a line', async () => {
      await page.keyboard.press('Control+h')
      await bar()
        .getByRole('textbox', { name: t('find.replacement') })
        .fill(other)
      const all = bar().getByRole('button', { name: t('find.replaceAll') })
      await all.click()
      await expect.poll(valuesOver).toEqual(withWord(other))
      expect(await caption().inputValue()).toBe(`${other} 6`)
      await expect.poll(async () => (await stored())?.fields.headline).toBe(`x ${other} 2 ${other} 3`)
      await page.locator('.story-text p').first().click()
      await page.keyboard.press('Control+z')
      await expect.poll(valuesOver).toEqual(withWord(word))
      expect(await caption().inputValue()).toBe(`${word} 6`)
      await expect.poll(told).toContain('6')
      await all.click()
      await expect.poll(valuesOver).toEqual(withWord(other))
      await head().click()
      await page.keyboard.press('Control+z')
      await expect.poll(valuesOver).toEqual(withWord(word))
      expect(await page.locator('.story-text p').first().textContent()).toBe(`${word} 5`)
      await page.keyboard.press('Control+Shift+z')
      await expect.poll(valuesOver).toEqual(withWord(other))
    })
    test('what was written in a line since stays when the story takes a replacement back', async () => {
      await head().click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type('!')
      await page.locator('.story-text p').first().click()
      await page.keyboard.press('Control+z')
      await expect.poll(() => over('kicker').inputValue()).toBe(`${word} 1`)
      expect(await head().inputValue()).toBe(`x ${other} 2 ${other} 3!`)
      await page.keyboard.press('Control+f')
      await page.keyboard.press('Escape')
    })
  })

  describe('follow the typing rules', () => {
    test('over the story and in it, and are stored as the rules left them', async () => {
      for (const field of [head(), caption(), cite()]) {
        await empty(field)
        await page.keyboard.type(story.typed)
        expect(await field.inputValue()).toBe(story.written)
      }
      await expect.poll(async () => JSON.stringify(await stored())).toContain(`"cite":"${story.written}"`)
      expect((await stored())?.fields.headline).toBe(story.written)
    })
    test('one Backspace gives back what was typed, for good; Ctrl+Z does at any time', async () => {
      for (const field of [head(), caption()]) {
        await empty(field)
        await page.keyboard.type(`${story.before}"`)
        expect(await shown(field)).toBe(`${story.opened}|`)
        await page.keyboard.press('Backspace')
        expect(await shown(field)).toBe(`${story.before}"|`)
        await page.keyboard.type('a')
        expect(await shown(field)).toBe(`${story.before}"a|`)
        await empty(field)
        await page.keyboard.type(story.typed)
        let steps = 0
        for (; steps < 30 && (await field.inputValue()) !== `${story.before}"`; steps += 1)
          await page.keyboard.press('Control+z')
        expect(await shown(field)).toBe(`${story.before}"|`)
        for (; steps > 0; steps -= 1) await page.keyboard.press('Control+Shift+z')
        expect(await field.inputValue()).toBe(story.written)
      }
    })
    test('but not what is pasted, composed, or an address', async () => {
      await empty(head())
      await page.keyboard.type(story.address)
      expect(await head().inputValue()).toBe(story.address)
      await empty(head())
      const tools = await page.context().newCDPSession(page)
      for (const text of [story.composed.slice(0, -1), story.composed])
        await tools.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
      await tools.send('Input.insertText', { text: story.composed })
      expect(await head().inputValue()).toBe(story.composed)
      await empty(head())
      await page.evaluate(() => {
        const data = new DataTransfer()
        data.setData('text/plain', '...')
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }))
        document.execCommand('insertText', false, '...')
      })
      expect(await head().inputValue()).toBe('...')
    })
    test('not where Settings say no, from then on', async () => {
      await page.keyboard.press('Control+Comma')
      const dialog = page.getByRole('dialog', { name: t('settings.name') })
      await dialog.getByRole('switch', { name: t('settings.typingQuotes') }).focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      for (const field of [head(), caption()]) {
        await empty(field)
        await page.keyboard.type(`${story.before}"`)
        expect(await field.inputValue()).toBe(`${story.before}"`)
      }
    })
  })
})
