import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldIds } from '../../core/model/fields.ts'
import { interfaceLanguages } from '../../core/i18n/languages.ts'
import { monthNames } from '../../core/language/months.ts'
import { languages } from '../../core/language/registry.ts'
import { mediaTopics } from '../../core/model/media-topics.ts'
import { sampleLines } from '../../renderer/features/settings/sample-lines.ts'
import { launchChromium } from '../support/chromium.ts'
import { layoutFaults, spokenTexts } from '../support/layout-faults.ts'
import { closes, opens, outsideTheBrackets } from '../support/pseudo-languages.ts'
import { buildPseudoPage, type PseudoPage } from '../support/pseudo-page.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'

let browser: Browser
let desk: RunningDesk
let pseudo: PseudoPage
beforeAll(async () => {
  // Its headers are fetched by the test, whose computer may know no *.localhost.
  ;[browser, desk, pseudo] = await Promise.all([
    launchChromium(),
    runDesk({ args: ['--plain-host'] }),
    buildPseudoPage(),
  ])
})
afterAll(async () => {
  await browser.close()
  await desk.close()
  await pseudo.remove()
})

async function open(language: string, width: number, isPseudo = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  if (isPseudo) await pseudo.serveTo(context)
  const page = await context.newPage()
  await page.goto(desk.at({ language }))
  await page.locator('.library .end').waitFor()
  return page
}

const headline = 'H'
const specimens = Object.values(sampleLines).map((line) => line.replaceAll(/[{}]/g, ''))
const months = (['en', 'ar'] as const).flatMap((code) => monthNames(code))
/**
 * Data, not words of the interface: the headline and what is made of it, languages by their own names, IPTC's subjects, house
 * themes, dates, a path, what a file's name ends in, the line that shows a typeface.
 */
const isData = (text: string) =>
  !/\p{L}/u.test(text) ||
  text.toLowerCase() === headline.toLowerCase() ||
  text.startsWith('/') ||
  /^(?:Classic|Modern|https:\/\/|(?:h\.)?(?:html|midad)|أيار|مايو)$/.test(text) ||
  languages.some(({ ownName }) => text === ownName) ||
  specimens.includes(text.replaceAll(/[«»“”]/g, '')) ||
  mediaTopics.some(({ names }) => Object.values(names).includes(text)) ||
  months.some((month) => text.replaceAll(/[\d ]/g, '') === month.replaceAll(' ', ''))

interface View {
  name: string
  go: (page: Page) => Promise<unknown>
}
const dialog = (page: Page) => page.getByRole('dialog').waitFor()
/** The views in the order of a walk; each begins where the one before ended. */
const views: readonly View[] = [
  { name: 'the library', go: (page) => page.locator('.library').waitFor() },
  {
    name: 'an article and its Details',
    go: async (page) => {
      await page.keyboard.press('Control+Alt+n')
      await page.locator('.masthead .head').fill(headline)
      await page.keyboard.press('Control+Alt+d')
      await page.locator('.inspector select').first().waitFor()
    },
  },
  {
    name: 'the link',
    go: async (page) => {
      await page.locator('.story [contenteditable=true]').first().click()
      await page.keyboard.press('Control+Shift+k')
      await page.locator('.link-box input').waitFor()
    },
  },
  {
    name: 'the Preview',
    go: async (page) => {
      await page.keyboard.press('Escape')
      await page.locator('.link-box').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+Alt+p')
      await page.locator('iframe[title]').waitFor()
    },
  },
  { name: 'the export', go: (page) => page.keyboard.press('Control+e').then(() => dialog(page)) },
  { name: 'the settings', go: (page) => again(page, 'Control+Comma') },
  { name: 'the palette', go: (page) => again(page, 'Control+k') },
  {
    name: 'the trash, where nothing is',
    go: async (page) => {
      await page.keyboard.press('Escape')
      await page.locator('.library .end button').nth(1).click()
      await dialog(page)
    },
  },
  {
    name: 'the words after an article went to the trash',
    go: async (page) => {
      await page.keyboard.press('Escape')
      // Where the window is narrow the panels lie over the page's own buttons.
      await page.keyboard.press('Control+Shift+Backslash')
      await page.locator('main .bar button.icon-only').nth(1).click()
      await page.locator('.toast').waitFor()
    },
  },
  {
    name: 'the trash',
    go: async (page) => {
      await page.locator('.library .end button').nth(1).click()
      await dialog(page)
    },
  },
]
async function again(page: Page, keys: string) {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press(keys)
  await dialog(page)
}

