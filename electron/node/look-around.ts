import { join } from 'node:path'
import { z } from 'zod'
import type { Notice } from '../../core/api/contract.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import type { LibraryPaths } from './library-folder.ts'
import { readStrictly } from './read-strictly.ts'
import { syncServiceOf } from './synced-copies.ts'
import { emptyDue } from './trash-folder.ts'
import { clockToleranceMs } from './watch-library.ts'
import { writeWhole } from './write-whole.ts'

const told = z.looseObject({ syncedFolder: z.string().optional() })

/** What can wait until a library is open: the trash that is due, a word about the folder it lies in. Never throws. */
export async function lookAround(
  disk: Disk,
  paths: LibraryPaths,
  {
    now,
    newest,
    tell,
    forget,
  }: {
    now: number
    /** When an article was saved last, milliseconds since 1970; -Infinity where there is none. */
    newest: () => number
    tell: (notice: Notice) => void
    /** An article is gone for good. */
    forget: (id: ArticleId) => Promise<void>
  },
): Promise<void> {
  await emptyDue(disk, paths, now)
    .then((gone) => Promise.all(gone.map(forget)))
    .catch(() => undefined)
  // Saved in the future: the clock has been set back since, or a dead battery has.
  if (newest() > now + clockToleranceMs)
    tell({ code: 'clock-back', details: { at: new Date(now).toISOString() } })
  await warnOfSync(disk, paths, tell).catch(() => undefined)
}

/** Once a library: `desk/told.json` remembers it. */
async function warnOfSync(disk: Disk, paths: LibraryPaths, tell: (notice: Notice) => void): Promise<void> {
  const service = syncServiceOf(paths.root)
  if (!service) return
  const path = join(paths.desk, 'told.json')
  const file = (await unlessMissing(disk.stat(path))) ? await readStrictly(disk, path) : undefined
  const before = (file?.kind === 'json' ? told.safeParse(file.json).data : undefined) ?? {}
  if (before.syncedFolder === service) return
  tell({ code: 'synced-folder', details: { service } })
  await writeWhole(path, `${JSON.stringify({ ...before, syncedFolder: service })}\n`, { disk })
}
