import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Disk } from './disk.ts'
import { readStrictly } from './read-strictly.ts'
import { makeFolder, writeWhole } from './write-whole.ts'

/** lowdb over writeWhole, because its own file adapter does not fsync and empties files on a full disk (reliability.md §0). */
export class WholeFileAdapter<T> implements Adapter<T> {
  readonly #disk: Disk
  readonly #path: string
  readonly #parse: (json: unknown) => T | null
  /** Set by `read` where there was a file that could not be used. */
  damage: string | undefined

  /** `parse` answers null for what it cannot use. */
  constructor(disk: Disk, path: string, parse: (json: unknown) => T | null) {
    this.#disk = disk
    this.#path = path
    this.#parse = parse
  }

  /** null where there is no file, or none that can be used. Never throws. */
  async read(): Promise<T | null> {
    const file = await readStrictly(this.#disk, this.#path)
    if (file.kind === 'missing') return null
    const parsed = file.kind === 'json' ? this.#parse(file.json) : null
    if (parsed === null) this.damage = file.kind === 'json' ? 'not what it should hold' : file.reason
    return parsed
  }

  async write(data: T): Promise<void> {
    await makeFolder(this.#disk, dirname(this.#path))
    await writeWhole(this.#path, JSON.stringify(data), { disk: this.#disk })
  }
}
