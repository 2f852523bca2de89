import { describe, expect, test } from 'vitest'
import { checkPicture } from '../../../core/desk/picture.ts'
import { mimeOf, readPicture } from '../../../core/model/picture.ts'
import { exif, gif, jpeg, png, webp } from '../../support/pictures.ts'

const pictures: [string, Uint8Array, string, number, number][] = [
  ['a PNG', png(800, 600), 'png', 800, 600],
  ['a GIF', gif(320, 200), 'gif', 320, 200],
  ['an animated GIF', gif(320, 200, 12), 'gif', 320, 200],
  ['a JPEG', jpeg(1024, 768), 'jpg', 1024, 768],
  ['a progressive JPEG', jpeg(1024, 768, [], 0xc2), 'jpg', 1024, 768],
  ['a JPEG with EXIF and a thumbnail', jpeg(1024, 768, exif(1)), 'jpg', 1024, 768],
  ['a JPEG turned upside down', jpeg(1024, 768, exif(3)), 'jpg', 1024, 768],
  ['a JPEG on its side', jpeg(1024, 768, exif(6)), 'jpg', 768, 1024],
  ['a JPEG on its side, little-endian', jpeg(1024, 768, exif(8, 'II')), 'jpg', 768, 1024],
  ['a lossy WebP', webp.lossy(640, 480), 'webp', 640, 480],
  ['a lossless WebP', webp.lossless(16384, 3), 'webp', 16384, 3],
  ['an extended WebP', webp.extended(70_000, 2), 'webp', 70_000, 2],
]

describe.each(pictures)('%s', (_, bytes, extension, width, height) => {
  test('is known by its bytes', () => {
    expect(readPicture(bytes)).toEqual({ extension, mime: mimeOf(`x.${extension}`), width, height })
  })
  test('cut anywhere is the same picture or none, and never more than its bytes', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = readPicture(bytes.slice(0, length))
      if (cut !== undefined)
        expect([
          [width, height],
          [height, width],
        ]).toContainEqual([cut.width, cut.height])
    }
    expect(readPicture(bytes.slice(0, 12))).toBeUndefined()
  })
  test('with any byte spoiled never throws', () => {
    for (let at = 0; at < Math.min(bytes.length, 220); at += 1) {
      for (const value of [0, 255]) {
        const spoiled = bytes.slice()
        spoiled[at] = value
        expect(() => readPicture(spoiled)).not.toThrow()
      }
    }
  })
})

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a page', '<!doctype html>'],
  ['nothing', ''],
  ['the name of one', 'PNG'],
])('%s is not a picture', (_, text) => {
  expect(() => checkPicture(new TextEncoder().encode(text))).toThrow(
    expect.objectContaining({ code: 'not-a-picture' }),
  )
})

test('a picture of no size is none', () => {
  expect(readPicture(png(0, 10))).toBeUndefined()
  expect(readPicture(gif(10, 0))).toBeUndefined()
})

test.each([
  ['a side of 8193', png(8193, 10)],
  ['more than 40 million pixels', png(8000, 5001)],
  ['more than 20 MiB', Uint8Array.from([...png(10, 10), ...new Uint8Array(20 * 1024 * 1024)])],
])('%s is too large', (_, bytes) => {
  expect(() => checkPicture(bytes)).toThrow(expect.objectContaining({ code: 'too-large' }))
})

test('8192 a side and 40 million pixels are not', () => {
  expect(checkPicture(png(8192, 10)).width).toBe(8192)
  expect(checkPicture(png(8000, 5000)).height).toBe(5000)
})
