import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldIds } from '../../core/model/fields.ts'
import { formats } from '../../core/export/registry.ts'
import { monthNames } from '../../core/language/months.ts'
import { languages } from '../../core/language/registry.ts'
import { shippedDictionaries } from '../../core/language/spelling/shipped-dictionaries.ts'
import { mediaTopics } from '../../core/model/media-topics.ts'
import { shippedTypes } from '../../core/model/shipped-types.ts'
import { sampleLines } from '../../renderer/features/settings/sample-lines.ts'
import { deskInBrowser, goToDesk } from '../support/desk-in-browser.ts'
import { layoutFaults, spokenTexts } from '../support/layout-faults.ts'
import { closes, opens, outsideTheBrackets } from '../support/pseudo-languages.ts'
import { buildPseudoPage, pseudoCatalogues, type PseudoPage } from '../support/pseudo-page.ts'
import { isPlanted } from '../support/planted-versions.ts'
import { button, byPalette, type Translate } from '../support/view-steps.ts'
import { views, type View } from '../support/views.ts'

const { runDesk, newPage } = deskInBrowser()
let pseudo: PseudoPage
beforeAll(async () => {
  pseudo = await buildPseudoPage()
})
afterAll(() => pseudo.remove())

/** A window over a new library, which welcomes. */
async function open(language: string, width: number): Promise<Page> {
  // Its headers are fetched by the test, whose computer may know no *.localhost.
  const desk = await runDesk({ args: ['--plain-host'] })
  const page = await newPage({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  await pseudo.serveTo(page.context())
  page.setDefaultTimeout(30_000)
  await goToDesk(page, desk, language)
  return page
}

const headline = 'H'
const specimens = Object.values(sampleLines).map((line) => line.replaceAll(/[{}]/g, ''))
const months = (['en', 'ar'] as const).flatMap((code) => monthNames(code))
/**
 * Data, not words of the interface: the headline and what is made of it, languages by their own names, IPTC's subjects, dates, planted versions, dictionaries and their licences, a path and its names, what a file's name ends in, types of stories
 * (their names are in their file), the line that shows a typeface.
 */
const isData = (text: string) =>
  !/\p{L}/u.test(text) ||
  // The stars: as WhatsApp is told that it is bold.
  text.replaceAll('*', '').toLowerCase() === headline.toLowerCase() ||
  /^[\u2066-\u2069]*\//.test(text) ||
  /^(?:tmp|library|midad-desk-\w+)$/.test(text) ||
  shippedTypes.some(({ name }) => Object.values(name).includes(text)) ||
  /^(?:https:\/\/|qqqq|أيار|مايو)$/.test(text) ||
  // Of the theme editor: typefaces by their own names, and the wordings of a date.
  /^(?:Noto (?:Naskh|Kufi) Arabic|Vazirmatn|Source Serif 4|Inter)$/.test(text) ||
  /^Wednesday, (?:08 May|May 8,) 2024$/.test(text) ||
  // Files are called by their day and slug.
  formats.some(({ extension }) => text === extension || text.replace(/^[\d-]+/, '') === `h.${extension}`) ||
  languages.some(({ ownName }) => text === ownName) ||
  shippedDictionaries.some(({ name, licence }) => text === name || text === licence) ||
  specimens.includes(text.replaceAll(/[«»“”]/g, '')) ||
  mediaTopics.some(({ names }) => Object.values(names).includes(text)) ||
  isPlanted(text) ||
  months.some((month) => text.replaceAll(/[\d ,،:]/g, '') === month.replaceAll(' ', ''))

const dialog = (page: Page) => page.getByRole('dialog')
const escape = (page: Page) => page.keyboard.press('Escape')
type Walked = Pick<View, 'name' | 'byKeys' | 'shown' | 'leave'>
/** What else a person meets: what floats over the story, and words that stand for a moment only. */
const moments: readonly Walked[] = [
  {
    name: 'link',
    byKeys: async (page) => {
      await page.locator('.story [contenteditable=true]').first().click()
      await page.keyboard.press('Control+Shift+k')
    },
    shown: (page) => page.locator('.link-box input'),
    leave: escape,
  },
  {
    name: 'the menu of a table',
    byKeys: async (page, t) => {
      await page.locator('.story-text').first().focus()
      await byPalette('format.table')(page, t)
      await button(page, t('table.menu')).press('Enter')
    },
    shown: (page, t) => page.getByRole('menu', { name: t('table.menu') }),
    leave: escape,
  },
  { name: 'keys', byKeys: (page) => page.keyboard.press('Control+Slash'), shown: dialog, leave: escape },
  {
    name: 'an article in the trash',
    byKeys: async (page, t) => {
      await page.keyboard.press('Control+k')
      await dialog(page).waitFor()
      await page.keyboard.type(t('article.trash'))
      await page.keyboard.press('Enter')
    },
    shown: (page) => page.locator('.toast'),
    leave: () => Promise.resolve(),
  },
]

/** From the welcome of a new library through every view; `look` is told its name while it stands. */
async function walk(page: Page, t: Translate, look: (view: string) => Promise<void>): Promise<void> {
  await page.getByText(t('welcome.begin')).waitFor()
  await look('welcome')
  await page.keyboard.press('Control+Alt+n')
  await page.locator('.masthead .head').fill(headline)
  await page.locator('.library .row').first().waitFor()
  const ofAnyStory = views.filter(({ ofPlantedStory }) => !ofPlantedStory)
  for (const view of [...ofAnyStory, ...moments]) {
    await view.byKeys(page, t)
    await view.shown(page, t).first().waitFor()
    // What was just drawn has its fonts and its place.
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)))
    await look(view.name)
    await view.leave(page, t)
    await expect.poll(() => dialog(page).count()).toBe(0)
    // A dialog gives the focus back in a frame after it went: the next keys come then.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}

describe.each([
  { language: 'en', called: 'long words' },
  { language: 'ar', called: 'words from right to left' },
])('with $called', ({ language }) => {
  const t: Translate = (key) => pseudoCatalogues[`${language}.json`]?.[key] ?? key

  test('every word of every view comes from the catalogue and stands whole, 1280 wide', async () => {
    const page = await open(language, 1280)
    const findings = new Set<string>()
    let seen = 0
    await walk(page, t, async (view) => {
      for (const { text, fault } of await layoutFaults(page, opens))
        findings.add(`${view}: ${fault}: ${text}`)
      for (const text of await spokenTexts(page)) {
        if (text.includes(opens)) seen += 1
        if (!isData(outsideTheBrackets(text).trim())) findings.add(`${view}: not of the catalogue: ${text}`)
      }
    })
    expect([...findings]).toEqual([])
    expect(seen).toBeGreaterThan(fieldIds.length * views.length)
  })

  test('every view keeps its words whole, 1024 wide', async () => {
    const page = await open(language, 1024)
    const findings = new Set<string>()
    await walk(page, t, async (view) => {
      for (const { text, fault } of await layoutFaults(page, opens))
        findings.add(`${view}: ${fault}: ${text}`)
    })
    expect([...findings]).toEqual([])
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
    const page = await newPage()
    await page.setContent(`<!doctype html><body style="font:16px/20px sans-serif">${html}</body>`)
    expect((await layoutFaults(page, opens)).map((each) => each.fault)).toContain(fault)
  })
  test('and what stands well is not', async () => {
    const page = await newPage()
    await page.setContent(`<!doctype html><body><button>${word}</button><p>${word}</p>
      <div style="height:20px;overflow:auto"><p>${word}</p><p>${word} below</p></div>
      <input placeholder="${word}"><select><option>${word}</option></select></body>`)
    expect(await layoutFaults(page, opens)).toEqual([])
  })
  test('a word that is no catalogue’s, in a text, a name and a placeholder', async () => {
    const page = await newPage()
    await page.setContent(`<p>${word}</p><p>planted</p><b aria-label="named"></b><input placeholder="held">`)
    const rest = (await spokenTexts(page)).map((text) => outsideTheBrackets(text).trim())
    expect(rest.filter((text) => !isData(text))).toEqual(['planted', 'named', 'held'])
  })
})
