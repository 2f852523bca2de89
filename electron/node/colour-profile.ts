import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { chunkNamed } from './webp-frame.ts'

/** Bytes. That of a camera or a screen has a few hundred to a few thousand; more is a printer's. */
const mostProfile = 128 * 1024

/**
 * The colour profile (ICC.1) of a JPEG, a PNG or a WebP: without it the reds of a camera that knows more of them look dull. Undefined where there
 * is none, or one that is too long or of other colours than red, green and blue, which is what a picture is once it is unpacked.
 */
export function colourProfile(bytes: Uint8Array): Uint8Array | undefined {
  const profile = storedIn(bytes)
  return profile && profile.length <= mostProfile && isOfScreens(profile) ? profile : undefined
}

function storedIn(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return profileOfJpeg(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return profileOfPng(bytes)
  const isWebp = bytes[0] === 0x52 && bytes[8] === 0x57
  return isWebp ? chunkNamed(bytes, 'ICCP') : undefined
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}
/** ICC.1, 7.2: the colours that it is of, and its signature. */
const isOfScreens = (profile: Uint8Array): boolean =>
  profile.length >= 128 && isAt(profile, 16, 'RGB ') && isAt(profile, 36, 'acsp')

const ofJpeg = 'ICC_PROFILE\0'
/** The length of a segment, its marker's name, and which of how many it is. */
const headBytes = 2 + ofJpeg.length + 2
const mostInSegment = 0xffff - headBytes

/** In one segment (APP2) or several (ICC.1, annex B.4), whatever their order. */
function profileOfJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const pieces: { number: number; content: Uint8Array }[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const kind = bytes[at + 1] ?? 0
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (kind === 0xda || length < 2) break
    if (kind === 0xe2 && length > headBytes && isAt(bytes, at + 4, ofJpeg))
      pieces.push({
        number: bytes[at + 4 + ofJpeg.length] ?? 0,
        content: bytes.subarray(at + 2 + headBytes, at + 2 + length),
      })
    at += 2 + length
  }
  if (pieces.length === 0) return undefined
  return Buffer.concat(pieces.sort((a, b) => a.number - b.number).map(({ content }) => content))
}

const pngHead = 8
/** A chunk of a PNG is its length, its name, its content and a sum over both (PNG, 5.3). */
const around = 12

function profileOfPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = pngHead; at + around <= bytes.length && !isAt(bytes, at + 4, 'IDAT');) {
    const length = view.getUint32(at)
    if (isAt(bytes, at + 4, 'iCCP')) return unpacked(bytes.subarray(at + 8, at + 8 + length))
    at += around + length
  }
  return undefined
}

/** PNG, 11.3.2.3: a name, 0, the way that it is packed in (there is one, 0), and what is packed. */
function unpacked(content: Uint8Array): Uint8Array | undefined {
  const nameEnd = content.indexOf(0)
  if (nameEnd < 0 || nameEnd > 79) return undefined
  try {
    return inflateSync(content.subarray(nameEnd + 2), { maxOutputLength: mostProfile })
  } catch {
    // The colours of a picture whose profile is damaged are those of most screens; it is drawn all the same.
    return undefined
  }
}

/** The JPEG with this profile, after its first segment. */
export function jpegWithProfile(jpeg: Uint8Array, profile: Uint8Array | undefined): Uint8Array {
  if (!profile) return jpeg
  const hasJfif = jpeg[3] === 0xe0
  const at = hasJfif ? 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0) : 2
  const count = Math.ceil(profile.length / mostInSegment)
  const segments = Array.from({ length: count }, (_none, number) => {
    const piece = profile.subarray(number * mostInSegment, (number + 1) * mostInSegment)
    const length = headBytes + piece.length
    return [
      Uint8Array.from([0xff, 0xe2, length >> 8, length & 0xff]),
      latin(ofJpeg),
      Uint8Array.from([number + 1, count]),
      piece,
    ]
  })
  return Buffer.concat([jpeg.subarray(0, at), ...segments.flat(), jpeg.subarray(at)])
}

/** The PNG, which has none yet, with this profile behind its head. */
export function pngWithProfile(png: Uint8Array, profile: Uint8Array | undefined): Uint8Array {
  if (!profile) return png
  const named = Buffer.concat([latin('iCCP'), latin('ICC\0\0'), deflateSync(profile)])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(named.length - 4, 0)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  const at = pngHead + around + new DataView(png.buffer, png.byteOffset, png.byteLength).getUint32(pngHead)
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)])
}
