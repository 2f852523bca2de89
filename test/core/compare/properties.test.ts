import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, countChange } from '../../../core/compare/compare-texts.ts'
import { storyLines } from '../../../core/compare/story-lines.ts'
import type { Block, Inline, TableCell } from '../../../core/model/body.ts'
import { draft, newerLines, olderLines } from '../../support/compared.ts'
import {
  asked,
  at,
  bdi,
  bold,
  embed,
  factBox,
  fn,
  gallery,
  h,
  image,
  li,
  note,
  ol,
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

const word = fc.constantFrom(
  'قال',
  'الوَزِيرُ',
  'في',
  'من',
  'أربيل',
  'بغداد',
  'ده\u200cڵێت',
  'دەڵێت',
  'צה"ל',
  'BBC',
  'News',
  '،',
  '.',
  ' ',
  '  ',
  'َ',
  '\u200c',
  '🇮🇶',
  '٣٫٥',
)
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '))
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words.map((said) => text(said)) },
  words.map(bold),
  words.map((said) => bdi(said)),
  fc.constant<Inline>({ type: 'hardBreak' }),
  fc.constantFrom('a', 'b').map((id) => fn(id)),
)
const inlines = fc.array(inline, { maxLength: 4 })
const paragraph = inlines.map((content) => p(...content))
const media = fc.constantFrom('a', 'b').map((digit) => `${digit.repeat(64)}.jpg`)
const plainBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  inlines.map((content) => h(2, ...content)),
  inlines.map((content) => pIn('ltr', ...content)),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items) => ul(...items.map((item) => li(item)))),
  paragraph.map((item) => ol(li(item))),
  paragraph.map((said) => quote(said)),
  fc.tuple(words, paragraph).map(([cite, said]) => pullQuote(cite, said)),
  fc.tuple(words, words).map((cells) => table(row(...cells))),
  fc.tuple(media, words, words).map(([name, caption, credit]) => image(name, { caption, credit })),
  fc
    .tuple(words, media, media, words)
    .map(([caption, one, other, said]) => gallery(caption, image(one), image(other, { caption: said }))),
  words.map((title) => embed('https://youtu.be/x', { title, site: 'YouTube' })),
  fc.constant(rule),
  paragraph.map((said) => note(said)),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: plainBlock },
  fc.tuple(words, paragraph).map(([title, said]) => factBox(title, said)),
  fc.tuple(words, paragraph).map(([question, said]) => questions(asked(question, said))),
  fc.tuple(words, paragraph).map(([when, said]) => timeline(at(when, said))),
  words.map((said) => sources(source('a', said), source('b'))),
)
/** Two stories that have much in common: drawn from the same few blocks, in whatever order. */
const stories = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .chain((pool) => {
    const drawn = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pool) }, block), {
      maxLength: 10,
    })
    return fc.tuple(drawn, drawn)
  })
  .map(([older, newer]) => [draft(older), draft(newer)] as const)
const linesOf = ({ body }: ReturnType<typeof draft>) =>
  storyLines(body.content, 'rtl').map(({ text }) => text)

test('what is not deleted is the newer story, what is not inserted the older one, moved lines put back', () => {
  fc.assert(
    fc.property(stories, ([older, newer]) => {
      const comparison = compareTexts(older, newer)
      expect(newerLines(comparison)).toEqual(linesOf(newer))
      expect(olderLines(comparison)).toEqual(linesOf(older))
    }),
    { numRuns: 1000 },
  )
})

test('a text has no change to itself', () => {
  fc.assert(
    fc.property(stories, ([older]) => {
      const comparison = compareTexts(older, structuredClone(older))
      expect(comparison).toMatchObject({ fields: [], inserted: 0, deleted: 0 })
      expect(comparison.lines.filter(({ kind }) => kind !== 'same')).toEqual([])
    }),
  )
})

/** Stories of every shape that the schema of the body takes, with all its attributes. */
const direction = fc.constantFrom('rtl' as const, 'ltr' as const, null)
const set = (attrs: fc.Arbitrary<object>) =>
  fc.option(
    attrs.map((each) => ({ attrs: each })),
    { nil: {} },
  )
const directed = set(fc.record({ dir: direction }, { requiredKeys: [] }))
const shape = fc.letrec<{ block: Block; item: Block; cell: TableCell }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 2 })
  const items = fc
    .array(blocks, { minLength: 1, maxLength: 3 })
    .map((each) => each.map((content) => li(...content)))
  const cells = fc.array(tie('cell'), { minLength: 1, maxLength: 2 })
  const numbered = set(fc.record({ start: fc.nat(3), dir: direction }, { requiredKeys: [] }))
  const span = fc.integer({ min: 1, max: 3 })
  return {
    cell: fc
      .tuple(
        fc.constantFrom('tableCell' as const, 'tableHeader' as const),
        blocks,
        set(
          fc.record(
            { colspan: span, rowspan: span, colwidth: fc.constantFrom(null, [80], [90]) },
            { requiredKeys: [] },
          ),
        ),
      )
      .map(([type, content, attrs]) => ({ type, content, ...attrs })),
    item: fc.tuple(paragraph, directed).map(([each, attrs]) => ({ ...each, ...attrs })),
    block: fc.oneof(
      { maxDepth: 2 },
      tie('item'),
      plainBlock,
      fc
        .tuple(items, numbered)
        .map(([content, attrs]) => ({ type: 'orderedList' as const, content, ...attrs })),
      fc
        .tuple(items, directed)
        .map(([content, attrs]) => ({ type: 'bulletList' as const, content, ...attrs })),
      fc
        .tuple(blocks, directed)
        .map(([content, attrs]) => ({ type: 'blockquote' as const, content, ...attrs })),
      fc.tuple(fc.array(cells, { minLength: 1, maxLength: 3 }), directed).map(([rows, attrs]) => ({
        ...table(...rows.map((content) => ({ type: 'tableRow' as const, content }))),
        ...attrs,
      })),
    ),
  }
})
const shapes = fc.array(shape.block, { minLength: 1, maxLength: 3 })

