import { DeskError } from '../api/errors.ts'
import { fromBase64 } from '../model/base64.ts'

/** One part of a message of several (RFC 2045, 2046). */
export interface MimePart {
  /** In small letters: `text/html`. */
  type: string
  /** Content-ID without its brackets; empty where there is none. */
  id: string
  /** Content-Location; empty where there is none. */
  location: string
  /** What it holds, unpacked when asked for. @throws DeskError 'unreadable' */
  read(): Uint8Array
}

/** More parts than this are no page. */
const mostParts = 5000
const mostNested = 5

/** The parts of a message in their order, those of parts within parts too. @throws DeskError 'unreadable' */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = []
  gather(bytes, parts, 0)
  return parts
}

function gather(bytes: Uint8Array, parts: MimePart[], depth: number): void {
  const { headers, body } = divided(bytes)
  const [type = ''] = (headers.get('content-type') ?? 'text/plain').split(';')
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary')
  if (/^multipart\//i.test(type.trim()) && boundary !== '') {
    if (depth >= mostNested) throw new DeskError('unreadable', 'parts within parts without end')
    for (const part of between(body, boundary)) gather(part, parts, depth + 1)
    return
  }
  if (parts.length >= mostParts) throw new DeskError('unreadable', `more than ${mostParts} parts`)
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  parts.push({
    type: type.trim().toLowerCase(),
    id: (headers.get('content-id') ?? '').trim().replace(/^<|>$/g, ''),
    location: (headers.get('content-location') ?? '').replaceAll(/\s/g, ''),
    read: () => unpacked(body, encoding),
  })
}

const lineFeed = 10
const carriageReturn = 13
/** Longer than all headers of any real part, bytes. */
const mostHeaderBytes = 64 * 1024

/** The headers by their names in small letters, a folded line made one, and what follows the empty line. */
function divided(bytes: Uint8Array): { headers: Map<string, string>; body: Uint8Array } {
  const headers = new Map<string, string>()
  let at = 0
  let last = ''
  while (at < bytes.length && at < mostHeaderBytes) {
    const { text, next } = lineAt(bytes, at)
    at = next
    if (text === '') break
    const folded = /^[ \t]/.test(text)
    const colon = text.indexOf(':')
    if (folded) headers.set(last, `${headers.get(last) ?? ''} ${text.trim()}`)
    else if (colon > 0) {
      last = text.slice(0, colon).trim().toLowerCase()
      headers.set(last, text.slice(colon + 1).trim())
    }
  }
  return { headers, body: bytes.subarray(at) }
}

/** A line without its end, letter by byte, and where the next begins. */
function lineAt(bytes: Uint8Array, from: number): { text: string; next: number } {
  const found = bytes.indexOf(lineFeed, from)
  const end = found === -1 ? bytes.length : found
  const bare = end > from && bytes[end - 1] === carriageReturn ? end - 1 : end
  return { text: latin(bytes.subarray(from, Math.min(bare, from + mostHeaderBytes))), next: end + 1 }
}

function parameter(header: string, name: string): string {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? []
  return quoted ?? bare ?? ''
}

/** What stands between the lines `--boundary`. */
function between(body: Uint8Array, boundary: string): Uint8Array[] {
  const found: Uint8Array[] = []
  const line = `--${boundary}`
  let start: number | undefined
  for (let at = 0; at < body.length;) {
    const lineEnd = body.indexOf(lineFeed, at)
    const next = lineEnd === -1 ? body.length : lineEnd + 1
    if (startsWith(body, at, line)) {
      if (start !== undefined) found.push(body.subarray(start, Math.max(start, beforeLineEnd(body, at))))
      if (startsWith(body, at + line.length, '--')) return found
      start = next
    }
    at = next
  }
  // Cut off: what there is of the last part.
  if (start !== undefined) found.push(body.subarray(start))
  return found
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

/** The line end before a boundary belongs to it (RFC 2046 §5.1.1). */
function beforeLineEnd(body: Uint8Array, at: number): number {
  const end = body[at - 1] === lineFeed ? at - 1 : at
  return body[end - 1] === carriageReturn ? end - 1 : end
}

function unpacked(body: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return ofBase64(body)
  return encoding === 'quoted-printable' ? ofQuotedPrintable(body) : body
}

function ofBase64(body: Uint8Array): Uint8Array {
  const letters = latin(body).replaceAll(/[^A-Za-z0-9+/]/g, '')
  // A last letter alone holds no byte: the file is cut off there.
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters
  return fromBase64(whole + '='.repeat((4 - (whole.length % 4)) % 4)) ?? new Uint8Array()
}

const equals = 61

/** RFC 2045 §6.7; what is no escape stays as it is. */
function ofQuotedPrintable(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length)
  let to = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte !== equals) {
      bytes[to++] = byte
      continue
    }
    const softBreak =
      body[at + 1] === lineFeed ? 1 : body[at + 1] === carriageReturn && body[at + 2] === lineFeed ? 2 : 0
    const code = latin(body.subarray(at + 1, at + 3))
    if (softBreak > 0) at += softBreak
    else if (/^[0-9A-F]{2}$/i.test(code)) {
      bytes[to++] = Number.parseInt(code, 16)
      at += 2
    } else bytes[to++] = byte
  }
  return bytes.subarray(0, to)
}

// In pieces: a call takes only so many arguments.
function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
