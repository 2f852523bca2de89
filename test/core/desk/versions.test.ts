import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskApi, Draft } from '../../../core/api/contract.ts'
import { DeskError, toErrorData } from '../../../core/api/errors.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import type { Article } from '../../../core/model/article.ts'
import { limits } from '../../../core/model/limits.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { p, story } from '../../support/story.ts'

let ports: MemoryPorts
let desk: DeskApi
beforeEach(() => {
  ports = memoryPorts()
  desk = createDesk(ports)
})
const draftOf = ({ id, language, status, fields, body }: Article): Draft => ({
  id,
  language,
  status,
  fields,
  body,
})
async function begun(words = 'الأول'): Promise<Article> {
  const { article } = await desk['article.create']({ language: 'ar' })
  await save(article, words)
  return (await desk['article.open']({ id: article.id })).article
}
async function save(article: Article, words: string, changes: Partial<Draft> = {}): Promise<Article> {
  const draft = { ...draftOf(article), body: story(p(words)), ...changes }
  const { revision } = await desk['article.save']({ ...draft, revision: article.revision })
  return { ...article, ...draft, revision }
}
const reasons = async ({ id }: Article) =>
  (await desk['versions.list']({ id })).versions.map(({ reason }) => reason)
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (thrown: unknown) => toErrorData(thrown),
  )

describe('versions that nobody has to think of', () => {
  test('the text as it was opened is kept with the first change, and not before', async () => {
    const article = await begun()
    expect(await reasons(article)).toEqual([])
    const changed = await save(article, 'الثاني')
    await save(changed, 'الثالث')
    expect(await reasons(article)).toEqual(['opened'])
  })

  test('then one after ten minutes of work', async () => {
    let article = await begun()
    article = await save(article, 'الثاني')
    ports.clock.move(9 * 60_000)
    article = await save(article, 'الثالث')
    ports.clock.move(2 * 60_000)
    await save(article, 'الرابع')
    expect(await reasons(article)).toEqual(['timed', 'opened'])
  })

  test('a change of status keeps the text as it stands then', async () => {
    const article = await save(await begun(), 'جاهز', { status: 'ready' })
    const [newest] = (await desk['versions.list']({ id: article.id })).versions
    expect(newest).toMatchObject({ reason: 'status', status: 'ready', words: 1 })
  })

  test('no save is refused because a version could not be kept', async () => {
    const article = await begun()
    ports.versions.keepFile = () => Promise.reject(new Error('no room'))
    expect((await save(article, 'الثاني')).revision).toBe(article.revision + 1)
  })
})

describe('a version by name', () => {
  test('is kept of the very words on screen, saved or not', async () => {
    const article = await begun()
    const unsaved = { ...draftOf(article), body: story(p('لم يحفظ بعد')) }
    const kept = await desk['versions.keep']({ ...unsaved, reason: 'named', label: 'نسخة المحرر' })
    expect(kept).toMatchObject({ label: 'نسخة المحرر', reason: 'named', words: 3 })
    expect((await desk['article.open']({ id: article.id })).article.body).toEqual(article.body)
  })

  test('is listed with the size of its change', async () => {
    let article = await begun('واحد اثنان ثلاثة')
    article = await save(article, 'واحد اثنان ثلاثة أربعة')
    await desk['versions.keep']({ ...draftOf(article), reason: 'named', label: 'أ' })
    article = await save(article, 'واحد اثنان خمسة')
    await desk['versions.keep']({ ...draftOf(article), reason: 'named', label: 'ب' })
    const { versions, total } = await desk['versions.list']({ id: article.id, limit: 2 })
    expect(total).toBe(3)
    expect(versions.map(({ label, inserted, deleted }) => [label, inserted, deleted])).toEqual([
      ['ب', 1, 2],
      ['أ', 1, 0],
    ])
    const after = versions[1]?.name
    expect((await desk['versions.list']({ id: article.id, after })).versions).toMatchObject([
      { reason: 'opened' },
    ])
  })
})

