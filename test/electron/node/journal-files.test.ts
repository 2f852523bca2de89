import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../core/model/limits.ts'
import type { Article } from '../../../core/model/article.ts'
import { articleStores } from '../../../electron/node/article-stores.ts'
import { elsewhereIn } from '../../../electron/node/elsewhere.ts'
import { completeLibrary, findLibrary, LibraryPaths } from '../../../electron/node/library-folder.ts'
import { FaultDisk, type Fault } from '../../support/fault-fs.ts'
import { readLines } from '../../../electron/node/journal-lines.ts'
import { p } from '../../support/story.ts'
import { article, idOf, story, tempFolder } from '../../support/temp-library.ts'

const id = idOf(1)
const written = (words: string) => ({ story: { from: 0, remove: 1, insert: [p(words)] } })

async function library() {
  const disk = new FaultDisk()
  const folder = await tempFolder()
  const paths = new LibraryPaths(await findLibrary(disk, join(folder, 'library'), true))
  await completeLibrary(disk, paths)
  const clock = { now: Date.parse('2026-11-23T09:00:00Z'), isReadOnly: false }
  const open = () =>
    articleStores({
      disk,
      paths,
      elsewhere: elsewhereIn(disk, join(folder, 'config', 'journals', 'library-1')),
      now: () => clock.now,
      isReadOnly: () => clock.isReadOnly,
      tell: () => undefined,
    })
  const stores = open()
  await stores.articles.put(article(id, { revision: 1, body: story('قديم') }))
  return { disk, folder, paths, clock, open, ...stores }
}
/** What a process that starts now would show. */
async function replayed({ open }: Awaited<ReturnType<typeof library>>): Promise<string | undefined> {
  const { articles, journals } = open()
  const read = await articles.get(id)
  if (read?.kind !== 'article') throw new Error('not read')
  const found = await journals.found(read.article)
  return found?.kind === 'text' ? textOf(found.article) : undefined
}
const textOf = ({ body }: Article) => JSON.stringify(body)

