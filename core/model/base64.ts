const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codeOf = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const padding = '='.charCodeAt(0)
const none = 255
const valueOf = new Uint8Array(128).fill(none)
for (const [value, code] of codeOf.entries()) valueOf[code] = value

/** Base64 with padding (RFC 4648 §4); core has no btoa. */
export function toBase64(bytes: Uint8Array): string {
  const codes = base64Bytes(bytes)
  // In pieces: an engine takes only so many arguments.
  const pieces: string[] = []
  for (let at = 0; at < codes.length; at += 8192) {
    pieces.push(String.fromCharCode(...codes.subarray(at, at + 8192)))
  }
  return pieces.join('')
}

/** The same as the bytes of its letters. */
export function base64Bytes(bytes: Uint8Array): Uint8Array {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let to = 0
  const wholes = bytes.length - (bytes.length % 3)
  for (let at = 0; at < wholes; at += 3) {
    const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
    codes[to++] = codeOf[three >> 18] as number
    codes[to++] = codeOf[(three >> 12) & 63] as number
    codes[to++] = codeOf[(three >> 6) & 63] as number
    codes[to++] = codeOf[three & 63] as number
  }
  if (wholes < bytes.length) {
    const rest = ((bytes[wholes] ?? 0) << 16) | ((bytes[wholes + 1] ?? 0) << 8)
    codes[to++] = codeOf[rest >> 18] ?? 0
    codes[to++] = codeOf[(rest >> 12) & 63] ?? 0
    codes[to++] = bytes.length - wholes === 2 ? (codeOf[(rest >> 6) & 63] ?? 0) : padding
    codes[to] = padding
  }
  return codes
}

/** The bytes of strict base64 with padding; undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const letters = text.length - padded
  const bytes = new Uint8Array((text.length / 4) * 3 - padded)
  let bits = 0
  let to = 0
  for (let at = 0; at < letters; at += 1) {
    const value = valueOf[text.charCodeAt(at)] ?? none
    if (value === none) return undefined
    bits = ((bits << 6) | value) & 0xffffff
    const place = at % 4
    if (place > 0) bytes[to++] = (bits >> (6 - place * 2)) & 255
  }
  return bytes
}
