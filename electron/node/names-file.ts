import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { NameStore } from '../../core/desk/house-stores.ts'
import { limits } from '../../core/model/limits.ts'
import type { NameEntry } from '../../core/model/names.ts'
import { readNames, writtenNames, type ReadNames } from '../../core/model/names-file.ts'
import { errorCode, unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import type { LibraryPaths } from './library-folder.ts'
import { keepAside, moveAside } from './set-aside.ts'
import { makeFolder, writeWhole, type Stamp } from './write-whole.ts'

interface NamesFileOptions {
  disk: Disk
  paths: LibraryPaths
  now: () => number
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}
const fileName = 'names.json'

/** `spelling/names.json` of the library, written whole; read anew when its size or time is another: people may exchange it. */
export class NamesFile implements NameStore {
  readonly #options: NamesFileOptions
  readonly #line = new Lines<'names'>()
  #known: { stamp: Stamp; read: ReadNames } | undefined

  constructor(options: NamesFileOptions) {
    this.#options = options
  }

  entries(): Promise<readonly NameEntry[]> {
    return this.#line.run('names', async () => (await this.#read()).entries)
  }

  change(change: (entries: readonly NameEntry[]) => readonly NameEntry[]): Promise<readonly NameEntry[]> {
    return this.#line.run('names', async () => {
      const { disk, paths, isReadOnly } = this.#options
      if (isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
      const before = await this.#read()
      if (before.isNewer) throw new DeskError('read-only', 'the names were written by a newer Midad')
      const entries = change(before.entries)
      if (entries === before.entries) return entries
      const bytes = checkedBytes(entries)
      try {
        await makeFolder(disk, paths.spelling)
      } catch (error) {
        throw writeFailure(error, 'cannot make the folder of the house’s words')
      }
      this.#known = undefined
      const stamp = await writeWhole(paths.names, bytes, { disk, mode: 0o644 })
      const read = { entries: [...entries], isWhole: true, isNewer: false }
      this.#known = { stamp, read }
      return read.entries
    })
  }

  /** @throws DeskError 'unreadable': a list that the disk does not give now is not an empty one */
  async #read(): Promise<ReadNames> {
    const stamp = await this.#stamp()
    if (!stamp) return nothing
    const known = this.#known
    if (known?.stamp.size === stamp.size && known.stamp.mtimeMs === stamp.mtimeMs) return known.read
    if (stamp.size > limits.namesBytes) return this.#moveAway()
    const bytes = await this.#answer(this.#options.disk.readFile(this.#options.paths.names))
    if (!bytes) return nothing
    const read = namesIn(bytes)
    if (read.isWhole || read.isNewer) this.#known = { stamp, read }
    else await this.#setAside(bytes, read)
    return read
  }

  async #stamp(): Promise<Stamp | undefined> {
    const stat = await this.#answer(this.#options.disk.stat(this.#options.paths.names))
    return stat && { size: stat.size, mtimeMs: stat.mtimeMs }
  }

  async #answer<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await unlessMissing(work)
    } catch (error) {
      const reason = errorCode(error) ?? ''
      throw new DeskError('unreadable', `the names cannot be read: ${reason || String(error)}`, { reason })
    }
  }

  async #moveAway(): Promise<ReadNames> {
    const { disk, paths, now, tell, isReadOnly } = this.#options
    if (isReadOnly()) return nothing
    const file = await moveAside(disk, paths, { path: paths.names, name: fileName, now: now() })
    tell({ code: 'names-set-aside', details: { file: `set-aside/${file}` } })
    return nothing
  }

  async #setAside(bytes: Uint8Array, { entries }: ReadNames): Promise<void> {
    const { disk, paths, now, tell, isReadOnly } = this.#options
    if (isReadOnly()) return
    const file = await keepAside(disk, paths, { name: fileName, now: now(), bytes })
    const stamp = await writeWhole(paths.names, writtenNames(entries), { disk, mode: 0o644 })
    this.#known = { stamp, read: { entries, isWhole: true, isNewer: false } }
    tell({ code: 'names-set-aside', details: { file: `set-aside/${file}` } })
  }
}

const nothing: ReadNames = { entries: [], isWhole: true, isNewer: false }

/** What reads of the file; a letter that is none makes its line unreadable, and no other. */
export function namesIn(bytes: Uint8Array): ReadNames {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!/[\0\ufffd]/.test(text)) return readNames(text)
  const lines = text.split('\n').filter((line) => !/[\0\ufffd]/.test(line))
  return { ...readNames(lines.join('\n')), isWhole: false }
}

/** @throws DeskError 'too-large' */
function checkedBytes(entries: readonly NameEntry[]): Uint8Array {
  const bytes = new TextEncoder().encode(writtenNames(entries))
  if (entries.length > limits.names)
    throw new DeskError('too-large', 'too many names', { limit: 'names', most: limits.names })
  if (bytes.length > limits.namesBytes)
    throw new DeskError('too-large', 'the list is too large', {
      limit: 'namesBytes',
      most: limits.namesBytes,
    })
  return bytes
}
