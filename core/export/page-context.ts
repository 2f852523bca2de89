import { digitsOfLists } from '../language/digits-of-lists.ts'
import { isolateForAttribute } from '../language/isolate.ts'
import { languageOf, type Language } from '../language/registry.ts'
import type { Article } from '../model/article.ts'
import { cleanHref } from '../model/clean-body.ts'
import type { Direction } from '../model/language-code.ts'
import { phraseIn, type DigitStyle, type HouseTheme } from '../model/theme.ts'
import type { PageType } from './format.ts'
import { escaped } from './markup.ts'
import { PageFootnotes } from './page-footnotes.ts'

/** What every part of one page is drawn from. */
export interface PageContext {
  article: Article
  type: PageType | undefined
  theme: HouseTheme
  language: Language
  direction: Direction
  /** data: URLs by media name; a picture that is not here is missing. */
  pictures: ReadonlyMap<string, string>
  /** HTML before the name of a photographer. */
  creditPrefix: string
  footnotes: PageFootnotes
}

export function pageContext(
  article: Article,
  theme: HouseTheme,
  pictures: ReadonlyMap<string, string>,
  type?: PageType,
): PageContext {
  const language = languageOf(article.language)
  const photo = phraseIn(theme.labels.photo, article.language).text
  const creditPrefix = photo && `<span class="label">${escaped(photo)}</span>`
  const footnotes = new PageFootnotes(article.body, listDigits({ theme, language }))
  return { article, type, theme, language, direction: language.direction, pictures, creditPrefix, footnotes }
}

/** Text for an attribute, a meta element or JSON, isolated by characters where markup has no place. */
export const attributeText = (text: string, page: PageContext): string =>
  isolateForAttribute(text, page.direction)

/** Digits of list numbers. */
export const listDigits = ({ theme, language }: Pick<PageContext, 'theme' | 'language'>): DigitStyle =>
  digitsOfLists(language.code, theme.digits)

/** The article's own address where it is one that a link may have; else ''. */
export function canonicalUrl(page: PageContext): string {
  const href = cleanHref(page.article.fields.canonicalUrl)
  return href !== undefined && /^https?:/i.test(href) ? href : ''
}
