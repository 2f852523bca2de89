import type { Direction, LanguageCode } from '../model/language-code.ts'
import { directionOf } from './direction.ts'

/**
 * The language a block of a story is written in. Only the direction of a block is stored (rtl.md Recommendation 2): one
 * that goes as its article goes is in the article's language. In an article written from right to left the other is
 * English; in one written from left to right it is the language of the house's stories, or Arabic where that one is
 * itself written from left to right.
 */
export function blockLanguage(
  direction: Direction,
  article: LanguageCode,
  houseStories: LanguageCode,
): LanguageCode {
  if (directionOf(article) === direction) return article
  if (direction === 'ltr') return 'en'
  return directionOf(houseStories) === 'rtl' ? houseStories : 'ar'
}
