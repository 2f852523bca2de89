import type { DeskRoom } from '../../core/desk/room.ts'
import type { ArticleId } from '../../core/model/article.ts'
import type { ArticleFiles } from './article-files.ts'
import type { Disk } from './disk.ts'
import { articleNames, type LibraryPaths } from './library-folder.ts'
import type { RowIndex } from './row-index.ts'

export interface SweepOptions {
  disk: Disk
  paths: LibraryPaths
  articles: ArticleFiles
  rows: RowIndex
  room: DeskRoom
}

/** More would stand before a save in the line to the disk: Node has four threads for it. */
const asksAtOnce = 4

/**
 * Begins to find what other programs did in the library while it was closed, when its list is on the screen already: rows that have come,
 * changed or gone are told as any change is. Never throws; what was not reached when it is stopped is found at the next opening.
 * `first` is done whole before it, also where it is stopped meanwhile: nobody would do it later.
 */
export function startSweep(
  options: SweepOptions,
  first?: () => Promise<void>,
): { stop: () => Promise<void> } {
  let isOver = false
  const sweeping = (async () => {
    await first?.().catch(() => undefined)
    await sweep(options, () => isOver)
  })()
  return {
    stop: () => {
      isOver = true
      return sweeping
    },
  }
}

async function sweep(options: SweepOptions, isOver: () => boolean): Promise<void> {
  const { disk, paths, rows } = options
  try {
    const names = await articleNames(disk, paths)
    const there = new Set(names)
    const gone = rows.all().filter(({ id }) => !there.has(id))
    // The latest first: somebody looks at them.
    const next = [...gone.map(({ id }) => id), ...names.toSorted().toReversed()][Symbol.iterator]()
    await Promise.all(Array.from({ length: asksAtOnce }, () => ask(options, { next, isOver })))
  } catch {
    // The library has gone away: the watch says so.
  }
}

async function ask(
  { articles, rows, room }: SweepOptions,
  { next, isOver }: { next: Iterable<ArticleId>; isOver: () => boolean },
): Promise<void> {
  for (const id of next) {
    if (isOver()) return
    // A save of our own that is under way says itself what becomes of it.
    if (!articles.isBusy(id) && !(await rows.isFresh(id))) await room.look(id)
  }
}
