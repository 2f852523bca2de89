import { describe, expect, test } from 'vitest'
import { readBrought } from '../../../core/desk/reading.ts'
import { formats } from '../../../core/export/registry.ts'
import { cleanArticle } from '../../../core/model/clean-body.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { renamed, zipOf } from '../../support/zip.ts'
import { fullArticle, onePixel, png } from '../export/story.ts'

const story = (headline: string) => `${headline}\n\nفقرة من الخبر.\n`
const read = (zip: Uint8Array, name = 'وارد.zip') =>
  readBrought({ name, base64: Buffer.from(zip).toString('base64') }, readingTools)
const names = async (files: Parameters<typeof zipOf>[0]) => {
  const { articles, failed } = await read(await zipOf(files))
  return {
    articles: articles.map(({ name }) => name),
    failed: failed?.map(({ name, error }) => [name, error.code]),
  }
}
const page = (picture: string) =>
  `<!doctype html><html lang="ar"><body><article><h1>خبر</h1><p>فقرة من الخبر.</p><img src="${picture}" alt="صورة"></article>`

describe('a zip of files', () => {
  test('gives the stories of each that can be read, in their natural order, and names the rest', async () => {
    expect(
      await names({
        'خبر 10.txt': story('عاشر'),
        'خبر 2.txt': story('ثان'),
        'folder/page.html': page(''),
        'folder/broken.midad': '{',
        'folder/film.mp4': 'ftyp',
        '__MACOSX/._خبر 2.txt': 'x',
        '.DS_Store': 'x',
      }),
    ).toEqual({
      articles: ['folder/page.html', 'خبر 2.txt', 'خبر 10.txt'],
      failed: [
        ['folder/broken.midad', 'unreadable'],
        ['folder/film.mp4', 'unsupported-file'],
      ],
    })
  })

  test('of a kind that is not read each has its ending, to be told as one', async () => {
    const { failed } = await read(await zipOf({ 'a.TXT': story('خبر'), 'b.PDF': 'x', 'c.xyz': 'x' }))
    expect(failed?.map(({ error }) => error.details)).toEqual([{ kind: '.pdf' }, { kind: '.xyz' }])
  })

  test('gives a page that was saved whole the pictures of its folder, of which nothing is a story', async () => {
    const zip = await zipOf({
      'saved/الخبر.html': page('./%D8%A7%D9%84%D8%AE%D8%A8%D8%B1_files/a.png'),
      'saved/الخبر_files/a.png': png,
      'saved/الخبر_files/advert.html': page(''),
      'saved/الخبر_files/page.css': 'p{}',
    })
    const { articles, failed } = await read(zip)
    expect(failed).toEqual([])
    expect(articles).toMatchObject([{ name: 'saved/الخبر.html', pictures: [{ mime: '' }], warnings: [] }])
    expect(articles[0]?.pictures[0]?.bytes).toEqual(png)
  })

  test('tells of a picture only where no story has it', async () => {
    expect(await names({ 'a.html': page('media/1.png'), 'media/1.png': png, 'media/2.png': png })).toEqual({
      articles: ['a.html'],
      failed: [['media/2.png', 'unsupported-file']],
    })
  })

  test('may hold a zip, and no more archives within it than people send', async () => {
    const one = await zipOf({ 'خبر.txt': story('داخل') })
    const two = await zipOf({ 'one.zip': one })
    expect((await read(two)).articles.map(({ name }) => name)).toEqual(['one.zip/خبر.txt'])
    const five = await zipOf({ 'a.zip': await zipOf({ 'b.zip': await zipOf({ 'two.zip': two }) }) })
    const { articles, failed } = await read(five)
    expect(articles).toEqual([])
    expect(failed).toMatchObject([{ error: { code: 'unsupported-file' } }])
  })

  test('that holds nothing is refused', async () => {
    await expect(read(await zipOf({ '.DS_Store': 'x' }))).rejects.toMatchObject({
      code: 'unreadable',
      details: { reason: 'empty' },
    })
  })

  test('that is a copy of a library is not taken in piece by piece', async () => {
    const copy = {
      'library.json': '{}',
      'manifest.json': '{"format":"midad-copy","version":1}',
      'a.txt': story('خبر'),
    }
    await expect(read(await zipOf(copy))).rejects.toMatchObject({
      code: 'unsupported-file',
      details: { reason: 'copy' },
    })
  })

  test('is known by its first bytes where its name has no ending', async () => {
    expect((await read(await zipOf({ 'a.txt': story('خبر') }), 'وارد')).articles).toHaveLength(1)
  })

  test('one file whose bytes were changed on their way fails, the rest comes in', async () => {
    const zip = await zipOf({ 'a.txt': story('first'), 'b.txt': story('second') }, { compress: false })
    const changed = renamed(zip, 'second', 'sec0nd')
    const { articles, failed } = await read(changed)
    expect(articles.map(({ name }) => name)).toEqual(['a.txt'])
    expect(failed).toMatchObject([{ name: 'b.txt', error: { code: 'unreadable' } }])
  })
})

// The texts for social networks are no article.
test.each(formats.filter(({ id, extension }) => extension === 'zip' && id !== 'social'))(
  'what goes out as $id comes in again with its pictures',
  async (format) => {
    const article = cleanArticle(fullArticle('ar'))
    const [theme] = shippedThemes
    if (!theme) throw new Error('no theme')
    const { bytes } = await format.write({ article, theme, now: 0, assets: onePixel })
    const { articles, failed = [] } = await read(bytes)
    expect(failed).toEqual([])
    expect(articles[0]?.pictures.map((each) => Buffer.from(each.bytes))).toEqual([Buffer.from(png)])
    expect(articles[0]?.fields.headline).toBe(article.fields.headline)
  },
)
