import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Notice } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import type { Article } from '../../../core/model/article.ts'
import { ArticleFiles } from '../../../electron/node/article-files.ts'
import { completeLibrary, findLibrary, LibraryPaths } from '../../../electron/node/library-folder.ts'
import { FaultDisk, type Fault } from '../../support/fault-fs.ts'
import { article, filesUnder, idOf, lay, story, tempFolder } from '../../support/temp-library.ts'

async function library() {
  const disk = new FaultDisk()
  const root = join(await tempFolder(), 'library')
  const paths = new LibraryPaths(await findLibrary(disk, root, true))
  await completeLibrary(disk, paths)
  const notices: Notice[] = []
  const at = { readOnly: false, now: Date.parse('2026-11-23T09:00:00Z') }
  const open = (beforeWrite?: () => Promise<void>) =>
    new ArticleFiles({
      disk,
      paths,
      now: () => at.now,
      isReadOnly: () => at.readOnly,
      tell: (notice) => void notices.push(notice),
      ...(beforeWrite && { beforeWrite }),
    })
  return { disk, paths, notices, at, open, files: open() }
}
const id = idOf(1)
const from = { host: 'web', computer: 'desk-1' } as const
const revised = (revision: number, text = `نص ${revision}`): Article =>
  article(id, { revision, body: story(text) })

