import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isMoving, readPicture } from '../../../core/model/picture.ts'
import { colourProfile, jpegWithProfile, pngWithProfile } from '../../../electron/node/colour-profile.ts'
import { createDarkroom } from '../../../electron/node/darkroom.ts'
import { packJpeg, packPng, unpackPicture } from '../../../electron/node/picture-codecs.ts'
import type { Pixels } from '../../../electron/node/pixels.ts'
import { swappedProfile } from '../../support/made-profile.ts'
import { gifOf, movingWebp, packWebp } from '../../support/packed-pictures.ts'
import { tempFolder } from '../../support/temp-library.ts'

const ferry = readFileSync(join(import.meta.dirname, '../../../assets/samples/ferry.jpg'))

type Colour = readonly [red: number, green: number, blue: number, alpha?: number]
const red: Colour = [255, 0, 0]
const green: Colour = [0, 255, 0]
const blue: Colour = [0, 0, 255]
const white: Colour = [255, 255, 255]

/** 64 by 32: red and green above blue and white. */
const quarters = (): Pixels =>
  drawn(64, 32, (x, y) => (y < 16 ? (x < 32 ? red : green) : x < 32 ? blue : white))

function drawn(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [r, g, b, alpha = 255] = colourAt(x, y)
      data.set([r, g, b, alpha], (y * width + x) * 4)
    }
  }
  return { data, width, height }
}

/** The colours of the four quarters, by their first letters. */
async function seen(bytes: Uint8Array, mime: string): Promise<string> {
  const { data, width, height } = await unpackPicture(bytes, mime)
  const letter = (x: number, y: number): string => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 4)
    const [isRed, isGreen, isBlue] = [r > 128, g > 128, b > 128]
    return isRed && isGreen && isBlue ? 'w' : isRed ? 'r' : isGreen ? 'g' : isBlue ? 'b' : '-'
  }
  const [left, right, top, bottom] = [
    width >> 2,
    width - 1 - (width >> 2),
    height >> 2,
    height - 1 - (height >> 2),
  ]
  return `${letter(left, top)}${letter(right, top)}/${letter(left, bottom)}${letter(right, bottom)}`
}

/** The JPEG with a segment after its start. */
function withSegment(jpeg: Uint8Array, kind: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  const head = [0xff, kind, length >> 8, length & 0xff]
  return Buffer.concat([jpeg.subarray(0, 2), Uint8Array.from(head), content, jpeg.subarray(2)])
}
const exifTurned = (orientation: number): Uint8Array =>
  Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1'),
    Buffer.from([0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ])
const isIn = (bytes: Uint8Array | undefined, text: string): boolean =>
  Buffer.from(bytes ?? []).includes(text, 0, 'latin1')

test('a photograph is made as small as it is wanted, and says its size', async () => {
  const small = await createDarkroom().scaled('ferry.jpg', ferry, { width: 480 })
  expect(small).toMatchObject({ mime: 'image/jpeg', width: 480, height: 270 })
  expect(readPicture(small?.bytes ?? new Uint8Array())).toMatchObject({ width: 480, height: 270 })
  expect(small?.bytes.length).toBeLessThan(ferry.length)
})

test('no picture is made larger than it is', async () => {
  const wish = { width: 4000 }
  expect(await createDarkroom().scaled('ferry.jpg', ferry, wish)).toMatchObject({ width: 1600, height: 900 })
})

test('what is not of the wanted shape is cut around its middle', async () => {
  const square = await createDarkroom().scaled('ferry.jpg', ferry, { width: 300, height: 300 })
  expect(square).toMatchObject({ width: 300, height: 300 })
})

test.each([
  { x: 0, y: 0, colours: 'rr/rr' },
  { x: 0.5, y: 0, colours: 'gg/gg' },
  { x: 0, y: 0.5, colours: 'bb/bb' },
  { x: 0.5, y: 0.5, colours: 'ww/ww' },
])('of a crop from $x, $y nothing else is seen', async ({ x, y, colours }) => {
  const crop = { x, y, width: 0.5, height: 0.5 }
  const part = await createDarkroom().scaled('q.png', await packPng(quarters()), { width: 16, crop })
  expect(part).toMatchObject({ width: 16, height: 8 })
  expect(await seen(part?.bytes ?? new Uint8Array(), part?.mime ?? '')).toBe(colours)
})

