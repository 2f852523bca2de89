import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskState } from '../../core/api/contract.ts'
import { callHost } from '../support/call-host.ts'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

// The page as it stands in Electron: it finds a bridge, and the bridge is the test. What the desk itself is asked goes
// on to a real one; what the host is asked stays here.
/** A first export cuts fonts, which takes a while where others work too. */
const slowMs = 40_000
const { runDesk, newPage } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle } = partsOf(() => page)
let asked: { method: string; input: Record<string, unknown> }[]
let answers: Record<string, unknown>
beforeEach(async () => {
  desk = await runDesk()
  asked = []
  answers = {}
  page = await newPage({ viewport: { width: 1400, height: 900 } })
  await page.exposeFunction('askTest', async (method: string, input: Record<string, unknown>) => {
    if (method.startsWith('host.')) {
      asked.push({ method, input })
      return answers[method] ?? { ok: true, value: null }
    }
    const result = (await callHost(new URL(desk.url), method, input, slowMs)) as { value: DeskState }
    if (method === 'desk.state') {
      result.value.host = {
        kind: 'electron',
        choosesLibrary: 'dialog',
        revealsLibrary: true,
        savesFiles: true,
      }
    }
    return result
  })
  await page.addInitScript(() => {
    const world = window as unknown as Record<string, unknown>
    const listeners = new Set<(name: string, data: unknown) => void>()
    world.desk = Object.freeze({
      call: (method: string, input: unknown) =>
        (world.askTest as (...args: unknown[]) => unknown)(method, input),
      on: (listener: (name: string, data: unknown) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    })
    world.tellPage = (name: string, data: unknown) => listeners.forEach((listener) => listener(name, data))
  })
  await page.goto(desk.at({ language: 'en' }))
  await newArticle()
})

const tell = (name: string, data: unknown) =>
  page.evaluate(
    ([name, data]) =>
      (window as unknown as Record<string, (...args: unknown[]) => void>).tellPage?.(name, data),
    [name, data] as const,
  )
const choose = (id: string) => tell('window.command', { id })
const calls = (method: string) => asked.filter((each) => each.method === method).map(({ input }) => input)

describe('the page in Electron', () => {
  test('asks through the bridge and speaks no HTTP', async () => {
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await headline().fill('خبر من النافذة')
    await expect.poll(async () => (await desk.articles())[0]?.fields.headline).toBe('خبر من النافذة')
    expect(requests.filter((path) => path.startsWith('/api') || path === '/events')).toEqual([])
  })

  test('has the last letter on the disk when it says that it is flushed', async () => {
    await headline().pressSequentially('آخر حرف')
    await tell('window.flush', { round: 7 })
    await expect.poll(() => calls('host.flushed')).toEqual([{ round: 7, problem: null }])
    expect((await desk.articles())[0]?.fields.headline).toBe('آخر حرف')
  })

  test('says why where it cannot be flushed, and keeps the text', async () => {
    await headline().fill('قبل')
    await expect.poll(async () => (await desk.articles())[0]?.fields.headline).toBe('قبل')
    await desk.kill()
    await headline().fill('بعد')
    await tell('window.flush', { round: 8 })
    await expect
      .poll(() => calls('host.flushed'), { timeout: 20_000 })
      .toEqual([{ round: 8, problem: 'unreachable' }])
    expect(await headline().inputValue()).toBe('بعد')
    await desk.start()
  })

  test('does what is chosen in the native menu', async () => {
    await choose('panel.preview')
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    await choose('settings.open')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Escape')
    await choose('library.choose')
    await expect.poll(() => calls('host.chooseLibrary')).toEqual([{}])
    await choose('library.reveal')
    await expect.poll(() => calls('host.revealLibrary')).toEqual([{}])
    await choose('no.such.command')
  })

  test('undoes from the menu what was typed where the caret is: in a field, or in the story', async () => {
    const story = page.getByRole('textbox', { name: 'Story' })
    await story.click()
    await page.keyboard.type('A story')
    const byline = page.getByLabel('Byline').first()
    await byline.click()
    await page.keyboard.type('Rojin')
    await choose('story.undo')
    await expect.poll(() => byline.inputValue()).not.toBe('Rojin')
    expect(await story.innerText()).toContain('A story')
    await story.click()
    await choose('story.undo')
    await expect.poll(() => story.innerText()).not.toContain('A story')
  })

  test('shows the article of a file that was opened from outside', async () => {
    const made = (await callHost(new URL(desk.url), 'article.create', { headline: 'من ملف' })) as {
      value: { article: { id: string } }
    }
    await tell('window.open', { id: made.value.article.id })
    await expect.poll(() => headline().inputValue()).toBe('من ملف')
  })

  test('begins anew with another library', async () => {
    await page.evaluate(() => void (document.body.dataset.old = 'yes'))
    await tell('library.changed', { library: '/elsewhere' })
    await expect.poll(() => page.evaluate(() => document.body.dataset.old ?? 'new')).toBe('new')
    expect(new URL(page.url()).search).toBe('?language=en')
  })
})

describe('an exported file', () => {
  const exporting = async () => {
    await headline().fill('Floods')
    await choose('article.export')
    const dialog = page.getByRole('dialog', { name: 'Export article' })
    await dialog.getByText('You choose where it is saved.').waitFor()
    const save = dialog.getByRole('button', { name: 'Save file' })
    await expect.poll(() => save.isEnabled(), { timeout: slowMs }).toBe(true)
    return { dialog, save }
  }

  test('goes where the host asks for its place', async () => {
    answers['host.saveFile'] = { ok: true, value: { place: '/somewhere/floods.html' } }
    const { dialog, save } = await exporting()
    await save.click()
    await dialog.waitFor({ state: 'detached' })
    const [input] = calls('host.saveFile')
    expect(input?.name).toMatch(/\.html$/)
    expect(Buffer.from(String(input?.base64), 'base64').toString()).toContain('Floods')
  })

  test('whose place nobody chose leaves the dialog open; one that cannot be written says why', async () => {
    answers['host.saveFile'] = { ok: true, value: { place: null } }
    const { dialog, save } = await exporting()
    await save.click()
    await expect.poll(() => calls('host.saveFile').length).toBe(1)
    expect(await dialog.isVisible()).toBe(true)
    answers['host.saveFile'] = { ok: false, error: { code: 'disk-full', message: '' } }
    await save.click()
    await dialog.getByText('The disk is full').waitFor()
  })
})

test('a file that is let go beside every place for it does not become the page, over a dialog too', async () => {
  await choose('settings.open')
  await page.getByRole('dialog', { name: 'Settings' }).waitFor()
  const leading = await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['<p>not the desk</p>'], 'other.html', { type: 'application/octet-stream' }))
    const places = ['.desk', 'body', '[role=dialog]', '#midad > *']
    return places.flatMap((place) =>
      ['dragover', 'drop'].filter((type) => {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data })
        document.querySelector(place)?.dispatchEvent(event)
        return !event.defaultPrevented
      }),
    )
  })
  expect(leading).toEqual([])
})
