import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { describe, expect, test } from 'vitest'
import { writeZip, type ZipEntry } from '../../../electron/node/zip-writer.ts'

async function* all(entries: Iterable<ZipEntry>): AsyncGenerator<ZipEntry> {
  yield* entries
}
async function zipOf(entries: Iterable<ZipEntry>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  await writeZip(all(entries), async (bytes) => void parts.push(bytes))
  return Buffer.concat(parts)
}
const entry = (path: string, bytes: Uint8Array | string): ZipEntry => ({
  path,
  bytes: Buffer.from(bytes),
  mtimeMs: Date.UTC(2026, 10, 26, 9, 30, 20),
})

/** As another program reads it. */
async function unzipped(zip: ZipFile): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for await (const each of zip.eachEntry()) {
    files.set(each.fileName, await buffer(await zip.openReadStreamPromise(each)))
  }
  return files
}

describe('a zip', () => {
  test('is read by another program: names, bytes, time and rights', async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 251)
    const zip = await zipOf([
      entry('articles/هەولێر.json', '{"headline":"أربيل"}'.repeat(50)),
      entry('media/a-jpg', noise),
      entry('empty.json', ''),
    ])
    const files = await unzipped(await fromBufferPromise(zip))
    expect([...files.keys()]).toEqual(['articles/هەولێر.json', 'media/a-jpg', 'empty.json'])
    expect(files.get('articles/هەولێر.json')?.toString()).toBe('{"headline":"أربيل"}'.repeat(50))
    expect(files.get('media/a-jpg')).toEqual(Buffer.from(noise))
    expect(files.get('empty.json')).toHaveLength(0)
    for await (const each of (await fromBufferPromise(zip)).eachEntry()) {
      expect(each.getLastModDate().getTime()).toBe(Date.UTC(2026, 10, 26, 9, 30, 20))
      expect(each.externalFileAttributes >>> 16).toBe(0o100600)
      expect(each.compressionMethod).toBe(each.fileName.startsWith('articles') ? 8 : 0)
    }
  })

  test('of nothing is a zip', async () => {
    expect(await unzipped(await fromBufferPromise(await zipOf([])))).toEqual(new Map())
  })

  test.each([65_534, 65_535, 65_600])('of %i entries has them all', async (count) => {
    const zip = await zipOf(Array.from({ length: count }, (_, n) => entry(`a/${n}`, '')))
    const opened = await fromBufferPromise(zip)
    expect(opened.entryCount).toBe(count)
    const last = zip.length - (count < 65_535 ? 22 : 98)
    expect(zip.subarray(last, last + 2).toString()).toBe('PK')
  })

  test('of more than 4 GiB is read to its end', async () => {
    const large = new Uint8Array(96 * 1024 * 1024)
    const parts: { at: number; bytes: Uint8Array }[] = []
    let length = 0
    const names = Array.from({ length: 45 }, (_, n) => `film/${n}`)
    const entries = names.map((path): ZipEntry => ({ path, bytes: large, mtimeMs: 0 }))
    await writeZip(all([...entries, entry('last.json', 'the end')]), async (bytes) => {
      // What is large here is nothing but zeros.
      if (bytes.length < large.length) parts.push({ at: length, bytes })
      else parts.push({ at: length, bytes: bytes.slice(0, 100) })
      length += bytes.length
    })
    const zip = await fromRandomAccessReaderPromise(new Sparse(parts), length)
    const found: string[] = []
    let last = ''
    for await (const each of zip.eachEntry()) {
      found.push(each.fileName)
      if (each.fileName === 'last.json') last = String(await buffer(await zip.openReadStreamPromise(each)))
    }
    expect(length).toBeGreaterThan(2 ** 32)
    expect(found).toEqual([...names, 'last.json'])
    expect(last).toBe('the end')
  }, 60_000)
})

/** Bytes that are zero where no part lies. */
class Sparse extends RandomAccessReader {
  readonly #parts: { at: number; bytes: Uint8Array }[]
  constructor(parts: { at: number; bytes: Uint8Array }[]) {
    super()
    this.#parts = parts
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const bytes = Buffer.alloc(end - start)
    for (const part of this.#parts) {
      for (let n = Math.max(start, part.at); n < Math.min(end, part.at + part.bytes.length); n += 1) {
        bytes[n - start] = part.bytes[n - part.at] ?? 0
      }
    }
    return Readable.from([bytes])
  }
}