test.each([
  { orientation: 1, colours: 'rg/bw', width: 32, height: 16 },
  { orientation: 3, colours: 'wb/gr', width: 32, height: 16 },
  { orientation: 6, colours: 'br/wg', width: 32, height: 64 },
  { orientation: 8, colours: 'gw/rb', width: 32, height: 64 },
])('a picture that EXIF turns ($orientation) is turned, and says nothing of it any more', async (asked) => {
  const turned = withSegment(await packJpeg(quarters()), 0xe1, exifTurned(asked.orientation))
  const small = await createDarkroom().scaled('turned.jpg', turned, { width: 32 })
  expect(small).toMatchObject({ width: asked.width, height: asked.height })
  expect(await seen(small?.bytes ?? new Uint8Array(), 'image/jpeg')).toBe(asked.colours)
  expect(isIn(turned, 'Exif')).toBe(true)
  expect(isIn(small?.bytes, 'Exif')).toBe(false)
})

describe('a WebP', () => {
  test.each([true, false])('is cut and made smaller (lossless: %s)', async (isLossless) => {
    const packed = await packWebp(quarters(), isLossless)
    expect(readPicture(packed)).toMatchObject({ mime: 'image/webp', width: 64, height: 32 })
    const small = await createDarkroom().scaled('q.webp', packed, { width: 32 })
    expect(small).toMatchObject({ width: 32, height: 16 })
    if (!isLossless) expect(small?.mime).toBe('image/jpeg')
    expect(await seen(small?.bytes ?? new Uint8Array(), small?.mime ?? '')).toBe('rg/bw')
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 }
    const part = await createDarkroom().scaled('q.webp', packed, { width: 16, crop })
    expect(await seen(part?.bytes ?? new Uint8Array(), part?.mime ?? '')).toBe('gg/gg')
  })

  test('that moves is seen by its first frame, where that lies', async () => {
    const frames = [await packWebp(quarters()), await packWebp(drawn(64, 32, () => blue))]
    const moving = movingWebp({ width: 128, height: 64 }, { x: 64, y: 32 }, frames)
    expect([isMoving(moving), isMoving(frames[0] ?? moving)]).toEqual([true, false])
    const darkroom = createDarkroom()
    const corner = (x: number, y: number) =>
      darkroom.scaled('moving.webp', moving, { width: 64, crop: { x, y, width: 0.5, height: 0.5 } })
    const part = await corner(0.5, 0.5)
    expect(await seen(part?.bytes ?? new Uint8Array(), part?.mime ?? '')).toBe('rg/bw')
    const none = await corner(0, 0)
    expect(
      (await unpackPicture(none?.bytes ?? new Uint8Array(), 'image/png')).data.every((part) => part === 0),
    ).toBe(true)
  })

  test('that is broken, or says one size and holds another, costs itself alone', async () => {
    const darkroom = createDarkroom()
    const whole = await packWebp(drawn(64, 64, (x, y) => [x * 4, y * 4, (x * y) % 255]))
    const holes = Buffer.from(whole).fill(0xff, 40, 200)
    const lies = movingWebp({ width: 16, height: 16 }, { x: 0, y: 0 }, [whole], { width: 8, height: 8 })
    for (const bytes of [whole.subarray(0, whole.length >> 1), holes, lies])
      expect(await darkroom.scaled('odd.webp', bytes, { width: 10 })).toBeUndefined()
    expect(await darkroom.scaled('whole.webp', whole, { width: 10 })).toMatchObject({ width: 10 })
  })
})

