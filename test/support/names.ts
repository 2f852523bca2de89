import type { LanguageCode } from '../../core/model/language-code.ts'
import type { NameEntry, NameKind } from '../../core/model/names.ts'

/** An entry by its spellings, the preferred one first: `name('erbil', 'place', { ar: ['أربيل', 'اربيل'] })`. */
export function name(
  id: string,
  kind: NameKind,
  spellings: Partial<Record<LanguageCode, [preferred: string, ...others: string[]]>>,
): NameEntry {
  const entries = Object.entries(spellings) as [LanguageCode, string[]][]
  return {
    id,
    kind,
    spellings: Object.fromEntries(
      entries.map(([language, [preferred = '', ...others]]) => [language, { preferred, others }]),
    ),
  }
}
export const erbil = name('erbil', 'place', {
  ar: ['أربيل', 'أربل'],
  ckb: ['هەولێر'],
  en: ['Erbil', 'Hawler'],
})
export const barzani = name('barzani', 'person', {
  ar: ['مسعود بارزاني'],
  ckb: ['مەسعود بارزانی'],
  en: ['Masoud Barzani'],
})
