import { beforeAll, describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { h, p, story } from '../../support/story.ts'

const editor = editorPage()
const blocks = 400
const longOf = (heading: string, words: string) =>
  story(
    ...Array.from({ length: blocks }, (_block, index) =>
      index % 20 === 0 ? h(2, `${heading} ${index}`) : p(`${index} ${words.repeat(1 + (index % 7) * 2)}`),
    ),
  )

/** How far the caret is out of sight; 0 when it can be seen. */
const outOfSight = (): Promise<number> =>
  editor.page.evaluate(() => {
    const { view } = window.page.editor
    const { top, bottom } = view.coordsAtPos(view.state.selection.head)
    return Math.max(0, -top, bottom - innerHeight)
  })
/** Resolves when neither the caret nor the page has moved for a few frames. */
const settled = () =>
  editor.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const place = () => {
          const { view } = window.page.editor
          const { top } = view.coordsAtPos(view.state.selection.head)
          return `${view.state.selection.head} ${Math.round(top)}`
        }
        let before = place()
        let still = 0
        const look = () => {
          const now = place()
          still = now === before ? still + 1 : 0
          before = now
          if (still < 6) requestAnimationFrame(look)
          else resolve()
        }
        requestAnimationFrame(look)
      }),
  )

describe.each([
  {
    language: 'ar',
    long: longOf('عنوان رقم', 'كلمة من كلمات الخبر الطويل '),
    short: 'قصير',
    end: 'النهاية',
    middle: 'وسط',
  },
  {
    language: 'en',
    long: longOf('Heading number', 'a word of the long story, with كلمة in it '),
    short: 'short',
    end: 'the end',
    middle: 'here',
  },
] as const)(
  'a story in $language of more than 5,000 words, whose blocks out of sight are not laid out',
  (one) => {
    const { language, long, short, end, middle } = one
    beforeAll(() => editor.open(long, language))

    test('is one, and a short one is not', async () => {
      expect(await editor.page.evaluate(() => window.page.editor.counts().words)).toBeGreaterThan(5000)
      expect(await editor.page.locator('.ProseMirror.is-long').count()).toBe(1)
      const visibility = await editor.page.evaluate(
        () => getComputedStyle(document.querySelector('.ProseMirror > p') as Element).contentVisibility,
      )
      expect(visibility).toBe('auto')
      await editor.open(story(p(short)), language)
      expect(await editor.page.locator('.ProseMirror.is-long').count()).toBe(0)
      await editor.open(long, language)
    })

    test('Ctrl+End goes to the very end, in sight, and what is typed lands there; Ctrl+Home comes back', async () => {
      await editor.page.evaluate(() => window.page.select(1))
      await editor.press('Control+End')
      await settled()
      expect(await outOfSight()).toBe(0)
      await editor.type(end)
      expect(JSON.stringify((await editor.body()).content.at(-1))).toContain(`${end}"}]}`)
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

    test('what is typed after a page lands in the block under the caret and nowhere else', async () => {
      await editor.open(long, language)
      await editor.page.evaluate(() => window.page.select(1))
      for (const keys of [
        'PageDown',
        'PageDown',
        'PageDown',
        'PageUp',
        'End',
        'Control+End',
        'PageUp',
        'Home',
      ]) {
        await editor.press(keys)
        await settled()
        const at = await editor.page.evaluate(() => {
          const { view } = window.page.editor
          const { $head } = view.state.selection
          const { left, top } = view.coordsAtPos($head.pos)
          const seen = document.elementFromPoint(left, top + 4)?.closest('.ProseMirror > *')
          return {
            index: $head.index(0),
            seen: seen ? [...view.dom.children].indexOf(seen) : -1,
            text: $head.parent.textContent,
            offset: $head.parentOffset,
          }
        })
        expect([keys, at.seen]).toEqual([keys, at.index])
        await editor.type(middle)
        const wanted = at.text.slice(0, at.offset) + middle + at.text.slice(at.offset)
        const { content } = await editor.body()
        const changed = content.flatMap((block, index) =>
          JSON.stringify(block) === JSON.stringify(long.content[index]) ? [] : [index],
        )
        expect(changed).toEqual([at.index])
        expect(JSON.stringify(content[at.index])).toContain(JSON.stringify(wanted))
        await editor.press('Backspace', middle.length)
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
        window.page.select(window.page.find('199 '))
        editor.view.dispatch(editor.view.state.tr.insertText('س'))
        return editor.body().content.filter((block) => !before.has(block)).length
      })
      expect(made).toBe(1)
    })
  },
)
