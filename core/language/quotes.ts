import type { LanguageCode } from '../model/language-code.ts'
import { languageOf, type Quotes } from './registry.ts'

const guillemets: Quotes = { open: '«', close: '»', innerOpen: '‹', innerClose: '›' }
const curly: Quotes = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' }
// U+201C and U+201D are not mirrored (UAX #9): in Arabic, Persian and Urdu the one that opens is ” (CLDR 48, ar and ur).
const turnedCurly: Quotes = { open: '”', close: '“', innerOpen: '’', innerClose: '‘' }
const sameCurly: Quotes = { open: '”', close: '”', innerOpen: '’', innerClose: '’' }

/** The quotation marks that a house has chosen, as this language writes them. Sorani has “ ” in CLDR 48, Hebrew ” ”. */
export function houseQuotes(choice: 'language' | 'guillemets' | 'curly', code: LanguageCode): Quotes {
  if (choice === 'language') return languageOf(code).quotes
  if (choice === 'guillemets') return guillemets
  if (code === 'he') return sameCurly
  return code === 'ar' || code === 'fa' || code === 'ur' ? turnedCurly : curly
}
