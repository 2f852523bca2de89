import { describe, expect, test } from 'vitest'
import { compareTexts, countChange } from '../../../core/compare/compare-texts.ts'
import type { Block, TableCell } from '../../../core/model/body.ts'
import { draft, said, written } from '../../support/compared.ts'
import {
  asked,
  at,
  bdi,
  bold,
  factBox,
  fn,
  h,
  image,
  li,
  ol,
  note,
  p,
  pIn,
  pullQuote,
  questions,
  quote,
  row,
  rule,
  source,
  sources,
  table,
  text,
  timeline,
  ul,
} from '../../support/story.ts'

const compared = (older: Block[], newer: Block[]) => compareTexts(draft(older), draft(newer))
const saidOf = (older: Block[], newer: Block[]) => said(compared(older, newer))
const [one, other] = ['a', 'b'].map((digit) => `${digit.repeat(64)}.jpg`) as [string, string]
const minister = 'قال الوزير إن المدارس تفتح أبوابها يوم الأحد'
const market = 'ارتفعت أسعار الخبز في أسواق أربيل والسليمانية هذا الأسبوع'
const weather = 'يتوقع خبراء الأرصاد أمطارا غزيرة على المرتفعات مساء غد'

describe('words', () => {
  test('that gave way are one piece each, as a phrase where they adjoin', () => {
    expect(
      saidOf([p('قال وزير الصحة أمس إن اللقاح متوفر')], [p('قال وكيل الوزارة أمس إن اللقاح متوفر')]),
    ).toEqual(['changed: قال [-وزير الصحة-][+وكيل الوزارة+] أمس إن اللقاح متوفر'])
  })
  test('are not marked for a comma beside them', () => {
    expect(saidOf([p('في بغداد, وأربيل')], [p('في بغداد، وأربيل')])).toEqual([
      'changed: في بغداد[-,-][+،+] وأربيل',
    ])
    expect(countChange(draft([p('في بغداد, وأربيل')]), draft([p('في بغداد، وأربيل')]))).toEqual({
      inserted: 0,
      deleted: 0,
    })
  })
  test('of Sorani are whole with their ZWNJ, and a line that only went from ه to ە is known again', () => {
    expect(saidOf([p('ئه\u200cو ده\u200cڵێت هه\u200cولێر')], [p('ئەو ده\u200cڵێت هەولێر')])).toEqual([
      'changed: [-ئه\u200cو-][+ئەو+] ده\u200cڵێت [-هه\u200cولێر-][+هەولێر+]',
    ])
  })
  test('of Hebrew with English in it', () => {
    expect(saidOf([p('דובר צה"ל אמר ל־BBC News הערב')], [p('דובר צה"ל אמר ל־CNN הערב')])).toEqual([
      'changed: דובר צה"ל אמר ל־[-BBC News-][+CNN+] הערב',
    ])
  })
  test('on both sides of a hard break keep to their line', () => {
    const broken = (first: string, second: string) => p(first, { type: 'hardBreak' }, second)
    expect(
      saidOf([broken('مراسل من بغداد اليوم', 'وكالات')], [broken('مراسل من بغداد أمس', 'مراسلون')]),
    ).toEqual(['changed: مراسل من بغداد [-اليوم-][+أمس+]\n[-وكالات-][+مراسلون+]'])
  })
  test('that are marked otherwise are formatted, half a word too, and count as nothing', () => {
    const comparison = compared(
      [p('قال ', bold('الوزير'), ' اليوم'), p('مداد')],
      [
        p('قال الوزير ', text('اليوم', { type: 'link', attrs: { href: 'https://a.example/' } })),
        p('م', bold('داد')),
      ],
    )
    expect(said(comparison)).toEqual(['changed: قال [~الوزير~] [~اليوم~]', 'changed: م[~داد~]'])
    expect(comparison.lines[0]?.pieces.filter(({ kind }) => kind === 'formatted')).toEqual([
      { kind: 'formatted', text: 'الوزير', marks: [], was: ['bold'] },
      { kind: 'formatted', text: 'اليوم', marks: ['link https://a.example/'], was: [] },
    ])
    expect(comparison).toMatchObject({ inserted: 0, deleted: 0 })
  })
  test('tell an isolate from one that turns', () => {
    const [line] = compared([p('قال ', bdi('NATO'))], [p('قال ', bdi('NATO', 'ltr'))]).lines
    expect(line?.pieces[1]).toEqual({ kind: 'formatted', text: 'NATO', marks: ['bdi ltr'], was: ['bdi'] })
  })
  test('a mark on the tashkeel alone does not part it from its letter', () => {
    const [line] = compared([p('مَن')], [p('م', bold('َن'))]).lines
    expect(line?.pieces.map(({ text }) => text)).toEqual(['مَ', 'ن'])
  })
})

