import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { Article, ArticleId } from '../../core/model/article.ts'
import { mediaNames } from '../../core/model/map-story.ts'
import { hashOf, readArticleBytes } from './article-bytes.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Inspection } from './inspection.ts'
import {
  articleFileName,
  conflictsFolderName,
  mediaFolderName,
  trashedFileName,
  versionsFolderName,
} from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { isSyncedCopy } from './synced-copies.ts'
import { trashNote } from './trash-folder.ts'
import { labelsFile, labelsFileName } from './version-list.ts'
import { tempName } from './write-whole.ts'

interface Place {
  folder: string
  id: ArticleId
}

/** Looks at all that lies in an article's folder, in the library or in its trash; answers whether the article can be read. */
export async function verifyArticle(inspection: Inspection, place: Place): Promise<boolean> {
  const article = await verifyText(inspection, place)
  const kept = [
    ...(await verifyKept(inspection, place, { subfolder: versionsFolderName, code: 'damaged-version' })),
    ...(await verifyKept(inspection, place, { subfolder: conflictsFolderName, code: 'damaged-conflict' })),
  ]
  const { folder, id } = place
  const labels = join(folder, versionsFolderName, labelsFileName)
  await verifyJson(inspection, { path: labels, schema: labelsFile, code: 'damaged-labels', id })
  const note = join(folder, trashedFileName)
  await verifyJson(inspection, { path: note, schema: trashNote, code: 'damaged-note', id })
  await nameCopies(inspection, folder)
  await verifyPictures(inspection, folder, { article, kept })
  return article !== undefined
}

/** Looks at a JSON file of ours: one that does not read is moved to `set-aside`; then `renew` makes it anew, where it must be there. */
export async function verifyJson(
  inspection: Inspection,
  file: {
    path: string
    schema: z.ZodType
    code: string
    id?: ArticleId
    renew?: (damaged: Uint8Array) => Promise<void>
  },
): Promise<void> {
  const { path, schema, code, id, renew } = file
  const read = await readStrictly(inspection.options.disk, path)
  if (read.kind === 'missing' || (read.kind === 'json' && schema.safeParse(read.json).success)) return
  if (read.kind === 'failed') {
    await inspection.report({ code: 'unreadable', path, message: read.reason })
    return
  }
  const message = read.kind === 'json' ? 'not what it should hold' : read.reason
  const name = id === undefined ? basename(path) : `${id}-${basename(path)}`
  const move = inspection.moveAside(path, name)
  const mend = (): Promise<unknown> => move().then(() => renew?.(read.bytes))
  await inspection.report({ code, path, message, mend })
}

async function verifyText(inspection: Inspection, { folder, id }: Place): Promise<Article | undefined> {
  const { disk, rebuild } = inspection.options
  const path = join(folder, articleFileName)
  const file = await readStrictly(disk, path)
  if (file.kind === 'missing') {
    const entries = await unlessMissing(disk.readdir(folder))
    // Moved to the trash, or back, since the folder was seen.
    if (entries === undefined) return undefined
    const isEmpty = entries.length === 0
    await inspection.report(
      isEmpty
        ? { code: 'empty-folder', path: folder, message: 'an empty folder', mend: () => disk.rmdir(folder) }
        : { code: 'no-article', path: folder, message: 'there are files but no article.json' },
    )
    return undefined
  }
  const read = readArticleBytes(file)
  if (read.kind === 'unreadable') {
    const message = read.reason
    if (read.isDamaged)
      await inspection.report({ code: 'damaged', path, message, mend: () => rebuild(id, folder) })
    else await inspection.report({ code: 'unreadable', path, message })
    return undefined
  }
  if (read.article.id !== id) {
    await inspection.report({
      code: 'wrong-id',
      path,
      message: `the file holds the article ${read.article.id}`,
    })
    return undefined
  }
  return read.article
}

/** Looks at texts that are kept beside an article; answers those that can be read. */
async function verifyKept(
  inspection: Inspection,
  { folder, id }: Place,
  { subfolder, code }: { subfolder: string; code: string },
): Promise<Article[]> {
  const { disk, alone } = inspection.options
  const kept: Article[] = []
  for (const { name, kind } of await entriesOf(inspection, join(folder, subfolder))) {
    const path = join(folder, subfolder, name)
    if (!name.endsWith('.json') || name === labelsFileName || tempName.test(name)) continue
    const file = kind === 'file' ? await readStrictly(disk, path) : notAFile
    // Thinned since it was listed.
    if (file.kind === 'missing') continue
    const read = readArticleBytes(file)
    if (read.kind !== 'unreadable' && read.article.id === id) {
      kept.push(read.article)
      continue
    }
    if (read.kind === 'unreadable' && !read.isDamaged) {
      await inspection.report({ code: 'unreadable', path, message: read.reason })
      continue
    }
    const message = read.kind === 'unreadable' ? read.reason : `it is of the article ${read.article.id}`
    const move = inspection.moveAside(path, `${id}-${subfolder}-${name}`)
    await inspection.report({ code, path, message, mend: () => alone(id, move) })
  }
  return kept
}
const notAFile = { kind: 'failed', reason: 'not a file' } as const

async function nameCopies(inspection: Inspection, folder: string): Promise<void> {
  for (const { name, kind } of await entriesOf(inspection, folder)) {
    if (kind !== 'file' || !isSyncedCopy(name)) continue
    const message = 'a copy that a synchroniser made; it is listed among the versions'
    await inspection.report({ code: 'synced-copy', path: join(folder, name), message, isHint: true })
  }
}

/** Pictures of the article must be there whole; one that only its older texts name may have been taken out on purpose. */
async function verifyPictures(
  inspection: Inspection,
  folder: string,
  { article, kept }: { article: Article | undefined; kept: readonly Article[] },
): Promise<void> {
  const own = new Set(article ? mediaNames(article) : [])
  for (const media of own) await verifyPicture(inspection, join(folder, mediaFolderName, fileOf(media)))
  const older = new Set(kept.flatMap(mediaNames).filter((media) => !own.has(media)))
  if (older.size === 0) return
  const there = new Set((await entriesOf(inspection, join(folder, mediaFolderName))).map(({ name }) => name))
  for (const media of older) {
    const path = join(folder, mediaFolderName, fileOf(media))
    if (there.has(fileOf(media))) await verifyPicture(inspection, path)
    else {
      const message = 'a picture that only older versions name is not there'
      await inspection.report({ code: 'missing-media', path, message, isHint: true })
    }
  }
}

const fileOf = (media: string): string => media.replace(':', '-')

async function verifyPicture(inspection: Inspection, path: string): Promise<void> {
  try {
    const bytes = await unlessMissing(inspection.options.disk.readFile(path))
    if (bytes === undefined) {
      await inspection.report({ code: 'missing-media', path, message: 'the picture is not there' })
    } else if (!basename(path).startsWith(hashOf(bytes))) {
      const message = 'the bytes are not those that were stored'
      await inspection.report({ code: 'damaged-media', path, message })
    }
  } catch (error) {
    await inspection.report({ code: 'unreachable', path, message: String(error) })
  }
}

async function entriesOf({ options }: Inspection, folder: string) {
  return (await unlessMissing(options.disk.readdir(folder))) ?? []
}
