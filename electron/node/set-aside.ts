import { dirname, join } from 'node:path'
import type { Notice } from '../../core/api/contract.ts'
import type { Article, ArticleId } from '../../core/model/article.ts'
import { articleBytes, hashOf } from './article-bytes.ts'
import type { Disk } from './disk.ts'
import { timeInName, type LibraryPaths } from './library-folder.ts'
import { makeFolder, syncFolder, writeWhole, type Stamp } from './write-whole.ts'

interface Aside {
  /** What the file is called after the time: `<time>-<name>`. */
  name: string
  now: number
}

/**
 * Keeps bytes as `set-aside/<time>-<name>`, never over others; the same ones under the same name once. Answers the file's name.
 * @throws DeskError as writeWhole
 */
export async function keepAside(
  disk: Disk,
  paths: LibraryPaths,
  { name, now, bytes }: Aside & { bytes: Uint8Array },
): Promise<string> {
  await makeFolder(disk, paths.setAside)
  const there = (await disk.readdir(paths.setAside)).map((entry) => entry.name)
  // One that cannot be taken out of the way is met again and again.
  for (const kept of there.filter((each) => each.endsWith(`Z-${name}`))) {
    if (hashOf(await disk.readFile(join(paths.setAside, kept))) === hashOf(bytes)) return kept
  }
  const free = freeName(there, { name, now })
  await writeWhole(join(paths.setAside, free), bytes, { disk })
  return free
}

/** Moves a file to `set-aside/<time>-<name>`, never over another; answers its name there. */
export async function moveAside(
  disk: Disk,
  paths: LibraryPaths,
  { path, ...aside }: Aside & { path: string },
): Promise<string> {
  await makeFolder(disk, paths.setAside)
  const there = (await disk.readdir(paths.setAside)).map((entry) => entry.name)
  const free = freeName(there, aside)
  await disk.rename(path, join(paths.setAside, free))
  await syncFolder(disk, paths.setAside)
  await syncFolder(disk, dirname(path))
  return free
}

function freeName(there: readonly string[], { name, now }: Aside): string {
  const time = timeInName(now)
  let free = `${time}-${name}`
  for (let copy = 2; there.includes(free); copy += 1) free = `${time}-${copy}-${name}`
  return free
}

interface Damaged {
  disk: Disk
  paths: LibraryPaths
  now: () => number
  tell: (notice: Notice) => void
  rebuild?: (() => Promise<{ article: Article; at: string } | undefined>) | undefined
  id: ArticleId
  /** The damaged file, in the library or in its trash, and its bytes. */
  path: string
  bytes: Uint8Array
  /** What is the matter with it. */
  reason: string
}

/**
 * Keeps the bytes of a damaged file aside and lays the best text that is kept in its place, under a revision of its own; says
 * which. Where nothing of the article is kept the file goes out of its way by another name, and the answer is undefined: no
 * byte is deleted. @throws DeskError as writeWhole
 */
export async function replaceDamaged(
  damaged: Damaged,
): Promise<{ article: Article; hash: string; stamp: Stamp } | undefined> {
  const { disk, paths, now, tell, rebuild, id, path, bytes, reason } = damaged
  const file = `set-aside/${await keepAside(disk, paths, { name: `${id}.json`, now: now(), bytes })}`
  const kept = await rebuild?.()
  if (!kept) {
    const folder = dirname(path)
    await disk.rename(path, join(folder, `damaged-${timeInName(now())}.json`))
    await syncFolder(disk, folder)
    tell({ code: 'file-set-aside', details: { id, reason, file } })
    return undefined
  }
  const article = { ...kept.article, revision: kept.article.revision + 1 }
  const written = articleBytes(article)
  // Over the damaged one, without a moment in which there is none: after a crash nobody would look for it.
  const stamp = await writeWhole(path, written, { disk })
  tell({
    code: 'article-rebuilt',
    details: { id, headline: article.fields.headline, at: kept.at, reason, file },
  })
  return { article, hash: hashOf(written), stamp }
}
