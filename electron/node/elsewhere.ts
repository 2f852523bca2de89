import { basename, join } from 'node:path'
import type { ArticleId } from '../../core/model/article.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { isArticleId, journalEnding } from './library-folder.ts'
import { makeFolders } from './write-whole.ts'

/** A folder of this computer for the journals of one library that takes nothing now. */
export interface Elsewhere {
  folder: string
  pathOf(id: ArticleId): string
  /** The ids that have a journal there. */
  ids(): Promise<ArticleId[]>
  prepare(): Promise<void>
}

/** The folder of a library's journals below `keepIn`, by the id in its library.json: one that would lead away from there is none. */
export const elsewhereFolder = (keepIn: string, libraryId: string | undefined): string =>
  join(keepIn, 'journals', libraryId !== undefined && plainId.test(libraryId) ? libraryId : unnamed)
const unnamed = 'unnamed'
/** Whether this folder is that of all libraries that say no id: what it holds may be none of this one's. */
export const isUnnamed = (folder: string): boolean => basename(folder) === unnamed
const plainId = /^[\w-]{1,100}$/

/** `<folder>/<article id>.log`, for the journals of one library that is away or full; the folder is made when it is needed. */
export function elsewhereIn(disk: Disk, folder: string): Elsewhere {
  return {
    folder,
    pathOf: (id) => join(folder, `${id}${journalEnding}`),
    ids: () => journalIds(disk, folder),
    prepare: () => makeFolders(disk, folder),
  }
}

/** The articles that have a journal in this folder. */
export async function journalIds(disk: Disk, folder: string): Promise<ArticleId[]> {
  const entries = (await unlessMissing(disk.readdir(folder))) ?? []
  return entries.map(({ name }) => name.slice(0, name.indexOf('.'))).filter(isArticleId)
}
