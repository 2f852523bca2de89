import { dirname, join } from 'node:path'
import type { ArticleId } from '../../core/model/article.ts'
import type { Disk } from './disk.ts'
import { timeInName, type LibraryPaths } from './library-folder.ts'
import { makeFolder, syncFolder, writeWhole } from './write-whole.ts'

/**
 * Keeps the bytes of a damaged file under `set-aside/<time>-<id>.json`, then takes the file out of the article's
 * way by renaming it in its folder: no byte is deleted. Answers the copy's name. @throws DeskError as writeWhole
 */
export async function setAside(
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
