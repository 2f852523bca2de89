import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { Article } from '../../../core/model/article.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

let ports: MemoryPorts
let desk: DeskApi
const media = `${'a'.repeat(64)}.png`
const other = `${'b'.repeat(64)}.png`
const picture = { alt: 'نهر', caption: 'نهر دجلة', credit: 'آرام', width: 4, height: 2, media }
const source = article(idOf(1), {
  revision: 4,
  status: 'ready',
  fields: {
    ...emptyFields(),
    storyType: 'feature',
    headline: 'فيضان دجلة',
    section: 'محليات',
    urgency: 3,
    place: 'الموصل',
    date: '2026-11-20',
    subjects: ['20000151'],
    slug: 'tigris',
    leadImage: { ...picture, source: 'مداد' },
  },
  body: {
    type: 'doc',
    content: [...story('بلغ الماء العتبات').content, { type: 'image', attrs: { ...picture, media: other } }],
  },
})
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
  ports.articles.files.set(source.id, { kind: 'article', article: source })
  for (const [at, name] of [media, other].entries())
    ports.media.files.set(`${source.id}/${name}`, new Uint8Array([at]))
})

const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it should have failed',
    (error: { code?: unknown }) => error.code,
  )
const translate = async (): Promise<Article> =>
  (await desk['article.translate']({ id: source.id, language: 'ckb' })).article
const state = async (id: string): Promise<string> => (await desk['article.source']({ id })).state
async function saveSource(changes: Partial<Article>): Promise<void> {
  const { article: now } = await desk['article.open']({ id: source.id })
  const { id, language, status, fields, body, revision } = { ...now, ...changes }
  await desk['article.save']({ id, language, status, fields, body, revision })
}
const saved = ({ id, language, status, fields, body, revision }: Article, headline: string) =>
  desk['article.save']({ id, language, status, fields: { ...fields, headline }, body, revision })

describe('a translation', () => {
  test('begins with what holds in every language, and names its source', async () => {
    const sister = await translate()
    expect(sister).toMatchObject({ language: 'ckb', status: 'draft', revision: 0 })
    expect(sister.fields).toEqual({
      ...emptyFields(),
      storyType: 'feature',
      urgency: 3,
      date: '2026-11-20',
      subjects: ['20000151'],
      leadImage: { ...picture, source: 'مداد', alt: '', caption: '' },
    })
    expect(sister.body.content).toEqual([
      { type: 'paragraph' },
      { type: 'image', attrs: { ...picture, media: other, alt: '', caption: '' } },
    ])
    expect(sister.translatedFrom).toMatchObject({ id: source.id, revision: 4 })
    expect([...ports.media.files.keys()].filter((path) => path.startsWith(sister.id)).length).toBe(2)
    expect(ports.rows.get(sister.id)).toMatchObject({ translatedFrom: source.id })
  })
  test('keeps the text that it was made from as a version of its source, named by its language', async () => {
    const { translatedFrom } = await translate()
    const { versions } = await desk['versions.list']({ id: source.id })
    expect(versions[0]).toMatchObject({
      name: translatedFrom?.version,
      reason: 'translated',
      label: 'کوردیی سۆرانی',
    })
  })
  test('is not told of a change until the words of its source are others', async () => {
    const { id } = await translate()
    expect(await state(id)).toBe('same')
    await saveSource({ status: 'published' })
    expect(await state(id)).toBe('same')
    await saveSource({ fields: { ...source.fields, headline: 'فيضان دجلة والفرات' } })
    expect(await state(id)).toBe('changed')
  })
  test('shows its source as it is now beside what was looked at', async () => {
    const { id } = await translate()
    await saveSource({ body: story('بلغ الماء السطوح') })
    const { text, compared } = await desk['article.source']({ id, text: true })
    expect(text).toMatchObject({ language: 'ar', fields: { headline: 'فيضان دجلة' } })
    expect(compared).toMatchObject({ isSame: false, language: 'ar', direction: 'rtl' })
    expect(compared?.lines.map(({ kind }) => kind)).toContain('deleted')
    expect((await desk['article.source']({ id })).compared).toBeNull()
  })
  test('says that its source lies in the trash, has gone, or cannot be read', async () => {
    const { id } = await translate()
    await desk['article.trash']({ id: source.id })
    expect(await desk['article.source']({ id, text: true })).toMatchObject({
      state: 'trashed',
      text: { fields: { headline: 'فيضان دجلة' } },
    })
    await desk['trash.remove']({ ids: [source.id] })
    expect(await desk['article.source']({ id, text: true })).toMatchObject({ state: 'missing', text: null })
    ports.articles.files.set(source.id, { kind: 'unreadable', reason: 'not JSON' })
    expect(await state(id)).toBe('unreadable')
  })
  test('whose kept text has gone says that something has changed, and not what', async () => {
    const { id } = await translate()
    ports.versions.kept.length = 0
    expect(await state(id)).toBe('same')
    await saveSource({ body: story('بلغ الماء السطوح') })
    expect(await desk['article.source']({ id, text: true })).toMatchObject({
      state: 'changed',
      compared: { isSame: true },
    })
  })
  test('is made of a source of a newer Midad too, without a version of it', async () => {
    ports.articles.files.set(source.id, {
      kind: 'foreign',
      reason: 'unknown-node',
      unknown: ['hologram'],
      article: source,
    })
    expect((await translate()).translatedFrom).toEqual({ id: source.id, revision: 4, version: '' })
  })
})

