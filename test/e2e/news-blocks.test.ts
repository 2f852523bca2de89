import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Block } from '../../core/model/body.ts'
import { axeFindings } from '../support/axe.ts'
import {
  deskInBrowser,
  judged,
  partsOf,
  putCaret,
  untilFocused,
  untilSaved,
} from '../support/desk-in-browser.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import {
  asked,
  at,
  embed,
  factBox,
  fn,
  gallery,
  image,
  note,
  p,
  questions,
  source,
  sources,
  text,
  timeline,
} from '../support/story.ts'

const pictures = [samplePicture('ferry'), samplePicture('bus')]
const pair = pictures.map(({ media, width, height }) => image(media, { alt: 'x', width, height }))
/** A story in which each kind of block says `words`, two spaces and a number behind it. */
const blocksOf = (words: string): Block[] => {
  const said = `${words}  x`
  return [
    { ...p(said), content: [text(said), fn('a1')] },
    note(p(said)),
    factBox(said, p(said)),
    questions(asked(said, p(said))),
    timeline(at(said, p(said))),
    gallery(`${words} جـــسر`, ...pair),
    embed('https://youtu.be/x', { title: `${words} جـــسر`, site: 'YouTube', alt: 'جـــسر' }),
    sources(source('a1', said)),
  ]
}
/** In a note, and in eight texts that are published. */
const texts = 9
/** The caption of the gallery and the title of the card, and the alternative text of its picture. */
const [captions, tatweels] = [2, 3]

describe.each([
  { language: 'ar', words: 'الإعلام', other: 'البيان' },
  { language: 'en', words: 'the dam', other: 'the lake' },
] as const)('a story in $language with notes, boxes, galleries and all', ({ language, words, other }) => {
  const { open, runDesk } = deskInBrowser()
  let desk: RunningDesk
  let page: Page
  const { headline, story, run } = partsOf(() => page)
  const planted = blocksOf(words)
  const stored = async () => (await desk.articles())[0]?.body.content
  const bar = () => page.getByRole('search', { name: 'Find in the story' })

  beforeEach(async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-news-blocks-')), 'library')
    plantStories(library, [{ language, fields: { headline: words }, blocks: planted, pictures }])
    desk = await runDesk({ library })
    page = await open(desk, judged)
    await page.locator('.library .row').first().click()
    await story().locator('.gallery').waitFor()
    await putCaret(story().locator('p').first(), 'Control+Home')
  })

  test('is searched and replaced in all its texts, one undo gives it back', async () => {
    await page.keyboard.press('Control+h')
    await untilFocused(bar().getByRole('textbox', { name: 'Find', exact: true }))
    await page.keyboard.type(words)
    await expect.poll(() => bar().getByRole('status').textContent()).toBe(`2 of ${1 + texts + captions}`)
    await bar().getByRole('textbox', { name: 'Replace with' }).focus()
    await page.keyboard.type(other)
    await bar().getByRole('button', { name: 'Replace all' }).press('Enter')
    await expect.poll(stored).toEqual(blocksOf(other))
    expect(await headline().inputValue()).toBe(other)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(planted)
    expect(await headline().inputValue()).toBe(words)
  })
  test('is looked through by the X-ray, and cleaned in all its texts', async () => {
    await page.keyboard.press('Control+Alt+x')
    const xray = page.getByRole('group', { name: 'X-ray of the text' })
    await xray.getByText(`Doubled spaces ${texts}`).waitFor()
    await xray.getByRole('button', { name: `Clean ${texts + tatweels} places` }).press('Enter')
    await expect.poll(async () => JSON.stringify(await stored())).not.toContain(`${words}  x`)
    expect(JSON.stringify(await stored()).split(`${words} x`)).toHaveLength(texts + 1)
    expect(JSON.stringify(await stored())).not.toContain('ـ')
  })
  test('counts the words that are published, and not those of notes, captions and cards', async () => {
    const each = words.split(' ').length + 1
    await page
      .locator('.foot')
      .getByText(`${each * (texts - 1)} words`, { exact: true })
      .waitFor()
    await page.locator('.foot').getByText('1 note', { exact: true }).waitFor()
  })
  test('is transformed at its gallery and its card, too', async () => {
    await run('transform text')
    const dialog = page.getByRole('dialog', { name: 'Transform text' })
    const radio = dialog.getByRole('radio', { name: 'Remove tatweel', exact: true })
    await radio.waitFor()
    for (let step = 0; step < 20 && !(await radio.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown')
    await dialog.getByText('3 places change.').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(async () => JSON.stringify(await stored())).not.toContain('ـ')
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(planted)
  })
  test('has each of its blocks in the outline, by its kind and title; a walk by keys goes there', async () => {
    const pane = page.getByRole('region', { name: 'Outline', exact: true })
    await page.keyboard.press('Control+Shift+O')
    await expect
      .poll(() => pane.getByRole('button').allTextContents())
      .toEqual([
        `Fact box: ${words} x`,
        `Questions and answers: ${words} x · ${words} x`,
        `Timeline: ${words} x · ${words} x`,
        `Gallery: ${words} جـــسر`,
        `Embed card: ${words} جـــسر`,
        `Sources: ${words} x`,
      ])
    expect(await pane.locator('li svg').count()).toBe(6)
    const here = () =>
      page.evaluate(() => {
        const chosen = document.querySelector('.story-text .ProseMirror-selectednode')
        const node = chosen ?? getSelection()?.anchorNode?.parentElement
        return node?.closest('.story-text > *')?.className.split(' ')[0]
      })
    const kinds = ['fact-box', 'questions', 'timeline', 'gallery', 'embed', 'sources']
    for (const [steps, kind] of kinds.entries()) {
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('Control+Shift+O')
      await expect.poll(() => pane.evaluate((element) => element.contains(document.activeElement))).toBe(true)
      await page.keyboard.press('Home')
      for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(here).toBe(kind)
      // The caret stands there, and the outline says so, though a note comes before it.
      await expect.poll(() => pane.locator('[aria-current]').textContent()).toMatch(words)
      expect(
        await pane
          .getByRole('button')
          .evaluateAll((lines) => lines.findIndex((line) => line.hasAttribute('aria-current'))),
      ).toBe(steps)
    }
  })
  test('is cut as a whole and pasted again, and nothing of it is lost', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await expect.poll(stored).toEqual([p()])
    await page.keyboard.press('Control+v')
    await expect.poll(stored).toEqual(planted)
  })
  test('leads from TK to TK, through the words of pictures and cards', async () => {
    await story().locator('.field-caption').last().click()
    await page.keyboard.type('TK ')
    await page.locator('.foot').getByRole('button', { name: '1 TK', exact: true }).press('Enter')
    await story().locator('.gallery.ProseMirror-selectednode').waitFor()
  })
  test('has no fault for assistive technology', async () => {
    expect(await axeFindings(page)).toEqual([])
    await untilSaved(page)
  })
})
