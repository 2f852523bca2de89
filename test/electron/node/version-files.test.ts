import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../core/api/contract.ts'
import { limits } from '../../../core/model/limits.ts'
import type { Article } from '../../../core/model/article.ts'
import { articleStores } from '../../../electron/node/article-stores.ts'
import { elsewhereIn } from '../../../electron/node/elsewhere.ts'
import { completeLibrary, findLibrary, LibraryPaths } from '../../../electron/node/library-folder.ts'
import { isSyncedCopy, syncServiceOf } from '../../../electron/node/synced-copies.ts'
import { FaultDisk, type Fault } from '../../support/fault-fs.ts'
import { p } from '../../support/story.ts'
import { article, idOf, lay, story, tempFolder } from '../../support/temp-library.ts'

const id = idOf(1)
const revised = (revision: number, text = `نص ${revision}`): Article =>
  article(id, { revision, body: story(text) })

async function library() {
  const disk = new FaultDisk()
  const folder = await tempFolder()
  const paths = new LibraryPaths(await findLibrary(disk, join(folder, 'library'), true))
  await completeLibrary(disk, paths)
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') }
  const notices: Notice[] = []
  const open = () =>
    articleStores({
      disk,
      paths,
      elsewhere: elsewhereIn(disk, join(folder, 'config', 'journals', 'library-1')),
      now: () => clock.now,
      isReadOnly: () => false,
      tell: (notice) => void notices.push(notice),
    })
  const stores = open()
  await stores.articles.put(revised(1))
  return { disk, folder, paths, clock, notices, open, ...stores }
}

describe('a version', () => {
  test('is the file, byte for byte, under its time, its revision and its reason', async () => {
    const { versions, paths } = await library()
    const name = await versions.keepFile(id, 'opened')
    expect(name).toBe('2026-11-23T09-00-00-000Z-r1-opened.json')
    expect(await readFile(join(paths.versions(id), name ?? ''))).toEqual(await readFile(paths.article(id)))
    expect(await versions.list(id)).toEqual([
      { name, reason: 'opened', keptAt: '2026-11-23T09:00:00.000Z', label: '' },
    ])
    expect(await versions.read(id, name ?? '')).toEqual({ kind: 'article', article: revised(1) })
  })

  test('is kept once for the same words, and again for a name', async () => {
    const { versions, articles } = await library()
    await versions.keepFile(id, 'opened')
    await articles.put({ ...revised(2), body: revised(1).body })
    expect(await versions.keepFile(id, 'timed')).toBeUndefined()
    expect(await versions.keep(revised(2, 'نص 1'), 'named', 'قبل التصحيح')).toBeDefined()
    expect((await versions.list(id)).map(({ reason, label }) => [reason, label])).toEqual([
      ['named', 'قبل التصحيح'],
      ['opened', ''],
    ])
  })

  test('stands in the order of revisions, whatever the clock says', async () => {
    const { versions, articles, clock } = await library()
    await versions.keepFile(id, 'opened')
    clock.now -= 86_400_000
    await articles.put(revised(2))
    await versions.keepFile(id, 'timed')
    expect((await versions.list(id)).map(({ name }) => name)).toEqual([
      '2026-11-22T09-00-00-000Z-r2-timed.json',
      '2026-11-23T09-00-00-000Z-r1-opened.json',
    ])
  })

  test('of another article, or of a name that climbs, is none', async () => {
    const { versions, paths } = await library()
    await lay(join(paths.root, 'secret.json'), '{}')
    for (const name of ['../../../secret.json', 'article.json', 'x.json', ''])
      expect(await versions.read(id, name)).toBeUndefined()
  })

  test('thins by the hour after a day and by the day after thirty; what somebody named stays', async () => {
    const { versions, clock } = await library()
    const start = clock.now
    const hour = 3_600_000
    for (let quarter = 0; quarter < 12; quarter += 1) {
      clock.now = start + quarter * (hour / 4)
      await versions.keep(revised(quarter + 1), quarter === 1 ? 'named' : 'timed', quarter === 1 ? 'أ' : '')
    }
    expect(await versions.list(id)).toHaveLength(12)
    clock.now = start + 28 * hour
    await versions.keep(revised(13), 'timed')
    // Three hours have one each, and the named one; then the new one.
    expect(await versions.list(id)).toHaveLength(5)
    clock.now = start + 32 * 24 * hour
    await versions.keep(revised(14), 'timed')
    expect((await versions.list(id)).map(({ reason }) => reason)).toEqual([
      'timed',
      'timed',
      'timed',
      'named',
    ])
  })

  test('of ten thousand is the last: another is refused by its limit', async () => {
    const { versions, paths } = await library()
    const bytes = await readFile(paths.article(id))
    await versions.keepFile(id, 'opened')
    await Promise.all(
      Array.from({ length: limits.versions - 1 }, (_, n) => {
        const time = new Date(Date.parse('2020-01-01T00:00:00Z') + n * 60_000)
          .toISOString()
          .replaceAll(/[:.]/g, '-')
        return writeFile(join(paths.versions(id), `${time}-r0-named.json`), bytes)
      }),
    )
    await expect(versions.keep(revised(3), 'named', 'أ')).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 'versions', most: 10_000 },
    })
  })

  const faults: Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY', 'EPERM', 'short']
  test.each(faults)(
    'is whole or not there whichever call fails (%s), and the article is untouched',
    async (fault) => {
      for (let at = 1; ; at += 1) {
        const { disk, versions, paths } = await library()
        const before = await readFile(paths.article(id))
        disk.arm({ at, fault, lasts: 'once' })
        await versions.keepFile(id, 'opened').catch(() => undefined)
        const { fired } = disk
        disk.arm(undefined)
        expect(await readFile(paths.article(id))).toEqual(before)
        for (const { name } of await versions.list(id))
          expect(await versions.read(id, name)).toMatchObject({ kind: 'article' })
        // A second try succeeds.
        await versions.keepFile(id, 'opened')
        expect((await versions.list(id)).length).toBeGreaterThan(0)
        if (fired === 0) break
      }
    },
  )
})