describe('lines', () => {
  test('that are alike are changed; others went and came, what went first', () => {
    expect(saidOf([p(minister), p(market)], [p(`${minister} المقبل`), p(weather)])).toEqual([
      `changed: ${minister}[+ المقبل+]`,
      `deleted: [-${market}-]`,
      `inserted: [+${weather}+]`,
    ])
  })
  test('that stand elsewhere are moved, listed once, where they stand now, and say where they stood', () => {
    const comparison = compared([p(minister), p(market), p(weather)], [p(weather), p(minister), p(market)])
    expect(said(comparison)).toEqual([`moved: ${weather}`, `same: ${minister}`, `same: ${market}`])
    expect(comparison.lines.map(({ stood }) => stood)).toEqual([2, undefined, undefined])
    expect(comparison).toMatchObject({ inserted: 0, deleted: 0 })
  })
  test('that were moved and changed a little are moved, with what changed', () => {
    expect(
      saidOf([p(minister), p(market), p(weather)], [p(`${weather} الجمعة`), p(minister), p(market)]),
    ).toEqual([`moved: ${weather}[+ الجمعة+]`, `same: ${minister}`, `same: ${market}`])
  })
  test('of one or two words are not known again elsewhere', () => {
    expect(saidOf([p('خلفية'), p(minister)], [p(minister), p('خلفية')])).toEqual([
      'deleted: [-خلفية-]',
      `same: ${minister}`,
      'inserted: [+خلفية+]',
    ])
  })
  test('that are empty do not keep apart what belongs together', () => {
    expect(saidOf([p(market), p(), p(weather)], [p(), p(`${market} أيضا`), p(), p(weather)])).toEqual([
      'inserted: ',
      `changed: ${market}[+ أيضا+]`,
      'same: ',
      `same: ${weather}`,
    ])
  })
  test('that are set otherwise are restyled: made a heading, turned, put in a list', () => {
    const { lines } = compared(
      [p(minister), p('BBC World'), p(market)],
      [h(2, minister), pIn('ltr', 'BBC World'), ul(li(p(market)))],
    )
    expect(lines.map(({ kind, was, style }) => ({ kind, was, style }))).toEqual([
      {
        kind: 'restyled',
        was: { type: 'paragraph', within: [], direction: 'rtl' },
        style: { type: 'heading', level: 2, within: [], direction: 'rtl' },
      },
      {
        kind: 'restyled',
        was: { type: 'paragraph', within: [], direction: 'rtl' },
        style: { type: 'paragraph', within: [], direction: 'ltr' },
      },
      {
        kind: 'restyled',
        was: { type: 'paragraph', within: [], direction: 'rtl' },
        style: { type: 'paragraph', within: ['bulletList'], direction: 'rtl' },
      },
    ])
  })
  test('that turn with the language of the article are the same: the field says it once', () => {
    const english = draft([p('BBC World'), pIn('rtl', minister)], { language: 'en' })
    const comparison = compareTexts(english, draft([p('BBC World'), pIn('rtl', minister)]))
    expect(comparison).toMatchObject({
      language: 'ar',
      direction: 'rtl',
      fields: [{ field: 'language', before: 'en', after: 'ar' }],
    })
    expect(said(comparison)).toEqual(['same: BBC World', `same: ${minister}`])
  })
  test('are read from quotes, pull quotes with who said it, tables and rules', () => {
    const blocks = [quote(p('أ'), ul(li(p('ب')))), pullQuote('فيروز', p('ج')), table(row('د', 'ه')), rule]
    const { lines } = compared(blocks, blocks)
    expect(lines.map(({ style, pieces }) => [style.type, style.within.join(' '), written(pieces)])).toEqual([
      ['paragraph', 'blockquote', 'أ'],
      ['paragraph', 'blockquote bulletList', 'ب'],
      ['paragraph', 'pullQuote', 'ج'],
      ['paragraph', 'pullQuote', 'فيروز'],
      ['paragraph', 'table', 'د'],
      ['paragraph', 'table', 'ه'],
      ['horizontalRule', '', ''],
    ])
    expect(lines[3]?.pieces[0]?.marks).toEqual(['cite'])
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['same']))
  })
})

