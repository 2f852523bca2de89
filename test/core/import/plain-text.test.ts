import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { plainText } from '../../../core/import/plain-text.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportedArticle } from '../../../core/import/source.ts'
import { blockText } from '../../../core/model/measure.ts'
import { houseTheme, type HouseTheme } from '../../../core/model/theme.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { article, nothing } from '../export/story.ts'
import { linesOf, visibleLines } from '../export/visible-lines.ts'
import { readAlone } from '../../support/read-alone.ts'

const read = (text: string, language?: LanguageCode): ImportedArticle =>
  readAlone(plainText, { name: 'story.txt', bytes: new TextEncoder().encode(text), language })
const paragraphs = ({ body }: ImportedArticle) => body.content.map(blockText)
const seedPath = join(import.meta.dirname, '../../../../shared/seed/basnews-article.txt')
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/pages', name), 'utf8')
const classic = shippedThemes[0] as HouseTheme
const pageOf = async (read: ImportedArticle, theme: HouseTheme): Promise<string> => {
  const of = article(read.language, read.fields, ...read.body.content)
  const { bytes } = await html.write({ article: of, theme, now: 0, assets: nothing })
  return new TextDecoder().decode(bytes)
}
const themed = (dateLine: Partial<HouseTheme['dateLine']>, logo: string, top: string): HouseTheme =>
  houseTheme.parse({
    ...classic,
    dateLine: { ...classic.dateLine, ...dateLine },
    logo: { ...classic.logo, alt: logo },
    labels: { ...classic.labels, top },
  })

describe.skipIf(!existsSync(seedPath))(
  'the agency page of the seed (skipped where ../shared is absent)',
  () => {
    const seed = () => readAlone(plainText, { name: 'basnews-article.txt', bytes: readFileSync(seedPath) })
    test('its parts come back as fields and fourteen paragraphs', () => {
      const story = seed()
      expect(story.language).toBe('ar')
      expect(story.fields).toEqual({
        date: '2024-05-08',
        headline: 'البيشمركة: اجتماع مخمور بحث تحركات داعش والعمليات المشتركة مع الجيش العراقي',
        source: 'باسنيوز',
      })
      expect(story.body.content).toHaveLength(14)
      expect(paragraphs(story).every((words) => words.trim() === words && words.length > 40)).toBe(true)
      expect(story.warnings).toEqual([])
    })
    test('and the page made of them has the very lines of the file', async () => {
      expect(visibleLines(await pageOf(seed(), classic))).toEqual(linesOf(readFileSync(seedPath, 'utf8')))
    })
  },
)

describe('pages of the same shape', () => {
  const pages = [
    [
      'sorani.txt',
      'ckb',
      'کەنار پرێس',
      themed({ language: 'article', style: 'long', digits: 'arab' }, 'لۆگۆ', 'بۆ سەرەوە'),
    ],
    ['hebrew.txt', 'he', 'גדות פרס', themed({ language: 'article', style: 'full' }, 'לוגו', 'למעלה')],
    ['english.txt', 'en', 'Riverbank Press', classic],
  ] as const
  test.each(pages)(
    '%s comes in with its fields and goes out as it was',
    async (name, language, source, theme) => {
      const story = read(fixture(name))
      expect(story).toMatchObject({ language, fields: { date: '2024-05-08', source } })
      expect(story.fields.headline?.length).toBeGreaterThan(20)
      expect(story.body.content).toHaveLength(3)
      expect(visibleLines(await pageOf(story, theme))).toEqual(linesOf(fixture(name)))
    },
  )
  test('line ends of any system and lines of non-breaking spaces change nothing', () => {
    const text = fixture('english.txt')
    const { fields, body } = read(text)
    expect(read(text.replaceAll('\n', '\r\n'))).toMatchObject({ fields, body })
    expect(read(`\u00a0\n${text.replaceAll('\n\n', '\n\u00a0\u00a0\n \u00a0\n')}\n\u00a0`)).toMatchObject({
      fields,
      body,
    })
  })
  test('what stands around the headline goes to its fields', () => {
    const lines = [
      '• 8 May 2024',
      'logo',
      'Rail',
      'Night train runs again',
      'Full for a month',
      'Sara Jaf, Aram Hama · Basra',
      'Night train runs again',
      'It left on time.',
      'Riverbank',
      'Top',
    ]
    expect(read(lines.join('\n')).fields).toEqual({
      date: '2024-05-08',
      kicker: 'Rail',
      headline: 'Night train runs again',
      subheadline: 'Full for a month',
      byline: ['Sara Jaf', 'Aram Hama'],
      place: 'Basra',
      source: 'Riverbank',
    })
  })
  test('a last line that is a sentence is a paragraph, not a source', () => {
    const story = read(
      'logo\nNight train runs\nNight train runs\nIt left on time.\nAll seats were taken.\nTop',
    )
    expect(story.fields.source).toBeUndefined()
    expect(paragraphs(story)).toEqual(['It left on time.', 'All seats were taken.'])
  })
})