describe('copies that synchronisers lay beside an article', () => {
  const names = [
    "article (Sara's conflicted copy 2026-11-26).json",
    'article (conflicted copy 2026-11-26 101500).json',
    'article.sync-conflict-20261126-101500-ABCDEFG.json',
    'article-LAPTOP-7.json',
    'article (1).json',
    'article 2.json',
  ]
  test.each(names)('%s is a version and no article', async (name) => {
    const { versions, articles, paths } = await library()
    await lay(join(paths.articleFolder(id), name), JSON.stringify(revised(1, 'من الحاسوب الآخر')))
    expect(await versions.list(id)).toMatchObject([{ name, reason: 'synced-copy' }])
    expect(await versions.read(id, name)).toMatchObject({ article: { body: story('من الحاسوب الآخر') } })
    expect(await articles.ids()).toEqual([id])
  })
  test.each([
    'article.json',
    'trashed.json',
    'damaged-2026.json',
    'articles.json',
    '.article.json.1.abc.tmp',
  ])('%s is none', (name) => expect(isSyncedCopy(name)).toBe(false))
  test.each([
    ['/home/sara/Dropbox/Midad', 'Dropbox'],
    ['C:\\Users\\Sara\\OneDrive - Agency\\Midad', 'OneDrive'],
    ['/Users/sara/Library/Mobile Documents/com~apple~CloudDocs/Midad', 'iCloud Drive'],
    ['/home/sara/Documents/Midad', undefined],
    ['/home/sara/dropboxes/Midad', undefined],
  ])('%s lies in %s', (path, service) => expect(syncServiceOf(path)).toBe(service))
})

test('a hundred of very many versions are read without a look at the others for each', async () => {
  const { versions, paths, disk } = await library()
  const name = (n: number) => `2026-11-${String(n).padStart(2, '0')}T09-00-00-000Z-r${n}-timed.json`
  for (let n = 2; n < 22; n += 1) await lay(join(paths.versions(id), name(n)), JSON.stringify(revised(n)))
  disk.arm(undefined)
  for (let n = 2; n < 22; n += 1)
    expect(await versions.read(id, name(n))).toMatchObject({ article: { revision: n } })
  expect(disk.calls).not.toContain('readdir')
})

test('the name of a version leads nowhere else', async () => {
  const { versions, paths } = await library()
  await lay(join(paths.articles, 'x).json'), JSON.stringify(revised(1)))
  await lay(join(paths.articleFolder(id), 'article (', 'x'), '')
  for (const name of [
    'article (/../../x).json',
    'article (\\..\\..\\x).json',
    '../article.json',
    'article.json',
  ])
    expect(await versions.read(id, name)).toBeUndefined()
})

test('names of versions that cannot be read are kept aside before a new one is given', async () => {
  const { versions, paths } = await library()
  await versions.keep(revised(1), 'named', 'أول')
  const labels = join(paths.versions(id), 'labels.json')
  await writeFile(labels, '{"cut')
  await versions.keep(revised(1, 'آخر'), 'named', 'ثان')
  expect((await versions.list(id)).map(({ label }) => label).filter(Boolean)).toEqual(['ثان'])
  const [kept = ''] = await readdir(paths.setAside)
  expect(await readFile(join(paths.setAside, kept), 'utf8')).toBe('{"cut')
})

describe('a damaged article', () => {
  const damage = [
    ['empty', () => new Uint8Array()],
    ['of NULs', (bytes: Uint8Array) => new Uint8Array(bytes.length)],
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['of another charset', () => Uint8Array.from([0xc7, 0xe1, 0xce, 0xc8])],
    ['not an article', () => new TextEncoder().encode('{"id":1}')],
  ] as const
  test.each(damage)('(%s) is rebuilt from its newest version; its bytes are kept', async (_, spoil) => {
    const { versions, articles, paths, notices, open } = await library()
    await versions.keepFile(id, 'opened')
    await articles.put(revised(2))
    await versions.keepFile(id, 'timed')
    const spoilt = spoil(await readFile(paths.article(id)))
    await writeFile(paths.article(id), spoilt)
    expect(await open().articles.get(id)).toMatchObject({
      kind: 'article',
      article: { revision: 3, body: story('نص 2') },
    })
    expect(notices).toMatchObject([{ code: 'article-rebuilt', details: { id, headline: 'عنوان' } }])
    const [kept] = await readdir(paths.setAside)
    expect(await readFile(join(paths.setAside, kept ?? ''))).toEqual(Buffer.from(spoilt))
    // And it is written in again.
    const again = open()
    await again.articles.get(id)
    await again.articles.put(revised(4))
  })

  test('gets back what its journal holds over that version', async () => {
    const { articles, journals, paths, open } = await library()
    await articles.put(revised(2))
    await journals.whole(revised(2))
    await journals.append(id, [
      { revision: 2, patch: { story: { from: 0, remove: 1, insert: [p('كل ما كتبت')] } } },
    ])
    await writeFile(paths.article(id), '')
    expect(await open().articles.get(id)).toMatchObject({
      article: { revision: 3, body: story('كل ما كتبت') },
    })
  })

  test('of which nothing is kept is set aside, and said', async () => {
    const { paths, notices, open } = await library()
    await writeFile(paths.article(id), 'x')
    expect(await open().articles.get(id)).toMatchObject({ kind: 'unreadable' })
    expect(notices).toMatchObject([{ code: 'file-set-aside' }])
  })
})
