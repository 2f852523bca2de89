import { join } from 'node:path'
import { z } from 'zod'
import { versionReasons, type VersionReason } from '../../core/api/versions.ts'
import type { KeptVersion } from '../../core/desk/ports.ts'
import type { Article, ArticleId } from '../../core/model/article.ts'
import { readArticleBytes } from './article-bytes.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { conflictsFolderName, versionsFolderName } from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { isSyncedCopy } from './synced-copies.ts'

/** A kept text by its file. */
export interface ListedVersion extends KeptVersion {
  path: string
  revision: number
}
/** A kept text that was read, with its bytes. */
export interface KeptText {
  article: Article
  bytes: Uint8Array
  keptAt: string
}

/** Beside the versions: what people call them, by their names. */
export const labelsFileName = 'labels.json'
/** What that file holds. */
export const labelsFile = z.record(z.string(), z.string())

const versionName =
  /^(?<time>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(?:-r(?<revision>\d+))?(?:-(?<reason>[a-z][a-z-]*[a-z]))?(?:-\d+)?\.json$/

/** The kept texts in an article's folder, newest first: by revision, then by time, because clocks are set back. */
export async function listVersions(disk: Disk, folder: string): Promise<ListedVersion[]> {
  const found: ListedVersion[] = []
  const inside = (path: string) => unlessMissing(disk.readdir(path))
  const places = [versionsFolderName, conflictsFolderName]
  const [beside, ...kept] = await Promise.all(
    [folder, ...places.map((place) => join(folder, place))].map(inside),
  )
  for (const [index, place] of places.entries()) {
    for (const { name } of kept[index] ?? []) {
      const parts = versionName.exec(name)?.groups
      const reason = place === conflictsFolderName ? 'conflict' : reasonOf(parts?.reason)
      if (!parts?.time || !reason) continue
      const revision = Number(parts.revision ?? 0)
      const path = join(folder, place, name)
      found.push({ name, reason, keptAt: timeOf(parts.time), label: '', revision, path })
    }
  }
  for (const { name, kind } of beside ?? []) {
    if (kind !== 'file' || !isSyncedCopy(name)) continue
    const path = join(folder, name)
    const { mtimeMs } = await disk.stat(path).catch(() => ({ mtimeMs: 0 }))
    const keptAt = new Date(mtimeMs).toISOString()
    found.push({ name, reason: 'synced-copy', keptAt, label: '', revision: 0, path })
  }
  return newestFirst(found)
}

/** Where a kept text of this name can lie in its article's folder; known without a look at all the others. */
export function placesOfVersion(name: string): string[] {
  // The name comes from a window: it leads nowhere else.
  if (/[/\\]/.test(name)) return []
  if (isSyncedCopy(name)) return [name]
  const parts = versionName.exec(name)?.groups
  if (!parts) return []
  const conflict = join(conflictsFolderName, name)
  return reasonOf(parts.reason) ? [join(versionsFolderName, name), conflict] : [conflict]
}

/** The newest of an article's kept texts, newest first, that can be read; those of others (conflicts, synchronisers' copies) do not count. */
export async function newestText(
  disk: Disk,
  id: ArticleId,
  listed: readonly ListedVersion[],
): Promise<KeptText | undefined> {
  for (const { path, keptAt, reason } of listed) {
    if (reason === 'synced-copy' || reason === 'conflict') continue
    const file = await readStrictly(disk, path)
    const read = 'bytes' in file ? readArticleBytes(file) : undefined
    if ('bytes' in file && read?.kind === 'article' && read.article.id === id)
      return { article: read.article, bytes: file.bytes, keptAt }
  }
  return undefined
}

/** Those with a revision by that, because clocks are set back; conflicts and copies of synchronisers among them by their time. */
function newestFirst(versions: readonly ListedVersion[]): ListedVersion[] {
  const byTime = (one: ListedVersion, other: ListedVersion): number =>
    Date.parse(other.keptAt) - Date.parse(one.keptAt)
  const counted = versions
    .filter(({ revision }) => revision > 0)
    .toSorted((one, other) => other.revision - one.revision || byTime(one, other))
  const others = versions.filter(({ revision }) => revision === 0).toSorted(byTime)
  const sorted: ListedVersion[] = []
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
