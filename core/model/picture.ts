export interface Picture {
  extension: 'png' | 'jpg' | 'gif' | 'webp'
  mime: string
  /** Pixels as a browser shows them: a JPEG that EXIF turns by a quarter has its sides exchanged. */
  width: number
  height: number
}
/** What kind of picture it is by its first bytes, and its size by its headers; undefined for anything else. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const picture = readPng(bytes) ?? readJpeg(bytes) ?? readGif(bytes) ?? readWebp(bytes)
  return picture && picture.width > 0 && picture.height > 0 ? picture : undefined
}

/** The media type by the extension of a media name. */
export function mimeOf(media: string): string {
  const extension = media.slice(media.lastIndexOf('.') + 1)
  return extension === 'jpg' ? 'image/jpeg' : `image/${extension}`
}

/** Numbers out of bytes; one outside them reads as -1, which no size is. */
class Reader {
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
  has(at: number, text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (this.bytes[at + index] !== text.charCodeAt(index)) return false
    }
    return true
  }
  big(at: number, count: number): number {
    if (at < 0 || at + count > this.bytes.length) return -1
    let value = 0
    for (let index = 0; index < count; index += 1) value = value * 256 + (this.bytes[at + index] ?? 0)
    return value
  }
  little(at: number, count: number): number {
    if (at < 0 || at + count > this.bytes.length) return -1
    let value = 0
    for (let index = count - 1; index >= 0; index -= 1) value = value * 256 + (this.bytes[at + index] ?? 0)
    return value
  }
}

/** PNG 3rd edition §5.2 and §11.2.1: the signature, then IHDR. */
function readPng(bytes: Uint8Array): Picture | undefined {
  const read = new Reader(bytes)
  if (!read.has(0, '\u0089PNG\r\n\u001a\n') || read.big(8, 4) !== 13 || !read.has(12, 'IHDR'))
    return undefined
  // Up to the end of IHDR with its checksum.
  if (bytes.length < 33) return undefined
  return { extension: 'png', mime: 'image/png', width: read.big(16, 4), height: read.big(20, 4) }
}

/** GIF89a §17 and §18: the header, then the logical screen. */
function readGif(bytes: Uint8Array): Picture | undefined {
  const read = new Reader(bytes)
  if ((!read.has(0, 'GIF87a') && !read.has(0, 'GIF89a')) || bytes.length < 13) return undefined
  return { extension: 'gif', mime: 'image/gif', width: read.little(6, 2), height: read.little(8, 2) }
}

/** The WebP container (RFC 9649 §2): VP8 , VP8L or VP8X comes first. */
function readWebp(bytes: Uint8Array): Picture | undefined {
  const read = new Reader(bytes)
  if (!read.has(0, 'RIFF') || !read.has(8, 'WEBP')) return undefined
  const size = webpSize(read)
  return size && { extension: 'webp', mime: 'image/webp', ...size }
}

function webpSize(read: Reader): { width: number; height: number } | undefined {
  if (read.has(12, 'VP8X')) return { width: read.little(24, 3) + 1, height: read.little(27, 3) + 1 }
  if (read.has(12, 'VP8L')) {
    const bits = read.little(21, 4)
    if (read.big(20, 1) !== 0x2f || bits < 0) return undefined
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const width = read.little(26, 2)
  const height = read.little(28, 2)
  // RFC 6386 §9.1: a key frame starts with 9d 01 2a; the upper two bits are a scale.
  const isKeyFrame = read.has(12, 'VP8 ') && read.big(23, 3) === 0x9d012a && width >= 0 && height >= 0
  return isKeyFrame ? { width: width & 0x3fff, height: height & 0x3fff } : undefined
}

/** Whether it is a film: a WebP that says so, a GIF with more than one frame. What is made of it shows its first frame. */
export function isMoving(bytes: Uint8Array): boolean {
  const read = new Reader(bytes)
  if (read.has(8, 'WEBPVP8X')) return (read.big(20, 1) & 2) !== 0
  return readGif(bytes) !== undefined && hasSecondFrame(read)
}

/** GIF89a §19 to §24: colours, then extensions and frames, each in pieces up to an empty one. */
function hasSecondFrame(read: Reader): boolean {
  const colours = (at: number): number => (read.big(at, 1) & 0x80 ? 6 << (read.big(at, 1) & 7) : 0)
  let frames = 0
  for (let at = 13 + colours(10); at < read.bytes.length;) {
    const kind = read.big(at, 1)
    if (kind !== 0x21 && kind !== 0x2c) return false
    frames += kind === 0x2c ? 1 : 0
    if (frames > 1) return true
    at += kind === 0x2c ? 11 + colours(at + 9) : 2
    for (let size = read.big(at, 1); size > 0; size = read.big(at, 1)) at += size + 1
    at += 1
  }
  return false
}

const notFrames = new Set([0xc4, 0xc8, 0xcc])
const scanStart = 0xda

/** JPEG (ITU-T T.81 annex B): segments up to the frame header; a thumbnail inside EXIF is stepped over. */
function readJpeg(bytes: Uint8Array): Picture | undefined {
  const read = new Reader(bytes)
  if (read.big(0, 3) !== 0xffd8ff) return undefined
  let isTurned = false
  for (let at = 2; at < bytes.length;) {
    if (read.big(at, 1) !== 0xff) return undefined
    const marker = read.big(at + 1, 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = read.big(at + 2, 2)
    if (marker === scanStart || length < 2) return undefined
    if (marker === 0xe1) isTurned ||= isExifTurned(read, at + 4, at + 2 + length)
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker)) {
      const [height, width] = [read.big(at + 5, 2), read.big(at + 7, 2)]
      const size = isTurned ? { width: height, height: width } : { width, height }
      return { extension: 'jpg', mime: 'image/jpeg', ...size }
    }
    at += 2 + length
  }
  return undefined
}

/** EXIF 2.32 §4.6.4, tag 0x0112: orientations 5 to 8 lie on their side. */
function isExifTurned(read: Reader, from: number, end: number): boolean {
  if (!read.has(from, 'Exif\0\0')) return false
  const tiff = from + 6
  const isLittle = read.has(tiff, 'II*\0')
  if (!isLittle && !read.has(tiff, 'MM\0*')) return false
  const number = (at: number, count: number): number => {
    if (at + count > end) return -1
    return isLittle ? read.little(at, count) : read.big(at, count)
  }
  const directory = tiff + number(tiff + 4, 4)
  const entries = number(directory, 2)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (number(at, 2) === 0x0112) return number(at + 8, 2) >= 5 && number(at + 8, 2) <= 8
    if (at > end) return false
  }
  return false
}
