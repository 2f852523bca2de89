import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../../core/api/contract.ts'
import { requestText, sendRaw, type RawAnswer } from '../../support/raw-http.ts'
import { runningHost, type TestHost } from '../../support/running-host.ts'

let host: TestHost
let drawn: string
let saves = 0
beforeAll(async () => {
  host = await runningHost(
    {
      'article.list': () => {
        saves += 1
        return Promise.resolve({ articles: [], total: 7 } satisfies Output<'article.list'>)
      },
    },
    { limits: { maxBodyBytes: 10_000 } },
  )
  drawn = host.pages.put(new TextEncoder().encode('<!doctype html><p>drawn</p>'))
})
afterAll(() => host.close())

type Headers = Record<string, string | string[] | undefined>
const ours = (): Headers => ({
  Host: host.hostName,
  Origin: host.origin,
  'X-Midad-Token': host.token,
  'Content-Type': 'application/json',
  'Sec-Fetch-Site': 'same-origin',
})
const call = (headers: Headers = {}, body = '{}', line = 'POST /api/article.list HTTP/1.1') =>
  requestText(line, { ...ours(), 'Content-Length': String(Buffer.byteLength(body)), ...headers }, body)
const get = (path: string, headers: Headers = {}) =>
  requestText(`GET ${path} HTTP/1.1`, { Host: host.hostName, ...headers })
const listen = (headers: Headers = {}) =>
  get('/events', { 'X-Midad-Token': host.token, 'Sec-Fetch-Site': 'same-origin', ...headers })
const send = (text: string) => sendRaw(host.port, text)

