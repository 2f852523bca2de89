const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const big = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256)
const little = (value: number, count: number): number[] => big(value, count).reverse()

/** Just the parts of a picture that say what it is and how large; no viewer would show it. */
export const png = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n'),
    0x1a,
    0x0a,
    ...big(13, 4),
    ...ascii('IHDR'),
    ...big(width, 4),
    ...big(height, 4),
    8,
    6,
    0,
    0,
    0,
    ...big(0, 4),
    ...big(0, 4),
    ...ascii('IEND'),
    0xae,
    0x42,
    0x60,
    0x82,
  ])

/** `frames` image blocks after the logical screen, with their delays. */
export const gif = (width: number, height: number, frames = 1): Uint8Array =>
  Uint8Array.from([
    ...ascii('GIF89a'),
    ...little(width, 2),
    ...little(height, 2),
    0,
    0,
    0,
    ...Array.from({ length: frames }, () => [
      0x21,
      0xf9,
      4,
      0,
      10,
      0,
      0,
      0,
      0x2c,
      0,
      0,
      0,
      0,
      ...little(width, 2),
      ...little(height, 2),
      0,
      2,
      2,
      0x44,
      1,
      0,
    ]).flat(),
    0x3b,
  ])

const segment = (marker: number, content: number[]): number[] => [
  0xff,
  marker,
  ...big(content.length + 2, 2),
  ...content,
]
const frame = (width: number, height: number, marker = 0xc0): number[] =>
  segment(marker, [8, ...big(height, 2), ...big(width, 2), 1, 1, 0x11, 0])

/** EXIF with an orientation, in either byte order, and a thumbnail of 160 x 120 inside. */
export function exif(orientation: number, order: 'II' | 'MM' = 'MM'): number[] {
  const number = order === 'II' ? little : big
  const entry = [...number(0x0112, 2), ...number(3, 2), ...number(1, 4), ...number(orientation, 2), 0, 0]
  const tiff = [
    ...ascii(order),
    ...number(42, 2),
    ...number(8, 4),
    ...number(1, 2),
    ...entry,
    ...number(0, 4),
  ]
  return segment(0xe1, [...ascii('Exif\0\0'), ...tiff, 0xff, 0xd8, ...frame(160, 120), 0xff, 0xd9])
}
export const jpeg = (width: number, height: number, extra: number[] = [], marker = 0xc0): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...extra,
    ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    // A fill byte before a marker is allowed.
    0xff,
    ...frame(width, height, marker),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    0x12,
    0xff,
    0xd9,
  ])

const riff = (chunk: number[]): Uint8Array =>
  Uint8Array.from([...ascii('RIFF'), ...little(chunk.length + 4, 4), ...ascii('WEBP'), ...chunk])
const chunk = (name: string, content: number[]): number[] => [
  ...ascii(name),
  ...little(content.length, 4),
  ...content,
]
export const webp = {
  lossy: (width: number, height: number) =>
    riff(chunk('VP8 ', [0x50, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2), 0, 0])),
  lossless: (width: number, height: number) =>
    riff(chunk('VP8L', [0x2f, ...little((width - 1) | ((height - 1) << 14), 4), 0, 0])),
  extended: (width: number, height: number) =>
    riff(chunk('VP8X', [2, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)])),
}
