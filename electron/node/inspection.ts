import { isAbsolute, relative, sep } from 'node:path'
import type { LibraryProblem } from '../../core/desk/ports.ts'
import type { ArticleId } from '../../core/model/article.ts'
import type { Disk } from './disk.ts'
import type { LibraryPaths } from './library-folder.ts'
import { moveAside } from './set-aside.ts'

export interface InspectionOptions {
  disk: Disk
  paths: LibraryPaths
  /** A folder of this computer with journals of this library, too. */
  elsewhere?: string | undefined
  /** Mends what is certain; nothing is deleted that holds bytes of a person's. */
  repair: boolean
  /** Milliseconds since 1970, for the names of what is kept. */
  now: () => number
  /** True where another program may be at work in the library. */
  isReadOnly: boolean
  /** Keeps a damaged article.json of this folder aside and lays the best text that is kept in its place. */
  rebuild: (id: ArticleId, folder: string) => Promise<void>
  alone: <T>(id: ArticleId, task: () => Promise<T>) => Promise<T>
  aloneInJournal: <T>(id: ArticleId, task: () => Promise<T>) => Promise<T>
}

/** Something found: `path` is absolute, `mend` is there where it is certain how. */
export interface Found {
  code: string
  path: string
  message: string
  /** Nothing is wrong with it. */
  isHint?: boolean
  mend?: (() => Promise<unknown>) | undefined
}

/** One look at a library: collects what is found, and mends it at once where that is asked for. */
export class Inspection {
  readonly options: InspectionOptions
  readonly problems: LibraryProblem[] = []

  constructor(options: InspectionOptions) {
    this.options = options
  }

  async report({ mend, ...found }: Found): Promise<void> {
    const { paths, repair } = this.options
    const problem = { ...found, path: shownPath(paths.root, found.path) }
    this.problems.push(repair && mend ? { ...problem, ...(await mended(mend)) } : problem)
  }

  /** A way to mend a file: it is moved to `set-aside`, byte for byte, called `<time>-<name>` there. */
  moveAside(path: string, name: string): () => Promise<unknown> {
    const { disk, paths, now } = this.options
    return () => moveAside(disk, paths, { path, name, now: now() })
  }
}

/** In the library as its paths are; whole for what lies elsewhere on this computer. */
function shownPath(root: string, path: string): string {
  const steps = relative(root, path)
  const isInside = !isAbsolute(steps) && steps.split(sep)[0] !== '..'
  return isInside ? steps.replaceAll('\\', '/') : path
}

async function mended(mend: () => Promise<unknown>): Promise<{ isMended: boolean; message?: string }> {
  try {
    await mend()
    return { isMended: true }
  } catch (error) {
    return { isMended: false, message: error instanceof Error ? error.message : String(error) }
  }
}
