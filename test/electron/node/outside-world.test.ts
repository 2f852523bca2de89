import { appendFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { Article } from '../../../core/model/article.ts'
import { ArticleFiles } from '../../../electron/node/article-files.ts'
import { articleStores } from '../../../electron/node/article-stores.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { elsewhereIn } from '../../../electron/node/elsewhere.ts'
import { completeLibrary, findLibrary, LibraryPaths } from '../../../electron/node/library-folder.ts'
import { emptyDue, listTrash } from '../../../electron/node/trash-folder.ts'
import { FaultDisk, type Plan } from '../../support/fault-fs.ts'
import { article, filesUnder, idOf, lay, story, tempDesk, tempFolder } from '../../support/temp-library.ts'
import { p } from '../../support/story.ts'

const window: HostInfo = {
  kind: 'web',
  choosesLibrary: 'fixed',
  revealsLibrary: false,
  savesFiles: false,
}
const watched = { host: window, watchEveryMs: 20 }
const saving = ({ id, language, status, fields, revision }: Article, words: string) => ({
  id,
  language,
  status,
  fields,
  revision,
  body: story(words),
})

describe('another program', () => {
  test('that changes an open article is noticed: windows are told its new revision', async () => {
    const { desk, folder, told } = await tempDesk(watched)
    const { article: made } = await desk['article.create']({ headline: 'قبل' })
    await desk['article.open']({ id: made.id })
    const path = new LibraryPaths(folder).article(made.id)
    const theirs = { ...made, fields: { ...made.fields, headline: 'من برنامج آخر' } }
    await writeFile(path, JSON.stringify(theirs))
    await expect
      .poll(() => told.at(-1), { timeout: 10_000 })
      .toMatchObject({ name: 'article.changed', data: { revision: 1, row: { headline: 'من برنامج آخر' } } })
    // What was typed over the text of before is kept apart.
    await expect(desk['article.save'](saving(made, 'كلماتي'))).rejects.toMatchObject({
      code: 'stale-revision',
    })
    expect((await desk['versions.list']({ id: made.id })).versions).toMatchObject([{ reason: 'conflict' }])
  })

  test('that is still writing an article is waited for: half of it is never taken for damaged', async () => {
    const disk = new FaultDisk()
    const { desk, folder, told } = await tempDesk({ ...watched, disk })
    const { article: made } = await desk['article.create']({ headline: 'قبل' })
    await desk['article.open']({ id: made.id })
    const path = new LibraryPaths(folder).article(made.id)
    const theirs = JSON.stringify({ ...made, fields: { ...made.fields, headline: 'من برنامج آخر' } })
    const parts = Array.from({ length: 8 }, (_, at) =>
      theirs.slice((at * theirs.length) / 8, ((at + 1) * theirs.length) / 8),
    )
    // A part more before each look, as slow as the looks are.
    const stat = disk.stat.bind(disk)
    disk.stat = async (at) => {
      const part = at === path ? parts.shift() : undefined
      if (part !== undefined) await (parts.length === 7 ? writeFile(path, part) : appendFile(path, part))
      return stat(at)
    }
    await expect
      .poll(() => told.at(-1), { timeout: 10_000 })
      .toMatchObject({ name: 'article.changed', data: { row: { headline: 'من برنامج آخر' } } })
    expect(parts).toEqual([])
    expect(told.filter(({ name }) => name === 'article.removed' || name === 'notice')).toEqual([])
  })

  test('that holds an article for a moment takes it out of no list', async () => {
    const disk = new FaultDisk()
    const { desk, folder, told } = await tempDesk({ ...watched, disk })
    const { article: made } = await desk['article.create']({ headline: 'قبل' })
    await desk['article.open']({ id: made.id })
    const path = new LibraryPaths(folder).article(made.id)
    disk.arm({ at: 1, fault: 'EBUSY', lasts: 'from-there', counts: (_, at) => at === path })
    await expect.poll(() => disk.fired, { timeout: 10_000 }).toBeGreaterThan(3)
    disk.arm(undefined)
    expect((await desk['article.list']({})).total).toBe(1)
    expect(told.filter(({ name }) => name === 'article.removed')).toEqual([])
  })

  test('that removes an open article is noticed', async () => {
    const { desk, folder, told } = await tempDesk(watched)
    const { article: made } = await desk['article.create']({ headline: 'قبل' })
    await desk['article.open']({ id: made.id })
    await rm(new LibraryPaths(folder).articleFolder(made.id), { recursive: true })
    await expect
      .poll(() => told.at(-1), { timeout: 10_000 })
      .toMatchObject({ name: 'article.removed', data: { id: made.id } })
  })

  test('whose own save we make ourselves is nobody', async () => {
    const { desk, told } = await tempDesk(watched)
    let { article: made } = await desk['article.create']({ headline: 'قبل' })
    await desk['article.open']({ id: made.id })
    for (let n = 0; n < 40; n += 1) {
      const { revision } = await desk['article.save'](saving(made, `كلمة ${n}`))
      made = Object.assign(made, { revision })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const revisions = told.flatMap((event) => (event.name === 'article.changed' ? [event.data.revision] : []))
    expect(revisions).toEqual(Array.from({ length: 41 }, (_, n) => n))
  })
})

test('a copy that a synchroniser lays beside an open article is said, once, with what to do', async () => {
  const { desk, folder, told } = await tempDesk(watched)
  const { article: made } = await desk['article.create']({ headline: 'العنوان' })
  await desk['article.open']({ id: made.id })
  const copy = join(new LibraryPaths(folder).articleFolder(made.id), 'article (Sara’s conflicted copy).json')
  await writeFile(copy, JSON.stringify({ ...made, body: story('من الحاسوب الآخر') }))
  const notices = () => told.filter(({ name }) => name === 'notice')
  const said = { name: 'notice', data: { code: 'synced-copy', details: { headline: 'العنوان', count: 1 } } }
  await expect.poll(notices, { timeout: 10_000 }).toMatchObject([said])
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(notices()).toHaveLength(1)
  expect((await desk['versions.list']({ id: made.id })).versions).toMatchObject([{ reason: 'synced-copy' }])
})

test('the text before a restore is named, though another program laid one beside it since', async () => {
  const { desk, folder } = await tempDesk()
  const { article: made } = await desk['article.create']({ headline: 'العنوان' })
  const keep = async (words: string) =>
    (await desk['versions.keep']({ ...saving(made, words), reason: 'named', label: words }))?.name ?? ''
  const older = await keep('الأول')
  await desk['article.save'](saving(made, 'الثاني'))
  await keep('الثاني')
  const copy = join(new LibraryPaths(folder).articleFolder(made.id), 'article (1).json')
  await writeFile(copy, JSON.stringify({ ...made, body: story('من حاسوب آخر') }))
  const { id } = made
  const restored = await desk['versions.restore']({ id, version: older, revision: 1 })
  expect(restored.opened.article.body).toEqual(story('الأول'))
  const undone = await desk['versions.restore']({ id, version: restored.before, revision: 2 })
  expect(undone.opened.article.body).toEqual(story('الثاني'))
})

describe('a clock that jumps back', () => {
  test('while Midad is open is said, and the newest text stays the newest', async () => {
    let lead = 0
    const clock = { now: () => Date.now() - lead, elapsed: () => performance.now() }
    const { desk, told } = await tempDesk({ ...watched, clock })
    const { article: made } = await desk['article.create']({ headline: 'قبل' })
    lead = 86_400_000
    await expect
      .poll(() => told.find(({ name }) => name === 'notice'), { timeout: 10_000 })
      .toMatchObject({ data: { code: 'clock-back' } })
    const { updatedAt } = await desk['article.save'](saving(made, 'بعد'))
    expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(Date.parse(made.updatedAt))
  })

  test('before it was opened is said, too', async () => {
    const { desk, folder, close } = await tempDesk(watched)
    await desk['article.create']({ headline: 'قبل' })
    await close()
    const clock = { now: () => Date.now() - 86_400_000, elapsed: () => performance.now() }
    const { told } = await tempDesk({ folder, ...watched, clock })
    await expect.poll(() => told, { timeout: 10_000 }).toMatchObject([{ data: { code: 'clock-back' } }])
  })
})

describe('a library that goes away', () => {
  test('is said once, its words are kept elsewhere, and it comes back', async () => {
    const { desk, folder, told } = await tempDesk(watched)
    const { article: made } = await desk['article.create']({ headline: 'قبل' })
    await rename(folder, `${folder}-away`)
    onTestFinished(() => rm(`${folder}-away`, { recursive: true, force: true }))
    const codes = () => told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))
    await expect.poll(codes, { timeout: 10_000 }).toEqual(['library-away'])
    await expect(desk['article.save'](saving(made, 'كلمات'))).rejects.toMatchObject({
      code: 'library-missing',
    })
    const patch = { story: { from: 0, remove: 1, insert: [p('كلمات')] } }
    const journal = { id: made.id, on: [{ revision: 0, patch }] }
    expect(await desk['article.journal'](journal)).toEqual({ keptIn: 'elsewhere' })
    // No new library grew over the place.
    await expect(readFile(join(folder, 'library.json'))).rejects.toMatchObject({ code: 'ENOENT' })
    await rename(`${folder}-away`, folder)
    await expect.poll(codes, { timeout: 10_000 }).toEqual(['library-away', 'library-back'])
    expect((await desk['article.save'](saving(made, 'كلمات'))).revision).toBe(1)
    expect((await desk['desk.state']({})).notices).toEqual([])
  })
})