describe('an article', () => {
  test('is written as one readable file, for its owner alone', async () => {
    const { files, paths } = await library()
    await files.put(revised(0))
    expect(JSON.parse(await readFile(paths.article(id), 'utf8'))).toEqual(revised(0))
    expect((await stat(paths.article(id))).mode & 0o777).toBe(0o600)
    expect((await stat(paths.articleFolder(id))).mode & 0o777).toBe(0o700)
    expect(await files.get(id)).toEqual({ kind: 'article', article: revised(0) })
    expect(await files.get(idOf(2))).toBeUndefined()
    expect(await files.ids()).toEqual([id])
  })

  test('takes the place of the old one only when what is to be told before has been told', async () => {
    const { open, files, paths, disk } = await library()
    await files.put(revised(0))
    let tell = (): void => undefined
    const told = new Promise<void>((resolve) => (tell = resolve))
    disk.arm(undefined)
    const saving = open(() => told).put(revised(1))
    await vi.waitFor(() => expect(disk.calls).toContain('sync'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(disk.calls).not.toContain('rename')
    expect(JSON.parse(await readFile(paths.article(id), 'utf8'))).toEqual(revised(0))
    tell()
    await saving
    expect(JSON.parse(await readFile(paths.article(id), 'utf8'))).toEqual(revised(1))
  })

  test('stays as it is until what is to be kept of it is kept, also where a later text takes the place of the one that waits', async () => {
    const { files, paths, disk } = await library()
    await files.put(revised(0))
    const stored = async (): Promise<unknown> => JSON.parse(await readFile(paths.article(id), 'utf8'))
    let [keep, keepToo] = [(): void => undefined, (): void => undefined]
    const kept = new Promise<void>((resolve) => (keep = resolve))
    const keptToo = new Promise<void>((resolve) => (keepToo = resolve))
    disk.arm(undefined)
    // The task before them keeps both from beginning: the second takes the place of the first.
    const saves = [
      files.alone(id, async () => undefined),
      files.put(revised(1), kept),
      files.put(revised(2), keptToo),
    ]
    await vi.waitFor(() => expect(disk.calls).toContain('sync'))
    keepToo()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await stored()).toEqual(revised(0))
    keep()
    await Promise.all(saves)
    expect(await stored()).toEqual(revised(2))
  })

  test('is not replaced where what is to be kept of it cannot be, and no trace of the new text is left', async () => {
    const { files, paths } = await library()
    await files.put(revised(0))
    const full = new DeskError('disk-full', 'no room for the version')
    await expect(files.put(revised(1), Promise.reject(full))).rejects.toThrow(full)
    expect(await readdir(paths.articleFolder(id))).toEqual(['article.json'])
    expect(await files.get(id)).toEqual({ kind: 'article', article: revised(0) })
  })

  test('two saves of which the first cannot keep what was there: neither replaces it, and no failure is left to nobody', async () => {
    const { files, at } = await library()
    await files.put(revised(0))
    const full = new DeskError('disk-full', 'no room for the version')
    const saves = () => [
      files.alone(id, async () => undefined),
      files.put(revised(1), Promise.reject(full)),
      files.put(revised(2)),
    ]
    const answers = await Promise.allSettled(saves())
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    // Refused before anybody waits for what is kept.
    at.readOnly = true
    await Promise.allSettled(saves())
    expect(await files.get(id)).toEqual({ kind: 'article', article: revised(0) })
  })

  test('is not read again for a change where nobody has written in it', async () => {
    const { files, paths, disk } = await library()
    await files.put(revised(0))
    disk.arm(undefined)
    expect(await files.getToChange(id)).toEqual({ kind: 'article', article: revised(0) })
    expect(disk.calls).toEqual(['stat'])
    await writeFile(paths.article(id), `${JSON.stringify(revised(0, 'نص آخر'))}\n`)
    expect(await files.getToChange(id)).toMatchObject({ article: { body: story('نص آخر'), revision: 1 } })
  })

  test('unknown fields and keys survive a round trip', async () => {
    const { files, paths } = await library()
    const file = { ...revised(3), mood: 'calm', fields: { ...revised(3).fields, later: [1, { a: 2 }] } }
    await lay(paths.article(id), JSON.stringify(file))
    const read = await files.get(id)
    if (read?.kind !== 'article') throw new Error('not read')
    await files.put({ ...read.article, revision: 4 })
    expect(JSON.parse(await readFile(paths.article(id), 'utf8'))).toEqual({ ...file, revision: 4 })
  })

  test('an id that would leave the library is no id', async () => {
    const { files } = await library()
    await expect(files.get('../../etc/passwd')).rejects.toMatchObject({ code: 'bad-request' })
    await expect(files.trash('..', '2026-11-23T09:00:00Z', from)).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  test('what could not be read again is not written', async () => {
    const { files, paths } = await library()
    await files.put(revised(0))
    const old = await readFile(paths.article(id))
    const broken = { ...revised(1), language: 'klingon' } as unknown as Article
    await expect(files.put(broken)).rejects.toMatchObject({ code: 'bad-request' })
    expect(await readFile(paths.article(id))).toEqual(old)
  })
})

describe('a file of a newer Midad', () => {
  const foreign = {
    ...article(id),
    body: { type: 'doc', content: [{ type: 'hologram', attrs: { depth: 3 }, content: [] }] },
  }
  test.each([
    ['with a node that is unknown', foreign],
    ['of a newer schema', { ...article(id), schemaVersion: 99 }],
  ])('%s is shown and never rewritten', async (_, file) => {
    const { files, paths, open } = await library()
    await lay(paths.article(id), JSON.stringify(file, null, 4))
    const bytes = await readFile(paths.article(id))
    expect(await files.get(id)).toMatchObject({ kind: 'foreign' })
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'read-only' })
    await expect(open().put(revised(1))).rejects.toMatchObject({ code: 'read-only' })
    expect(await readFile(paths.article(id))).toEqual(bytes)
    expect((await filesUnder(paths.root))[`articles/${id}/article.json`]).toBe(bytes.toString('latin1'))
  })

  test('that cannot be read at all here stays where it is', async () => {
    const { files, paths, notices } = await library()
    await lay(paths.article(id), JSON.stringify({ schemaVersion: 99, id, everything: 'else' }))
    expect(await files.get(id)).toMatchObject({ kind: 'unreadable' })
    expect(await files.ids()).toEqual([id])
    expect(notices).toEqual([])
  })
})

const good = Buffer.from(JSON.stringify(article(id)))
describe('a damaged file', () => {
  test.each<[string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['cut', good.subarray(0, good.length - 40)],
    ['full of NULs', Buffer.alloc(good.length)],
    ['half NULs', Buffer.concat([good.subarray(0, 100), Buffer.alloc(200)])],
    ['in another charset', Buffer.from(JSON.stringify(article(id)), 'utf16le')],
    ['in latin1', Buffer.from('{"a":"é"}', 'latin1')],
    ['other JSON', Buffer.from('{"hello":"world"}')],
    ['a list', Buffer.from('[]')],
    ['nested to the brim', Buffer.from('['.repeat(50_000) + ']'.repeat(50_000))],
    ['polluting', Buffer.from('{"__proto__":{"x":1}}')],
  ])('(%s) is set aside byte for byte, told, and the rest opens', async (_, bytes) => {
    const { files, paths, notices } = await library()
    await lay(paths.article(id), bytes)
    await files.put(article(idOf(2)))
    expect(await files.get(id)).toMatchObject({ kind: 'unreadable' })
    expect(await files.ids()).toEqual([idOf(2)])
    expect(await files.get(id)).toBeUndefined()
    const [name = ''] = await readdir(paths.setAside)
    expect(name).toBe(`2026-11-23T09-00-00-000Z-${id}.json`)
    expect(await readFile(join(paths.setAside, name))).toEqual(bytes)
    expect(await readFile(join(paths.articleFolder(id), 'damaged-2026-11-23T09-00-00-000Z.json'))).toEqual(
      bytes,
    )
    expect(notices).toMatchObject([{ code: 'file-set-aside', details: { id, file: `set-aside/${name}` } }])
  })

  test('is not moved where the library is only read', async () => {
    const { files, paths, at } = await library()
    await lay(paths.article(id), 'damaged')
    at.readOnly = true
    expect(await files.get(id)).toMatchObject({ kind: 'unreadable' })
    expect(Object.keys(await filesUnder(paths.articles))).toEqual([`${id}/article.json`])
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'library-locked' })
  })

  test.each(['ENOSPC', 'EIO', 'EACCES'] as const)(
    'loses no byte when the disk answers %s on the way',
    async (fault) => {
      for (let at = 1, hasFired = true; hasFired; at += 1) {
        const { files, paths, disk } = await library()
        await lay(paths.article(id), 'damaged')
        disk.arm({ at, fault, lasts: 'once' })
        expect(await files.get(id)).toMatchObject({ kind: 'unreadable' })
        hasFired = disk.fired > 0
        disk.arm(undefined)
        const kept = Object.values(await filesUnder(paths.root)).filter((content) => content === 'damaged')
        expect(kept.length).toBeGreaterThan(0)
      }
    },
  )
})

