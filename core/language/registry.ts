import type { Direction, LanguageCode } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'

/** What is true of a written language, wherever Midad writes it. */
export interface Language {
  code: LanguageCode
  /** BCP 47 for `lang` attributes. Kurmanji in Latin letters is `ku` (rtl.md Recommendation 10). */
  tag: string
  /** `language_TERRITORY`, as og:locale wants it. */
  openGraphLocale: string
  ownName: string
  englishName: string
  direction: Direction
  script: 'arabic' | 'latin' | 'hebrew'
  /** Digits where the house has not chosen: CLDR 48 default numbering system. */
  digits: DigitStyle
  /** House quotes: rtl.md Recommendation 7 for ar, ckb and fa; CLDR 48 for the others. */
  quotes: Quotes
  /** The first letters of question and answer, as an interview is printed: سؤال and جواب, پرسیار and وەڵام, pirs and bersiv. */
  asked: string
  answered: string
  /** Silent reading of news prose, for a rounded "minutes to read". */
  wordsPerMinute: number
}
export interface Quotes {
  open: string
  close: string
  innerOpen: string
  innerClose: string
}

const guillemets: Quotes = { open: '«', close: '»', innerOpen: '‹', innerClose: '›' }
const englishQuotes: Quotes = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' }
const hebrewQuotes: Quotes = { open: '”', close: '”', innerOpen: '’', innerClose: '’' }
// U+201C and U+201D are not mirrored: in Urdu the one that opens is ” (CLDR).
const urduQuotes: Quotes = { open: '”', close: '“', innerOpen: '’', innerClose: '‘' }

// Reading speeds: IReST (Trauzettel-Klosinski and Dietz, 2012) measured ar 138, he 187 and en 228 words a minute. For ckb, kmr, fa
// and ur we know of no measurement: estimates between Arabic and English, by script and length of words.
/** One line a language, in the order in which a list of languages shows them. */
// prettier-ignore
export const languages: readonly Language[] = [
  { code: 'ar', tag: 'ar', openGraphLocale: 'ar_IQ', ownName: 'العربية', englishName: 'Arabic', direction: 'rtl', script: 'arabic', digits: 'latn', quotes: guillemets, asked: 'س', answered: 'ج', wordsPerMinute: 138 },
  { code: 'ckb', tag: 'ckb', openGraphLocale: 'ckb_IQ', ownName: 'کوردیی سۆرانی', englishName: 'Central Kurdish (Sorani)', direction: 'rtl', script: 'arabic', digits: 'arab', quotes: guillemets, asked: 'پ', answered: 'و', wordsPerMinute: 150 },
  { code: 'kmr', tag: 'ku', openGraphLocale: 'ku_TR', ownName: 'Kurmancî', englishName: 'Northern Kurdish (Kurmanji)', direction: 'ltr', script: 'latin', digits: 'latn', quotes: englishQuotes, asked: 'P', answered: 'B', wordsPerMinute: 180 },
  { code: 'fa', tag: 'fa', openGraphLocale: 'fa_IR', ownName: 'فارسی', englishName: 'Persian', direction: 'rtl', script: 'arabic', digits: 'arabext', quotes: guillemets, asked: 'س', answered: 'ج', wordsPerMinute: 150 },
  { code: 'he', tag: 'he', openGraphLocale: 'he_IL', ownName: 'עברית', englishName: 'Hebrew', direction: 'rtl', script: 'hebrew', digits: 'latn', quotes: hebrewQuotes, asked: 'ש', answered: 'ת', wordsPerMinute: 187 },
  { code: 'ur', tag: 'ur', openGraphLocale: 'ur_PK', ownName: 'اردو', englishName: 'Urdu', direction: 'rtl', script: 'arabic', digits: 'latn', quotes: urduQuotes, asked: 'س', answered: 'ج', wordsPerMinute: 150 },
  { code: 'en', tag: 'en', openGraphLocale: 'en_US', ownName: 'English', englishName: 'English', direction: 'ltr', script: 'latin', digits: 'latn', quotes: englishQuotes, asked: 'Q', answered: 'A', wordsPerMinute: 228 },
]

const byCode = new Map(languages.map((language) => [language.code, language]))

/** The facts of a language. Every code of the model has its line. */
export function languageOf(code: LanguageCode): Language {
  const language = byCode.get(code)
  if (!language) throw new Error(`no line for the language ${code}`)
  return language
}
