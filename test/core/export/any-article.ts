import * as fc from 'fast-check'
import type { Article } from '../../../core/model/article.ts'
import type { Block, Inline, Mark, TableCell } from '../../../core/model/body.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { languageCodes } from '../../../core/model/language-code.ts'

const letters = fc.constantFrom(
  'قال',
  ' ',
  'NATO',
  '+964 750',
  '10-20',
  '<&>"\'',
  ']]>',
  '\n',
  '\u0000',
  '\u200f',
  '\ud800',
  '\uffff',
  '😀',
  'ێ',
  '‹',
  'x',
  '.',
  '\t',
  '\u2067',
)
const words = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(''))
const someWords = words.map((text) => text || 'م')
const dir = fc.constantFrom('rtl', 'ltr', null)
const directed = fc.option(
  dir.map((each) => ({ dir: each })),
  { nil: undefined },
)
const picked = <T>(value: T | undefined, name: string) => (value === undefined ? {} : { [name]: value })
const hex = fc.constantFrom('a', 'b', 'c').map((letter) => `${letter.repeat(64)}.jpg`)
const address = fc.constantFrom(
  'https://example.org/a b?x=1&y="2"',
  'https://وكالة.example/خبر',
  'mailto:a@b.c',
  '#x',
  'http://a.b/%zz',
)
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc
    .constantFrom('bold', 'italic', 'underline', 'strike', 'subscript', 'superscript')
    .map((type): Mark => ({ type })),
  fc.record({ href: address, title: someWords }).map((attrs): Mark => ({ type: 'link', attrs })),
  fc
    .record({ dir, lang: fc.constantFrom('en', 'ar', 'kmr', null) })
    .map((attrs): Mark => ({ type: 'bdi', attrs })),
)
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(someWords, marks)
      .map(([text, all]): Inline => ({ type: 'text', text, ...(all.length > 0 && { marks: all }) })),
  },
  {
    weight: 1,
    arbitrary: marks.map((all): Inline => ({ type: 'hardBreak', ...(all.length > 0 && { marks: all }) })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a1', 'b2', '9').map((id): Inline => ({ type: 'footnote', attrs: { id } })),
  },
)
const inlines = fc.array(inline, { maxLength: 5 })
const line = <Type extends string>(type: Type) =>
  inlines.map((content) => ({ type, ...(content.length > 0 && { content }) }))
const fraction = fc.constantFrom(0, 0.25, 0.5)
const framing = fc.record(
  {
    crop: fc.record({ x: fraction, y: fraction, width: fc.constant(0.5), height: fc.constant(0.5) }),
    aspect: fc.constantFrom('16:9', 'free', null),
    focal: fc.record({ x: fraction, y: fraction }),
  },
  { requiredKeys: [] },
)
const size = fc.constantFrom(null, 1, 1200)
const picture = fc
  .tuple(
    fc.record({ media: hex, alt: words, caption: words, credit: words, width: size, height: size }),
    framing,
  )
  .map(([one, other]) => ({ type: 'image' as const, attrs: { ...one, ...other } }))

const textBlock = fc.oneof(
  fc.tuple(line('paragraph'), directed).map(([node, attrs]) => ({ ...node, ...picked(attrs, 'attrs') })),
  fc
    .tuple(line('heading'), fc.constantFrom(2, 3, 4), dir)
    .map(([node, level, own]) => ({ ...node, attrs: { level, dir: own } })),
)
const cell = (block: fc.Arbitrary<Block>): fc.Arbitrary<TableCell> =>
  fc.record({
    type: fc.constantFrom('tableCell', 'tableHeader'),
    attrs: fc.record(
      {
        colspan: fc.constantFrom(1, 2),
        rowspan: fc.constantFrom(1, 3),
        colwidth: fc.constantFrom(null, [120]),
      },
      { requiredKeys: [] },
    ),
    content: fc.array(block, { minLength: 1, maxLength: 2 }),
  })

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  const item = blocks.map((content) => ({ type: 'listItem' as const, content }))
  const items = fc.array(item, { minLength: 1, maxLength: 3 })
  const paragraphs = fc.array(line('paragraph'), { minLength: 1, maxLength: 2 })
  const row = fc
    .array(cell(tie('block')), { maxLength: 3 })
    .map((content) => ({ type: 'tableRow' as const, content }))
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      textBlock,
      picture,
      fc.constant({ type: 'horizontalRule' }),
      fc
        .record({
          url: address.filter((each) => each.startsWith('http')),
          title: words,
          site: words,
          media: fc.option(hex, { nil: null }),
          alt: words,
          dir,
        })
        .map((attrs) => ({ type: 'embed', attrs })),
      fc
        .tuple(fc.array(picture, { minLength: 2, maxLength: 3 }), fc.record({ dir, caption: words }))
        .map(([content, attrs]) => ({ type: 'gallery', attrs, content })),
      fc
        .tuple(items, directed)
        .map(([content, attrs]) => ({ type: 'bulletList', content, ...picked(attrs, 'attrs') })),
      fc
        .tuple(items, fc.record({ start: fc.constantFrom(0, 1, 7), dir }))
        .map(([content, attrs]) => ({ type: 'orderedList', content, attrs })),
      fc
        .tuple(blocks, directed)
        .map(([content, attrs]) => ({ type: 'blockquote', content, ...picked(attrs, 'attrs') })),
      fc
        .tuple(paragraphs, fc.record({ dir, cite: words }))
        .map(([content, attrs]) => ({ type: 'pullQuote', content, attrs })),
      fc
        .tuple(fc.array(row, { minLength: 1, maxLength: 3 }), directed)
        .map(([content, attrs]) => ({ type: 'table', content, ...picked(attrs, 'attrs') })),
    ) as fc.Arbitrary<Block>,
  }
})
const blocks = fc.array(block, { minLength: 1, maxLength: 2 })
const titled = <T extends string>(type: T) =>
  fc.tuple(line(type), blocks).map(([first, rest]) => [first, ...rest])