test('the sisters of an article are its source, its translations, and theirs', async () => {
  const [one, two] = [await translate(), await translate()]
  const { article: other } = await desk['article.create']({})
  const sisters = async (id: string) => (await desk['article.sisters']({ id })).articles.map((row) => row.id)
  // Known by its row from the first save on.
  await saveSource({ status: 'published' })
  expect((await sisters(source.id)).toSorted()).toEqual([one.id, two.id].toSorted())
  expect((await sisters(one.id)).toSorted()).toEqual([source.id, two.id].toSorted())
  expect(await sisters(other.id)).toEqual([])
})

describe('a change that was noted', () => {
  test('is none any more, and the window that is open goes on saving', async () => {
    const sister = await translate()
    await saveSource({ body: story('بلغ الماء السطوح') })
    const { revision } = await desk['article.noteSource']({ id: sister.id, revision: 5 })
    expect(revision).toBe(1)
    expect(ports.told.at(-1)).toEqual({ name: 'source.noted', data: { id: sister.id, revision: 1 } })
    expect(await state(sister.id)).toBe('same')
    // Sent before the window could hear of the new revision.
    expect(await saved(sister, 'لافاوی دیجلە')).toMatchObject({ revision: 2 })
    // A window that has an older text still learns that there is a newer one.
    expect(await code(saved(sister, 'دیجلە'))).toBe('stale-revision')
    const { article: now } = await desk['article.open']({ id: sister.id })
    expect(now).toMatchObject({ fields: { headline: 'لافاوی دیجلە' }, translatedFrom: { revision: 5 } })
  })
  test('that somebody saved over since it was looked at is still to be seen', async () => {
    const { id } = await translate()
    await saveSource({ body: story('بلغ الماء السطوح') })
    await saveSource({ body: story('انحسر الماء') })
    expect(await code(desk['article.noteSource']({ id, revision: 5 }))).toBe('stale-revision')
    expect(await state(id)).toBe('changed')
  })
  test('cannot be, nor asked for, in an article that is no translation', async () => {
    expect(await code(desk['article.noteSource']({ id: source.id, revision: 0 }))).toBe('not-found')
    expect(await code(desk['article.source']({ id: source.id }))).toBe('not-found')
  })
})

describe('a translation that comes in again', () => {
  const wire = ['ninjs', 'newsml-g2', 'nitf', 'json'] as const
  const sent = async (id: string, format: string) => desk['article.export']({ id, format })
  const taken = async ({ name, base64 }: { name: string; base64: string }, into = desk) => {
    const { articles, failed } = await into['article.import']({ name, base64 })
    expect(failed).toEqual([])
    return articles.map(({ id }) => id)
  }
  // What is exported is what the list knows.
  beforeEach(() => saveSource({ status: 'draft' }))

  test.each(wire)('as %s is linked with its source, and with the text that was looked at', async (format) => {
    const sister = await translate()
    const file = await sent(sister.id, format)
    const [copy = ''] = await taken(file)
    expect(await state(copy)).toBe('same')
    await saveSource({ body: story('انحسر الماء') })
    const [later = ''] = await taken(file)
    expect([await state(copy), await state(later)]).toEqual(['changed', 'changed'])
  })

  test.each(wire)('as %s where its source is not stays named, and goes out so again', async (format) => {
    const file = await sent((await translate()).id, format)
    const elsewhere = createDesk(memoryPorts())
    const [copy = ''] = await taken(file, elsewhere)
    expect((await elsewhere['article.source']({ id: copy })).state).toBe('missing')
    const { article: read } = await elsewhere['article.open']({ id: copy })
    expect(read.translatedFrom).toMatchObject({ id: source.id })
  })

  test('in one file with its source is linked with the copy of that, whichever comes first', async () => {
    const sister = await translate()
    const ids = [sister.id, source.id]
    const imported = await Promise.all(
      ids.map(async (id) => (await ports.imports.read(await sent(id, 'json'))).articles[0]),
    )
    const elsewhere = memoryPorts()
    elsewhere.imports.read = async () => ({ articles: imported.flatMap((each) => each ?? []) })
    const there = createDesk(elsewhere)
    const { articles } = await there['article.import']({ name: 'two.json', base64: '' })
    const [copy, original] = articles.map(({ id }) => id)
    const { article: read } = await there['article.open']({ id: copy ?? '' })
    expect(read.translatedFrom?.id).toBe(original)
    expect((await there['article.source']({ id: copy ?? '' })).state).toBe('same')
  })
})
