import { maxBytes } from '../api/contract.ts'
import type { Warning } from '../api/files.ts'
import { DeskError } from '../api/errors.ts'

/** The upper half of windows-1256, 0x80 to 0xFF (https://encoding.spec.whatwg.org/index-windows-1256.txt). */
const windows1256 =
  '\u20acپ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
  'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے'

export interface DecodedText {
  text: string
  warnings: Warning[]
}

/**
 * Text from the bytes of a file: UTF-16 by its BOM, UTF-8 where it is valid, else windows-1256 with the warning
 * 'encoding-guessed'. A BOM is dropped.
 * @throws DeskError 'unreadable' for an empty file, 'too-large' beyond 24 MB, 'unsupported-file' for what is not text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > maxBytes) {
    throw new DeskError('too-large', `the file is larger than ${maxBytes} bytes`, { bytes: bytes.length })
  }
  const { text, warnings } = decoded(bytes)
  if (text.trim() === '') throw new DeskError('unreadable', 'the file is empty')
  // oxlint-disable-next-line no-control-regex -- what a text file never holds
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) {
    throw new DeskError('unsupported-file', 'the file is not text')
  }
  return { text, warnings }
}

function decoded(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes, 1), warnings: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes, 0), warnings: [] }
  const text = utf8(bytes)
  if (text !== undefined) return { text: text.replace(/^\ufeff/, ''), warnings: [] }
  const warning = { code: 'encoding-guessed', message: 'not UTF-8: read as windows-1256' }
  return { text: singleBytes(bytes), warnings: [warning] }
}

/** After the BOM; `high` is where the high byte of a pair stands. */
function utf16(bytes: Uint8Array, high: 0 | 1): string {
  const units: number[] = []
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0))
  }
  return fromUnits(units)
}

const singleBytes = (bytes: Uint8Array): string =>
  fromUnits(Array.from(bytes, (byte) => (byte < 0x80 ? byte : windows1256.charCodeAt(byte - 0x80))))

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
