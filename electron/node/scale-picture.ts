import { readPicture } from '../../core/model/picture.ts'
import type { PictureWish, ScaledPicture } from '../../core/model/scaled-picture.ts'
import { colourProfile, jpegWithProfile, pngWithProfile } from './colour-profile.ts'
import { packJpeg, packPng, resized, unpackPicture } from './picture-codecs.ts'
import type { Pixels } from './pixels.ts'
import { chunkNamed } from './webp-frame.ts'

/** A part of a picture, pixels. */
interface Part {
  x: number
  y: number
  width: number
  height: number
}

/** The picture cut and made smaller, see `ExportAssets.scaled`. @throws where it cannot be unpacked */
export async function scalePicture(bytes: Uint8Array, wish: PictureWish): Promise<ScaledPicture | undefined> {
  const mime = readPicture(bytes)?.mime
  if (mime === undefined) return undefined
  const whole = await unpackPicture(bytes, mime)
  const part = seenPart(whole, wish)
  const size = sizeOf(part, wish)
  const seen = shrunk(cut(whole, part), size)
  const isOpaque = mime === 'image/jpeg' || hasNoAlpha(seen)
  const isPhotograph =
    mime === 'image/jpeg' || (mime === 'image/webp' && chunkNamed(bytes, 'VP8 ') !== undefined)
  const small =
    seen.width === size.width && seen.height === size.height
      ? seen
      : await resized(seen, { ...size, isOpaque })
  return { ...(await packed(small, { isPhotograph, isOpaque, profile: colourProfile(bytes) })), ...size }
}

/** What is seen: the crop, and of that the shape that is wanted, around its middle. */
function seenPart({ width, height }: Pixels, { crop, ...wish }: PictureWish): Part {
  const x = Math.round(within(crop?.x ?? 0) * width)
  const y = Math.round(within(crop?.y ?? 0) * height)
  const right = Math.round(within((crop?.x ?? 0) + (crop?.width ?? 1)) * width)
  const bottom = Math.round(within((crop?.y ?? 0) + (crop?.height ?? 1)) * height)
  const part = {
    x: Math.min(x, width - 1),
    y: Math.min(y, height - 1),
    width: Math.max(1, right - x),
    height: Math.max(1, bottom - y),
  }
  if (wish.height === undefined) return part
  const shape = wish.width / wish.height
  // A pixel of difference is no reason to cut.
  const wide = Math.min(part.width, Math.max(1, Math.round(part.height * shape)))
  const high = Math.min(part.height, Math.max(1, Math.round(part.width / shape)))
  return {
    x: part.x + Math.floor((part.width - wide) / 2),
    y: part.y + Math.floor((part.height - high) / 2),
    width: wide,
    height: high,
  }
}

const within = (fraction: number): number => Math.min(Math.max(fraction, 0), 1)

/** Never larger than it is. */
function sizeOf(part: Part, wish: PictureWish): { width: number; height: number } {
  const width = Math.min(wish.width, part.width)
  const own = Math.max(1, Math.round((part.height * width) / part.width))
  const isAsWished = wish.height !== undefined && width === wish.width
  return { width, height: isAsWished ? Math.min(wish.height ?? own, part.height) : own }
}

function cut({ data, width, height }: Pixels, part: Part): Pixels {
  if (part.width === width && part.height === height) return { data, width, height }
  const rowBytes = part.width * 4
  const cutOut = new Uint8Array(rowBytes * part.height)
  for (let row = 0; row < part.height; row += 1) {
    const from = ((part.y + row) * width + part.x) * 4
    cutOut.set(data.subarray(from, from + rowBytes), row * rowBytes)
  }
  return { data: cutOut, width: part.width, height: part.height }
}

/** Made smaller by a whole number first where it is far too large: Lanczos over forty megapixels takes seconds and a gigabyte. */
function shrunk({ data, width, height }: Pixels, to: { width: number; height: number }): Pixels {
  const times = Math.min(width / to.width, height / to.height)
  const by = Math.floor(width * height > 16_000_000 ? times : times / 2)
  if (by < 2) return { data, width, height }
  const [wide, high] = [Math.floor(width / by), Math.floor(height / by)]
  const small = new Uint8Array(wide * high * 4)
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      average({ data, width, height }, { x: column * by, y: row * by, by }, small, (row * wide + column) * 4)
    }
  }
  return { data: small, width: wide, height: high }
}

/** The mean of a square of pixels; what is transparent lends no colour. */
function average(
  { data, width }: Pixels,
  { x, y, by }: { x: number; y: number; by: number },
  to: Uint8Array,
  at: number,
): void {
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (let row = y; row < y + by; row += 1) {
    for (let from = (row * width + x) * 4, end = from + by * 4; from < end; from += 4) {
      const share = data[from + 3] ?? 0
      red += (data[from] ?? 0) * share
      green += (data[from + 1] ?? 0) * share
      blue += (data[from + 2] ?? 0) * share
      alpha += share
    }
  }
  const shares = alpha || 1
  to[at] = Math.round(red / shares)
  to[at + 1] = Math.round(green / shares)
  to[at + 2] = Math.round(blue / shares)
  to[at + 3] = Math.round(alpha / (by * by))
}

function hasNoAlpha({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

interface Packing {
  /** It is known to be one: it was packed as photographs are. */
  isPhotograph: boolean
  isOpaque: boolean
  profile: Uint8Array | undefined
}

/** A photograph that was stored as PNG is a JPEG of a tenth; a chart or a screenshot is smaller as it is, and sharper. */
async function packed(
  pixels: Pixels,
  { isPhotograph, isOpaque, profile }: Packing,
): Promise<{ bytes: Uint8Array; mime: string }> {
  const jpeg = isOpaque ? jpegWithProfile(await packJpeg(pixels), profile) : undefined
  if (jpeg && isPhotograph) return { bytes: jpeg, mime: 'image/jpeg' }
  const png = pngWithProfile(await packPng(pixels), profile)
  return jpeg && jpeg.length * 3 < png.length
    ? { bytes: jpeg, mime: 'image/jpeg' }
    : { bytes: png, mime: 'image/png' }
}
