import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { createDeskClient } from '../../../renderer/desk/client.ts'
import { createHttpCarrier } from '../../../renderer/desk/http-carrier.ts'

const pageFetch = globalThis.fetch
afterEach(() => {
  globalThis.fetch = pageFetch
})

/** A host that keeps its event streams in hand and answers each call with what it was given. */
async function host(answer: unknown = { ok: true, value: 1 }) {
  const streams: ServerResponse[] = []
  const server = createServer((request, response) => {
    expect(request.headers['x-midad-token']).toBe('secret')
    if (request.url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      streams.push(response)
    } else response.end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  // In a page an address without a host is the page's own.
  globalThis.fetch = (input, init) =>
    pageFetch(`http://127.0.0.1:${port}${typeof input === 'string' ? input : ''}`, init)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { streams, server }
}
const removed = (id: string) => `event: article.removed\ndata: ${JSON.stringify({ id })}\n\n`
const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

beforeEach(() => {
  vi.useRealTimers()
})

test('all listeners of a window share one stream, and hear events that come in pieces', async () => {
  const { streams } = await host()
  const client = createDeskClient(createHttpCarrier('secret'))
  const heard: string[] = []
  const stops = ['one', 'two'].map((name) => client.listen((event) => heard.push(`${name} ${event.name}`)))
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  const text = removed(id)
  streams[0]?.write(text.slice(0, 20))
  streams[0]?.write(text.slice(20))
  await vi.waitFor(() => expect(heard).toEqual(['one article.removed', 'two article.removed']))
  expect(streams).toHaveLength(1)
  for (const stop of stops) stop()
})

test('a stream that breaks is asked for again, and the listener is told that it was', async () => {
  const { streams } = await host()
  const client = createDeskClient(createHttpCarrier('secret'))
  const heard: string[] = []
  const stop = client.listen(
    (event) => heard.push(event.name),
    () => heard.push('again'),
  )
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  streams[0]?.destroy()
  await vi.waitFor(() => expect(streams).toHaveLength(2), { timeout: 5000 })
  streams[1]?.write(removed(id))
  await vi.waitFor(() => expect(heard).toEqual(['again', 'article.removed']))
  stop()
})

test('events that the contract does not know are not handed on', async () => {
  const { streams } = await host()
  const client = createDeskClient(createHttpCarrier('secret'))
  const heard: unknown[] = []
  const stop = client.listen((event) => heard.push(event))
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  streams[0]?.write('event: article.removed\ndata: "not an object"\n\n')
  streams[0]?.write('event: unheard.of\ndata: {}\n\n')
  streams[0]?.write(removed(id))
  await vi.waitFor(() => expect(heard).toEqual([{ name: 'article.removed', data: { id } }]))
  stop()
})

test('a failure comes back with its name, and no answer is unreachable', async () => {
  const { server } = await host({
    ok: false,
    error: { code: 'disk-full', message: 'full', details: { free: 0 } },
  })
  const client = createDeskClient(createHttpCarrier('secret'))
  const failure = async () => client.call('desk.state', {}).catch((thrown: unknown) => thrown)
  expect(await failure()).toMatchObject({ code: 'disk-full', details: { free: 0 } })
  server.closeAllConnections()
  server.close()
  const gone = await failure()
  expect(gone).toBeInstanceOf(DeskError)
  expect(gone).toMatchObject({ code: 'unreachable' })
})
