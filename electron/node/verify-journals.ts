import { dirname, join } from 'node:path'
import type { ArticleId } from '../../core/model/article.ts'
import { errorCode, unlessMissing } from './disk-errors.ts'
import { isUnnamed } from './elsewhere.ts'
import type { Inspection } from './inspection.ts'
import { isOfAnother } from './journal-files.ts'
import { lineBytes, readLines, spoiledLines } from './journal-lines.ts'
import { isArticleId, journalEnding } from './library-folder.ts'
import { keepAside } from './set-aside.ts'
import { tempName, writeWhole } from './write-whole.ts'

/** Looks at what was written between saves, also at what lies elsewhere: every line of every journal, and whose it is. */
export async function verifyJournals(inspection: Inspection): Promise<void> {
  const { paths, elsewhere } = inspection.options
  await verifyFolder(inspection, paths.journals)
  if (elsewhere !== undefined) await verifyFolder(inspection, elsewhere)
}

async function verifyFolder(inspection: Inspection, folder: string): Promise<void> {
  for (const { name, kind } of await entriesOf(inspection, folder)) {
    const path = join(folder, name)
    const id = name.slice(0, -journalEnding.length)
    if (tempName.test(name)) continue
    if (!name.endsWith(journalEnding) || !isArticleId(id)) {
      await inspection.report({
        code: 'stray-journal',
        path,
        message: 'no article is called so',
        isHint: true,
      })
    } else if (kind === 'file') await verifyJournal(inspection, path, id)
    else await inspection.report({ code: 'unreadable', path, message: 'not a file' })
  }
}

async function entriesOf(inspection: Inspection, folder: string) {
  try {
    return (await unlessMissing(inspection.options.disk.readdir(folder))) ?? []
  } catch (error) {
    await inspection.report({ code: 'unreadable', path: folder, message: errorCode(error) ?? String(error) })
    return []
  }
}

async function verifyJournal(inspection: Inspection, path: string, id: ArticleId): Promise<void> {
  const { disk, paths, aloneInJournal } = inspection.options
  let bytes: Uint8Array | undefined
  try {
    bytes = await unlessMissing(disk.readFile(path))
  } catch (error) {
    // Not mended: a disk that does not answer now says nothing of the bytes, and the last words may be in them.
    await inspection.report({ code: 'unreadable', path, message: errorCode(error) ?? String(error) })
    return
  }
  // Taken along by a save since it was listed.
  if (bytes === undefined) return
  const { lines } = readLines(bytes)
  const spoiled = spoiledLines(bytes)
  if (isOfAnother(id, lines)) {
    const message = 'it holds the text of another article'
    const mend = (): Promise<void> => aloneInJournal(id, () => keepGoodLines(inspection, path, id))
    await inspection.report({ code: 'damaged-journal', path, message, mend })
    return
  }
  if (spoiled > 0) {
    const mend = (): Promise<void> => aloneInJournal(id, () => keepGoodLines(inspection, path, id))
    await inspection.report({ code: 'damaged-journal', path, message: `${spoiled} lines are damaged`, mend })
  }
  if (isUnnamed(dirname(path))) return
  const places = [paths.articleFolder(id), paths.trashFolder(id)]
  const found = await Promise.all(places.map((place) => unlessMissing(disk.stat(place))))
  if (lines.length > 0 && found.every((stat) => stat === undefined)) {
    await inspection.report({ code: 'stray-journal', path, message: 'its article is nowhere' })
  }
}

// Never a rename: a journal that lies elsewhere may lie on another disk.
async function keepGoodLines({ options }: Inspection, path: string, id: ArticleId): Promise<void> {
  const { disk, paths, now } = options
  const bytes = await unlessMissing(disk.readFile(path))
  if (bytes === undefined) return
  await keepAside(disk, paths, { name: `${id}${journalEnding}`, now: now(), bytes })
  const read = readLines(bytes).lines
  const lines = isOfAnother(id, read) ? [] : read
  if (lines.length > 0) await writeWhole(path, Buffer.concat(lines.map(lineBytes)), { disk })
  else await disk.unlink(path)
}
