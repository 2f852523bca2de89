import * as fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeskApi, OpenArticle } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { Article } from '../../../core/model/article.ts'
import type { StoryBody } from '../../../core/model/body.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { story } from '../../support/temp-library.ts'

let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})

const draftOf = ({ id, language, status, fields, body, revision }: Article) => ({
  id,
  language,
  status,
  fields,
  body,
  revision,
})
const create = async (headline = 'عنوان'): Promise<Article> =>
  (await desk['article.create']({ headline })).article
const save = (article: Article, changes: Partial<Article>) =>
  desk['article.save']({ ...draftOf(article), ...changes })
const failure = (work: Promise<unknown>): Promise<DeskError> =>
  work.then(
    () => {
      throw new Error('it should have failed')
    },
    (error: unknown) => error as DeskError,
  )

describe('a new article', () => {
  test('is empty, in the language of the settings, and listed at once', async () => {
    const { article, readOnly } = await desk['article.create']({})
    expect(article).toMatchObject({
      revision: 0,
      language: 'ar',
      status: 'draft',
      createdAt: article.updatedAt,
    })
    expect(article.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(readOnly).toBeNull()
    expect((await desk['article.list']({})).articles.map(({ id }) => id)).toEqual([article.id])
    expect(ports.told).toMatchObject([{ name: 'article.changed', data: { revision: 0 } }])
  })
  test('may have a language and a headline', async () => {
    const { article } = await desk['article.create']({ language: 'ckb', headline: 'سەردێڕ' })
    expect(article).toMatchObject({ language: 'ckb', fields: { headline: 'سەردێڕ' } })
  })
})

describe('a save', () => {
  test('measures the story once, and the one before it only where it may have shrunk', async () => {
    const [before, after] = ['كلمة '.repeat(300), 'كلمة '.repeat(301)]
    const article = await create()
    const { revision } = await save(article, { body: story(before) })
    // Whoever counts words looks at the last letter too.
    const looked = vi.spyOn(String.prototype, 'charCodeAt')
    const measured = (text: string) =>
      looked.mock.calls.filter(
        ([at], call) => at === text.length - 1 && String(looked.mock.contexts[call]) === text,
      ).length
    try {
      await save({ ...article, revision }, { body: story(after) })
      expect([measured(before), measured(after)]).toEqual([0, 1])
    } finally {
      looked.mockRestore()
    }
  })
  test('counts up, tells everybody, and keeps what it does not know', async () => {
    const article = await create()
    const stored = ports.articles.files.get(article.id)
    if (stored?.kind !== 'article') throw new Error('not stored')
    Object.assign(stored.article, { mood: 'calm' })
    Object.assign(stored.article.fields, { later: 1 })
    ports.clock.move(1000)
    const saved = await save(article, { body: story('نص'), status: 'ready' })
    expect(saved).toMatchObject({
      revision: 1,
      updatedAt: '2026-11-23T09:00:01.000Z',
      row: { status: 'ready', words: 1 },
    })
    expect(ports.articles.files.get(article.id)).toMatchObject({
      article: { revision: 1, mood: 'calm', fields: { later: 1 }, body: story('نص') },
    })
    expect(ports.told.at(-1)).toMatchObject({
      name: 'article.changed',
      data: { revision: 1, row: saved.row },
    })
  })

  test('from an older revision is refused and kept, with the name of what was kept', async () => {
    const article = await create()
    await save(article, { body: story('الأول') })
    const error = await failure(save(article, { body: story('الثاني') }))
    expect(error).toMatchObject({
      code: 'stale-revision',
      details: { current: 1, keptAs: 'conflict-1.json' },
    })
    expect(ports.articles.conflicts).toMatchObject([{ id: article.id, revision: 0, body: story('الثاني') }])
    expect((await desk['article.open']({ id: article.id })).article.body).toEqual(story('الأول'))
  })

  test('racing with another from the same revision: one wins, the other is stale and kept', async () => {
    const article = await create()
    const texts = ['أ', 'ب', 'ج'].map((text) => story(text))
    const answers = await Promise.allSettled(texts.map((body) => save(article, { body })))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(ports.articles.conflicts.map(({ body }) => body)).toEqual(texts.slice(1))
  })

  test('that is sent again because its answer was lost gets the same answer', async () => {
    const article = await create()
    const first = await save(article, { body: story('نص') })
    ports.clock.move(5000)
    expect(await save(article, { body: story('نص') })).toEqual(first)
    expect(ports.articles.conflicts).toEqual([])
  })

  test('that the disk refuses says why and changes nothing', async () => {
    const article = await create()
    ports.articles.fault = new DeskError('disk-full', 'full')
    expect((await failure(save(article, { body: story('نص') }))).code).toBe('disk-full')
    ports.articles.fault = undefined
    expect((await desk['article.open']({ id: article.id })).article).toEqual(article)
    expect((await save(article, { body: story('نص') })).revision).toBe(1)
  })

  test('that finds the file changed at the last moment keeps both', async () => {
    const article = await create()
    const put = ports.articles.put.bind(ports.articles)
    ports.articles.put = async () => {
      throw new DeskError('stale-revision', 'changed')
    }
    const error = await failure(save(article, { body: story('نص') }))
    ports.articles.put = put
    expect(error).toMatchObject({ code: 'stale-revision', details: { keptAs: 'conflict-1.json' } })
  })

  test('of an article that is gone or broken keeps the text where it can', async () => {
    const article = await create()
    ports.articles.files.set(article.id, { kind: 'unreadable', reason: 'NULs' })
    const error = await failure(save(article, { body: story('نص') }))
    expect(error).toMatchObject({ code: 'unreadable', details: { keptAs: 'conflict-1.json' } })
    expect((await desk['article.list']({})).total).toBe(1)
    ports.articles.files.delete(article.id)
    expect((await failure(save(article, {}))).code).toBe('not-found')
    expect((await desk['article.list']({})).total).toBe(0)
  })

  test('of a foreign article is refused', async () => {
    const article = await create()
    ports.articles.files.set(article.id, {
      kind: 'foreign',
      reason: 'unknown-node',
      unknown: ['hologram'],
      article,
    })
    const opened: OpenArticle = await desk['article.open']({ id: article.id })
    expect(opened.readOnly).toEqual({ reason: 'unknown-node', unknown: ['hologram'] })
    expect(await failure(save(article, {}))).toMatchObject({
      code: 'read-only',
      details: { unknown: 'hologram' },
    })
  })

  test('with a clock that was set back does not look older than the one before', async () => {
    const article = await create()
    ports.clock.move(-86_400_000)
    expect((await save(article, { body: story('نص') })).updatedAt).toBe(article.updatedAt)
  })

  test.each([
    ['300 characters become 10', 300, 10, 1],
    ['300 become 160', 300, 160, 0],
    ['190 become none', 190, 0, 0],
    ['500 become none', 500, 0, 1],
  ])('in which %s keeps the old text first where it should', async (_, before, after, kept) => {
    const article = await create()
    await save(article, { body: story('ب'.repeat(before)) })
    await save({ ...article, revision: 1 }, { body: story('ب'.repeat(after)) })
    const shrunk = ports.versions.kept.filter(({ reason }) => reason === 'before-shrink')
    expect(shrunk).toHaveLength(kept)
    if (kept) expect(shrunk[0]).toMatchObject({ article: { revision: 1 } })
  })

  test('whose old text cannot be kept does not replace it', async () => {
    const article = await create()
    await save(article, { body: story('ب'.repeat(500)) })
    ports.versions.keepFile = async () => {
      throw new DeskError('disk-full', 'full')
    }
    expect((await failure(save({ ...article, revision: 1 }, { body: story('') }))).code).toBe('disk-full')
    expect((await desk['article.open']({ id: article.id })).article.revision).toBe(1)
  })

  const picture = (media: string): StoryBody => ({
    type: 'doc',
    content: [
      { type: 'image', attrs: { media, alt: '', caption: '', credit: '', width: null, height: null } },
    ],
  })

  test('is never refused for a picture that is nowhere, or that went away', async () => {
    const article = await create()
    await save(article, { body: picture(`${'a'.repeat(64)}.png`) })
    const stored = await ports.media.put(article.id, Uint8Array.from([1]), 'png')
    await save({ ...article, revision: 1 }, { body: picture(stored) })
    ports.media.files.clear()
    await save({ ...article, revision: 2 }, { body: picture(stored), status: 'ready' })
    expect((await failure(save({ ...article, revision: 3 }, { body: picture('import:0') }))).code).toBe(
      'bad-request',
    )
  })

  test('brings over a picture that was pasted from another article, which shows before it is saved', async () => {
    const other = await create()
    const stored = await ports.media.put(other.id, Uint8Array.from([1, 2]), 'png')
    const article = await create()
    expect((await desk['media.read']({ id: article.id, media: stored })).base64).toBe('AQI=')
    expect(await ports.media.get(article.id, stored)).toBeUndefined()
    await save(article, { body: picture(stored) })
    expect(await ports.media.get(article.id, stored)).toEqual(Uint8Array.from([1, 2]))
  })

  test('cleans addresses of links', async () => {
    const article = await create()
    const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
    const text = (href: string) => ({
      type: 'text' as const,
      text: 'نص',
      marks: [{ type: 'bold' as const }, link(href)],
    })
    const content = [text('java\tscript:alert(1)'), text(' https://example.org/ ')]
    await save(article, { body: { type: 'doc', content: [{ type: 'paragraph', content }] } })
    expect((await desk['article.open']({ id: article.id })).article.body.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'نص', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'نص', marks: [{ type: 'bold' }, link('https://example.org/')] },
        ],
      },
    ])
  })
})