describe('a save that fails', () => {
  const faults: Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY', 'short']
  test.each(faults)('(%s, at any call) leaves old or new, says so, and the next one works', async (fault) => {
    for (const lasts of ['once', 'from-there'] as const) {
      for (let at = 1, hasFired = true; hasFired; at += 1) {
        const { files, disk, open } = await library()
        await files.put(revised(0))
        await files.get(id)
        disk.arm({ at, fault, lasts })
        const error: unknown = await files.put(revised(1)).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        hasFired = disk.fired > 0
        disk.arm(undefined)
        const read = await open().get(id)
        const where = `${fault} ${lasts} at ${at}`
        expect(read, where).toMatchObject({ kind: 'article' })
        if (read?.kind !== 'article') throw new Error(where)
        expect([0, 1], where).toContain(read.article.revision)
        if (error === undefined) expect(read.article.revision, where).toBe(1)
        // The text of the failed save counts as unsaved, even where it landed: the base stays the same.
        const seen = await files.get(id)
        if (error !== undefined) expect(seen, where).toMatchObject({ article: { revision: 0 } })
        await files.put(revised(2))
        expect(await files.get(id), where).toMatchObject({ article: { revision: 2 } })
      }
    }
  })

  test('because another program holds the file keeps the new text among the conflicts', async () => {
    const { files, paths, disk } = await library()
    await files.put(revised(0))
    // Held for ten seconds and at the last try after them; the rename behind that one puts the new text away.
    let lastTries = 1
    disk.arm({
      at: 1,
      fault: 'EBUSY',
      lasts: 'from-there',
      counts: (call) => call === 'rename' && (disk.pausedMs < 10_000 || lastTries-- > 0),
    })
    const kept = 'conflicts/2026-11-23T09-00-00-000Z.json'
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'unwritable', details: { kept } })
    expect(disk.pausedMs).toBe(10_000)
    expect(JSON.parse(await readFile(join(paths.articleFolder(id), kept), 'utf8'))).toEqual(revised(1))
    expect((await readdir(paths.articleFolder(id))).toSorted()).toEqual(['article.json', 'conflicts'])
    expect(await files.get(id)).toMatchObject({ article: { revision: 0 } })
  })
})

