import * as fc from 'fast-check'
import { directionOf } from '../../../core/language/direction.ts'
import { ordered } from '../../../core/import/clean-inline.ts'
import type {
  Block,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  PictureAttrs,
  StoryBody,
} from '../../../core/model/body.ts'
import type { StoryPart } from '../../../core/model/carried.ts'
import type { Direction, LanguageCode } from '../../../core/model/language-code.ts'
import type { Feature } from '../../../core/model/story-blocks.ts'

/** Which parts a story may have. */
export type Has = (part: StoryPart) => boolean

const sentences: Partial<Record<LanguageCode, string[]>> = {
  ar: [
    'ارتفع منسوب المياه',
    'وقالت شركة Rivermark Systems',
    'والرقم +964 750 000 1234 مفتوح',
    '«قال»، ثم مضى.',
    'و١٠-٢٠',
  ],
  ckb: [
    'ئاستی ئاو بەرز بووەوە',
    'کۆمپانیای Rivermark Systems',
    'ژمارەی +964 750 000 1234',
    '«وتی»؛ می‌خواهم',
    '٢٠٢٤',
  ],
  kmr: ['Asta avê bilind bû', 'şîrketa صفاء ragihand', 'êvarî di 10:30 de', '“got”, û çû.', 'Çîya'],
  he: ['מפלס המים עלה', 'חברת Rivermark Systems', 'המספר +964 750 000 1234 פתוח', '”אמר“, והלך.', 'ג׳אף'],
  en: ['The water rose', 'the firm صفاء said', 'call +964 750 000 1234', '“so,” he said.', 'café'],
}
/** Words that mean something in one format or another. */
const signs = [
  '*',
  '_x_',
  '**',
  '# 1',
  '1. x',
  '- y',
  '+',
  '> q',
  '[x](y)',
  '![a]',
  '<b>',
  '</div>',
  '<!--',
  '&amp;',
  '&',
  '|',
  '~~z~~',
  '`c`',
  '\\',
  'https://example.org/a_b?c=1&d=2',
  'www.example.org',
  'a@example.org',
  '[^1]',
  '---',
  '===',
  '{{x}}',
  '$x$',
  '"',
  "'",
  ']]>',
  '😀',
  '1)',
  'x:y',
  '!',
  '~',
]

/** What a part is made of: where one of these is not kept, neither is what holds it. */
const madeOf: Partial<Record<StoryPart, readonly StoryPart[]>> = {
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  table: ['tableRow', 'tableCell'],
  gallery: ['image'],
  factBox: ['factTitle'],
  questions: ['questionAnswer', 'question', 'answer'],
  timeline: ['timelineEntry', 'when'],
  sources: ['source', 'footnote'],
}