describe('comparing', () => {
  test('says what came and went since a version', async () => {
    const article = await save(await begun('كلمات قديمة هنا'), 'كلمات جديدة هنا')
    const [version] = (await desk['versions.list']({ id: article.id })).versions
    const compared = await desk['versions.compare']({
      id: article.id,
      older: version?.name ?? '',
      newer: 'present',
    })
    expect(compared).toMatchObject({ inserted: 1, deleted: 1, direction: 'rtl' })
  })

  test('with a version that is not there is refused', async () => {
    const { id } = await begun()
    const asked = desk['versions.compare']({ id, older: 'nowhere.json', newer: 'present' })
    expect((await failure(asked))?.code).toBe('not-found')
  })
})

describe('restoring', () => {
  test('makes the old text the present one, keeps what was, and can be undone', async () => {
    const article = await save(await begun('الأول'), 'الثاني', {
      fields: { ...(await begun()).fields, headline: 'عنوان' },
    })
    const { id, revision } = article
    const version = (await desk['versions.list']({ id })).versions.at(-1)?.name ?? ''
    const { opened, before } = await desk['versions.restore']({ id, version, revision })
    expect(opened.article).toMatchObject({
      body: story(p('الأول')),
      revision: revision + 1,
      fields: { headline: '' },
    })
    const undone = await desk['versions.restore']({ id, version: before, revision: revision + 1 })
    expect(undone.opened.article).toMatchObject({ body: story(p('الثاني')), fields: { headline: 'عنوان' } })
  })

  test('is refused where somebody has saved meanwhile', async () => {
    const article = await save(await begun(), 'الثاني')
    const version = (await desk['versions.list']({ id: article.id })).versions[0]?.name ?? ''
    const asked = desk['versions.restore']({ id: article.id, version, revision: article.revision - 1 })
    expect((await failure(asked))?.code).toBe('stale-revision')
  })
})