describe('a change by another program', () => {
  test('between reading and writing is not overwritten', async () => {
    const { files, paths, disk } = await library()
    await files.put(revised(0))
    await files.get(id)
    const theirs = JSON.stringify(revised(0, 'لهم'))
    await writeFile(paths.article(id), theirs)
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await readFile(paths.article(id), 'utf8')).toBe(theirs)
    expect(disk.calls.length).toBeGreaterThan(0)
  })

  test('that left size and time of the file as they were is not overwritten either', async () => {
    const { files, paths } = await library()
    await files.put(revised(0, 'نص اول'))
    const day = new Date('2026-11-23T09:00:00Z')
    await utimes(paths.article(id), day, day)
    await files.get(id)
    const theirs = (await readFile(paths.article(id), 'utf8')).replace('نص اول', 'نص آخر')
    await writeFile(paths.article(id), theirs)
    await utimes(paths.article(id), day, day)
    expect(await files.getToChange(id)).toMatchObject({ article: { body: story('نص اول') } })
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await readFile(paths.article(id), 'utf8')).toBe(theirs)
    expect(await files.get(id)).toMatchObject({ article: { body: story('نص آخر') } })
  })

  test('counts as a revision, so that a save from the text before it is stale', async () => {
    const { files, paths } = await library()
    await files.put(revised(5))
    await writeFile(paths.article(id), JSON.stringify(revised(5, 'لهم')))
    expect(await files.get(id)).toMatchObject({ article: { revision: 6, body: story('لهم') } })
    expect(await files.get(id)).toMatchObject({ article: { revision: 6 } })
    await writeFile(paths.article(id), JSON.stringify(revised(2, 'نسخة قديمة')))
    expect(await files.get(id)).toMatchObject({ article: { revision: 7 } })
    await files.put(revised(8))
    expect(await files.get(id)).toMatchObject({ article: { revision: 8 } })
  })
})

describe('a library that goes away', () => {
  test('is not founded anew by a save', async () => {
    const { files, paths } = await library()
    await files.put(revised(0))
    await rename(paths.root, `${paths.root}-unplugged`)
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'library-missing' })
    await expect(files.put(article(idOf(2)))).rejects.toMatchObject({ code: 'library-missing' })
    await mkdir(paths.root)
    await expect(files.put(revised(1))).rejects.toMatchObject({ code: 'library-missing' })
    await expect(files.put(article(idOf(2)))).rejects.toMatchObject({ code: 'library-missing' })
    expect(await readdir(paths.root)).toEqual([])
    await rm(paths.root, { recursive: true })
    await rename(`${paths.root}-unplugged`, paths.root)
    await files.put(revised(1))
    expect(await files.get(id)).toMatchObject({ article: { revision: 1 } })
  })
})

