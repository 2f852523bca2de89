import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenArticle } from '../../../core/api/contract.ts'
import type { DrawnPage } from '../../../core/api/files.ts'
import { appPolicy, drawnPagePolicy } from '../../../electron/node/headers.ts'
import { preventable, type StandInContents } from '../../support/electron/stand-in-window.ts'
import { startMain, startWithPage } from '../../support/electron/start-main.ts'
import { builtMidad } from '../../support/midad.ts'
import { lay } from '../../support/temp-library.ts'

beforeAll(builtMidad)

describe('app://desk', () => {
  test('is the built page, under its policy', async () => {
    const { electron } = await startMain()
    const response = await electron.standIn.fetch('app://desk/')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<div id="midad">')
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': appPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(appPolicy).not.toContain(':*')
    expect(appPolicy).toMatch(/^default-src 'none'; script-src 'self';/)
  })

  test('gives every file that the page names', async () => {
    const { electron } = await startMain()
    const page = await (await electron.standIn.fetch('app://desk/?language=ar')).text()
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path)
    expect(files.length).toBeGreaterThan(0)
    for (const path of files) expect((await electron.standIn.fetch(`app://desk${path}`)).status).toBe(200)
  })

  test('lets one worker alone compile WebAssembly', async () => {
    const { electron } = await startMain()
    const assets = readdirSync(join(import.meta.dirname, '../../../out/renderer/assets'))
    const policies = await Promise.all(
      assets.map(async (name) => {
        const { headers } = await electron.standIn.fetch(`app://desk/assets/${name}`)
        return [name, headers.get('content-security-policy') ?? '']
      }),
    )
    const widened = policies.filter(([, policy]) => policy?.includes('wasm-unsafe-eval'))
    expect(widened.map(([name]) => name?.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['spelling-worker'])
  })

  test.each([
    'app://desk/../../package.json',
    'app://desk/%2e%2e/%2e%2e/package.json',
    'app://desk/..%2f..%2fpackage.json',
    'app://desk/assets/..%5c..%5cpackage.json',
    'app://desk//etc/passwd',
    'app://desk/etc/passwd',
    'app://desk/index.html%00.png',
    'app://desk/__proto__',
    'app://desk/page/__proto__',
    'app://desk/page/',
    'app://desk/index.html?secret=1',
    'app://desk.example/',
    'app://other/',
    'app://me@desk/',
  ])('has nothing at %s', async (address) => {
    const { electron } = await startMain()
    const response = await electron.standIn.fetch(address)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  })

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('answers no %s', async (method) => {
    const { electron } = await startMain()
    expect((await electron.standIn.fetch('app://desk/', { method })).status).toBe(405)
  })

  test('shows a drawn page under a policy that runs nothing', async () => {
    const { page, electron } = await startWithPage()
    const { value } = (await page.bridge.call('article.create', { headline: 'خبر' })) as {
      value: OpenArticle
    }
    const { id, language, status, fields, body } = value.article
    const drawn = (await page.bridge.call('article.draw', { id, language, status, fields, body })) as {
      value: DrawnPage
    }
    const response = await electron.standIn.fetch(`app://desk${drawn.value.path}`)
    expect(response.headers.get('content-security-policy')).toBe(drawnPagePolicy)
    expect(await response.text()).toContain('خبر')
  })
})

