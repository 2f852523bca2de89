import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { Article } from '../../../core/model/article.ts'
import { LibraryPaths } from '../../../electron/node/library-folder.ts'
import { otherDesk, runsTypeScript } from '../../support/other-desk.ts'
import { p } from '../../support/story.ts'
import { filesUnder, story, tempDesk, tempFolder } from '../../support/temp-library.ts'

const saving = ({ id, language, status, fields, revision }: Article, words: string) => ({
  id,
  language,
  status,
  fields,
  revision,
  body: story(words),
})
async function closedLibrary(): Promise<{ folder: string; article: Article }> {
  const { desk, folder, close } = await tempDesk()
  const { article } = await desk['article.create']({ headline: 'عنوان' })
  await close()
  return { folder, article }
}
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

describe.skipIf(!runsTypeScript)('two processes', () => {
  test('that open one library at the same moment: one writes, every time', async () => {
    const { folder } = await closedLibrary()
    const both = await Promise.all([otherDesk(`${folder}-keep-1`), otherDesk(`${folder}-keep-2`)])
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(both.map((desk) => desk.ask({ open: folder })))
      const readOnly = answers.map((answer) => (answer as { readOnly: boolean }).readOnly)
      expect(readOnly.filter(Boolean)).toHaveLength(1)
      const made = await Promise.all(both.map((desk) => desk.ask({ call: 'article.create', input: {} })))
      expect(made.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(1)
      await Promise.all(both.map((desk) => desk.ask({ close: true })))
    }
    const { desk } = await tempDesk({ folder })
    expect(await desk['library.verify']({})).toEqual({ ok: true, articles: 21, problems: [] })
  })

  const patient = { timeout: 180_000 }
  test(
    'save one article 400 times each, in turn: none is lost, and whoever reads meanwhile reads a whole text',
    patient,
    async () => {
      const { folder, article } = await closedLibrary()
      const both = await Promise.all([otherDesk(`${folder}-keep-1`), otherDesk(`${folder}-keep-2`)])
      const path = new LibraryPaths(folder).article(article.id)
      const state = { isOver: false }
      const seen = new Map<number, string>()
      const reading = (async () => {
        while (!state.isOver) {
          const { revision, body } = JSON.parse(await readFile(path, 'utf8')) as Article
          seen.set(revision, JSON.stringify(body))
          await pause(1)
        }
      })()
      const order = { saves: 400, library: folder, id: article.id }
      const answers = await Promise.all(
        both.map((desk, at) => desk.ask({ ...order, name: `كاتب ${at + 1}` })),
      )
      state.isOver = true
      await reading
      const saved = answers.flatMap((answer) => (answer as { saved: [number, string][] }).saved)
      // Each was made to the text of the one before it: no two have the same revision, and none is missing.
      expect(saved.map(([revision]) => revision).sort((one, other) => one - other)).toEqual(
        Array.from({ length: 800 }, (_, at) => at + 1),
      )
      expect(seen.size).toBeGreaterThan(20)
      const words = new Map(saved)
      for (const [revision, body] of seen)
        if (revision > 0) expect(body).toContain(`"${words.get(revision)}"`)
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
        revision: 800,
        body: story(words.get(800) ?? ''),
      })
    },
  )
})

describe.skipIf(!runsTypeScript || !isRoot)(
  'a folder without the right to write (root on Linux can take rights away)',
  () => {
    const nobody = 65_534
    const owned = async (folder: string, uid: number, mode: number): Promise<void> => {
      for (const name of ['', ...(await readdir(folder, { recursive: true }))]) {
        await chown(join(folder, name), uid, uid)
        const isFile = /\.(?:json|log)$/.test(name)
        await chmod(join(folder, name), isFile ? mode & 0o666 : mode)
      }
    }
    /** As `nobody`, with a folder of its own for what the library does not take. */
    async function asNobody(folder: string) {
      const keepIn = `${folder}-keep`
      await mkdir(keepIn)
      await chown(keepIn, nobody, nobody)
      await chmod(join(folder, '..'), 0o755)
      return otherDesk(keepIn, nobody)
    }

    test('is opened, read and verified; it is not written, and no byte of it changes', async () => {
      const { folder, article } = await closedLibrary()
      await owned(folder, 0, 0o755)
      const before = await filesUnder(folder)
      const desk = await asNobody(folder)
      expect(await desk.ask({ open: folder })).toEqual({ opened: true, readOnly: true })
      const open = { call: 'article.open', input: { id: article.id } }
      expect(await desk.ask(open)).toMatchObject({
        ok: true,
        value: { readOnly: { reason: 'library-locked' } },
      })
      expect(await desk.ask({ call: 'article.create', input: {} })).toMatchObject({
        error: { code: 'library-locked' },
      })
      expect(await desk.ask({ call: 'library.verify', input: {} })).toMatchObject({
        value: { ok: true, articles: 1 },
      })
      await desk.ask({ close: true })
      expect(await filesUnder(folder)).toEqual(before)
    })

    test('that loses it while it is open: saves are refused, words are kept elsewhere, and it goes on when the right is back', async () => {
      const { folder, article } = await closedLibrary()
      await owned(folder, nobody, 0o700)
      const desk = await asNobody(folder)
      expect(await desk.ask({ open: folder })).toEqual({ opened: true, readOnly: false })
      const save = { call: 'article.save', input: saving(article, 'كلمات') }
      await desk.ask({ call: 'article.open', input: { id: article.id } })
      await owned(folder, 0, 0o755)
      expect(await desk.ask(save)).toMatchObject({ ok: false, error: { code: 'unwritable' } })
      const patch = { story: { from: 0, remove: 1, insert: [p('كلمات')] } }
      const journal = { call: 'article.journal', input: { id: article.id, on: [{ revision: 0, patch }] } }
      expect(await desk.ask(journal)).toMatchObject({ value: { keptIn: 'elsewhere' } })
      await owned(folder, nobody, 0o700)
      expect(await desk.ask(save)).toMatchObject({ ok: true, value: { revision: 1 } })
      expect(await desk.ask({ call: 'library.verify', input: {} })).toMatchObject({ value: { ok: true } })
    })
  },
)

