import { protocol } from 'electron'
import { dataPolicy, drawnPagePolicy, policyOf, securityHeaders } from '../node/headers.ts'
import type { ReadablePageShelf } from '../node/page-shelf.ts'
import type { StaticFile } from '../node/static-files.ts'
import { ownAddress, scheme } from './origin.ts'

/** What `app://desk` answers from: a map in memory and the drawn pages, never the disk. */
export interface ServedPage {
  files: ReadonlyMap<string, StaticFile>
  pages: ReadablePageShelf
}

/**
 * Before Electron is ready. Only what the page needs: no bypassCSP, no corsEnabled, no service workers. `codeCache`: its
 * scripts are compiled once, and not at every start.
 */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Once Electron is ready. */
export function serveDesk(served: ServedPage): void {
  protocol.handle(scheme, (request) => answer(served, request))
}

function answer({ files, pages }: ServedPage, request: Request): Response {
  if (request.method !== 'GET') return refusal(405)
  const url = ownAddress(request.url)
  // Only the page itself reads a query (?language=, ?article=).
  if (!url || (url.search !== '' && url.pathname !== '/')) return refusal(404)
  const page = pages.get(url.pathname)
  if (page) {
    return response(page, 200, {
      ...securityHeaders(drawnPagePolicy),
      'content-type': 'text/html; charset=utf-8',
    })
  }
  const file = files.get(url.pathname)
  if (!file) return refusal(404)
  return response(file.bytes, 200, {
    ...securityHeaders(policyOf(url.pathname)),
    'content-type': file.mime,
    'cache-control': file.cacheControl,
  })
}

/** A bare number. */
const refusal = (status: number): Response => response(new Uint8Array(), status, securityHeaders(dataPolicy))

const response = (bytes: Uint8Array, status: number, headers: Record<string, string>): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { status, headers })
