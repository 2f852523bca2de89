import { basename } from 'node:path'
import type { Notice } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { StoryTypeStore } from '../../core/desk/house-stores.ts'
import { limits } from '../../core/model/limits.ts'
import { noHouseTypes, readHouseTypes, type HouseTypes } from '../../core/model/story-type.ts'
import type { Disk } from './disk.ts'
import type { LibraryPaths } from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { keepAside } from './set-aside.ts'
import { writeWhole } from './write-whole.ts'

export interface StoryTypesFileOptions {
  disk: Disk
  paths: LibraryPaths
  now: () => number
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
}

/**
 * `story-types.json` of the library, beside the themes: the house's own story types. Read when it is asked for, so that a file
 * that people put there holds at once. Of a damaged one, which is set aside, each type that still reads is kept.
 */
export class StoryTypesFile implements StoryTypeStore {
  readonly #options: StoryTypesFileOptions
  readonly #line = new Lines<'types'>()

  constructor(options: StoryTypesFileOptions) {
    this.#options = options
  }

  house(): Promise<HouseTypes> {
    return this.#line.run('types', () => this.#read())
  }

  change(change: (house: HouseTypes) => HouseTypes): Promise<HouseTypes> {
    return this.#line.run('types', async () => {
      if (this.#options.isReadOnly())
        throw new DeskError('library-locked', 'another program holds the library')
      const house = change(await this.#read())
      await this.#write(house)
      return house
    })
  }

  /** @throws DeskError 'unreadable' where the disk does not give it: with an empty one the next change would be written over it */
  async #read(): Promise<HouseTypes> {
    const { disk, paths, isReadOnly } = this.#options
    const file = await readStrictly(disk, paths.storyTypes)
    if (file.kind === 'missing') return noHouseTypes()
    if (!('bytes' in file))
      throw new DeskError('unreadable', `the story types cannot be read: ${file.reason}`, {
        reason: file.reason,
      })
    const read = file.kind === 'json' ? readHouseTypes(file.json) : undefined
    const { order, types, odd } = read ?? { ...noHouseTypes(), odd: 1 }
    if (odd > 0 && !isReadOnly()) await this.#setAside(file.bytes, { order, types })
    return { order, types }
  }

  async #setAside(bytes: Uint8Array, kept: HouseTypes): Promise<void> {
    const { disk, paths, now, tell } = this.#options
    const file = await keepAside(disk, paths, { name: basename(paths.storyTypes), now: now(), bytes })
    // Said once: what reads is written in its place.
    await this.#write(kept)
    tell({ code: 'types-set-aside', details: { file: `set-aside/${file}` } })
  }

  async #write(house: HouseTypes): Promise<void> {
    const { disk, paths } = this.#options
    const bytes = new TextEncoder().encode(`${JSON.stringify(house, null, 2)}\n`)
    const most = limits.storyTypesBytes
    if (bytes.length > most)
      throw new DeskError('too-large', 'the story types are too large', { limit: 'storyTypesBytes', most })
    await writeWhole(paths.storyTypes, bytes, { disk, mode: 0o644 })
  }
}
