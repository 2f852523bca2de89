import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languageCodes } from '../../../core/model/language-code.ts'
import { typingSwitches } from '../../../core/model/settings.ts'
import { bidiLines } from '../../support/bidi-lines.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import {
  bdi,
  factBox,
  h,
  li,
  ol,
  p,
  pIn,
  pullQuote,
  quote,
  row,
  story,
  table,
  ul,
} from '../../support/story.ts'
import { seenInEach } from '../page/drawn-text.ts'

const editor = editorPage()

/** What a person writes, the text that is read as one, and how the eye meets that from left to right in an rtl paragraph. */
const samples = [
  ['a phone number', '+964 770 123 4567'],
  ['an ISO date', '2024-05-08'],
  ['a range with a hyphen', '10-20'],
  ['a range with a dash', '10–20'],
  ['a score', '3-1'],
  ['a URL', 'https://ex.com/a?b=1'],
  ['an e-mail address', 'desk@agency.example'],
  ['a name with @', '@bbc_news'],
  ['a tag', '#Iraq'],
  ['money, its sign first', '$50'],
  ['a negative number', '-5'],
  ['a formula', '1+2=3'],
  ['a Latin phrase with its full stop', 'Apple Inc.'],
  ['a language with its signs', 'C++'],
  ['a quoted Latin phrase', '"Hello!"'],
  ['a time with its half of the day', '10:30 PM'],
] as const

/** The characters of a stretch of the story that have a width, with the places of their boxes on the screen. */
const boxesOf = (from: number, to: number) =>
  editor.page.evaluate(
    ([from, to]) => {
      const { view } = window.page.editor
      const text = view.state.doc.textBetween(from, to)
      return text.split('').map((character, index) => {
        const range = document.createRange()
        const start = view.domAtPos(from + index, 1)
        const end = view.domAtPos(from + index + 1, -1)
        range.setStart(start.node, start.offset)
        range.setEnd(end.node, end.offset)
        const [box] = range.getClientRects()
        return {
          character,
          left: box?.left ?? Number.NaN,
          right: box?.right ?? Number.NaN,
          top: box?.top ?? Number.NaN,
        }
      })
    },
    [from, to] as const,
  )
type Boxes = Awaited<ReturnType<typeof boxesOf>>
const seen = (boxes: Boxes): string =>
  boxes
    .toSorted((one, other) => one.left - other.left)
    .map(({ character }) => character)
    .join('')
    .trim()
const left = (boxes: Boxes): number => Math.min(...boxes.map((box) => box.left))
const right = (boxes: Boxes): number => Math.max(...boxes.map((box) => box.right))

/** The story of one line: words before, what is looked at, words behind. */
const sides = {
  rtl: { language: 'ar', before: 'قال ', behind: ' أمس' },
  ltr: { language: 'en', before: 'He said ', behind: ' today' },
} as const

describe.each(['rtl', 'ltr'] as const)('in a paragraph that goes %s', (direction) => {
  const { language, before, behind } = sides[direction]

  test.each(samples)('%s is seen in its own order, in its place in the line', async (_what, sample) => {
    await editor.open(story(p(`${before}${sample}${behind}`)), language)
    const start = await editor.find(before)
    const at = start + before.length
    const [first, own, last] = [
      await boxesOf(start, at),
      await boxesOf(at, at + sample.length),
      await boxesOf(at + sample.length, at + sample.length + behind.length),
    ]
    expect(seen(own)).toBe(sample)
    if (direction === 'rtl') {
      expect(right(own)).toBeLessThanOrEqual(left(first) + 1)
      expect(right(last)).toBeLessThanOrEqual(left(own) + 1)
    } else {
      expect(left(own)).toBeGreaterThanOrEqual(right(first) - 1)
      expect(left(last)).toBeGreaterThanOrEqual(right(own) - 1)
    }
    // The story has no sign of it.
    expect(await editor.body()).toEqual(story(p(`${before}${sample}${behind}`)))
  })
  test.each(samples)('%s at the very end of it', async (_what, sample) => {
    await editor.open(story(p(`${before}${sample}`)), language)
    const at = (await editor.find(before)) + before.length
    expect(seen(await boxesOf(at, at + sample.length))).toBe(sample)
  })
  test.each(samples)('%s typed letter by letter', async (_what, sample) => {
    await editor.open(story(p()), language)
    await editor.page.evaluate(() => {
      // Quotation marks of the house would be others.
      window.page.writing = { ...window.page.writing, typingQuotes: false }
      window.page.select(1)
    })
    await editor.type(`${before}${sample}`)
    await editor.frame()
    expect(seen(await boxesOf(1 + before.length, 1 + before.length + sample.length))).toBe(sample)
  })
})

