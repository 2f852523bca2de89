import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'
import { isHeld } from '../model/unreal-days.ts'

/** Whether the article may not be published yet. @param now milliseconds since 1970 */
export function isUnderEmbargo({ fields: { embargoUntil } }: Article, now: number): boolean {
  return isHeld(embargoUntil, now)
}

/** The warning of an embargo that has not passed. */
export const embargoWarning = (article: Article, now: number): Warning[] =>
  isUnderEmbargo(article, now)
    ? [{ code: 'embargo', message: `under embargo until ${article.fields.embargoUntil ?? ''}` }]
    : []