describe('the journal of an article', () => {
  test('gives back what was written last, after a restart', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('أ') }])
    await made.journals.append(id, [{ revision: 1, patch: written('أب') }])
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('أب') })))
  })

  test('is readable by its owner alone, and synced before it is acknowledged', async () => {
    const made = await library()
    made.disk.arm(undefined)
    expect(await made.journals.append(id, [{ revision: 1, patch: written('أ') }])).toBe('library')
    expect(made.disk.calls.filter((call) => call === 'sync').length).toBeGreaterThanOrEqual(1)
    expect((await stat(made.paths.journal(id))).mode & 0o777).toBe(0o600)
  })

  test('has the line of a save on the disk before the file that it speaks of takes its place', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('أ') }])
    made.disk.arm(undefined)
    await made.articles.put(article(id, { revision: 2, body: story('أ') }))
    const { calls } = made.disk
    const before = calls.slice(0, calls.indexOf('rename'))
    expect(before.filter((call) => call === 'open a' || call === 'open wx')).toHaveLength(2)
    // Of the line and of the file.
    expect(before.filter((call) => call === 'sync')).toHaveLength(2)
  })

  test('has its name on the disk too, once for each process: the one before may have died first', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('أ') }])
    const { journals } = made.open()
    const foldersOpened = async (words: string) => {
      made.disk.arm(undefined)
      await journals.append(id, [{ revision: 1, patch: written(words) }])
      return made.disk.calls.filter((call) => call === 'open r').length
    }
    expect(await foldersOpened('أب')).toBe(1)
    expect(await foldersOpened('أبت')).toBe(0)
  })

  test('holds nothing once a save has taken it along', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('أ') }])
    await made.articles.put(article(id, { revision: 2, body: story('أ') }))
    expect(await replayed(made)).toBeUndefined()
    await made.settle()
    await expect(stat(made.paths.journal(id))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('stays at a clean end where it has more than the file', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('أ') }])
    await made.settle()
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('أ') })))
  })

  test('written while a save was under way fits the file of before and the one of after', async () => {
    for (const isSaved of [true, false]) {
      const made = await library()
      const next = article(id, { revision: 2, body: story('محفوظ') })
      await made.journals.append(id, [
        { revision: 1, patch: written('محفوظ وأكثر') },
        { revision: 2, patch: written('محفوظ وأكثر') },
      ])
      if (isSaved) await made.articles.put(next)
      expect(await replayed(made)).toBe(textOf(article(id, { body: story('محفوظ وأكثر') })))
    }
  })

  test('is never laid over a file that another program has replaced: the words are told of as strays', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('كلماتي') }])
    await writeFile(
      made.paths.article(id),
      JSON.stringify(article(id, { revision: 1, body: story('كلمات غيري') })),
    )
    const { articles, journals } = made.open()
    const read = await articles.get(id)
    if (read?.kind !== 'article') throw new Error('not read')
    expect(await journals.found(read.article)).toMatchObject({
      kind: 'stray',
      edits: [{ patch: written('كلماتي') }],
    })
  })

  test('is bounded: it begins anew with its last words and the last whole text', async () => {
    const made = await library()
    await made.journals.whole(article(id, { revision: 1, body: story('كامل') }))
    const long = 'كلمة '.repeat(4000)
    for (let count = 0; count < 60; count += 1)
      await made.journals.append(id, [{ revision: 1, patch: written(`${long}${count}`) }])
    expect((await stat(made.paths.journal(id))).size).toBeLessThanOrEqual(limits.journalBytes)
    expect(await replayed(made)).toBe(textOf(article(id, { body: story(`${long}59`) })))
    const lines = await made.journals.read(id)
    expect(lines.some((line) => line.kind === 'whole')).toBe(true)
  })

  test('of a long story does not begin anew with each batch of keys, and is bounded still', async () => {
    const made = await library()
    const paragraphs = Array.from({ length: 2000 }, () => 'كلمات '.repeat(50))
    const long = article(id, { revision: 1, body: story(...paragraphs) })
    await made.articles.put(long)
    await made.journals.whole(long)
    const { size: wholeBytes } = await stat(made.paths.journal(id))
    expect(wholeBytes).toBeGreaterThan(limits.journalBytes)
    made.disk.arm(undefined)
    for (let count = 0; count < 30; count += 1)
      await made.journals.append(id, [{ revision: 1, patch: written(`كلمة ${count}`) }])
    expect(made.disk.calls.filter((call) => call === 'rename').length).toBeLessThanOrEqual(1)
    const words = 'كلمة '.repeat(10_000)
    for (let count = 0; count < 15; count += 1)
      await made.journals.append(id, [{ revision: 1, patch: written(`${words}${count}`) }])
    expect((await stat(made.paths.journal(id))).size).toBeLessThanOrEqual(2 * wholeBytes + 200_000)
    expect(await replayed(made)).toContain(`${words}14`)
  })

  test('that begins anew keeps words that no save has taken along, whatever line comes then', async () => {
    const made = await library()
    const long = 'كلمة '.repeat(4000)
    for (let count = 0; count < 26; count += 1)
      await made.journals.append(id, [{ revision: 1, patch: written(`${long}${count}`) }])
    const { size } = await stat(made.paths.journal(id))
    expect(size).toBeGreaterThan(limits.journalBytes - 110_000)
    await made.journals.whole(article(id, { revision: 1, body: story('كلمة '.repeat(30_000)) }))
    expect((await stat(made.paths.journal(id))).size).toBeLessThan(size)
    expect(await replayed(made)).toBe(textOf(article(id, { body: story(`${long}25`) })))
  })

  test('of a save that died with its process is not laid over what the next process saved', async () => {
    const made = await library()
    await made.journals.append(id, [
      { revision: 1, patch: written('واحد اثنان') },
      { revision: 2, patch: { story: { from: 1, remove: 0, insert: [p('اثنان')] } } },
    ])
    const next = made.open()
    await next.articles.get(id)
    await next.articles.put(article(id, { revision: 2, body: story('واحد', 'اثنان') }))
    expect(await replayed(made)).toBeUndefined()
  })

  test('over a file that another program has replaced by a newer revision is no saved one: it is told of as stray', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('كلماتي') }])
    const theirs = article(id, { revision: 2, body: story('كلمات غيري') })
    await writeFile(made.paths.article(id), JSON.stringify(theirs))
    expect(await made.open().journals.found(theirs)).toMatchObject({ kind: 'stray' })
  })

  test('keeps a whole text at most once a minute', async () => {
    const made = await library()
    for (const revision of [1, 2, 3]) await made.journals.whole(article(id, { revision }))
    made.clock.now += 61_000
    await made.journals.whole(article(id, { revision: 4 }))
    const { lines } = readLines(await readFile(made.paths.journal(id)))
    expect(lines.map((line) => line.kind === 'whole' && line.article.revision)).toEqual([1, 4])
  })

  test('of a library held by another program takes nothing', async () => {
    const made = await library()
    made.clock.isReadOnly = true
    await expect(made.journals.append(id, [{ revision: 1, patch: written('أ') }])).rejects.toMatchObject({
      code: 'library-locked',
    })
  })

  test('many appends at once: all are answered, and the last words are there', async () => {
    const made = await library()
    const all = Array.from({ length: 200 }, (_, n) =>
      made.journals.append(id, [{ revision: 1, patch: written(`كلمة ${n}`) }]),
    )
    await Promise.all(all)
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('كلمة 199') })))
  })
})