/** Mounts something on a new folder; undefined where this user may not. */
async function mounted(...args: string[]): Promise<string | undefined> {
  if (!isRoot) return undefined
  const place = join(await tempFolder(), 'disk')
  await mkdir(place)
  onTestFinished(() => {
    if (readFileSync('/proc/mounts', 'utf8').includes(place)) execFileSync('umount', ['-l', place])
  })
  return mount(...args, place) ? place : undefined
}
function mount(...args: string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
const window: HostInfo = { kind: 'web', choosesLibrary: 'fixed', revealsLibrary: false, savesFiles: false }
const patchOf = (words: string) => ({ story: { from: 0, remove: 1, insert: [p(words)] } })

test('a disk that becomes read-only under a running desk: told, words kept elsewhere, and it goes on when it is writable again', async (context) => {
  const place = await mounted('-t', 'tmpfs', 'tmpfs')
  if (place === undefined) return context.skip('mounting a disk needs root on Linux')
  const keepIn = await tempFolder()
  const { desk, folder } = await tempDesk({ folder: join(place, 'library'), keepIn })
  const { article } = await desk['article.create']({ headline: 'عنوان' })
  expect(mount('-o', 'remount,ro', place)).toBe(true)
  await expect(desk['article.save'](saving(article, 'كلمات'))).rejects.toMatchObject({ code: 'unwritable' })
  const journal = { id: article.id, on: [{ revision: 0, patch: patchOf('كلمات') }] }
  expect(await desk['article.journal'](journal)).toEqual({ keptIn: 'elsewhere' })
  expect((await desk['article.open']({ id: article.id })).article.body).toEqual(story('كلمات'))
  expect(mount('-o', 'remount,rw', place)).toBe(true)
  expect(await desk['article.save'](saving(article, 'كلمات'))).toMatchObject({ revision: 1 })
  expect(await desk['library.verify']({})).toMatchObject({ ok: true, problems: [] })
  expect(folder).toContain(place)
})

test('a stick that is pulled under a running host and put in again: said, nothing grows in its place, no word is lost', async (context) => {
  const stick = await tempFolder()
  const place = await mounted('--bind', stick)
  if (place === undefined) return context.skip('mounting a disk needs root on Linux')
  const keepIn = await tempFolder()
  const watched = { folder: join(place, 'library'), keepIn, host: window, watchEveryMs: 20 }
  const { desk, told } = await tempDesk(watched)
  const { article } = await desk['article.create']({ headline: 'عنوان' })
  await desk['article.save'](saving(article, 'قبل'))
  const codes = () => told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))
  execFileSync('umount', ['-l', place])
  await expect.poll(codes, { timeout: 10_000 }).toEqual(['library-away'])
  const next = { ...article, revision: 1 }
  await expect(desk['article.save'](saving(next, 'بعد'))).rejects.toMatchObject({ code: 'library-missing' })
  const journal = { id: article.id, on: [{ revision: 1, patch: patchOf('بعد') }] }
  expect(await desk['article.journal'](journal)).toEqual({ keptIn: 'elsewhere' })
  expect(await readdir(place)).toEqual([])
  expect(mount('--bind', stick, place)).toBe(true)
  await expect.poll(codes, { timeout: 10_000 }).toEqual(['library-away', 'library-back'])
  const { article: back } = await desk['article.open']({ id: article.id })
  expect(back.body).toEqual(story('بعد'))
  expect(await desk['article.save'](saving(next, 'بعد'))).toMatchObject({ revision: 2 })
  expect(await desk['library.verify']({})).toMatchObject({ ok: true, problems: [] })
})