describe('the colour profile of a camera or a screen', () => {
  const halfClear = () => drawn(64, 32, (x) => (x < 32 ? red : [0, 0, 0, 0]))
  const noise = () => drawn(64, 32, (x, y) => [(x * 37 + y * 91) % 256, (x * 71) % 256, (y * 53) % 256])
  const profile = swappedProfile()
  const packings: [string, (pixels: Pixels, profile: Uint8Array) => Promise<Uint8Array>][] = [
    ['jpg', async (pixels, of) => jpegWithProfile(await packJpeg(pixels), of)],
    ['png', async (pixels, of) => pngWithProfile(await packPng(pixels), of)],
    ['webp', async (pixels, of) => packWebp(pixels, true, of)],
  ]
  const scaled = async (ending: string, packed: Uint8Array) => {
    const made = await createDarkroom().scaled(`q.${ending}`, packed, { width: 32 })
    return made ?? { mime: '', bytes: new Uint8Array() }
  }

  test.each(packings)('of a %s goes along, whatever is made of it', async (ending, pack) => {
    const mimes = new Set<string>()
    for (const pixels of ending === 'jpg' ? [quarters()] : [quarters(), halfClear(), noise()]) {
      const { bytes, mime } = await scaled(ending, await pack(pixels, profile))
      expect([mime, colourProfile(bytes)]).toEqual([mime, Buffer.from(profile)])
      expect(readPicture(bytes)).toMatchObject({ mime, width: 32, height: 16 })
      mimes.add(mime)
    }
    expect([...mimes]).toContain(ending === 'jpg' ? 'image/jpeg' : 'image/png')
  })
  test('stands in a PNG where its standard wants it, once', async () => {
    const { bytes } = await scaled('webp', await packWebp(halfClear(), true, profile))
    const names = chunksOf(bytes)
    expect(names.slice(0, 3)).toEqual(['IHDR', 'iCCP', 'IDAT'])
    expect(names.filter((name) => name === 'iCCP' || name === 'sRGB')).toEqual(['iCCP'])
    expect(await seen(bytes, 'image/png')).toBe('r-/r-')
  })
  test('that needs several segments of a JPEG comes whole', async () => {
    const long = swappedProfile({ more: 100_000 })
    const packed = jpegWithProfile(await packJpeg(quarters()), long)
    expect(colourProfile((await scaled('jpg', packed)).bytes)).toEqual(Buffer.from(long))
  })
  test.each<[string, Uint8Array]>([
    ['is of other colours', swappedProfile({ space: 'GRAY' })],
    ['is none', Buffer.from('of a camera')],
    ['is as long as those of printers', swappedProfile({ more: 200_000 })],
  ])('that %s is left out, and the picture is drawn', async (_what, other) => {
    for (const [ending, pack] of packings) {
      const { bytes, mime } = await scaled(ending, await pack(quarters(), other))
      expect([ending, colourProfile(bytes)]).toEqual([ending, undefined])
      expect(bytes.length).toBeLessThan(3000)
      expect(await seen(bytes, mime)).toBe('rg/bw')
    }
  })
  test('that is a bomb, or is cut off, is none', async () => {
    const bomb = pngWithProfile(await packPng(quarters()), new Uint8Array(50_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    const whole = pngWithProfile(await packPng(quarters()), profile)
    for (const bytes of [bomb, whole.slice(0, 80), whole.slice(0, 34), new Uint8Array()])
      expect(colourProfile(bytes)).toBeUndefined()
  })
})

/** The names of a PNG's chunks in their order. */
function chunksOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at))
    names.push(Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1'))
  return names
}

describe('a GIF', () => {
  test.each([true, false])('is seen by its first frame (in four passes: %s)', async (isInterlaced) => {
    const gif = gifOf({ width: 64, height: 32 }, [quarters(), drawn(64, 32, () => blue)], { isInterlaced })
    expect([isMoving(gif), isMoving(gifOf({ width: 64, height: 32 }, [quarters()]))]).toEqual([true, false])
    const small = await createDarkroom().scaled('q.gif', gif, { width: 32 })
    expect(small).toMatchObject({ width: 32, height: 16 })
    expect(await seen(small?.bytes ?? new Uint8Array(), small?.mime ?? '')).toBe('rg/bw')
  })

  test('leaves free what its frame does not cover, and what is beyond its picture unseen', async () => {
    const [wide, high] = [100, 20]
    const gif = gifOf({ width: wide, height: high }, [quarters()], { x: 50, y: 4 })
    const { data } = await unpackPicture(gif, 'image/gif')
    const alpha = (x: number, y: number) => data[(y * wide + x) * 4 + 3]
    expect(data).toHaveLength(wide * high * 4)
    expect([alpha(49, 10), alpha(50, 3), alpha(50, 4), alpha(99, 19)]).toEqual([0, 0, 255, 255])
  })

  test('that is broken, or claims more than a picture may have, is not unpacked', async () => {
    const darkroom = createDarkroom()
    const whole = Buffer.from(gifOf({ width: 64, height: 32 }, [quarters()]))
    const bomb = Buffer.from(whole)
    const frameAt = bomb.indexOf(0x2c, 13 + 12)
    bomb.writeUInt16LE(65_535, frameAt + 5)
    bomb.writeUInt16LE(65_535, frameAt + 7)
    for (const bytes of [
      whole.subarray(0, whole.length - 40),
      bomb,
      Buffer.from(whole).fill(0xff, frameAt + 12),
    ])
      expect(await darkroom.scaled('odd.gif', bytes, { width: 10 })).toBeUndefined()
    expect(await darkroom.scaled('whole.gif', whole, { width: 10 })).toMatchObject({ width: 10 })
  })
})

