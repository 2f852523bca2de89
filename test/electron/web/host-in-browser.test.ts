import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '../../support/chromium.ts'
import { runningHost, type TestHost } from '../../support/running-host.ts'

const drawnHtml = `<!doctype html><p id="words">drawn</p><script>parent.postMessage('ran', '*')</script><img src="https://example.org/seen.png">`

describe.skipIf(!chromiumPath())('in a real browser (skipped where there is no Chromium)', () => {
  let browser: Browser
  let host: TestHost
  let other: Server
  let otherUrl: string
  beforeAll(async () => {
    browser = await launchChromium()
    host = await runningHost({ 'article.list': () => Promise.resolve({ articles: [], total: 7 }) })
    other = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>another server</title>')
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  })
  afterAll(async () => {
    await browser.close()
    other.close()
    await host.close()
  })

  async function opened(url: string): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(url)
    return page
  }

  test('the name resolves, the page may ask the desk and hears its events', async () => {
    const page = await opened(host.url.href)
    expect(await page.title()).toBe('Midad')
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    const heard = page.evaluate(async (token) => {
      const answer = await fetch('/events', { headers: { 'x-midad-token': token } })
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (!text.includes('event: ')) text += (await reader?.read())?.value ?? ''
      return text
    }, host.token)
    const total = await page.evaluate(async (token) => {
      const headers = { 'x-midad-token': token, 'content-type': 'application/json' }
      const answer = await fetch('/api/article.list', { method: 'POST', headers, body: '{}' })
      return (await answer.json()) as unknown
    }, host.token)
    expect(total).toEqual({ ok: true, value: { articles: [], total: 7 } })
    host.broadcast.tell({ name: 'article.removed', data: { id: 'one' } })
    expect(await heard).toContain('data: {"id":"one"}')
    await page.close()
  })

  test('a drawn page shows in a frame of ours, runs nothing and asks the network for nothing', async () => {
    const page = await opened(host.url.href)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const path = host.pages.put(new TextEncoder().encode(drawnHtml))
    const seen = await page.evaluate(async (src) => {
      const messages: unknown[] = []
      addEventListener('message', (event) => messages.push(event.data))
      const frame = document.createElement('iframe')
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve)
        frame.src = src
        document.body.append(frame)
      })
      return { words: frame.contentDocument?.getElementById('words')?.textContent, messages }
    }, path)
    expect(seen).toEqual({ words: 'drawn', messages: [] })
    expect(asked.filter((url) => !url.startsWith(host.origin) && !url.includes('example.org'))).toEqual([])
    const failed = page.frames()[1]
    expect(await failed?.evaluate(() => document.images[0]?.naturalWidth)).toBe(0)
    await page.close()
  })

  test('another server of this computer reads nothing, even with the secret', async () => {
    const page = await opened(otherUrl)
    const drawn = host.pages.put(new TextEncoder().encode(drawnHtml))
    const tried = await page.evaluate(
      async ({ origin, token, drawn }) => {
        const headers = { 'x-midad-token': token, 'content-type': 'application/json' }
        const tries: [string, RequestInit][] = [
          ['/', {}],
          ['/api/article.list', { method: 'POST', headers, body: '{}' }],
          ['/api/article.list', { method: 'POST', body: '{}', mode: 'no-cors' }],
          ['/events', { headers: { 'x-midad-token': token } }],
          [drawn, {}],
        ]
        return Promise.all(
          tries.map(async ([path, init]) => {
            try {
              const answer = await fetch(origin + path, init)
              return `${answer.type} ${answer.status} ${await answer.text()}`
            } catch {
              return 'refused'
            }
          }),
        )
      },
      { origin: host.origin, token: host.token, drawn },
    )
    // Even the opaque answer that no-cors allows is kept back by Cross-Origin-Resource-Policy.
    expect(tried).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
    await page.close()
  })

  test('another server can neither frame the page nor hold on to its window', async () => {
    const page = await opened(otherUrl)
    const framed = await page.evaluate(async (src) => {
      const frame = document.createElement('iframe')
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve)
        frame.src = src
        document.body.append(frame)
      })
      return frame.contentDocument === null
    }, `${host.origin}/`)
    expect(framed).toBe(true)
    const frame = page.frames()[1]
    expect(await frame?.evaluate(() => document.title).catch(() => 'an error page')).not.toBe('Midad')
    await page.close()
  })
})
