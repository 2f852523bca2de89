import { basename, dirname } from 'node:path'
import { readArticleBytes } from './article-bytes.ts'
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
import { leftOvers } from './verify-library.ts'
import { tempName } from './write-whole.ts'

/**
 * Clears away what a killed process left behind; only under the lock. A whole text that is newer than its article
 * was never acknowledged, but is kept among the conflicts; the other temp files are removed.
 */
export async function recover(disk: Disk, paths: LibraryPaths, now: number): Promise<void> {
  for (const temp of await leftOvers(disk, paths)) {
    const isKept = await keepIfNewer(disk, paths, temp, now).catch(() => true)
    // Where the disk refuses, it stays: `verify` names it.
    if (!isKept) await disk.unlink(temp).catch(() => undefined)
  }
}

async function keepIfNewer(disk: Disk, paths: LibraryPaths, temp: string, now: number): Promise<boolean> {
  const id = basename(dirname(temp))
  if (tempName.exec(basename(temp))?.groups?.target !== articleFileName || !isArticleId(id)) return false
  const left = await readStrictly(disk, temp)
  const stored = await readStrictly(disk, paths.article(id))
  if (left.kind === 'missing') return true
  const text = readArticleBytes(left)
  if (text.kind === 'unreadable' || text.article.id !== id) return false
  const current = stored.kind === 'missing' ? undefined : readArticleBytes(stored)
  const isOlder =
    current && current.kind !== 'unreadable' && current.article.revision >= text.article.revision
  if (isOlder) return false
  await keepTemp(disk, paths, { id, subfolder: conflictsFolderName, name: timeInName(now), temp })
  return true
}
