import type { LanguageCode } from '../model/language-code.ts'

/** The language that a text is most likely written in, by its letters and little words. */
export function guessLanguage(text: string): LanguageCode {
  return /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en'
}