describe.each(languageCodes)(
  'the order on the screen is the one that the recogniser promises: %s',
  (language) => {
    const lines = bidiLines.filter((line) => line.language === language)
    const texts = lines.map(({ text }) => text)
    const promised = lines.map(({ seen }) => [seen])
    const other = lines[0]?.direction === 'rtl' ? 'en' : 'ar'

    // Wide enough that a line of the list is one on the screen.
    beforeAll(async () => {
      await editor.page.setViewportSize({ width: 1600, height: 700 })
      await editor.page.evaluate(() =>
        document.querySelector<HTMLElement>('.page')!.style.setProperty('max-inline-size', 'none'),
      )
    })
    afterAll(async () => {
      await editor.page.setViewportSize({ width: 1000, height: 700 })
      await editor.page.evaluate(() =>
        document.querySelector<HTMLElement>('.page')!.style.removeProperty('max-inline-size'),
      )
    })

    test('in paragraphs, headings, lists, quotes, boxes and the cells of a table', async () => {
      await editor.open(
        story(
          ...texts.map((line) => p(line)),
          ...texts.map((line) => h(2, line)),
          ul(...texts.map((line) => li(p(line), ol(li(p(line)))))),
          quote(...texts.map((line) => p(line))),
          pullQuote('', ...texts.map((line) => p(line))),
          factBox('', p(), ...texts.map((line) => p(line))),
          table(...texts.map((line) => row(line))),
        ),
        language,
      )
      const places = [
        '> p',
        '> h2',
        '> ul > li > p',
        'ul ol p',
        '> blockquote > p',
        '.pull-quote p',
        '.fact-box p:not(:first-of-type)',
        'td p',
      ]
      for (const place of places)
        expect([place, await seenInEach(editor.page, `.ProseMirror ${place}`)]).toEqual([place, promised])
    })
    test('in a story of the other direction', async () => {
      await editor.open(story(...lines.map(({ text, direction }) => pIn(direction, text))), other)
      expect(await seenInEach(editor.page, '.ProseMirror > p')).toEqual(promised)
    })
    test('while it is typed letter by letter', async () => {
      await editor.open(story(p()), language)
      // The rules of typing would write other signs than the list has.
      await editor.page.evaluate((switches) => {
        const off = Object.fromEntries(switches.map((name) => [name, false]))
        window.page.writing = { ...window.page.writing, ...off }
        window.page.select(1)
      }, typingSwitches)
      await editor.type(texts[0] ?? '')
      await editor.frame()
      expect(await seenInEach(editor.page, '.ProseMirror > p')).toEqual([promised[0]])
    })
  },
)

describe('the mark that isolates, by its key', () => {
  test.each([
    ['ar', 'القائمة: ', 'Apple, Meta', ', وغيرهما', 'ltr'],
    ['en', 'The list: ', 'سلام، وداع', ', and more', 'rtl'],
  ] as const)('in a story of %s: its words in their order, the sign behind them outside', async (...line) => {
    const [language, before, name, behind, dir] = line
    await editor.open(story(p(`${before}${name}${behind}`)), language)
    await editor.select(name)
    await editor.press('Control+Alt+i')
    expect(await editor.body()).toEqual(story(p(before, bdi(name, dir), behind)))
    const at = await editor.find(name)
    const own = await boxesOf(at, at + name.length)
    const [comma] = await boxesOf(at + name.length, at + name.length + 1)
    const order = dir === 'ltr' ? seen(own) : seen(own).split('').toReversed().join('')
    expect(order).toBe(name)
    if (dir === 'ltr') expect(comma?.right).toBeLessThanOrEqual(left(own) + 1)
    else expect(comma?.left).toBeGreaterThanOrEqual(right(own) - 1)
    await editor.press('Control+Alt+i')
    expect(await editor.body()).toEqual(story(p(`${before}${name}${behind}`)))
  })
})
