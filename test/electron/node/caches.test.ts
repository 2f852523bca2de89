import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { defaultSettings } from '../../../core/model/settings.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { LibraryPaths } from '../../../electron/node/library-folder.ts'
import { SettingsFile } from '../../../electron/node/settings-file.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { layLargeLibrary } from '../../support/large-library.ts'
import {
  article,
  filesUnder,
  idOf,
  lay,
  tempDesk,
  tempFolder,
  type TestDesk,
} from '../../support/temp-library.ts'

const headlines = async ({ desk }: TestDesk) =>
  (await desk['article.list']({})).articles.map(({ headline }) => headline).toSorted()
const codes = ({ told }: TestDesk) =>
  told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))

async function threeArticles(): Promise<string> {
  const first = await tempDesk()
  for (const headline of ['أ', 'ب', 'ج']) await first.desk['article.create']({ headline })
  await first.desk['settings.change']({ appearance: 'dark' })
  await first.close()
  return first.folder
}

describe('the index', () => {
  test('spares reading the articles that have not changed', async () => {
    const folder = await threeArticles()
    const disk = new FaultDisk()
    const reads: string[] = []
    disk.readFile = (path) => {
      reads.push(path)
      return nodeDisk.readFile(path)
    }
    const again = await tempDesk({ folder, disk })
    expect(await headlines(again)).toEqual(['أ', 'ب', 'ج'])
    expect(reads.filter((path) => path.endsWith('article.json'))).toEqual([])
  })

  test.each<[string, string | undefined, string[]]>([
    ['deleted', undefined, []],
    ['cut', '{"version":1,"rows":[{"row"', ['index-rebuilt']],
    ['empty', '', ['index-rebuilt']],
    ['of another shape', '{"version":3}', ['index-rebuilt']],
    ['with a column too short', '{"version":3,"rows":{"values":{"id":["1"]},"known":{}}}', ['index-rebuilt']],
    ['of an older Midad', '{"version":2,"rows":[{"row":{"id":"1"},"size":1,"mtimeMs":1}]}', []],
    ['full of NULs', '\0'.repeat(100), ['index-rebuilt']],
  ])('that is %s is made anew from the articles', async (_, content, notices) => {
    const folder = await threeArticles()
    const path = join(folder, 'desk', 'index.json')
    if (content === undefined) await rm(path)
    else await writeFile(path, content)
    const again = await tempDesk({ folder })
    expect(await headlines(again)).toEqual(['أ', 'ب', 'ج'])
    expect(codes(again)).toEqual(notices)
    await again.close()
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 3 })
    // Said once.
    expect(codes(await tempDesk({ folder }))).toEqual([])
  })

  test('of a library without articles is made anew too, and said once', async () => {
    const first = await tempDesk()
    await first.close()
    await lay(join(first.folder, 'desk', 'index.json'), 'cut')
    const again = await tempDesk({ folder: first.folder })
    expect(codes(again)).toEqual(['index-rebuilt'])
    await again.close()
    expect(codes(await tempDesk({ folder: first.folder }))).toEqual([])
  })

  test('forgets what has gone, finds what has come, and reads again what another program changed', async () => {
    const folder = await threeArticles()
    const files = await filesUnder(join(folder, 'articles'))
    const [first = '', second = ''] = Object.keys(files).toSorted()
    await rm(join(folder, 'articles', first))
    const path = join(folder, 'articles', second)
    await writeFile(path, (await readFile(path, 'utf8')).replace('ب', 'باء'))
    await lay(
      join(folder, 'articles', idOf(1), 'article.json'),
      JSON.stringify(article(idOf(1), { headline: 'جديد' })),
    )
    expect(await headlines(await tempDesk({ folder }))).toEqual(['باء', 'ج', 'جديد'])
  })

  test('leaves a damaged article out, tells of it, and lists the rest', async () => {
    const folder = await threeArticles()
    const [path = ''] = Object.keys(await filesUnder(join(folder, 'articles'))).toSorted()
    await writeFile(join(folder, 'articles', path), '{"cut":')
    const again = await tempDesk({ folder })
    expect(await headlines(again)).toEqual(['ب', 'ج'])
    expect(codes(again)).toEqual(['file-set-aside'])
    expect((await again.desk['desk.state']({})).notices).toHaveLength(1)
  })

  test('is not written on the way of a save', async () => {
    const first = await tempDesk()
    await first.desk['article.create']({ headline: 'أ' })
    await expect(readFile(join(first.folder, 'desk', 'index.json'))).rejects.toMatchObject({ code: 'ENOENT' })
    await first.close()
    expect(await readFile(join(first.folder, 'desk', 'index.json'), 'utf8')).toContain('أ')
  })

  test('that cannot be written costs nothing but time', async () => {
    const disk = new FaultDisk()
    const first = await tempDesk({ disk })
    await first.desk['article.create']({ headline: 'أ' })
    disk.arm({
      at: 1,
      fault: 'ENOSPC',
      lasts: 'from-there',
      counts: (_, path) => path.includes('index.json'),
    })
    await first.close()
    expect(disk.fired).toBeGreaterThan(0)
    expect(await headlines(await tempDesk({ folder: first.folder }))).toEqual(['أ'])
  })

  test('made before a change of the same length is found out by the time of the file', async () => {
    const folder = await threeArticles()
    const [name = ''] = Object.keys(await filesUnder(join(folder, 'articles'))).toSorted()
    const path = join(folder, 'articles', name)
    await writeFile(path, (await readFile(path, 'utf8')).replace('أ', 'د'))
    await utimes(path, new Date(), new Date(Date.now() + 5000))
    expect(await headlines(await tempDesk({ folder }))).toEqual(['ب', 'ج', 'د'])
  })
})

