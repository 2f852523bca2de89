import type { Article, ArticleRow } from '../model/article.ts'
import { wordsOfBody, type Measure } from '../model/measure.ts'

/** What a list shows of an article; `measure` is its story's, where that was measured already. */
export function rowOf(article: Article, measure?: Pick<Measure, 'words'>): ArticleRow {
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
    words: measure?.words ?? wordsOfBody(article.body),
    section: fields.section,
    byline: fields.byline,
    subjects: fields.subjects,
    picture: fields.leadImage?.media ?? null,
    ...(article.translatedFrom && { translatedFrom: article.translatedFrom.id }),
  }
}
