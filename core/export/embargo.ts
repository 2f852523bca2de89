import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'

/** Whether the article may not be published yet. @param now milliseconds since 1970 */
export function isUnderEmbargo({ fields: { embargoUntil } }: Article, now: number): boolean {
  return embargoUntil !== null && Date.parse(embargoUntil) > now
}

/** The warning of an embargo that has not passed. */
export const embargoWarning = (article: Article, now: number): Warning[] =>
  isUnderEmbargo(article, now)
    ? [{ code: 'embargo', message: `under embargo until ${article.fields.embargoUntil ?? ''}` }]
    : []
