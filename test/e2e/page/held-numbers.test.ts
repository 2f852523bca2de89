import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { html } from '../../../core/export/html.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { launchChromium } from '../../support/chromium.ts'
import { article, nothing, p } from '../../core/export/story.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 360, height: 2000 } })
})
afterAll(() => browser.close())

const held = [
  '1,200–1,500',
  '10%–15%',
  '$5–$7',
  '3-1',
  '2024-05-08',
  '+964 770 123 4567',
  '(202) 555-0143',
  '10 000 000',
]
/** Each stands between words of other lengths, so that at one width or another the end of a line comes upon it. */
const told = held.map((number, at) =>
  p(`${'The council said that '.repeat(2)}${'a '.repeat(at)}between ${number} of them came, and ${number}.`),
)

/** How many of these elements stand on more than one line, at the widths that a phone has and narrower. */
const brokenRuns = async (): Promise<string[]> =>
  page.evaluate(() => {
    const broken = new Set<string>()
    for (let width = 200; width < 380; width += 1) {
      document.body.style.width = `${width}px`
      for (const run of document.querySelectorAll('.story span[data-run]')) {
        const range = document.createRange()
        range.selectNodeContents(run)
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (tops.size > 1) broken.add(run.textContent)
      }
    }
    return [...broken]
  })

test.each(shippedThemes)(
  'a number of which half would be another stands on one line of the $id page',
  async (theme) => {
    const input = { article: article('en', { headline: 'Council' }, ...told), theme, now: 0, assets: nothing }
    await page.setContent(new TextDecoder().decode((await html.write(input)).bytes))
    const marked = await page.evaluate((isStyled) => {
      const runs = [
        ...document.querySelectorAll<HTMLElement>('.story span.run, .story span[style*="nowrap"]'),
      ]
      for (const run of runs) {
        run.dataset['run'] = ''
        // A fragment leaves the rule to the page that it stands in.
        if (!isStyled) run.style.whiteSpace = 'nowrap'
      }
      return runs.map((run) => run.textContent)
    }, theme.layout !== 'fragment')
    expect(marked).toEqual(held.flatMap((number) => [number, number]))
    expect(await brokenRuns()).toEqual([])
    // Nothing else holds them: without the rule each of them is broken at some width.
    await page.evaluate(() => {
      for (const run of document.querySelectorAll<HTMLElement>('[data-run]')) run.style.whiteSpace = 'normal'
    })
    expect((await brokenRuns()).sort()).toEqual([...held].sort())
  },
)