describe('settings', () => {
  test('are kept', async () => {
    const again = await tempDesk({ folder: await threeArticles() })
    expect((await again.desk['desk.state']({})).settings).toEqual({
      ...defaultSettings(),
      appearance: 'dark',
    })
    expect(codes(again)).toEqual([])
  })

  test('one change leaves the others as they were', async () => {
    const { dispatch } = await tempDesk()
    await dispatch('settings.change', { appearance: 'dark' })
    await dispatch('settings.change', { storyLanguage: 'ckb' })
    expect(await dispatch('settings.change', { interfaceLanguage: 'ar' })).toMatchObject({
      value: { appearance: 'dark', storyLanguage: 'ckb', interfaceLanguage: 'ar' },
    })
  })

  test.each<[string, string | undefined, object, string[]]>([
    ['deleted', undefined, {}, []],
    ['cut', '{"appearance":"da', {}, ['settings-reset']],
    ['a list', '[1]', {}, ['settings-reset']],
    [
      'half readable',
      '{"appearance":"dark","storyLanguage":"xx"}',
      { appearance: 'dark' },
      ['settings-reset'],
    ],
  ])('that are %s come back as far as they can be read', async (_, content, kept, notices) => {
    const folder = await threeArticles()
    const path = join(folder, 'desk', 'settings.json')
    if (content === undefined) await rm(path)
    else await writeFile(path, content)
    const again = await tempDesk({ folder })
    expect((await again.desk['desk.state']({})).settings).toEqual({ ...defaultSettings(), ...kept })
    expect(codes(again)).toEqual(notices)
    expect(await headlines(again)).toEqual(['أ', 'ب', 'ج'])
    await again.close()
    // Said once, and not a byte of what could not be read is gone.
    const third = await tempDesk({ folder })
    expect(codes(third)).toEqual([])
    expect((await third.desk['desk.state']({})).settings).toEqual({ ...defaultSettings(), ...kept })
    const files = Object.values(await filesUnder(folder))
    if (notices.length > 0) expect(files).toContain(content)
  })

  test('that could not be written are not in force', async () => {
    const disk = new FaultDisk()
    const paths = new LibraryPaths(await tempFolder())
    await lay(paths.settings, JSON.stringify({ appearance: 'light' }))
    const options = { disk, paths, now: Date.now, isReadOnly: () => false, tell: () => undefined }
    const file = await SettingsFile.open(options)
    disk.arm({ at: 1, fault: 'ENOSPC', lasts: 'from-there', counts: (call) => call === 'write' })
    const change = file.put({ ...file.get(), appearance: 'dark' })
    await expect(change).rejects.toBeInstanceOf(DeskError)
    await expect(change).rejects.toMatchObject({ code: 'disk-full' })
    expect(file.get().appearance).toBe('light')
    disk.arm(undefined)
    await file.put({ ...file.get(), appearance: 'dark' })
    expect(file.get().appearance).toBe('dark')
  })
})

