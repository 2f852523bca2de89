import { join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../core/api/errors.ts'
import { versionReasons, type VersionReason } from '../../core/api/versions.ts'
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
import { conflictsFolderName, timeInName, versionsFolderName, type LibraryPaths } from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { isSyncedCopy } from './synced-copies.ts'
import { writeWhole } from './write-whole.ts'

export interface VersionFilesOptions {
  disk: Disk
  paths: LibraryPaths
  articles: ArticleFiles
  now: () => number
  isReadOnly: () => boolean
}

const labelsFileName = 'labels.json'
const labelsFile = z.record(z.string(), z.string())
const versionName =
  /^(?<time>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(?:-r(?<revision>\d+))?(?:-(?<reason>[a-z][a-z-]*[a-z]))?(?:-\d+)?\.json$/

interface Listed extends KeptVersion {
  path: string
  revision: number
}

/**
 * Versions as `articles/<id>/versions/<time>-r<revision>-<reason>.json`, each a whole article.json; what people call them is in
 * `labels.json` beside them. Texts that could not be saved and the copies of synchronisers are listed with them.
 */
export class VersionFiles implements VersionStore {
  readonly #options: VersionFilesOptions

  constructor(options: VersionFilesOptions) {
    this.#options = options
  }

  async keepFile(id: ArticleId, reason: VersionReason): Promise<string | undefined> {
    const { disk, paths, articles } = this.#options
    return articles.alone(id, async () => {
      const file = await readStrictly(disk, paths.article(id))
      if (file.kind === 'missing') throw await goneError(disk, paths, id)
      if (!('bytes' in file))
        throw new DeskError('unreadable', `article ${id} cannot be read: ${file.reason}`)
      const read = readArticleBytes(file)
      const article = read.kind === 'unreadable' ? undefined : read.article
      if (article && reason !== 'before-migration' && (await this.#hasNewest(id, article))) return undefined
      return this.#keep(id, { reason, bytes: file.bytes, revision: article?.revision ?? 0 })
    })
  }

  async keep(article: Article, reason: VersionReason, label = ''): Promise<string | undefined> {
    const { id, revision } = article
    return this.#options.articles.alone(id, async () => {
      if (label === '' && reason !== 'named' && (await this.#hasNewest(id, article))) return undefined
      const name = await this.#keep(id, { reason, bytes: articleBytes(article), revision })
      if (label) await this.#putLabel(id, name, label)
      return name
    })
  }

  async list(id: ArticleId): Promise<KeptVersion[]> {
    const [listed, labels] = await Promise.all([this.#listed(id), this.#labels(id)])
    return listed.map(({ name, reason, keptAt }) => ({ name, reason, keptAt, label: labels[name] ?? '' }))
  }

  async read(id: ArticleId, name: string): Promise<ReadArticle | undefined> {
    const found = (await this.#listed(id)).find((version) => version.name === name)
    if (!found) return undefined
    const file = await readStrictly(this.#options.disk, found.path)
    return file.kind === 'missing' ? undefined : readArticleBytes(file)
  }

  /** The newest of the article's kept texts that can be read, with its bytes. */
  async newest(id: ArticleId): Promise<{ article: Article; bytes: Uint8Array; keptAt: string } | undefined> {
    for (const { path, keptAt, reason } of await this.#listed(id)) {
      if (reason === 'synced-copy' || reason === 'conflict') continue
      const file = await readStrictly(this.#options.disk, path)
      const read = 'bytes' in file ? readArticleBytes(file) : undefined
      if ('bytes' in file && read?.kind === 'article' && read.article.id === id)
        return { article: read.article, bytes: file.bytes, keptAt }
    }
    return undefined
  }

  async #hasNewest(id: ArticleId, article: Article): Promise<boolean> {
    const newest = await this.newest(id)
    return newest !== undefined && isSameText(newest.article, article)
  }

  async #keep(
    id: ArticleId,
    version: { reason: VersionReason; bytes: Uint8Array; revision: number },
  ): Promise<string> {
    const { disk, paths, now, isReadOnly } = this.#options
    if (isReadOnly()) throw new DeskError('library-locked', 'another program holds the library')
    await this.#makeRoom(id)
    const { reason, bytes, revision } = version
    const name = `${timeInName(now())}-r${revision}-${reason}`
    return keepCopy(disk, paths, { id, subfolder: versionsFolderName, name, bytes })
  }

  /** Thins what is there. @throws DeskError 'too-large' where as many are left as an article may have */
  async #makeRoom(id: ArticleId): Promise<void> {
    const { disk, now } = this.#options
    const listed = await this.#listed(id)
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

  /** Newest first: by revision, then by time, because clocks are set back. */
  async #listed(id: ArticleId): Promise<Listed[]> {
    const { disk, paths } = this.#options
    const folder = paths.articleFolder(id)
    const found: Listed[] = []
    for (const place of [versionsFolderName, conflictsFolderName]) {
      for (const { name } of (await unlessMissing(disk.readdir(join(folder, place)))) ?? []) {
        const parts = versionName.exec(name)?.groups
        const reason = place === conflictsFolderName ? 'conflict' : reasonOf(parts?.reason)
        if (!parts?.time || !reason) continue
        const revision = Number(parts.revision ?? 0)
        found.push({
          name,
          reason,
          keptAt: timeOf(parts.time),
          label: '',
          revision,
          path: join(folder, place, name),
        })
      }
    }
    for (const { name, kind } of (await unlessMissing(disk.readdir(folder))) ?? []) {
      if (kind !== 'file' || !isSyncedCopy(name)) continue
      const path = join(folder, name)
      const { mtimeMs } = await disk.stat(path).catch(() => ({ mtimeMs: 0 }))
      found.push({
        name,
        reason: 'synced-copy',
        keptAt: new Date(mtimeMs).toISOString(),
        label: '',
        revision: 0,
        path,
      })
    }
    return newestFirst(found)
  }

  async #labels(id: ArticleId): Promise<Record<string, string>> {
    const { disk, paths } = this.#options
    const file = await readStrictly(disk, join(paths.versions(id), labelsFileName))
    return (file.kind === 'json' ? labelsFile.safeParse(file.json).data : undefined) ?? {}
  }

  async #putLabel(id: ArticleId, name: string, label: string): Promise<void> {
    const { disk, paths } = this.#options
    const labels = { ...(await this.#labels(id)), [name]: label }
    await writeWhole(join(paths.versions(id), labelsFileName), `${JSON.stringify(labels, null, 1)}\n`, {
      disk,
    })
  }
}

/** Those with a revision by that, because clocks are set back; conflicts and copies of synchronisers among them by their time. */
function newestFirst(versions: readonly Listed[]): Listed[] {
  const byTime = (one: Listed, other: Listed): number => Date.parse(other.keptAt) - Date.parse(one.keptAt)
  const counted = versions
    .filter(({ revision }) => revision > 0)
    .toSorted((one, other) => other.revision - one.revision || byTime(one, other))
  const others = versions.filter(({ revision }) => revision === 0).toSorted(byTime)
  const sorted: Listed[] = []
  for (const version of counted) {
    while (others[0] && byTime(others[0], version) < 0) sorted.push(...others.splice(0, 1))
    sorted.push(version)
  }
  return [...sorted, ...others]
}

const reasons = new Set<string>(versionReasons)
const reasonOf = (word: string | undefined): VersionReason | undefined =>
  word !== undefined && reasons.has(word) ? (word as VersionReason) : undefined
const timeOf = (inName: string): string => inName.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z')