describe('what our own page asks is answered', () => {
  test('a call with the token, our Origin and JSON', async () => {
    const answer = await send(call())
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { articles: [], total: 7 } })
  })

  test('a call of a program that says no Sec-Fetch-Site', async () => {
    expect((await send(call({ 'Sec-Fetch-Site': undefined }))).status).toBe(200)
  })

  test('the page with a language and an article in its address', async () => {
    const answer = await send(get('/?language=ar&article=01HZZZZZZZZZZZZZZZZZZZZZZZ'))
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('<p>desk</p>')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  test('a built file by its exact name, for ever', async () => {
    const answer = await send(get('/assets/app-D3adB33f.js'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })

  test('a drawn page by its path alone, sandboxed and not kept', async () => {
    const answer = await send(get(drawn))
    expect(answer.status).toBe(200)
    expect(answer.body).toBe('<!doctype html><p>drawn</p>')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toBe(
      "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'",
    )
  })

  test('events with the token', async () => {
    const answer = await send(listen())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  })
})

/** A request of somebody else, and the number that it gets. */
type Row = [name: string, status: number, text: () => string]
const hostOf = (name: string) => `${name}:${host.port}`
const otherName = 'abcdefghijklmnop.localhost'

const wrongHosts: Row[] = [
  ['127.0.0.1', 421, () => call({ Host: hostOf('127.0.0.1') })],
  ['localhost', 421, () => call({ Host: hostOf('localhost') })],
  ['[::1]', 421, () => call({ Host: hostOf('[::1]') })],
  ['0.0.0.0', 421, () => call({ Host: hostOf('0.0.0.0') })],
  ['a rebound name', 421, () => call({ Host: hostOf('evil.example') })],
  ['a guessed name of our kind', 421, () => call({ Host: hostOf(otherName) })],
  ['our name without the port', 421, () => call({ Host: host.url.hostname })],
  ['our name with another port', 421, () => call({ Host: `${host.url.hostname}:80` })],
  ['our name with a dot at its end', 421, () => call({ Host: hostOf(`${host.url.hostname}.`) })],
  ['our name in capitals', 421, () => call({ Host: host.hostName.toUpperCase() })],
  ['our name inside a longer one', 421, () => call({ Host: `${host.hostName}.evil.example` })],
  ['our name behind a user', 421, () => call({ Host: `x@${host.hostName}` })],
  ['no Host', 421, () => call({ Host: undefined })],
  ['an empty Host', 421, () => call({ Host: '' })],
  ['two Hosts, ours first', 421, () => call({ Host: [host.hostName, hostOf('evil.example')] })],
  ['two Hosts, ours last', 421, () => call({ Host: [hostOf('evil.example'), host.hostName] })],
  ['two Hosts, both ours', 421, () => call({ Host: [host.hostName, host.hostName] })],
  ['two names in one Host', 421, () => call({ Host: `${host.hostName}, evil.example` })],
  ['HTTP/1.0 without a Host', 421, () => 'GET / HTTP/1.0\r\n\r\n'],
  ['an absolute address of ours', 421, () => call({}, '{}', `POST ${host.origin}/api/article.list HTTP/1.1`)],
  ['an absolute address of another', 421, () => call({}, '{}', 'POST http://evil.example/ HTTP/1.1')],
  [
    'an authority to connect to',
    421,
    () => `CONNECT ${host.hostName} HTTP/1.1\r\nHost: ${host.hostName}\r\n\r\n`,
  ],
  ['an asterisk', 421, () => requestText('OPTIONS * HTTP/1.1', { Host: host.hostName })],
  ['the page under 127.0.0.1', 421, () => get('/', { Host: hostOf('127.0.0.1') })],
  ['a drawn page under 127.0.0.1', 421, () => get(drawn, { Host: hostOf('127.0.0.1') })],
  [
    'our name as a forwarded one',
    421,
    () => call({ Host: 'evil.example', 'X-Forwarded-Host': host.hostName }),
  ],
  [
    'an upgrade under 127.0.0.1',
    421,
    () => get('/', { Host: hostOf('127.0.0.1'), Upgrade: 'websocket', Connection: 'Upgrade' }),
  ],
]

const wrongSenders: Row[] = [
  ['no token', 403, () => call({ 'X-Midad-Token': undefined })],
  ['an empty token', 403, () => call({ 'X-Midad-Token': '' })],
  ['a wrong token of the right length', 403, () => call({ 'X-Midad-Token': 'A'.repeat(43) })],
  ['the beginning of the token', 403, () => call({ 'X-Midad-Token': host.token.slice(0, -1) })],
  ['more than the token', 403, () => call({ 'X-Midad-Token': `${host.token}x` })],
  ['the token twice', 403, () => call({ 'X-Midad-Token': [host.token, host.token] })],
  ['the token after another', 403, () => call({ 'X-Midad-Token': ['x', host.token] })],
  [
    'the token in the address',
    404,
    () => call({ 'X-Midad-Token': undefined }, '{}', `POST /api/article.list?t=${host.token} HTTP/1.1`),
  ],
  [
    'the token in the address by its header name',
    404,
    () =>
      call(
        { 'X-Midad-Token': undefined },
        '{}',
        `POST /api/article.list?x-midad-token=${host.token} HTTP/1.1`,
      ),
  ],
  [
    'the token in a cookie',
    403,
    () => call({ 'X-Midad-Token': undefined, Cookie: `x-midad-token=${host.token}` }),
  ],
  [
    'the token as a bearer',
    403,
    () => call({ 'X-Midad-Token': undefined, Authorization: `Bearer ${host.token}` }),
  ],
  [
    'the token in the body',
    403,
    () => call({ 'X-Midad-Token': undefined }, JSON.stringify({ token: host.token })),
  ],
  ['no Origin', 403, () => call({ Origin: undefined })],
  ['the Origin null', 403, () => call({ Origin: 'null' })],
  ['the Origin of a site', 403, () => call({ Origin: 'https://evil.example' })],
  ['the Origin of another port', 403, () => call({ Origin: `http://${host.url.hostname}:9` })],
  ['the Origin of our name without a port', 403, () => call({ Origin: `http://${host.url.hostname}` })],
  ['our Origin by https', 403, () => call({ Origin: `https://${host.hostName}` })],
  ['our Origin with more behind it', 403, () => call({ Origin: `${host.origin}.evil.example` })],
  ['our Origin with a slash', 403, () => call({ Origin: `${host.origin}/` })],
  ['two Origins', 403, () => call({ Origin: [host.origin, 'https://evil.example'] })],
  ['127.0.0.1 as Origin', 403, () => call({ Origin: `http://127.0.0.1:${host.port}` })],
  ['another server of this computer', 403, () => call({ 'Sec-Fetch-Site': 'same-site' })],
  ['another site', 403, () => call({ 'Sec-Fetch-Site': 'cross-site' })],
  ['an address typed by hand', 403, () => call({ 'Sec-Fetch-Site': 'none' })],
  ['two kinds of site', 403, () => call({ 'Sec-Fetch-Site': ['same-origin', 'cross-site'] })],
  ['events without a token', 403, () => listen({ 'X-Midad-Token': undefined })],
  ['events with a wrong token', 403, () => listen({ 'X-Midad-Token': 'A'.repeat(43) })],
  [
    'events with the token in the address',
    404,
    () => get(`/events?t=${host.token}`, { 'Sec-Fetch-Site': 'same-origin' }),
  ],
  ['events for another site', 403, () => listen({ 'Sec-Fetch-Site': 'cross-site' })],
  ['events for another server of this computer', 403, () => listen({ 'Sec-Fetch-Site': 'same-site' })],
  ['events for the Origin of a site', 403, () => listen({ Origin: 'https://evil.example' })],
  ['events with neither Origin nor Sec-Fetch-Site', 403, () => listen({ 'Sec-Fetch-Site': undefined })],
]

const wrongForms: Row[] = [
  ['a form', 415, () => call({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=1')],
  ['a form with files', 415, () => call({ 'Content-Type': 'multipart/form-data; boundary=x' })],
  ['plain text', 415, () => call({ 'Content-Type': 'text/plain' })],
  ['plain text that mentions JSON', 415, () => call({ 'Content-Type': 'text/plain; application/json' })],
  ['no content type', 415, () => call({ 'Content-Type': undefined })],
  ['two content types', 415, () => call({ 'Content-Type': ['application/json', 'text/plain'] })],
  ['JSON in another charset', 415, () => call({ 'Content-Type': 'application/json; charset=utf-16' })],
  ['packed JSON', 415, () => call({ 'Content-Encoding': 'gzip' })],
  ['no JSON', 400, () => call({}, '{')],
  ['an empty body', 400, () => call({}, '')],
  ['a key that reaches a prototype', 400, () => call({}, '{"__proto__":{"polluted":1}}')],
  ['the same key written in escapes', 400, () => call({}, String.raw`{"\u005f_proto__":{"polluted":1}}`)],
  ['a body that is too large', 413, () => call({}, JSON.stringify({ query: 'x'.repeat(20_000) }))],
  ['a method that does not exist', 404, () => call({}, '{}', 'POST /api/article.burn HTTP/1.1')],
  ['a method named after a prototype', 404, () => call({}, '{}', 'POST /api/__proto__ HTTP/1.1')],
  ['a method named constructor', 404, () => call({}, '{}', 'POST /api/constructor HTTP/1.1')],
  ['a call by GET', 405, () => call({}, '{}', 'GET /api/article.list HTTP/1.1')],
  ['a call by PUT', 405, () => call({}, '{}', 'PUT /api/article.list HTTP/1.1')],
  [
    'a preflight',
    405,
    () =>
      requestText('OPTIONS /api/article.list HTTP/1.1', {
        Host: host.hostName,
        Origin: 'https://evil.example',
        'Access-Control-Request-Method': 'POST',
      }),
  ],
  ['a trace', 405, () => call({}, '', 'TRACE / HTTP/1.1')],
  ['a post to the page', 405, () => call({}, '{}', 'POST / HTTP/1.1')],
  ['a deletion of the page', 405, () => requestText('DELETE / HTTP/1.1', { Host: host.hostName })],
  [
    'a web socket',
    404,
    () =>
      get('/events', {
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      }),
  ],
  ['a wish to be told to go on', 417, () => call({ Expect: '100-continue' })],
  ['length and chunks at once', 400, () => call({ 'Transfer-Encoding': 'chunked' })],
  ['two lengths', 400, () => call({ 'Content-Length': ['2', '3'] })],
  ['a folded header', 400, () => `GET / HTTP/1.1\r\nHost: ${host.hostName}\r\nX: a\r\n b\r\n\r\n`],
  ['a space before the colon', 400, () => `GET / HTTP/1.1\r\nHost : ${host.hostName}\r\n\r\n`],
  ['headers without end', 431, () => get('/', { 'X-Long': 'x'.repeat(40_000) })],
  ['another protocol', 400, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['noise', 400, () => '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'],
]

const wrongPaths: Row[] = [
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  String.raw`/..\secret.txt`,
  '/..%5csecret.txt',
  '//secret.txt',
  '//evil.example/',
  '/assets//app-D3adB33f.js',
  '/./index.html',
  '/assets',
  '/assets/',
  '/assets/app-D3adB33f.js%00.html',
  '/assets/app-D3adB33f.js?v=2',
  '/index.html/',
  '/INDEX.HTML',
  '/notes.md',
  '/desk/host.json',
  '/etc/passwd',
  '/__proto__',
  '/page/',
  `/page/${'A'.repeat(43)}`,
].map((path): Row => [path, 404, () => get(path)])

describe.each([
  ['under another name than ours', wrongHosts],
  ['without the right to ask', wrongSenders],
  ['in another form than ours', wrongForms],
  ['for a path that is none', wrongPaths],
])('a request %s is refused', (_group, rows) => {
  test.each(rows)('%s: %i', async (_name, status, text) => {
    const before = saves
    const answer = await send(text())
    expect(answer.status).toBe(status)
    expect(saves).toBe(before)
    expectGuarded(answer)
    expect(answer.body).not.toContain('desk</p>')
    expect(answer.body).not.toContain('outside of the page')
    expect(answer.body).not.toContain(host.token)
    // Only who has the token is told what is wrong.
    if (status === 421 || status === 403) expect(answer.body).toBe('')
  })
})

function expectGuarded({ headers }: RawAnswer) {
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  for (const name of headers.keys())
    expect(name).not.toMatch(/^(?:access-control-|set-cookie|server|x-powered)/)
}

test('every answer carries the headers that keep others out, the good ones too', async () => {
  for (const text of [call(), get('/'), get('/assets/app-D3adB33f.js'), get(drawn), listen()]) {
    const answer = await send(text)
    expect(answer.status).toBe(200)
    expectGuarded(answer)
  }
})

test('a drawn page can be read by nobody who does not know its path, and not for ever', async () => {
  const other = drawn.slice(0, -1) + (drawn.endsWith('A') ? 'B' : 'A')
  expect((await send(get(other))).status).toBe(404)
  for (let count = 0; count < 16; count += 1) host.pages.put(new Uint8Array([count]))
  expect((await send(get(drawn))).status).toBe(404)
})
