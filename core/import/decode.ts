import type { Warning } from '../api/files.ts'
import { DeskError } from '../api/errors.ts'
import { limits } from '../model/limits.ts'
import { codePageOf, likeliestPage, type CodePage } from './code-pages.ts'

export interface DecodedText {
  text: string
  warnings: Warning[]
}

/**
 * Text from the bytes of a file: UTF-16 by its BOM or by its letters, UTF-8 where it is valid, else what the file `declared` that it
 * is, else the code page that it is most like, with the warning 'encoding-guessed'. A BOM is dropped.
 * @throws DeskError 'unreadable' for an empty file, 'too-large' beyond what is read of an article (reliability.md §5: 100 MB), 'unsupported-file' for what is not text
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const most = limits.storedBytes
  if (bytes.length > most)
    throw new DeskError('too-large', `more than ${most} bytes`, { limit: 'fileBytes', most })
  const { text, warnings } = decoded(bytes, declared)
  if (text.trim() === '') throw new DeskError('unreadable', 'the file is empty')
  // oxlint-disable-next-line no-control-regex -- what a text file never holds
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) {
    throw new DeskError('unsupported-file', 'the file is not text')
  }
  return { text, warnings }
}

/** The same of a file of XML or HTML, which may say in its first lines how it is written. */
export const decodeMarkup = (bytes: Uint8Array): DecodedText => decodeText(bytes, declaredIn(bytes))

/** As `<meta charset>`, `<meta http-equiv content="…; charset=…">` or an XML declaration say (HTML standard §4.2.5.4: in 1024 bytes). */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  const [, xml] = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head) ?? []
  const [, meta] = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head) ?? []
  return xml ?? meta
}

function decoded(bytes: Uint8Array, declared: string | undefined): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes, 1, 2), warnings: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes, 0, 2), warnings: [] }
  const high = highByte(bytes)
  if (high !== undefined) return { text: utf16(bytes, high, 0), warnings: [guessed('UTF-16')] }
  const text = utf8(bytes)
  // Also where the file says otherwise: what is valid with letters beyond ASCII is nothing else.
  if (text !== undefined) return { text: text.replace(/^\ufeff/, ''), warnings: [] }
  const said = declared === undefined ? undefined : codePageOf(declared)
  const page = said ?? likeliestPage(bytes)
  return { text: singleBytes(bytes, page), warnings: said ? [] : [guessed(page.name)] }
}

const guessed = (name: string): Warning => ({
  code: 'encoding-guessed',
  message: `not UTF-8: read as ${name}`,
})

/** High bytes of the letters that news here is written in: Latin, Hebrew, Arabic, general punctuation. */
const highBytes = new Set([0x00, 0x05, 0x06, 0x20])

/** Where the high byte of each pair stands in UTF-16 without a BOM; undefined for anything else. */
function highByte(bytes: Uint8Array): 0 | 1 | undefined {
  const pairs = Math.min(bytes.length >> 1, 2000)
  if (pairs < 2 || bytes.length % 2 === 1) return undefined
  const count = [0, 0]
  const controls = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) {
    const byte = bytes[at] ?? 0
    if (highBytes.has(byte)) count[at % 2] = (count[at % 2] ?? 0) + 1
    if (byte < 7) controls[at % 2] = (controls[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = count
  const [evenControls = 0, oddControls = 0] = controls
  // Text of one byte a letter has none of these controls; a space alone tells nothing.
  if (odd > pairs * 0.9 && oddControls > pairs * 0.7 && evenControls < pairs * 0.1) return 1
  return even > pairs * 0.9 && evenControls > pairs * 0.7 && oddControls < pairs * 0.1 ? 0 : undefined
}

/** `high` is where the high byte of a pair stands. */
function utf16(bytes: Uint8Array, high: 0 | 1, from: 0 | 2): string {
  const units: number[] = []
  for (let at = from; at + 1 < bytes.length; at += 2) {
    units.push(((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0))
  }
  return fromUnits(units)
}

const singleBytes = (bytes: Uint8Array, { upper }: CodePage): string =>
  fromUnits(Array.from(bytes, (byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80))))

/** Smallest code point of a sequence of two, three and four bytes: anything below is an overlong form. */
const smallest = [0x80, 0x800, 0x10000]

/** Strict UTF-8 (Unicode 15.0 table 3-7): undefined for overlong forms, surrogates and cut sequences. */
function utf8(bytes: Uint8Array): string | undefined {
  const units: number[] = []
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    at += 1
    if (first < 0x80) {
      units.push(first)
      continue
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    if (first < 0xc2 || first > 0xf4) return undefined
    let point = first & (0x3f >> more)
    for (const end = at + more; at < end; at += 1) {
      const next = bytes[at] ?? 0
      if ((next & 0xc0) !== 0x80) return undefined
      point = (point << 6) | (next & 0x3f)
    }
    if (point < (smallest[more - 1] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      return undefined
    if (point < 0x10000) units.push(point)
    else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff))
  }
  return fromUnits(units)
}

// In pieces: a call takes only so many arguments.
function fromUnits(units: readonly number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192))
  return text
}
