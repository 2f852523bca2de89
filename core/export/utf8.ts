/** Of a text that is written straight away, UTF-16 units: it takes at most three bytes each. */
const shortUnits = 32_768
const scratch = new Uint8Array(3 * shortUnits)

/** UTF-8 without a BOM; a lone surrogate becomes U+FFFD. Core has no TextEncoder. */
export function toUtf8(text: string): Uint8Array {
  return text.length <= shortUnits ? passingUtf8(text).slice() : longUtf8(text)
}

/** The same for whoever looks at it at once: of a short text it holds only until the next text is written. */
export function passingUtf8(text: string): Uint8Array {
  // To count the bytes first would take as long again.
  return text.length <= shortUnits ? scratch.subarray(0, writeUtf8(text, scratch)) : longUtf8(text)
}

function longUtf8(text: string): Uint8Array {
  // Counted first: memory for the longest that it could be is three times as much, and would be copied in the end.
  const bytes = new Uint8Array(byteLength(text))
  writeUtf8(text, bytes)
  return bytes
}

/** A part of a text: letters, or the UTF-8 of what stands in many texts. */
export type Piece = string | Uint8Array

/** Pieces one behind the other, as UTF-8. */
export function joinedPieces(pieces: readonly Piece[]): Uint8Array {
  const written = pieces.map((piece) => (typeof piece === 'string' ? toUtf8(piece) : piece))
  const [only] = written
  if (written.length === 1 && only) return only
  const bytes = new Uint8Array(written.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of written) {
    bytes.set(each, at)
    at += each.length
  }
  return bytes
}

/** Answers how many bytes it wrote. */
function writeUtf8(text: string, bytes: Uint8Array): number {
  let to = 0
  for (let at = 0; at < text.length; at += 1) {
    let point = text.charCodeAt(at)
    // Most of a page.
    if (point < 0x80) {
      bytes[to++] = point
      continue
    }
    if (point < 0x800) {
      bytes[to++] = 0xc0 | (point >> 6)
      bytes[to++] = 0x80 | (point & 63)
      continue
    }
    if (isSurrogate(point)) {
      const pair = text.codePointAt(at) ?? 0
      point = pair > 0xffff ? pair : 0xfffd
    }
    if (point > 0xffff) {
      at += 1
      bytes[to++] = 0xf0 | (point >> 18)
      bytes[to++] = 0x80 | ((point >> 12) & 63)
    } else bytes[to++] = 0xe0 | (point >> 12)
    bytes[to++] = 0x80 | ((point >> 6) & 63)
    bytes[to++] = 0x80 | (point & 63)
  }
  return to
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

function byteLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) length += 1
    else if (unit < 0x800) length += 2
    else if (isSurrogate(unit) && (text.codePointAt(at) ?? 0) > 0xffff) {
      length += 4
      at += 1
    } else length += 3
  }
  return length
}
