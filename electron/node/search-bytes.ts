import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Fill } from './write-whole.ts'

type Put = Parameters<Fill>[0]

/** At the end stand how many bytes there were before they were squeezed, and the CRC-32 of all before it; low byte first. */
const endLength = 8
/** A hostile file must not fill the memory: no library's index comes near it. */
const mostBytes = 2 ** 30
/** What a thread is asked for at once. */
const chunkSize = 1 << 20
/** Node takes no smaller one. */
const leastChunk = 64
/** Zstandard reads four times as fast as gzip; a Node that is built without it does with the latter. */
const hasZstd = typeof zlib.createZstdCompress === 'function'
const zstdMagic = 0xfd2fb528
/** Of either, the quickest: a higher one makes the columns of an index no smaller. */
const level = 1

/** Puts pieces squeezed, by other threads. What is put is there only until it has been. */
export async function putSqueezed(pieces: Iterable<Uint8Array>, put: Put): Promise<void> {
  const end = new DataView(new ArrayBuffer(endLength))
  let [length, sum] = [0, 0]
  const counted = function* (): Generator<Uint8Array, void, undefined> {
    for (const piece of pieces) {
      length += piece.length
      yield piece
    }
  }
  await pipeline(Readable.from(counted()), squeezer(), async (squeezed: AsyncIterable<Buffer>) => {
    for await (const bytes of squeezed) {
      sum = zlib.crc32(bytes, sum)
      await put(bytes)
      // Full to its end: whoever squeezes fills another one by now.
      const { buffer, byteOffset } = bytes
      if (buffer.byteLength === chunkSize && byteOffset + bytes.length === chunkSize)
        letGoWhole(buffer as ArrayBuffer)
    }
  })
  end.setUint32(0, length, true)
  end.setUint32(4, zlib.crc32(new Uint8Array(end.buffer, 0, 4), sum), true)
  await put(new Uint8Array(end.buffer))
}

/** What `putSqueezed` was given, behind each other. @throws RangeError where the bytes are cut off, damaged or too many; Node's own errors where they cannot be unpacked */
export async function unsqueezed(file: Uint8Array): Promise<Uint8Array> {
  if (file.length < endLength) throw new RangeError('cut off')
  const squeezed = file.length - endLength
  const end = new DataView(file.buffer, file.byteOffset + squeezed, endLength)
  if (zlib.crc32(file.subarray(0, -4)) !== end.getUint32(4, true)) throw new RangeError('damaged')
  const length = end.getUint32(0, true)
  if (length > mostBytes) throw new RangeError('more than an index')
  // In one piece: nothing is put together afterwards.
  const options = { chunkSize: Math.max(leastChunk, length), maxOutputLength: Math.max(1, length) }
  const isZstd =
    squeezed >= 4 && new DataView(file.buffer, file.byteOffset, 4).getUint32(0, true) === zstdMagic
  const read = isZstd ? promisify(zlib.zstdDecompress) : promisify(zlib.gunzip)
  return read(file.subarray(0, squeezed), options)
}

const squeezer = () =>
  hasZstd
    ? zlib.createZstdCompress({ chunkSize, params: { [zlib.constants.ZSTD_c_compressionLevel]: level } })
    : zlib.createGzip({ chunkSize, level })

/** Text of UTF-16 units, low byte first, quicker than by the language's own means. */
export const textOfUnits = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le')

/**
 * Gives the memory of these bytes back at once, which nobody looks at any more: of a large library they are 35 MB that would stay until the
 * collector comes by.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) letGoWhole(buffer)
}

/** The same for all that lies in it. */
export const letGoWhole = (buffer: ArrayBuffer): void =>
  void (buffer as ArrayBuffer & { transfer(length: number): ArrayBuffer }).transfer(0)
