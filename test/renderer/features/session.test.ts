import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Parsed } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { emptyBody, type StoryBody } from '../../../core/model/body.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { ArticleSession } from '../../../renderer/features/article/session.ts'
import { openedArticle } from '../../support/opened-article.ts'

type SaveInput = Parsed<'article.save'>
const story = (text: string): StoryBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** A session in which somebody types: the story comes to be these words, and some time goes by. */
function typedSession(client: DeskClient, opened = openedArticle()) {
  const session = new ArticleSession(client, opened)
  let body = opened.article.body
  session.readStoryFrom(() => body)
  async function type(words: string, thenMs = 0): Promise<void> {
    body = words === '' ? emptyBody : story(words)
    session.storyEdited()
    await vi.advanceTimersByTimeAsync(thenMs)
  }
  return { session, type }
}
/** Until what was typed is on its way to the file, and to the journal. */
const untilSavedMs = 450
const untilJournaledMs = 130

/** A desk that keeps what it is asked to save, and fails as it is told to. */
function keepingDesk() {
  const saves: SaveInput[] = []
  const journal: Parsed<'article.journal'>[] = []
  const desk = {
    failWith: null as DeskError | null,
    keptIn: 'library' as 'library' | 'elsewhere' | DeskError,
    saves,
    journal,
    client: {} as DeskClient,
  }
  const call = async (method: string, input: unknown) => {
    if (method === 'article.journal') {
      if (desk.keptIn instanceof DeskError) throw desk.keptIn
      journal.push(input as Parsed<'article.journal'>)
      return { keptIn: desk.keptIn }
    }
    expect(method).toBe('article.save')
    if (desk.failWith) throw desk.failWith
    saves.push(input as SaveInput)
    return { revision: (input as SaveInput).revision + 1, updatedAt: '2026-11-23T11:00:00Z', row: {} }
  }
  desk.client = { call, listen: () => () => undefined }
  return desk
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an edit is saved 400 ms after the last key, with the revision it was made from', async () => {
  const desk = keepingDesk()
  const { session, type } = typedSession(desk.client)
  await type('جديد')
  expect(session.saveState().kind).toBe('saving')
  await vi.advanceTimersByTimeAsync(399)
  expect(desk.saves).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(2)
  expect(desk.saves.map(({ revision, body }) => [revision, body])).toEqual([[7, story('جديد')]])
  expect(session.saveState()).toEqual({ kind: 'saved', at: '2026-11-23T11:00:00Z' })
  session.setField('source', 'باسنيوز')
  await vi.advanceTimersByTimeAsync(500)
  expect(desk.saves[1]?.revision).toBe(8)
  expect(desk.saves[1]?.fields.source).toBe('باسنيوز')
})

test('a failed save says why, keeps saying so while typing goes on, and heals by itself', async () => {
  const desk = keepingDesk()
  const session = new ArticleSession(desk.client, openedArticle())
  desk.failWith = new DeskError('disk-full', 'no space')
  session.storyEdited()
  await vi.advanceTimersByTimeAsync(untilSavedMs)
  expect(session.saveState()).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } })
  session.storyEdited()
  expect(session.saveState().kind).toBe('failed')
  desk.failWith = null
  await vi.advanceTimersByTimeAsync(5000)
  expect(session.saveState().kind).toBe('saved')
  expect(desk.saves).toHaveLength(1)
})

test('while saving fails the badge says the reason of the last try', async () => {
  const desk = keepingDesk()
  const session = new ArticleSession(desk.client, openedArticle())
  desk.failWith = new DeskError('library-missing', 'no stick')
  session.storyEdited()
  await vi.advanceTimersByTimeAsync(450)
  expect(session.saveState()).toMatchObject({ kind: 'failed', error: { code: 'library-missing' } })
  desk.failWith = new DeskError('disk-full', 'no space')
  await vi.advanceTimersByTimeAsync(5000)
  expect(session.saveState()).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } })
})

test('a stale revision is a conflict: nothing more is sent until a person chooses', async () => {
  const desk = keepingDesk()
  const session = new ArticleSession(desk.client, openedArticle())
  desk.failWith = new DeskError('stale-revision', 'changed', { current: 9, keptAs: 'x.json' })
  session.storyEdited()
  await vi.advanceTimersByTimeAsync(untilSavedMs)
  expect(session.saveState().kind).toBe('conflict')
  desk.failWith = null
  session.storyEdited()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(desk.saves).toHaveLength(0)
  await expect(session.flush()).rejects.toThrow('changed')
})

test('a save whose answer was lost is asked again word for word before the newer text is sent', async () => {
  const desk = keepingDesk()
  const { type } = typedSession(desk.client)
  desk.failWith = new DeskError('unreachable', 'gone')
  await type('أول', untilSavedMs)
  await type('أول وثانٍ')
  desk.failWith = null
  await vi.advanceTimersByTimeAsync(5000)
  expect(desk.saves.map(({ revision, body }) => [revision, body])).toEqual([
    [7, story('أول')],
    [8, story('أول وثانٍ')],
  ])
})

