import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../core/api/errors.ts'
import { articleId, type ArticleId } from '../../core/model/article.ts'
import { isMissing, unlessMissing, writeFailure } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { readStrictly } from './read-strictly.ts'
import { clearParts, finishInside, isUnfinished } from './unpacked-inside.ts'
import { makeFolder, writeWhole, type Stamp } from './write-whole.ts'

/** Where things lie in a library (contract.md, "The library on disk"). Ids are checked before they become a path. */
export class LibraryPaths {
  readonly root: string
  constructor(root: string) {
    this.root = root
  }
  get marker(): string {
    return join(this.root, 'library.json')
  }
  get lock(): string {
    return join(this.root, 'lock.json')
  }
  get articles(): string {
    return join(this.root, 'articles')
  }
  get trash(): string {
    return join(this.root, 'trash')
  }
  /** In one folder: which articles have one is known without looking into each of theirs. */
  get journals(): string {
    return join(this.root, 'journals')
  }
  get setAside(): string {
    return join(this.root, 'set-aside')
  }
  get desk(): string {
    return join(this.root, 'desk')
  }
  get settings(): string {
    return join(this.desk, 'settings.json')
  }
  get themes(): string {
    return join(this.root, 'themes')
  }
  /** Beside the themes: files of the house that people share. */
  get spelling(): string {
    return join(this.root, 'spelling')
  }
  get names(): string {
    return join(this.spelling, 'names.json')
  }
  get storyTypes(): string {
    return join(this.root, 'story-types.json')
  }
  get index(): string {
    return join(this.desk, 'index.json')
  }
  get search(): string {
    return join(this.desk, 'search.bin')
  }
  get indexJournal(): string {
    return join(this.desk, 'index.log')
  }
  articleFolder(id: ArticleId): string {
    return join(this.articles, safeId(id))
  }
  article(id: ArticleId): string {
    return join(this.articleFolder(id), articleFileName)
  }
  journal(id: ArticleId): string {
    return join(this.journals, `${safeId(id)}${journalEnding}`)
  }
  versions(id: ArticleId): string {
    return join(this.articleFolder(id), versionsFolderName)
  }
  trashFolder(id: ArticleId): string {
    return join(this.trash, safeId(id))
  }
}
export const articleFileName = 'article.json'
export const mediaFolderName = 'media'
export const conflictsFolderName = 'conflicts'
export const versionsFolderName = 'versions'
export const journalEnding = '.log'
export const trashedFileName = 'trashed.json'

/** True for the name of an article's folder. */
export const isArticleId = (name: string): boolean => articleId.safeParse(name).success

/** The articles of a library by the names of their folders, without a look inside. */
export async function articleNames(disk: Disk, paths: LibraryPaths): Promise<ArticleId[]> {
  const entries = (await unlessMissing(disk.readdir(paths.articles))) ?? []
  return entries.filter(({ kind, name }) => kind === 'folder' && isArticleId(name)).map(({ name }) => name)
}

/** Size and time of a file; undefined where there is none or the disk does not answer. */
export async function stampOf(disk: Disk, path: string): Promise<Stamp | undefined> {
  const stat = await disk.stat(path).catch(() => undefined)
  return stat?.kind === 'file' ? { size: stat.size, mtimeMs: stat.mtimeMs } : undefined
}

function safeId(id: ArticleId): string {
  if (!isArticleId(id)) throw new DeskError('bad-request', 'not an article id')
  return id
}

/** A time as part of a file name: `2026-11-23T10-22-33-123Z`. */
export const timeInName = (now: number): string => new Date(now).toISOString().replaceAll(/[:.]/g, '-')

/**
 * Finds the library in a folder, or founds one there with `create`. A folder of articles without a marker (someone
 * copied it) gets one. Answers the real path. Nothing is written, except where a copy that was being opened there lies whole,
 * and its process has ended: then that is finished.
 * @throws DeskError 'library-missing' | 'disk-full' | 'unwritable'
 */
export async function findLibrary(disk: Disk, folder: string, create: boolean): Promise<string> {
  const root = await realFolder(disk, folder)
  if (root === undefined) {
    if (!create) throw missing(folder)
    return foundLibrary(disk, folder)
  }
  const names = await finishedNames(disk, root)
  if (names.has('library.json') || names.has('articles')) return root
  // A folder of other things may become a library only by the wish of a person.
  if (!create) throw missing(folder)
  // Where something of it stays, it is in nobody's way.
  await clearParts(disk, root).catch(() => undefined)
  return foundLibrary(disk, root)
}