/** What is wrong with texts that contain `mark`, in every view. */
async function faultsOnAWalk(page: Page, mark: string): Promise<string[]> {
  const findings: string[] = []
  for (const { name, go } of views) {
    await go(page)
    // What was just drawn has its fonts and its place.
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)))
    for (const { text, fault } of await layoutFaults(page, mark)) findings.push(`${name}: ${fault}: ${text}`)
  }
  return [...new Set(findings)]
}

describe.each(interfaceLanguages.map(({ code }) => code))('in %s itself', (language) => {
  test.each([1280, 1024])('every view keeps its words whole, %i wide', async (width) => {
    const page = await open(language, width, false)
    const everyText = ''
    expect(await faultsOnAWalk(page, everyText)).toEqual([])
    await page.context().close()
  })
})

describe.each([
  { language: 'en', called: 'long words' },
  { language: 'ar', called: 'words from right to left' },
])('with $called', ({ language }) => {
  test.each([1280, 1024])('every view keeps its words whole, %i wide', async (width) => {
    const page = await open(language, width)
    expect(await faultsOnAWalk(page, opens)).toEqual([])
    await page.context().close()
  })

  test('every word on screen comes from the catalogue', async () => {
    const page = await open(language, 1280)
    const findings: string[] = []
    let seen = 0
    for (const { name, go } of views) {
      await go(page)
      for (const text of await spokenTexts(page)) {
        if (text.includes(opens)) seen += 1
        const rest = outsideTheBrackets(text).trim()
        if (!isData(rest)) findings.push(`${name}: ${text}`)
      }
    }
    expect([...new Set(findings)]).toEqual([])
    expect(seen).toBeGreaterThan(fieldIds.length * views.length)
    await page.context().close()
  })
})

describe('a planted fault is found', () => {
  const word = `${opens}word${closes}`
  test.each([
    ['cut off', `<button style="width:20px;overflow:hidden;white-space:nowrap">${word} ${word}</button>`],
    ['cut off', `<div style="width:40px;overflow:auto;white-space:nowrap">${word} ${word}</div>`],
    ['cut off', `<p style="height:8px;overflow:hidden;line-height:20px">${word}</p>`],
    ['cut off', `<input style="width:20px" placeholder="${word}">`],
    ['cut off', `<select style="width:30px"><option>${word} ${word}</option></select>`],
    ['outside its control', `<button style="width:20px;white-space:nowrap">${word} ${word}</button>`],
    ['outside the window', `<p style="position:absolute;left:-20px">${word}</p>`],
    ['on top of another', `<p>${word}</p><p style="margin-top:-34px">${word} two</p>`],
  ])('%s: %s', async (fault, html) => {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><body style="font:16px/20px sans-serif">${html}</body>`)
    expect((await layoutFaults(page, opens)).map((each) => each.fault)).toContain(fault)
    await page.close()
  })
  test('and what stands well is not', async () => {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><body><button>${word}</button><p>${word}</p>
      <div style="height:20px;overflow:auto"><p>${word}</p><p>${word} below</p></div>
      <input placeholder="${word}"><select><option>${word}</option></select></body>`)
    expect(await layoutFaults(page, opens)).toEqual([])
    await page.close()
  })
  test('a word that is no catalogue’s, in a text, a name and a placeholder', async () => {
    const page = await browser.newPage()
    await page.setContent(`<p>${word}</p><p>planted</p><b aria-label="named"></b><input placeholder="held">`)
    const rest = (await spokenTexts(page)).map((text) => outsideTheBrackets(text).trim())
    expect(rest.filter((text) => !isData(text))).toEqual(['planted', 'named', 'held'])
    await page.close()
  })
})
