import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callHost } from '../../support/call-host.ts'
import { copiedPart, layLibrary, layZip } from '../../support/copies.ts'
import { builtMidad, midad, midadJson, serving, testFolder, type Serving } from '../../support/midad.ts'
import { filesUnder } from '../../support/temp-library.ts'

let home: string
let library: string
let file: string
let other: string
let remove: () => void
let host: Serving | undefined
beforeAll(builtMidad)
beforeEach(async () => {
  ;({ folder: home, remove } = testFolder())
  library = join(home, 'library')
  file = join(home, 'copy.zip')
  other = join(home, 'other')
  await layLibrary(library)
})
afterEach(async () => {
  await host?.stop()
  host = undefined
  remove()
})

const environment = () => ({
  env: { HOME: home, USERPROFILE: home, APPDATA: home, XDG_CONFIG_HOME: undefined },
})
const run = (...args: string[]) => midadJson(args, environment())
const backup = () => run('backup', file, '--library', library)
const dayName = /^Midad \d{4}-\d\d-\d\d(?: \d)?\.midad-copy\.zip$/
const content = ({ 'library.json': _marker, ...files }: Record<string, string>) => files

describe('midad backup and restore', () => {
  test('take a library elsewhere, byte for byte', async () => {
    expect(await backup()).toMatchObject({
      code: 0,
      json: { file, articles: 3, files: 16, bytes: readFileSync(file).length },
    })
    const restored = await run('restore', file, '--library', other)
    expect(restored).toMatchObject({ code: 0, json: { library: other, articles: 3, files: 16 } })
    expect(content(await filesUnder(other))).toEqual(content(await copiedPart(library)))
    expect((await run('list', '--library', other)).json).toMatchObject({ total: 3 })
  })

  test('say in words what they did', async () => {
    const saved = await midad(['backup', file, '--library', library], environment())
    expect(saved.stdout).toMatch(/^.*copy\.zip: 3 articles, 16 files, \d+ bytes\n$/)
    const restored = await midad(['restore', file, '--library', other], environment())
    expect(restored.stdout).toMatch(/other: 3 articles, 16 files\n$/)
  })

  test('work beside a host that has the library open, and nothing of its secret is in the copy', async () => {
    host = await serving(['--library', library], environment())
    await callHost(host.url, 'article.create', { headline: 'هذه اللحظة' })
    expect(await backup()).toMatchObject({ code: 0, json: { articles: 4 } })
    expect(await run('restore', file, '--library', other)).toMatchObject({ code: 0, json: { articles: 4 } })
    expect(existsSync(join(other, 'desk/host.json'))).toBe(false)
    expect(existsSync(join(other, 'lock.json'))).toBe(false)
  })

  test('into a folder: a file of this day, and beside it another', async () => {
    await mkdir(other)
    await run('backup', other, '--library', library)
    await run('backup', other, '--library', library)
    const names = readdirSync(other)
    expect(names).toHaveLength(2)
    for (const name of names) expect(name).toMatch(dayName)
  })

  test('an older copy is replaced', async () => {
    await backup()
    const { bytes } = (await backup()).json as { bytes: number }
    expect(readFileSync(file)).toHaveLength(bytes)
  })
})

describe('a failure has its code, and changes nothing', () => {
  const fails = async (code: string, ...args: string[]) => {
    const ended = await run(...args)
    expect(ended).toMatchObject({ code: 1, json: { error: { code } } })
    expect(ended.stderr).toMatch(/^midad: [^\n]+\n$/)
  }
  test('a folder that is not empty', async () => {
    await backup()
    await fails('not-empty', 'restore', file, '--library', library)
    expect(readdirSync(home).toSorted()).toEqual(['copy.zip', 'library'])
  })

  test('a damaged copy', async () => {
    await backup()
    await writeFile(file, readFileSync(file).subarray(0, 3000))
    await fails('damaged-copy', 'restore', file, '--library', other)
    expect(existsSync(other)).toBe(false)
  })

  test('a copy of a newer Midad', async () => {
    await layZip(file, [], { version: 9 })
    await fails('newer-copy', 'restore', file, '--library', other)
  })

  test('no such copy, and no such library', async () => {
    await fails('not-found', 'restore', file, '--library', other)
    await fails('library-missing', 'backup', file, '--library', other)
  })

  test('a copy inside the library, or over a file that is none', async () => {
    await fails('bad-request', 'backup', join(library, 'copy.zip'), '--library', library)
    await writeFile(file, 'a budget')
    await fails('not-empty', 'backup', file, '--library', library)
  })
})

describe('in the web host', () => {
  const call = (method: string, input: unknown) => callHost((host as Serving).url, method, input, 10_000)
  const present = async () => ((await call('desk.state', {})) as { value: { library: string } }).value.library
  beforeEach(async () => {
    host = await serving(['--library', library], environment())
  })

  test('a copy is saved where it is typed, and opened as the library in a new folder that is named after it', async () => {
    const saved = await call('host.saveCopy', { place: '~/نسخة.midad-copy.zip' })
    const copy = join(home, 'نسخة.midad-copy.zip')
    expect(saved).toEqual({ ok: true, value: { place: copy, articles: 3, bytes: readFileSync(copy).length } })
    expect(await call('host.openCopy', { copy })).toEqual({
      ok: true,
      value: { library: join(home, 'نسخة') },
    })
    expect(await present()).toBe(join(home, 'نسخة'))
    expect(await call('article.list', {})).toMatchObject({ value: { total: 3 } })
    // The present library is remembered, and a second time has a place of its own.
    expect(await call('host.openCopy', { copy })).toMatchObject({ value: { library: join(home, 'نسخة 2') } })
  })

  test('without a place a copy of this day lies beside the library', async () => {
    const { value } = (await call('host.saveCopy', {})) as { value: { place: string } }
    expect(value.place.slice(home.length + 1)).toMatch(dayName)
    expect(existsSync(value.place)).toBe(true)
  })

  test('a copy is opened where it is typed, and refused where that is not empty', async () => {
    await call('host.saveCopy', { place: file })
    const refused = { ok: false, error: { code: 'not-empty' } }
    expect(await call('host.openCopy', { copy: file, place: home })).toMatchObject(refused)
    expect(await present()).toBe(library)
    await mkdir(other)
    expect(await call('host.openCopy', { copy: file, place: other })).toMatchObject({
      value: { library: other },
    })
    expect(await present()).toBe(other)
  })

  test.each([
    ['a path from nowhere', 'host.saveCopy', { place: 'copy.zip' }, 'bad-request'],
    ['a path from nowhere to open', 'host.openCopy', { copy: 'copy.zip' }, 'bad-request'],
    ['no copy', 'host.openCopy', {}, 'unsupported-here'],
    ['a copy that is not there', 'host.openCopy', { copy: '/nowhere.zip' }, 'not-found'],
  ])('%s is refused', async (_name, method, input, code) => {
    expect(await call(method, input)).toMatchObject({ ok: false, error: { code } })
    expect(await present()).toBe(library)
  })
})