test('in a conflict what was typed since is kept apart before another text is shown', async () => {
  const desk = keepingDesk()
  const sent: unknown[] = []
  const call = async (method: string, input: unknown) => {
    if (method === 'article.save') sent.push((input as SaveInput).body)
    throw desk.failWith
  }
  const client = { call, listen: () => () => undefined } as unknown as DeskClient
  const { session, type } = typedSession(client)
  desk.failWith = new DeskError('stale-revision', 'changed')
  await type('عند الرفض', untilSavedMs)
  await type('وما كُتب بعده')
  await session.keepApart()
  expect(sent).toEqual([story('عند الرفض'), story('وما كُتب بعده')])
  desk.failWith = new DeskError('unreachable', 'gone')
  await expect(session.keepApart()).rejects.toThrow('gone')
})

/** A desk that takes all it is given, and what its journal was told. */
function journalingDesk() {
  const told: Parsed<'article.journal'>[] = []
  const call = async (method: string, input: unknown) => {
    if (method === 'article.journal') told.push(input as Parsed<'article.journal'>)
    return { keptIn: 'library', revision: 8, updatedAt: '2026-11-23T11:00:00Z', row: {} }
  }
  return { told, client: { call, listen: () => () => undefined } as unknown as DeskClient }
}

test('what is written over a recovered text is journaled at once, against the file that lies there', async () => {
  const { told, client } = journalingDesk()
  const { article, readOnly } = openedArticle()
  const recovered = { ...article, body: story('مستعاد') }
  const { type } = typedSession(client, {
    article: recovered,
    readOnly,
    recovered: article.updatedAt,
    stored: article,
  })
  await type('مستعاد وأكثر', untilJournaledMs)
  expect(told.map(({ on }) => on)).toEqual([
    [{ revision: 7, patch: { story: { from: 0, remove: 1, insert: story('مستعاد وأكثر').content } } }],
  ])
})

test('words that were journaled and taken back again are told to the journal too', async () => {
  const { told, client } = journalingDesk()
  const { type } = typedSession(client)
  await type('كلمة', untilJournaledMs)
  await type('', untilJournaledMs)
  expect(told.map(({ on }) => on.map(({ patch }) => Object.keys(patch)))).toEqual([[['story']], [[]]])
})

test('a read-only article is never saved', async () => {
  const desk = keepingDesk()
  const session = new ArticleSession(
    desk.client,
    openedArticle({ reason: 'unknown-node', unknown: ['poll'] }),
  )
  session.setField('headline', 'changed')
  session.storyEdited()
  await session.flush()
  await vi.advanceTimersByTimeAsync(5000)
  expect(desk.saves).toHaveLength(0)
  expect(session.details().fields.headline).toBe('')
})

test('flush waits until the disk has the last key', async () => {
  const desk = keepingDesk()
  const { session, type } = typedSession(desk.client)
  await type('آخر كلمة')
  await session.flush()
  expect(desk.saves).toHaveLength(1)
  expect(session.saveState().kind).toBe('saved')
})

test('an article that another window saved is older here only while nothing is unsaved', async () => {
  const desk = keepingDesk()
  const session = new ArticleSession(desk.client, openedArticle())
  expect(session.isOlderThan(7)).toBe(false)
  expect(session.isOlderThan(8)).toBe(true)
  session.storyEdited()
  expect(session.isOlderThan(8)).toBe(false)
})

const words = (text: string) => ({ story: { from: 0, remove: 1, insert: story(text).content } })

test('what is written is in the journal 120 ms after the first key, against the stored revision', async () => {
  const desk = keepingDesk()
  const { type } = typedSession(desk.client)
  for (const words of ['م', 'مد', 'مدا', 'مداد']) await type(words, 50)
  expect(desk.saves).toHaveLength(0)
  expect(desk.journal.map(({ id: of, on }) => [of, on])).toEqual([
    [openedArticle().article.id, [{ revision: 7, patch: words('مدا') }]],
  ])
  await vi.advanceTimersByTimeAsync(120)
  expect(desk.journal.at(-1)?.on).toEqual([{ revision: 7, patch: words('مداد') }])
})

test('while a save is under way it is said against what that will store, too', async () => {
  const desk = keepingDesk()
  const call: DeskClient['call'] = (method, input) => desk.client.call(method, input)
  let answer: () => void = () => undefined
  const slow = (async (method: 'article.save', input: never) => {
    if (method === 'article.save') await new Promise<void>((resolve) => (answer = resolve))
    return call(method, input)
  }) as DeskClient['call']
  const { type } = typedSession({ ...desk.client, call: slow })
  await type('أول', untilSavedMs)
  await type('أول وثان', untilJournaledMs)
  expect(desk.journal.at(-1)?.on).toEqual([
    { revision: 7, patch: words('أول وثان') },
    { revision: 8, patch: words('أول وثان') },
  ])
  answer()
  await vi.advanceTimersByTimeAsync(1)
  await type('أول وثان وثالث', untilJournaledMs)
  expect(desk.journal.at(-1)?.on).toEqual([{ revision: 8, patch: words('أول وثان وثالث') }])
})

