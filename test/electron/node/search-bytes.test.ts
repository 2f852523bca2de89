import { randomBytes } from 'node:crypto'
import { crc32, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { putSqueezed, textOfUnits, unsqueezed } from '../../../electron/node/search-bytes.ts'

const pieces = [
  Uint8Array.of(1, 2, 3),
  new Uint8Array(3_000_000).fill(7),
  new Uint8Array(0),
  Uint8Array.of(9),
]
const whole = Buffer.concat(pieces)

async function squeezed(): Promise<Buffer> {
  const written: Uint8Array[] = []
  await putSqueezed(pieces, async (bytes) => void written.push(Uint8Array.from(bytes)))
  return Buffer.concat(written)
}
/** As a file of it ends: how long it says to be, and the right sum. */
function ended(body: Uint8Array, length: number): Uint8Array {
  const end = Buffer.alloc(8)
  end.writeUInt32LE(length)
  end.writeUInt32LE(crc32(end.subarray(0, 4), crc32(body)), 4)
  return Buffer.concat([body, end])
}

describe('the squeezed index', () => {
  test('is read as it was, and is smaller on the disk', async () => {
    const file = await squeezed()
    expect(file.length).toBeLessThan(10_000)
    expect(Buffer.from(await unsqueezed(file)).equals(whole)).toBe(true)
  })

  test('is read where another Node has written it with gzip', async () => {
    expect(Buffer.from(await unsqueezed(ended(gzipSync(whole), whole.length))).equals(whole)).toBe(true)
  })

  test('with one bit that has turned, or cut anywhere, is not taken', async () => {
    const file = await squeezed()
    for (const at of [0, 5, file.length - 9, file.length - 8, file.length - 1]) {
      const turned = Buffer.from(file)
      turned[at] = (turned[at] ?? 0) ^ 1
      await expect(unsqueezed(turned), `bit of byte ${at}`).rejects.toThrow('damaged')
    }
    for (const length of [0, 7, 8, 100, file.length - 1])
      await expect(unsqueezed(file.subarray(0, length)), `cut at ${length}`).rejects.toThrow(
        /cut off|damaged/,
      )
  })

  test('that would be longer than it says, or says to fill the memory, is refused', async () => {
    const bomb = zstdCompressSync(new Uint8Array(50_000_000))
    await expect(unsqueezed(ended(bomb, 1000))).rejects.toThrow('larger')
    await expect(unsqueezed(ended(bomb, 2 ** 31))).rejects.toThrow('more than an index')
  })

  test('lies behind something else without harm', async () => {
    const file = await squeezed()
    const shifted = Buffer.concat([Buffer.from('x'), file]).subarray(1)
    expect(Buffer.from(await unsqueezed(shifted)).equals(whole)).toBe(true)
  })
})

test('text of UTF-16 units is that text, letters beyond the first plane too', () => {
  const text = 'کوردستان 𞤀'
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  expect(textOfUnits(new Uint8Array(units.buffer))).toBe(text)
})

test('what a large index is squeezed to is right to its last byte, and given back as soon as it is put', async () => {
  // Nothing that could be made smaller: many megabytes come out.
  const pieces = Array.from({ length: 9 }, () => new Uint8Array(randomBytes(1_000_003)))
  const [written, given]: [Uint8Array[], Uint8Array[]] = [[], []]
  await putSqueezed(pieces, async (bytes) => {
    written.push(Uint8Array.from(bytes))
    given.push(bytes)
  })
  expect(Buffer.from(await unsqueezed(Buffer.concat(written))).equals(Buffer.concat(pieces))).toBe(true)
  expect(given.filter(({ length }) => length === 0).length).toBeGreaterThan(6)
})
