import { dirname } from 'node:path'
import type { SearchStore } from '../../core/desk/ports.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { makeIndex, type Making } from './index-thread.ts'
import type { LibraryPaths } from './library-folder.ts'
import { putSqueezed, textOfUnits, unsqueezed } from './search-bytes.ts'
import { makeFolder, writeWholeFrom, type Fill } from './write-whole.ts'

export interface SearchFileOptions {
  disk: Disk
  paths: LibraryPaths
  isReadOnly: () => boolean
}

/** `desk/search.bin`: the index of words, squeezed. A cache, written whole and rarely. */
export class SearchFile implements SearchStore {
  readonly #options: SearchFileOptions
  readonly #making = new Set<Making>()

  constructor(options: SearchFileOptions) {
    this.#options = options
  }

  async read(): Promise<Uint8Array | undefined> {
    const { disk, paths } = this.#options
    try {
      const file = await unlessMissing(disk.readFile(paths.search))
      if (file === undefined) return undefined
      return await unsqueezed(file).finally(() => letGo(file))
    } catch {
      // Without it the articles are read.
      return undefined
    }
  }

  readonly textOf = textOfUnits

  write(pieces: readonly Uint8Array[]): Promise<void> {
    return this.#put((put) => putSqueezed(pieces, put))
  }

  async make(ids: readonly ArticleId[]): Promise<Uint8Array | undefined> {
    const making = makeIndex(ids.map((id) => ({ id, path: this.#options.paths.article(id) })))
    this.#making.add(making)
    const squeezed = await making.done
    this.#making.delete(making)
    if (!squeezed) return undefined
    await this.#put((put) => put(squeezed))
    return unsqueezed(squeezed)
      .catch(() => undefined)
      .finally(() => letGo(squeezed))
  }

  stop(): void {
    for (const { stop } of this.#making) stop()
  }

  async #put(fill: Fill): Promise<void> {
    const { disk, paths, isReadOnly } = this.#options
    if (isReadOnly()) return
    try {
      await makeFolder(disk, dirname(paths.search))
      await writeWholeFrom(paths.search, fill, { disk })
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