describe('any other text', () => {
  test('the first short line is the headline, the rest are paragraphs', () => {
    const story = read('Rain lifts the lake\n\nThe lake rose.\nFarmers are glad.\n\n\nMore rain is due.')
    expect(story.fields).toEqual({ headline: 'Rain lifts the lake' })
    expect(paragraphs(story)).toEqual(['The lake rose.', 'Farmers are glad.', 'More rain is due.'])
  })
  test('one paragraph alone stays a paragraph, one short line is a headline', () => {
    expect(read('The lake rose.')).toMatchObject({
      fields: {},
      body: { content: [{ content: [{ text: 'The lake rose.' }] }] },
    })
    expect(read('Rain lifts the lake')).toMatchObject({
      fields: { headline: 'Rain lifts the lake' },
      body: { content: [{ type: 'paragraph' }] },
    })
  })
  test('lines set to a width are joined, lines that are sentences are not', () => {
    const wrapped =
      'Rain lifts the lake\n\nThe water in the lake rose a metre and a half in seven\ndays after heavy rain in the hills, the first rise this\nautumn, the administration of the dam said.\n\nFarmers are getting ready to sow wider fields this season\nthan they did last year.'
    expect(paragraphs(read(wrapped))).toEqual([
      'The water in the lake rose a metre and a half in seven days after heavy rain in the hills, the first rise this autumn, the administration of the dam said.',
      'Farmers are getting ready to sow wider fields this season than they did last year.',
    ])
    const sentences =
      'Rain\n\nThe lake rose by a metre and a half this very week.\nFarmers are getting ready to sow in wide fields.\nMore rain is due by the end of the coming week.'
    expect(read(sentences).body.content).toHaveLength(3)
  })
  test('the language that a person chose stands', () => {
    expect(read('Rain lifts the lake\nThe lake rose.', 'kmr').language).toBe('kmr')
  })
  test('hidden characters are taken out and counted, isolates become marks', () => {
    const story = read('Rain\u200b lifts\nCall \u2066+964 770\u2069 now\u202e.')
    expect(story.fields.headline).toBe('Rain lifts')
    expect(story.body.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Call ' },
        { type: 'text', text: '+964 770', marks: [{ type: 'bdi', attrs: { dir: 'ltr' } }] },
        { type: 'text', text: ' now.' },
      ],
    })
    expect(story.warnings.map(({ code }) => code)).toEqual(['hidden-characters'])
  })
  test('an embedded file of another kind is left to others', () => {
    const bytes = new TextEncoder().encode('x')
    expect(sourceFor({ name: 'story.txt', bytes })).toBe(plainText)
    expect(sourceFor({ name: 'README', bytes })).toBe(plainText)
    expect(sourceFor({ name: 'story.xlsx', bytes })).toBeUndefined()
    expect(sourceFor({ name: 'photo.png', bytes })).toBeUndefined()
  })
  test('a megabyte of one letter is read in a moment', () => {
    const from = performance.now()
    for (const letter of ['a', ' x', 'ـ', '<', '\u0651', '.\n'])
      read(letter.repeat(1_000_000 / letter.length))
    expect(performance.now() - from).toBeLessThan(15_000)
  })
})
