import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { bdi, image, p, pIn, row, rule, story, table } from '../../support/story.ts'

const editor = editorPage()

/** Presses a key until the caret stands still, and tells every place it stood at. */
async function walk(key: string, times: number): Promise<number[]> {
  const places = [await editor.head()]
  for (let time = 0; time < times; time += 1) {
    await editor.press(key)
    places.push(await editor.head())
  }
  return places
}
const upFrom = (start: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_place, index) => start + index)

describe('the caret goes through every place once, both ways', () => {
  const name = 'قالت BBC اليوم'
  test.each([
    ['an Arabic paragraph with a Latin name', p(name), name.length],
    ['an Arabic paragraph with an isolated name', p('قالت ', bdi('BBC News', 'ltr'), ' اليوم'), 19],
    ['an Arabic paragraph whose phone number is isolated on screen', p('اتصل +964 770 123 الآن'), 22],
  ])('%s', async (_what, paragraph, length) => {
    await editor.open(story(paragraph))
    await editor.page.evaluate(() => window.page.select(1))
    expect(await walk('ArrowLeft', length)).toEqual(upFrom(1, length))
    expect(await walk('ArrowRight', length)).toEqual(upFrom(1, length).toReversed())
  })

  test('an ltr paragraph inside an rtl story, entered from an Arabic one', async () => {
    await editor.open(story(p('سلام'), pIn('ltr', 'Hello'), p('وداعا')))
    await editor.caretIn('سلام')
    // 1..5, then on into the ltr block (7..12), where the same key would go back: there it is ArrowRight.
    expect(await walk('ArrowLeft', 5)).toEqual([1, 2, 3, 4, 5, 7])
    expect(await walk('ArrowRight', 6)).toEqual([7, 8, 9, 10, 11, 12, 14])
    expect(await walk('ArrowLeft', 5)).toEqual([14, 15, 16, 17, 18, 19])
  })

  test('an rtl paragraph inside an ltr story', async () => {
    await editor.open(story(p('Hello'), pIn('rtl', 'سلام'), p('Bye')), 'en')
    await editor.caretIn('Hello')
    expect(await walk('ArrowRight', 6)).toEqual([1, 2, 3, 4, 5, 6, 8])
    expect(await walk('ArrowLeft', 5)).toEqual([8, 9, 10, 11, 12, 14])
  })

  test.each([
    ['ar', 'سلام', 'وداعا'],
    ['en', 'Hello', 'Goodbye'],
  ] as const)(
    'Ctrl+Home and Ctrl+End right behind the focus go to the edges of a short story of %s',
    async (language, first, last) => {
      await editor.open(story(p(first), p(last)), language)
      await editor.caretIn(last, 2)
      for (const [key, head] of [
        ['Control+Home', 1],
        ['Control+End', first.length + last.length + 3],
      ] as const) {
        await editor.page.evaluate(() => {
          const text = document.activeElement as HTMLElement
          text.blur()
          text.focus()
        })
        await editor.press(key)
        await editor.frame()
        expect(await editor.head()).toBe(head)
      }
    },
  )

  test('at the start of an ltr block in rtl, the arrows select what stands before and behind it', async () => {
    await editor.open(story(rule, pIn('ltr', 'Hello'), image(`${'a'.repeat(64)}.png`)))
    await editor.caretIn('Hello')
    await editor.press('ArrowLeft')
    await editor.frame()
    expect(await editor.page.evaluate(() => window.page.editor.state().block)).toBe('rule')
    await editor.caretIn('Hello', 5)
    await editor.press('ArrowRight')
    await editor.frame()
    expect(await editor.page.evaluate(() => window.page.editor.state().block)).toBe('picture')
  })
})

