import type { LanguageCode } from '../../model/language-code.ts'
import { directionOf, majorityDirection } from '../direction.ts'
import { guessLanguage } from '../guess.ts'

/** The language of one text of an article: the article's, or where most letters run the other way the one they most likely are in. */
export function languageOfText(text: string, article: LanguageCode): LanguageCode {
  const direction = majorityDirection(text)
  return direction === null || direction === directionOf(article) ? article : guessLanguage(text)
}
