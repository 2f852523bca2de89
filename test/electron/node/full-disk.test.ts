import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { StoryBody } from '../../../core/model/body.ts'
import { patchOf } from '../../../core/model/draft-patch.ts'
import { saveCopy } from '../../../electron/node/library-copy.ts'
import { openCopy } from '../../../electron/node/open-copy.ts'
import { filesUnder, story, tempDesk, tempFolder } from '../../support/temp-library.ts'

/** A small disk of its own in memory; undefined where this user may not mount one. */
async function smallDisk(kibibytes: number): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const place = join(await tempFolder(), 'disk')
  await mkdir(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', place], { stdio: 'pipe' })
  } catch {
    return undefined
  }
  onTestFinished(() => {
    if (readFileSync('/proc/mounts', 'utf8').includes(place)) execFileSync('umount', ['-l', place])
  })
  return place
}

test('a copy is opened on a disk of its own, and where it has no room nothing is left of it', async (context) => {
  const place = await smallDisk(1024)
  if (place === undefined) return context.skip('mounting a small disk needs root on Linux')
  const { desk, folder } = await tempDesk()
  const { article } = await desk['article.create']({ headline: 'عنوان' })
  const file = `${folder}.zip`
  await saveCopy({ library: folder, file })
  expect(await openCopy({ file, library: place })).toMatchObject({ articles: 1 })
  const copied = await tempDesk({ folder: place, create: false })
  expect((await copied.desk['article.open']({ id: article.id })).article).toEqual(article)
  await copied.close()
  for (const name of await readdir(place)) await rm(join(place, name), { recursive: true })
  const { id, language, status, fields } = article
  const body = story('كلمة '.repeat(150_000))
  await desk['article.save']({ id, language, status, fields, body, revision: 0 })
  await saveCopy({ library: folder, file })
  await expect(openCopy({ file, library: place })).rejects.toMatchObject({ code: 'disk-full' })
  expect(await readdir(place)).toEqual([])
})

test('a disk that fills up harms no saved text, is told of, and saving goes on when space returns', async (context) => {
  const place = await smallDisk(1024)
  if (place === undefined) return context.skip('mounting a small disk needs root on Linux')
  const { desk, folder, dispatch } = await tempDesk({ folder: join(place, 'library') })
  const { article } = await desk['article.create']({ headline: 'عنوان' })
  const { id, language, status, fields } = article
  const text = (n: number) => story(`${n} ${'كلمة '.repeat(6000)}`)
  let revision = (await desk['article.save']({ id, language, status, fields, body: text(0), revision: 0 }))
    .revision
  const path = join(folder, 'articles', id, 'article.json')
  let refused = 0
  // 41 steps of free space, from none to plenty.
  for (let step = 0; step <= 40; step += 1) {
    const filler = join(place, 'filler')
    await rm(filler, { force: true })
    const free = await freeBytes(place)
    // What the desk writes meanwhile may have taken some of it.
    await writeFile(filler, new Uint8Array(Math.max(0, free - step * 4096))).catch(() => undefined)
    const before = await readFile(path)
    const begin = performance.now()
    const answer = await dispatch('article.save', {
      id,
      language,
      status,
      fields,
      body: text(step + 1),
      revision,
    })
    expect(performance.now() - begin).toBeLessThan(2000)
    if (answer.ok) {
      revision += 1
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ revision, body: text(step + 1) })
    } else {
      refused += 1
      expect(answer.error.code).toBe('disk-full')
      expect(await readFile(path)).toEqual(before)
    }
    expect((await readdir(join(folder, 'articles', id))).filter((name) => name.endsWith('.tmp'))).toEqual([])
  }
  expect(refused).toBeGreaterThan(5)
  expect(refused).toBeLessThan(41)
  await rm(join(place, 'filler'))
  expect(
    await dispatch('article.save', { id, language, status, fields, body: text(99), revision }),
  ).toMatchObject({
    ok: true,
  })
})

test('while the disk is full typing goes on: the journal goes elsewhere, also over a restart, until the text is saved whole', async (context) => {
  const place = await smallDisk(1024)
  if (place === undefined) return context.skip('mounting a small disk needs root on Linux')
  const keepIn = await tempFolder()
  const options = { folder: join(place, 'library'), keepIn }
  let opened = await tempDesk(options)
  const { article } = await opened.desk['article.create']({ headline: 'عنوان' })
  const { id, language, status, fields } = article
  const draft = (body: StoryBody) => ({ id, language, status, fields, body, revision: 0, window: 'one' })
  const journal = (body: StoryBody) => {
    const patch = patchOf(article, { ...article, body }) ?? {}
    return opened.desk['article.journal']({ id, on: [{ revision: 0, patch }], window: 'one' })
  }
  expect(await journal(story('قبل'))).toEqual({ keptIn: 'library' })
  const filler = join(place, 'filler')
  await writeFile(filler, new Uint8Array(await freeBytes(place)))
  const typed = Array.from({ length: 40 }, (_, n) => story(`${n} ${'كلمة '.repeat(100 + n)}`))
  const keptIn: string[] = []
  for (const body of typed) keptIn.push((await journal(body)).keptIn)
  // The last page of the journal took one or two more.
  expect(keptIn.slice(-30).every((where) => where === 'elsewhere')).toBe(true)
  const last = typed.at(-1) as StoryBody
  expect(await opened.dispatch('article.save', draft(last))).toMatchObject({
    ok: false,
    error: { code: 'disk-full' },
  })
  await opened.close()
  opened = await tempDesk({ ...options, create: false })
  expect((await opened.desk['recovery.list']({})).recovered).toMatchObject([{ id }])
  expect((await opened.desk['article.open']({ id, window: 'one' })).article.body).toEqual(last)
  await rm(filler)
  expect(await opened.dispatch('article.save', draft(last))).toMatchObject({ ok: true })
  const file = await readFile(join(opened.folder, 'articles', id, 'article.json'), 'utf8')
  expect(JSON.parse(file)).toMatchObject({ revision: 1, body: last })
  await opened.close()
  // What went elsewhere is not needed there any more.
  expect(await filesUnder(keepIn)).toEqual({})
})

async function freeBytes(place: string): Promise<number> {
  const { statfs } = await import('node:fs/promises')
  const { bavail, bsize } = await statfs(place)
  return bavail * bsize
}
