import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import type { Article } from '../../../core/model/article.ts'
import { fromBase64 } from '../../../core/model/base64.ts'
import type { ArticleFields } from '../../../core/model/fields.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'

const unreal = '2026-02-31T10:00:00+03:00'
let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})

const create = async (): Promise<Article> =>
  (await desk['article.create']({ headline: 'عنوان', language: 'ar' })).article
/** An article whose file has been written by another program, or before any day was looked at. */
async function stored(fields: Partial<ArticleFields>): Promise<Article> {
  const article = await create()
  await ports.articles.put({ ...article, revision: 1, fields: { ...article.fields, ...fields } })
  const read = await desk['article.open']({ id: article.id })
  expect(read.readOnly).toBeNull()
  expect(read.article.fields).toMatchObject(fields)
  return read.article
}
const draftOf = (
  { id, language, status, fields, body, revision }: Article,
  more: Partial<ArticleFields>,
) => ({
  id,
  language,
  status,
  fields: { ...fields, ...more },
  body,
  revision,
})
const textOf = (base64: string): string => new TextDecoder().decode(fromBase64(base64))

describe.each(['date', 'embargoUntil'] as const)('a day that is on no calendar, as %s', (field) => {
  const refused = { ok: false, error: { code: 'bad-request', details: { path: `fields.${field}` } } }
  const message = new RegExp(`^fields\\.${field}: 2026-02-31 is on no calendar`)

  test('is refused by a save, and the file stays as it was', async () => {
    const article = await create()
    const result = await dispatch(desk, 'article.save', draftOf(article, { [field]: unreal }))
    expect(result).toMatchObject(refused)
    expect(result).toMatchObject({ error: { message: expect.stringMatching(message) as string } })
    expect((await desk['article.open']({ id: article.id })).article).toEqual(article)
  })
  test('is refused where a save says what changed', async () => {
    const { id, revision, body } = await create()
    await desk['article.open']({ id })
    const changes = { id, revision, blocks: body.content.length, patch: { fields: { [field]: unreal } } }
    expect(await dispatch(desk, 'article.saveChanges', changes)).toMatchObject(refused)
  })
  test('is refused as a version to keep', async () => {
    const { revision: _, ...draft } = draftOf(await create(), { [field]: unreal })
    expect(await dispatch(desk, 'versions.keep', { ...draft, reason: 'named' })).toMatchObject(refused)
  })
  test('is no reason to refuse the words of an article whose file has it already', async () => {
    const article = await stored({ [field]: unreal })
    const saved = await desk['article.save'](draftOf(article, { headline: 'عنوان آخر' }))
    expect(saved.revision).toBe(article.revision + 1)
    const { article: next } = await desk['article.open']({ id: article.id })
    expect(next.fields).toMatchObject({ headline: 'عنوان آخر', [field]: unreal })
    // Another time of that day is written on the way to mending it.
    await desk['article.save'](draftOf(next, { [field]: '2026-02-31T11:30+03:00' }))
  })
  test('can be mended there, and does not come back but with an older version', async () => {
    const article = await stored({ [field]: unreal })
    await desk['article.save'](draftOf(article, { [field]: '2026-02-28' }))
    const { article: mended } = await desk['article.open']({ id: article.id })
    expect(await dispatch(desk, 'article.save', draftOf(mended, { [field]: unreal }))).toMatchObject(refused)
    const [older] = (await desk['versions.list']({ id: article.id })).versions
    const { id, revision } = mended
    const { opened } = await desk['versions.restore']({ id, version: older?.name ?? '', revision })
    expect(opened.article.fields[field]).toBe(unreal)
  })
  test('in what a journal has beyond the file stays behind, and the words come back', async () => {
    const { id, revision } = await create()
    const fields: Partial<ArticleFields> = { [field]: unreal, headline: 'كلمات' }
    await ports.journals.append(id, [{ revision, patch: { fields } }])
    const { article } = await desk['article.open']({ id })
    expect(article.fields).toMatchObject({ headline: 'كلمات', [field]: null })
    await desk['article.save'](draftOf(article, {}))
  })
  test('keeps its article in every list', async () => {
    const { id } = await stored({ [field]: unreal })
    expect((await desk['article.list']({})).articles.map((row) => row.id)).toContain(id)
  })
})

