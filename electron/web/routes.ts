import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { allMethods } from '../../core/api/contract.ts'
import { DeskError, toErrorData, type Result } from '../../core/api/errors.ts'
import { dispatch, type Door } from '../../core/desk/dispatch.ts'
import type { EventStreams } from './event-streams.ts'
import { bringsJson, isForUs, mayDownload, mayListen, maySpeak, type Gate } from './gate.ts'
import { dataPolicy, drawnPagePolicy, policyOf, securityHeaders } from '../node/headers.ts'
import type { ReadablePageShelf } from '../node/page-shelf.ts'
import { readJson } from './request-body.ts'
import type { StaticFile } from '../node/static-files.ts'
import type { ZipDownloads } from './zip-downloads.ts'

/** What the routes answer from. */
export interface Served {
  desk: Door
  pages: ReadablePageShelf
  downloads: Pick<ZipDownloads, 'answer'> | undefined
  files: ReadonlyMap<string, StaticFile>
  streams: EventStreams
  gate: Gate
  maxBodyBytes: number
}

const apiPrefix = '/api/'

/** Answers one request, whatever it is. A refusal is a bare number: it explains nothing to a stranger. */
export async function answer(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isForUs(request, served.gate)) return refuse(response, 421)
  const url = request.url ?? ''
  const path = url.replace(/\?.*$/s, '')
  // Only the page itself reads a query (?language=, ?article=); elsewhere one could smuggle a secret into a log.
  if (path !== '/' && url !== path) return refuse(response, 404)
  if (path.startsWith(apiPrefix)) return answerCall(served, path.slice(apiPrefix.length), request, response)
  if (request.method !== 'GET') return refuse(response, 405)
  if (path === '/events') return answerEvents(served, request, response)
  if (mayDownload(request) && served.downloads?.answer(path, response)) return undefined
  const page = served.pages.get(path)
  if (page) return send(response, 200, page, pageHeaders)
  const file = served.files.get(path)
  if (file) return send(response, 200, file.bytes, fileHeaders(path, file))
  return refuse(response, 404)
}

async function answerCall(
  { desk, gate, maxBodyBytes }: Served,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405)
  if (!maySpeak(request, gate)) return refuse(response, 403)
  if (!bringsJson(request)) return refuse(response, 415)
  try {
    const input = await readJson(request, maxBodyBytes)
    const isKnown = Object.hasOwn(allMethods, name)
    const result = isKnown ? await dispatch(desk, name, input) : failed(unknownMethod(name))
    sendResult(response, isKnown ? 200 : 404, result)
  } catch (thrown) {
    const status = thrown instanceof DeskError ? (thrown.code === 'too-large' ? 413 : 400) : 500
    sendResult(response, status, failed(thrown))
  }
}

function answerEvents({ streams, gate }: Served, request: IncomingMessage, response: ServerResponse): void {
  if (!mayListen(request, gate)) return refuse(response, 403)
  if (!streams.open(response)) return refuse(response, 429)
}

const failed = (thrown: unknown): Result<unknown> => ({ ok: false, error: toErrorData(thrown) })
const unknownMethod = (name: string) => new DeskError('unknown-method', `no method is named ${name}`)

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  const json = { ...securityHeaders(dataPolicy), 'content-type': 'application/json; charset=utf-8' }
  send(response, status, Buffer.from(JSON.stringify(result)), json)
}

const pageHeaders = { ...securityHeaders(drawnPagePolicy), 'content-type': 'text/html; charset=utf-8' }

function fileHeaders(path: string, file: StaticFile): OutgoingHttpHeaders {
  return {
    ...securityHeaders(policyOf(path)),
    'content-type': file.mime,
    'cache-control': file.cacheControl,
  }
}

/** A bare number, after which the connection ends: whatever else was sent on it is not read. */
export function refuse(response: ServerResponse, status: number): void {
  send(response, status, new Uint8Array(), { ...securityHeaders(dataPolicy), connection: 'close' })
}

function send(
  response: ServerResponse,
  status: number,
  body: Uint8Array,
  headers: OutgoingHttpHeaders,
): void {
  // The reader may have gone while the desk was at work.
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { ...headers, 'content-length': body.byteLength })
  response.end(body)
}
