import { beforeEach, describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { h, p, story } from '../../support/story.ts'

const editor = editorPage()
const long = story(
  ...Array.from({ length: 600 }, (_block, index) =>
    index % 20 === 0 ? h(2, `عنوان رقم ${index}`) : p(`${index} ${'كلمة من كلمات الخبر الطويل '.repeat(6)}`),
  ),
)

/** The texts that are painted now. */
const painted = (): Promise<string[]> =>
  editor.page.evaluate(() =>
    [...(CSS.highlights.get('probe') ?? [])].map((range) => (range as Range).toString()),
  )
const blocksPainted = (): Promise<number> =>
  editor.page.evaluate(
    () =>
      new Set(
        [...(CSS.highlights.get('probe') ?? [])].map((range) =>
          (range as Range).startContainer.parentElement?.closest('.ProseMirror > *'),
        ),
      ).size,
  )
/** Paints a text as `probe` on the page and starts counting looks anew. */
async function paint(text: string): Promise<void> {
  await editor.page.evaluate((text) => void window.page.paint(text), text)
  await editor.frame()
}
const looks = async (): Promise<number> => {
  await editor.page.waitForTimeout(400)
  return editor.page.evaluate(() => {
    const { looks } = window.page
    window.page.looks = 0
    return looks
  })
}

describe('what is painted beside the text', () => {
  beforeEach(() => editor.page.evaluate(() => CSS.highlights.clear()))

  test('follows the letters as they are typed and deleted, and adds nothing to the text', async () => {
    await editor.open(story(p('قال الوزير إن الحكومة قررت'), p('ثم قال الوزير')))
    const before = await editor.page.evaluate(() => document.querySelector('.ProseMirror')?.innerHTML)
    await paint('الوزير')
    expect(await painted()).toEqual(['الوزير', 'الوزير'])
    expect(await editor.page.evaluate(() => document.querySelector('.ProseMirror')?.innerHTML)).toBe(before)
    await editor.caretIn('إن الحكومة')
    await editor.type('الوزير ')
    await editor.frame()
    expect(await painted()).toHaveLength(3)
    await editor.press('Backspace')
    await editor.press('Backspace')
    await editor.frame()
    expect(await painted()).toEqual(['الوزير', 'الوزير'])
    await editor.press('Control+z')
    await editor.frame()
    expect((await painted()).every((text) => text === 'الوزير')).toBe(true)
  })
  test('is found across marks and in lists, and is gone when nobody asks for it any more', async () => {
    await editor.open(story(p('قال الوزير اليوم')))
    await editor.select('وز')
    await editor.press('Control+b')
    await editor.page.evaluate(() => {
      const stop = window.page.paint('الوزير')
      Object.assign(window, { stop })
    })
    await editor.frame()
    expect(await painted()).toEqual(['الوزير'])
    await editor.page.evaluate(() => (window as unknown as { stop: () => void }).stop())
    await editor.frame()
    expect(await painted()).toEqual([])
  })
  test('is there in both places where the very same block stands twice', async () => {
    await editor.open(story(p('قال الوزير'), p('بين')))
    await editor.page.evaluate(() => {
      const { view } = window.page.editor
      const first = view.state.doc.firstChild
      if (first) view.dispatch(view.state.tr.insert(view.state.doc.content.size, first))
    })
    await paint('الوزير')
    expect(await painted()).toHaveLength(2)
    await editor.caretIn('بين')
    await editor.type('أ')
    await editor.frame()
    expect(await painted()).toHaveLength(2)
  })
})

describe('in a long story', () => {
  test('only what is near is painted, and a letter costs a look at its own block', async () => {
    await editor.open(long)
    await editor.page.evaluate(() => window.page.select(3))
    await paint('الخبر')
    expect(await blocksPainted()).toBeGreaterThan(5)
    expect(await blocksPainted()).toBeLessThan(80)
    expect(await looks()).toBeLessThan(80)
    await editor.caretIn('3 كلمة', 4)
    await editor.type('الخبر')
    // Five letters; a pause of the measuring in between may look at a block that has come near.
    expect(await looks()).toBeLessThanOrEqual(8)
    const texts = await painted()
    expect(texts.every((text) => text === 'الخبر')).toBe(true)
  })
  test('while somebody writes no more is painted than what is in sight; a scroll finds a screen beyond it painted', async () => {
    await editor.open(long)
    await editor.page.evaluate(() => window.page.select(3))
    await paint('الخبر')
    const rested = await blocksPainted()
    const inSight = await editor.page.evaluate(
      () =>
        [...document.querySelectorAll('.ProseMirror > p')].filter((block) => {
          const { top, bottom } = block.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        }).length,
    )
    expect(rested).toBeGreaterThan(inSight + 2)
    await editor.caretIn('3 كلمة', 4)
    await editor.type('ب')
    await expect.poll(blocksPainted).toBeLessThanOrEqual(inSight)
    expect(await blocksPainted()).toBeGreaterThanOrEqual(inSight - 2)
    await editor.page.mouse.move(300, 300)
    await editor.page.mouse.wheel(0, 400)
    await expect.poll(blocksPainted).toBeGreaterThan(inSight + 2)
  })
  test('what comes into sight is painted', async () => {
    await editor.open(long)
    await editor.page.evaluate(() => window.page.select(3))
    await paint('501')
    expect(await painted()).toEqual([])
    await editor.page.evaluate(() => window.page.editor.scrollToBlock(499))
    await expect.poll(painted, { timeout: 5000 }).toEqual(['501'])
    await editor.press('Control+Home')
    await expect.poll(painted, { timeout: 5000 }).toEqual([])
  })
})