describe('the journal', () => {
  const patch = (words: string) => ({ story: { from: 0, remove: 1, insert: [p(words)] } })
  const journal = ({ id, revision }: Article, words: string, window = 'one') =>
    desk['article.journal']({ id, on: [{ revision, patch: patch(words) }], window })
  /** The program starts anew over the same disk. */
  const restart = () => {
    desk = createDesk(ports)
  }

  test('is replayed when the article is opened again, and the file is kept before it is overwritten', async () => {
    const article = await begun('المحفوظ')
    await journal(article, 'المحفوظ وأكثر')
    restart()
    const { recovered } = await desk['recovery.list']({})
    expect(recovered).toMatchObject([{ id: article.id, inserted: 1, deleted: 0 }])
    expect(
      (await desk['versions.compare']({ id: article.id, older: 'present', newer: 'recovered' })).inserted,
    ).toBe(1)
    const opened = await desk['article.open']({ id: article.id, window: 'two' })
    expect(opened.article.body).toEqual(story(p('المحفوظ وأكثر')))
    expect(opened.recovered).toBeDefined()
    expect(await ports.articles.get(article.id)).toMatchObject({ article: { body: story(p('المحفوظ')) } })
    await save(opened.article, 'المحفوظ وأكثر')
    expect(await reasons(article)).toEqual(['before-recovery'])
    expect((await desk['recovery.list']({})).recovered).toEqual([])
  })

  test('is replayed in the window that wrote it, after its page was loaded anew', async () => {
    const article = await begun('المحفوظ')
    await journal(article, 'المحفوظ وأكثر')
    const { article: again } = await desk['article.open']({ id: article.id, window: 'one' })
    expect(again.body).toEqual(story(p('المحفوظ وأكثر')))
  })

  test('of a window that writes is not shown by another', async () => {
    const article = await begun('المحفوظ')
    await journal(article, 'المحفوظ وأكثر')
    const { article: theirs } = await desk['article.open']({ id: article.id, window: 'two' })
    expect(theirs.body).toEqual(story(p('المحفوظ')))
    expect((await desk['recovery.list']({})).recovered).toEqual([])
  })

  test('that another window saves over is kept as a version', async () => {
    const article = await begun('المحفوظ')
    await journal(article, 'كلمات نافذة ماتت', 'one')
    const draft = { ...draftOf(article), body: story(p('كلمات نافذة أخرى')) }
    await desk['article.save']({ ...draft, revision: article.revision, window: 'two' })
    const kept = ports.versions.kept.find(({ reason }) => reason === 'recovered')
    expect(kept?.article.body).toEqual(story(p('كلمات نافذة ماتت')))
  })

  test('that another window saves or writes over is kept among the conflicts where no version is taken', async () => {
    ports.versions.keep = () => Promise.reject(new DeskError('too-large', '10,000 versions'))
    const article = await begun('المحفوظ')
    await journal(article, 'كلمات نافذة أولى', 'one')
    await journal(article, 'كلمات نافذة ثانية', 'two')
    const draft = { ...draftOf(article), body: story(p('كلمات نافذة ثالثة')) }
    await desk['article.save']({ ...draft, revision: article.revision, window: 'three' })
    const kept = ports.articles.conflicts.map(({ body }) => body)
    expect(kept).toEqual([story(p('كلمات نافذة أولى')), story(p('كلمات نافذة ثانية'))])
    const notices = ports.told.filter(({ name }) => name === 'notice')
    expect(notices).toMatchObject([{ data: { code: 'save-refused' } }, { data: { code: 'save-refused' } }])
  })

  test('that nothing can keep does not stop the window that saves over it', async () => {
    ports.versions.keep = () => Promise.reject(new DeskError('too-large', '10,000 versions'))
    ports.articles.keepConflict = () => Promise.reject(new DeskError('unwritable', 'EIO'))
    const article = await begun('المحفوظ')
    await journal(article, 'كلمات نافذة ماتت', 'one')
    const draft = { ...draftOf(article), body: story(p('كلمات نافذة أخرى')) }
    await desk['article.save']({ ...draft, revision: article.revision, window: 'two' })
    expect((await desk['article.open']({ id: article.id })).article.body).toEqual(draft.body)
  })

  test('that nobody wants is kept as a version, and gone from the list', async () => {
    const article = await begun('المحفوظ')
    await journal(article, 'غير مرغوب')
    restart()
    await desk['recovery.discard']({ id: article.id })
    expect((await desk['recovery.list']({})).recovered).toEqual([])
    expect(await reasons(article)).toContain('recovered')
    expect((await desk['article.open']({ id: article.id })).article.body).toEqual(story(p('المحفوظ')))
  })

  test('is not given up while its file cannot be read: nothing was kept of it', async () => {
    const article = await begun('المحفوظ')
    await journal(article, 'المحفوظ وأكثر')
    restart()
    const file = ports.articles.files.get(article.id)
    ports.articles.files.set(article.id, { kind: 'unreadable', reason: 'EIO' })
    expect(await failure(desk['recovery.discard']({ id: article.id }))).toMatchObject({ code: 'unreadable' })
    if (file) ports.articles.files.set(article.id, file)
    expect((await desk['recovery.list']({})).recovered).toMatchObject([{ id: article.id }])
  })
})

test('a story of more words than the limit is refused by its name, and so are too many pictures', async () => {
  const article = await begun()
  const words = 'كلمة '.repeat(limits.storyWords + 1)
  expect(await failure(save(article, words))).toMatchObject({
    code: 'too-large',
    details: { limit: 'storyWords', most: 200_000 },
  })
  ports.media.size = () => Promise.resolve(limits.mediaBytes)
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  expect(await failure(desk['media.add']({ id: article.id, base64: png }))).toMatchObject({
    code: 'too-large',
    details: { limit: 'mediaBytes' },
  })
})