describe('the trash', () => {
  const trashedAt = '2026-11-23T10:00:00.000Z'
  test('takes the whole folder and gives it back', async () => {
    const { files, paths } = await library()
    await files.put(revised(1))
    await lay(join(paths.articleFolder(id), 'media', 'a.bin'), 'picture')
    const before = await filesUnder(paths.articles)
    await files.trash(id, trashedAt, from)
    expect(await files.ids()).toEqual([])
    expect(await files.get(id)).toBeUndefined()
    expect(await files.trashed()).toEqual([
      { id, trashedAt, from, read: { kind: 'article', article: revised(1) } },
    ])
    await expect(files.put(revised(2))).rejects.toMatchObject({ code: 'not-found' })
    await files.restore(id)
    expect(await filesUnder(paths.articles)).toEqual(before)
    expect(await files.trashed()).toEqual([])
    await files.put(revised(2))
  })

  test('knows what it does not hold', async () => {
    const { files } = await library()
    await expect(files.trash(id, trashedAt, from)).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.restore(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('keeps both where the same article comes twice', async () => {
    const { files, paths } = await library()
    await files.put(revised(1))
    await files.trash(id, trashedAt, from)
    await lay(paths.article(id), JSON.stringify(revised(7)))
    await expect(files.restore(id)).rejects.toMatchObject({ code: 'unwritable' })
    await files.trash(id, '2026-11-24T10:00:00.000Z', from)
    const kept = Object.values(await filesUnder(paths.trash)).filter((content) =>
      content.includes('"revision"'),
    )
    expect(kept).toHaveLength(2)
  })

  test.each(['trash', 'restore'] as const)(
    '%s at any failing call leaves the article in one place, whole',
    async (verb) => {
      for (const fault of ['EIO', 'ENOSPC', 'EACCES'] as const) {
        for (let at = 1, hasFired = true; hasFired; at += 1) {
          const { files, paths, disk } = await library()
          await files.put(revised(1))
          if (verb === 'restore') await files.trash(id, trashedAt, from)
          disk.arm({ at, fault, lasts: 'once' })
          const done = verb === 'trash' ? files.trash(id, trashedAt, from) : files.restore(id)
          await done.catch(() => undefined)
          hasFired = disk.fired > 0
          disk.arm(undefined)
          const found = Object.keys(await filesUnder(paths.root)).filter((path) =>
            path.endsWith(`${id}/article.json`),
          )
          expect(found).toHaveLength(1)
          const read = await files.get(id)
          if (read === undefined) expect(await files.trashed()).toHaveLength(1)
          else expect(read).toMatchObject({ article: { revision: 1 } })
        }
      }
    },
  )
})

describe('copies kept beside an article', () => {
  test('never replace each other, and the same text is kept once', async () => {
    const { files } = await library()
    await files.put(revised(1))
    expect(await files.keepConflict(revised(1, 'أ'))).toBe('2026-11-23T09-00-00-000Z.json')
    expect(await files.keepConflict(revised(1, 'أ'))).toBe('2026-11-23T09-00-00-000Z.json')
    expect(await files.keepConflict(revised(1, 'ب'))).toBe('2026-11-23T09-00-00-000Z-2.json')
  })

  test('go into the trash after their article, and nowhere where there is none', async () => {
    const { files, paths } = await library()
    await files.put(revised(1))
    await files.trash(id, '2026-11-23T10:00:00.000Z', from)
    await files.keepConflict(revised(1, 'أ'))
    expect(await readdir(join(paths.trashFolder(id), 'conflicts'))).toHaveLength(1)
    await expect(files.keepConflict(article(idOf(9)))).rejects.toMatchObject({ code: 'not-found' })
    expect(await readdir(paths.articles)).toEqual([])
  })
})

describe('verify', () => {
  test('finds each kind of damage, and repair mends what is certain', async () => {
    const { files, paths, at } = await library()
    const media = `${'a'.repeat(64)}.png`
    const picture = {
      type: 'image' as const,
      attrs: { media, alt: '', caption: '', credit: '', width: null, height: null },
    }
    await files.put(revised(1))
    await files.put(article(idOf(2), { body: { type: 'doc', content: [picture] } }))
    await lay(paths.article(idOf(3)), 'damaged')
    await lay(paths.article(idOf(4)), JSON.stringify(article(idOf(5))))
    await mkdir(paths.articleFolder(idOf(6)))
    await lay(join(paths.articleFolder(idOf(7)), 'notes.txt'), 'notes')
    await lay(join(paths.articleFolder(id), '.article.json.1.0123456789ab.tmp'), 'half')
    const expected = ['damaged', 'empty-folder', 'left-over', 'missing-media', 'no-article', 'wrong-id']
    const found = await files.verify(false)
    expect(found.articles).toBe(2)
    expect(found.problems.map(({ code }) => code).sort()).toEqual(expected)
    expect(found.problems.every((problem) => problem.isMended === undefined)).toBe(true)
    const mended = (await files.verify(true)).problems.filter((problem) => problem.isMended)
    expect(mended.map(({ code }) => code).sort()).toEqual(['damaged', 'empty-folder', 'left-over'])
    expect((await files.verify(false)).problems.map(({ code }) => code).sort()).toEqual([
      'missing-media',
      'no-article',
      'no-article',
      'wrong-id',
    ])
    expect(await readdir(paths.setAside)).toHaveLength(1)
    await lay(join(paths.articleFolder(idOf(2)), 'media', media), 'not those bytes')
    expect((await files.verify(false)).problems.map(({ code }) => code)).toContain('damaged-media')
    at.readOnly = true
    expect(() => files.verify(true)).toThrow(expect.objectContaining({ code: 'library-locked' }))
  })
})
