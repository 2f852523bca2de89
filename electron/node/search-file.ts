import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { SearchStore } from '../../core/desk/ports.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { makeFolder, writeWholeFrom } from './write-whole.ts'

export interface SearchFileOptions {
  disk: Disk
  path: string
  isReadOnly: () => boolean
}

/** Bytes of the checksum at the end. */
const sumLength = 4

/** `desk/search.bin`: the index of words, with a CRC-32 of all before it at the end. A cache, written whole and rarely. */
export class SearchFile implements SearchStore {
  readonly #options: SearchFileOptions

  constructor(options: SearchFileOptions) {
    this.#options = options
  }

  async read(): Promise<Uint8Array | undefined> {
    const { disk, path } = this.#options
    try {
      const file = await unlessMissing(disk.readFile(path))
      if (file === undefined || file.length < sumLength) return undefined
      const bytes = file.subarray(0, -sumLength)
      const sum = new DataView(file.buffer, file.byteOffset + bytes.length, sumLength).getUint32(0, true)
      return crc32(bytes) === sum ? bytes : undefined
    } catch {
      // Without it the articles are read.
      return undefined
    }
  }

  readonly textOf = (bytes: Uint8Array): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le')

  async write(pieces: readonly Uint8Array[]): Promise<void> {
    const { disk, path, isReadOnly } = this.#options
    if (isReadOnly()) return
    try {
      await makeFolder(disk, dirname(path))
      await writeWholeFrom(
        path,
        async (put) => {
          let sum = 0
          for (const piece of pieces) {
            sum = crc32(piece, sum)
            await put(piece)
          }
          const end = new Uint8Array(sumLength)
          new DataView(end.buffer).setUint32(0, sum, true)
          await put(end)
        },
        { disk },
      )
    } catch {
      // A full disk: it is kept another time, or the articles are read.
    }
  }
}