describe('pictures', () => {
  test('another one is deleted and inserted, though its caption is the same', () => {
    const comparison = compared([image(one, { caption: minister })], [image(other, { caption: minister })])
    expect(comparison.lines.map(({ kind, media }) => [kind, media])).toEqual([
      ['deleted', one],
      ['inserted', other],
    ])
  })
  test('the same one with other words is changed, a part each, and with words in another part formatted', () => {
    const was = { caption: 'سوق أربيل', credit: 'رويترز', alt: 'باعة' }
    const changed = compared([image(one, was)], [image(one, { ...was, caption: 'جسر دهوك', alt: 'ناس' })])
    expect(said(changed)).toEqual(['changed: [-سوق أربيل-][+جسر دهوك+]\nرويترز\n[-باعة-][+ناس+]'])
    const swapped = compared([image(one, { caption: 'رويترز' })], [image(one, { credit: 'رويترز' })])
    expect(swapped.lines[0]?.pieces).toEqual([
      { kind: 'formatted', text: 'رويترز', marks: ['credit'], was: ['caption'] },
    ])
  })
  test('one that stands elsewhere is moved', () => {
    expect(
      saidOf([image(one), p(minister), p(market)], [p(minister), p(market), image(one, { caption: 'جسر' })]),
    ).toEqual([`same: ${minister}`, `same: ${market}`, 'moved: [+جسر+]'])
  })
})

