const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The id of an article as `urn:uuid:…` (RFC 9562): the same 128 bits, for formats whose ids are addresses. */
export function urnOfId(id: string): string {
  let bits = 0n
  for (const letter of id) bits = (bits << 5n) | BigInt(Math.max(0, alphabet.indexOf(letter)))
  const hex = (bits & ((1n << 128n) - 1n)).toString(16).padStart(32, '0')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return `urn:uuid:${parts.join('-')}`
}

/** The id of an article that `urnOfId` wrote; undefined for any other text. */
export function idOfUrn(urn: string): string | undefined {
  const [, hex] = /^urn:uuid:([0-9a-f-]{36})$/i.exec(urn.trim()) ?? []
  const digits = hex?.replaceAll('-', '') ?? ''
  if (digits.length !== 32) return undefined
  let bits = BigInt(`0x${digits}`)
  let id = ''
  for (let letter = 0; letter < 26; letter += 1) {
    id = alphabet.charAt(Number(bits & 31n)) + id
    bits >>= 5n
  }
  return id
}
