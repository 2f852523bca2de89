import { describe, expect, test } from 'vitest'
import { wholeTags } from '../../../core/import/markdown/raw-html.ts'
import { markdownFile } from '../../../core/import/markdown/markdown.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportTools } from '../../../core/import/source.ts'
import { blockText } from '../../../core/model/measure.ts'
import { readAlone } from '../../support/read-alone.ts'
import { p, h, link, text } from '../../support/story.ts'

const file = (markdown: string) => ({ name: 'story.md', bytes: new TextEncoder().encode(markdown) })
const read = (markdown: string) => readAlone(markdownFile, file(markdown))
const body = (markdown: string) => read(markdown).body.content
const wordsIn = (markdown: string) => body(markdown).map(blockText).join('\n')

test('a Markdown file is known by its ending', () => {
  expect(sourceFor(file('x'))).toBe(markdownFile)
  expect(sourceFor({ ...file('x'), name: 'README.MARKDOWN' })).toBe(markdownFile)
})

describe('front matter', () => {
  test('of a site generator gives what it has names for', () => {
    const {
      fields,
      language,
      body: story,
    } = read(
      '---\ntitle: "ارتفاع منسوب المياه"\nauthors:\n  - name: سارة الجاف\n  - علي\ndate: 2024-05-08 14:30:00 +0300\n' +
        'categories: [أخبار]\ntags:\n  - بغداد\n  - ماء\ndescription: ملخص\nslug: water\ndraft: true\n---\nقال الوزير.\n',
    )
    expect(fields).toMatchObject({
      headline: 'ارتفاع منسوب المياه',
      byline: ['سارة الجاف', 'علي'],
      date: '2024-05-08T14:30:00+03:00',
      section: 'أخبار',
      keywords: ['بغداد', 'ماء'],
      summary: 'ملخص',
      seoDescription: '',
      slug: 'water',
    })
    expect(language).toBe('ar')
    expect(story.content).toEqual([p('قال الوزير.')])
  })
  test('whose language is said is believed', () => {
    expect(read('---\nlang: ku-Arab\n---\nx').language).toBe('ckb')
  })
  test.each([
    ['no YAML', '---\n: [\n---\nقال'],
    ['nested beyond any', `---\na: ${'['.repeat(5000)}\n---\nقال`],
    ['a list', '---\n- a\n---\nقال'],
    ['without an end', '---\ntitle: x\nقال'],
  ])('that is %s is words of the text', (_what, markdown) => {
    expect(wordsIn(markdown)).toContain('قال')
  })
  test('with keys that reach prototypes, or aliases, reaches nothing', () => {
    expect(
      read('---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntitle: T\n---\nx').fields
        .headline,
    ).toBe('T')
    expect(wordsIn('---\na: &a [x, x]\nb: [*a, *a]\n---\nقال')).toContain('قال')
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a text of others', () => {
  test('gives its first heading of the first level as the headline', () => {
    const { fields, body: story } = read('# A headline\n\nOne.\n\n# Two\n')
    expect(fields.headline).toBe('A headline')
    expect(story.content).toEqual([p('One.'), h(2, 'Two')])
  })
  test('has its soft line ends as spaces, and marks of GFM', () => {
    expect(body('One\ntwo ~~three~~ **[four](https://example.org "t")**')).toEqual([
      p(
        'One two ',
        text('three', { type: 'strike' }),
        ' ',
        text('four', { type: 'link', attrs: { href: 'https://example.org' } }, { type: 'bold' }),
      ),
    ])
  })
  test('has footnotes under ids that a story can have, whatever it calls them', () => {
    const story = body(
      'One[^note-A] two[^1] three[^note-A].\n\n[^note-A]: **First** source\n[^1]: Second\n[^unused]: Third\n',
    )
    expect(story).toEqual([
      p('One', fn('n1'), ' two', fn('1'), ' three', fn('n1'), '.'),
      {
        type: 'sources',
        content: [
          {
            type: 'source',
            attrs: { id: 'n1' },
            content: [text('First', { type: 'bold' }), text(' source')],
          },
          { type: 'source', attrs: { id: '1' }, content: [text('Second')] },
          { type: 'source', attrs: { id: 'unused' }, content: [text('Third')] },
        ],
      },
    ])
  })
  test('has tasks as signs, code as words, and links by reference', () => {
    expect(
      wordsIn('- [x] done\n- [ ] open\n\n```js\na < b\nc\n```\n\n`x` [a][b]\n\n[b]: https://example.org'),
    ).toBe('☑ done\n☐ open\na < b\nc\nx a')
    expect(body('[a][b]\n\n[b]: https://example.org')).toEqual([p(link('a', 'https://example.org'))])
  })
  test('comes with the pictures that lie beside it, and says how many do not', async () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const tools = {
      beside: async (address: string) => (address === 'media/a.png' ? bytes : undefined),
    } as ImportTools
    const { articles } = await markdownFile.read(
      file('---\nimage: media/a.png\n---\nx\n\n![alt](media/a.png)\n\n![](https://example.org/b.png)'),
      tools,
    )
    expect(articles[0]).toMatchObject({
      pictures: [{ bytes }],
      fields: { leadImage: { media: 'import:0' } },
      warnings: [{ code: 'picture-elsewhere', message: expect.stringMatching(/^1 /) as string }],
    })
    expect(articles[0]?.body.content[1]).toMatchObject({
      type: 'image',
      attrs: { media: 'import:0', alt: 'alt' },
    })
  })
})
const fn = (id: string) => ({ type: 'footnote' as const, attrs: { id } })

describe('HTML inside it', () => {
  test('says directions and what Markdown has no signs for', () => {
    expect(
      body(
        '<div dir="rtl">\n\nقال <u>الوزير</u> <bdi dir="ltr">C++</bdi> H<sub>2</sub>O\n\n</div>\n\nEnglish text of some words here',
      ),
    ).toEqual([
      {
        ...p(
          'قال ',
          text('الوزير', { type: 'underline' }),
          ' ',
          text('C++', { type: 'bdi', attrs: { dir: 'ltr' } }),
          ' H',
          text('2', { type: 'subscript' }),
          'O',
        ),
        attrs: { dir: 'rtl' },
      },
      p('English text of some words here'),
    ])
  })
  test.each([
    ['a script', 'one\n\n<script>alert(1)</script>\n\ntwo', 'one\ntwo'],
    ['a handler', '<p onclick="alert(1)">one</p>', 'one'],
    ['an address that runs', '[one](javascript:alert(1)) <a href="javascript:alert(1)">two</a>', 'one two'],
    ['a frame', '<iframe src="https://example.org"></iframe>one', 'one'],
    ['a text area that would take the rest along', 'one <textarea> two\n\nthree', 'one two\nthree'],
    ['half a tag', '<div title="one\n\ntwo', '<div title="one\ntwo'],
    ['a plaintext', '<plaintext>\n\none', 'one'],
    ['a comment without an end', 'one <!-- two\n\nthree', 'one <!-- two\nthree'],
  ])('with %s loses no word and runs nothing', (_what, markdown, words) => {
    const story = JSON.stringify(body(markdown))
    expect(wordsIn(markdown).replaceAll(/\s+\n/g, '\n')).toBe(words)
    expect(story).not.toMatch(/javascript:|onclick|"href":"(?!https)/)
  })
  test('is cut down to whole tags in one pass', () => {
    expect(wholeTags('<b>x</b><!-- y --><blink>z</blink><style>p{}</style><i')).toBe('<b>x</b>z&lt;i')
    for (const hostile of ['<!--', '<!', '<a b="', '<script>', '<?'])
      expect(wholeTags(hostile.repeat(100_000)).length).toBeLessThan(2_000_000)
  })
})

test.each([
  ['quotes', '>'.repeat(10_000)],
  ['lists', '- '.repeat(10_000)],
  ['numbers', '1. '.repeat(10_000)],
  ['quotes, line by line', Array.from({ length: 400 }, (_, at) => '>'.repeat(at)).join('x\n')],
  [
    'lists further and further in',
    Array.from({ length: 500 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n'),
  ],
  ['emphasis', '*a '.repeat(5000) + 'b* '.repeat(5000)],
  ['elements', '<div>'.repeat(10_000)],
  ['inline elements', `x ${'<b>'.repeat(10_000)}`],
  ['pictures that never end', '!['.repeat(50_000)],
  ['comments that never end', 'x <!--'.repeat(50_000)],
])('%s ten thousand deep are refused before anything follows them', (_what, markdown) => {
  expect(() => read(markdown)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^(?:unreadable|unsupported-file)$/) as string }),
  )
})
