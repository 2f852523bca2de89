import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleArticle } from '../../../core/samples/sample-article.ts'
import { builtMidad, checkout, midadJson, runNode, testFolder } from '../../support/midad.ts'

const samplesFolder = join(checkout, 'assets/samples')
const read = (language: string) => readFileSync(join(samplesFolder, `${language}.json`), 'utf8')
const storyText = (json: string) =>
  [...json.matchAll(/"(?:text|headline|kicker|subheadline|summary|alt|caption|cite)": "([^"]*)"/g)]
    .map(([, text]) => text)
    .join('\n')

describe('the sample articles', () => {
  test.each(['ar', 'ckb', 'kmr', 'en'])(
    '%s is a whole article with a picture, a heading, a list, a table and quotes, its place and its date',
    (language) => {
      const sample = sampleArticle.parse(JSON.parse(read(language)))
      expect(sample.language).toBe(language)
      const types = sample.body.content.map(({ type }) => type)
      expect(types).toEqual(
        expect.arrayContaining(['heading', 'bulletList', 'table', 'pullQuote', 'blockquote']),
      )
      expect(types.filter((type) => type === 'paragraph').length).toBeGreaterThanOrEqual(6)
      expect(readFileSync(join(samplesFolder, sample.picture)).subarray(0, 3)).toEqual(
        Buffer.from([0xff, 0xd8, 0xff]),
      )
      expect(sample.fields.leadImage.alt).not.toBe('')
      expect(sample.fields).toMatchObject({
        place: expect.stringMatching(/./) as string,
        date: expect.stringMatching(/^2026-11-\d\dT/) as string,
      })
      expect(read(language)).toMatch(/\+964 \d\d 555 \d{4}/)
    },
  )

  // rtl.md §4.1, §5: Sorani has its own kaf, yeh and ae; the others are typing mistakes.
  test('the Sorani one is in Sorani letters', () => {
    const text = storyText(read('ckb'))
    expect(text.length).toBeGreaterThan(800)
    expect(
      text.match(
        /[\u0643\u064A\u0649\u0629\u06BE\u06C1\u0640\u200C٤٥٦]?[\u0643\u064A\u0649\u0629\u06BE\u06C1\u0640\u200C]/gu,
      ),
    ).toBeNull()
    // A word begins with ڕ, never with ر.
    expect(text.match(/(?<!\p{L})ر/gu)).toBeNull()
  })

  test('the Kurmanji one is in Hawar letters, none of the Turkish ones that Kurmanji has not', () => {
    const text = storyText(read('kmr'))
    expect(text.length).toBeGreaterThan(800)
    expect(text).toMatch(/ê/)
    expect(text).toMatch(/û/)
    expect(text.match(/[ıİğĞöÖüÜ]/gu)).toBeNull()
  })

  test('none has a hidden character or an embedding of directions', () => {
    for (const language of ['ar', 'ckb', 'kmr', 'en']) expect(read(language)).not.toMatch(/\p{Cf}/u)
  })
})

describe('the first start', () => {
  let folder: string
  let remove: () => void
  beforeAll(builtMidad)
  beforeEach(() => {
    ;({ folder, remove } = testFolder())
  })
  afterEach(() => remove())
  const firstStart = (env: Record<string, string>) =>
    runNode([join(checkout, 'out/node/first-start.js')], {
      env: { HOME: folder, USERPROFILE: folder, ...env },
    })
  const listed = async (library: string) =>
    (await midadJson(['list', '--library', library])).json as {
      total: number
      articles: { language: string; words: number }[]
    }

  test('founds the library in the default place with the three samples, once', async () => {
    expect((await firstStart({})).code).toBe(0)
    const library = join(folder, 'Documents', 'Midad')
    const { total, articles } = await listed(library)
    expect(total).toBe(3)
    expect(articles.map(({ language }) => language)).toEqual(['ar', 'ckb', 'en'])
    for (const { words } of articles) expect(words).toBeGreaterThan(80)
    const media = readdirSync(join(library, 'articles'), { recursive: true }).filter((path) =>
      String(path).endsWith('.jpg'),
    )
    expect(media).toHaveLength(3)
    expect((await midadJson(['verify', '--library', library])).json).toMatchObject({ ok: true, articles: 3 })
    expect((await firstStart({})).code).toBe(0)
    expect((await listed(library)).total).toBe(3)
  })

  test('leaves a folder alone that has anything in it', async () => {
    const library = join(folder, 'mine')
    mkdirSync(library)
    writeFileSync(join(library, 'notes.txt'), 'mine')
    expect((await firstStart({ MIDAD_LIBRARY: library })).code).toBe(0)
    expect(readdirSync(library)).toEqual(['notes.txt'])
  })
})
