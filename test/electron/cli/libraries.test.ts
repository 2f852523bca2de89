import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callHost, listenToHost } from '../../support/call-host.ts'
import { builtMidad, midadJson, serving, testFolder, type Serving } from '../../support/midad.ts'
import { quickPlace } from '../../support/quick-disk.ts'
import { tempFolder } from '../../support/temp-library.ts'

let home: string
let library: string
let other: string
let host: Serving
let remove: () => void
const stops: (() => void)[] = []
beforeAll(builtMidad)
beforeEach(async () => {
  ;({ folder: home, remove } = testFolder())
  library = join(home, 'مكتبة')
  other = join(home, 'other')
  host = await serving(['--library', library], environment())
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await host.stop()
  remove()
})

const environment = () => ({
  env: { HOME: home, USERPROFILE: home, APPDATA: home, XDG_CONFIG_HOME: undefined },
})
const call = (method: string, input: unknown = {}) => callHost(host.url, method, input, 20_000)
const present = async () => ((await call('desk.state')) as { value: { library: string } }).value.library
const recent = async () =>
  (
    (await call('host.libraries')) as {
      value: { recent: { path: string; name: string; isThere: boolean }[] }
    }
  ).value.recent

/** A window that has all its text on the disk; what it hears. */
async function openWindow(): Promise<{ name: string; data: unknown }[]> {
  const heard: { name: string; data: unknown }[] = []
  const stop = await listenToHost(host.url, (name, data) => {
    heard.push({ name, data })
    if (name !== 'window.flush') return
    void callHost(host.url, 'host.flushed', { ...(data as { round: number }), problem: null })
  })
  stops.push(stop)
  return heard
}

describe('the libraries that were open', () => {
  test('are listed with the present one first, over a restart too, and opened by a press', async () => {
    await call('host.newLibrary', { place: other })
    expect((await recent()).map(({ path }) => path)).toEqual([other, library])
    await host.stop()
    host = await serving(['--library', other], environment())
    const heard = await openWindow()
    expect(await call('host.openRecent', { path: library })).toEqual({ ok: true, value: { library } })
    expect(await present()).toBe(library)
    expect(await recent()).toMatchObject([
      { path: library, name: 'مكتبة', isThere: true },
      { path: other, name: 'other', isThere: true },
    ])
    await expect.poll(() => heard.map(({ name }) => name)).toEqual(['window.flush', 'library.changed'])
  })

  test('are none that somebody else names, and none is founded where one has gone', async () => {
    await call('host.newLibrary', { place: other })
    await call('host.openRecent', { path: library })
    expect(await call('host.openRecent', { path: home })).toMatchObject({ error: { code: 'not-found' } })
    await rename(other, join(home, 'moved by hand'))
    expect(await call('host.openRecent', { path: other })).toMatchObject({
      error: { code: 'library-missing' },
    })
    expect(existsSync(other)).toBe(false)
    expect(await present()).toBe(library)
    expect((await recent()).find(({ path }) => path === other)?.isThere).toBe(false)
    expect(await call('host.forgetLibrary', { path: other })).toMatchObject({
      value: { recent: [{ path: library }] },
    })
  })

  test('of a newer Midad is said to be that, and the present one stays', async () => {
    await mkdir(other)
    await writeFile(join(other, 'library.json'), '{"version":99,"id":"n"}')
    expect(await call('host.chooseLibrary', { place: other })).toMatchObject({
      error: { code: 'library-newer' },
    })
    expect(await present()).toBe(library)
  })
})

test('a new library is founded in a new or empty folder, and in no other', async () => {
  expect(await call('host.newLibrary', { place: library })).toMatchObject({ error: { code: 'not-empty' } })
  await mkdir(other)
  expect(await call('host.newLibrary', { place: other })).toMatchObject({ value: { library: other } })
  expect(existsSync(join(other, 'articles'))).toBe(true)
})

