import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { readBrought } from '../../core/desk/reading.ts'
import { formats } from '../../core/export/registry.ts'
import { cleanBody } from '../../core/model/clean-body.ts'
import { fileKinds } from '../../core/bulk/kinds.ts'
import { sources } from '../../core/import/registry.ts'
import { readingTools } from '../../electron/node/reading-tools.ts'
import { callHost } from '../support/call-host.ts'
import { copyOnto } from '../support/clipboard.ts'
import { deskInBrowser, partsOf, putCaret } from '../support/desk-in-browser.ts'
import { png } from '../support/pictures.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { stuffed } from '../support/stuffed-articles.ts'
import { attacks } from '../support/suites.ts'
import { zipOf } from '../support/zip.ts'

const { runDesk, newPage, open } = deskInBrowser()
let page: Page
let happened: string[]
const { newArticle, story, button } = partsOf(() => page)

/** A window in which whatever runs, asks for something elsewhere or opens another window is noted, in every frame of it. */
async function watchedPage(): Promise<Page> {
  const watched = await newPage({ acceptDownloads: false })
  const context = watched.context()
  await context.exposeBinding('noteRun', (_source, what: string) => void happened.push(`ran ${what}`))
  await context.addInitScript(() => {
    const { noteRun } = window as unknown as { noteRun: (what: string) => void }
    const note = (what: string) => () => noteRun(what)
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
      Object.defineProperty(window, name, { value: note(name) })
  })
  const isOurs = (address: string) => /^(?:http:\/\/[^/]+\.localhost:|file:|data:|blob:|about:)/.test(address)
  await context.route(
    ({ href }) => !isOurs(href),
    (route) => {
      happened.push(`asked ${route.request().url()}`)
      return route.abort()
    },
  )
  context.on('page', () => happened.push('another window'))
  watched.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return watched
}

/** Addresses that run or carry a page of their own; a picture may be carried in its address. */
const badLinks = (on: Page) =>
  on.evaluate(() => {
    const of = (name: string) =>
      Array.from(document.querySelectorAll(`[${name}]`), (each) => each.getAttribute(name) ?? '')
    return [
      ...of('href').filter((address) => /^\s*(?:javascript|vbscript|data):/i.test(address)),
      ...of('src').filter((address) => /^\s*(?:javascript|vbscript|data:(?!image\/))/i.test(address)),
    ]
  })
const payloads = attacks()

beforeEach(() => {
  happened = []
})

describe.runIf(payloads.length > 0)('the public lists of attacks', () => {
  test('would run in a page that nobody cleaned: what is noted here is noted', async () => {
    page = await watchedPage()
    const folder = await mkdtemp(join(tmpdir(), 'midad-hostile-'))
    const file = join(folder, 'raw.html')
    await writeFile(
      file,
      `<!doctype html>${payloads.slice(0, 40).join('\n')}<img src="x:" onerror="alert(1)"><img src="https://evil.example/1.png">`,
    )
    await page.goto(pathToFileURL(file).href)
    await expect
      .poll(() => happened)
      .toEqual(expect.arrayContaining(['ran alert', 'asked https://evil.example/1.png']))
  })

  test('run nothing, ask for nothing and leave no address that runs: imported, in the editor, the preview and every page that goes out', async () => {
    const library = join(await mkdtemp(join(tmpdir(), 'midad-hostile-')), 'library')
    const read = await Promise.all(
      ['.html', '.md', '.txt', '.json'].flatMap((ending) =>
        payloads.map((payload) => blocksOf(`a${ending}`, payload)),
      ),
    )
    const blocks = read.flat()
    const size = Math.ceil(blocks.length / 5)
    const imported = Array.from({ length: 5 }, (_, n) => ({
      language: 'en' as const,
      blocks: blocks.slice(n * size, (n + 1) * size),
    }))
    const ids = plantStories(library, [
      ...imported,
      ...stuffed(payloads, 120).map(({ fields, body }) => ({
        language: 'ar' as const,
        fields,
        blocks: body.content,
      })),
    ])
    const desk = await runDesk({ library })
    page = await watchedPage()
    for (const id of ids) {
      await page.goto(desk.at({ language: 'en', article: id }))
      await story().waitFor()
      await button('Preview').click()
      await page.frameLocator('iframe[title="Page preview"]').locator('body').waitFor()
      expect(await badLinks(page)).toEqual([])
    }
    await openExports(desk, ids)
    expect(happened).toEqual([])
  })

  test('run nothing, ask for nothing and leave no address that runs when they are pasted', async () => {
    const desk = await runDesk()
    page = await watchedPage()
    await page.goto(desk.at({ language: 'en' }))
    await page.locator('.library .end').waitFor()
    await newArticle()
    for (let from = 0; from < payloads.length; from += 30) {
      const html = payloads
        .slice(from, from + 30)
        .map((payload) => `<div>${payload}</div>`)
        .join('')
      await putCaret(story(), 'Control+End')
      await copyOnto(page, { 'text/html': html, 'text/plain': 'x' })
      await page.keyboard.press('Control+v')
    }
    await page.keyboard.press('Control+s')
    await expect.poll(async () => JSON.stringify(await desk.articles()).length).toBeGreaterThan(5000)
    expect(await badLinks(page)).toEqual([])
    expect(JSON.stringify((await desk.articles()).map(({ body }) => body))).not.toMatch(
      /"href":"\s*(?:javascript|data|vbscript)/i,
    )
    expect(happened).toEqual([])
  })
})

