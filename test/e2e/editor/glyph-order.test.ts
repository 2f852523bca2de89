import { describe, expect, test } from 'vitest'
import { isolates } from '../../../core/language/isolate.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { bdi, p, pIn, row, story, table } from '../../support/story.ts'

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

/** What the recogniser promises of a text: each run stands by itself in its direction, and all else around it. */
async function holdsPromise(text: string, base: Direction): Promise<void> {
  const from = await editor.find(text)
  const boxes = await boxesOf(from, from + text.length)
  for (const run of isolates(text, base)) {
    const own = boxes.slice(run.from, run.to)
    const written = text.slice(run.from, run.to)
    if (run.dir === 'ltr') expect(seen(own)).toBe(written.trim())
    else expect(seen(own).split('').toReversed().join('')).toBe(written.trim())
    // Nothing of the words around stands within it.
    const others = [...boxes.slice(0, run.from), ...boxes.slice(run.to)].filter(
      ({ character, top }) => character !== ' ' && top === own[0]?.top,
    )
    const within = others.filter((box) => box.left >= left(own) - 0.5 && box.right <= right(own) + 0.5)
    expect(within.map(({ character }) => character)).toEqual([])
  }
}

const lines: readonly (readonly [Direction, string])[] = [
  ['rtl', 'اتصل على +964 770 123 4567 قبل 2024-05-08 (10-20)'],
  ['rtl', 'فاز الفريق 3-1 على Inter, Milan، قالت BBC News.'],
  ['rtl', 'شركات Google, Apple, Meta تخسر $50 و-5 درجات'],
  ['rtl', 'انظر https://ex.com/a أو desk@agency.example و@bbc_news و#Iraq'],
  ['rtl', 'معادلة 1+2=3 في C++ الساعة 10:30 PM'],
  ['ltr', 'The word كردستان العراق، and then 3-1'],
  ['ltr', 'He wrote قالت BBC العربية today at +964 770 123 4567'],
  ['ltr', 'From הממשלה (ירושלים) to #Iraq'],
]

describe('the order on the screen is the one that the recogniser promises', () => {
  test.each(lines)('%s: %s', async (base, text) => {
    await editor.open(story(p(text)), base === 'rtl' ? 'ar' : 'en')
    expect(isolates(text, base).length).toBeGreaterThan(0)
    await holdsPromise(text, base)
  })
  test.each(lines)('%s, in a story of the other direction: %s', async (base, text) => {
    await editor.open(story(pIn(base, text)), base === 'rtl' ? 'en' : 'ar')
    await holdsPromise(text, base)
  })
  test.each(lines)('%s, in the cell of a table: %s', async (base, text) => {
    await editor.open(story(table(row(text), row(''))), base === 'rtl' ? 'ar' : 'en')
    await holdsPromise(text, base)
  })
})

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
