import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { deskInBrowser, judged, partsOf, untilSaved } from '../support/desk-in-browser.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { image, p } from '../support/story.ts'
import { seenLines } from './page/drawn-text.ts'

const { media, bytes, width, height } = samplePicture('ferry')

describe.each([
  {
    language: 'ar',
    words: 'فوز 3-2 في 10-12 مايو',
    seen: 'ويام10-12يف3-2زوف',
    caption: 'بعد 5-7 أيام',
    seenCaption: 'مايأ5-7دعب',
  },
  {
    language: 'ckb',
    words: 'بردنەوەی 3-2 لە دیاری',
    seen: 'یرایدەل3-2یەوەندرب',
    caption: 'دوای 5-7 ڕۆژ',
    seenCaption: 'ژۆڕ5-7یاود',
  },
  {
    language: 'en',
    words: 'In بغداد 12, he said',
    seen: 'Inدادغب12,hesaid',
    caption: 'From أربيل 7, it says',
    seenCaption: 'Fromليبرأ7,itsays',
  },
] as const)('a plain field of a story in $language', ({ language, words, seen, caption, seenCaption }) => {
  const { open, runDesk } = deskInBrowser()
  let desk: RunningDesk
  let page: Page
  const { headline, story } = partsOf(() => page)
  const over = '.masthead .over-head'
  const overCaption = '.story-text .over-field-caption'
  const colourOf = (selector: string) =>
    page.locator(selector).evaluate((field) => getComputedStyle(field).color)
  beforeAll(async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-rest-')), 'library')
    const blocks = [p('1'), image(media, { caption, width, height })]
    plantStories(library, [{ language, blocks, pictures: [{ media, bytes }] }])
    desk = await runDesk({ library })
    page = await open(desk, judged)
    await page.getByRole('list', { name: 'Articles' }).getByRole('button').first().click()
    await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  })

  test('shows the words in the order of the page once they are written, and as they are while they are', async () => {
    await headline().click()
    await page.keyboard.insertText(words)
    expect(await page.locator(over).count()).toBe(0)
    const written = await colourOf('textarea.head')
    await page.keyboard.press('Tab')
    expect(await seenLines(page, over)).toEqual([seen])
    expect(await colourOf('textarea.head')).toBe('rgba(0, 0, 0, 0)')
    expect(await colourOf(over)).toBe(written)
    expect(await headline().inputValue()).toBe(words)
    await untilSaved(page)
    expect((await desk.articles())[0]?.fields.headline).toBe(words)
    expect((await seenLines(page, '.library .row .h')).join('')).toBe(seen)
  })

  test('lies where the words of the field lie, in the same face', async () => {
    const boxOf = (selector: string) => page.locator(selector).boundingBox()
    expect(await boxOf(over)).toEqual(await boxOf('textarea.head'))
    expect(await boxOf(overCaption)).toEqual(await boxOf('textarea.field-caption'))
    const faceOf = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { font, lineHeight, letterSpacing, textWrap, direction, padding } = getComputedStyle(element)
        return { font, lineHeight, letterSpacing, textWrap, direction, padding }
      })
    expect(await faceOf(over)).toEqual(await faceOf('textarea.head'))
    expect(await faceOf(overCaption)).toEqual(await faceOf('textarea.field-caption'))
  })

  test('shows a caption so from the start, and after the caret has been in it', async () => {
    expect(await seenLines(page, overCaption)).toEqual([seenCaption])
    // Through it goes the press: the field is what is under it.
    await page.locator('textarea.field-caption').click()
    expect(await page.locator(overCaption).count()).toBe(0)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('.')
    await story().locator('p').first().click()
    expect((await seenLines(page, overCaption)).join('').replace('.', '')).toBe(seenCaption)
  })

  test('follows a field that is written from elsewhere, and says nothing twice to a screen reader', async () => {
    await page.keyboard.press('Control+z')
    expect(await seenLines(page, overCaption)).toEqual([seenCaption])
    expect(await page.locator(over).getAttribute('aria-hidden')).toBe('true')
    expect(await axeFindings(page)).toEqual([])
    await headline().fill('x')
    await page.keyboard.press('Tab')
    expect(await page.locator(over).count()).toBe(0)
    expect(await colourOf('textarea.head')).not.toBe('rgba(0, 0, 0, 0)')
  })
})
