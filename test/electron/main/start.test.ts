import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { DeskState } from '../../../core/api/contract.ts'
import { configFile, placeFile, startMain, startWithPage } from '../../support/electron/start-main.ts'
import { builtMidad } from '../../support/midad.ts'
import { lay } from '../../support/temp-library.ts'

beforeAll(builtMidad)

describe('the program starts', () => {
  test('sandboxed, with our scheme and nothing more than it needs, before Electron is ready', async () => {
    const { electron } = await startMain()
    expect(electron.standIn.isSandboxed).toBe(true)
    expect(electron.standIn.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    expect(electron.standIn.session.speller?.()).toBe(false)
  })

  test('with one window that shows nothing before there is something to see', async () => {
    const { window, electron } = await startMain()
    expect(electron.standIn.made).toHaveLength(1)
    expect(window.options).toMatchObject({ show: false, backgroundColor: '#f2f1ee' })
    expect(window.loaded).toEqual(['app://desk/'])
  })

  test('in a dark system with a dark window, and follows it', async () => {
    const { electron, window } = await startMain({ before: ({ turnDark }) => turnDark(true) })
    expect(window.options.backgroundColor).toBe('#101114')
    electron.turnDark(false)
    expect(window.background).toBe('#f2f1ee')
  })

  test('with every preference of a page stated, and none that opens it', async () => {
    const { window } = await startMain()
    expect(window.options.webPreferences).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    })
  })

  test('over the library it was given, as the host that it is', async () => {
    const { page, library } = await startMain()
    const state = await page.bridge.call('desk.state', {})
    expect(state).toMatchObject({
      ok: true,
      value: {
        library,
        readOnly: false,
        host: { kind: 'electron', choosesLibrary: 'dialog', savesFiles: true },
      },
    })
  })

  test('the first time in Documents, with three samples there and nowhere else', async () => {
    const { page, home } = await startMain({ isBare: true })
    expect(await page.bridge.call('article.list', {})).toMatchObject({ value: { total: 3 } })
    expect(await page.bridge.call('desk.state', {})).toMatchObject({
      value: { library: join(home, 'Documents/Midad') },
    })
    const other = await startMain()
    expect(await other.page.bridge.call('article.list', {})).toMatchObject({ value: { total: 0 } })
  })
})

describe('where the window stands', () => {
  const kept = { x: 100, y: 120, width: 900, height: 700, isMaximised: true }
  const withPlace = (json: string) => ({
    before: (_electron: unknown, home: string) => lay(placeFile(home), json),
  })

  test('is where it stood', async () => {
    const { window } = await startMain(withPlace(JSON.stringify(kept)))
    expect(window.options).toMatchObject({ x: 100, y: 120, width: 900, height: 700 })
    expect(window.maximised).toBe(true)
  })

  test.each([
    ['half a file', '{"x":100,"y":12'],
    ['nothing', ''],
    ['numbers that are none', JSON.stringify({ ...kept, x: null })],
    ['a size that no page fits in', JSON.stringify({ ...kept, width: 3, height: 3 })],
    ['places out of this world', JSON.stringify({ ...kept, x: 1e9 })],
    ['an array', '[1,2,3,4]'],
    ['a display that is no longer there', JSON.stringify({ ...kept, x: -3000 })],
    ['a title bar above the display', JSON.stringify({ ...kept, y: -500 })],
  ])('is in the middle where the file holds %s', async (_name, json) => {
    const { window } = await startMain(withPlace(json))
    expect(window.options.x).toBeUndefined()
    expect(window.options.width).toBeGreaterThanOrEqual(640)
    expect(window.visible).toBe(true)
  })

  test('is no larger than the display, the first time', async () => {
    const { window } = await startMain({
      before: ({ standIn }) =>
        void (standIn.displays = [{ workArea: { x: 0, y: 0, width: 1024, height: 700 } }]),
    })
    expect(window.options).toMatchObject({ width: 1024, height: 700 })
  })

  test('is written whole when it has been moved and when the program ends', async () => {
    const { electron, window, home } = await startWithPage()
    window.bounds = { x: 5, y: 6, width: 777, height: 666 }
    window.emit('move')
    electron.app.quit()
    await vi.waitFor(() => expect(electron.standIn.hasEnded).toBe(true))
    expect(JSON.parse(readFileSync(placeFile(home), 'utf8'))).toEqual({
      x: 5,
      y: 6,
      width: 777,
      height: 666,
      isMaximised: false,
    })
  })
})

describe('which library', () => {
  test('the one chosen last, and none is founded where it is no longer there', async () => {
    const { electron, home } = await startMain({
      isBare: true,
      isQuick: true,
      before: async ({ standIn }, home) => {
        await lay(configFile(home), JSON.stringify({ library: join(home, 'gone/library') }))
        standIn.answers.push(2)
      },
    })
    await vi.waitFor(() => expect(electron.standIn.hasEnded).toBe(true))
    expect(electron.standIn.made).toEqual([])
    expect(electron.standIn.asked[0]?.options.message).toContain(join(home, 'gone/library'))
  })

  test('another one that is chosen then, and remembered', async () => {
    const { page, home } = await startMain({
      isBare: true,
      before: async ({ standIn }, home) => {
        await lay(configFile(home), JSON.stringify({ library: join(home, 'gone') }))
        await mkdir(join(home, 'new'))
        // Once more; another one; which.
        standIn.answers.push(0, 1, join(home, 'new'))
      },
    })
    const state = (await page.bridge.call('desk.state', {})) as { value: DeskState }
    expect(state.value.library).toBe(join(home, 'new'))
    expect(JSON.parse(readFileSync(configFile(home), 'utf8'))).toMatchObject({ library: join(home, 'new') })
  })

  test('a damaged memory is none', async () => {
    const { page, home } = await startMain({
      isBare: true,
      before: (_electron, home) => lay(configFile(home), '{"library":7,'),
    })
    expect(await page.bridge.call('desk.state', {})).toMatchObject({
      value: { library: join(home, 'Documents/Midad') },
    })
  })
})

test('menus are turned round from the next start on, in a language that runs right to left', async () => {
  const first = await startWithPage({ args: ['--language', 'ar'] })
  expect(first.electron.standIn.switches).toEqual({})
  await vi.waitFor(() => expect(readFileSync(configFile(first.home), 'utf8')).toContain('rtl'))
  first.electron.app.quit()
  await vi.waitFor(() => expect(first.electron.standIn.hasEnded).toBe(true))
  const second = await startMain({ home: first.home })
  expect(second.electron.standIn.switches).toEqual({ 'force-ui-direction': 'rtl' })
})

test('a second program hands over its files and ends without a window', async () => {
  const { electron, home } = await startMain({
    isQuick: true,
    args: ['story.midad', '--some-switch-of-chromium', 'notes.txt', 'film.mp4'],
    before: ({ standIn }) => void (standIn.isSecond = true),
  })
  expect(electron.standIn.handedOver).toEqual({
    files: ['story.midad', 'notes.txt'].map((name) => join(process.cwd(), name)),
  })
  expect(electron.standIn.hasEnded).toBe(true)
  expect(electron.standIn.made).toEqual([])
  expect(existsSync(join(home, 'library'))).toBe(false)
})
