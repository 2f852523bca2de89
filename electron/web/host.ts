import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { toErrorData } from '../../core/api/errors.ts'
import type { Door } from '../../core/desk/dispatch.ts'
import { newAddress, plainName, recallAddress, rememberAddress, type HostAddress } from './address.ts'
import type { Broadcast } from '../node/broadcast.ts'
import { createEventStreams } from './event-streams.ts'
import { isForUs } from './gate.ts'
import { dataPolicy, securityHeaders } from '../node/headers.ts'
import type { ReadablePageShelf } from '../node/page-shelf.ts'
import { answer, refuse, type Served } from './routes.ts'
import { readStaticFiles } from '../node/static-files.ts'
import type { ZipDownloads } from './zip-downloads.ts'

/** What one host takes; times in milliseconds (reliability.md §2 rule 5). */
export interface HostLimits {
  /** 24 MiB of picture as base64 in JSON, and room for the rest. */
  maxBodyBytes: number
  /** For a request's headers and body to arrive. */
  receiveMs: number
  maxEventStreams: number
  pingMs: number
  maxConnections: number
  /** For calls under way to be answered when the host closes. */
  closeMs: number
}
const usualLimits: HostLimits = {
  maxBodyBytes: 36 * 1024 * 1024,
  receiveMs: 30_000,
  maxEventStreams: 8,
  pingMs: 20_000,
  maxConnections: 64,
  closeMs: 5000,
}

export interface HostOptions {
  desk: Door
  broadcast: Broadcast
  pages: ReadablePageShelf
  /** Zips of many articles; without it none are offered. */
  downloads?: Pick<ZipDownloads, 'answer'> | undefined
  /** The built page, with its index.html. */
  rendererFolder: string
  /** 0 or nothing: the remembered port where it is free, else any. */
  port?: number | undefined
  /** Answers as 127.0.0.1, for browsers that cannot resolve `*.localhost`. */
  plainHost?: boolean | undefined
  /** The interface language in the URL. */
  language?: string | undefined
  /** Where the address is kept over a restart (`addressFile`); without it nothing is kept. */
  addressFile?: string | undefined
  limits?: Partial<HostLimits> | undefined
}

export interface RunningHost {
  /** With its secret, after the `#`. */
  url: string
  /** How many windows listen. */
  windows(): number
  /** Keeps the address in this file from now on; the one before says that its host has ended. */
  keepAddressIn(file: string): Promise<void>
  /** Ends the event streams, lets calls under way finish, stops listening. */
  close(): Promise<void>
}

/**
 * Serves the page and the desk on 127.0.0.1 under one exact name, to those who know its secret.
 * Rejects with Node's error (`EADDRINUSE`, `EACCES`) where the asked port cannot be had, `ENOENT` without a built page.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const limits = { ...usualLimits, ...options.limits }
  const files = await readStaticFiles(options.rendererFolder)
  const server = createServer({
    headersTimeout: limits.receiveMs,
    requestTimeout: limits.receiveMs,
    connectionsCheckingInterval: Math.ceil(limits.receiveMs / 10),
    // A missing Host is ours to refuse, with our number.
    requireHostHeader: false,
    insecureHTTPParser: false,
  })
  server.maxConnections = limits.maxConnections
  const address = await takeAddress(server, options)
  const host = `${address.name}:${address.port}`
  const served: Served = {
    desk: options.desk,
    pages: options.pages,
    downloads: options.downloads,
    files,
    streams: createEventStreams(options.broadcast, limits.maxEventStreams, limits.pingMs),
    gate: { host, origin: `http://${host}`, token: address.token },
    maxBodyBytes: limits.maxBodyBytes,
  }
  listenTo(server, served)
  let { addressFile } = options
  if (addressFile) await rememberAddress(addressFile, address)
  const forget = async (): Promise<void> => {
    if (addressFile) await rememberAddress(addressFile, { ...address, pid: null })
  }
  return {
    url: urlOf(address, options.language),
    windows: () => served.streams.count(),
    async keepAddressIn(file) {
      // A library that is gone needs no word.
      await forget().catch(() => undefined)
      addressFile = file
      await rememberAddress(file, address)
    },
    async close() {
      await closeServer(server, served, limits.closeMs)
      await forget()
    },
  }
}

function urlOf({ name, port, token }: HostAddress, language: string | undefined): string {
  const query = language ? `?language=${encodeURIComponent(language)}` : ''
  return `http://${name}:${port}/${query}#t=${token}`
}

/** Listens, on the remembered address where that is wished for and possible; a new one has a new name and secret. */
async function takeAddress(server: Server, options: HostOptions): Promise<HostAddress> {
  const isPlain = options.plainHost ?? false
  const wished = options.port ?? 0
  const known = options.addressFile ? await recallAddress(options.addressFile) : undefined
  const isWanted =
    known !== undefined && (wished === 0 || wished === known.port) && (known.name === plainName) === isPlain
  if (isWanted && (await listens(server, known.port, wished === 0))) return { ...known, pid: process.pid }
  await listens(server, wished, false)
  return { ...newAddress(isPlain), port: portOf(server), pid: process.pid }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}

/** True when it listens; false when it cannot and `isOptional`. */
async function listens(server: Server, port: number, isOptional: boolean): Promise<boolean> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host: plainName, port, exclusive: true }, () => {
        server.off('error', reject)
        resolve()
      })
    })
    return true
  } catch (error) {
    server.removeAllListeners('error')
    if (isOptional) return false
    throw error
  }
}

function listenTo(server: Server, served: Served): void {
  server.on('request', (request, response) => {
    answer(served, request, response).catch((thrown: unknown) => giveUp(response, thrown))
  })
  // Nobody of ours asks for a 100 or an upgrade.
  server.on('checkContinue', (_request, response: ServerResponse) => refuse(response, 417))
  server.on('checkExpectation', (_request, response: ServerResponse) => refuse(response, 417))
  server.on('upgrade', (request: IncomingMessage, socket: Socket) =>
    hangUp(socket, isForUs(request, served.gate) ? 404 : 421),
  )
  server.on('connect', (_request: IncomingMessage, socket: Socket) => hangUp(socket, 421))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    hangUp(socket, statusOfBroken[error.code ?? ''] ?? 400),
  )
}

const statusOfBroken: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

// What must not happen: the process goes on for the other tabs, this call says that it failed.
function giveUp(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(500, {
    ...securityHeaders(dataPolicy),
    'content-type': 'application/json; charset=utf-8',
  })
  response.end(JSON.stringify({ ok: false, error: toErrorData(thrown) }))
}

function hangUp(socket: Socket, status: number): void {
  if (!socket.writable) return void socket.destroy()
  const headers = Object.entries({ ...securityHeaders(dataPolicy), 'content-length': 0, connection: 'close' })
  const lines = headers.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines}\r\n`)
}

async function closeServer(server: Server, served: Served, closeMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  served.streams.close()
  server.closeIdleConnections()
  const lastCall = setTimeout(() => server.closeAllConnections(), closeMs)
  await closed
  clearTimeout(lastCall)
}
