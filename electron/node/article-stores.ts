import type { Notice } from '../../core/api/contract.ts'
import type { ArticleId } from '../../core/model/article.ts'
import { ArticleFiles } from './article-files.ts'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import type { Elsewhere } from './elsewhere.ts'
import { JournalFiles } from './journal-files.ts'
import { keepCopy } from './kept-copies.ts'
import { timeInName, versionsFolderName, type LibraryPaths } from './library-folder.ts'
import { keptText } from './rebuild.ts'
import { VersionFiles } from './version-files.ts'
import { listVersions, newestText } from './version-list.ts'

interface StoresOptions {
  disk: Disk
  paths: LibraryPaths
  elsewhere: Elsewhere
  now: () => number
  isReadOnly: () => boolean
  tell: (notice: Notice) => void
  /** Whether a file is of an older Midad; otherwise by its schemaVersion. */
  isOlder?: (json: unknown) => boolean
}

/** What a library keeps of its articles: their files, their versions and their journals, which know of each other. */
export function articleStores({ elsewhere, ...store }: StoresOptions) {
  const { disk, paths, now } = store
  const articles: ArticleFiles = new ArticleFiles({
    ...store,
    elsewhere: elsewhere.folder,
    rebuild: async (id, folder) => {
      const kept = await keptText(id, {
        version: await newestText(disk, id, await listVersions(disk, folder)),
        journals,
      })
      // What counts as taken along by the new revision was not.
      if (kept?.leavesWords) await journals.keepAside(id)
      return kept
    },
    aloneInJournal: (id, task) => journals.alone(id, task),
    beforeWrite: (id, hash) => journals.saving(id, hash),
    beforeMigration: async (id) => {
      const bytes = await unlessMissing(disk.readFile(paths.article(id)))
      if (!bytes) return
      const name = `${timeInName(now())}-before-migration`
      await keepCopy(disk, paths, { id, subfolder: versionsFolderName, name, bytes })
    },
  })
  const versions = new VersionFiles({ ...store, articles })
  const journals = new JournalFiles({
    ...store,
    elsewhere,
    hashAt: (id, revision) => articles.hashAt(id, revision),
  })
  /** Journals that hold nothing beyond their articles' files go; a failure leaves them for the next opening. */
  const settle = async (): Promise<void> => {
    await journals.idle()
    for (const id of journals.touched()) {
      try {
        const read = await articles.get(id)
        if (read?.kind === 'article') await journals.settle(read.article)
      } catch {
        // The library is away.
      }
    }
  }
  /** An article was deleted for good: its journal goes with it, unless the same article lies in the library too. */
  const forget = async (id: ArticleId): Promise<void> => {
    if ((await articles.get(id)) === undefined) await journals.drop(id)
  }
  return { articles, versions, journals, settle, forget }
}
