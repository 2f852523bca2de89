import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../core/api/errors.ts'
import type { LibraryProblem } from '../../core/desk/ports.ts'
import { settings } from '../../core/model/settings.ts'
import { soundNamesFile, writtenNames } from '../../core/model/names-file.ts'
import { unlessMissing } from './disk-errors.ts'
import { storedIndex } from './index-file.ts'
import { Inspection, type InspectionOptions } from './inspection.ts'
import { isArticleId, libraryMarker, renewMarker } from './library-folder.ts'
import { namesIn } from './names-file.ts'
import { clearLeftOver, leftOvers, mayBeAtWork } from './recover.ts'
import { verifyArticle, verifyJson } from './verify-article.ts'
import { verifyJournals } from './verify-journals.ts'
import { writeWhole } from './write-whole.ts'

/**
 * Reads every file of the library and answers what is wrong. Codes: damaged, unreadable, wrong-id, no-article, empty-folder,
 * damaged-version, damaged-conflict, damaged-labels, damaged-note, missing-media, damaged-media, unreachable, damaged-journal,
 * stray-journal, damaged-settings, damaged-names, damaged-index, damaged-marker, left-over; as hints synced-copy, unknown-folder,
 * missing-media of older versions alone. What the disk does not give now (unreadable, unreachable) is named and stays where it
 * is, also with `repair`: a failure that passes is no damage. `articles` counts those that can be read. @throws DeskError 'library-missing'
 */
export async function verifyLibrary(
  options: InspectionOptions,
): Promise<{ articles: number; problems: LibraryProblem[] }> {
  const { disk, paths } = options
  const inspection = new Inspection(options)
  if ((await unlessMissing(disk.readdir(paths.articles))) === undefined) {
    throw new DeskError('library-missing', `the library is no longer at ${paths.root}`, { path: paths.root })
  }
  const articles = await verifyFolder(inspection, paths.articles)
  await verifyFolder(inspection, paths.trash)
  await verifyJournals(inspection)
  await verifyDesk(inspection)
  await nameLeftOvers(inspection)
  return { articles, problems: inspection.problems }
}

async function verifyFolder(inspection: Inspection, place: string): Promise<number> {
  let articles = 0
  for (const { name, kind } of (await unlessMissing(inspection.options.disk.readdir(place))) ?? []) {
    const path = join(place, name)
    if (kind === 'folder' && isArticleId(name)) {
      const isReadable = await verifyArticle(inspection, { folder: path, id: name })
      if (isReadable) articles += 1
    } else if (isArticleId(name)) {
      await inspection.report({ code: 'unreadable', path, message: 'not a folder' })
    } else if (kind === 'folder') {
      const message = 'a folder of no article that Midad lists'
      await inspection.report({ code: 'unknown-folder', path, message, isHint: true })
    }
  }
  return articles
}

async function verifyDesk(inspection: Inspection): Promise<void> {
  const { disk, paths } = inspection.options
  const renew = (damaged: Uint8Array): Promise<void> => renewMarker(disk, paths, damaged)
  await verifyJson(inspection, { path: paths.marker, schema: libraryMarker, code: 'damaged-marker', renew })
  await verifyJson(inspection, { path: paths.settings, schema: settings, code: 'damaged-settings' })
  await verifyJson(inspection, { path: paths.index, schema: storedIndex, code: 'damaged-index' })
  const keepNames = async (damaged: Uint8Array): Promise<void> =>
    void (await writeWhole(paths.names, writtenNames(namesIn(damaged).entries), { disk, mode: 0o644 }))
  await verifyJson(inspection, {
    path: paths.names,
    schema: soundNamesFile,
    code: 'damaged-names',
    renew: keepNames,
  })
  const told = join(paths.desk, 'told.json')
  await verifyJson(inspection, { path: told, schema: z.looseObject({}), code: 'damaged-settings' })
}

async function nameLeftOvers(inspection: Inspection): Promise<void> {
  const { disk, paths, elsewhere, now, isReadOnly } = inspection.options
  for (const path of (await leftOvers(disk, paths, elsewhere)).temps) {
    if ((await unlessMissing(disk.stat(path))) === undefined) continue
    const isOurs = !isReadOnly && dirname(path) !== elsewhere
    if (!isOurs && (await mayBeAtWork(disk, path, now()))) continue
    const mend = (): Promise<void> => clearLeftOver(disk, paths, path, now())
    await inspection.report({ code: 'left-over', path, message: 'a save that was cut off', mend })
  }
}