test.each([
  ['ar', 'واحد', 'اثنان'],
  ['en', 'one', 'two'],
] as const)(
  'in %s a line is broken where the caret is, however fast the keys come',
  async (language, one, two) => {
    const client = await editor.page.context().newCDPSession(editor.page)
    const codes: Record<string, number> = { Enter: 13, End: 35 }
    // Sent together: the browser tells of a moved caret in a task of its own.
    const pressTogether = (...keys: string[]) =>
      Promise.all(
        keys.flatMap((each) => {
          const key = each.replace('Control+', '')
          const press = {
            key,
            code: key,
            windowsVirtualKeyCode: codes[key] ?? 0,
            modifiers: key === each ? 0 : 2,
            ...(key === 'Enter' ? { text: '\r' } : {}),
          }
          return (['keyDown', 'keyUp'] as const).map((type) =>
            client.send('Input.dispatchKeyEvent', { type, ...press }),
          )
        }),
      )
    for (let time = 0; time < 5; time += 1) {
      await editor.open(story(p(one), p(two)), language)
      await editor.select(one)
      await editor.frame()
      await pressTogether('Control+End', 'Enter')
      await editor.frame()
      expect(await editor.body()).toEqual(story(p(one), p(two), p()))
    }
  },
)

describe('tables', () => {
  const cells = table(row('واحد', 'BBC'), row('ثلاثة', ''))
  const latin = table(row('one', 'two'), row('three', ''))
  test.each([
    ['rtl', 'ar', story(p('قبل'), cells, p('بعد')), 'قبل', 'بعد', 'ArrowLeft', 'ArrowRight'],
    ['ltr', 'en', story(p('before'), latin, p('after')), 'before', 'after', 'ArrowRight', 'ArrowLeft'],
  ] as const)(
    'in %s the arrows go through each cell and out of the table, both ways',
    async (_dir, language, body, first, last, on, back) => {
      await editor.open(body, language)
      await editor.caretIn(first)
      const end = await editor.find(last)
      let seen = await walk(on, 40)
      seen = seen.slice(0, seen.indexOf(end) + 1)
      expect(seen.at(-1)).toBe(end)
      expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => one - other))
      await editor.caretIn(last)
      const start = await editor.find(first)
      let home = await walk(back, 60)
      home = home.slice(0, home.indexOf(start) + 1)
      expect(home.at(-1)).toBe(start)
      expect(home).toEqual([...new Set(home)].toSorted((one, other) => other - one))
    },
  )

  test.each([
    ['rtl', 'ar', cells, 'واحد', 'ArrowRight'],
    ['ltr', 'en', latin, 'one', 'ArrowLeft'],
  ] as const)(
    'in %s the gap before a first table can be reached and written into',
    async (_dir, language, first, word, back) => {
      await editor.open(story(first), language)
      await editor.caretIn(word)
      await editor.press(back)
      expect(
        await editor.page.evaluate(() => document.querySelector('.ProseMirror-gapcursor') !== null),
      ).toBe(true)
      await editor.type('x')
      expect((await editor.body()).content[0]).toEqual(p('x'))
    },
  )

  test.each([
    ['rtl', 'ar', cells, 'واحد', 'ArrowLeft'],
    ['ltr', 'en', latin, 'one', 'ArrowRight'],
  ] as const)(
    'in %s Shift and an arrow select cells, the next one first',
    async (_dir, language, first, word, on) => {
      await editor.open(story(first), language)
      await editor.caretIn(word, word.length)
      await editor.press(`Shift+${on}`)
      await editor.press(`Shift+${on}`)
      const selected = await editor.page.evaluate(() =>
        [...document.querySelectorAll('.selectedCell')].map((cell) => cell.textContent),
      )
      expect(selected).toEqual([word, language === 'ar' ? 'BBC' : 'two'])
    },
  )

  test('Tab goes from cell to cell and makes a row after the last', async () => {
    await editor.open(story(cells))
    await editor.caretIn('ثلاثة')
    await editor.press('Tab')
    await editor.press('Tab')
    await editor.type('جديد')
    expect((await editor.body()).content[0]).toMatchObject({
      content: [{}, {}, { content: [{ content: [p('جديد')] }, { content: [p()] }] }],
    })
    await editor.press('Shift+Tab')
    await editor.type('فوق')
    expect(JSON.stringify(await editor.body())).toContain('فوق')
  })
})
