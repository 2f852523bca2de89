import { join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { VersionReason } from '../../core/api/versions.ts'
import { Lines } from '../../core/desk/lines.ts'
import type { KeptVersion, VersionStore } from '../../core/desk/ports.ts'
import { superfluous } from '../../core/desk/thinning.ts'
import type { Article, ArticleId, ReadArticle } from '../../core/model/article.ts'
import { isSameText } from '../../core/model/draft-patch.ts'
import { limits } from '../../core/model/limits.ts'
import { articleBytes, readArticleBytes } from './article-bytes.ts'
import type { ArticleFiles } from './article-files.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { goneError, keepCopy } from './kept-copies.ts'
import { timeInName, versionsFolderName, type LibraryPaths } from './library-folder.ts'
import { readStrictly, readWhole } from './read-strictly.ts'
import { keepAside } from './set-aside.ts'
import {
  labelsFile,
  labelsFileName,
  listVersions,
  newestText,
  placesOfVersion,
  type ListedVersion,
} from './version-list.ts'
import { writeWhole } from './write-whole.ts'

export interface VersionFilesOptions {
  disk: Disk
  paths: LibraryPaths
  articles: ArticleFiles
  now: () => number
  isReadOnly: () => boolean
}

/**
 * Versions as `articles/<id>/versions/<time>-r<revision>-<reason>.json`, each a whole article.json; what people call them is in
 * `labels.json` beside them. Texts that could not be saved and the copies of synchronisers are listed with them.
 */
export class VersionFiles implements VersionStore {
  readonly #options: VersionFilesOptions
  /** Not those of the article's file: a version is kept while the text that replaces it is on its way to the disk. */
  readonly #lines = new Lines<ArticleId>()

  constructor(options: VersionFilesOptions) {
    this.#options = options
  }

  async keepFile(id: ArticleId, reason: VersionReason): Promise<string | undefined> {
    const { disk, paths, articles } = this.#options
    return this.#lines.run(id, async () => {
      const [file, listed] = await Promise.all([readWhole(disk, paths.article(id)), this.#listed(id)])
      if (file.kind === 'missing') throw await goneError(disk, paths, id)
      if (file.kind === 'failed')
        throw new DeskError('unreadable', `article ${id} cannot be read: ${file.reason}`)
      const text = articles.textIn(id, file.bytes)
      const article = 'kind' in text ? undefined : text.read.article
      if (article && reason !== 'before-migration' && (await this.#hasNewest(article, listed)))
        return undefined
      const kept = { id, reason, bytes: file.bytes, revision: article?.revision ?? 0 }
      return this.#keep(kept, listed)
    })
  }

  async keep(article: Article, reason: VersionReason, label = ''): Promise<string | undefined> {
    const { id, revision } = article
    return this.#lines.run(id, async () => {
      const listed = await this.#listed(id)
      if (label === '' && reason !== 'named' && (await this.#hasNewest(article, listed))) return undefined
      const name = await this.#keep({ id, reason, bytes: articleBytes(article), revision }, listed)
      if (label) await this.#putLabel(id, name, label)
      return name
    })
  }

  async list(id: ArticleId): Promise<KeptVersion[]> {
    const [listed, labels] = await Promise.all([this.#listed(id), this.#labels(id)])
    return listed.map(({ name, reason, keptAt }) => ({ name, reason, keptAt, label: labels[name] ?? '' }))
  }

  async read(id: ArticleId, name: string): Promise<ReadArticle | undefined> {
    const { disk, paths } = this.#options
    for (const place of placesOfVersion(name)) {
      const file = await readStrictly(disk, join(paths.articleFolder(id), place))
      if (file.kind !== 'missing') return readArticleBytes(file)
    }
    return undefined
  }

  async #hasNewest(article: Article, listed: readonly ListedVersion[]): Promise<boolean> {
    const newest = await newestText(this.#options.disk, article.id, listed)
    return newest !== undefined && isSameText(newest.article, article)
  }

  async #keep(
    version: { id: ArticleId; reason: VersionReason; bytes: Uint8Array; revision: number },
    listed: readonly ListedVersion[],
  ): Promise<string> {
    const { disk, paths, now, isReadOnly } = this.#options
    if (isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
    const { id, reason, bytes, revision } = version
    await this.#makeRoom(id, listed)
    const name = `${timeInName(now())}-r${revision}-${reason}`
    return keepCopy(disk, paths, { id, subfolder: versionsFolderName, name, bytes })
  }

  /** Thins what is there. @throws DeskError 'too-large' where as many are left as an article may have */
  async #makeRoom(id: ArticleId, listed: readonly ListedVersion[]): Promise<void> {
    const { disk, now } = this.#options
    const going = new Set(superfluous(listed, now()))
    for (const { name, path } of listed)
      // One that cannot be removed costs room and nothing else.
      if (going.has(name)) await unlessMissing(disk.unlink(path)).catch(() => undefined)
    if (listed.length - going.size >= limits.versions) {
      throw new DeskError('too-large', `article ${id} has ${limits.versions} versions`, {
        limit: 'versions',
        most: limits.versions,
      })
    }
  }

  #listed(id: ArticleId): Promise<ListedVersion[]> {
    const { disk, paths } = this.#options
    return listVersions(disk, paths.articleFolder(id))
  }

  async #labels(id: ArticleId): Promise<Record<string, string>> {
    const file = await readStrictly(this.#options.disk, this.#labelsPath(id))
    return (file.kind === 'json' ? labelsFile.safeParse(file.json).data : undefined) ?? {}
  }

  async #putLabel(id: ArticleId, name: string, label: string): Promise<void> {
    const { disk, paths, now } = this.#options
    const path = this.#labelsPath(id)
    const file = await readStrictly(disk, path)
    // Names that cannot be seen now must not be written over.
    if (file.kind === 'failed')
      throw new DeskError('unwritable', `the names of the versions cannot be read: ${file.reason}`)
    const before = file.kind === 'json' ? labelsFile.safeParse(file.json).data : undefined
    if (before === undefined && 'bytes' in file)
      await keepAside(disk, paths, { name: `${id}-${labelsFileName}`, now: now(), bytes: file.bytes })
    const labels = { ...before, [name]: label }
    await writeWhole(path, `${JSON.stringify(labels, null, 1)}\n`, { disk })
  }

  #labelsPath(id: ArticleId): string {
    return join(this.#options.paths.versions(id), labelsFileName)
  }
}
