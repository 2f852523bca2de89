import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { formats } from '../../../core/export/registry.ts'
import { toBase64, fromBase64 } from '../../../core/model/base64.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { png } from '../../support/pictures.ts'
import { story } from '../../support/temp-library.ts'

let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})
const utf8 = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as DeskError).code,
  )

describe('pictures', () => {
  test('are stored and read back', async () => {
    const { article } = await desk['article.create']({})
    const added = await desk['media.add']({ id: article.id, base64: toBase64(png(80, 60)) })
    expect(added).toMatchObject({ mime: 'image/png', width: 80, height: 60 })
    const read = await desk['media.read']({ id: article.id, media: added.media })
    expect(fromBase64(read.base64)).toEqual(png(80, 60))
    expect(read.mime).toBe('image/png')
  })
  test('are refused where they are none, too large, or have no article', async () => {
    const { article } = await desk['article.create']({})
    const add = (bytes: Uint8Array, id = article.id) =>
      code(desk['media.add']({ id, base64: toBase64(bytes) }))
    expect(await add(utf8('<svg/>'))).toBe('not-a-picture')
    expect(await add(png(9000, 10))).toBe('too-large')
    expect(await add(png(8, 6), '01HZZZZZZZZZZZZZZZZZZZ0001')).toBe('not-found')
    expect(await code(desk['media.read']({ id: article.id, media: `${'a'.repeat(64)}.png` }))).toBe(
      'not-found',
    )
    expect(ports.media.files.size).toBe(0)
  })
})

describe('drawing', () => {
  test('puts the page of the text as it stands on the shelf, and stores nothing', async () => {
    const { article } = await desk['article.create']({ headline: 'عنوان الخبر' })
    const { id, language, status, fields } = article
    const drawn = await desk['article.draw']({ id, language, status, fields, body: story('لم يحفظ بعد') })
    expect(drawn.path).toBe('/page/1')
    expect(textOf(ports.drawn[0])).toContain('لم يحفظ بعد')
    expect((await desk['article.open']({ id })).article.revision).toBe(0)
  })
  test('is the export, byte for byte', async () => {
    const { article } = await desk['article.create']({ headline: 'عنوان الخبر' })
    const { id, language, status, fields } = article
    const body = story('الفقرة الأولى', 'الثانية')
    await desk['article.save']({ id, language, status, fields, body, revision: 0 })
    await desk['article.draw']({ id, language, status, fields, body })
    const file = await desk['article.export']({ id, format: 'html' })
    expect(textOf(fromBase64(file.base64))).toBe(textOf(ports.drawn[0]))
  })
  test('in a theme that there is not is refused; one that went away gives the first', async () => {
    const { article } = await desk['article.create']({})
    expect(await code(desk['article.draw']({ ...article, theme: 'none' }))).toBe('unknown-theme')
    await desk['settings.change']({ houseTheme: 'gone' })
    expect(await code(desk['article.draw'](article))).toBe('done')
  })
})

