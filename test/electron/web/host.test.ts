import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeskEvent } from '../../../core/api/contract.ts'
import { requestText, sendRaw } from '../../support/raw-http.ts'
import { runningHost, type TestHost } from '../../support/running-host.ts'
import { startHost } from '../../../electron/web/host.ts'
import { createBroadcast } from '../../../electron/node/broadcast.ts'
import { createPageShelf } from '../../../electron/node/page-shelf.ts'
import { standInDesk } from '../../support/stand-in-desk.ts'

const running: TestHost[] = []
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-host-'))
})
afterEach(async () => {
  for (const host of running.splice(0)) await host.close()
  await rm(folder, { recursive: true, force: true })
})
async function start(...args: Parameters<typeof runningHost>): Promise<TestHost> {
  const host = await runningHost(...args)
  running.push(host)
  return host
}
const stop = async (host: TestHost) => {
  running.splice(running.indexOf(host), 1)
  await host.close()
}

const ours = (host: TestHost) => ({
  Host: host.hostName,
  Origin: host.origin,
  'X-Midad-Token': host.token,
  'Content-Type': 'application/json',
})
const listening = (host: TestHost) =>
  requestText('GET /events HTTP/1.1', { ...ours(host), 'Sec-Fetch-Site': 'same-origin' })
const changed = (id: string): DeskEvent => ({ name: 'article.removed', data: { id } })

