import { describe, expect, test } from 'vitest'
import { markdown } from '../../../core/export/markdown/markdown.ts'
import { markdownFile } from '../../../core/import/markdown/markdown.ts'
import type { Block } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { readAlone } from '../../support/read-alone.ts'
import { a, article, b, bdi, br, fullArticle, h, i, media, ol, p, t, ul } from './story.ts'
import { writtenBy } from './written.ts'

/** The story without the front matter. */
async function storyIn(language: LanguageCode, ...content: Block[]): Promise<string> {
  const { text } = await writtenBy(markdown, article(language, {}, ...content))
  return text.slice(text.indexOf('\n---\n') + 5).trim()
}

test('a story that runs from right to left says so, one that does not says nothing', async () => {
  expect(await storyIn('ar', p('قال'))).toBe('<div dir="rtl" lang="ar">\n\nقال\n\n</div>')
  expect(await storyIn('kmr', p('Got'))).toBe('Got')
})

test('blocks, lists and marks are those of CommonMark and GFM', async () => {
  const story = await storyIn(
    'en',
    h(2, 'Two'),
    p(
      b('bold'),
      ' ',
      i('italic'),
      ' ',
      t('gone', { type: 'strike' }),
      br,
      a('there', 'https://example.org/a'),
    ),
    ul([p('one'), ol(undefined, [p('a')])], [p('two')]),
    ol(3, [p('three')]),
    { type: 'blockquote', content: [p('said')] },
    { type: 'horizontalRule' },
  )
  expect(story).toBe(
    '## Two\n\n**bold** *italic* ~~gone~~\\\n[there](https://example.org/a)\n\n- one\n  1. a\n- two\n\n3. three\n\n> said\n\n***',
  )
})

test('what it has no signs for is HTML, and words that look like signs are escaped', async () => {
  expect(
    await storyIn(
      'en',
      p(
        t('under', { type: 'underline' }),
        ' H',
        t('2', { type: 'subscript' }),
        ' *a* <b> [x] www.example.org',
      ),
    ),
  ).toBe('<u>under</u> H<sub>2</sub> \\*a\\* \\<b> \\[x] www\\.example.org')
})

test('numbers and names that the direction would turn stand in bdi, those that a person isolated in one of their own', async () => {
  expect(await storyIn('ar', p('اتصل +964 750 000 1234 أو ', bdi('C++', 'ltr')))).toContain(
    'اتصل <bdi dir="ltr">+964 750 000 1234</bdi> أو <bdi class="set" dir="ltr">C++</bdi>',
  )
})

test('a block of the other direction stands in an element that says so', async () => {
  expect(await storyIn('en', { ...p('قال'), attrs: { dir: 'rtl' } })).toBe('<div dir="rtl">\n\nقال\n\n</div>')
})

test('a table with a row of heads is one of GFM, any other one of HTML', async () => {
  const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((cell) => ({ type, content: [cell ? p(cell) : p()] })),
  })
  expect(
    await storyIn('en', {
      type: 'table',
      content: [row('tableHeader', 'A', 'B|C'), row('tableCell', '1', '')],
    }),
  ).toBe('| A | B\\|C |\n| - | - |\n| 1 | |')
  expect(
    await storyIn('en', { type: 'table', content: [row('tableCell', 'A', '<'), row('tableCell', '1', '')] }),
  ).toBe('<table>\n<tr>\n<td>A</td>\n<td>&lt;</td>\n</tr>\n<tr>\n<td>1</td>\n<td></td>\n</tr>\n</table>')
})

test('footnotes are those of GFM, one without a source is not written', async () => {
  const fn = (id: string) => ({ type: 'footnote' as const, attrs: { id } })
  expect(
    await storyIn('en', p('One', fn('a1'), fn('gone')), {
      type: 'sources',
      content: [{ type: 'source', attrs: { id: 'a1' }, content: [{ type: 'text', text: 'Who' }] }],
    }),
  ).toBe('One[^a1]\n\n[^a1]: Who')
})

describe('pictures', () => {
  const picture = {
    type: 'image' as const,
    attrs: { media, alt: 'alt', caption: '', credit: '', width: 1, height: 1 },
  }
  test('are named in a folder beside the file, with a warning', async () => {
    const { text, codes } = await writtenBy(markdown, article('en', {}, picture))
    expect(text).toContain(`![alt](media/${media})`)
    expect(codes).toEqual(['pictures-beside'])
  })
  test('have their words as they read, numbers held together', async () => {
    const caption = { ...picture, attrs: { ...picture.attrs, caption: 'رقم +964 750 000 1234 هنا' } }
    expect((await writtenBy(markdown, article('ar', {}, caption))).text).toContain(
      '<bdi dir="ltr">+964 750 000 1234</bdi>',
    )
  })
  test('are named as they lie where somebody lays them there, without one', async () => {
    const { text, codes } = await writtenBy(markdown, article('en', {}, picture), {
      beside: (name) => `pictures/${name}`,
    })
    expect(text).toContain(`![alt](pictures/${media})`)
    expect(codes).toEqual([])
  })
})

test('front matter is YAML that keeps its words apart, and never the note of the desk', async () => {
  const { text } = await writtenBy(
    markdown,
    article('en', { headline: 'a: b # c', keywords: ['- x', '"y"'], deskNote: 'SECRET', urgency: 3 }),
  )
  expect(text).toContain('title: "a: b # c"\n')
  expect(text).toContain('urgency: 3\n')
  expect(text).not.toContain('SECRET')
  const { fields } = readAlone(markdownFile, { name: 'a.md', bytes: new TextEncoder().encode(text) })
  expect(fields).toMatchObject({ headline: 'a: b # c', keywords: ['- x', '"y"'], urgency: 3 })
})

test('empty paragraphs, breaks at their ends and spaces come back as they were', async () => {
  const content = [
    p(),
    p('a', br),
    p(br, 'b'),
    p(br),
    p(' x '),
    h(3, t('a'), br, t('b')),
    p(b(' bold '), i('x'), b('y')),
    p('1. a'),
    p('    four'),
  ]
  const { text } = await writtenBy(markdown, article('en', {}, ...content))
  const { body } = readAlone(markdownFile, { name: 'a.md', bytes: new TextEncoder().encode(text) })
  expect(body.content).toEqual(content)
})

test.each(['ar', 'ckb', 'kmr', 'he', 'en'] as const)(
  'an article of every field and part in %s comes back whole but for its pictures',
  async (language) => {
    const full = fullArticle(language)
    const { text } = await writtenBy(markdown, full)
    const { body, fields } = readAlone(markdownFile, { name: 'a.md', bytes: new TextEncoder().encode(text) })
    const isPicture = ({ type }: Block) => type === 'image' || type === 'gallery'
    const bare = (blocks: Block[]) =>
      blocks
        .filter((block) => !isPicture(block))
        .map((block) =>
          block.type === 'embed' ? { ...block, attrs: { ...block.attrs, media: null } } : block,
        )
    const spans = (blocks: Block[]): unknown =>
      JSON.parse(JSON.stringify(bare(blocks)).replaceAll(/,?"rowspan":1/g, ''))
    expect(spans(body.content.filter(({ type }) => type !== 'paragraph'))).toEqual(
      spans(full.body.content.filter(({ type }) => type !== 'paragraph')),
    )
    expect(fields).toEqual({
      ...full.fields,
      deskNote: fields.deskNote,
      leadImage: { ...full.fields.leadImage, media: null },
    })
  },
)