describe('the list', () => {
  test('has the newest first, by status, up to a limit, with the whole number', async () => {
    const made: Article[] = []
    for (const headline of ['أ', 'ب', 'ج']) {
      ports.clock.move(1000)
      made.push(await create(headline))
    }
    ports.clock.move(1000)
    await save(made[0] as Article, { status: 'ready' })
    const names = async (input: Parameters<DeskApi['article.list']>[0]) => {
      const { articles, total } = await desk['article.list'](input)
      return [articles.map(({ headline }) => headline).join(' '), total]
    }
    expect(await names({})).toEqual(['أ ج ب', 3])
    expect(await names({ limit: 2 })).toEqual(['أ ج', 3])
    expect(await names({ status: 'draft' })).toEqual(['ج ب', 2])
    expect(await names({ status: 'draft', limit: 0 })).toEqual(['', 2])
  })
})

describe('the trash', () => {
  test('takes articles out of the list and gives them back', async () => {
    const article = await create()
    const trashed = await desk['article.trash']({ id: article.id })
    expect(trashed).toMatchObject({ from: { host: 'terminal', computer: 'desk-1' } })
    expect(Date.parse(trashed.leavesAt) - Date.parse(trashed.trashedAt)).toBe(30 * 86_400_000)
    expect(ports.told.at(-1)).toEqual({ name: 'article.removed', data: { id: article.id } })
    expect((await desk['article.list']({})).total).toBe(0)
    expect((await desk['trash.list']({})).articles).toEqual([trashed])
    expect((await failure(desk['article.open']({ id: article.id }))).code).toBe('not-found')
    expect((await failure(desk['article.trash']({ id: article.id }))).code).toBe('not-found')
    expect(await desk['trash.restore']({ id: article.id })).toEqual(trashed.row)
    expect((await desk['article.list']({})).articles).toEqual([trashed.row])
    expect((await failure(desk['trash.restore']({ id: article.id }))).code).toBe('not-found')
  })
  test('tells every window when something comes, goes back or goes for good', async () => {
    const changes = () => ports.told.filter(({ name }) => name === 'trash.changed').length
    const [one, other] = [await create(), await create()]
    for (const { id } of [one, other]) await desk['article.trash']({ id })
    expect(changes()).toBe(2)
    await desk['trash.restore']({ id: one.id })
    expect(changes()).toBe(3)
    await desk['trash.remove']({ ids: [other.id] })
    expect(changes()).toBe(4)
  })
})

