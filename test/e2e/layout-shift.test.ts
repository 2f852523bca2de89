import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../core/model/body.ts'
import { deskInBrowser, putCaret } from '../support/desk-in-browser.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import { image, p } from '../support/story.ts'

const { runDesk, open } = deskInBrowser()

/** What the browser counts as a shift: also within the half second behind a key, which it forgives. */
interface Shift {
  value: number
  moved: { what: string; byHeight: number; isOwn: boolean }[]
}
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    const written = () => {
      const at = getSelection()?.anchorNode
      return (at instanceof Element ? at : at?.parentElement)?.closest('.story-text > *')
    }
    type Entry = PerformanceEntry & {
      value: number
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Entry[])
        shifts.push({
          value,
          moved: sources.map(({ node, previousRect, currentRect }) => ({
            what: `${node?.nodeName} ${node?.textContent?.slice(0, 20)}`,
            byHeight: currentRect.top - previousRect.top,
            // A text that was cut where a number begins is gone by the time this is told.
            isOwn: node === null || !node.isConnected || written()?.contains(node) === true,
          })),
        })
    }).observe({ type: 'layout-shift' })
  })
/** Holds back whoever waits for it until it is opened. */
function gate() {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}
/** The shifts since this was last asked, once all is drawn. */
const shifts = async (page: Page): Promise<Shift[]> => {
  await page.waitForTimeout(150)
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.splice(0))
}
const tops = (page: Page): Promise<number[]> =>
  page
    .locator('.story-text > *')
    .evaluateAll((blocks) => blocks.map((block) => Math.round(block.getBoundingClientRect().top)))

describe.each([
  {
    language: 'ar',
    word: 'كلمة',
    wrong: 'الحكومه',
    numbers: ['الهاتف +964 770 123 4567', 'يوم 2024-05-08 بين 10-20'],
  },
  {
    language: 'en',
    word: 'word',
    wrong: 'goverment',
    numbers: ['تلفون: +964 770 123 4567', 'On 2024-05-08 about 10-20'],
  },
] as const)('nothing moves in a story of $language', ({ language, word, wrong, numbers }) => {
  const said: Block[] = Array.from({ length: 30 }, (_value, at) => p(`${at + 1} ${`${word} `.repeat(18)}`))
  const ferry = samplePicture('ferry')
  const begin = async (pictureAt?: number) => {
    const blocks = pictureAt === undefined ? said : said.toSpliced(pictureAt, 0, picture)
    const library = join(await mkdtemp(join(tmpdir(), 'midad-shift-')), 'library')
    plantStories(library, [{ language, fields: { headline: word }, blocks, pictures: [ferry] }])
    const page = await open(await runDesk({ library }))
    const story = page.locator('.story-text')
    return {
      page,
      story,
      show: async () => {
        await page.locator('.library .row').first().click()
        await story.waitFor()
      },
    }
  }
  const picture = image(ferry.media, { alt: 'x', width: ferry.width, height: ferry.height })

  test('while numbers are typed that are set apart and kept whole', async () => {
    const { page, story, show } = await begin()
    await show()
    await putCaret(story.locator('p').first(), 'End')
    await page.keyboard.press('Enter')
    await watch(page)
    for (const line of numbers) {
      // A line of its own, made before: a new line is the writer's, and moves what is behind it.
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowUp')
      await shifts(page)
      const before = await tops(page)
      await page.keyboard.type(line, { delay: 15 })
      // Only the writer's own number: until it is known as one, its groups run the way of the line.
      const moved = (await shifts(page)).flatMap((shift) => shift.moved)
      expect(moved.filter(({ isOwn, byHeight }) => !isOwn || byHeight !== 0)).toEqual([])
      expect(await tops(page)).toEqual(before)
      expect(await story.locator('.isolate').count()).toBeGreaterThan(0)
      await page.keyboard.press('ArrowDown')
    }
  })

  test('while marks of spelling come', async () => {
    const { page, story, show } = await begin()
    await show()
    await putCaret(story.locator('p').first(), 'End')
    await page.keyboard.press('Enter')
    await watch(page)
    await shifts(page)
    const before = await tops(page)
    await page.keyboard.type(`${word} ${wrong} ${word}`)
    await expect
      .poll(() => page.evaluate(() => [...(CSS.highlights.get('spelling') ?? [])].map(String)))
      .toContain(wrong)
    expect(await shifts(page)).toEqual([])
    expect(await tops(page)).toEqual(before)
  })

  test('while the bar of find opens, grows and closes over a story that is scrolled', async () => {
    const { page, story, show } = await begin()
    await show()
    await story.locator('p').nth(14).click()
    await page.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, 600))
    const bar = page.locator('search.find, form.find, .find').first()
    await watch(page)
    await shifts(page)
    const before = await tops(page)
    for (const [keys, isOpen] of [
      ['Control+f', true],
      ['Control+h', true],
      ['Escape', false],
    ] as const) {
      await page.keyboard.press(keys)
      await bar.waitFor({ state: isOpen ? 'visible' : 'detached' })
      const moved = await shifts(page)
      expect(moved.flatMap((shift) => shift.moved).filter(({ what }) => /^(?:P|#text) /.test(what))).toEqual(
        [],
      )
      expect(await tops(page)).toEqual(before)
    }
  })

  test('while a picture of the story is read and drawn: its room is there before it', async () => {
    const { page, story, show } = await begin(1)
    const wait = gate()
    await page.route('**/api/media.read', async (route) => {
      await wait.passed
      await route.continue()
    })
    await show()
    await story.locator('.picture-image').waitFor({ state: 'attached' })
    await watch(page)
    await shifts(page)
    const before = await tops(page)
    wait.open()
    await expect
      .poll(() => story.locator('.picture-image').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0)
    expect(await shifts(page)).toEqual([])
    expect(await tops(page)).toEqual(before)
  })

  test('for who writes on while a picture is being stored: caret and line stay', async () => {
    const { page, story, show } = await begin()
    const wait = gate()
    await page.route('**/api/media.add', async (route) => {
      await wait.passed
      await route.continue()
    })
    await show()
    await putCaret(story.locator('p').nth(1), 'End')
    await page.locator('main input[type=file]').first().setInputFiles(ferry.path)
    await story.locator('.picture-waiting').waitFor()
    await putCaret(story.locator('p').nth(4), 'End')
    await page.keyboard.type(' before')
    const line = () =>
      story
        .locator('p')
        .nth(4)
        .evaluate((block) => block.getBoundingClientRect().bottom)
    const before = await line()
    wait.open()
    await story.locator('.picture-image[src^="blob:"]').waitFor()
    expect(Math.abs((await line()) - before)).toBeLessThan(2)
    await page.keyboard.type(' behind')
    expect(await story.locator('p').nth(4).textContent()).toMatch(/before behind$/)
  })
})