describe('an article with such a day', () => {
  const formats = async () => (await desk['desk.state']({})).formats.map(({ id }) => id)

  test('goes out in every format without the date, and each says so before', async () => {
    const { id } = await stored({ date: unreal })
    for (const format of await formats()) {
      if (format === 'pdf') continue
      const tried = await desk['article.tryExport']({ id, format })
      expect([format, tried.name]).toEqual([format, expect.not.stringContaining('2026-02-31')])
      const codes = tried.warnings.map(({ code }) => code)
      expect([format, codes.filter((code) => code === 'date-left-out')]).toEqual([format, ['date-left-out']])
      if (['html', 'json', 'markdown', 'text', 'atom', 'ninjs', 'nitf', 'newsml-g2'].includes(format)) {
        const { base64 } = await desk['article.export']({ id, format })
        expect([format, textOf(base64).match(/2026-02-31|٣١ شباط|31 شباط|2026-03-03/)]).toEqual([
          format,
          null,
        ])
      }
    }
  })
  test.each(['json', 'html', 'docx', 'markdown', 'ninjs', 'nitf', 'newsml-g2'])(
    'comes back from %s under its embargo, without its date, and both are said',
    async (format) => {
      ports.clock.move(Date.parse('2030-01-01T00:00:00Z') - ports.clock.now())
      const { id } = await stored({ date: unreal, embargoUntil: unreal })
      const { base64, name } = await desk['article.export']({ id, format })
      const { articles, failed } = await desk['article.import']({ name, base64 })
      expect(failed).toEqual([])
      const { article } = await desk['article.open']({ id: articles[0]?.id ?? '' })
      const isWire = ['ninjs', 'nitf', 'newsml-g2'].includes(format)
      expect(article.fields).toMatchObject({ date: null, embargoUntil: isWire ? '9999-12-31' : unreal })
      // The wires have no such day: there an embargo has no end.
      const codes = articles[0]?.warnings.map(({ code }) => code)
      expect(codes?.includes('embargo-without-end')).toBe(!isWire)
      const filter = { embargoedAt: '2030-01-01T00:00:00Z' }
      const held = await desk['article.rows']({ filter, order: 'newest', language: 'en', from: 0, count: 10 })
      expect(held.rows.map((row) => row.id)).toContain(article.id)
    },
  )
  test('gives neither its copy nor its translation the date, and both its embargo', async () => {
    const { id } = await stored({ date: unreal, embargoUntil: unreal })
    const copy = await desk['article.duplicate']({ id })
    const sister = await desk['article.translate']({ id, language: 'en' })
    for (const { article } of [copy, sister])
      expect(article.fields).toMatchObject({ date: null, embargoUntil: unreal })
  })
  test('is under embargo while nobody knows when that ends, in every format and in the list', async () => {
    ports.clock.move(Date.parse('2030-01-01T00:00:00Z') - ports.clock.now())
    const article = await stored({ embargoUntil: unreal })
    const { id } = article
    await desk['article.save'](draftOf(article, { headline: 'عنوان آخر' }))
    for (const format of ['html', 'docx', 'text', 'ninjs', 'nitf', 'newsml-g2']) {
      const { warnings } = await desk['article.tryExport']({ id, format })
      const codes = warnings.map(({ code }) => code)
      expect([format, codes]).toEqual([format, expect.arrayContaining(['embargo', 'embargo-without-end'])])
      expect(codes).not.toContain('date-left-out')
    }
    const feed = await desk['article.tryExport']({ id, format: 'rss' })
    expect(feed.warnings.map(({ code }) => code)).toContain('embargoed-left-out')
    const filter = { embargoedAt: '2030-01-01T00:00:00Z' }
    const held = await desk['article.rows']({ filter, order: 'newest', language: 'en', from: 0, count: 10 })
    expect(held.rows.map((row) => row.id)).toEqual([id])
  })
})
