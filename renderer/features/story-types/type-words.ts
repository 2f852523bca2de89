import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { Phrase } from '../../../core/model/theme.ts'

/** What a phrase says in just this language, for writing it. */
export const shownIn = (words: Phrase, language: LanguageCode): string =>
  typeof words === 'string' ? words : (words[language] ?? '')
