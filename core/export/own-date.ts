import type { LanguageCode } from '../model/language-code.ts'
import type { HouseTheme } from '../model/theme.ts'

/**
 * The theme as it is for what is read away from the house's page (a card, a document): the date in the article's own language, in
 * its own digits where the theme's are meant for those of another one.
 */
export function withOwnDate(theme: HouseTheme, language: LanguageCode): HouseTheme {
  const { digits, ...dateLine } = theme.dateLine
  if (dateLine.language === 'article') return theme
  const isMeant = dateLine.language === language
  return { ...theme, dateLine: { ...dateLine, language: 'article', ...(isMeant && digits && { digits }) } }
}