/** Any story of a language, as the editor would store it: no text beside another of the same marks, no direction that says nothing new. */
export function anyStory(
  language: LanguageCode,
  keeps: Has,
  media: readonly PictureAttrs[],
): fc.Arbitrary<StoryBody> {
  const has: Has = (part) => keeps(part) && (madeOf[part] ?? []).every(keeps)
  const words = fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...(sentences[language] ?? [])) },
        { weight: 1, arbitrary: fc.constantFrom(...signs) },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((some) => some.join(' '))
  const line = anyLine(words, has)
  const page = directionOf(language)
  const blocks = (depth: number, direction: Direction) =>
    fc.array(anyBlock(depth, direction), { minLength: 1, maxLength: depth === 0 ? 5 : 2 })
  const paragraph = line.map((content): Paragraph => ({ type: 'paragraph', content }))

  function anyBlock(depth: number, direction: Direction): fc.Arbitrary<Block> {
    const directed = <B extends Block>(build: (inside: Direction) => fc.Arbitrary<B>): fc.Arbitrary<B> => {
      if (!has('dir')) return build(direction)
      // Another than what stands around: the same would say nothing new.
      const other: Direction = direction === 'rtl' ? 'ltr' : 'rtl'
      return fc.oneof(
        { weight: 4, arbitrary: build(direction) },
        {
          weight: 1,
          arbitrary: build(other).map((block) => ({
            ...block,
            attrs: { ...('attrs' in block ? block.attrs : {}), dir: other },
          })),
        },
      )
    }
    const plain = directed(() => paragraph)
    const kinds: [StoryPart, () => fc.Arbitrary<Block>][] = [
      [
        'heading',
        () =>
          directed(() =>
            fc
              .tuple(fc.constantFrom(2, 3, 4), line)
              .map(([level, content]) => ({ type: 'heading', attrs: { level: level as 2 }, content })),
          ),
      ],
      ['horizontalRule', () => fc.constant({ type: 'horizontalRule' })],
      ['image', () => anyPicture(words, media).map((attrs) => ({ type: 'image', attrs }))],
      [
        'pullQuote',
        () =>
          directed(() =>
            fc
              .tuple(
                fc.array(paragraph, { minLength: 1, maxLength: 2 }),
                fc.option(words, { nil: undefined }),
              )
              .map(([content, cite]) => ({ type: 'pullQuote', ...(cite && { attrs: { cite } }), content })),
          ),
      ],
      [
        'gallery',
        () =>
          directed(() =>
            fc
              .tuple(
                fc.array(anyPicture(words, media), { minLength: 2, maxLength: 4 }),
                fc.option(words, { nil: undefined }),
              )
              .map(([pictures, caption]) => ({
                type: 'gallery',
                ...(caption && { attrs: { caption } }),
                content: pictures.map((attrs) => ({ type: 'image' as const, attrs })),
              })),
          ),
      ],
      [
        'embed',
        () =>
          directed(() =>
            fc
              .record({
                url: fc.constantFrom('https://example.org/v?a=1&b=2', 'https://youtu.be/x'),
                title: fc.oneof(words, fc.constant('')),
                site: fc.constantFrom('YouTube', 'صفحة', ''),
                media: fc.constantFrom(null, ...(has('image') ? media.map((each) => each.media) : [])),
                alt: fc.oneof(words, fc.constant('')),
              })
              .map((attrs) => ({ type: 'embed', attrs })),
          ),
      ],
    ]
    const holders: [StoryPart, () => fc.Arbitrary<Block>][] = [
      [
        'bulletList',
        () =>
          directed((inside) => anyItems(depth, inside).map((content) => ({ type: 'bulletList', content }))),
      ],
      [
        'orderedList',
        () =>
          directed((inside) =>
            fc.tuple(anyItems(depth, inside), fc.constantFrom(undefined, 0, 7)).map(([content, start]) => ({
              type: 'orderedList',
              ...(start !== undefined && { attrs: { start } }),
              content,
            })),
          ),
      ],
      [
        'blockquote',
        () =>
          directed((inside) => blocks(depth + 1, inside).map((content) => ({ type: 'blockquote', content }))),
      ],
      ['table', () => directed((inside) => anyTable(depth, inside))],
    ]
    const all = depth < 2 ? [...kinds, ...holders] : kinds
    return fc.oneof(
      { weight: 4, arbitrary: plain },
      ...all.filter(([part]) => has(part)).map(([, build]) => ({ weight: 1, arbitrary: build() })),
    )
  }

  const anyItems = (depth: number, direction: Direction): fc.Arbitrary<ListItem[]> =>
    fc.array(
      fc
        .tuple(paragraph, fc.array(anyBlock(depth + 1, direction), { maxLength: 1 }))
        .map(([first, more]): ListItem => ({ type: 'listItem', content: [first, ...more] })),
      { minLength: 1, maxLength: 3 },
    )

  const anyTable = (depth: number, direction: Direction): fc.Arbitrary<Block> =>
    fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }), fc.boolean(), fc.boolean())
      .chain(([rows, columns, hasHead, isRich]) =>
        fc
          .array(
            fc.array(isRich ? blocks(depth + 1, direction) : paragraph.map((each) => [each]), {
              minLength: columns,
              maxLength: columns,
            }),
            { minLength: rows, maxLength: rows },
          )
          .map((cells): Block => ({
            type: 'table',
            content: cells.map((row, at) => ({
              type: 'tableRow',
              content: row.map((content) => ({
                type:
                  hasHead && at === 0 && has('tableHeader')
                    ? ('tableHeader' as const)
                    : ('tableCell' as const),
                content,
              })),
            })),
          })),
      )

  const features: [StoryPart, () => fc.Arbitrary<Feature>][] = [
    [
      'factBox',
      () =>
        fc.tuple(line, blocks(1, page)).map(([title, [first, ...more]]) => ({
          type: 'factBox',
          content: [{ type: 'factTitle', content: title }, first as Block, ...more],
        })),
    ],
    [
      'questions',
      () =>
        fc.array(fc.tuple(line, blocks(1, page)), { minLength: 1, maxLength: 2 }).map((pairs) => ({
          type: 'questions',
          content: pairs.map(([asked, content]) => ({
            type: 'questionAnswer',
            content: [
              { type: 'question', content: asked },
              { type: 'answer', content },
            ],
          })),
        })),
    ],
    [
      'timeline',
      () =>
        fc.array(fc.tuple(line, blocks(1, page)), { minLength: 1, maxLength: 2 }).map((entries) => ({
          type: 'timeline',
          content: entries.map(([when, [first, ...more]]) => ({
            type: 'timelineEntry',
            content: [{ type: 'when', content: when }, first as Block, ...more],
          })),
        })),
    ],
  ]
  const top: fc.Arbitrary<Block | Feature> = fc.oneof(
    { weight: 6, arbitrary: anyBlock(0, page) },
    ...features.filter(([part]) => has(part)).map(([, build]) => ({ weight: 1, arbitrary: build() })),
  )
  // The headline's place is not the story's: many formats take a first heading for it.
  return fc
    .tuple(paragraph, fc.array(top, { minLength: 1, maxLength: 5 }), words, fc.boolean())
    .map(([first, content, source, isSourced]) => {
      const body = [first, ...content] as Block[]
      if (!isSourced || !has('sources') || !has('footnote')) return { type: 'doc', content: body }
      const named: Paragraph = {
        type: 'paragraph',
        content: [
          ...(first.content ?? []),
          { type: 'footnote', attrs: { id: 'b2' } },
          { type: 'text', text: ' x' },
          { type: 'footnote', attrs: { id: 'a1' } },
        ],
      }
      const sources = {
        type: 'sources',
        content: [
          { type: 'source', attrs: { id: 'b2' }, content: [{ type: 'text', text: source }] },
          { type: 'source', attrs: { id: 'a1' }, content: [{ type: 'text', text: 'x' }] },
        ],
      }
      return { type: 'doc', content: [named, ...content, sources] as Block[] }
    })
}