test('whatever is done in whatever order, the desk is as a simple model of it says', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('create' as const) }),
    fc.record({
      do: fc.constantFrom('save', 'stale save', 'trash', 'restore', 'find'),
      which: fc.nat(3),
      text: fc.constantFrom('ألف', 'باء', 'جيم', 'دال'),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      ports = memoryPorts()
      desk = createDesk(ports)
      const model: { article: Article; text: string; revision: number; isTrashed: boolean }[] = []
      let stale = 0
      for (const each of steps) {
        ports.clock.move(1)
        if (each.do === 'create') {
          model.push({ article: await create(''), text: '', revision: 0, isTrashed: false })
          continue
        }
        const entry = model[each.which]
        if (!entry) continue
        const { id } = entry.article
        const outcome = await (async () => {
          switch (each.do) {
            case 'save':
              return save({ ...entry.article, revision: entry.revision }, { body: story(each.text) })
            case 'stale save':
              return save({ ...entry.article, revision: entry.revision + 7 }, { body: story(each.text) })
            case 'trash':
              return desk['article.trash']({ id })
            case 'restore':
              return desk['trash.restore']({ id })
            case 'find':
              return desk['article.search']({ query: each.text })
          }
        })().catch((error: unknown) => (error as DeskError).code)
        if (each.do === 'save') {
          expect(outcome).toEqual(
            entry.isTrashed ? 'not-found' : expect.objectContaining({ revision: entry.revision + 1 }),
          )
          if (!entry.isTrashed) Object.assign(entry, { revision: entry.revision + 1, text: each.text })
        } else if (each.do === 'stale save') {
          expect(outcome).toBe(entry.isTrashed ? 'not-found' : 'stale-revision')
          stale += 1
        } else if (each.do === 'find') {
          const found = model.filter(({ text, isTrashed }) => text === each.text && !isTrashed)
          expect(outcome).toMatchObject({ total: found.length })
        } else {
          const isTrashing = each.do === 'trash'
          if (entry.isTrashed === isTrashing) expect(outcome).toBe('not-found')
          else entry.isTrashed = isTrashing
        }
      }
      const { articles } = await desk['article.list']({})
      const there = model.filter(({ isTrashed }) => !isTrashed)
      expect(articles.map(({ id }) => id).toSorted()).toEqual(
        there.map(({ article }) => article.id).toSorted(),
      )
      for (const { article, text, revision } of there) {
        const opened = await desk['article.open']({ id: article.id })
        expect(opened.article.revision).toBe(revision)
        if (revision > 0) expect(opened.article.body).toEqual(story(text))
      }
      expect(ports.articles.conflicts.length).toBeGreaterThanOrEqual(stale)
      expect((await desk['trash.list']({})).articles).toHaveLength(model.length - there.length)
    }),
    { numRuns: 150 },
  )
})