test('a save whose answer was lost may stand in the file: the journal says it against both', async () => {
  const desk = keepingDesk()
  const { type } = typedSession(desk.client)
  desk.failWith = new DeskError('unreachable', 'gone')
  await type('أول', untilSavedMs)
  await type('أول وثان', untilJournaledMs)
  expect(desk.journal.at(-1)?.on.map(({ revision }) => revision)).toEqual([7, 8])
})

test('while saving fails the badge knows where the words are kept, or that nothing keeps them', async () => {
  const desk = keepingDesk()
  const { session, type } = typedSession(desk.client)
  desk.failWith = new DeskError('disk-full', 'no space')
  desk.keptIn = 'elsewhere'
  await type('أول', untilSavedMs)
  expect(session.saveState()).toMatchObject({ kind: 'failed', keptIn: 'elsewhere' })
  desk.keptIn = new DeskError('disk-full', 'no space there either')
  await type('أول وثان', 20_000)
  expect(session.saveState()).toMatchObject({ kind: 'failed', keptIn: null })
})

describe('a long story', () => {
  const long = (last: string): StoryBody => ({
    type: 'doc',
    content: [...Array.from({ length: 120 }, (_, at) => paragraphs[at] ?? paragraph('')), paragraph(last)],
  })
  const paragraph = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  })
  const paragraphs = Array.from({ length: 120 }, (_, at) => paragraph(`فقرة ${at}`))

  function longSession(failures: (DeskError | null)[]) {
    const asked: { method: string; input: unknown }[] = []
    const call = async (method: string, input: unknown) => {
      if (method === 'article.journal') return { keptIn: 'library' }
      asked.push({ method, input })
      const failure = failures.shift()
      if (failure) throw failure
      return { revision: (input as SaveInput).revision + 1, updatedAt: '2026-11-23T11:00:00Z', row: {} }
    }
    const opened = openedArticle()
    const session = new ArticleSession({ call, listen: () => () => undefined } as unknown as DeskClient, {
      ...opened,
      article: { ...opened.article, body: long('آخر') },
    })
    let body = long('آخر')
    session.readStoryFrom(() => body)
    const type = async (last: string, thenMs = untilSavedMs): Promise<void> => {
      body = long(last)
      session.storyEdited()
      await vi.advanceTimersByTimeAsync(thenMs)
    }
    return { session, type, asked }
  }
  const said = (asked: { method: string; input: unknown }[]) =>
    asked.map(({ method, input }) => {
      const { revision, blocks, patch, body } = input as Record<string, unknown>
      return method === 'article.save' ? { revision, body } : { revision, blocks, patch }
    })
  const changed = (revision: number, last: string) => ({
    revision,
    blocks: 121,
    patch: { story: { from: 120, remove: 1, insert: [paragraph(last)] } },
  })

  test('is saved as what changed since the save before', async () => {
    const { session, type, asked } = longSession([])
    await type('أول')
    await type('ثانٍ')
    expect(said(asked)).toEqual([changed(7, 'أول'), changed(8, 'ثانٍ')])
    expect(session.saveState().kind).toBe('saved')
  })
  test('is said whole where the file is another one, so that it is kept beside it', async () => {
    const stale = new DeskError('stale-revision', 'changed')
    const { session, type, asked } = longSession([stale, stale])
    await type('أول')
    expect(said(asked)).toEqual([changed(7, 'أول'), { revision: 7, body: long('أول') }])
    expect(session.saveState().kind).toBe('conflict')
  })
  test('is said whole again where no answer came, and as changes after that', async () => {
    const { session, type, asked } = longSession([new DeskError('unreachable', 'gone')])
    await type('أول')
    await type('ثانٍ', 5000)
    expect(said(asked)).toEqual([changed(7, 'أول'), { revision: 7, body: long('أول') }, changed(8, 'ثانٍ')])
    expect(session.saveState().kind).toBe('saved')
  })
  test('is said as changes again after a full disk, and whole where somebody waits for it', async () => {
    const { session, type, asked } = longSession([new DeskError('disk-full', 'full')])
    await type('أول', 5000)
    expect(said(asked)).toEqual([changed(7, 'أول'), changed(7, 'أول')])
    await type('ثانٍ', 0)
    await session.flush()
    expect(said(asked).at(-1)).toEqual({ revision: 8, body: long('ثانٍ') })
  })
})
