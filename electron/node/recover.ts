import { basename, dirname, join } from 'node:path'
import { isSameText } from '../../core/model/draft-patch.ts'
import { readArticleBytes } from './article-bytes.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { keepTemp } from './kept-copies.ts'
import {
  articleFileName,
  conflictsFolderName,
  isArticleId,
  timeInName,
  type LibraryPaths,
} from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { isRunning } from './running.ts'
import { isAtWork, syncFolder, tempName } from './write-whole.ts'

/**
 * Clears away what a killed process left behind, also of the journals in `elsewhere`; only under the lock. Articles may be made and
 * saved meanwhile.
 */
export async function recover(
  disk: Disk,
  paths: LibraryPaths,
  { now, elsewhere }: { now: number; elsewhere?: string },
): Promise<void> {
  const { temps, empty } = await leftOvers(disk, paths, elsewhere)
  const mayBeEmpty = new Set(empty)
  for (const temp of temps) {
    if (dirname(temp) === elsewhere && (await mayBeAtWork(disk, temp, now))) continue
    // Where the disk refuses, it stays: `verify` names it.
    await clearLeftOver(disk, paths, temp, now).catch(() => undefined)
    mayBeEmpty.add(dirname(temp))
  }
  // An article that was being made has left no more than its folder. One that holds anything by now is not removed by any system.
  for (const folder of mayBeEmpty) {
    if (isArticleFolder(paths, folder)) await disk.rmdir(folder).catch(() => undefined)
  }
}

const isArticleFolder = (paths: LibraryPaths, folder: string): boolean =>
  dirname(folder) === paths.articles && isArticleId(basename(folder))

/** Longer than any write waits for its turn. */
const longestWriteMs = 60_000

/**
 * Whether another process may be at work on this temp file, where our lock does not keep it out: elsewhere on this computer meet
 * those who have copies of a library with one id.
 */
export async function mayBeAtWork(disk: Disk, temp: string, now: number): Promise<boolean> {
  const stat = await disk.stat(temp).catch(() => undefined)
  const isYoung = stat !== undefined && Math.abs(now - stat.mtimeMs) < longestWriteMs
  return isYoung && isRunning(Number(tempName.exec(basename(temp))?.groups?.pid))
}

/** What a process that ended in the middle of its work has left. */
interface LeftOvers {
  /** Temp files of saves that were cut off: all but those that this process is at work on. */
  temps: string[]
  /** Folders without anything in them. */
  empty: string[]
}

/** Looks into each folder of the library once, and into `elsewhere`. */
export async function leftOvers(disk: Disk, paths: LibraryPaths, elsewhere?: string): Promise<LeftOvers> {
  const found: LeftOvers = { temps: [], empty: [] }
  const look = async (folder: string, depth: number): Promise<void> => {
    const entries = (await unlessMissing(disk.readdir(folder))) ?? []
    if (entries.length === 0) found.empty.push(folder)
    for (const { name, kind } of entries) {
      const path = join(folder, name)
      if (kind === 'folder' && depth > 0) await look(path, depth - 1)
      else if (kind === 'file' && tempName.test(name) && !isAtWork(path)) found.temps.push(path)
    }
  }
  // Library / articles / <id> / media is the deepest that we write.
  await look(paths.root, 3)
  // No library waits for a folder that is not its own.
  if (elsewhere !== undefined) await look(elsewhere, 0).catch(() => undefined)
  return found
}

/**
 * Removes such a file. A whole text was never acknowledged, but is kept: as the article, where that has no file yet or no more,
 * otherwise among the conflicts, unless its article says the same. A later revision may be a synchroniser's, made from other words.
 * @throws Node's errors, DeskError as keepTemp
 */
export async function clearLeftOver(
  disk: Disk,
  paths: LibraryPaths,
  temp: string,
  now: number,
): Promise<void> {
  const isKept = await keepUnlessSame(disk, paths, temp, now)
  if (!isKept) await unlessMissing(disk.unlink(temp))
}

async function keepUnlessSame(disk: Disk, paths: LibraryPaths, temp: string, now: number): Promise<boolean> {
  const id = basename(dirname(temp))
  if (tempName.exec(basename(temp))?.groups?.target !== articleFileName || !isArticleId(id)) return false
  const left = await readStrictly(disk, temp)
  const stored = await readStrictly(disk, join(dirname(temp), articleFileName))
  if (left.kind === 'missing') return true
  // What cannot be compared now is not removed.
  if (left.kind === 'failed' || stored.kind === 'failed') throw new Error('the disk does not answer')
  const text = readArticleBytes(left)
  if (text.kind === 'unreadable' || text.article.id !== id) return false
  if (stored.kind === 'missing') {
    // Otherwise no list would show it: the library names an article by this file.
    await disk.rename(temp, join(dirname(temp), articleFileName))
    await syncFolder(disk, dirname(temp))
    return true
  }
  const current = readArticleBytes(stored)
  if (current.kind !== 'unreadable' && isSameText(current.article, text.article)) return false
  await keepTemp(disk, paths, { id, subfolder: conflictsFolderName, name: timeInName(now), temp })
  return true
}
