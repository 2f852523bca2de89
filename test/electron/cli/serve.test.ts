import { existsSync, readFileSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acquireLock } from '../../../electron/node/lock.ts'
import { callHost } from '../../support/call-host.ts'
import { builtMidad, midad, midadJson, serving, testFolder, type Serving } from '../../support/midad.ts'
import { requestText, sendRaw } from '../../support/raw-http.ts'

let folder: string
let library: string
let remove: () => void
const running: Serving[] = []
beforeAll(builtMidad)
beforeEach(() => {
  ;({ folder, remove } = testFolder())
  library = join(folder, 'library')
})
afterEach(async () => {
  for (const host of running.splice(0)) await host.stop()
  remove()
})
const inLibrary = (...args: string[]) => midadJson([...args, '--library', library])
async function serve(...args: string[]): Promise<Serving> {
  const host = await serving(['--library', library, ...args])
  running.push(host)
  return host
}
const stop = (host: Serving, signal?: NodeJS.Signals) => {
  running.splice(running.indexOf(host), 1)
  return host.stop(signal)
}

describe('serve', () => {
  test.each([[[]], [['--json']]])('says its address first and nothing else (%j)', async (args) => {
    const host = await serve(...args)
    expect(host.url.href).toMatch(/^http:\/\/[a-z2-7]{16}\.localhost:\d+\/#t=[\w-]{43}$/)
    expect(host.stdout()).toBe(`${JSON.stringify({ url: host.url.href })}\n`)
    expect(await callHost(host.url, 'article.list', {})).toMatchObject({ ok: true, value: { total: 0 } })
  })

  test('serves the built page under its name alone', async () => {
    const { url } = await serve('--language', 'ar')
    expect(url.searchParams.get('language')).toBe('ar')
    const page = (name: string) =>
      sendRaw(Number(url.port), requestText('GET / HTTP/1.1', { Host: `${name}:${url.port}` }))
    expect((await page(url.hostname)).body).toContain('<html')
    expect((await page('127.0.0.1')).status).toBe(421)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with 0, and what was saved is there',
    async (signal) => {
      const host = await serve()
      const made = (await callHost(host.url, 'article.create', { headline: 'kept' })) as {
        value: { article: { id: string } }
      }
      expect(await stop(host, signal)).toBe(0)
      expect((await inLibrary('show', made.value.article.id)).json).toMatchObject({
        fields: { headline: 'kept' },
      })
    },
  )

  test('a restart keeps the address for an open tab', async () => {
    const before = await serve()
    await stop(before)
    expect((await serve()).url.href).toBe(before.url.href)
  })

  test('the address survives a kill too', async () => {
    const before = await serve()
    await stop(before, 'SIGKILL')
    expect((await serve()).url.href).toBe(before.url.href)
  })

  test('a port that is taken is a failure in one line', async () => {
    const thief = createServer()
    const port = await new Promise<number>((resolve) => {
      thief.listen(0, '127.0.0.1', () => resolve((thief.address() as { port: number }).port))
    })
    const { code, json, stderr } = await inLibrary('serve', '--no-open', '--port', String(port))
    thief.close()
    expect(code).toBe(1)
    expect(json).toMatchObject({ error: { code: 'port-taken' } })
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
  })

  test.skipIf(process.platform !== 'linux')(
    'the secret stands in no argument and in no open file (Linux)',
    async () => {
      const { url, pid } = await serve()
      const token = url.hash.slice('#t='.length)
      expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(token)
      const { mode } = await stat(join(library, 'desk', 'host.json'))
      expect(mode & 0o777).toBe(0o600)
    },
  )
})

describe.skipIf(process.platform !== 'linux')('the browser (Linux: with a stand-in for xdg-open)', () => {
  test('gets the address through a page that only its owner can read, and the secret is in no argument', async () => {
    const opener = join(folder, 'xdg-open')
    const seen = join(folder, 'seen')
    const script = `#!/bin/sh\n{ echo "$@"; stat -c %a "$1"; cat "$1"; } > "${seen}.part"\nmv "${seen}.part" "${seen}"\n`
    await writeFile(opener, script, { mode: 0o755 })
    const env = { DISPLAY: ':7', PATH: `${folder}:${process.env.PATH}` }
    const host = await serving(['--library', library], { env, opens: true })
    running.push(host)
    await expect.poll(() => existsSync(seen), { timeout: 10_000 }).toBe(true)
    const [args = '', rights, ...html] = readFileSync(seen, 'utf8').split('\n')
    const token = host.url.hash.slice('#t='.length)
    expect(args).not.toContain(token)
    expect(rights).toBe('600')
    expect(html.join('\n')).toContain(`0;url=${host.url.href}"`)
    await stop(host)
    expect(existsSync(args)).toBe(false)
  })
})

describe('a library that a host holds', () => {
  test('can be read', async () => {
    const host = await serve()
    await callHost(host.url, 'article.create', { headline: 'from the page', language: 'en' })
    expect((await inLibrary('list')).json).toMatchObject({
      articles: [{ headline: 'from the page' }],
      total: 1,
    })
    expect((await inLibrary('search', 'page')).json).toMatchObject({ total: 1 })
    expect((await inLibrary('verify')).json).toMatchObject({ ok: true, articles: 1 })
    const { json } = await inLibrary('export', '--all', '--out', join(folder, 'out'))
    expect(json).toMatchObject({ files: [{ format: 'html' }], failed: [] })
  })

  test('is written through the host, which then knows it', async () => {
    const host = await serve()
    const { code, json } = await inLibrary('new', '--headline', 'from the terminal')
    expect(code).toBe(0)
    const { id } = json as { id: string }
    await writeFile(join(folder, 'wire.txt'), 'Wire story\n\nA paragraph of it.\n')
    expect((await inLibrary('import', join(folder, 'wire.txt'))).code).toBe(0)
    expect((await inLibrary('verify', '--repair')).code).toBe(0)
    expect(await callHost(host.url, 'article.list', {})).toMatchObject({ ok: true, value: { total: 2 } })
    expect(await callHost(host.url, 'article.open', { id })).toMatchObject({
      ok: true,
      value: { readOnly: null },
    })
  })

  test('a second host reads it, and leaves the address of the first alone', async () => {
    const first = await serve()
    const second = await serve()
    expect(second.url.host).not.toBe(first.url.host)
    expect(await callHost(second.url, 'desk.state', {})).toMatchObject({ value: { readOnly: true } })
    expect(await callHost(second.url, 'article.create', {})).toMatchObject({ ok: false })
    await stop(second)
    expect((await inLibrary('new')).code).toBe(0)
    expect(await callHost(first.url, 'article.list', {})).toMatchObject({ value: { total: 1 } })
  })

  test('held by somebody who is no host, a write is refused with library-locked and nothing is lost', async () => {
    const { json: made } = await inLibrary('new', '--headline', 'before')
    const lock = await acquireLock(library)
    expect(lock.held).toBe(true)
    try {
      const { code, json, stderr } = await inLibrary('new', '--headline', 'refused')
      expect(code).toBe(1)
      expect(json).toMatchObject({ error: { code: 'library-locked' } })
      expect(stderr).toMatch(/^midad: [^\n]+\n$/)
      expect((await inLibrary('list')).json).toMatchObject({ articles: [made], total: 1 })
    } finally {
      if (lock.held) await lock.release()
    }
  })

  test('the secret is not sent to a port whose host has died', async () => {
    const heard: string[] = []
    const thief = createServer((socket) => socket.on('data', (bytes) => heard.push(bytes.toString('latin1'))))
    const port = await new Promise<number>((resolve) => {
      thief.listen(0, '127.0.0.1', () => resolve((thief.address() as { port: number }).port))
    })
    await midad(['new', '--library', library])
    const address = { name: 'abcdefghijklmnop.localhost', port, token: 'A'.repeat(43), pid: 2 ** 22 + 7 }
    await writeFile(join(library, 'desk', 'host.json'), JSON.stringify(address), { mode: 0o600 })
    const lock = await acquireLock(library)
    try {
      expect((await inLibrary('new')).json).toMatchObject({ error: { code: 'library-locked' } })
      expect(heard).toEqual([])
    } finally {
      if (lock.held) await lock.release()
      thief.close()
    }
  })
})