describe('an export', () => {
  test.each(formats.map(({ id }) => id))('as %s has a name, a type and bytes', async (format) => {
    const { article } = await desk['article.create']({ headline: 'Floods in Basra', language: 'en' })
    const file = await desk['article.export']({ id: article.id, format })
    const { extension, mime } = formats.find(({ id }) => id === format) ?? {}
    expect(file).toMatchObject({ mime, name: expect.stringMatching(new RegExp(`.+\\.${extension}$`)) })
    expect(fromBase64(file.base64)?.length).toBeGreaterThan(0)
  })
  test('is named after the slug, and after the id where there is neither slug nor headline', async () => {
    const { article } = await desk['article.create']({ headline: '' })
    const { id, language, status, fields, body } = article
    const name = async () => (await desk['article.export']({ id, format: 'html' })).name
    const day = article.createdAt.slice(0, 10)
    expect(await name()).toBe(`${day}-${id}.html`)
    const named = { ...fields, slug: 'basra-floods' }
    await desk['article.save']({ id, language, status, fields: named, body, revision: 0 })
    expect(await name()).toBe(`${day}-basra-floods.html`)
    await desk['settings.change']({ fileNames: '{slug}' })
    expect(await name()).toBe('basra-floods.html')
  })
  test('can be looked at before: what it would be called and what it would not carry', async () => {
    const { article } = await desk['article.create']({ headline: 'عنوان TK' })
    const asked = { id: article.id, format: 'html' }
    const { name, warnings } = await desk['article.export'](asked)
    const tried = await desk['article.tryExport'](asked)
    expect(tried).toEqual({ name, warnings })
    expect(tried.warnings).not.toEqual([])
  })
  test('is neither printed nor drawn for a look at it', async () => {
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    const made: string[] = []
    ports.printer = { print: async () => (made.push('printed'), new Uint8Array()) }
    const { darkroom } = ports
    ports.darkroom = darkroom && { ...darkroom, raster: async () => (made.push('drawn'), new Uint8Array()) }
    for (const format of ['pdf', 'social']) {
      await desk['article.tryExport']({ id: article.id, format })
      expect(made, format).toEqual([])
      await desk['article.export']({ id: article.id, format })
      expect(made.splice(0).length, format).toBeGreaterThan(0)
    }
  })
  test('takes the options of its format and no others', async () => {
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    const asked = (options: Record<string, string | boolean>) =>
      desk['article.export']({ id: article.id, format: 'html', options })
    expect(await code(asked({ theme: 'baroque' }))).toBe('unknown-theme')
    expect(await code(asked({ columns: true }))).toBe('bad-request')
    expect((await asked({ theme: '' })).base64).toBe((await asked({})).base64)
  })
  test('of several articles in one file is refused where the format holds one', async () => {
    const { article } = await desk['article.create']({})
    const also = [article.id]
    expect(await code(desk['article.export']({ id: article.id, also, format: 'html' }))).toBe('bad-request')
  })
  test('in an unknown format, or of no article, is refused', async () => {
    const { article } = await desk['article.create']({})
    expect(await code(desk['article.export']({ id: article.id, format: 'wordstar' }))).toBe('unknown-format')
    expect(await code(desk['article.export']({ id: '01HZZZZZZZZZZZZZZZZZZZ0001', format: 'html' }))).toBe(
      'not-found',
    )
  })
  test('carries no address that is not clean, however it came into the file', async () => {
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    const stored = ports.articles.files.get(article.id)
    if (stored?.kind !== 'article') throw new Error('not stored')
    stored.article.fields.canonicalUrl = 'javascript:alert(1)'
    const marks = [{ type: 'link' as const, attrs: { href: 'JaVaScRiPt:alert(2)' } }]
    stored.article.body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'نص', marks }] }],
    }
    for (const { id: format } of formats) {
      const file = await desk['article.export']({ id: article.id, format })
      expect(textOf(fromBase64(file.base64)), format).not.toMatch(/javascript:/i)
    }
  })
})

describe('an import', () => {
  const take = (name: string, text: string) => desk['article.import']({ name, base64: toBase64(utf8(text)) })
  test('makes an article of a text', async () => {
    const { articles, failed } = await take('خبر.txt', 'عنوان الخبر\n\nالفقرة الأولى من النص.\n')
    expect(failed).toEqual([])
    expect(articles).toMatchObject([{ source: 'خبر.txt', language: 'ar' }])
    const id = articles[0]?.id ?? ''
    const { article } = await desk['article.open']({ id })
    expect(JSON.stringify([article.fields.headline, article.body])).toContain('عنوان الخبر')
    expect((await desk['article.list']({})).total).toBe(1)
  })
  test('takes the pictures along, and leaves out with a word what is none', async () => {
    const page = (picture: Uint8Array) =>
      `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>عنوان</title></head><body><article><h1>عنوان</h1>
       <p>الفقرة الأولى من النص الطويل.</p><figure><img alt="صورة" src="data:image/png;base64,${toBase64(picture)}"><figcaption>شرح</figcaption></figure>
       <p>الفقرة الثانية من النص الطويل.</p></article></body></html>`
    const good = await take('a.html', page(png(40, 30)))
    expect(good.failed).toEqual([])
    expect(ports.media.files.size).toBe(1)
    const open = async (id = '') => JSON.stringify((await desk['article.open']({ id })).article)
    expect(await open(good.articles[0]?.id)).toMatch(/[0-9a-f]{64}\.png/)
    const bad = await take('b.html', page(utf8('not a picture')))
    expect(bad.articles[0]?.warnings.map((warning) => warning.code)).toContain('picture-left-out')
    expect(await open(bad.articles[0]?.id)).not.toContain('import:')
  })
  test.each([
    ['a.md', '---\ndate: 2026-02-31\n---\n\nنص'],
    ['a.html', '<meta property="article:published_time" content="2026-02-31T10:00+03:00"><p>نص</p>'],
    ['a.json', '{"uri":"urn:x","headline":"نص","contentCreated":"2026-02-31T10:00:00+03:00"}'],
    ['b.json', 'midad'],
  ])('of %s with a day that is on no calendar has no date, and says so', async (name, text) => {
    const { article: made } = await desk['article.create']({ headline: 'نص' })
    const { base64: own } = await desk['article.export']({ id: made.id, format: 'json' })
    const content =
      text === 'midad' ? textOf(fromBase64(own)).replace('"date": null', '"date": "2026-02-31"') : text
    const base64 = toBase64(new TextEncoder().encode(content))
    const { articles, failed } = await desk['article.import']({ name, base64 })
    expect(failed).toEqual([])
    expect(articles[0]?.warnings.map(({ code }) => code)).toContain('date-left-out')
    const { article } = await desk['article.open']({ id: articles[0]?.id ?? '' })
    expect(article.fields.date).toBeNull()
  })
  test('of a file that Midad does not read is answered as failed', async () => {
    const { articles, failed } = await take('a.exe', 'MZ\0\0')
    expect(articles).toEqual([])
    expect(failed).toMatchObject([{ source: 'a.exe', code: 'unsupported-file' }])
  })
  test('that the disk refuses is answered as failed too, and leaves nothing in the list', async () => {
    ports.articles.fault = new DeskError('disk-full', 'full')
    expect((await take('a.txt', 'عنوان\n\nنص')).failed).toMatchObject([{ code: 'disk-full' }])
    expect((await desk['article.list']({})).total).toBe(0)
  })
})

