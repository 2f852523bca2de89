/** Bytes that start a sequence of two, three and four. */
const starts = [0xc0, 0xe0, 0xf0]

/** UTF-8 without a BOM; a lone surrogate becomes U+FFFD. Core has no TextEncoder. */
export function toUtf8(text: string): Uint8Array {
  // A UTF-16 unit takes at most three bytes of UTF-8.
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    let point = text.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
    if (point < 0x80) {
      bytes[length++] = point
      continue
    }
    const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
    bytes[length++] = (starts[more - 1] ?? 0) | (point >> (6 * more))
    for (let left = more - 1; left >= 0; left -= 1) bytes[length++] = 0x80 | ((point >> (6 * left)) & 63)
  }
  return bytes.slice(0, length)
}
