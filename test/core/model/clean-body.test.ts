import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storyBody, type Block, type StoryBody } from '../../../core/model/body.ts'
import { cleanArticle, cleanBody, cleanHref } from '../../../core/model/clean-body.ts'
import { mapStory, mediaNames, storyPictures } from '../../../core/model/map-story.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { embed } from '../../support/story.ts'
import { article, idOf } from '../../support/temp-library.ts'

describe('an address', () => {
  test.each([
    'https://example.org/',
    'http://example.org',
    'HTTPS://Example.org/خبر?x=1#y',
    'mailto:desk@example.org',
    'tel:+9647500000000',
    '#note-1',
    'https://[::1]:8080/',
    'https://fa.wikipedia.org/wiki/می\u200cشود',
  ])('%s is kept as it is', (href) => expect(cleanHref(href)).toBe(href))

  test.each([
    ['  https://example.org/ \n', 'https://example.org/'],
    ['\u200fhttps://example.org/\u202c', 'https://example.org/'],
    ['ht\ntps://exam\tple.org/', 'https://example.org/'],
    ['\u0000\u001fhttps://example.org/', 'https://example.org/'],
  ])('%j is stripped', (href, clean) => expect(cleanHref(href)).toBe(clean))

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    '\u2066javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ms-msdt:/id',
    'app://desk/',
    '//evil.example',
    '/path',
    'page.html',
    'example.org',
    'https:example.org',
    'https:/example.org',
    'https:\\\\example.org',
    'http://',
    'https:///path',
    'mailto:',
    '#',
    '',
    ' ',
    `https://example.org/${'a'.repeat(4096)}`,
    'x:y',
    ':https://example.org',
  ])('%j is none', (href) => expect(cleanHref(href)).toBeUndefined())

  test('whatever it was, what comes out has an allowed scheme for a browser too, and stays as it is', () => {
    const odd = fc.constantFrom(
      'j',
      'javascript',
      'https',
      ':',
      '/',
      '\\',
      '\t',
      '\n',
      '\u0000',
      ' ',
      '\u200f',
      '#',
      'a',
      '.',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(odd).map((parts) => parts.join('')),
        ),
        (href) => {
          const clean = cleanHref(href)
          if (clean === undefined) return
          expect(cleanHref(clean)).toBe(clean)
          const base = 'app://desk/'
          if (!URL.canParse(clean, base)) return
          const { protocol } = new URL(clean, base)
          expect(clean.startsWith('#') ? ['app:'] : ['http:', 'https:', 'mailto:', 'tel:']).toContain(
            protocol,
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})

const linked = (href: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'نص', marks: [{ type: 'link', attrs: { href } }] }],
})
const image = (media: string): Block => ({
  type: 'image',
  attrs: { media, alt: '', caption: '', credit: '', width: null, height: null },
})
const doc = (...content: Block[]): StoryBody => ({ type: 'doc', content })
/** A block in every place that can hold one. */
const everywhere = (block: Block): StoryBody =>
  doc(
    block,
    { type: 'blockquote', content: [block] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] },
    {
      type: 'orderedList',
      content: [{ type: 'listItem', content: [{ type: 'blockquote', content: [block] }] }],
    },
    { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [block] }] }] },
  )

test('a bad link becomes plain text wherever it stands, a good one stays', () => {
  const cleaned = cleanBody(everywhere(linked('javascript:alert(1)')))
  expect(JSON.stringify(cleaned)).not.toContain('javascript')
  expect(JSON.stringify(cleaned).match(/نص/g)).toHaveLength(5)
  expect(JSON.stringify(cleaned)).not.toContain('marks')
  expect(storyBody.safeParse(cleaned).success).toBe(true)
  const good = everywhere(linked('https://example.org/'))
  expect(cleanBody(good)).toEqual(good)
  const quote: StoryBody = doc({ type: 'pullQuote', content: [linked('javascript:1') as never] })
  expect(JSON.stringify(cleanBody(quote))).not.toContain('javascript')
})

test('pictures are found, changed and left out wherever they stand, and no holder is left empty', () => {
  const body = everywhere(image('import:1'))
  expect(storyPictures(body)).toHaveLength(5)
  const changed = mapStory(body, { picture: (picture) => ({ ...picture, media: 'import:2' }) })
  expect(storyPictures(changed).map(({ media }) => media)).toEqual(Array(5).fill('import:2'))
  const none = mapStory(body, { picture: () => undefined })
  expect(storyPictures(none)).toEqual([])
  expect(storyBody.safeParse(none).success).toBe(true)
  const fields = {
    ...emptyFields(),
    leadImage: { media: 'import:0', alt: '', caption: '', credit: '', source: '', width: null, height: null },
  }
  expect(mediaNames({ fields, body })).toEqual(['import:0', 'import:1'])
})

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['javascript:alert(1)', ''],
  ['mailto:desk@example.org', ''],
  ['#top', ''],
])(
  'an article with the canonical address %s leaves the house with %j, and with clean links and cards',
  (canonicalUrl, clean) => {
    const fields = { ...emptyFields(), canonicalUrl }
    const card = embed('javascript:alert(1)', { title: 'نص' })
    const body = doc(linked('javascript:alert(1)'), card)
    const cleaned = cleanArticle(article(idOf(1), { fields, body }))
    expect(cleaned.fields.canonicalUrl).toBe(clean)
    expect(JSON.stringify(cleaned.body)).not.toContain('javascript')
  },
)