type Change = () => unknown
/** Every way to make this value another one in one place: a value turned into another, an entry left out or doubled. */
function changesOf(value: unknown): Change[] {
  if (typeof value === 'number') return [() => value + 1]
  if (typeof value === 'string') return [() => `${value} `]
  if (Array.isArray(value))
    return value.flatMap((each, at): Change[] => [
      () => value.toSpliced(at, 1),
      () => value.toSpliced(at, 0, each),
      ...changesOf(each).map((change) => () => value.with(at, change())),
    ])
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]): Change[] =>
    key === 'type' ? [] : changesOf(each).map((change) => () => ({ ...value, [key]: change() })),
  )
}
/** A story and another one that differs from it in one place. */
const neighbours = fc.tuple(shapes, fc.nat()).map(([one, which]) => {
  const changes = changesOf(one)
  return [one, changes[which % changes.length]?.() as Block[]] as const
})

/** Whether a node that must have something in it has nothing: no story that the schema takes. */
const hasEmpty = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasEmpty)
  const { type, content } = value as { type: string; content?: unknown[] }
  const mayBeEmpty = type === 'paragraph' || type === 'heading' || content === undefined
  return !mayBeEmpty && (content.length === 0 || hasEmpty(content))
}

test('two texts that differ in anything are never the same', () => {
  fc.assert(
    fc.property(shapes, shapes, (one, other) => {
      const isSame = isDeepStrictEqual(one, other)
      expect(compareTexts(draft(one), draft(other)).isSame).toBe(isSame)
    }),
    { numRuns: 50 },
  )
  fc.assert(
    fc.property(neighbours, ([one, other]) => {
      expect(compareTexts(draft(one), draft(other)).isSame).toBe(false)
      expect(compareTexts(draft(other), draft(one)).isSame).toBe(false)
    }),
    { numRuns: 300 },
  )
})

interface Node {
  type: string
  text?: string
  attrs?: { start?: number; colspan?: number; rowspan?: number }
  content?: Node[]
}
/** What a story consists of, without what is only stored and not shown: the width of a column, how runs are cut. */
function formOf({ type, text, attrs, content = [] }: Node): string {
  if (type === 'text') return text ?? ''
  const { start = 1, colspan = 1, rowspan = 1 } = attrs ?? {}
  return `${[type, start, colspan, rowspan].join(' ')} {${content.map(formOf).join('')}}`
}

test('how lines are grouped, what their cells are and how their lists begin is shown', () => {
  const formsOf = (blocks: Block[]): string[] => blocks.map((each) => formOf(each as Node))
  fc.assert(
    fc.property(neighbours, ([one, other]) => {
      fc.pre(!hasEmpty(other) && !isDeepStrictEqual(formsOf(one), formsOf(other)))
      const { lines } = compareTexts(draft(one), draft(other))
      expect(lines.some(({ kind }) => kind !== 'same')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('turned round, what was inserted is deleted, and the same lines are moved', () => {
  fc.assert(
    fc.property(stories, ([older, newer]) => {
      const [there, back] = [compareTexts(older, newer), compareTexts(newer, older)]
      expect([back.deleted, back.inserted]).toEqual([there.inserted, there.deleted])
      const count = (lines: typeof there.lines, wanted: string) =>
        lines.filter(({ kind }) => kind === wanted).length
      for (const kind of ['same', 'changed', 'restyled', 'moved'])
        expect(count(back.lines, kind)).toBe(count(there.lines, kind))
      expect(count(back.lines, 'deleted')).toBe(count(there.lines, 'inserted'))
    }),
    { numRuns: 1000 },
  )
})

test('the count alone is the count of the comparison', () => {
  fc.assert(
    fc.property(stories, ([older, newer]) => {
      const { inserted, deleted } = compareTexts(older, newer)
      expect(countChange(older, newer)).toEqual({ inserted, deleted })
    }),
  )
})

test('same pieces have the marks of both texts, formatted ones differ, and only they say what was', () => {
  fc.assert(
    fc.property(stories, ([older, newer]) => {
      for (const { pieces } of compareTexts(older, newer).lines)
        for (const { kind, text, marks, was } of pieces) {
          expect(text).not.toBe('')
          expect(was !== undefined).toBe(kind === 'formatted')
          expect(was).not.toEqual(marks)
        }
    }),
  )
})
