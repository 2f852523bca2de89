import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The header that carries the secret: never the address, which ends up in histories and logs. */
export const tokenHeader = 'x-midad-token'

/** What a request has to match. */
export interface Gate {
  /** The exact Host: `<name>:<port>`. */
  host: string
  /** The exact Origin of our page. */
  origin: string
  token: string
}

/** Asked for under our one name, in origin form: anything else is a rebound name, a proxy or a guess (421). */
export function isForUs(request: IncomingMessage, gate: Gate): boolean {
  return only(request, 'host') === gate.host && (request.url ?? '').startsWith('/')
}

/** Sent by our own page, or by a program that knows the secret and says our Origin (reliability.md §2 rule 3). */
export function maySpeak(request: IncomingMessage, gate: Gate): boolean {
  const site = all(request, 'sec-fetch-site')
  return (
    site.every((value) => value === 'same-origin') &&
    only(request, 'origin') === gate.origin &&
    knowsToken(request, gate.token)
  )
}

/** As maySpeak, for a GET of our own page: browsers send it without Origin and vouch for it by Sec-Fetch-Site. */
export function mayListen(request: IncomingMessage, gate: Gate): boolean {
  const isVouchedFor =
    all(request, 'origin').length === 0 && only(request, 'sec-fetch-site') === 'same-origin'
  return isVouchedFor ? knowsToken(request, gate.token) : maySpeak(request, gate)
}

/** A link of our own page: browsers say who has it, and know the unguessable path only from there. */
export const mayDownload = (request: IncomingMessage): boolean =>
  all(request, 'sec-fetch-site').every((value) => value === 'same-origin')

/** True where the body is announced as plain JSON in UTF-8: a form of another site cannot announce that. */
export function bringsJson(request: IncomingMessage): boolean {
  const type = only(request, 'content-type')
  const isPlain = all(request, 'content-encoding').length === 0
  return isPlain && type !== undefined && /^application\/json(?:; ?charset=utf-8)?$/i.test(type)
}

// Hashes of equal length: the time of the comparison tells neither the secret nor its length.
function knowsToken(request: IncomingMessage, token: string): boolean {
  const offered = only(request, tokenHeader)
  if (offered === undefined) return false
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(offered), hash(token))
}

function all(request: IncomingMessage, name: string): string[] {
  return request.headersDistinct[name] ?? []
}

/** The header's value where it stands exactly once: of two, a proxy may have checked the other. */
function only(request: IncomingMessage, name: string): string | undefined {
  const values = all(request, name)
  return values.length === 1 ? values[0] : undefined
}
