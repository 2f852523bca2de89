import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../../core/export/text/width.ts'
import { text as plain } from '../../../core/export/text/text.ts'
import type { Block } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { a, article, bdi, br, ol, p, ul } from './story.ts'
import { writtenBy } from './written.ts'

const lines = async (language: LanguageCode, ...content: Block[]) =>
  (await writtenBy(plain, article(language, {}, ...content))).text.trimEnd()
const wrapped = async (language: LanguageCode, ...content: Block[]) =>
  (await writtenBy(plain, article(language, {}, ...content), { options: { columns: true } })).text
    .trimEnd()
    .split('\n')
const marks = /[\u200e\u200f\u2066-\u2069]/

test('a story has its date line, headline, byline and place, its paragraphs and its source', async () => {
  const { text } = await writtenBy(
    plain,
    article(
      'ar',
      {
        date: '2024-05-08T14:30+03:00',
        headline: 'العنوان',
        byline: ['سارة', 'علي'],
        place: 'أربيل',
        source: 'باسنيوز',
      },
      p('قال.'),
      p('وأضاف.'),
    ),
  )
  expect(text).toBe('• Wednesday, 08 May 2024\nالعنوان\nسارة، علي · أربيل\n\nقال.\n\nوأضاف.\n\nباسنيوز\n')
})

describe('direction', () => {
  test('is left to the words where they suffice', async () => {
    expect(await lines('ar', p('قال الوزير في 08/05/2024 إن BBC نقلت'))).not.toMatch(marks)
    expect(await lines('en', p('The minister said 10-20'))).not.toMatch(marks)
  })
  test('of what it would tear apart is held by isolates', async () => {
    expect(await lines('ar', p('اتصل +964 750 000 1234 الآن'))).toBe('اتصل \u2066+964 750 000 1234\u2069 الآن')
  })
  test('that a person set is kept as isolates too', async () => {
    expect(await lines('ar', p('لغة ', bdi('C++', 'ltr'), ' و', bdi('x')))).toBe(
      'لغة \u2066C++\u2069 و\u2068x\u2069',
    )
  })
  test('of a line that begins with other letters is said by a mark before it', async () => {
    expect(await lines('ar', p('BBC نقلت'))).toBe('\u200fBBC نقلت')
    expect(await lines('en', p('صفاء said'))).toBe('\u200e\u2067صفاء\u2069 said')
  })
})

test('lists have signs and numbers, one inside another stands further in', async () => {
  expect(await lines('en', ul([p('one'), ol(undefined, [p('a')], [p('b'), p('c')])], [p('two')]))).toBe(
    '• one\n  1. a\n  2. b\n     c\n• two',
  )
  expect(await lines('ckb', ol(9, [p('یەک')], [p('دوو')]))).toBe('٩. یەک\n١٠. دوو')
})

test('breaks are lines, links have their address, footnotes their number and the list of sources', async () => {
  const fn = { type: 'footnote' as const, attrs: { id: 'a1' } }
  const sources: Block[] = [
    {
      type: 'sources',
      content: [{ type: 'source', attrs: { id: 'a1' }, content: [{ type: 'text', text: 'Who' }] }],
    } as never,
  ]
  expect(
    await lines(
      'en',
      p(
        'one',
        br,
        a('two', 'https://example.org/a'),
        ' ',
        a('https://example.org', 'https://example.org'),
        fn,
      ),
      ...sources,
    ),
  ).toBe('one\ntwo (https://example.org/a) https://example.org[1]\n\n[1] Who')
})

test('a table stands in columns where it fits, else as records', async () => {
  const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((cell) => ({ type, content: [p(cell)] })),
  })
  const table = (...rows: ReturnType<typeof row>[]): Block => ({ type: 'table', content: rows })
  expect(
    await lines(
      'ar',
      table(
        row('tableHeader', 'المدينة', 'عدد'),
        row('tableCell', 'بغداد', 'ثمانية'),
        row('tableCell', 'مُدَرِّس', 'ب'),
      ),
    ),
  ).toBe(
    'المدينة | عدد\n--------+-------\nبغداد   | ثمانية\nمُدَرِّس    | ب'.replace(
      '--------+-------',
      '\u200f--------+-------',
    ),
  )
  const long = 'word '.repeat(15).trim()
  expect(
    await lines(
      'en',
      table(row('tableHeader', 'A', 'B'), row('tableCell', long, '1'), row('tableCell', '2', '3')),
    ),
  ).toBe(`A: ${long}\nB: 1\n-\nA: 2\nB: 3`)
})

describe('lines of 72 columns', () => {
  const long = 'قال الوزير إن منسوب المياه ارتفع ارتفاعًا كبيرًا '.repeat(8).trim()
  test('are not longer, lose no word, and are as full as they can be', async () => {
    const set = await wrapped('ar', p(long))
    expect(set.length).toBeGreaterThan(4)
    expect(set.join(' ')).toBe(long)
    for (const [at, line] of set.entries()) {
      expect(columnsOf(line)).toBeLessThanOrEqual(72)
      const next = set[at + 1]?.split(' ')[0]
      if (next) expect(columnsOf(`${line} ${next}`)).toBeGreaterThan(72)
    }
  })
  test('count a letter with its marks once, and an emoji as two', () => {
    expect(columnsOf('مُدَرِّسٌ')).toBe(4)
    expect(columnsOf('a😀\u200f')).toBe(3)
    expect(columnsOf('نص')).toBe(2)
  })
  test('never cut a phone number, and keep lists in', async () => {
    for (const line of await wrapped('ar', p('قال '.repeat(14), 'اتصل بالرقم +964 750 000 1234 الآن')))
      expect((line.match(/\u2066/g) ?? []).length).toBe((line.match(/\u2069/g) ?? []).length)
    const set = await wrapped('en', ul([p('word '.repeat(30).trim())]))
    expect(set.slice(1).every((line) => line.startsWith('  word'))).toBe(true)
    expect(set.every((line) => columnsOf(line) <= 72)).toBe(true)
  })
  test('are asked for: without, a paragraph is a line', async () => {
    expect(await lines('ar', p(long))).toBe(long)
  })
})

test('an embargo that has not passed is warned of', async () => {
  const { codes } = await writtenBy(plain, article('en', { embargoUntil: '2027-01-01' }, p('x')))
  expect(codes).toEqual(['embargo'])
})
