import { join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { MediaStore } from '../../core/desk/ports.ts'
import { articleId, type ArticleId } from '../../core/model/article.ts'
import { hashOf } from './article-bytes.ts'
import { isMissing, unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { goneError } from './kept-copies.ts'
import { mediaFolderName, type LibraryPaths } from './library-folder.ts'
import { makeFolder, writeWhole } from './write-whole.ts'

const storedName = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/

/** Pictures as `articles/<id>/media/<sha256>.<extension>`. */
export class MediaFiles implements MediaStore {
  readonly #disk: Disk
  readonly #paths: LibraryPaths
  readonly #isReadOnly: () => boolean

  constructor({ disk, paths, isReadOnly }: { disk: Disk; paths: LibraryPaths; isReadOnly: () => boolean }) {
    this.#disk = disk
    this.#paths = paths
    this.#isReadOnly = isReadOnly
  }

  async put(id: ArticleId, bytes: Uint8Array, extension: string): Promise<string> {
    if (this.#isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
    const media = `${hashOf(bytes)}.${extension}`
    if (!storedName.test(media)) throw new DeskError('not-a-picture', 'not a kind of picture that is stored')
    try {
      const folder = this.#paths.articleFolder(id)
      await makeFolder(this.#disk, folder)
      await makeFolder(this.#disk, join(folder, mediaFolderName))
      // Also where the name is taken: what lies there may be damaged.
      if ((await this.get(id, media)) === undefined) {
        await writeWhole(join(folder, mediaFolderName, media), bytes, { disk: this.#disk })
      }
      return media
    } catch (error) {
      throw isMissing(error)
        ? await goneError(this.#disk, this.#paths, id)
        : writeFailure(error, 'cannot store the picture')
    }
  }

  async size(id: ArticleId): Promise<number> {
    const folder = join(this.#paths.articleFolder(id), mediaFolderName)
    let bytes = 0
    for (const { name } of (await unlessMissing(this.#disk.readdir(folder))) ?? [])
      bytes += (await unlessMissing(this.#disk.stat(join(folder, name))))?.size ?? 0
    return bytes
  }

  async find(media: string): Promise<Uint8Array | undefined> {
    if (!storedName.test(media)) return undefined
    const folders = (await unlessMissing(this.#disk.readdir(this.#paths.articles))) ?? []
    for (const { name } of folders) {
      const bytes = articleId.safeParse(name).success ? await this.get(name, media) : undefined
      if (bytes) return bytes
    }
    return undefined
  }

  async get(id: ArticleId, media: string): Promise<Uint8Array | undefined> {
    if (!storedName.test(media)) return undefined
    const path = join(this.#paths.articleFolder(id), mediaFolderName, media)
    const bytes = await unlessMissing(this.#disk.readFile(path))
    // Bytes that are not those of the name are not the picture.
    return bytes && media.startsWith(hashOf(bytes)) ? bytes : undefined
  }
}