describe('nothing leads away', () => {
  const emit = (contents: StandInContents, event: string, details: object) => {
    const told = preventable(details)
    contents.emit(event, told)
    return told.defaultPrevented
  }

  test.each([
    'https://example.com/',
    'file:///home/me/story.html',
    'app://desk/',
    'app://desk/page/abc',
    'javascript:1',
  ])('the page stays where it is: %s', async (url) => {
    const { window } = await startMain()
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(emit(window.contents, event, { url, isMainFrame: true })).toBe(true)
    }
  })

  test('a frame holds a drawn page and nothing else', async () => {
    const { window } = await startMain()
    const goes = (url: string) => !emit(window.contents, 'will-frame-navigate', { url, isMainFrame: false })
    expect(goes('app://desk/page/AbC-_9')).toBe(true)
    for (const url of [
      'app://desk/',
      'app://desk/page/a/../..',
      'app://desk/page/a?b',
      'https://example.com/page/a',
      'data:text/html,x',
      'about:blank',
    ]) {
      expect(goes(url)).toBe(false)
    }
  })

  test('no window is opened and no webview is attached', async () => {
    const { window, electron } = await startMain()
    electron.standIn.answers.push(1, 1)
    expect(window.contents.opener?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
    expect(window.contents.opener?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' })
    expect(emit(window.contents, 'will-attach-webview', {})).toBe(true)
    expect(electron.standIn.made).toHaveLength(1)
    expect(electron.standIn.openedOutside).toEqual([])
  })
})

describe('what Electron would grant is denied', () => {
  const permissions = ['media', 'geolocation', 'notifications', 'openExternal', 'hid', 'unknown']
  type Handler = (...args: unknown[]) => unknown
  const asks = (handlers: Record<string, unknown>, permission: string, url: string, isMainFrame = true) => {
    const answers: unknown[] = []
    const request = handlers.request as Handler
    request({}, permission, (answer: unknown) => answers.push(answer), { isMainFrame, requestingUrl: url })
    answers.push((handlers.check as Handler)({}, permission, url, { isMainFrame, requestingUrl: url }))
    return answers
  }

  test.each(permissions)('%s', async (permission) => {
    const { electron } = await startMain()
    expect(asks(electron.standIn.session, permission, 'app://desk/')).toEqual([false, false])
  })

  test('but our own page may copy text, read what was copied and fill the screen, and no other', async () => {
    const { electron } = await startMain()
    const handlers = electron.standIn.session
    for (const permission of ['clipboard-read', 'clipboard-sanitized-write', 'fullscreen']) {
      expect(asks(handlers, permission, 'app://desk/')).toEqual([true, true])
      expect(asks(handlers, permission, 'app://desk/', false)).toEqual([false, false])
      expect(asks(handlers, permission, 'https://desk/')).toEqual([false, false])
    }
  })

  test('no device, no download, no request that leaves the program', async () => {
    const { electron } = await startMain()
    const { device, web } = electron.standIn.session as Record<string, Handler>
    expect(device?.({ deviceType: 'usb', origin: 'app://desk', device: {} })).toBe(false)
    expect(electron.askSession('will-download', {}, {}).defaultPrevented).toBe(true)
    const answers: unknown[] = []
    web?.({ url: 'https://example.com/' }, (answer: unknown) => answers.push(answer))
    expect(answers).toEqual([{ cancel: true }])
  })
})

describe('a link opens outside when its reader has seen where it leads', () => {
  test('and wants it: as parsed and written again', async () => {
    const { page, electron } = await startWithPage()
    electron.standIn.answers.push(0)
    const url = 'https://EXAMPLE.com/a b?q=خبر'
    expect(await page.bridge.call('host.openLink', { url })).toMatchObject({ value: { isOpened: true } })
    expect(electron.standIn.openedOutside).toEqual(['https://example.com/a%20b?q=%D8%AE%D8%A8%D8%B1'])
    expect(electron.standIn.asked[0]?.options.detail).toMatch(/^\u2066example\.com\u2069\n\u2066https:/)
  })

  test('and does not want it', async () => {
    const { page, electron } = await startWithPage()
    electron.standIn.answers.push(1)
    expect(await page.bridge.call('host.openLink', { url: 'https://example.com/' })).toMatchObject({
      value: { isOpened: false },
    })
    expect(electron.standIn.openedOutside).toEqual([])
  })

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    String.raw`\\server\share`,
    'app://desk/',
    'no address',
    'ftp://example.com/',
    'vbscript:x',
  ])('never %s', async (url) => {
    const { page, electron } = await startWithPage()
    expect(await page.bridge.call('host.openLink', { url })).toMatchObject({ value: { isOpened: false } })
    expect(electron.standIn.asked).toEqual([])
    expect(electron.standIn.openedOutside).toEqual([])
  })
})

describe('a file is saved where its user says', () => {
  const base64 = Buffer.from('<p>خبر</p>').toString('base64')

  test('whole, and the place comes back', async () => {
    const { page, electron, home } = await startWithPage()
    const place = join(home, 'page.html')
    electron.standIn.answers.push(place)
    expect(await page.bridge.call('host.saveFile', { name: 'page.html', base64 })).toMatchObject({
      value: { place },
    })
    expect(readFileSync(place, 'utf8')).toBe('<p>خبر</p>')
  })

  test('or nowhere', async () => {
    const { page, electron } = await startWithPage()
    electron.standIn.answers.push(null)
    expect(await page.bridge.call('host.saveFile', { name: 'page.html', base64 })).toMatchObject({
      value: { place: null },
    })
  })

  test.each([
    ['../../.bashrc', '.bashrc'],
    ['C:\\Windows\\x.html', 'x.html'],
    ['/', 'midad'],
  ])('under a name without a folder: %s', async (name, plain) => {
    const { page, electron } = await startWithPage()
    electron.standIn.answers.push(null)
    await page.bridge.call('host.saveFile', { name, base64 })
    expect(electron.standIn.asked[0]?.options.defaultPath).toBe(join('/documents', plain))
  })

  test('and a disk that takes it not says so', async () => {
    const { page, electron, home } = await startWithPage()
    await lay(join(home, 'file'), '')
    electron.standIn.answers.push(join(home, 'file', 'page.html'))
    expect(await page.bridge.call('host.saveFile', { name: 'page.html', base64 })).toMatchObject({
      error: { code: 'unwritable' },
    })
  })
})

test('the library is shown in the file manager', async () => {
  const { page, electron, library } = await startWithPage()
  expect(await page.bridge.call('host.revealLibrary', {})).toMatchObject({ value: { isRevealed: true } })
  expect(electron.standIn.openedPaths).toEqual([library])
})
