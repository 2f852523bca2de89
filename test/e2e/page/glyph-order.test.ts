import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { article, gallery, media, onePixel } from '../../core/export/story.ts'
import { bidiLines } from '../../support/bidi-lines.ts'
import { launchChromium } from '../../support/chromium.ts'
import { factBox, h, li, ol, p, pIn, pullQuote, quote, row, story, table, ul } from '../../support/story.ts'
import { seenInEach } from './drawn-text.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
})
afterAll(() => browser.close())

/** Each line of the list is then one line of the page. */
function oneLineEach(): void {
  for (const element of document.querySelectorAll<HTMLElement>('main, main *'))
    element.style.setProperty('white-space', 'nowrap')
}

/** The selectors of what holds the lines, each once and in their order. */
const places = [
  '.story > p:not([dir])',
  '.story > h2',
  '.story > ul > li > p',
  '.story ul ol p',
  '.story > blockquote > p',
  '.pull-quote blockquote > p',
  '.fact-box > p',
  '.story td p',
  '.story > figure > figcaption > .caption',
  '.gallery .pictures .caption',
]

/** Some fonts of a system draw lam and alef as one, in which the alef has no place of its own; from the left it stands first. */
const inAnyFont = (seen: string): string => seen.replaceAll('ال', 'ل')
const seenIn = async (place: string): Promise<string[][]> =>
  (await seenInEach(page, place)).map((lines) => lines.map(inAnyFont))

test.each(languageCodes)(
  'the exported page in %s is read as the recogniser promises, everywhere on it',
  async (language) => {
    const lines = bidiLines.filter((line) => line.language === language)
    const texts = lines.map(({ text }) => text)
    const paragraphs = texts.map((line) => p(line))
    const picture = (caption: string) => ({ media, alt: caption, caption, credit: '', width: 1, height: 1 })
    const { content } = story(
      ...paragraphs,
      ...texts.map((line) => h(2, line)),
      ul(...texts.map((line) => li(p(line), ol(li(p(line)))))),
      quote(...paragraphs),
      pullQuote(texts[0] ?? '', ...paragraphs),
      factBox('', ...(paragraphs as [ReturnType<typeof p>])),
      table(...texts.map((line) => row(line))),
      ...texts.map((line) => ({ type: 'image' as const, attrs: picture(line) })),
      gallery({ caption: texts[0] ?? '' }, ...texts.map(picture)),
    )
    const { bytes } = await html.write({
      article: article(language, { headline: texts[0] ?? '', subheadline: texts[1] ?? '' }, ...content),
      theme: shippedThemes[0]!,
      now: 0,
      assets: onePixel,
    })
    await page.setContent(new TextDecoder().decode(bytes))
    await page.evaluate(oneLineEach)

    const promised = lines.map(({ seen }) => [inAnyFont(seen)])
    for (const place of places) expect([place, await seenIn(place)]).toEqual([place, promised])
    for (const place of ['h1', '.pull-quote figcaption', '.gallery > figcaption'])
      expect([place, await seenIn(place)]).toEqual([place, [promised[0]]])

    const other = article(
      language === 'en' || language === 'kmr' ? 'ar' : 'en',
      {},
      ...lines.map(({ text, direction }) => pIn(direction, text)),
    )
    const turned = await html.write({ article: other, theme: shippedThemes[0]!, now: 0, assets: onePixel })
    await page.setContent(new TextDecoder().decode(turned.bytes))
    await page.evaluate(oneLineEach)
    expect(await seenIn('.story > p')).toEqual(promised)
  },
)