describe('a search', () => {
  const write = async (headline: string, ...texts: string[]) => {
    ports.clock.move(1000)
    const { article } = await desk['article.create']({ headline })
    const { id, language, status, fields } = article
    await desk['article.save']({ id, language, status, fields, body: story(...texts), revision: 0 })
    return { ...article, revision: 1, body: story(...texts) }
  }
  const find = async (query: string, limit?: number) => {
    const { hits, total } = await desk['article.search']({ query, limit })
    return [hits.map(({ headline }) => headline), total]
  }
  test('wants every word, has headlines first and then the newest', async () => {
    await write('أمطار', 'البصرة غرقت')
    await write('البصرة', 'أمطار غزيرة')
    await write('كركوك', 'في البصرة أمطار')
    await write('دهوك', 'ثلوج')
    expect(await find('البصرة أمطار')).toEqual([['البصرة', 'أمطار', 'كركوك'], 3])
    expect(await find('البصرة أمطار', 1)).toEqual([['البصرة'], 3])
    expect(await find('البصرة ثلوج')).toEqual([[], 0])
    expect(await find('  ')).toEqual([[], 0])
  })
  test('follows saves, the trash and restoring without reading all again', async () => {
    const article = await write('عنوان', 'قديم')
    expect(await find('قديم')).toEqual([['عنوان'], 1])
    const { id, language, status, fields } = article
    await desk['article.save']({ id, language, status, fields, body: story('جديد'), revision: 1 })
    expect(await find('قديم')).toEqual([[], 0])
    expect(await find('جديد')).toEqual([['عنوان'], 1])
    await desk['article.trash']({ id })
    expect(await find('جديد')).toEqual([[], 0])
    await desk['trash.restore']({ id })
    expect(await find('جديد')).toEqual([['عنوان'], 1])
  })
  test('shows the words in their own spelling, marked', async () => {
    await write('عنوان', 'مقدمة طويلة '.repeat(30), `${'كلام قبل ذلك '.repeat(10)}وصل الوزيرُ إلى بغداد اليوم`)
    const { hits } = await desk['article.search']({ query: 'الوزير' })
    const [hit] = hits
    const marked = hit?.marks.map(([from, to]) => hit.excerpt.slice(from, to))
    expect(marked?.[0]).toMatch(/^الوزير/)
    expect(hit?.excerpt).toContain('بغداد')
    expect(hit?.excerpt.length).toBeLessThan(200)
  })
  test('that comes while others save finds the newest text', async () => {
    const article = await write('عنوان', 'قديم')
    const { id, language, status, fields } = article
    const searching = find('قديم')
    await desk['article.save']({ id, language, status, fields, body: story('جديد'), revision: 1 })
    await searching
    expect(await find('جديد')).toEqual([['عنوان'], 1])
    expect(await find('قديم')).toEqual([[], 0])
  })
})