describe('a library of a newer Midad', () => {
  test('opens read-only, says so, and keeps every byte', async () => {
    const folder = join(await tempFolder(), 'library')
    const paths = new LibraryPaths(folder)
    await lay(paths.marker, JSON.stringify({ format: 'midad-library', version: 2, id: 'x', later: true }))
    await lay(paths.article(idOf(1)), JSON.stringify({ ...article(idOf(1)), schemaVersion: 7, later: 1 }))
    const before = await filesUnder(folder)
    const opened = await tempDesk({ folder, ...watched })
    expect(opened.library).toMatchObject({ readOnly: true, notices: [{ code: 'library-newer' }] })
    const { article: shown, readOnly } = await opened.desk['article.open']({ id: idOf(1) })
    expect([shown.fields.headline, readOnly?.reason]).toEqual(['عنوان', 'newer-schema'])
    await expect(opened.desk['article.create']({})).rejects.toMatchObject({ code: 'library-locked' })
    await opened.close()
    expect(await filesUnder(folder)).toEqual(before)
    await expect(tempDesk({ folder, requireWrite: true })).rejects.toMatchObject({ code: 'read-only' })
  })
})

test('the file of an older Midad is kept as a version, byte for byte, before it is written anew', async () => {
  const folder = await tempFolder()
  const paths = new LibraryPaths(await findLibrary(nodeDisk, join(folder, 'library'), true))
  await completeLibrary(nodeDisk, paths)
  const options = { disk: nodeDisk, paths, isReadOnly: () => false, tell: () => undefined }
  const stores = articleStores({
    ...options,
    now: () => Date.parse('2026-11-23T09:00:00Z'),
    elsewhere: elsewhereIn(nodeDisk, join(folder, 'elsewhere')),
    isOlder: (json) => JSON.stringify(json).includes('"old"'),
  })
  const old = JSON.stringify({ ...article(idOf(1), { revision: 1 }), old: true })
  await lay(paths.article(idOf(1)), old)
  await stores.articles.get(idOf(1))
  for (const revision of [2, 3]) await stores.articles.put(article(idOf(1), { revision }))
  const kept = await stores.versions.list(idOf(1))
  expect(kept).toMatchObject([{ reason: 'before-migration' }])
  expect(await readFile(join(paths.versions(idOf(1)), kept[0]?.name ?? ''), 'utf8')).toBe(old)
})