const sourceLine = fc.tuple(
  fc.constantFrom('a1', 'b2', '9'),
  fc.array(
    inline.filter(({ type }) => type !== 'footnote'),
    { maxLength: 3 },
  ),
)
const feature = fc.oneof(
  fc
    .tuple(titled('factTitle'), directed)
    .map(([content, attrs]) => ({ type: 'factBox', content, ...picked(attrs, 'attrs') })),
  fc.array(fc.tuple(line('question'), blocks), { minLength: 1, maxLength: 2 }).map((pairs) => ({
    type: 'questions',
    content: pairs.map(([asked, content]) => ({
      type: 'questionAnswer',
      content: [asked, { type: 'answer', content }],
    })),
  })),
  fc.array(titled('when'), { minLength: 1, maxLength: 2 }).map((entries) => ({
    type: 'timeline',
    content: entries.map((content) => ({ type: 'timelineEntry', content })),
  })),
  fc.array(sourceLine, { minLength: 1, maxLength: 3 }).map((lines) => ({
    type: 'sources',
    content: lines.map(([id, content]) => ({ type: 'source', attrs: { id }, content })),
  })),
) as unknown as fc.Arbitrary<Block>

const moment = fc.constantFrom(
  null,
  '2024-05-08',
  '2024-02-30',
  '2024-05-08T14:30+03:00',
  '2024-05-08T00:00Z',
  '2024-05-08T24:00Z',
  '2024-05-08T10:00:30.123+23:59',
  '0000-01-01',
)
const fields = fc.record(
  {
    headline: words,
    kicker: words,
    subheadline: words,
    summary: words,
    byline: fc.array(words, { maxLength: 3 }),
    source: words,
    creditLine: words,
    place: words,
    section: words,
    date: moment,
    embargoUntil: moment,
    urgency: fc.constantFrom(null, 1, 9),
    subjects: fc.constantFrom([], ['11000000'], ['11000000', '99999999']),
    keywords: fc.array(words, { maxLength: 3 }),
    slug: words,
    storyType: fc.constantFrom('', 'news', 'x'),
    canonicalUrl: fc.constantFrom('', 'https://example.org/a b?x="1"', 'https://وكالة.example/خبر'),
    seoTitle: words,
    seoDescription: words,
    deskNote: words,
  },
  { requiredKeys: [] },
)

/** An article of any shape that the model allows, with letters that no XML may hold, dates that are none and addresses that are odd. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    language: fc.constantFrom(...languageCodes),
    fields,
    lead: fc.option(fc.tuple(picture, words), { nil: null }),
    content: fc.array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: feature }), {
      minLength: 1,
      maxLength: 5,
    }),
    status: fc.constantFrom('draft', 'ready', 'published', 'killed'),
    revision: fc.nat({ max: 3 }),
    isTranslation: fc.boolean(),
  })
  .map(({ language, fields: said, lead, content, status, revision, isTranslation }) => ({
    schemaVersion: 1,
    id: '01HX000000000000000000000Z',
    revision,
    language,
    status: status,
    createdAt: '2024-05-08T09:00:00Z',
    updatedAt: '2024-05-08T10:30:00Z',
    fields: {
      ...emptyFields(),
      ...said,
      leadImage: lead && { ...lead[0].attrs, source: lead[1] },
    } as Article['fields'],
    body: { type: 'doc', content },
    ...(isTranslation && { translatedFrom: { id: '01HX000000000000000000000Y', revision: 1, version: '' } }),
  }))