/** The story that a payload becomes as a file of this name; nothing where it is refused. */
async function blocksOf(name: string, payload: string) {
  const base64 = Buffer.from(`${payload}\n\nكلمة\n`).toString('base64')
  const read = await readBrought({ name, base64 }, readingTools).catch(() => ({ articles: [] }))
  return read.articles
    .flatMap(({ body }) => cleanBody(body).content)
    .filter(({ type }) => type !== 'image' && type !== 'gallery')
}

/** Opens every page that goes out as a reader does, from the disk, with nothing around it. */
async function openExports(desk: RunningDesk, ids: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'midad-hostile-'))
  for (const { id: format, extension } of formats) {
    if (extension !== 'html') continue
    for (const id of ids) {
      const { value } = (await callHost(new URL(desk.url), 'article.export', { id, format }, 60_000)) as {
        value: { base64: string }
      }
      const file = join(folder, `${format}-${id}.html`)
      await writeFile(file, Buffer.from(value.base64, 'base64'))
      await page.goto(pathToFileURL(file).href)
      expect(await badLinks(page)).toEqual([])
    }
  }
}

const html =
  '<!doctype html><html lang="ar"><article><h1>خبر</h1><p>فقرة من الخبر.</p><img src="page_files/1.png"></article>'
const mhtml = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--`

test('files that are let go or pasted over the desk come in, whatever their kind; a picture pasted there stays where it was', async () => {
  const desk = await runDesk()
  page = await open(desk)
  const contents: Record<string, Buffer> = {
    '.html': Buffer.from(html),
    '.txt': Buffer.from('خبر\n\nفقرة.\n'),
    '.mhtml': Buffer.from(mhtml),
    '.zip': await zipOf({ 'page.html': html, 'page_files/1.png': png(2, 1) }),
  }
  const known = fileKinds.flatMap(({ endings }) => endings)
  expect(
    Object.keys(contents).filter(
      (ending) =>
        !known.includes(ending) ||
        !sources.some((source) => source.accepts({ name: `a${ending}`, bytes: new Uint8Array() })),
    ),
  ).toEqual([])
  const files = Object.entries(contents).map(([ending, bytes]) => ({
    name: `خبر${ending}`,
    bytes: [...bytes],
  }))
  const hand = (how: 'drop' | 'paste', given: typeof files, type = '') =>
    page.evaluate(
      ({ how, given, type }) => {
        const data = new DataTransfer()
        for (const { name, bytes } of given)
          data.items.add(new File([Uint8Array.from(bytes)], name, { type }))
        const init = { bubbles: true, cancelable: true }
        const event =
          how === 'drop'
            ? new DragEvent('drop', { ...init, dataTransfer: data })
            : new ClipboardEvent('paste', { ...init, clipboardData: data })
        document.querySelector('.library')?.dispatchEvent(event)
      },
      { how, given, type },
    )
  const count = async () => (await desk.articles()).length
  await hand('drop', files)
  await expect.poll(count).toBe(files.length)
  await hand('paste', files)
  await expect.poll(count).toBe(2 * files.length)
  await hand('paste', [{ name: '1.png', bytes: [...png(2, 1)] }], 'image/png')
  await page.waitForTimeout(300)
  expect(await count()).toBe(2 * files.length)
})

test('a page that Chromium itself saved as one file comes in with its picture', async () => {
  const { bytes, path } = samplePicture('bus')
  const folder = await mkdtemp(join(tmpdir(), 'midad-hostile-'))
  const file = join(folder, 'صفحة.html')
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><html lang="ar"><article><h1>حافلة = جديدة</h1><p>${'فقرة طويلة من الخبر. '.repeat(20)}</p><img src="${pathToFileURL(path).href}" alt="حافلة"></article>`,
  )
  page = await newPage()
  await page.goto(pathToFileURL(file).href)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureSnapshot')
  const saved = { name: 'صفحة.mhtml', base64: Buffer.from(data).toString('base64') }
  const { articles } = await readBrought(saved, readingTools)
  expect(articles[0]).toMatchObject({ fields: { headline: 'حافلة = جديدة' }, language: 'ar', warnings: [] })
  expect(Buffer.from(articles[0]?.pictures[0]?.bytes ?? [])).toEqual(Buffer.from(bytes))
})
