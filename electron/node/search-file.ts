import { dirname } from 'node:path'
import type { SearchStore } from '../../core/desk/ports.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { makeIndex, type Making } from './index-thread.ts'
import type { LibraryPaths } from './library-folder.ts'
import { letGo, putSqueezed, textOfUnits, unsqueezed } from './search-bytes.ts'
import { makeFolder, writeWholeFrom, type Fill } from './write-whole.ts'

export interface SearchFileOptions {
  disk: Disk
  paths: LibraryPaths
  isReadOnly: () => boolean
}

/** A thread of its own has to be started for each part. */
const leastOfPart = 1024
/** Each becomes a segment of the index: fewer than are made into one, which the host would have to do. */
const mostParts = 5

/** `desk/search.bin`: the index of words, squeezed. A cache, written whole and rarely. */
export class SearchFile implements SearchStore {
  readonly #options: SearchFileOptions
  #making: Making | undefined
  #isStopped = false

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

  write(pieces: Iterable<Uint8Array>): Promise<void> {
    return this.#put((put) => putSqueezed(pieces, put))
  }

  /** One part after the other: the memory that one takes goes with its thread before the next begins. */
  async *make(ids: readonly ArticleId[]): AsyncGenerator<Uint8Array, void, undefined> {
    const size = Math.max(leastOfPart, Math.ceil(ids.length / mostParts))
    for (let from = 0; from < ids.length && !this.#isStopped; from += size) {
      const part = ids.slice(from, from + size)
      this.#making = makeIndex(part.map((id) => ({ id, path: this.#options.paths.article(id) })))
      const bytes = await this.#making.done
      this.#making = undefined
      if (bytes) yield bytes
    }
  }

  stop(): void {
    this.#isStopped = true
    this.#making?.stop()
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
