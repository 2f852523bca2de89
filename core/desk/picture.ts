import { DeskError } from '../api/errors.ts'
import { limits } from '../model/limits.ts'
import { readPicture, type Picture } from '../model/picture.ts'

/** Bytes, pixels a side and pixels in all that a picture may have (reliability.md §5). */
const pictureLimits = { bytes: limits.pictureBytes, side: 8192, pixels: 40_000_000 } as const

/** The picture in these bytes, within the limits. @throws DeskError 'too-large' | 'not-a-picture' */
export function checkPicture(bytes: Uint8Array): Picture {
  if (bytes.length > pictureLimits.bytes) throw tooLarge({ bytes: bytes.length })
  const picture = readPicture(bytes)
  if (!picture) throw new DeskError('not-a-picture', 'not a PNG, JPEG, GIF or WebP picture')
  const { width, height } = picture
  const isTooLarge = Math.max(width, height) > pictureLimits.side || width * height > pictureLimits.pixels
  if (isTooLarge) throw tooLarge({ width, height })
  return picture
}

function tooLarge(details: Record<string, number>): DeskError {
  return new DeskError('too-large', 'the picture is too large', details)
}
