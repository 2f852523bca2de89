import type { Article, ArticleId } from '../../core/model/article.ts'
import { afterEdit } from '../../core/model/journal.ts'
import { hashOf } from './article-bytes.ts'
import type { JournalFiles } from './journal-files.ts'
import type { KeptText } from './version-list.ts'

interface Kept {
  article: Article
  /** ISO 8601: when its last words were written. */
  at: string
  /** True where the journal holds words that are not in it: they were written over a text that is not kept. */
  leavesWords: boolean
}

/**
 * The newest text of an article whose file is damaged, out of its versions and its journal: what was written last, where it was
 * written over a text that is kept. Undefined where nothing of it is.
 */
export async function keptText(
  id: ArticleId,
  { version, journals }: { version: KeptText | undefined; journals: JournalFiles },
): Promise<Kept | undefined> {
  const lines = await journals.read(id)
  const whole = lines.findLast((line) => line.kind === 'whole')
  const wholeText = whole && { article: whole.article, at: whole.at, leavesWords: false }
  const versionText = version && {
    article: version.article,
    at: version.article.updatedAt,
    leavesWords: false,
  }
  const best = newer(wholeText, versionText)
  const last = lines.findLast((line) => line.kind === 'edit')
  for (const { revision, base, patch } of last?.on ?? []) {
    const isOver =
      best?.article.revision === revision &&
      (best === wholeText || base === null || base === hashOf(version?.bytes ?? new Uint8Array()))
    const article = isOver ? afterEdit(best.article, patch) : undefined
    if (article) return { article, at: last?.at ?? best?.at ?? article.updatedAt, leavesWords: false }
  }
  return best && { ...best, leavesWords: last !== undefined }
}

function newer(one: Kept | undefined, other: Kept | undefined): Kept | undefined {
  if (!one || !other) return one ?? other
  return other.article.revision > one.article.revision ? other : one
}
