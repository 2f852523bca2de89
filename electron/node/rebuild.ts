import type { Article, ArticleId } from '../../core/model/article.ts'
import { afterEdit } from '../../core/model/journal.ts'
import { hashOf } from './article-bytes.ts'
import type { JournalFiles } from './journal-files.ts'
import type { VersionFiles } from './version-files.ts'

interface Kept {
  article: Article
  /** ISO 8601: when its last words were written. */
  at: string
}

/**
 * The newest text of an article whose file is damaged, out of its versions and its journal: what was written last, where it was
 * written over a text that is kept. Undefined where nothing of it is.
 */
export async function keptText(
  id: ArticleId,
  { versions, journals }: { versions: VersionFiles; journals: JournalFiles },
): Promise<Kept | undefined> {
  const [version, lines] = await Promise.all([versions.newest(id), journals.read(id)])
  const whole = lines.findLast((line) => line.kind === 'whole')
  const wholeText = whole && { article: whole.article, at: whole.at }
  const versionText = version && { article: version.article, at: version.article.updatedAt }
  const best = newer(wholeText, versionText)
  const last = lines.findLast((line) => line.kind === 'edit')
  for (const { revision, base, patch } of last?.on ?? []) {
    const isOver =
      best?.article.revision === revision &&
      (best === wholeText || base === null || base === hashOf(version?.bytes ?? new Uint8Array()))
    const article = isOver ? afterEdit(best.article, patch) : undefined
    if (article) return { article, at: last?.at ?? best?.at ?? article.updatedAt }
  }
  return best
}

function newer(one: Kept | undefined, other: Kept | undefined): Kept | undefined {
  if (!one || !other) return one ?? other
  return other.article.revision > one.article.revision ? other : one
}