describe('the address', () => {
  test('is one exact name of chance with the secret behind the #', async () => {
    const { url, token } = await start()
    expect(url.href).toMatch(/^http:\/\/[a-z2-7]{16}\.localhost:\d+\/#t=[\w-]{43}$/)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })

  test('differs each time where nothing is kept', async () => {
    const [one, other] = [await start(), await start()]
    expect(other.url.hostname).not.toBe(one.url.hostname)
    expect(other.token).not.toBe(one.token)
  })

  test('names the interface language', async () => {
    const { url } = await start({}, { language: 'ar' })
    expect(url.searchParams.get('language')).toBe('ar')
  })

  test('is 127.0.0.1 with the plain host, and then no other', async () => {
    const host = await start({}, { plainHost: true })
    expect(host.url.hostname).toBe('127.0.0.1')
    const ask = (name: string) =>
      sendRaw(host.port, requestText('GET / HTTP/1.1', { Host: `${name}:${host.port}` }))
    expect((await ask('127.0.0.1')).status).toBe(200)
    expect((await ask('localhost')).status).toBe(421)
  })

  test('is on the loopback alone', async () => {
    const host = await start()
    const elsewhere = await new Promise<boolean>((resolve) => {
      const probe = createServer().listen({ port: host.port, host: '127.0.0.2' }, () => {
        probe.close()
        resolve(true)
      })
      probe.on('error', () => resolve(false))
    })
    expect(elsewhere).toBe(true)
  })

  test('a port that is taken is said, not replaced', async () => {
    const one = await start()
    await expect(start({}, { port: one.port })).rejects.toThrow('EADDRINUSE')
  })

  test('a page that was never built is said', async () => {
    const options = { desk: standInDesk(), broadcast: createBroadcast(), pages: createPageShelf() }
    await expect(startHost({ ...options, rendererFolder: join(folder, 'none') })).rejects.toThrow('ENOENT')
  })
})

describe('a restart', () => {
  const kept = () => ({ addressFile: join(folder, 'host.json') })

  test('keeps name, port and secret, so that an open tab goes on', async () => {
    const before = await start({}, kept(), folder)
    await stop(before)
    const after = await start({}, kept(), folder)
    expect(after.url.href).toBe(before.url.href)
  })

  test('the file is for its owner alone, and says who answers', async () => {
    const host = await start({}, kept(), folder)
    expect((await stat(kept().addressFile)).mode & 0o777).toBe(0o600)
    const read = async () => JSON.parse(await readFile(kept().addressFile, 'utf8')) as { pid: number | null }
    expect((await read()).pid).toBe(process.pid)
    await stop(host)
    expect((await read()).pid).toBeNull()
  })

  test('a file that others could read is not believed, and is closed again', async () => {
    const before = await start({}, kept(), folder)
    await stop(before)
    await chmod(kept().addressFile, 0o644)
    const after = await start({}, kept(), folder)
    expect(after.token).not.toBe(before.token)
    expect((await stat(kept().addressFile)).mode & 0o777).toBe(0o600)
  })

  test.each(['', '{', '{"name":"evil.example","port":80,"token":"x","pid":1}', '[]'])(
    'a damaged file (%j) costs only the old address',
    async (text) => {
      await writeFile(kept().addressFile, text, { mode: 0o600 })
      expect((await start({}, kept(), folder)).url.hostname).toMatch(/\.localhost$/)
    },
  )

  test('a port that somebody else has taken since gets a new name and a new secret', async () => {
    const before = await start({}, kept(), folder)
    await stop(before)
    const thief: Server = createServer()
    await new Promise<void>((resolve) => thief.listen({ port: before.port, host: '127.0.0.1' }, resolve))
    try {
      const after = await start({}, kept(), folder)
      expect(after.port).not.toBe(before.port)
      expect(after.hostName).not.toContain(before.url.hostname)
      expect(after.token).not.toBe(before.token)
    } finally {
      thief.close()
    }
  })

  test('another port asked for is another address', async () => {
    const before = await start({}, kept(), folder)
    const free = await start()
    await stop(before)
    await stop(free)
    const after = await start({}, { ...kept(), port: free.port }, folder)
    expect(after.port).toBe(free.port)
    expect(after.token).not.toBe(before.token)
  })
})

describe('events', () => {
  test('reach everybody who listens, in order', async () => {
    const host = await start()
    const answers = Promise.all([1, 2].map(() => sendRaw(host.port, listening(host), 500)))
    await new Promise((resolve) => setTimeout(resolve, 200))
    host.broadcast.tell(changed('one'))
    host.broadcast.tell(changed('سێ\n\nevent: fake'))
    for (const { body } of await answers) {
      const lines = body.split('\n').filter((line) => line.startsWith('event: ') || line.startsWith('data: '))
      expect(lines).toEqual([
        'event: article.removed',
        'data: {"id":"one"}',
        'event: article.removed',
        `data: ${JSON.stringify({ id: 'سێ\n\nevent: fake' })}`,
      ])
    }
  })

  test('a comment keeps the connection awake', async () => {
    const host = await start({}, { limits: { pingMs: 50 } })
    const patient = new Promise<string>((resolve) => {
      void sendRaw(host.port, listening(host), 150).then(({ body }) => resolve(body))
      setTimeout(() => void stop(host), 300)
    })
    expect(await patient).toContain(': ping')
  })

  test('the ninth listener is refused, and let in when one has gone', async () => {
    const host = await start()
    const eight = Array.from({ length: 8 }, () => sendRaw(host.port, listening(host), 600))
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await sendRaw(host.port, listening(host))).status).toBe(429)
    for (const { status } of await Promise.all(eight)) expect(status).toBe(200)
    expect((await sendRaw(host.port, listening(host))).status).toBe(200)
  })

  test('end when the host closes', async () => {
    const host = await start()
    const answer = sendRaw(host.port, listening(host), 5000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const before = Date.now()
    await stop(host)
    await answer
    expect(Date.now() - before).toBeLessThan(2000)
  })
})

describe('limits', () => {
  const post = (host: TestHost, headers: Record<string, string>, body: string) =>
    requestText('POST /api/article.list HTTP/1.1', { ...ours(host), ...headers }, body)

  test('what is too large is told as data, also when its length was not announced', async () => {
    const host = await start({}, { limits: { maxBodyBytes: 1000 } })
    const chunk = 'x'.repeat(600)
    const chunked = `258\r\n${chunk}\r\n258\r\n${chunk}\r\n0\r\n\r\n`
    for (const text of [
      post(host, { 'Transfer-Encoding': 'chunked' }, chunked),
      post(host, { 'Content-Length': '5000' }, 'x'.repeat(5000)),
    ]) {
      const { status, body } = await sendRaw(host.port, text)
      expect(status).toBe(413)
      expect(JSON.parse(body)).toMatchObject({
        ok: false,
        error: { code: 'too-large', details: { maxBytes: 1000 } },
      })
    }
  })

  test('a body of 32 MiB comes through', async () => {
    const host = await start({ 'article.list': () => Promise.resolve({ articles: [], total: 1 }) })
    const body = JSON.stringify({ ignored: 'A'.repeat(32 * 1024 * 1024) })
    const answer = await sendRaw(
      host.port,
      post(host, { 'Content-Length': String(body.length) }, body),
      10_000,
    )
    expect(answer.status).toBe(200)
  })

  test.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: '],
    ['a body', 'POST'],
  ])('%s that never come to an end are cut off', async (what, beginning) => {
    const host = await start({}, { limits: { receiveMs: 300 } })
    const text = what === 'headers' ? beginning : post(host, { 'Content-Length': '100' }, '{')
    const before = Date.now()
    const answer = await sendRaw(host.port, text, 10_000)
    expect(Date.now() - before).toBeLessThan(5000)
    expect([408, 0]).toContain(answer.status)
  })

  test('a call under way is answered before the host has closed', async () => {
    let begun: () => void = () => undefined
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    const host = await start({
      'article.list': async () => {
        begun()
        await new Promise((resolve) => setTimeout(resolve, 300))
        return { articles: [], total: 1 }
      },
    })
    const answer = sendRaw(host.port, post(host, { 'Content-Length': '2' }, '{}'), 5000)
    await isBegun
    await stop(host)
    expect((await answer).status).toBe(200)
  })

  test('a desk that breaks answers with data and harms nobody else', async () => {
    const host = await start({
      'article.list': () => Promise.reject(new Error('broken inside')),
    })
    const ask = () => sendRaw(host.port, post(host, { 'Content-Length': '2' }, '{}'))
    expect(JSON.parse((await ask()).body)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect((await ask()).status).toBe(200)
  })
})
