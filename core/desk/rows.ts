import type { Article, ArticleRow } from '../model/article.ts'
import { measureBody, type Measure } from '../model/measure.ts'

/** What a list shows of an article; `measure` is its story's, where that was measured already. */
export function rowOf(article: Article, measure: Measure = measureBody(article.body)): ArticleRow {
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
    words: measure.words,
    section: fields.section,
    byline: fields.byline,
    subjects: fields.subjects,
    picture: fields.leadImage?.media ?? null,
    ...(article.translatedFrom && { translatedFrom: article.translatedFrom.id }),
  }
}
