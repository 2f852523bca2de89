import { dirname, join } from 'node:path'
import type { Notice } from '../../core/api/contract.ts'
import type { Article, ArticleId } from '../../core/model/article.ts'
import { articleBytes, hashOf } from './article-bytes.ts'
import type { Disk } from './disk.ts'
import { timeInName, type LibraryPaths } from './library-folder.ts'
import { makeFolder, syncFolder, writeWhole, type Stamp } from './write-whole.ts'

/**
 * Keeps the bytes of a damaged file under `set-aside/<time>-<id>.json`, then takes the file out of the article's
 * way by renaming it in its folder: no byte is deleted. Answers the copy's name. @throws DeskError as writeWhole
 */
async function setAside(
  disk: Disk,
  paths: LibraryPaths,
  damaged: { id: ArticleId; path: string; bytes: Uint8Array; now: number },
): Promise<string> {
  const time = timeInName(damaged.now)
  const name = `${time}-${damaged.id}.json`
  await makeFolder(disk, paths.setAside)
  await writeWhole(join(paths.setAside, name), damaged.bytes, { disk })
  const folder = dirname(damaged.path)
  await disk.rename(damaged.path, join(folder, `damaged-${time}.json`))
  await syncFolder(disk, folder)
  return name
}

interface Damaged {
  disk: Disk
  paths: LibraryPaths
  now: () => number
  tell: (notice: Notice) => void
  rebuild?: ((id: ArticleId) => Promise<{ article: Article; at: string } | undefined>) | undefined
  id: ArticleId
  bytes: Uint8Array
  /** What is the matter with it. */
  reason: string
}

/**
 * Sets a damaged file aside and lays the best text that is kept in its place, under a revision of its own; says which. Undefined
 * where nothing of the article is kept. @throws DeskError as writeWhole
 */
export async function replaceDamaged(
  damaged: Damaged,
): Promise<{ article: Article; hash: string; stamp: Stamp } | undefined> {
  const { disk, paths, now, tell, rebuild, id, bytes, reason } = damaged
  const file = `set-aside/${await setAside(disk, paths, { id, path: paths.article(id), bytes, now: now() })}`
  const kept = await rebuild?.(id).catch(() => undefined)
  if (!kept) {
    tell({ code: 'file-set-aside', details: { id, reason, file } })
    return undefined
  }
  const article = { ...kept.article, revision: kept.article.revision + 1 }
  const written = articleBytes(article)
  const stamp = await writeWhole(paths.article(id), written, { disk })
  tell({
    code: 'article-rebuilt',
    details: { id, headline: article.fields.headline, at: kept.at, reason, file },
  })
  return { article, hash: hashOf(written), stamp }
}
