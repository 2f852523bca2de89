import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { Article } from '../../../core/model/article.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})

const stored = async (id: string): Promise<Article> => {
  const read = await ports.articles.get(id)
  if (read?.kind !== 'article') throw new Error(`no article ${id}`)
  return read.article
}
const media = `${'a'.repeat(64)}.png`
const picture = { alt: 'نهر', caption: 'نهر دجلة', credit: 'آرام', source: '', width: 4, height: 2, media }
const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it should have failed',
    (error: { code?: unknown }) => error.code,
  )

describe('a new article of a type', () => {
  test('begins with what its type says, in its language', async () => {
    const { article: made } = await desk['article.create']({ type: 'urgent', language: 'ckb' })
    expect(made.fields).toMatchObject({ storyType: 'urgent', urgency: 1, kicker: 'بەپەلە', headline: '' })
    const { article: talk } = await desk['article.create']({ type: 'interview', language: 'ar' })
    expect(talk.body.content.map(({ type }) => type)).toEqual(['paragraph', 'questions'])
  })
  test('of one that nobody knows is a plain one that keeps its name', async () => {
    const { article: made } = await desk['article.create']({ type: 'gone', language: 'ar' })
    expect(made.fields).toEqual({ ...emptyFields(), storyType: 'gone' })
  })
  test('of the house’s own type begins as the house says', async () => {
    const body = story('النشرة الجوية')
    const starts = { any: { fields: { section: 'طقس' }, body } }
    const weather = { ...(await desk['types.list']({})).types[0], id: 'weather', starts }
    await desk['types.change']({ put: weather as never })
    const { article: made } = await desk['article.create']({ type: 'weather' })
    expect(made).toMatchObject({ fields: { section: 'طقس', storyType: 'weather' }, body })
  })
})

describe('a copy of an article', () => {
  const original = article(idOf(1), {
    status: 'published',
    language: 'ckb',
    fields: {
      ...emptyFields(),
      headline: 'لافاو',
      date: '2026-11-20',
      slug: 'flood',
      canonicalUrl: 'https://example.org/flood',
      embargoUntil: '2026-11-30',
      byline: ['ئارام'],
      leadImage: picture,
    },
    translatedFrom: { id: idOf(2), revision: 1, version: '' },
  })
  test('has its text, its fields and its pictures, as a draft under a marked headline', async () => {
    ports.articles.files.set(original.id, { kind: 'article', article: original })
    ports.media.files.set(`${original.id}/${media}`, new Uint8Array([1, 2]))
    await ports.versions.keepFile(original.id, 'named')
    const { article: copy } = await desk['article.duplicate']({ id: original.id })
    expect(copy.id).not.toBe(original.id)
    expect(copy).toMatchObject({ status: 'draft', language: 'ckb', revision: 0, body: original.body })
    expect(copy.fields).toEqual({
      ...original.fields,
      headline: 'کۆپی: لافاو',
      date: null,
      slug: '',
      canonicalUrl: '',
    })
    expect(await desk['media.read']({ id: copy.id, media }).then(({ base64 }) => base64)).toBe(
      toBase64(new Uint8Array([1, 2])),
    )
    expect((await desk['versions.list']({ id: copy.id })).total).toBe(0)
    expect(await stored(copy.id)).not.toHaveProperty('translatedFrom')
    expect(await stored(original.id)).toEqual(original)
  })
  test('of a copy is not marked twice, and one without a headline not at all', async () => {
    const { article: empty } = await desk['article.create']({})
    const { article: copy } = await desk['article.duplicate']({ id: empty.id })
    expect(copy.fields.headline).toBe('')
    const { article: named } = await desk['article.create']({ headline: 'عنوان' })
    const once = await desk['article.duplicate']({ id: named.id })
    const twice = await desk['article.duplicate']({ id: once.article.id })
    expect(twice.article.fields.headline).toBe('نسخة: عنوان')
  })
  test('is not made of one that a newer Midad wrote: half of it would be missing', async () => {
    ports.articles.files.set(idOf(3), {
      kind: 'foreign',
      reason: 'unknown-node',
      unknown: ['hologram'],
      article: article(idOf(3)),
    })
    expect(await code(desk['article.duplicate']({ id: idOf(3) }))).toBe('read-only')
  })
})

describe('the story types of the desk', () => {
  const bytes = (json: unknown) => toBase64(new TextEncoder().encode(JSON.stringify(json)))
  test('are changed, ordered and taken away, and everybody is told', async () => {
    const [news] = (await desk['types.list']({})).types
    const renamed = await desk['types.change']({
      put: { ...news, name: 'برقية' } as never,
      order: ['opinion'],
    })
    expect(renamed.house).toEqual(['news'])
    expect(renamed.types.slice(0, 2).map(({ id }) => id)).toEqual(['opinion', 'news'])
    expect(ports.told.at(-1)).toEqual({ name: 'types.changed', data: { house: ['news'] } })
    const back = await desk['types.change']({ remove: 'news' })
    expect(back.types.find(({ id }) => id === 'news')).toEqual(news)
  })
  test('of another house come in by their ids; what cannot be read of them is said', async () => {
    const file = bytes({ order: ['weather'], types: [{ id: 'weather', name: 'طقس' }, { id: 'BAD' }] })
    const { state, taken, odd } = await desk['types.merge']({ base64: file })
    expect({ taken, odd, first: state.types[0]?.id }).toEqual({ taken: 1, odd: 1, first: 'weather' })
  })
  test.each([
    ['no JSON', toBase64(new TextEncoder().encode('طقس'))],
    ['JSON of something else', bytes({ settings: {} })],
    ['types none of which reads', bytes({ types: [{ id: 'BAD' }] })],
  ])('stay as they were where a file holds %s', async (_, base64) => {
    expect(await code(desk['types.merge']({ base64 }))).toBe('not-story-types')
    expect((await desk['types.list']({})).house).toEqual([])
  })
  test('are at most sixty of the house’s own', async () => {
    const types = Array.from({ length: 60 }, (_, n) => ({ id: `t${n}`, name: 'x' }))
    await desk['types.merge']({ base64: bytes({ types }) })
    const one = bytes({ types: [{ id: 'more', name: 'x' }] })
    expect(await code(desk['types.merge']({ base64: one }))).toBe('too-large')
    expect((await desk['types.list']({})).house.length).toBe(60)
  })
})
