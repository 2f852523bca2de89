import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashes, linuxSizes } from '../../tools/draw-icons.mjs'
import { icnsFile, icoFile, type DrawnIcon } from '../../tools/icon-files.mjs'

const folder = join(import.meta.dirname, '../../assets/icons')
const committed = (name: string) => readFileSync(join(folder, name))

/** A PNG's own word on its width; 0 where the bytes are no PNG. */
function pngWidth(bytes: Buffer): number {
  return bytes.toString('latin1', 1, 4) === 'PNG' ? bytes.readUInt32BE(16) : 0
}

/** A drawn icon of one colour but for a clear pixel at its top left; its "PNG" only says how wide it is. */
function drawn(size: number): DrawnIcon {
  const png = Buffer.alloc(24)
  png.write('\x89PNG\r\n\x1a\n', 'latin1')
  png.writeUInt32BE(size, 16)
  const rgba = new Uint8Array(size * size * 4)
  for (let at = 4; at < rgba.length; at += 4) rgba.set([10, 20, 30, 255], at)
  return { size, png, rgba }
}

/** What an .ico holds: the size it says and the bytes of each picture. */
function readIco(file: Buffer) {
  expect(file.readUInt16LE(2)).toBe(1)
  return Array.from({ length: file.readUInt16LE(4) }, (_unused, index) => {
    const at = 6 + 16 * index
    const offset = file.readUInt32LE(at + 12)
    return {
      size: file[at] === 0 ? 256 : (file[at] ?? 0),
      bytes: file.subarray(offset, offset + file.readUInt32LE(at + 8)),
    }
  })
}

/** What an .icns holds, by kind. */
function readIcns(file: Buffer) {
  expect(file.toString('latin1', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    parts.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)))
  }
  return parts
}

/** Apple's run lengths, read back as its documentation gives them. */
function unpacked(bytes: Buffer): number[] {
  const out: number[] = []
  for (let at = 0; at < bytes.length;) {
    const count = bytes[at] ?? 0
    if (count >= 0x80) {
      out.push(...Array.from({ length: count - 125 }, () => bytes[at + 1] ?? 0))
      at += 2
    } else {
      out.push(...bytes.subarray(at + 1, at + 2 + count))
      at += 2 + count
    }
  }
  return out
}

describe('an .ico', () => {
  test('says each size and holds the picture of that size', () => {
    const pictures = readIco(icoFile([drawn(16), drawn(64), drawn(256)]))
    expect(pictures.map(({ size }) => size)).toEqual([16, 64, 256])
    expect(pictures.map(({ bytes }) => pngWidth(bytes))).toEqual([0, 64, 256])
  })

  test('holds a small picture as a bitmap: rows from below, blue first, and a mask of what is clear', () => {
    const [picture] = readIco(icoFile([drawn(16)]))
    const bytes = picture?.bytes ?? Buffer.alloc(0)
    const [colours, mask] = [bytes.subarray(40, 40 + 16 * 16 * 4), bytes.subarray(40 + 16 * 16 * 4)]
    expect([bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readUInt16LE(14)]).toEqual([16, 32, 32])
    expect([...colours.subarray(0, 4)]).toEqual([30, 20, 10, 255])
    const topLeft = 15 * 16 * 4
    expect([...colours.subarray(topLeft, topLeft + 4)]).toEqual([0, 0, 0, 0])
    expect(mask.length).toBe(16 * 4)
    expect([...mask].flatMap((byte, at) => (byte ? [at, byte] : []))).toEqual([15 * 4, 0x80])
  })

  test('refuses a picture that its format cannot hold', () => {
    expect(() => icoFile([drawn(512)])).toThrow('at most 256')
  })
})

describe('an .icns', () => {
  const sizes = [16, 32, 64, 128, 256, 512, 1024]

  test('holds each kind once, in the size that macOS expects of it', () => {
    const parts = readIcns(icnsFile(sizes.map(drawn)))
    const widths = Object.fromEntries([...parts].map(([type, bytes]) => [type, pngWidth(bytes)]))
    expect(widths).toEqual({
      ic04: 0,
      ic05: 0,
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    })
  })

  test('packs the small pictures by channel, and they can be read again', () => {
    const icon = drawn(16)
    // No run anywhere in red, so that literal bytes are packed too.
    for (let at = 0; at < 256; at += 1) icon.rgba[at * 4] = at
    const bytes = readIcns(icnsFile([icon, ...sizes.slice(1).map(drawn)])).get('ic04') ?? Buffer.alloc(0)
    expect(bytes.toString('latin1', 0, 4)).toBe('ARGB')
    const channels = [3, 0, 1, 2].flatMap((channel) =>
      [...icon.rgba].filter((_byte, at) => at % 4 === channel),
    )
    expect(unpacked(bytes.subarray(4))).toEqual(channels)
  })

  test('is refused without one of its sizes', () => {
    expect(() => icnsFile(sizes.slice(0, -1).map(drawn))).toThrow('needs 1024 pixels')
  })
})

describe('the committed icons', () => {
  test('were drawn from the drawings as they are now (else: node tools/draw-icons.mjs)', async () => {
    expect(JSON.parse(committed('drawn.json').toString('utf8'))).toEqual(await hashes())
  })

  test.each(['icon', 'document'])('%s has every size for Windows and macOS', (name) => {
    expect(readIco(committed(`${name}.ico`)).map(({ size }) => size)).toEqual([
      16, 20, 24, 32, 40, 48, 64, 128, 256,
    ])
    expect(pngWidth(readIcns(committed(`${name}.icns`)).get('ic10') ?? Buffer.alloc(0))).toBe(1024)
  })

  test.each(linuxSizes)('the one of %i pixels for Linux is that wide', (size) => {
    expect(pngWidth(committed(`linux/${size}x${size}.png`))).toBe(size)
  })
})
