import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import { errorCode } from './disk-errors.ts'
import type { Disk, DiskFile } from './disk.ts'

/** The zip itself is not as it should be, or its entry `path`; an error of the disk stays Node's own. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
  readonly path: string | undefined
  /** Packed with a password. */
  readonly isLocked: boolean
  constructor(message: string, path?: string, isLocked = false) {
    super(message)
    this.path = path
    this.isLocked = isLocked
  }
}

/** A zip that is open, read through its table of contents alone. */
export interface OpenZip {
  /** Of the zip itself, bytes. */
  size: number
  /** How many entries its end says that it has. */
  count: number
  /** Once. @throws ZipFault | Node's own errors of the disk */
  entries(): AsyncIterable<Entry>
  /** The bytes of one entry: as many as it declares, or a ZipFault. */
  read(entry: Entry): Promise<Uint8Array>
  close(): Promise<void>
}

/** What a zip is read from. */
type ZipBytes = Pick<DiskFile, 'read' | 'close'>

/** @throws ZipFault where it is no zip | Node's own errors of the disk */
export async function openZip(disk: Disk, path: string): Promise<OpenZip> {
  const file = await disk.open(path, 'r')
  try {
    const { size } = await file.stat()
    return await openBytes(file, size)
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
}

/** The same of a zip that is in memory. @throws ZipFault where it is no zip */
export const openZipInMemory = (bytes: Uint8Array): Promise<OpenZip> =>
  openBytes(
    {
      read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
      close: () => Promise.resolve(),
    },
    bytes.length,
  )

async function openBytes(file: ZipBytes, size: number): Promise<OpenZip> {
  const zip = await named(fromRandomAccessReaderPromise(new DiskReader(file), size, strict))
  // A read that fails is told where it was asked for.
  zip.on('error', () => undefined)
  return {
    size,
    count: zip.entryCount,
    entries: () => entriesOf(zip),
    read: (entry) => readEntry(zip, file, entry),
    close: () => file.close(),
  }
}

/** Names with backslashes are refused, not mended. */
const strict = { strictFileNames: true, validateEntrySizes: true, autoClose: false }

type Answer = (error: Error | null, bytesRead?: number) => void

class DiskReader extends RandomAccessReader {
  readonly #file: ZipBytes
  constructor(file: ZipBytes) {
    super()
    this.#file = file
  }
  override read(buffer: Buffer, offset: number, length: number, position: number, callback: Answer): void {
    void this.#answer(buffer.subarray(offset), length, position, callback)
  }

  // oxlint-disable-next-line promise/prefer-await-to-callbacks -- yauzl's own way of asking
  async #answer(into: Buffer, length: number, position: number, callback: Answer): Promise<void> {
    const read = await this.#file.read(position, length).catch((error: unknown) => error as Error)
    if (read instanceof Error) return callback(read)
    into.set(read)
    callback(null, read.length)
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  for (;;) {
    const next = await named(entries.next())
    if (next.done) return
    yield next.value
  }
}

const stored = 0
const deflated = 8
const inflated = promisify(inflateRaw)

async function readEntry(zip: ZipFile, file: ZipBytes, entry: Entry): Promise<Uint8Array> {
  const { fileName: path, compressionMethod, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) throw new ZipFault('it is locked with a password', path, true)
  if (![stored, deflated].includes(compressionMethod)) {
    throw new ZipFault('it is packed in a way that Midad does not use', path)
  }
  const { fileDataStart } = await named(zip.readLocalFileHeaderPromise(entry, { minimal: true }), path)
  const packed = await file.read(fileDataStart, compressedSize)
  if (packed.length !== compressedSize) throw new ZipFault('it is cut off', path)
  const bytes = compressionMethod === stored ? packed : await inflate(packed, uncompressedSize, path)
  if (bytes.length !== uncompressedSize) throw new ZipFault('it has fewer bytes than it declares', path)
  return bytes
}

async function inflate(packed: Uint8Array, length: number, path: string): Promise<Uint8Array> {
  try {
    // Never more than was declared: a bomb is not let out to be measured. One byte, as none is no limit.
    return await inflated(packed, { maxOutputLength: Math.max(length, 1) })
  } catch (error) {
    throw new ZipFault(`it cannot be unpacked: ${String(error)}`, path)
  }
}

/** What yauzl finds wrong has no code of the system. */
async function named<T>(work: Promise<T>, path?: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (errorCode(error) !== undefined) throw error
    throw new ZipFault(error instanceof Error ? error.message : String(error), path)
  }
}
