import type { LanguageCode } from '../model/language-code.ts'

/** A slug for a headline. */
export function suggestSlug(headline: string, _code: LanguageCode, _maxWords = 8): string {
  return headline
}
/** A file name that every system takes, without extension. */
export function safeFileName(name: string, fallback: string): string {
  return name || fallback
}
