const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 with padding (RFC 4648 §4); core has no btoa. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const first = bytes[at] as number
    const second = bytes[at + 1]
    const third = bytes[at + 2]
    const four = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    parts.push(
      digits.charAt(four >> 18) +
        digits.charAt((four >> 12) & 63) +
        (second === undefined ? '=' : digits.charAt((four >> 6) & 63)) +
        (third === undefined ? '=' : digits.charAt(four & 63)),
    )
  }
  return parts.join('')
}

/** UTF-8 without a BOM; a lone surrogate becomes U+FFFD. Core has no TextEncoder. */
export function toUtf8(text: string): Uint8Array {
  // A UTF-16 unit takes at most three bytes of UTF-8.
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    let point = text.codePointAt(at) as number
    if (point > 0xffff) at += 1
    else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
    if (point < 0x80) bytes[length++] = point
    else {
      const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
      bytes[length++] = [0xc0, 0xe0, 0xf0][more - 1]! | (point >> (6 * more))
      for (let left = more - 1; left >= 0; left -= 1) bytes[length++] = 0x80 | ((point >> (6 * left)) & 63)
    }
  }
  return bytes.slice(0, length)
}
