import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import type { Disk, DiskFile } from './disk.ts'
import type { Fill } from './write-whole.ts'

type Put = Parameters<Fill>[0]

/** At the end stand how many bytes there were before they were squeezed, and the CRC-32 of all before it; low byte first. */
const endLength = 8
/** A hostile file must not fill the memory: no library's index comes near it. */
const mostBytes = 2 ** 30
/** What a thread is asked for at once. */
const chunkSize = 1 << 20
/** Zstandard reads four times as fast as gzip; a Node that is built without it does with the latter. */
const hasZstd = typeof zlib.createZstdCompress === 'function'
const zstdMagic = 0xfd2fb528
const level = 1

/** Puts pieces squeezed, by other threads. */
export async function putSqueezed(pieces: readonly Uint8Array[], put: Put): Promise<void> {
  const end = new DataView(new ArrayBuffer(endLength))
  end.setUint32(
    0,
    pieces.reduce((sum, { length }) => sum + length, 0),
    true,
  )
  let sum = 0
  await pipeline(Readable.from(pieces), squeezer(), async (squeezed: AsyncIterable<Buffer>) => {
    for await (const bytes of squeezed) {
      sum = zlib.crc32(bytes, sum)
      await put(bytes)
    }
  })
  end.setUint32(4, zlib.crc32(new Uint8Array(end.buffer, 0, 4), sum), true)
  await put(new Uint8Array(end.buffer))
}

/** What `putSqueezed` was given, behind each other, out of its file: never more of that in memory than a part. @throws RangeError 'damaged' and the like, and Node's errors of the disk */
export async function unsqueezed(disk: Disk, path: string): Promise<Uint8Array> {
  const file = await disk.open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size < endLength) throw new RangeError('cut off')
    const squeezed = size - endLength
    const end = viewOf(await file.read(squeezed, endLength))
    const length = end.getUint32(0, true)
    if (length > mostBytes) throw new RangeError('more than an index')
    const whole = new Uint8Array(length)
    const parts = partsOf(file, squeezed)
    const isZstd = squeezed >= 4 && viewOf(await file.read(0, 4)).getUint32(0, true) === zstdMagic
    await pipeline(
      parts.read(),
      isZstd ? zlib.createZstdDecompress({ chunkSize }) : zlib.createGunzip({ chunkSize }),
      (plain: AsyncIterable<Buffer>) => fill(whole, plain),
    ).catch((error: unknown) => {
      throw error instanceof RangeError ? error : new RangeError('damaged', { cause: error })
    })
    const sum = zlib.crc32(new Uint8Array(end.buffer, end.byteOffset, 4), parts.sum())
    if (sum !== end.getUint32(4, true)) throw new RangeError('damaged')
    return whole
  } finally {
    await file.close()
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

/** The first bytes of a file, part by part, and the sum of those that were read. */
function partsOf(file: DiskFile, bytes: number) {
  let sum = 0
  return {
    sum: () => sum,
    async *read() {
      for (let at = 0; at < bytes; at += chunkSize) {
        const part = await file.read(at, Math.min(chunkSize, bytes - at))
        sum = zlib.crc32(part, sum)
        yield part
      }
    },
  }
}

async function fill(whole: Uint8Array, plain: AsyncIterable<Buffer>): Promise<void> {
  let at = 0
  for await (const bytes of plain) {
    if (at + bytes.length > whole.length) throw new RangeError('longer than it says')
    whole.set(bytes, at)
    at += bytes.length
  }
  if (at < whole.length) throw new RangeError('cut off')
}

const squeezer = () =>
  hasZstd
    ? zlib.createZstdCompress({ chunkSize, params: { [zlib.constants.ZSTD_c_compressionLevel]: level } })
    : zlib.createGzip({ chunkSize, level })

/** Text of UTF-16 units, low byte first, quicker than by the language's own means. */
export const textOfUnits = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le')