describe('the trash', () => {
  const dayMs = 86_400_000
  const start = Date.parse('2026-11-23T09:00:00Z')
  async function trashed() {
    const paths = new LibraryPaths(await findLibrary(nodeDisk, join(await tempFolder(), 'library'), true))
    await completeLibrary(nodeDisk, paths)
    const files = new ArticleFiles({
      disk: nodeDisk,
      paths,
      now: () => start,
      isReadOnly: () => false,
      tell: () => undefined,
    })
    await files.put(article(idOf(1)))
    await files.trash(idOf(1), new Date(start).toISOString(), { host: 'web', computer: 'desk-1' })
    const left = async () => (await listTrash(nodeDisk, paths)).length
    return { paths, left, files }
  }

  test('keeps an article for thirty days, and deletes it a day after it was first seen to be due', async () => {
    const { paths, left } = await trashed()
    await emptyDue(nodeDisk, paths, start + 29 * dayMs)
    await emptyDue(nodeDisk, paths, start + 31 * dayMs)
    expect(await left()).toBe(1)
    await emptyDue(nodeDisk, paths, start + 31.5 * dayMs)
    expect(await left()).toBe(1)
    await emptyDue(nodeDisk, paths, start + 32.1 * dayMs)
    expect(await left()).toBe(0)
  })

  test('loses nothing to a clock that stood in the future for a day', async () => {
    const { paths, left } = await trashed()
    await emptyDue(nodeDisk, paths, start + 4000 * dayMs)
    await emptyDue(nodeDisk, paths, start + dayMs)
    await emptyDue(nodeDisk, paths, start + 29 * dayMs)
    expect(await left()).toBe(1)
  })

  test('without its note keeps it for thirty days more, however old its folder is', async () => {
    const { paths, left } = await trashed()
    await rm(join(paths.trashFolder(idOf(1)), 'trashed.json'))
    const at = new Date(start - 400 * dayMs)
    await utimes(paths.trashFolder(idOf(1)), at, at)
    for (const day of [0, 2, 29]) await emptyDue(nodeDisk, paths, start + day * dayMs)
    expect(await left()).toBe(1)
    for (const day of [30, 31]) await emptyDue(nodeDisk, paths, start + day * dayMs)
    expect(await left()).toBe(0)
  })

  test('whose note cannot be read now keeps that note', async () => {
    const { paths, left } = await trashed()
    const path = join(paths.trashFolder(idOf(1)), 'trashed.json')
    const note = await readFile(path)
    const at = new Date(start - 400 * dayMs)
    await utimes(paths.trashFolder(idOf(1)), at, at)
    const plan: Plan = { at: 1, fault: 'EIO', lasts: 'from-there', counts: (call) => call === 'readFile' }
    await emptyDue(new FaultDisk(plan), paths, start + 20 * dayMs)
    expect([await left(), await readFile(path)]).toEqual([1, note])
  })

  test('is emptied for good where a person says so, and only of what they say', async () => {
    const { desk, folder } = await tempDesk()
    const ids: string[] = []
    for (const headline of ['أ', 'ب', 'ج']) {
      const { article: made } = await desk['article.create']({ headline })
      await desk['article.trash']({ id: made.id })
      ids.push(made.id)
    }
    const patch = { story: { from: 0, remove: 1, insert: [p('كلمات')] } }
    for (const id of ids) await desk['article.journal']({ id, on: [{ revision: 0, patch }] })
    expect(await desk['trash.remove']({ ids: ids.slice(0, 1) })).toEqual({ removed: 1, stayed: 0 })
    // Their journals go with them, and no other.
    expect((await readdir(join(folder, 'journals'))).toSorted()).toEqual(
      ids.slice(1).map((id) => `${id}.log`),
    )
    expect((await desk['trash.list']({})).articles).toHaveLength(2)
    expect(await desk['trash.remove']({})).toEqual({ removed: 2, stayed: 0 })
    await expect(desk['trash.restore']({ id: ids[1] ?? '' })).rejects.toMatchObject({ code: 'not-found' })
  })
  test('is emptied of what it shows: what cannot be read now stays, byte for byte, and is counted and named', async () => {
    const disk = new FaultDisk()
    const { desk, folder } = await tempDesk({ disk })
    const ids: string[] = []
    for (const headline of ['أ', 'ب', 'ج']) {
      const { article: made } = await desk['article.create']({ headline })
      await desk['article.trash']({ id: made.id })
      ids.push(made.id)
    }
    const [held = '', damaged = ''] = ids
    const paths = new LibraryPaths(folder)
    await lay(join(paths.trashFolder(damaged), 'article.json'), '{"torn":')
    const at = join(paths.trashFolder(held), 'article.json')
    const counts = (call: string, path: string) => call === 'readFile' && path === at
    disk.arm({ at: 1, fault: 'EBUSY', lasts: 'from-there', counts })
    expect((await desk['trash.list']({})).articles).toHaveLength(1)
    const before = await filesUnder(paths.trash)
    expect(await desk['trash.remove']({})).toEqual({ removed: 1, stayed: 2 })
    const left = Object.entries(before).filter(([path]) => !path.startsWith(ids[2] ?? ''))
    expect(await filesUnder(paths.trash)).toEqual(Object.fromEntries(left))
    expect((await desk['library.verify']({})).problems.map(({ code, path }) => [code, path])).toEqual([
      ['unreadable', `trash/${held}/article.json`],
      ['damaged', `trash/${damaged}/article.json`],
    ])
    disk.arm(undefined)
    expect((await desk['trash.list']({})).articles).toMatchObject([{ row: { id: held } }])
  })
})
