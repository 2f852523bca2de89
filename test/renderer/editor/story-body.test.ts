import { describe, expect, test } from 'vitest'
import { storyBody, type StoryBody } from '../../../core/model/body.ts'
import { measureBody } from '../../../core/model/measure.ts'
import { countStory, documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
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
  story,
  table,
  text,
  timeline,
  ul,
} from '../../support/story.ts'
import { schema } from './story-schema.ts'

const everything = story(
  h(2, 'عنوان'),
  pIn('ltr', 'One ', bold('two')),
  p(
    bdi('BBC', 'ltr'),
    { type: 'hardBreak' },
    text('رابط', { type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'underline' }),
  ),
  ul(li(p('واحد'), { ...ol(li(p('تحته'))), attrs: { start: 3 } })),
  quote(p('قول')),
  pullQuote('صاحبه', p('مقتبس')),
  table(row('أ', 'ب')),
  image(`${'a'.repeat(64)}.jpg`, { alt: 'ماء', width: 10, height: 20 }),
  gallery('معرض', image(`${'a'.repeat(64)}.jpg`), image(`${'b'.repeat(64)}.jpg`, { aspect: '1:1' })),
  embed('https://youtu.be/x', { title: 'بطاقة', dir: 'ltr' }),
  rule,
  note(p('ملاحظة'), p()),
  factBox('إطار', p('معلومة'), ul(li(p('بند')))),
  { ...questions(asked('ما؟', p('هذا')), asked('', p())), attrs: { dir: 'ltr' } },
  timeline(at('2024-05-08', p('وقع')), at('', p())),
  p('قال', fn('a1'), '.'),
  sources(source('a1', 'الوكالة'), source('b2')),
)
const through = (body: StoryBody, base: 'rtl' | 'ltr' = 'rtl'): StoryBody =>
  storyOf(documentOf(schema, body), base)

describe('the stored story and the document of the editor', () => {
  test('everything that the model knows goes in and comes out the same', () => {
    expect(through(everything)).toEqual(everything)
    expect(storyBody.safeParse(through(everything)).success).toBe(true)
  })
  test('the schema knows the nodes and marks of the model, and no others', () => {
    const nodes = [
      'doc',
      'text',
      'paragraph',
      'heading',
      'bulletList',
      'orderedList',
      'listItem',
      'blockquote',
      'pullQuote',
      'horizontalRule',
      'table',
      'tableRow',
      'tableHeader',
      'tableCell',
      'image',
      'gallery',
      'embed',
      'hardBreak',
      'note',
      'factBox',
      'factTitle',
      'questions',
      'questionAnswer',
      'question',
      'answer',
      'timeline',
      'timelineEntry',
      'when',
      'footnote',
      'sources',
      'source',
    ]
    const marks = ['bdi', 'link', 'bold', 'italic', 'underline', 'strike', 'subscript', 'superscript']
    expect(Object.keys(schema.nodes).toSorted()).toEqual(nodes.toSorted())
    expect(Object.keys(schema.marks).toSorted()).toEqual(marks.toSorted())
  })
  test('a direction is stored where it differs from what is inherited, and only there', () => {
    const body = story(pIn('rtl', 'س'), {
      ...ul(li(pIn('ltr', 'x'), pIn('rtl', 'ص'))),
      attrs: { dir: 'ltr' },
    })
    expect(through(body, 'rtl')).toEqual(
      story(p('س'), { ...ul(li(p('x'), pIn('rtl', 'ص'))), attrs: { dir: 'ltr' } }),
    )
    expect(through(body, 'ltr')).toEqual(story(pIn('rtl', 'س'), ul(li(p('x'), pIn('rtl', 'ص')))))
  })
  test('a block that did not change is the same object the next time', () => {
    const doc = documentOf(schema, everything)
    const before = storyOf(doc, 'rtl')
    const after = storyOf(doc.replace(1, 1, doc.slice(1, 2)), 'rtl')
    expect(after.content.map((block, index) => block === before.content[index])).toEqual(
      everything.content.map((_block, index) => index !== 0),
    )
  })
  test('words and characters are those of the model', () => {
    expect(countStory(documentOf(schema, everything), 'rtl')).toEqual(measureBody(everything))
  })
  test('sources stand at the end in one list, wherever a file has them', () => {
    const body = story(sources(source('a', 'أ')), p('س', fn('a')), sources(source('b', 'ب')))
    expect(through(body)).toEqual(story(p('س', fn('a')), sources(source('a', 'أ'), source('b', 'ب'))))
    expect(through(story(sources(source('a', 'أ'))))).toEqual(story(p(), sources(source('a', 'أ'))))
  })
  test.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'video' }] }],
    [
      'an unknown mark',
      {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] }],
      },
    ],
    ['a heading of level 1', { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }],
    [
      'an attribute that a later version has',
      { type: 'doc', content: [{ type: 'paragraph', attrs: { indent: 1 }, content: [text('x')] }] },
    ],
    [
      'an attribute of a mark that a later version has',
      {
        type: 'doc',
        content: [p({ ...text('x'), marks: [{ type: 'bold', attrs: { weight: 600 } }] } as never)],
      },
    ],
    ['a list without items', { type: 'doc', content: [{ type: 'bulletList', content: [] }] }],
    ['a picture by address', { type: 'doc', content: [image('https://example.org/a.png')] }],
  ])('%s is refused', (_what, body) => {
    expect(() => documentOf(schema, body as StoryBody)).toThrow('not a story')
  })
})
