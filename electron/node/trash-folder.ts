import { join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../core/api/errors.ts'
import type { TrashPlace } from '../../core/api/versions.ts'
import type { ArticleStore } from '../../core/desk/ports.ts'
import { trashDays } from '../../core/desk/trash.ts'
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
import { makeFolder, moveFolder, syncFolder, writeWhole } from './write-whole.ts'

/** Moves an article's whole folder to the trash, with the time in `trashed.json`. @throws DeskError 'not-found' | 'unwritable' | 'disk-full' */
export async function moveToTrash(
  disk: Disk,
  paths: LibraryPaths,
  { id, trashedAt, from: place }: { id: ArticleId; trashedAt: string; from: TrashPlace },
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
    await writeWhole(note, `${JSON.stringify({ trashedAt, from: place })}\n`, { disk })
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
      trashed.push({ id, ...(await noteOf(disk, folder)), read: readArticleBytes(file) })
  }
  return trashed
}

/** What `trashed.json` in a trashed article's folder holds. */
export const trashNote = z.object({
  trashedAt: z.iso.datetime({ offset: true }),
  from: z
    .object({ host: z.enum(['electron', 'web', 'terminal']), computer: z.string() })
    .nullable()
    .catch(null)
    .default(null),
  /** When it was first seen to be due; it goes a day later at the soonest, because clocks are set wrong. */
  dueAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
})

type TrashNote = z.output<typeof trashNote>
async function readNote(disk: Disk, folder: string): Promise<TrashNote | 'none' | 'no answer'> {
  const file = await readStrictly(disk, join(folder, trashedFileName))
  if (file.kind === 'failed') return 'no answer'
  return (file.kind === 'json' ? trashNote.safeParse(file.json).data : undefined) ?? 'none'
}

async function noteOf(disk: Disk, folder: string): Promise<TrashNote> {
  const note = await readNote(disk, folder)
  if (typeof note !== 'string') return note
  // Without its note the folder's own time is the nearest thing known.
  const stat = await disk.stat(folder).catch(() => undefined)
  return { trashedAt: new Date(stat?.mtimeMs ?? 0).toISOString(), from: null }
}

/** Deletes an article's folder in the trash for good. @throws DeskError 'not-found' | 'unwritable' */
export async function removeFromTrash(disk: Disk, paths: LibraryPaths, id: ArticleId): Promise<void> {
  const folder = paths.trashFolder(id)
  try {
    if ((await unlessMissing(disk.stat(folder))) === undefined) {
      throw new DeskError('not-found', `article ${id} is not in the trash`)
    }
    await removeWhole(disk, folder)
    await syncFolder(disk, paths.trash)
  } catch (error) {
    throw writeFailure(error, `cannot delete article ${id}`)
  }
}

async function removeWhole(disk: Disk, folder: string): Promise<void> {
  const entries = (await unlessMissing(disk.readdir(folder))) ?? []
  // Its text goes last: what is deleted half can be restored still.
  const textLast = entries.toSorted(
    (one, other) => Number(one.name === articleFileName) - Number(other.name === articleFileName),
  )
  for (const { name, kind } of textLast) {
    const path = join(folder, name)
    await (kind === 'folder' ? removeWhole(disk, path) : unlessMissing(disk.unlink(path)))
  }
  await disk.rmdir(folder)
}

const dayMs = 86_400_000
/**
 * Deletes what has lain in the trash for thirty days: seen to be due at one opening, deleted at one that is a day later, so
 * that a clock set wrong for a day takes nothing. One without a note of when it came stays thirty days from now on: a folder's
 * own time may be years older than its deletion. A failure leaves it where it is. Answers which are gone.
 */
export async function emptyDue(disk: Disk, paths: LibraryPaths, now: number): Promise<ArticleId[]> {
  const gone: ArticleId[] = []
  for (const { name, kind } of (await unlessMissing(disk.readdir(paths.trash))) ?? []) {
    if (kind !== 'folder' || !isArticleId(name)) continue
    const folder = paths.trashFolder(name)
    const note = await readNote(disk, folder)
    if (note === 'no answer') continue
    if (note === 'none') {
      await putNote(disk, folder, { trashedAt: new Date(now).toISOString(), from: null })
      continue
    }
    if (now - Date.parse(note.trashedAt) < trashDays * dayMs) continue
    if (note.dueAt !== undefined && now - Date.parse(note.dueAt) >= dayMs) {
      await removeFromTrash(disk, paths, name).then(
        () => gone.push(name),
        () => undefined,
      )
    } else if (note.dueAt === undefined) {
      await putNote(disk, folder, { ...note, dueAt: new Date(now).toISOString() })
    }
  }
  return gone
}

async function putNote(disk: Disk, folder: string, note: TrashNote): Promise<void> {
  await writeWhole(join(folder, trashedFileName), `${JSON.stringify(note)}\n`, { disk }).catch(
    () => undefined,
  )
}