function anyPicture(words: fc.Arbitrary<string>, media: readonly PictureAttrs[]): fc.Arbitrary<PictureAttrs> {
  const some = fc.oneof(words, fc.constant(''))
  return fc
    .record({
      picture: fc.constantFrom(...media),
      alt: some,
      caption: some,
      credit: some,
      isCut: fc.boolean(),
    })
    .map(({ picture, alt, caption, credit, isCut }) => ({
      ...picture,
      alt,
      caption,
      credit,
      ...(isCut && {
        crop: { x: 0.1, y: 0, width: 0.5, height: 0.2813 },
        aspect: '16:9' as const,
        focal: { x: 0.25, y: 0.1 },
      }),
    }))
}

const simple = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript'] as const

function anyLine(words: fc.Arbitrary<string>, has: Has): fc.Arbitrary<Inline[]> {
  const marks: fc.Arbitrary<Mark>[] = [
    ...simple.filter(has).map((type) => fc.constant<Mark>({ type })),
    ...(has('link')
      ? [
          fc.constantFrom<Mark>(
            { type: 'link', attrs: { href: 'https://example.org/a_b?c=1&d=2' } },
            { type: 'link', attrs: { href: 'mailto:a@example.org' } },
          ),
        ]
      : []),
    ...(has('bdi')
      ? [
          fc.constantFrom<Mark>(
            { type: 'bdi' },
            { type: 'bdi', attrs: { dir: 'ltr' } },
            { type: 'bdi', attrs: { dir: 'rtl', lang: 'he' } },
          ),
        ]
      : []),
  ]
  const some =
    marks.length === 0
      ? fc.constant<Mark[]>([])
      : fc.oneof(
          { weight: 2, arbitrary: fc.constant<Mark[]>([]) },
          {
            weight: 2,
            arbitrary: fc.uniqueArray(fc.oneof(...marks), {
              minLength: 1,
              maxLength: 3,
              selector: ({ type }) => type,
            }),
          },
        )
  const run = fc.record({
    text: words,
    marks: some,
    space: fc.constantFrom('', ' '),
    isBroken: has('hardBreak') ? fc.integer({ min: 0, max: 9 }).map((one) => one === 0) : fc.constant(false),
  })
  return fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => {
    const line: Inline[] = []
    for (const [at, { text, marks: own, space, isBroken }] of runs.entries()) {
      const last = line.at(-1)
      const words = at < runs.length - 1 && !isBroken ? text + space : text
      const node: Inline =
        own.length > 0 ? { type: 'text', text: words, marks: ordered(own) } : { type: 'text', text: words }
      if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
        last.text += node.text
      else line.push(node)
      if (isBroken && at < runs.length - 1) line.push({ type: 'hardBreak' })
    }
    return line
  })
}
