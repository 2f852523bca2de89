import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { eventNames, hostMethodNames, methodNames, type OpenArticle } from '../../../core/api/contract.ts'
import { openPage } from '../../support/electron/page.ts'
import { StandInFrame } from '../../support/electron/stand-in-window.ts'
import { startMain, startWithPage, type StartedMain } from '../../support/electron/start-main.ts'
import { builtMidad, checkout } from '../../support/midad.ts'

beforeAll(builtMidad)

const created = async ({ page }: StartedMain) =>
  (await page.bridge.call('article.create', { headline: 'خبر' })) as { ok: true; value: OpenArticle }

describe('a call from our page', () => {
  test('reaches the disk, and everybody who listens hears of it', async () => {
    const started = await startWithPage()
    const { value } = await created(started)
    const file = join(started.library, 'articles', value.article.id, 'article.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ fields: { headline: 'خبر' } })
    expect(started.page.heard).toContainEqual(
      expect.objectContaining({ name: 'article.changed', data: expect.objectContaining({ revision: 0 }) }),
    )
  })

  test('that fails comes back as data with its code', async () => {
    const { page } = await startWithPage()
    const id = '01HZZZZZZZZZZZZZZZZZZZ0001'
    expect(await page.bridge.call('article.open', { id })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test.each([
    ['the name of no method', 'article.burn', {}, 'unknown-method'],
    ['the name of something every object has', 'constructor', {}, 'unknown-method'],
    ['no name at all', ['desk.state'], {}, 'unknown-method'],
    ['another shape', 'article.open', { id: '../../secret' }, 'bad-request'],
    ['too deep a shape', 'article.open', deep(500), 'bad-request'],
    ['a Map', 'article.open', new Map([['id', 'x']]), 'bad-request'],
    ['a number that is none', 'article.list', { limit: Number.NaN }, 'bad-request'],
    ['a key that reaches prototypes', 'article.list', JSON.parse('{"__proto__":{"limit":1}}'), 'bad-request'],
    ['a host method in another shape', 'host.saveFile', { name: '', base64: 'AA==' }, 'bad-request'],
    ['a link that is no text', 'host.openLink', { url: 7 }, 'bad-request'],
  ])('with %s is refused', async (_name, method, input, code) => {
    const { page, electron } = await startWithPage()
    expect(await page.bridge.call(method, input)).toMatchObject({ ok: false, error: { code } })
    expect(electron.standIn.asked).toEqual([])
  })

  test('past the preload is looked at by main again', async () => {
    const { electron, window } = await startWithPage()
    const handler = electron.standIn.handlers.get('desk:call')
    const event = { senderFrame: window.contents.mainFrame, sender: window.webContents }
    expect(await handler?.(event, 'article.burn', {})).toMatchObject({ error: { code: 'unknown-method' } })
    expect(await handler?.(event)).toMatchObject({ error: { code: 'unknown-method' } })
    expect([...electron.standIn.handlers.keys()]).toEqual(['desk:call'])
  })
})

const cycle: Record<string, unknown> = {}
cycle.again = cycle
function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = { value }
  return value
}

test('a shape that bites its own tail is refused', async () => {
  const { page } = await startWithPage()
  expect(await page.bridge.call('article.list', cycle)).toMatchObject({ error: { code: 'bad-request' } })
})

describe('a call from anywhere else is refused, whatever it asks', () => {
  const frames: [string, (main: StandInFrame) => StandInFrame | null][] = [
    ['a frame inside our page', (main) => at(new StandInFrame(main), 'app://desk/')],
    ['a drawn page', (main) => at(new StandInFrame(main), 'app://desk/page/abc')],
    ['a frame that has gone', () => null],
    [
      'a frame that is no longer part of the page',
      (main) => Object.assign(at(new StandInFrame(), main.url), { detached: true }),
    ],
    ['another top frame', () => at(new StandInFrame(), 'app://desk/')],
    ['a page of the web', (main) => at(main, 'https://desk/')],
    ['a host that begins like ours', (main) => at(main, 'app://desk.example/')],
    ['another host of our scheme', (main) => at(main, 'app://other/')],
    ['our host with a name before it', (main) => at(main, 'app://me@desk/')],
    ['a file', (main) => at(main, 'file:///desk/index.html')],
    ['nothing yet', (main) => at(main, 'about:blank')],
    ['no address', (main) => at(main, '')],
    ['another page of ours', (main) => at(main, 'app://desk/page/abc')],
  ]
  test.each(frames)('%s', async (_name, frameOf) => {
    const { window, electron } = await startWithPage()
    const stranger = openPage(window, electron.standIn.handlers, frameOf(window.contents.mainFrame))
    const answer = await stranger.bridge.call('article.create', {})
    expect(answer).toEqual({
      ok: false,
      error: { code: 'bad-request', message: 'this is no call of the desk' },
    })
    window.contents.mainFrame.url = 'app://desk/'
    const again = openPage(window, electron.standIn.handlers)
    expect(await again.bridge.call('article.list', {})).toMatchObject({ value: { total: 0 } })
  })
})

function at(frame: StandInFrame, url: string): StandInFrame {
  frame.url = url
  return frame
}

describe('the preload', () => {
  const text = () => readFileSync(join(checkout, 'out/preload/preload.cjs'), 'utf8')

  test('lays two functions into the page, and they cannot be exchanged', async () => {
    const { page } = await startMain()
    expect(Object.keys(page.exposed)).toEqual(['desk'])
    expect(Object.keys(page.bridge).toSorted()).toEqual(['call', 'on'])
    expect(Object.isFrozen(page.bridge)).toBe(true)
  })

  test('knows every name of the contract, and carries none of its schemas', () => {
    for (const name of [...methodNames, ...hostMethodNames, ...eventNames])
      expect(text()).toContain(`"${name}"`)
    expect(text().length).toBeLessThan(8000)
    expect([...text().matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
  })

  test('hands on what the desk tells as values, and no event that it does not know', async () => {
    const { page, window } = await startMain()
    window.contents.send('desk:event', 'window.command', { id: 'article.new' })
    window.contents.send('desk:event', 'window.unknown', {})
    window.contents.send('another', 'window.command', {})
    expect(page.heard).toEqual([{ name: 'window.command', data: { id: 'article.new' } }])
  })

  test('stops listening when it is told to', async () => {
    const { page, window } = await startMain()
    const heard = vi.fn<(name: string) => void>()
    page.bridge.on(heard)()
    window.contents.send('desk:event', 'window.command', { id: 'article.new' })
    expect(heard).not.toHaveBeenCalled()
  })
})
