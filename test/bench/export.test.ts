import { expect, test } from 'vitest'
import { makeArticle } from '../../bench/corpus/article.ts'
import { makeStory } from '../../bench/corpus/story.ts'
import { storyHtml } from '../../bench/corpus/story-html.ts'
import { storyMarkdown } from '../../bench/corpus/story-markdown.ts'
import { readExportPlan } from '../../bench/export-options.ts'
import {
  formatGoals,
  formatTables,
  summariseFormats,
  type FormatSample,
} from '../../bench/export/format-report.ts'
import { formatRows } from '../../bench/export/format-rows.ts'
import { formatWorks } from '../../bench/midad/writing-formats.ts'
import { formats } from '../../core/export/registry.ts'
import { exportGoals, summariseExport, type ExportSample } from '../../bench/export/export-report.ts'
import { exportRows, type ExportRowId } from '../../bench/export/export-rows.ts'
import { handRendered } from '../../bench/export/hand-renderer.ts'
import { likeness } from '../../bench/export/same-html.ts'
import { articleFile } from '../../core/model/article.ts'
import { measureBody } from '../../core/model/measure.ts'

test('an article of the corpus is one that Midad can store, and the same for the same number', () => {
  const article = makeArticle(7, 400)
  expect(articleFile.safeParse(article).error).toBeUndefined()
  expect(makeArticle(7, 400)).toEqual(article)
  expect(makeArticle(8, 400).fields.headline).not.toBe(article.fields.headline)
  const words = Array.from({ length: 50 }, (_, number) => measureBody(makeArticle(number, 400).body).words)
  expect(Math.min(...words)).toBeGreaterThanOrEqual(240)
  expect(Math.max(...words)).toBeLessThanOrEqual(560)
})

test('the hand renderer writes the page of the story, and refuses what it does not know', () => {
  const story = makeStory(2000)
  expect(handRendered(story)).toBe(storyHtml(story))
  expect(() => handRendered({ type: 'doc', content: [{ type: 'horizontalRule' }] })).toThrow('horizontalRule')
  const script = { type: 'link' as const, attrs: { href: 'javascript:alert(1)' } }
  const link = { type: 'text' as const, text: '<a>', marks: [script] }
  const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [link] }] }
  expect(handRendered(body)).toBe('<p><a href="#">&lt;a&gt;</a></p>')
})

test("Midad's rows hold the hand renderer's text", async () => {
  const article = makeArticle(3, 400)
  const rows = await exportRows(['hand', 'midad-story', 'midad-page'])
  const [limit, story, page] = await Promise.all(
    rows.map(async (row) => {
      const made = await row.render({ article, markdown: '' })
      return typeof made === 'string' ? made : new TextDecoder().decode(made)
    }),
  )
  expect(likeness(story ?? '', limit ?? '')).not.toBe('other text')
  expect(page).toContain(story)
})

test('the story as Markdown keeps its blocks, and escapes what would be markup', () => {
  const markdown = storyMarkdown(makeStory(5000))
  for (const part of [/^## /m, /^> /m, /^- /m, /^1\. /m, /\*\*[^*]+\*\*/, /\]\(https:/])
    expect(markdown).toMatch(part)
  expect(markdown).not.toMatch(/ \*+ *(?:\[|$)/m)
  const content = [{ type: 'text' as const, text: 'a*b_c[d' }]
  expect(storyMarkdown({ type: 'doc', content: [{ type: 'paragraph', content }] })).toBe('a\\*b\\_c\\[d\n')
})

test.each([
  ['<p>a</p>\n<p>b</p>', 'same'],
  ['<p>a</p><p><bdi>b</bdi></p>', 'same text'],
  ['<p>a</p><p>c</p>', 'other text'],
])('%s beside the limit is %s', (html, said) => {
  expect(likeness(html, '<p>a</p><p>b</p>')).toBe(said)
})

test('goal 12 asks how many times as fast the story is', () => {
  const sample = (row: ExportRowId, perSecond: number): ExportSample => {
    const rest = { articles: 1, medianMs: 1, p95Ms: 1, cpuMs: 1, size: 1 }
    return { row, words: 400, round: 0, load: 0, perSecond, ...rest }
  }
  const samples = [sample('hand', 1000), sample('midad-story', 400), sample('midad-story', 600)]
  const lines = exportGoals(summariseExport([...samples, sample('generate-html', 4)]))
  expect(lines).toEqual([
    expect.stringMatching(/generateHTML.* at least 100: 125\.00 reached$/),
    expect.stringMatching(/markdown-it.* at least 3: not measured/),
    expect.stringMatching(/hand renderer.* at least 0\.5: 0\.50 reached$/),
  ])
})

test('the options of the export', () => {
  expect(readExportPlan(['--quick'])).toMatchObject({ wordCounts: [400], rounds: 1, ms: 200 })
  expect(readExportPlan(['--rows', 'jsdom,hand'])?.rows).toEqual(['hand', 'jsdom'])
  expect(readExportPlan([])?.parts).toEqual(['story', 'formats'])
  expect(readExportPlan(['--parts', 'formats'])?.parts).toEqual(['formats'])
  expect(readExportPlan(['--help'])).toBeUndefined()
  expect(() => readExportPlan(['--rows', 'pandoc'])).toThrow('there is no row pandoc')
  expect(() => readExportPlan(['--words', '0'])).toThrow(TypeError)
})

test('every format but what a browser prints is measured on one core and on all, and set beside pandoc', async () => {
  const rows = formatRows(formatWorks(2), 2)
  expect(rows.filter(({ cores }) => cores === 1).map(({ id }) => id)).toEqual([
    'html without fonts',
    ...formats.map(({ id }) => id).filter((id) => id !== 'pdf'),
  ])
  const stored = JSON.stringify(makeArticle(3, 100))
  const [page] = rows
  expect(await page?.write({ stored, markdown: '' })).toBeGreaterThan(1000)
  const sample = (row: string, cores: number, perSecond: number): FormatSample => ({
    row,
    label: row,
    cores,
    words: 400,
    round: 0,
    load: 0,
    perSecond,
    cpuMs: 1,
    bytes: 1000,
  })
  const summaries = summariseFormats([
    sample('html without fonts', 1, 3000),
    sample('html without fonts', 1, 5000),
    sample('html without fonts', 2, 7000),
    sample('pandoc html', 1, 20),
  ])
  expect(summaries.map(({ perSecond }) => perSecond)).toEqual([4000, 7000, 20])
  expect(formatTables(summaries)).toMatch(
    /html without fonts +4,000 +3,000–5,000 +1\.00 +7,000 +1\.75x +200x +– +1\.0/,
  )
  expect(formatGoals(summaries)).toEqual([
    expect.stringMatching(/html without fonts \/ pandoc html.* at least 200: 200\.00 reached$/),
    expect.stringMatching(/not measured/),
    expect.stringMatching(/docx.*not measured/),
  ])
})
