import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { pageHtml } from '../../../core/import/page-html.ts'
import { storyBody, type Block, type Inline } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import {
  asked,
  at,
  bold,
  embed,
  factBox,
  fn,
  h,
  li,
  p,
  pIn,
  questions,
  quote,
  source,
  sources,
  text,
  timeline,
  ul,
} from '../../support/story.ts'
import { article, nothing } from '../export/story.ts'
import { readAlone } from '../../support/read-alone.ts'

const [theme] = shippedThemes
const throughPage = async (language: LanguageCode, ...content: Block[]) => {
  const of = article(language, { headline: 'س' }, ...content)
  const { bytes } = await html.write({ article: of, theme: theme!, now: 0, assets: nothing })
  return readAlone(pageHtml, { name: 'page.html', bytes }).body.content
}

const ids = ['a', 'b2', 'c3d4e5f6']
const said = fc
  .array(fc.constantFrom('قال', 'BBC', '2024-05-08', '+964 770 123 4567', 'س:', 'x', '٣', 'ה'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.join(' '))
const run: fc.Arbitrary<Inline> = fc.oneof(
  said.map((words) => text(words)),
  fc.constantFrom(...ids).map((id) => fn(id)),
  fc.constant<Inline>({ type: 'hardBreak' }),
)
// Two plain runs side by side would be one when they are read.
const inlines = fc
  .array(run, { maxLength: 4 })
  .map((runs) => runs.filter(({ type }, i) => type !== 'text' || runs[i - 1]?.type !== 'text'))
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: inlines.map((content) => p(...content)) },
  said.map((words) => h(2, words)),
  said.map((words) => ul(li(p(words)))),
  said.map((words) => quote(p(bold(words)))),
  said.map((words) => pIn('ltr', words)),
  said.map((title) => embed('https://youtu.be/x', { title, site: 'YouTube' })),
)
const blocks = fc.tuple(block, fc.array(block, { maxLength: 2 }))
const title = fc.oneof(said, fc.constant(''))
const feature: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(title, blocks).map(([words, [first, others]]) => factBox(words, first, ...others)),
  fc
    .array(fc.tuple(title, blocks), { minLength: 1, maxLength: 3 })
    .map((pairs) => questions(...pairs.map(([words, [first, others]]) => asked(words, first, ...others)))),
  fc
    .array(fc.tuple(title, blocks), { minLength: 1, maxLength: 3 })
    .map((told) => timeline(...told.map(([words, [first, others]]) => at(words, first, ...others)))),
)
const directed = fc
  .tuple(feature, fc.boolean())
  .map(([of, isTurned]) => (isTurned ? ({ ...of, attrs: { dir: 'ltr' } } as Block) : of))
const cited = fc
  .tuple(title, title, title)
  .map((words) => sources(...ids.map((id, i) => source(id, words[i] ?? ''))))
const stories = fc
  .tuple(fc.array(fc.oneof(block, directed), { minLength: 1, maxLength: 5 }), cited)
  .map(([told, last]) => [...told, last])

test('any story of fact boxes, questions, timelines, footnotes and sources comes back from its page as it was', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (content) => {
      expect(storyBody.safeParse({ type: 'doc', content }).error).toBeUndefined()
      expect(await throughPage('ar', ...content)).toEqual(content)
    }),
    { numRuns: 200 },
  )
})

test('a foreign page has none of them: its aside and its lists are what they were', () => {
  const read = (markup: string) =>
    readAlone(pageHtml, {
      name: 'x.html',
      bytes: new TextEncoder().encode(`<!doctype html><article>${markup}`),
    }).body
  expect(
    read(
      '<p>x</p><ol class="timeline"><li><p class="when">y</p><p>z</p></li></ol><p>1<sup class="footnote"><a href="#fna">1</a></sup></p>',
    ).content.map(({ type }) => type),
  ).toEqual(['paragraph', 'orderedList', 'paragraph'])
})
