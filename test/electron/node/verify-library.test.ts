import { cpSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { LibraryPaths } from '../../../electron/node/library-folder.ts'
import { openDesk } from '../../../electron/node/open-desk.ts'
import { damages, hugeBytes, spoil } from '../../support/damage.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { png } from '../../support/pictures.ts'
import { quickDisk, quickPlace } from '../../support/quick-disk.ts'
import { p } from '../../support/story.ts'
import {
  article,
  filesUnder,
  idOf,
  lay,
  pathsUnder,
  plainDesk,
  story,
  tempDesk,
  type TestDesk,
  tempFolder,
} from '../../support/temp-library.ts'

/** A library with two articles of every kind of file, one that is left alone, and two in the trash; made once and copied. */
let template: string
const ids: string[] = []
beforeAll(async () => {
  template = await mkdtemp(join(quickPlace(), 'midad-template-'))
  const opened = await openDesk(plainDesk({ library: join(template, 'library'), disk: quickDisk }))
  for (const name of ['first', 'second', 'third', 'trashed', 'trashed too'])
    ids.push(await written(opened, name))
  for (const id of ids.slice(3)) await opened.desk['article.trash']({ id })
  await opened.desk['settings.change']({ appearance: 'dark' })
  await opened.close()
})
afterAll(() => rm(template, { recursive: true, force: true }))

/** An article with a picture, a version with a name, a conflict, and words in its journal that no save has taken along. */
async function written({ desk }: Awaited<ReturnType<typeof openDesk>>, name: string): Promise<string> {
  const { article: made } = await desk['article.create']({ headline: `عنوان ${name}` })
  const { id, language, status } = made
  const base64 = Buffer.from(png(20 + ids.length, 10)).toString('base64')
  const { media } = await desk['media.add']({ id, base64 })
  const leadImage = { media, alt: name, caption: '', credit: '', width: 20, height: 10 } as never
  const draft = { id, language, status, fields: { ...made.fields, leadImage } }
  await desk['article.save']({ ...draft, body: story(`أول نص ${name}`), revision: 0 })
  await desk['versions.keep']({
    ...draft,
    body: story(`أول نص ${name}`),
    reason: 'named',
    label: `اسم ${name}`,
  })
  await desk['article.save']({ ...draft, body: story(`آخر نص ${name}`), revision: 1 })
  await desk['article.save']({ ...draft, body: story(`نص متأخر ${name}`), revision: 0 }).catch(
    () => undefined,
  )
  const patch = { story: { from: 0, remove: 1, insert: [p(`كلمات بعد الحفظ ${name}`)] } }
  await desk['article.journal']({ id, on: [{ revision: 2, patch }] })
  return id
}

async function copied(): Promise<{ folder: string; paths: LibraryPaths }> {
  const folder = join(await tempFolder(quickPlace()), 'library')
  cpSync(join(template, 'library'), folder, { recursive: true })
  return { folder, paths: new LibraryPaths(folder) }
}
const opened = (folder: string) => tempDesk({ folder, disk: quickDisk, create: false })

type Place = (paths: LibraryPaths, id: string) => Promise<string>
const only = async (folder: string, ending: string): Promise<string> =>
  join(folder, (await readdir(folder)).find((name) => name.endsWith(ending) && name !== 'labels.json') ?? '')

interface FileKind {
  name: string
  place: Place
  /** What `verify` calls a damaged one. */
  code: string
  isTrashed?: boolean
  /** Damage that it cannot have, or that nobody can see. */
  isSoundWhen?: readonly string[]
  /** Where `verify` has another word for it. */
  codes?: Readonly<Record<string, string>>
  isMendedNever?: boolean
  /** Damage that would only cost time: it is read whatever its size. */
  isNeverSo?: string
}
const torn = ['empty', 'cut in the middle', 'cut at its end', 'cut to a byte']
const kinds: FileKind[] = [
  {
    name: 'article.json',
    place: async (paths, id) => paths.article(id),
    code: 'damaged',
    codes: { "another article's": 'wrong-id' },
  },
  {
    name: 'a version',
    place: (paths, id) => only(paths.versions(id), '-named.json'),
    code: 'damaged-version',
  },
  {
    name: 'the names of versions',
    place: async (paths, id) => join(paths.versions(id), 'labels.json'),
    code: 'damaged-labels',
    isSoundWhen: ["another article's"],
  },
  {
    name: 'a conflict',
    place: (paths, id) => only(join(paths.articleFolder(id), 'conflicts'), '.json'),
    code: 'damaged-conflict',
  },
  {
    name: 'a journal',
    place: async (paths, id) => paths.journal(id),
    code: 'damaged-journal',
    // What a crash or a full disk leaves behind.
    isSoundWhen: torn,
    isNeverSo: 'huge',
  },
  {
    name: 'a picture',
    place: (paths, id) => only(join(paths.articleFolder(id), 'media'), '.png'),
    code: 'damaged-media',
    codes: { 'a folder': 'unreachable' },
    isNeverSo: 'huge',
    isMendedNever: true,
  },
  {
    name: 'an article.json in the trash',
    place: async (paths, id) => join(paths.trashFolder(id), 'article.json'),
    code: 'damaged',
    isTrashed: true,
    codes: { "another article's": 'wrong-id' },
  },
  {
    name: 'a version in the trash',
    place: (paths, id) => only(join(paths.trashFolder(id), 'versions'), '-named.json'),
    code: 'damaged-version',
    isTrashed: true,
  },
  {
    name: 'the note of the trash',
    place: async (paths, id) => join(paths.trashFolder(id), 'trashed.json'),
    code: 'damaged-note',
    isTrashed: true,
    isSoundWhen: ["another article's"],
  },
  {
    name: 'the settings',
    place: async (paths) => paths.settings,
    code: 'damaged-settings',
    // All of them may be missing.
    isSoundWhen: ["another article's", 'other JSON'],
  },
  {
    name: 'the index',
    place: async (paths) => paths.index,
    code: 'damaged-index',
    isSoundWhen: ["another article's"],
  },
  {
    name: 'the marker',
    place: async (paths) => paths.marker,
    code: 'damaged-marker',
    isSoundWhen: ["another article's"],
  },
]

/** The files of a library by the hash of their bytes; what is only a cache, or the lock, is left out. */
function contents(folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of pathsUnder(folder)) {
    if (path.endsWith('lock.json') || /desk.index\.(json|log)$/.test(path)) continue
    const { size } = statSync(join(folder, path))
    // A line feed alone is what a journal begins with.
    if (size === 0 || (size === 1 && path.endsWith('.log'))) continue
    found.set(path, size >= hugeBytes ? `${size}` : hashOf(readFileSync(join(folder, path))))
  }
  return found
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const missing = (before: Map<string, string>, after: Map<string, string>): string[] => {
  const there = new Set(after.values())
  return [...before].filter(([, hash]) => !there.has(hash)).map(([path]) => path)
}

describe.each(kinds)('$name that is damaged', (kind) => {
  const { place, code, codes = {}, isTrashed, isSoundWhen = [], isNeverSo } = kind
  const usual: Record<string, string> = { huge: 'unreadable', 'a folder': 'unreadable' }

  test(`in any of ${damages.length} ways: it is named, the others open, repair loses no byte, and twice is the same as once`, async () => {
    for (const damage of damages.filter(({ name }) => name !== isNeverSo)) {
      const where = damage.name
      const { folder, paths } = await copied()
      const [id = '', another = ''] = isTrashed ? ids.slice(3) : ids
      const path = await place(paths, id)
      await spoil(damage, path, await place(paths, another))
      const before = contents(folder)
      const looking = await tempDesk({ folder, disk: quickDisk, create: false, readOnly: true })
      const found = (await looking.desk['library.verify']({})).problems
      await looking.close()
      const named = found.filter((problem) => join(folder, problem.path) === path).map(({ code }) => code)
      const expected = codes[where] ?? usual[where] ?? code
      expect(named, where).toEqual(isSoundWhen.includes(where) ? [] : [expected])
      // Looking alone changes nothing.
      expect(contents(folder), where).toEqual(before)

      const { desk, close } = await opened(folder)
      await expectOthers(desk, id, where)
      await desk['library.verify']({ repair: true })
      const once = contents(folder)
      expect(missing(before, once), where).toEqual([])
      const { problems } = await desk['library.verify']({ repair: true })
      expect(contents(folder), where).toEqual(once)
      if (expected.startsWith('damaged') && !kind.isMendedNever) expect(problems, where).toEqual([])
      await close()
      expect(missing(before, contents(folder)), where).toEqual([])
    }
  })
})

test.each(kinds)(
  '$name that the disk does not give now is named, and repair leaves it',
  async ({ place, isTrashed }) => {
    const { folder, paths } = await copied()
    const path = await place(paths, ids.at(isTrashed ? 3 : 0) ?? '')
    const disk = new FaultDisk(undefined, quickDisk)
    const { desk, close } = await tempDesk({ folder, disk, create: false })
    const before = contents(folder)
    for (const fault of ['EMFILE', 'EBUSY', 'EIO'] as const) {
      const counts = (call: string, at: string) => call === 'readFile' && at === path
      disk.arm({ at: 1, fault, lasts: 'from-there', counts })
      const { ok, problems } = await desk['library.verify']({ repair: true })
      const named = problems.map((problem) => [problem.code, join(folder, problem.path)])
      expect({ ok, named }, fault).toEqual({
        ok: false,
        named: [[expect.stringMatching(/^un(readable|reachable)$/), path]],
      })
      expect(contents(folder), fault).toEqual(before)
    }
    disk.arm(undefined)
    expect(await desk['library.verify']({ repair: true })).toEqual({ ok: true, articles: 3, problems: [] })
    await close()
  },
)

/** Every other article is listed and opens, with the words of its journal. */
async function expectOthers(desk: TestDesk['desk'], id: string, where: string): Promise<void> {
  const listed = (await desk['article.list']({})).articles.map((row) => row.id)
  await desk['article.open']({ id }).catch(() => undefined)
  for (const other of ids.slice(0, 3).filter((each) => each !== id)) {
    expect(listed, where).toContain(other)
    const { article: read, recovered } = await desk['article.open']({ id: other })
    expect(JSON.stringify(read.body), where).toContain('كلمات بعد الحفظ')
    expect(recovered, where).toBeDefined()
  }
  await desk['recovery.list']({}).catch(() => undefined)
}

describe('verify', () => {
  test('finds nothing wrong in a library that was only used', async () => {
    const { folder } = await copied()
    const { desk } = await opened(folder)
    expect(await desk['library.verify']({})).toEqual({ ok: true, articles: 3, problems: [] })
  })

  test('names what is no article of ours, what a synchroniser made, and a journal whose article is nowhere', async () => {
    const { folder, paths } = await copied()
    const [id = '', second = ''] = ids
    await lay(join(paths.articles, 'صور', 'a.jpg'), 'a')
    await lay(join(paths.articleFolder(id), 'article (1).json'), await readFile(paths.article(id)))
    await rm(paths.articleFolder(second), { recursive: true })
    await lay(join(paths.journals, `${id} (conflicted copy).log`), 'x')
    const before = contents(folder)
    const { desk } = await opened(folder)
    const answer = await desk['library.verify']({ repair: true })
    expect(answer.problems.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual([
      `stray-journal journals/${id} (conflicted copy).log`,
      `stray-journal journals/${second}.log`,
      `synced-copy articles/${id}/article (1).json`,
      'unknown-folder articles/صور',
    ])
    expect(answer.ok).toBe(false)
    expect(missing(before, contents(folder))).toEqual([])
    await rm(paths.journal(second))
    // The others are for a person to know; nothing is wrong with them.
    expect((await desk['library.verify']({})).ok).toBe(true)
  })

  test('tells a picture that the article names from one that only an older text names', async () => {
    const { folder, paths } = await copied()
    const [id = ''] = ids
    await rm(join(paths.articleFolder(id), 'media'), { recursive: true })
    const { desk } = await opened(folder)
    expect(await desk['library.verify']({})).toMatchObject({
      ok: false,
      problems: [{ code: 'missing-media' }],
    })
    const { article: read } = await desk['article.open']({ id })
    const fields = { ...read.fields, leadImage: null }
    await desk['article.save']({ ...read, fields })
    const { ok, problems } = await desk['library.verify']({})
    expect({ ok, codes: problems.map(({ code }) => code) }).toEqual({ ok: true, codes: ['missing-media'] })
  })

  test('of an article that is damaged in the trash gives its text back to the trash', async () => {
    const { folder, paths } = await copied()
    const [id = ''] = ids.slice(3)
    await writeFile(join(paths.trashFolder(id), 'article.json'), '')
    const { desk } = await opened(folder)
    expect((await desk['trash.list']({})).articles).toHaveLength(1)
    await desk['library.verify']({ repair: true })
    expect((await desk['trash.list']({})).articles).toHaveLength(2)
    await desk['trash.restore']({ id })
    const { article: read } = await desk['article.open']({ id })
    expect(JSON.stringify(read.body)).toContain('trashed')
  })

  test('says of what it could not mend that it is not mended', async () => {
    const { folder, paths } = await copied()
    const [id = ''] = ids
    const disk = { ...quickDisk }
    const { desk } = await tempDesk({ folder, disk })
    await writeFile(paths.article(id), 'x')
    disk.rename = async () => {
      throw Object.assign(new Error('held'), { code: 'EIO' })
    }
    expect(await desk['library.verify']({ repair: true })).toMatchObject({
      ok: false,
      problems: [{ code: 'damaged' }],
    })
    disk.rename = (from, to) => nodeDisk.rename(from, to)
    expect(await desk['library.verify']({ repair: true })).toMatchObject({ ok: true })
  })

  test('beside a running host reads what it reads and takes no write of it for a left-over', async () => {
    const { folder, paths } = await copied()
    const host = await opened(folder)
    const [id = ''] = ids
    await lay(join(paths.articleFolder(id), `.article.json.${process.ppid}.0123456789ab.tmp`), '{"half":')
    const beside = await opened(folder)
    expect(beside.library.readOnly).toBe(true)
    expect(await beside.desk['library.verify']({})).toEqual({ ok: true, articles: 3, problems: [] })
    await expect(beside.desk['library.verify']({ repair: true })).rejects.toMatchObject({
      code: 'library-locked',
    })
    // Under the lock nobody else can be at work on it.
    expect((await host.desk['library.verify']({})).problems).toMatchObject([{ code: 'left-over' }])
    expect(await host.desk['library.verify']({ repair: true })).toMatchObject({ ok: true })
    expect(Object.keys(await filesUnder(paths.articles)).filter((path) => path.endsWith('.tmp'))).toEqual([])
  })

  test('a temp file that holds more than its article is kept among the conflicts', async () => {
    const { folder, paths } = await copied()
    const { desk } = await opened(folder)
    await lay(paths.article(idOf(9)), JSON.stringify(article(idOf(9), { revision: 1 })))
    const temp = join(paths.articleFolder(idOf(9)), '.article.json.99999.0123456789ab.tmp')
    const newer = JSON.stringify(article(idOf(9), { revision: 2, body: story('لم يحفظ') }))
    await lay(temp, newer)
    await desk['library.verify']({ repair: true })
    expect(Object.values(await filesUnder(paths.articleFolder(idOf(9))))).toContain(
      Buffer.from(newer).toString('latin1'),
    )
    expect((await desk['versions.list']({ id: idOf(9) })).versions).toMatchObject([{ reason: 'conflict' }])
  })
})