/** Brings what a library must have: its marker and the folders. Only under the lock. @throws as findLibrary */
export async function completeLibrary(disk: Disk, paths: LibraryPaths): Promise<void> {
  try {
    for (const folder of [paths.articles, paths.trash, paths.desk, paths.journals])
      await makeFolder(disk, folder)
    if ((await unlessMissing(disk.stat(paths.marker))) === undefined) await writeMarker(disk, paths.marker)
  } catch (error) {
    throw writeFailure(error, 'cannot prepare the library')
  }
}

async function realFolder(disk: Disk, folder: string): Promise<string | undefined> {
  try {
    const root = await disk.realpath(folder)
    const { kind } = await disk.stat(root)
    if (kind !== 'folder')
      throw new DeskError('library-missing', `${folder} is not a folder`, { path: folder })
    return root
  } catch (error) {
    if (isMissing(error)) return undefined
    if (error instanceof DeskError) throw error
    throw cannotOpen(folder, error)
  }
}

async function namesIn(disk: Disk, root: string): Promise<Set<string>> {
  try {
    return new Set((await disk.readdir(root)).map(({ name }) => name))
  } catch (error) {
    throw cannotOpen(root, error)
  }
}

async function finishedNames(disk: Disk, root: string): Promise<Set<string>> {
  const names = await namesIn(disk, root)
  if (!isUnfinished(names)) return names
  await finishInside(disk, root).catch((error: unknown) => {
    throw cannotOpen(root, error)
  })
  return namesIn(disk, root)
}

const cannotOpen = (folder: string, error: unknown): DeskError =>
  new DeskError('library-missing', `cannot open ${folder}: ${String(error)}`, { path: folder })

async function foundLibrary(disk: Disk, folder: string): Promise<string> {
  try {
    // The parent must be there: a library on a disk that is not mounted is missing, not new.
    if ((await unlessMissing(disk.stat(dirname(folder)))) === undefined) throw missing(folder)
    await makeFolder(disk, folder)
    const root = await disk.realpath(folder)
    await writeMarker(disk, new LibraryPaths(root).marker)
    return root
  } catch (error) {
    throw writeFailure(error, `cannot create the library ${basename(folder)}`)
  }
}

/** What library.json holds. */
export const libraryMarker = z.looseObject({ version: z.number().int(), id: z.string() })
/** Which Midad wrote a library (`version` of its folders) and its own id; undefined where the marker says neither. */
export async function readMarker(
  disk: Disk,
  paths: LibraryPaths,
): Promise<{ version: number; id: string } | undefined> {
  const file = await readStrictly(disk, paths.marker)
  return file.kind === 'json' ? libraryMarker.safeParse(file.json).data : undefined
}
/** The version of a library's folders that this Midad writes. */
export const libraryVersion = 1

/** Writes library.json anew under the id that can be made out in its damaged bytes: what is kept elsewhere goes by it. */
export async function renewMarker(disk: Disk, paths: LibraryPaths, damaged: Uint8Array): Promise<void> {
  await writeMarker(disk, paths.marker, idIn(damaged))
}

/** The id in the bytes of a library.json; of a damaged one what can be made out of it. */
export const idIn = (marker: Uint8Array): string | undefined =>
  libraryMarker.safeParse(markerIn(marker)).data?.id ??
  /"id":\s*"([\w-]+)"/.exec(new TextDecoder().decode(marker))?.[1]

async function writeMarker(disk: Disk, path: string, id?: string): Promise<void> {
  await writeWhole(path, freshMarker(new Uint8Array(), id), { disk })
}

const anyMarker = z.record(z.string(), z.unknown()).catch({})

/** A library.json with an id that no other library has; all else that `old` says is kept, where it can be read. */
export function freshMarker(old: Uint8Array = new Uint8Array(), id: string = randomUUID()): string {
  const made = { format: 'midad-library', version: libraryVersion, ...markerIn(old), id }
  return `${JSON.stringify(made, null, 1)}\n`
}

function markerIn(bytes: Uint8Array): Record<string, unknown> {
  try {
    return anyMarker.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return {}
  }
}

function missing(folder: string): DeskError {
  return new DeskError('library-missing', `there is no library at ${folder}`, { path: folder })
}
