import { dirname } from 'node:path'
import type { SearchStore } from '../../core/desk/ports.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { putSqueezed, textOfUnits, unsqueezed } from './search-bytes.ts'
import { makeFolder, writeWholeFrom } from './write-whole.ts'

export interface SearchFileOptions {
  disk: Disk
  path: string
  isReadOnly: () => boolean
}

/** `desk/search.bin`: the index of words, squeezed. A cache, written whole and rarely. */
export class SearchFile implements SearchStore {
  readonly #options: SearchFileOptions

  constructor(options: SearchFileOptions) {
    this.#options = options
  }

  async read(): Promise<Uint8Array | undefined> {
    const { disk, path } = this.#options
    try {
      const file = await unlessMissing(disk.readFile(path))
      if (file === undefined) return undefined
      return await unsqueezed(file).finally(() => letGo(file))
    } catch {
      // Without it the articles are read.
      return undefined
    }
  }

  readonly textOf = textOfUnits

  async write(pieces: readonly Uint8Array[]): Promise<void> {
    const { disk, path, isReadOnly } = this.#options
    if (isReadOnly()) return
    try {
      await makeFolder(disk, dirname(path))
      await writeWholeFrom(path, (put) => putSqueezed(pieces, put), { disk })
    } catch {
      // A full disk: it is kept another time, or the articles are read.
    }
  }
}

/**
 * Gives the memory of these bytes back at once, which nobody looks at any more: of a large library they are 35 MB that would stay until the
 * collector comes by.
 */
function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
    (buffer as ArrayBuffer & { transfer(length: number): ArrayBuffer }).transfer(0)
}