describe('a save of changes', () => {
  const lines = (...texts: string[]): StoryBody => ({
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })
  const insert = lines('ثالث').content
  const patch = { fields: { source: 'باسنيوز' }, story: { from: 1, remove: 1, insert } }
  const saved = async (): Promise<Article> => {
    const article = await create()
    const { revision } = await save(article, { body: lines('أول', 'ثانٍ') })
    return { ...article, revision }
  }
  const texts = async (id: string): Promise<unknown> => {
    const { article } = await desk['article.open']({ id })
    return [article.fields.headline, article.fields.source, article.body]
  }

  test('leads to the text that they were said for, a revision later', async () => {
    const { id, revision } = await saved()
    const answer = await desk['article.saveChanges']({ id, revision, blocks: 2, patch })
    expect(answer.revision).toBe(revision + 1)
    expect(answer.row.words).toBe(2)
    expect(await texts(id)).toEqual(['عنوان', 'باسنيوز', lines('أول', 'ثالث')])
  })
  test('changes nothing where another program has written in the file under the same revision', async () => {
    const { id, revision } = await saved()
    const read = ports.articles.files.get(id)
    if (read?.kind !== 'article') throw new Error('not stored')
    const foreign = lines('أول', 'بيد أخرى')
    ports.articles.files.set(id, { ...read, article: { ...read.article, body: foreign } })
    const asked = { id, revision, blocks: 2, patch }
    expect((await failure(desk['article.saveChanges'](asked))).code).toBe('stale-revision')
    expect(await texts(id)).toEqual(['عنوان', '', foreign])
  })
  test.each([
    ['an older revision', { revision: -1, blocks: 0 }],
    ['a story of more blocks', { revision: 0, blocks: 1 }],
  ])('changes nothing and keeps nothing apart where they are said of %s', async (_of, off) => {
    const { id, revision } = await saved()
    const before = ports.told.length
    const asked = { id, revision: revision + off.revision, blocks: 2 + off.blocks, patch }
    expect((await failure(desk['article.saveChanges'](asked))).code).toBe('stale-revision')
    expect(await texts(id)).toEqual(['عنوان', '', lines('أول', 'ثانٍ')])
    expect(ports.told.length).toBe(before)
  })
})
