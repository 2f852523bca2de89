import { digitsOfLists } from '../language/digits-of-lists.ts'
import { isolateForAttribute } from '../language/isolate.ts'
import { languageOf, type Language } from '../language/registry.ts'
import type { Article } from '../model/article.ts'
import { cleanHref } from '../model/clean-body.ts'
import type { Direction } from '../model/language-code.ts'
import { hasOwnFonts, type DigitStyle, type HouseTheme } from '../model/theme.ts'
import type { PageType } from './format.ts'
import { PageFootnotes } from './page-footnotes.ts'
import type { GatheredPictures, LeadShape, PagePictures } from './page-pictures.ts'

/** What every part of one page is drawn from. */
export interface PageContext {
  article: Article
  type: PageType | undefined
  theme: HouseTheme
  language: Language
  direction: Direction
  pictures: PagePictures
  /** The lead picture in the shapes that search engines ask for, where they lie beside the page. */
  leadShapes: readonly LeadShape[]
  footnotes: PageFootnotes
}

export function pageContext(
  article: Article,
  theme: HouseTheme,
  { pictures, leadShapes }: Pick<GatheredPictures, 'pictures' | 'leadShapes'>,
  type?: PageType,
): PageContext {
  const language = languageOf(article.language)
  const footnotes = new PageFootnotes(article.body, listDigits({ theme, language }))
  return {
    article,
    type,
    theme: hasOwnFonts(theme.layout) ? theme : { ...theme, fonts: { ...theme.fonts, delivery: 'system' } },
    language,
    direction: language.direction,
    pictures,
    leadShapes,
    footnotes,
  }
}

/** Text for an attribute, a meta element or JSON, isolated by characters where markup has no place. */
export const attributeText = (text: string, page: PageContext): string =>
  isolateForAttribute(text, page.direction)

/** Digits of list numbers. */
export const listDigits = ({ theme, language }: Pick<PageContext, 'theme' | 'language'>): DigitStyle =>
  digitsOfLists(language.code, theme.digits)

const listStyles: Record<DigitStyle, string> = { latn: 'decimal', arab: 'arabic-indic', arabext: 'persian' }
/** The same as CSS names them. */
export const listStyle = (page: Pick<PageContext, 'theme' | 'language'>): string =>
  listStyles[listDigits(page)]

/** The article's own address where it is one that a link may have; else ''. */
export function canonicalUrl(page: PageContext): string {
  const href = cleanHref(page.article.fields.canonicalUrl)
  return href !== undefined && /^https?:/i.test(href) ? href : ''
}
