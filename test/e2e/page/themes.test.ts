import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { htmlZip } from '../../../core/export/html-zip.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { BodyNode } from '../../../core/model/body.ts'
import { blockText } from '../../../core/model/measure.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { fullArticle, onePixel, p } from '../../core/export/story.ts'
import { launchChromium } from '../../support/chromium.ts'

const require = createRequire(import.meta.url)
const readability = require.resolve('@mozilla/readability/Readability.js')
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** Each paragraph and line of the story; a fact box is an `aside`, which reader views leave out. */
const linesIn = (node: BodyNode): string[] => {
  if (node.type === 'factBox') return []
  const parts = 'content' in node ? (node.content ?? []) : []
  return parts.some(({ type }) => type === 'text') ? [blockText(node)] : parts.flatMap(linesIn)
}

interface Read {
  title: string
  byline: string
  dir: string
  lang: string
  textContent: string
}

describe('Mozilla Readability, as in the reader view of Firefox', () => {
  const pages = shippedThemes.filter(({ layout }) => layout !== 'fragment')
  const cases = pages.flatMap((theme) =>
    (['ar', 'ckb', 'he', 'en'] as const).map((language) => ({ id: theme.id, theme, language })),
  )
  test.each(cases)('reads $id in $language', async ({ theme, language }) => {
    const of = fullArticle(language)
    of.fields.seoTitle = ''
    const story = of.body.content.flatMap(linesIn)
    const { bytes } = await html.write({ article: of, theme, now: 0, assets: onePixel })
    await page.setContent(new TextDecoder().decode(bytes).replace(/<meta http-equiv[^>]*>/, ''))
    await page.evaluate(await readFile(readability, 'utf8'))
    const read = await page.evaluate(() => {
      const { Readability } = globalThis as unknown as {
        Readability: new (of: Node) => { parse: () => Read | null }
      }
      return new Readability(document.cloneNode(true)).parse()
    })
    const { tag, direction } = languageOf(language)
    const bare = (text: string) => text.replaceAll(/[\s\u2066-\u2069]+/g, ' ').trim()
    expect(read && { title: bare(read.title), dir: read.dir, lang: read.lang }).toEqual({
      title: bare(of.fields.headline),
      dir: direction,
      lang: tag,
    })
    expect(read?.byline).toContain(of.fields.byline[0])
    // Between blocks, and before a number of a footnote, a reader sees no space that the text has.
    const letters = (text: string) => bare(text).replaceAll(/[\s\p{N}↑]+/gu, '')
    const seen = letters(read?.textContent ?? '')
    expect(story.filter((text) => !seen.includes(letters(text)))).toEqual([])
  })
})

describe.each(shippedThemes.filter(({ layout }) => layout !== 'fragment'))('the $id page', (theme) => {
  const open = async (language: 'en' | 'ar') => {
    const { bytes } = await html.write({ article: fullArticle(language), theme, now: 0, assets: onePixel })
    await page.setContent(new TextDecoder().decode(bytes))
  }
  test.each(['en', 'ar'] as const)('counts no entries of a timeline in %s', async (language) => {
    await open(language)
    const marks = await page
      .locator('.timeline li, [class*=timeline] li')
      .evaluateAll((items) => items.map((item) => getComputedStyle(item).listStyleType))
    expect(new Set(marks)).toEqual(new Set(marks.length > 0 ? ['none'] : []))
  })
  // A mail has no style for paper.
  test.skipIf(theme.layout === 'email')('prints an address a space away from its link', async () => {
    await open('ar')
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('.story a[href^=http]:not(.bare)').evaluateAll((links) =>
      links.map((link) => {
        const { content, unicodeBidi } = getComputedStyle(link, '::after')
        return [content.slice(0, 4), unicodeBidi]
      }),
    )
    await page.emulateMedia({ media: 'screen' })
    // The address is held from left to right by its signs: as a box of its own it would take the space with it.
    expect(printed.length).toBeGreaterThan(0)
    for (const each of printed) expect(each).toEqual(['" \u2066(', 'normal'])
  })
})

test('pictures that lie beside a page are shown by a browser that opens it from a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'midad-beside-'))
  try {
    const of = fullArticle('ar')
    of.body.content.push(p('نص'))
    const [theme] = shippedThemes
    if (!theme) throw new Error('no theme')
    const { bytes } = await htmlZip.write({ article: of, theme, now: 0, assets: onePixel })
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    const widths = await page.evaluate(() => Array.from(document.images, ({ naturalWidth }) => naturalWidth))
    expect(widths.length).toBeGreaterThan(5)
    expect(widths.every((width) => width > 0)).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