describe('the index of words', () => {
  const place = (folder: string) => join(folder, 'desk', 'search.bin')
  const found = async ({ desk }: TestDesk, query: string) =>
    (await desk['article.search']({ query })).hits.map(({ headline }) => headline).toSorted()
  const suggested = async ({ desk }: TestDesk) =>
    (await desk['article.suggestions']({ language: 'ar' })).place

  /** A library whose index was kept. */
  async function thirtyArticles(): Promise<string> {
    const folder = await tempFolder()
    for (let number = 1; number <= 30; number += 1) {
      const fields = { ...emptyFields(), headline: `خبر رقم${number}`, place: 'أربيل' }
      await lay(
        join(folder, 'articles', idOf(number), 'article.json'),
        JSON.stringify(article(idOf(number), { fields })),
      )
    }
    const first = await tempDesk({ folder })
    expect(await found(first, 'خبر ')).toHaveLength(30)
    await first.close()
    return folder
  }
  const counting = (folder: string) => {
    const disk = new FaultDisk()
    const reads: string[] = []
    disk.readFile = (path) => {
      if (path.endsWith('article.json')) reads.push(path)
      return nodeDisk.readFile(path)
    }
    return { reads, open: () => tempDesk({ folder, disk }) }
  }

  test('spares a search, and what fields offer, the reading of the articles', async () => {
    const { reads, open } = counting(await thirtyArticles())
    const again = await open()
    expect(await suggested(again)).toEqual(['أربيل'])
    expect(await found(again, 'لاشيء ')).toEqual([])
    expect(reads).toEqual([])
    expect(await found(again, 'رقم7 ')).toEqual(['خبر رقم7'])
    // Its excerpt alone is read.
    expect(reads).toHaveLength(1)
  })

  test('reads again what another program changed, brought or took away', async () => {
    const folder = await thirtyArticles()
    const file = (number: number) => join(folder, 'articles', idOf(number), 'article.json')
    await writeFile(file(1), (await readFile(file(1), 'utf8')).replace('رقم1', 'مختلف'))
    await lay(file(31), JSON.stringify(article(idOf(31), { headline: 'خبر جديد' })))
    await rm(join(folder, 'articles', idOf(2)), { recursive: true })
    const again = await tempDesk({ folder })
    expect(await found(again, 'مختلف ')).toEqual(['خبر مختلف'])
    expect(await found(again, 'جديد ')).toEqual(['خبر جديد'])
    expect([await found(again, 'رقم1 '), await found(again, 'رقم2 ')]).toEqual([[], []])
    expect(await found(again, 'خبر ')).toHaveLength(30)
  })

  test.each<[string, (whole: Buffer) => Buffer | undefined]>([
    ['deleted', () => undefined],
    ['empty', () => Buffer.alloc(0)],
    ['cut', (whole) => whole.subarray(0, whole.length / 2)],
    [
      'changed in one bit',
      (whole) => Buffer.from(whole.with(whole.length >> 1, (whole[whole.length >> 1] ?? 0) ^ 1)),
    ],
    ['of another program', () => Buffer.from('PK\u0003\u0004 not an index at all')],
  ])('that is %s is made anew, and nothing is said or lost', async (_, damage) => {
    const folder = await thirtyArticles()
    const damaged = damage(await readFile(place(folder)))
    if (damaged) await writeFile(place(folder), damaged)
    else await rm(place(folder))
    const again = await tempDesk({ folder })
    expect(await found(again, 'خبر ')).toHaveLength(30)
    expect(codes(again)).toEqual([])
    await again.close()
    const { reads, open } = counting(folder)
    expect(await found(await open(), 'لاشيء ')).toEqual([])
    expect(reads).toEqual([])
  })

  test('follows what is written, thrown away and brought back before it is kept again', async () => {
    const folder = await thirtyArticles()
    const again = await tempDesk({ folder })
    expect(await found(again, 'رقم3 ')).toEqual(['خبر رقم3'])
    const { id } = (await again.desk['article.create']({ headline: 'عاجل جدا' })).article
    expect(await found(again, 'عاجل ')).toEqual(['عاجل جدا'])
    await again.desk['article.trash']({ id })
    expect(await found(again, 'عاجل ')).toEqual([])
    await again.desk['trash.restore']({ id })
    expect(await found(again, 'عاجل ')).toEqual(['عاجل جدا'])
    await again.close()
    expect(await found(await tempDesk({ folder }), 'عاجل ')).toEqual(['عاجل جدا'])
  })

  test('that cannot be written costs nothing but time', async () => {
    const folder = await thirtyArticles()
    await rm(place(folder))
    const disk = new FaultDisk()
    const first = await tempDesk({ folder, disk })
    await found(first, 'خبر ')
    disk.arm({
      at: 1,
      fault: 'ENOSPC',
      lasts: 'from-there',
      counts: (_, path) => path.includes('search.bin'),
    })
    await first.close()
    expect(disk.fired).toBeGreaterThan(0)
    expect(await found(await tempDesk({ folder }), 'خبر ')).toHaveLength(30)
  })

  test('is right again after a first search that found no disk', async () => {
    const folder = await thirtyArticles()
    const again = await tempDesk({ folder })
    await rename(folder, `${folder}-gone`)
    await expect(again.desk['article.search']({ query: 'خبر ' })).rejects.toMatchObject({
      code: 'library-missing',
    })
    await rename(`${folder}-gone`, folder)
    expect(await found(again, 'خبر ')).toHaveLength(30)
  })

  /** So many that they are read by a thread of their own. */
  const many = 2100

  async function manyArticles(): Promise<string> {
    const folder = join(await tempFolder(), 'library')
    await mkdir(folder)
    layLargeLibrary(folder, { count: many, newestMs: Date.parse('2026-11-23T09:00:00Z') })
    return folder
  }

  test('of a large library is made beside all other work, follows what is written meanwhile, and is kept', async () => {
    const folder = await manyArticles()
    const { reads, open } = counting(folder)
    const first = await open()
    const gone = (await first.desk['article.list']({ limit: 7 })).articles.at(-1)?.id ?? ''
    reads.length = 0
    const answers = Promise.all([found(first, 'لاشيء '), found(first, 'عاجل ')])
    const { article: came } = await first.desk['article.create']({ headline: 'عاجل جدا' })
    await first.desk['article.trash']({ id: gone })
    // What was asked while they were read is answered when all are.
    expect(await answers).toEqual([[], ['عاجل جدا']])
    expect(new Set(reads)).toEqual(
      new Set([came.id, gone].map((id) => join(folder, 'articles', id, 'article.json'))),
    )
    expect((await first.desk['article.search']({ query: 'الطرق ' })).total).toBeGreaterThan(10)
    const ids = new Set(
      (await first.desk['article.search']({ query: 'lang:ar', limit: 200 })).hits.map(({ id }) => id),
    )
    expect(ids.has(gone)).toBe(false)
    await first.close()
    const again = counting(folder)
    const next = await again.open()
    again.reads.length = 0
    expect(await found(next, 'لاشيء ')).toEqual([])
    expect(await found(next, 'عاجل جدا ')).toEqual(['عاجل جدا'])
    // What came meanwhile is kept with all the others, and of each hit the text is read.
    expect(new Set(again.reads)).toEqual(new Set([join(folder, 'articles', came.id, 'article.json')]))
  })

  test('of a large library is made anew where the kept one is of another version or damaged', async () => {
    const folder = await manyArticles()
    await lay(place(folder), 'not an index at all')
    const { reads, open } = counting(folder)
    const first = await open()
    reads.length = 0
    expect((await first.desk['article.search']({ query: 'الطرق ', limit: 1 })).total).toBeGreaterThan(10)
    expect(reads.length).toBeLessThan(5)
  })

  test('holds up no closing while it is made: whoever waits for an answer is told', async () => {
    const folder = await manyArticles()
    const first = await tempDesk({ folder })
    const answer = first.desk['article.search']({ query: 'الطرق ' })
    const told = answer.catch((error: unknown) => error)
    await first.close()
    expect(await told).toMatchObject({ code: 'unreachable' })
    await expect(readFile(place(folder))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is not written by whoever only reads the library', async () => {
    const folder = await thirtyArticles()
    await rm(place(folder))
    const reader = await tempDesk({ folder, readOnly: true })
    expect(await found(reader, 'خبر ')).toHaveLength(30)
    await reader.close()
    await expect(readFile(place(folder))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
