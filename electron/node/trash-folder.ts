import { join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { ArticleStore } from '../../core/desk/ports.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { readArticleBytes } from './article-bytes.ts'
import { unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { goneError } from './kept-copies.ts'
import {
  articleFileName,
  isArticleId,
  timeInName,
  trashedFileName,
  type LibraryPaths,
} from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { makeFolder, syncFolder, writeWhole } from './write-whole.ts'

/** Moves an article's whole folder to the trash, with the time in `trashed.json`. @throws DeskError 'not-found' | 'unwritable' | 'disk-full' */
export async function moveToTrash(
  disk: Disk,
  paths: LibraryPaths,
  id: ArticleId,
  trashedAt: string,
): Promise<void> {
  const from = paths.articleFolder(id)
  const to = paths.trashFolder(id)
  try {
    if ((await unlessMissing(disk.stat(from))) === undefined) throw await goneError(disk, paths, id)
    await makeFolder(disk, paths.trash)
    // The same id may lie there already, out of a copied folder: it is moved on, not lost.
    if ((await unlessMissing(disk.stat(to))) !== undefined) {
      await disk.rename(to, `${to}-${timeInName(Date.parse(trashedAt))}`)
    }
    const note = join(from, trashedFileName)
    await writeWhole(note, `${JSON.stringify({ trashedAt })}\n`, { disk })
    await moveFolder(disk, from, to).catch(async (error: unknown) => {
      await disk.unlink(note).catch(() => undefined)
      throw error
    })
    await syncFolder(disk, paths.trash)
    await syncFolder(disk, paths.articles)
  } catch (error) {
    throw writeFailure(error, `cannot move article ${id} to the trash`)
  }
}

/** Moves it back. @throws DeskError 'not-found' | 'unwritable' | 'disk-full' */
export async function moveFromTrash(disk: Disk, paths: LibraryPaths, id: ArticleId): Promise<void> {
  const from = paths.trashFolder(id)
  const to = paths.articleFolder(id)
  try {
    if ((await unlessMissing(disk.stat(from))) === undefined) {
      throw new DeskError('not-found', `article ${id} is not in the trash`)
    }
    if ((await unlessMissing(disk.stat(to))) !== undefined) {
      throw new DeskError('unwritable', `article ${id} is in the library and in the trash`)
    }
    await moveFolder(disk, from, to)
    await syncFolder(disk, paths.articles)
    await syncFolder(disk, paths.trash)
    await unlessMissing(disk.unlink(join(to, trashedFileName)))
  } catch (error) {
    throw writeFailure(error, `cannot restore article ${id}`)
  }
}

/** What lies in the trash, oldest article first. Damaged ones say 'unreadable' and stay. */
export async function listTrash(disk: Disk, paths: LibraryPaths): ReturnType<ArticleStore['trashed']> {
  const entries = (await unlessMissing(disk.readdir(paths.trash))) ?? []
  const ids = entries
    .filter((entry) => entry.kind === 'folder' && isArticleId(entry.name))
    .map(({ name }) => name)
  const trashed: Awaited<ReturnType<ArticleStore['trashed']>> = []
  for (const id of ids.toSorted()) {
    const folder = paths.trashFolder(id)
    const file = await readStrictly(disk, join(folder, articleFileName))
    if (file.kind !== 'missing')
      trashed.push({ id, trashedAt: await timeOf(disk, folder), read: readArticleBytes(file) })
  }
  return trashed
}

async function timeOf(disk: Disk, folder: string): Promise<string> {
  const note = await readStrictly(disk, join(folder, trashedFileName))
  if (
    note.kind === 'json' &&
    typeof note.json === 'object' &&
    note.json !== null &&
    'trashedAt' in note.json
  ) {
    const { trashedAt } = note.json
    if (typeof trashedAt === 'string' && !Number.isNaN(Date.parse(trashedAt))) return trashedAt
  }
  // Without its note the folder's own time is the nearest thing known.
  const stat = await disk.stat(folder).catch(() => undefined)
  return new Date(stat?.mtimeMs ?? 0).toISOString()
}

const heldCodes = ['EPERM', 'EACCES', 'EBUSY']
const tries = 6

/** Windows refuses to move a folder while a scanner reads in it: six tries in about three seconds. */
export async function moveFolder(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.rename(from, to)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt === tries || !heldCodes.includes(code)) throw error
      await disk.pause(50 * 2 ** attempt)
    }
  }
}
