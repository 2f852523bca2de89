import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, countChange } from '../../../core/compare/compare-texts.ts'
import { storyLines } from '../../../core/compare/story-lines.ts'
import type { Block, Inline } from '../../../core/model/body.ts'
import { draft, newerLines, olderLines } from '../../support/compared.ts'
import {
  bdi,
  bold,
  h,
  image,
  li,
  ol,
  p,
  pIn,
  pullQuote,
  quote,
  row,
  rule,
  table,
  text,
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
)
const inlines = fc.array(inline, { maxLength: 4 })
const paragraph = inlines.map((content) => p(...content))
const media = fc.constantFrom('a', 'b').map((digit) => `${digit.repeat(64)}.jpg`)
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  inlines.map((content) => h(2, ...content)),
  inlines.map((content) => pIn('ltr', ...content)),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items) => ul(...items.map((item) => li(item)))),
  paragraph.map((item) => ol(li(item))),
  paragraph.map((said) => quote(said)),
  fc.tuple(words, paragraph).map(([cite, said]) => pullQuote(cite, said)),
  fc.tuple(words, words).map((cells) => table(row(...cells))),
  fc.tuple(media, words, words).map(([name, caption, credit]) => image(name, { caption, credit })),
  fc.constant(rule),
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
