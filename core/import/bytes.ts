const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueOf = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]))

/** The bytes of base64 (RFC 4648 §4, white space allowed); undefined where it is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/[\t\n\f\r ]+/g, '').replace(/={1,2}$/, '')
  if (packed.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((packed.length * 3) / 4))
  let bits = 0
  let held = 0
  let length = 0
  for (let at = 0; at < packed.length; at += 1) {
    const value = valueOf.get(packed.charCodeAt(at))
    if (value === undefined) return undefined
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[length++] = (bits >> held) & 255
  }
  return bytes
}
