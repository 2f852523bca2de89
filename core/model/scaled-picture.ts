import type { Crop } from './crop.ts'

/** What is wanted of a picture, pixels. With a `height` what is left is cut around its middle to that shape. */
export interface PictureWish {
  width: number
  height?: number
  /** Fractions of the picture as it is seen: EXIF has turned it already. */
  crop?: Crop | null
}
/** JPEG, or PNG where something of it is transparent; nothing of EXIF is in it, its colour profile is. */
export interface ScaledPicture {
  bytes: Uint8Array
  mime: string
  /** Pixels. */
  width: number
  height: number
}
