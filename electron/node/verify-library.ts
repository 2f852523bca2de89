import { join, relative } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import type { LibraryProblem } from '../../core/desk/ports.ts'
import { mediaNames } from '../../core/model/map-story.ts'
import type { Article, ArticleId } from '../../core/model/article.ts'
import { hashOf, readArticleBytes } from './article-bytes.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { articleFileName, isArticleId, mediaFolderName, type LibraryPaths } from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { tempName } from './write-whole.ts'

export interface VerifyOptions {
  /** Mends only what is certain: damaged articles are set aside, left-over temp files and empty folders go. */
  repair: boolean
  setAside: (id: ArticleId) => Promise<void>
}
type Found = Omit<LibraryProblem, 'isMended'> & { mend?: () => Promise<void> }

/**
 * Reads every file of the library and answers what is wrong. Codes: damaged, unreadable, wrong-id, no-article,
 * empty-folder, missing-media, damaged-media, left-over, unreachable. `articles` counts those that can be read.
 * @throws DeskError 'library-missing'
 */
export async function verifyLibrary(
  disk: Disk,
  paths: LibraryPaths,
  { repair, setAside }: VerifyOptions,
): Promise<{ articles: number; problems: LibraryProblem[] }> {
  const problems: LibraryProblem[] = []
  const report = async ({ mend, ...found }: Found): Promise<void> => {
    const problem = { ...found, path: relative(paths.root, found.path).replaceAll('\\', '/') }
    problems.push(repair && mend ? { ...problem, ...(await mended(mend)) } : problem)
  }
  const places = await unlessMissing(disk.readdir(paths.articles))
  if (places === undefined) {
    throw new DeskError('library-missing', `the library is no longer at ${paths.root}`, { path: paths.root })
  }
  let articles = 0
  for (const entry of places) {
    const folder = join(paths.articles, entry.name)
    if (entry.kind === 'folder' && isArticleId(entry.name)) {
      const article = await verifyArticle(disk, folder, entry.name, report, () => setAside(entry.name))
      if (article) articles += 1
    }
  }
  for (const entry of (await unlessMissing(disk.readdir(paths.trash))) ?? []) {
    if (entry.kind === 'folder' && isArticleId(entry.name)) {
      await verifyArticle(disk, join(paths.trash, entry.name), entry.name, report)
    }
  }
  for (const temp of await leftOvers(disk, paths)) {
    await report({
      code: 'left-over',
      path: temp,
      message: 'a save that was cut off',
      mend: () => disk.unlink(temp),
    })
  }
  return { articles, problems }
}

async function mended(mend: () => Promise<void>): Promise<{ isMended: boolean; message?: string }> {
  try {
    await mend()
    return { isMended: true }
  } catch (error) {
    return { isMended: false, message: error instanceof Error ? error.message : String(error) }
  }
}

async function verifyArticle(
  disk: Disk,
  folder: string,
  id: ArticleId,
  report: (found: Found) => Promise<void>,
  setAside?: () => Promise<void>,
): Promise<Article | undefined> {
  const path = join(folder, articleFileName)
  const file = await readStrictly(disk, path)
  if (file.kind === 'missing') {
    const isEmpty = (await disk.readdir(folder)).length === 0
    await report(
      isEmpty
        ? { code: 'empty-folder', path: folder, message: 'an empty folder', mend: () => disk.rmdir(folder) }
        : { code: 'no-article', path: folder, message: 'there are files but no article.json' },
    )
    return undefined
  }
  const read = readArticleBytes(file)
  if (read.kind === 'unreadable') {
    const code = read.isDamaged ? 'damaged' : 'unreadable'
    await report({
      code,
      path,
      message: read.reason,
      ...(read.isDamaged && setAside ? { mend: setAside } : {}),
    })
    return undefined
  }
  if (read.article.id !== id) {
    await report({ code: 'wrong-id', path, message: `the file holds the article ${read.article.id}` })
    return undefined
  }
  for (const media of mediaNames(read.article)) await verifyMedia(disk, folder, media, report)
  return read.article
}

async function verifyMedia(
  disk: Disk,
  folder: string,
  media: string,
  report: (found: Found) => Promise<void>,
): Promise<void> {
  const path = join(folder, mediaFolderName, media.replace(':', '-'))
  try {
    const bytes = await unlessMissing(disk.readFile(path))
    if (bytes === undefined)
      await report({ code: 'missing-media', path, message: 'the picture is not there' })
    else if (!media.startsWith(hashOf(bytes))) {
      await report({ code: 'damaged-media', path, message: 'the bytes are not those that were stored' })
    }
  } catch (error) {
    await report({ code: 'unreachable', path, message: String(error) })
  }
}

/** Temp files of saves that were cut off; those of this process may still be at work and are left out. */
export async function leftOvers(disk: Disk, paths: LibraryPaths): Promise<string[]> {
  const found: string[] = []
  const look = async (folder: string, depth: number): Promise<void> => {
    const entries = (await unlessMissing(disk.readdir(folder))) ?? []
    for (const { name, kind } of entries) {
      const path = join(folder, name)
      if (kind === 'folder' && depth > 0) await look(path, depth - 1)
      else if (kind === 'file' && tempName.test(name) && !isOwn(name)) found.push(path)
    }
  }
  // Library / articles / <id> / media is the deepest that we write.
  await look(paths.root, 3)
  return found
}

const isOwn = (name: string): boolean => Number(tempName.exec(name)?.groups?.pid) === process.pid
