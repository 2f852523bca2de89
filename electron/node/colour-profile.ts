import { chunkNamed } from './webp-frame.ts'

const marker = 'ICC_PROFILE\0'

/**
 * The colour profile of a JPEG or a WebP, as the segments (APP2) of a JPEG that carry it (ICC.1, annex B.4): without it the reds of a camera that knows more
 * of them look dull. Undefined where there is none, or one that is not of this many bytes.
 */
export function colourProfile(bytes: Uint8Array, mostBytes = 128 * 1024): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return profileOfWebp(bytes)
  const segments: Uint8Array[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const kind = bytes[at + 1] ?? 0
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (kind === 0xda || length < 2) break
    const segment = bytes.subarray(at, at + 2 + length)
    if (kind === 0xe2 && isProfile(segment)) segments.push(segment)
    at += 2 + length
  }
  const total = segments.reduce((sum, { length }) => sum + length, 0)
  return total > 0 && total <= mostBytes ? Buffer.concat(segments) : undefined
}

/** In one segment; one that needs several is no camera's. */
function profileOfWebp(bytes: Uint8Array): Uint8Array | undefined {
  const isWebp = bytes[0] === 0x52 && bytes[8] === 0x57
  const profile = isWebp ? chunkNamed(bytes, 'ICCP') : undefined
  if (!profile?.length || profile.length > 0xffff - 16) return undefined
  const length = profile.length + 16
  const name = Array.from(marker, (letter) => letter.charCodeAt(0))
  return Buffer.concat([Uint8Array.from([0xff, 0xe2, length >> 8, length & 0xff, ...name, 1, 1]), profile])
}

/** The JPEG with those segments after its first one. */
export function withColourProfile(jpeg: Uint8Array, profile: Uint8Array | undefined): Uint8Array {
  if (!profile) return jpeg
  const hasJfif = jpeg[3] === 0xe0
  const at = hasJfif ? 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0) : 2
  return Buffer.concat([jpeg.subarray(0, at), profile, jpeg.subarray(at)])
}

const isProfile = (segment: Uint8Array): boolean =>
  Array.from(marker, (letter) => letter.charCodeAt(0)).every((code, at) => segment[4 + at] === code)