describe('where the library takes nothing', () => {
  const faults: Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY', 'EPERM']
  test.each(faults)('the words are kept elsewhere on this computer (%s), and found again', async (fault) => {
    const made = await library()
    made.disk.arm({
      at: 1,
      fault,
      lasts: 'from-there',
      counts: (_call, path) => path.startsWith(made.paths.root),
    })
    expect(await made.journals.append(id, [{ revision: 1, patch: written('هنا') }])).toBe('elsewhere')
    made.disk.arm(undefined)
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('هنا') })))
    expect(await made.open().journals.ids()).toEqual([id])
  })

  test('also where its folder is gone', async () => {
    const made = await library()
    await rm(made.paths.root, { recursive: true })
    expect(await made.journals.append(id, [{ revision: 1, patch: written('هنا') }])).toBe('elsewhere')
  })

  test('the newer of both journals counts', async () => {
    const made = await library()
    await made.journals.append(id, [{ revision: 1, patch: written('أولا') }])
    made.disk.arm({
      at: 1,
      fault: 'ENOSPC',
      lasts: 'from-there',
      counts: (_call, path) => path.startsWith(made.paths.root),
    })
    await made.journals.append(id, [{ revision: 1, patch: written('ثانيا') }])
    made.disk.arm(undefined)
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('ثانيا') })))
    await made.journals.append(id, [{ revision: 1, patch: written('ثالثا') }])
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('ثالثا') })))
  })

  test('where nothing takes them the caller is told, and the next words go through', async () => {
    const made = await library()
    made.disk.arm({ at: 1, fault: 'ENOSPC', lasts: 'from-there' })
    await expect(made.journals.append(id, [{ revision: 1, patch: written('أ') }])).rejects.toMatchObject({
      code: 'disk-full',
    })
    made.disk.arm(undefined)
    await made.journals.append(id, [{ revision: 1, patch: written('أب') }])
    expect(await replayed(made)).toBe(textOf(article(id, { body: story('أب') })))
  })
})

describe('each call of an append that fails', () => {
  const faults: Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY', 'EPERM', 'short']
  test.each(faults)('loses nothing that was acknowledged before (%s)', async (fault) => {
    for (let at = 1; ; at += 1) {
      const made = await library()
      await made.journals.append(id, [{ revision: 1, patch: written('قبل') }])
      made.disk.arm({ at, fault, lasts: 'once' })
      const after = await made.journals.append(id, [{ revision: 1, patch: written('بعد') }]).then(
        () => 'بعد',
        () => 'قبل',
      )
      const { fired } = made.disk
      made.disk.arm(undefined)
      const text = await replayed(made)
      const of = (words: string) => textOf(article(id, { body: story(words) }))
      // What was refused may have reached the disk all the same.
      expect(after === 'بعد' ? [of('بعد')] : [of('قبل'), of('بعد')]).toContain(text)
      if (fired === 0) break
    }
  })
})

test('a journal is damaged at its end and in its middle: the rest is used', async () => {
  const made = await library()
  await made.journals.append(id, [{ revision: 1, patch: written('أ') }])
  await made.journals.append(id, [{ revision: 1, patch: written('أب') }])
  const bytes = await readFile(made.paths.journal(id))
  await writeFile(made.paths.journal(id), bytes.subarray(0, bytes.length - 9))
  expect(await replayed(made)).toBe(textOf(article(id, { body: story('أ') })))
})