describe('a library that is moved', () => {
  const headlines = async () =>
    ((await call('article.list')) as { value: { articles: { headline: string }[] } }).value.articles.map(
      ({ headline }) => headline,
    )

  test('is the same library at the new place: windows stay, commands and the next start find it', async () => {
    await call('article.create', { headline: 'قبل' })
    const heard = await openWindow()
    await mkdir(other)
    await writeFile(join(other, 'budget.xls'), 'x')
    const place = join(other, 'مكتبة')
    expect(await call('host.moveLibrary', { place: other })).toEqual({
      ok: true,
      value: { library: place, left: null },
    })
    expect(existsSync(library)).toBe(false)
    expect(await present()).toBe(place)
    await call('article.create', { headline: 'بعد' })
    expect(new Set(await headlines())).toEqual(new Set(['قبل', 'بعد']))
    await expect.poll(() => heard).toContainEqual({ name: 'library.moving', data: { progress: null } })
    expect(heard).toContainEqual({ name: 'library.moved', data: { library: place } })
    expect(heard.map(({ name }) => name)).not.toContain('library.changed')
    expect(await recent()).toMatchObject([{ path: place, isThere: true }])
    expect((await midadJson(['list'], environment())).json).toMatchObject({ total: 2 })
    expect(JSON.parse(readFileSync(join(place, 'desk/host.json'), 'utf8'))).toMatchObject({ pid: host.pid })
    await host.stop()
    host = await serving([], environment())
    expect(await present()).toBe(place)
  })

  test('to another disk is copied while people write, and every word of theirs is there', async (context) => {
    const folder = await tempFolder(quickPlace())
    if (folder.startsWith('/tmp')) return context.skip('there is no second disk')
    const made = (await call('article.create', { headline: 'بداية' })) as {
      value: { article: { id: string } }
    }
    const moving = call('host.moveLibrary', { place: join(folder, 'new') })
    const written = []
    for (let n = 0; n < 20; n += 1) written.push(await call('article.create', { headline: `${n}` }))
    expect(await moving).toEqual({ ok: true, value: { library: join(folder, 'new'), left: null } })
    expect(written.every((each) => (each as { ok: boolean }).ok)).toBe(true)
    expect(await headlines()).toHaveLength(21)
    expect(await call('article.open', { id: made.value.article.id })).toMatchObject({ ok: true })
    expect(existsSync(library)).toBe(false)
    expect((await midadJson(['verify', '--library', join(folder, 'new')], environment())).json).toMatchObject(
      { ok: true },
    )
    await host.stop()
  })

  test.each([
    ['into itself', () => join(library, 'articles', 'x'), 'inside-library'],
    ['to nowhere', () => '/nowhere/at/all', 'folder-missing'],
    ['by a path from nowhere', () => 'there', 'bad-request'],
  ])('%s is refused, and nothing has changed', async (_name, place, code) => {
    expect(await call('host.moveLibrary', { place: place() })).toMatchObject({ error: { code } })
    expect(await present()).toBe(library)
    expect(await call('article.create', {})).toMatchObject({ ok: true })
  })

  test('that another program holds is not moved from here', async () => {
    const second = await serving(['--library', library], environment())
    try {
      expect(await callHost(second.url, 'host.moveLibrary', { place: other }, 10_000)).toMatchObject({
        error: { code: 'library-locked' },
      })
      expect(existsSync(other)).toBe(false)
    } finally {
      await second.stop()
    }
  })
})

test('a move that was cut off after the folder was renamed is found by the next start, and by a command', async () => {
  await call('article.create', { headline: 'كلمة' })
  await host.stop()
  await rename(library, other)
  const config = join(home, '.config/midad/midad.json')
  const remembered = JSON.parse(readFileSync(config, 'utf8')) as object
  await writeFile(config, JSON.stringify({ ...remembered, library, moving: { from: library, to: other } }))
  expect((await midadJson(['list'], environment())).json).toMatchObject({ total: 1 })
  host = await serving([], environment())
  expect(await present()).toBe(other)
  expect(await recent()).toMatchObject([{ path: other }])
})
