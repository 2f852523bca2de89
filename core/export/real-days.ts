import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'
import { unrealDays } from '../model/unreal-days.ts'

/** The article without a date that is on no calendar. Its embargo stays: it holds while nobody knows when it ends. */
export const withRealDate = <Dated extends Pick<Article, 'fields'>>(article: Dated): Dated =>
  unrealDays(article.fields).some(({ field }) => field === 'date')
    ? { ...article, fields: { ...article.fields, date: null } }
    : article

/** What is said of an article with such days, in whatever form it goes out. */
export const unrealDayWarnings = ({ fields }: Pick<Article, 'fields'>): Warning[] =>
  unrealDays(fields).map(({ field, date }) =>
    field === 'date'
      ? { code: 'date-left-out', message: `${date} is on no calendar` }
      : { code: 'embargo-without-end', message: `the embargo ends on ${date}, which is on no calendar` },
  )
