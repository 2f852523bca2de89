import { dirname, join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { conflictsFolderName, timeInName, type LibraryPaths } from './library-folder.ts'
import { makeName, syncFolder, writeWhole } from './write-whole.ts'

/**
 * Writes a copy beside an article, wherever that lies (in the trash too), as `<subfolder>/<name>.json`; answers the
 * file name. Never replaces another copy. @throws DeskError 'not-found' | 'disk-full' | 'unwritable'
 */
export async function keepCopy(
  disk: Disk,
  paths: LibraryPaths,
  copy: { id: ArticleId; subfolder: string; name: string; bytes: Uint8Array },
): Promise<string> {
  try {
    const path = await freePath(disk, paths, copy)
    await writeWhole(path.full, copy.bytes, { disk })
    await path.isNamed
    return path.name
  } catch (error) {
    throw writeFailure(error, 'cannot keep a copy')
  }
}

/** Moves a temp file that could not take its place to where copies are kept; answers its name. @throws as keepCopy */
export async function keepTemp(
  disk: Disk,
  paths: LibraryPaths,
  copy: { id: ArticleId; subfolder: string; name: string; temp: string },
): Promise<string> {
  try {
    const path = await freePath(disk, paths, copy)
    await disk.rename(copy.temp, path.full)
    await syncFolder(disk, dirname(path.full))
    await path.isNamed
    return path.name
  } catch (error) {
    throw writeFailure(error, 'cannot keep a copy')
  }
}

async function freePath(
  disk: Disk,
  paths: LibraryPaths,
  { id, subfolder, name }: { id: ArticleId; subfolder: string; name: string },
): Promise<{ name: string; full: string; isNamed: Promise<void> }> {
  const around = await articleFolder(disk, paths, id)
  const folder = join(around, subfolder)
  const isNew = await makeName(disk, folder)
  // Nothing is written behind it that a power cut could keep without it: the disk makes both last at once.
  const isNamed = syncFolder(disk, around)
  isNamed.catch(() => undefined)
  const taken = new Set(isNew ? [] : (await disk.readdir(folder)).map((entry) => entry.name))
  let free = `${name}.json`
  for (let copy = 2; taken.has(free); copy += 1) free = `${name}-${copy}.json`
  return { name: free, full: join(folder, free), isNamed }
}

async function articleFolder(disk: Disk, paths: LibraryPaths, id: ArticleId): Promise<string> {
  for (const folder of [paths.articleFolder(id), paths.trashFolder(id)]) {
    if ((await unlessMissing(disk.stat(folder))) !== undefined) return folder
  }
  throw await goneError(disk, paths, id)
}

/** A failed save in words: where the text went that was kept, or that the folder is gone. */
export async function failedSave(
  failure: DeskError,
  { disk, paths, now, id }: { disk: Disk; paths: LibraryPaths; now: () => number; id: ArticleId },
): Promise<DeskError> {
  const { kept, cause } = failure.details
  if (typeof kept === 'string') {
    const temp = join(dirname(paths.article(id)), kept)
    const copy = { id, subfolder: conflictsFolderName, name: timeInName(now()), temp }
    const name = await keepTemp(disk, paths, copy).catch(() => undefined)
    const path = name === undefined ? kept : `${conflictsFolderName}/${name}`
    return new DeskError(failure.code, failure.message, { ...failure.details, kept: path })
  }
  return cause === 'ENOENT' || cause === 'ENOTDIR' ? goneError(disk, paths, id) : failure
}

/** Why an article's folder is not there: the whole library is gone, or the article is. */
export async function goneError(disk: Disk, paths: LibraryPaths, id: ArticleId): Promise<DeskError> {
  const place = await disk.stat(paths.articles).catch(() => undefined)
  if (place === undefined) {
    return new DeskError('library-missing', `the library is no longer at ${paths.root}`, { path: paths.root })
  }
  return new DeskError('not-found', `there is no article ${id}`)
}
