import type { LanguageCode } from '../model/language-code.ts'

/** What stands before the headline of a copied article, in the words of its language. */
const marks: Readonly<Record<LanguageCode, string>> = {
  ar: 'نسخة',
  ckb: 'کۆپی',
  kmr: 'Nusxe',
  fa: 'رونوشت',
  he: 'עותק',
  ur: 'نقل',
  en: 'Copy',
}

/** A headline marked as that of a copy; once, however often it is copied. Without words there is nothing to mark. */
export function copiedHeadline(headline: string, language: LanguageCode): string {
  const before = `${marks[language]}: `
  return headline.trim() === '' || headline.startsWith(before) ? headline : before + headline
}