test('what is transparent stays so, and a photograph that was stored as PNG becomes a JPEG', async () => {
  const darkroom = createDarkroom()
  const glass = drawn(400, 400, (x) => [255, 0, 0, x < 200 ? 0 : 255])
  expect(await darkroom.scaled('glass.png', await packPng(glass), { width: 100 })).toMatchObject({
    mime: 'image/png',
  })
  const photograph = await unpackPicture(ferry, 'image/jpeg')
  expect(await darkroom.scaled('photo.png', await packPng(photograph), { width: 800 })).toMatchObject({
    mime: 'image/jpeg',
  })
})

test('a picture far too large is shrunk in two steps to the same colours', async () => {
  const large = drawn(2048, 1024, (x, y) => (y < 512 ? (x < 1024 ? red : green) : x < 1024 ? blue : white))
  const small = await createDarkroom().scaled('large.png', await packPng(large), { width: 64 })
  expect(small).toMatchObject({ width: 64, height: 32 })
  expect(await seen(small?.bytes ?? new Uint8Array(), small?.mime ?? '')).toBe('rg/bw')
})

test('what is no picture, or none that can be scaled, is left as it is', async () => {
  const darkroom = createDarkroom()
  const gif = Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0', 'latin1')
  const cutOff = ferry.subarray(0, 12)
  for (const bytes of [gif, cutOff, Buffer.from('<svg/>'), new Uint8Array()]) {
    expect(await darkroom.scaled('odd', bytes, { width: 10 })).toBeUndefined()
  }
  for (const width of [0, -1, 1.5, 9000, Number.NaN]) {
    expect(await darkroom.scaled('ferry.jpg', ferry, { width })).toBeUndefined()
  }
})

test('a broken JPEG costs itself alone: the next is scaled as ever', async () => {
  const darkroom = createDarkroom()
  const broken = Buffer.from(await packJpeg(quarters()))
  const tables = broken.indexOf(Buffer.from([0xff, 0xc4]))
  broken.fill(0xff, tables + 4, tables + 20)
  expect(await darkroom.scaled('broken.jpg', broken, { width: 10 })).toBeUndefined()
  expect(await darkroom.scaled('ferry.jpg', ferry, { width: 10 })).toMatchObject({ width: 10 })
})

test('a picture that claims to be larger than a picture may be is not unpacked', async () => {
  const bomb = Buffer.from(await packPng(quarters()))
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  expect(await createDarkroom().scaled('bomb.png', bomb, { width: 10 })).toBeUndefined()
})

test('many are asked for at once, and each is answered', async () => {
  const darkroom = createDarkroom()
  const widths = [40, 80, 120, 160]
  const made = await Promise.all(widths.map((width) => darkroom.scaled('ferry.jpg', ferry, { width })))
  expect(made.map((each) => each?.width)).toEqual(widths)
})

test('what was made lately is not made again, and only so much is remembered', async () => {
  const darkroom = createDarkroom({ keptBytes: 20_000 })
  const make = (width: number) => darkroom.scaled('ferry.jpg', ferry, { width })
  const first = await make(320)
  expect(await make(320)).toBe(first)
  await make(480)
  await make(640)
  const again = await make(320)
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})

/** A thread with a fault planted: `hang` never answers, `die` goes, `once` does so the first time only. */
async function faulty(body: string): Promise<URL> {
  const file = join(await tempFolder(), 'worker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', (question) => { ${body} })\n`,
  )
  return pathToFileURL(file)
}

test.each([
  { fault: 'hangs', body: 'for (;;);' },
  { fault: 'dies', body: 'process.exit(1)' },
  { fault: 'throws', body: 'throw new Error("planted")' },
])('a thread that $fault costs the picture and nothing else', async ({ body }) => {
  const answer =
    'if (question.wish.width === 2) parentPort.postMessage({ width: 2, bytes: new Uint8Array() }); else '
  const darkroom = createDarkroom({ worker: await faulty(answer + body), hungMs: 3000 })
  const [lost, next] = await Promise.all([
    darkroom.scaled('ferry.jpg', ferry, { width: 1 }),
    darkroom.scaled('ferry.jpg', ferry, { width: 2 }),
  ])
  expect(lost).toBeUndefined()
  expect(next).toMatchObject({ width: 2 })
})
