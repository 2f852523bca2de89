import { stat } from 'node:fs/promises'
import type { KnownLibrary } from '../../core/api/libraries.ts'
import { nameOfPath } from '../../core/language/paths.ts'
import { LibraryPaths } from './library-folder.ts'
import { changeConfig, configFolder, recallConfig, type RecentLibrary } from './user-config.ts'

/** More than these nobody looks through. */
const mostKept = 10
/** A network disk that is gone may keep one waiting for minutes. */
const answerWithinMs = 1000

/** Puts a library at the head of the list, by its real path; `before`: where it lay until now. @throws as changeConfig */
export function noteLibrary(
  path: string,
  {
    now = Date.now(),
    before,
    folder = configFolder(),
  }: { now?: number; before?: string; folder?: string } = {},
): Promise<void> {
  const first: RecentLibrary = { path, openedAt: new Date(now).toISOString() }
  return changeConfig(
    (config) => ({ ...config, recent: [first, ...without(config.recent, path, before)].slice(0, mostKept) }),
    folder,
  )
}

/** Takes a library off the list; its folder stays as it is. @throws as changeConfig */
export function forgetLibrary(path: string, folder = configFolder()): Promise<void> {
  return changeConfig((config) => ({ ...config, recent: without(config.recent, path) }), folder)
}

const without = (recent: readonly RecentLibrary[] = [], ...paths: (string | undefined)[]): RecentLibrary[] =>
  recent.filter(({ path }) => !paths.includes(path))

/** The libraries of the list, without a look at their disks. */
export function listedLibraries(folder = configFolder()): Omit<KnownLibrary, 'isThere'>[] {
  return (recallConfig(folder).recent ?? []).map(({ path, openedAt }) => ({
    path,
    openedAt,
    name: nameOfPath(path),
  }))
}

/** The same, each looked for where it was; one whose disk does not answer within a second is not there. */
export function recentLibraries(folder = configFolder()): Promise<KnownLibrary[]> {
  return Promise.all(
    listedLibraries(folder).map(async (each) => ({ ...each, isThere: await isLibrary(each.path) })),
  )
}

async function isLibrary(path: string): Promise<boolean> {
  const paths = new LibraryPaths(path)
  const isThere = (each: string): Promise<boolean> =>
    stat(each).then(
      () => true,
      () => false,
    )
  const looked = Promise.all([isThere(paths.marker), isThere(paths.articles)]).then((found) =>
    found.includes(true),
  )
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs)
  })
  return Promise.race([looked, tooLate]).finally(() => clearTimeout(timer))
}
