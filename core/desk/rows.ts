import type { Article, ArticleRow } from '../model/article.ts'
import { measureBody } from '../model/measure.ts'

/** What a list shows of an article. */
export function rowOf(article: Article): ArticleRow {
  const { id, language, status, updatedAt, fields } = article
  return {
    id,
    headline: fields.headline,
    language,
    status,
    date: fields.date,
    place: fields.place,
    updatedAt,
    embargoUntil: fields.embargoUntil,
    words: measureBody(article.body).words,
  }
}

/** Newest `updatedAt` first; by id where two are of the same moment. */
export function newestFirst(one: ArticleRow, other: ArticleRow): number {
  const byTime = (Date.parse(other.updatedAt) || 0) - (Date.parse(one.updatedAt) || 0)
  return byTime || (one.id < other.id ? 1 : -1)
}
