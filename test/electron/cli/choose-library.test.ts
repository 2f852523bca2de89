import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callHost, listenToHost } from '../../support/call-host.ts'
import { builtMidad, midadJson, serving, testFolder, type Serving } from '../../support/midad.ts'

let home: string
let library: string
let other: string
let host: Serving
let remove: () => void
const stops: (() => void)[] = []
beforeAll(builtMidad)
beforeEach(async () => {
  ;({ folder: home, remove } = testFolder())
  library = join(home, 'library')
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
const choose = (place: string) => callHost(host.url, 'host.chooseLibrary', { place }, 10_000)
const present = async () =>
  ((await callHost(host.url, 'desk.state', {})) as { value: { library: string } }).value.library
const addressIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'desk/host.json'), 'utf8')) as { pid: number | null }

/** A window that listens and answers each flush: null where its text is saved, undefined not at all. */
async function openWindow(problem: string | null | undefined): Promise<string[]> {
  const heard: string[] = []
  const stop = await listenToHost(host.url, (name, data) => {
    heard.push(name)
    if (name !== 'window.flush' || problem === undefined) return
    void callHost(host.url, 'host.flushed', { ...(data as { round: number }), problem })
  })
  stops.push(stop)
  return heard
}

describe('another library in the web host', () => {
  test('is opened by its path, remembered, and left in order', async () => {
    await callHost(host.url, 'article.create', { headline: 'هنا' })
    expect(await choose(other)).toEqual({ ok: true, value: { library: other } })
    expect(await present()).toBe(other)
    expect(await callHost(host.url, 'article.list', {})).toMatchObject({ value: { total: 0 } })
    expect(existsSync(join(library, 'lock.json'))).toBe(false)
    expect(addressIn(library).pid).toBeNull()
    expect(addressIn(other).pid).toBe(host.pid)
    // A command writes through the host that holds it now.
    const made = await midadJson(['new', '--library', other, '--headline', 'من السطر'], environment())
    expect(made.code).toBe(0)
    expect(await callHost(host.url, 'article.list', {})).toMatchObject({ value: { total: 1 } })
    // And the next start finds it again.
    await host.stop()
    const listed = await midadJson(['list'], environment())
    expect(listed.json).toMatchObject({ total: 1 })
    expect(existsSync(join(home, 'Documents'))).toBe(false)
    host = await serving([], environment())
    expect(await present()).toBe(other)
  })

  test('waits for every window, and then tells them', async () => {
    const one = await openWindow(null)
    const two = await openWindow(null)
    expect(await choose(other)).toMatchObject({ ok: true })
    await expect.poll(() => [one.at(-1), two.at(-1)]).toEqual(['library.changed', 'library.changed'])
    expect(one[0]).toBe('window.flush')
  })

  test.each([
    ['cannot save its text', 'disk-full', 'disk-full'],
    ['does not answer', undefined, 'not-saved'],
  ])(
    'is not opened where a window %s, and nothing has changed',
    async (_name, problem, code) => {
      await openWindow(null)
      const heard = await openWindow(problem)
      const id = (await callHost(host.url, 'article.create', {})) as { value: { article: { id: string } } }
      expect(await choose(other)).toMatchObject({ ok: false, error: { code } })
      expect(await present()).toBe(library)
      expect(await callHost(host.url, 'article.open', { id: id.value.article.id })).toMatchObject({
        ok: true,
      })
      expect(heard).not.toContain('library.changed')
      expect(existsSync(join(other, 'lock.json'))).toBe(false)
      expect(addressIn(library).pid).toBe(host.pid)
    },
    20_000,
  )

  test('from the home of a person who types ~', async () => {
    expect(await choose('~/other')).toMatchObject({ value: { library: other } })
  })

  test('in a folder of other things stands in a folder of its own there', async () => {
    await mkdir(other)
    await writeFile(join(other, 'budget.xls'), 'x')
    expect(await choose(other)).toMatchObject({ value: { library: join(other, 'Midad') } })
  })

  test('that is the present one changes nothing', async () => {
    expect(await choose(`${library}/`)).toMatchObject({ value: { library } })
    expect(addressIn(library).pid).toBe(host.pid)
  })

  test.each([
    ['a path from nowhere', 'other', 'bad-request'],
    ['a place whose disk is not there', '/nowhere/at/all', 'library-missing'],
    ['nothing', '', 'bad-request'],
  ])('is refused: %s', async (_name, place, code) => {
    expect(await choose(place)).toMatchObject({ ok: false, error: { code } })
    expect(await present()).toBe(library)
  })

  test('that another program holds is refused', async () => {
    const second = await serving(['--library', other], environment())
    try {
      expect(await choose(other)).toMatchObject({ error: { code: 'library-locked' } })
      expect(await present()).toBe(library)
    } finally {
      await second.stop()
    }
  })
})

test('a library chosen once that is gone is not founded anew', async () => {
  await choose(other)
  await host.stop()
  rmSync(other, { recursive: true })
  const made = await midadJson(['new'], environment())
  expect(made).toMatchObject({ code: 1, json: { error: { code: 'library-missing' } } })
  expect(existsSync(other)).toBe(false)
  host = await serving(['--library', library], environment())
})