describe('the structure of the story', () => {
  const cell = (type: TableCell['type'], words: string, attrs: TableCell['attrs'] = {}): TableCell => ({
    type,
    attrs,
    content: [p(words)],
  })
  const tableOf = (...cells: TableCell[]) => table({ type: 'tableRow', content: cells })
  const listFrom = (start: number, ...words: string[]): Block => ({
    ...ol(...words.map((each) => li(p(each)))),
    attrs: { start },
  })
  /** The lines that are not the same, as their kind, their words, and what is said of them before and now. */
  const restyled = (older: Block[], newer: Block[]) =>
    compared(older, newer)
      .lines.filter(({ kind }) => kind !== 'same')
      .map(({ kind, pieces, was, style: { cell, start, follows } }) => [
        `${kind}: ${written(pieces)}`,
        { cell: was?.cell, start: was?.start, follows: was?.follows },
        { cell, start, follows },
      ])

  test('is shown where a cell became a header, or covers more columns or rows', () => {
    const [plain, head] = [tableOf(cell('tableCell', minister)), tableOf(cell('tableHeader', minister))]
    expect(restyled([plain], [head])).toEqual([
      [
        `restyled: ${minister}`,
        { cell: { isHeader: false, columns: 1, rows: 1 } },
        { cell: { isHeader: true, columns: 1, rows: 1 } },
      ],
    ])
    const wide = tableOf(cell('tableCell', minister, { colspan: 2, rowspan: 3 }))
    expect(restyled([wide], [plain])).toEqual([
      [
        `restyled: ${minister}`,
        { cell: { isHeader: false, columns: 2, rows: 3 } },
        { cell: { isHeader: false, columns: 1, rows: 1 } },
      ],
    ])
    expect(restyled([plain], [tableOf(cell('tableCell', minister, { colspan: 1 }))])).toEqual([])
  })
  test('is shown where a numbered list begins with another number, once', () => {
    expect(restyled([listFrom(1, minister, market)], [listFrom(5, minister, market)])).toEqual([
      [`restyled: ${minister}`, { start: 1 }, { start: 5 }],
    ])
    // Another first item: the one that was the first before has not changed.
    expect(restyled([listFrom(5, minister)], [listFrom(5, market, minister)])).toEqual([
      [`inserted: [+${market}+]`, {}, {}],
    ])
  })
  test('is shown where one item became two, two lists one, two quotes one, two rows one', () => {
    const [one, other] = [p(minister), p(market)]
    for (const [apart, joined] of [
      [[ul(li(one), li(other))], [ul(li(one, other))]],
      [[ul(li(one)), ul(li(other))], [ul(li(one), li(other))]],
      [[quote(one), quote(other)], [quote(one, other)]],
      [[table(row(minister), row(market))], [table(row(minister, market))]],
    ] as [Block[], Block[]][]) {
      expect(restyled(apart, joined)).toEqual([
        [`restyled: ${market}`, { follows: 'apart' }, { follows: 'joined' }],
      ])
      expect(restyled(joined, apart)).toEqual([
        [`restyled: ${market}`, { follows: 'joined' }, { follows: 'apart' }],
      ])
    }
  })
  test('is no change of an item whose neighbour came or went', () => {
    expect(saidOf([ul(li(p(minister)))], [ul(li(p(market)), li(p(minister)))])).toEqual([
      `inserted: [+${market}+]`,
      `same: ${minister}`,
    ])
  })
  test('where it is not shown, the texts are still not the same', () => {
    const [narrow, wide] = [80, 120].map((width) =>
      tableOf(cell('tableCell', minister, { colwidth: [width] })),
    )
    const comparison = compared([narrow as Block], [wide as Block])
    expect(said(comparison)).toEqual([`same: ${minister}`])
    expect(comparison.isSame).toBe(false)
  })
})

describe('notes, boxes, questions, timelines and footnotes', () => {
  const notes = (said: string) => [p(minister), note(p(said))]
  test('the words of a note are shown, and are none of the story’s', () => {
    const { lines, inserted, deleted } = compared(notes('اسأل الوزير'), notes('اسأل الوزير غدا'))
    expect(lines[1]?.style.within).toEqual(['note'])
    expect(lines[1]?.kind).toBe('changed')
    expect([inserted, deleted]).toEqual([0, 0])
    expect(countChange(draft([p(minister)]), draft(notes(market)))).toEqual({ inserted: 0, deleted: 0 })
  })
  test('a paragraph that becomes a note goes from the story, and comes to it again', () => {
    expect(countChange(draft([p(minister)]), draft([note(p(minister))]))).toEqual({ inserted: 0, deleted: 8 })
    expect(countChange(draft([note(p(minister))]), draft([p(minister)]))).toEqual({ inserted: 8, deleted: 0 })
  })
  test('each line says which part it is', () => {
    const blocks = [
      factBox('عنوان', p('معلومة'), ul(li(p('بند')))),
      questions(asked('ما هذا؟', p('كتاب'))),
      timeline(at('2024-05-08', p('وقع'))),
      sources(source('a', 'الوكالة')),
    ]
    expect(compared([], blocks).lines.map(({ style }) => style.within.join(' '))).toEqual([
      'factBox factTitle',
      'factBox',
      'factBox bulletList',
      'questions question',
      'questions answer',
      'timeline when',
      'timeline',
      'sources source',
    ])
  })
  test('a footnote that came is seen, and is no word', () => {
    expect(saidOf([p('قال الوزير.')], [p('قال الوزير', fn('a'), '.')])).toEqual(['changed: قال الوزير[+⁎+].'])
    expect(compared([p('قال')], [p('قال', fn('a'))]).inserted).toBe(0)
    const { lines } = compared([p('قال', fn('a'))], [p('قال', fn('b'))])
    expect(lines[0]?.pieces.at(-1)).toEqual({
      kind: 'formatted',
      text: '⁎',
      marks: ['footnote b'],
      was: ['footnote a'],
    })
  })
})
