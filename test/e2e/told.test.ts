import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { judged, untilFocused } from '../support/desk-in-browser.ts'
import { plantStories } from '../support/planted-story.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'
import {
  asked,
  at,
  factBox,
  fn,
  h,
  li,
  link,
  note,
  p,
  pIn,
  pullQuote,
  questions,
  quote,
  row,
  source,
  sources,
  table,
  text,
  timeline,
  ul,
} from '../support/story.ts'
import { wordsOf } from '../support/view-steps.ts'

const address = 'https://midad.example/report'
const languages = [
  { language: 'ar', direction: 'rtl', word: 'كلمة' },
  { language: 'en', direction: 'ltr', word: 'word' },
] as const
let browser: Browser
let desk: RunningDesk
let ids: string[]
beforeAll(async () => {
  browser = await launchChromium()
  const library = join(await mkdtemp(join(tmpdir(), 'midad-told-')), 'library')
  ids = plantStories(
    library,
    languages.flatMap(({ language, direction, word }) => [
      {
        language,
        blocks: [
          h(2, `${word} 1`),
          p(`${word} 2`),
          quote(p(`${word} 3`)),
          p(link(`${word} 4`, address), text(` ${word}`)),
          ul(li(p(`${word} 5`))),
          table(row(`${word} 6`, `${word} 7`), row(`${word} 8`, `${word} 9`)),
          pIn(direction === 'rtl' ? 'ltr' : 'rtl', `${word} 10`),
          factBox(`${word} 11`, p(`${word} 12`)),
          questions(asked(`${word} 13`, p(`${word} 14`))),
          timeline(at(`${word} 15`, p(`${word} 16`))),
          pullQuote('', p(`${word} 17`)),
          note(p(`${word} 18`)),
          p(text(`${word} 19`), fn('aaaaaaaa')),
          sources(source('aaaaaaaa', `${word} 20`)),
        ],
      },
      { language, blocks: [p()] },
    ]),
  )
  desk = await runDesk({ library })
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

describe.each(languages)('by keyboard and screen reader, in $language', ({ language, direction, word }) => {
  const t = wordsOf(language)
  let page: Page
  const story = () => page.getByRole('textbox', { name: t('article.story'), exact: true })
  const menu = () => page.getByRole('menu', { name: t('blockMenu.name') })
  const item = (key: MessageKey) =>
    menu()
      .locator('[role^=menuitem]')
      .filter({ has: page.getByText(t(key), { exact: true }) })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** The sentence as it is written, numbers in our digits. */
  const say = (key: MessageKey, values: Record<string, string | number> = {}) =>
    Object.entries(values).reduce(
      (sentence, [name, value]) => sentence.replace(`{${name}}`, String(value)),
      t(key),
    )
  const and = (...parts: string[]) => parts.reduce((first, second) => say('told.and', { first, second }))
  const said = async () =>
    ((await page.locator('.over-sheet p[role=status]').textContent()) ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const told = (sentence: string) => expect.poll(said).toBe(sentence)
  const blocks = () =>
    story().evaluate((root) =>
      [...root.children].map((block) => `${block.localName} ${block.textContent}`.trim()),
    )
  /** What stands in the block of text with the caret. */
  const here = () =>
    page.evaluate(() => {
      const node = getSelection()?.anchorNode
      const element = node instanceof Element ? node : node?.parentElement
      return element?.closest('p, h2, h3, dt, th, td, li')?.textContent
    })
  const goTo = async (number: number) => {
    await story().getByText(`${word} ${number}`, { exact: true }).first().click()
    await expect.poll(here).toContain(`${word} ${number}`)
  }
  const openArticle = async (place: number) => {
    const id = ids[languages.findIndex((each) => each.language === language) * 2 + place] ?? ''
    await page.goto(desk.at({ language, article: id }))
    await story().click()
    await page.getByRole('toolbar', { name: t('format.toolbar') }).waitFor()
  }
  const byPalette = async (key: MessageKey) => {
    await press('Control+k')
    await untilFocused(page.getByRole('combobox', { name: t('palette.name') }))
    await page.keyboard.insertText(t(key))
    await press('Enter')
  }

  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...judged })
    await page.context().route(`${new URL(address).origin}/**`, (route) => route.fulfill({ body: 'there' }))
    await openArticle(0)
  })
  afterAll(() => page.context().close())

  test('what the caret comes into is told once it rests there, and nothing of letters', async () => {
    await goTo(2)
    await page.waitForTimeout(300)
    const before = await said()
    await page.keyboard.type('xyz')
    await press('Backspace', 'Backspace', 'Backspace')
    await page.waitForTimeout(300)
    expect(await said()).toBe(before)
    await press('Home', 'ArrowDown')
    await told(t('format.quote'))
    await press('ArrowDown')
    await told(t('format.paragraph'))
    await press('ArrowDown')
    await told(t('format.bullets'))
    await press('ArrowDown')
    await told(say('told.table', { row: 1, column: 1 }))
    await press('Tab')
    await told(say('told.cell', { row: 1, column: 2 }))
    await press('Tab')
    await told(say('told.cell', { row: 2, column: 1 }))
    await goTo(10)
    await told(and(t('format.paragraph'), t(direction === 'rtl' ? 'told.ltr' : 'told.rtl')))
    // Through a box in one breath: only where it comes to rest is told.
    await press('ArrowDown', 'ArrowDown', 'ArrowDown')
    await told(
      and(t('format.questions'), t('format.question'), t(direction === 'rtl' ? 'told.rtl' : 'told.ltr')),
    )
    await press('ArrowDown')
    await told(t('format.answer'))
    await press('Escape')
    await goTo(1)
    await told(t('format.heading2'))
  })

  test('the boxes of a story have roles and names, in the browser’s own tree', async () => {
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    await session.detach()
    const found = nodes.map(({ role, name }) => `${String(role?.value)} ${String(name?.value)}`)
    for (const key of [
      'format.factBox',
      'format.questions',
      'format.question',
      'format.answer',
      'format.when',
      'format.pullQuote',
    ] as const)
      expect(found).toContain(`group ${t(key)}`)
    expect(found).toContain(`list ${t('format.timeline')}`)
    expect(found).toContain(`list ${t('format.sources')}`)
    expect(found).toContain(`note ${t('format.note')}`)
    expect(found.find((each) => each.startsWith(`link ${t('format.footnote')}`))).toBeDefined()
    expect(await axeFindings(page)).toEqual([])
  })

  test('a link is opened from the text, outside, and says so', async () => {
    const opened = async (open: () => Promise<void>) => {
      const [other] = await Promise.all([page.context().waitForEvent('page'), open()])
      await other.waitForLoadState()
      expect(other.url()).toBe(address)
      expect(await other.evaluate(() => window.opener === null)).toBe(true)
      await other.close()
    }
    const letters = story().locator('a', { hasText: `${word} 4` })
    await letters.click()
    await opened(() => press('Alt+Enter'))
    await told(t('told.linkOpens'))
    await opened(() => letters.click({ modifiers: ['Control'] }))
    await opened(async () => {
      await press('Control+Shift+k')
      await page.getByRole('button', { name: t('link.open'), exact: true }).click()
    })
    await press('Escape')
    await goTo(2)
    await press('Alt+Enter')
    await told(t('told.noLink'))
    expect(page.context().pages()).toHaveLength(1)
    expect((await blocks())[1]).toBe(`p ${word} 2`)
  })

  test('the menu of a block opens by its key beside the block, and gives the caret back', async () => {
    await goTo(2)
    await press('Home', 'Alt+Shift+F10')
    await menu().waitFor()
    await expect
      .poll(() => item('format.paragraph').evaluate((each) => each === document.activeElement))
      .toBe(true)
    expect(await item('format.paragraph').getAttribute('aria-checked')).toBe('true')
    expect(await axeFindings(page)).toEqual([])
    const [grip, box] = [await page.locator('.block-grip').boundingBox(), await menu().boundingBox()]
    // At the side of the grip that the text is not.
    const [left, right] = direction === 'rtl' ? [grip, box] : [box, grip]
    const gap = (right?.x ?? 0) - (left?.x ?? 0) - (left?.width ?? 0)
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(12)
    await press('Escape')
    await menu().waitFor({ state: 'detached' })
    await page.keyboard.type('x')
    await expect.poll(here).toBe(`x${word} 2`)
    await press('Backspace', 'Alt+Shift+F10')
    await menu().waitFor()
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await told(t('format.heading3'))
    expect((await blocks())[1]).toBe(`h3 ${word} 2`)
    await press('Control+z')
    await expect.poll(async () => (await blocks())[1]).toBe(`p ${word} 2`)
  })

  test('it opens by a press on the grip too, and from the palette; a block is copied and taken away', async () => {
    await story().getByText(`${word} 5`).hover()
    await page.locator('.block-grip').click()
    await menu().waitFor()
    await item('command.duplicate').click()
    await told(t('told.duplicated'))
    expect((await blocks()).slice(4, 6)).toEqual([`ul ${word} 5`, `ul ${word} 5`])
    await byPalette('blockMenu.name')
    await menu().waitFor()
    await press('End', 'Enter')
    await told(t('told.blockDeleted'))
    expect((await blocks()).map((block) => block.split(' ')[0]).slice(3, 6)).toEqual(['p', 'ul', 'table'])
    // A box has no text to turn, and stays in its place above all.
    await goTo(12)
    await press('Alt+Shift+F10')
    await menu().waitFor()
    await item('command.moveUp').click()
    await told(t('told.movedUp'))
    expect((await blocks()).slice(6, 8)).toEqual([`div ${word} 11${word} 12`, `p ${word} 10`])
  })

  test('a table from the palette has the caret in its first cell; boxes have keys, and say that they have come', async () => {
    await openArticle(1)
    await byPalette('format.table')
    await told(say('told.inserted', { what: t('format.table') }))
    await page.keyboard.insertText(word)
    expect(await story().locator('th').first().textContent()).toBe(word)
    for (const [key, name] of [
      ['Control+Alt+Digit5', 'format.factBox'],
      ['Control+Alt+Digit6', 'format.questions'],
      ['Control+Alt+Digit7', 'format.timeline'],
      ['Control+Alt+KeyM', 'format.note'],
    ] as const) {
      await press('Control+End', key)
      await told(say('told.inserted', { what: t(name) }))
    }
    await press('Control+End', 'Control+Alt+Digit9')
    await told(say('told.on', { what: t('format.pullQuote') }))
  })
})
