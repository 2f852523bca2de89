import { beforeAll, describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { h, p, story } from '../../support/story.ts'

const editor = editorPage()
const blocks = 400
const long = story(
  ...Array.from({ length: blocks }, (_block, index) =>
    index % 20 === 0
      ? h(2, `عنوان رقم ${index}`)
      : p(`${index} ${'كلمة من كلمات الخبر الطويل '.repeat(1 + (index % 7) * 2)}`),
  ),
)

/** How far the caret is out of sight; 0 when it can be seen. */
const outOfSight = (): Promise<number> =>
  editor.page.evaluate(() => {
    const { view } = window.page.editor
    const { top, bottom } = view.coordsAtPos(view.state.selection.head)
    return Math.max(0, -top, bottom - innerHeight)
  })
const settled = () => editor.page.waitForTimeout(300)

describe('a story of more than 5,000 words, whose blocks out of sight are not laid out', () => {
  beforeAll(() => editor.open(long))

  test('is one, and a short one is not', async () => {
    expect(await editor.page.evaluate(() => window.page.editor.counts().words)).toBeGreaterThan(5000)
    expect(await editor.page.locator('.ProseMirror.is-long').count()).toBe(1)
    const visibility = await editor.page.evaluate(
      () => getComputedStyle(document.querySelector('.ProseMirror > p') as Element).contentVisibility,
    )
    expect(visibility).toBe('auto')
    await editor.open(story(p('قصير')))
    expect(await editor.page.locator('.ProseMirror.is-long').count()).toBe(0)
    await editor.open(long)
  })

  test('Ctrl+End goes to the very end, in sight, and what is typed lands there; Ctrl+Home comes back', async () => {
    await editor.page.evaluate(() => window.page.select(1))
    await editor.press('Control+End')
    await settled()
    expect(await outOfSight()).toBe(0)
    await editor.type('النهاية')
    expect(JSON.stringify((await editor.body()).content.at(-1))).toMatch(/النهاية"}]}$/)
    await editor.press('Control+Home')
    await settled()
    expect(await outOfSight()).toBe(0)
    expect(await editor.head()).toBe(1)
  })

  test('PageDown and PageUp keep the caret in sight and go on each time', async () => {
    await editor.page.evaluate(() => window.page.select(1))
    let before = 1
    for (let time = 0; time < 12; time += 1) {
      await editor.press('PageDown')
      await settled()
      const now = await editor.head()
      expect(now).toBeGreaterThan(before)
      before = now
      expect(await outOfSight()).toBeLessThan(20)
    }
    for (let time = 0; time < 4; time += 1) {
      await editor.press('PageUp')
      await settled()
      expect(await editor.head()).toBeLessThan(before)
      before = await editor.head()
      expect(await outOfSight()).toBeLessThan(20)
    }
  })

  test('Shift+Ctrl+End selects to the end', async () => {
    await editor.page.evaluate(() => window.page.select(1))
    await editor.press('Control+Shift+End')
    await settled()
    const { from, to, size } = await editor.page.evaluate(() => {
      const { selection, doc } = window.page.editor.view.state
      return { from: selection.from, to: selection.to, size: doc.content.size }
    })
    expect([from, to]).toEqual([1, size - 1])
  })

  test('a jump to a far block lands on it', async () => {
    for (const index of [380, 20, 200]) {
      await editor.page.evaluate((index) => window.page.editor.scrollToBlock(index), index)
      await settled()
      const top = await editor.page.evaluate((index) => {
        const heading = document.querySelectorAll('.ProseMirror > *')[index]
        return heading?.getBoundingClientRect().top ?? Number.NaN
      }, index)
      expect(Math.abs(top)).toBeLessThan(60)
    }
  })

  test('an edit in the middle makes one block anew out of all', async () => {
    const made = await editor.page.evaluate(() => {
      const { editor } = window.page
      const before = new Set(editor.body().content)
      window.page.select(window.page.find('199 كلمة'))
      editor.view.dispatch(editor.view.state.tr.insertText('س'))
      return editor.body().content.filter((block) => !before.has(block)).length
    })
    expect(made).toBe(1)
  })
})
