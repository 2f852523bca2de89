import type { LanguageCode } from '../../model/language-code.ts'

/** Languages as Windows names them, which Word's proofing goes by: Sorani is `ku-Arab-IQ` there. */
export const languageTag = {
  ar: 'ar-IQ',
  ckb: 'ku-Arab-IQ',
  kmr: 'kmr-TR',
  fa: 'fa-IR',
  he: 'he-IL',
  ur: 'ur-PK',
  en: 'en-US',
} as const satisfies Record<LanguageCode, string>
