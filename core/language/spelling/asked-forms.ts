import type { LanguageCode } from '../../model/language-code.ts'
import { languageOf } from '../registry.ts'

const invisible = /(?!\u200c)\p{Cf}/gu
const tashkeel = /[\u064b-\u0652\u0670]/g
const niqqud = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g

// Most words need nothing: a look at their letters is several times cheaper than making them plain.
const arabicLetters = /^[\u0621-\u063a\u0641-\u064a]+$/
const asTheyAre: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  ar: arabicLetters,
  ur: arabicLetters,
  fa: /^[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+$/,
  // Without ك ي ى and ھ, which Sorani writes otherwise.
  ckb: /^[\u0621-\u063a\u0641\u0642\u0644-\u0648\u067e\u0686\u0695\u0698\u06a4\u06a9\u06af\u06b5\u06c6\u06cc\u06ce\u06d5]+$/,
  kmr: /^[a-zçêîşû]+$/i,
  en: /^[a-z]+$/i,
}

/**
 * A word as dictionaries write it, for looking it up and for comparing it with the house's: composed (NFC), without tatweel
 * and invisible characters (rtl.md Recommendation 14). A ZWNJ stays inside Persian and Urdu words, where it is spelling;
 * Sorani letters become those of its dictionary (rtl.md 3.2: ه with a ZWNJ is ە, ھ is ه, ك is ک).
 */
export function plainWord(word: string, language: LanguageCode): string {
  if (asTheyAre[language]?.test(word)) return word
  const plain = word.normalize('NFC').replaceAll('\u0640', '').replace(invisible, '')
  switch (languageOf(language).script) {
    case 'latin':
      return plain.replaceAll('\u200c', '').replace(/[’ʼ]/g, "'")
    case 'hebrew':
      return plain.replaceAll('\u200c', '').replace(niqqud, '').replaceAll('׳', "'").replaceAll('״', '"')
    case 'arabic':
      return arabicScript(plain, language)
  }
}

function arabicScript(word: string, language: LanguageCode): string {
  if (language === 'ar') return word.replaceAll('\u200c', '').replace(tashkeel, '')
  if (language === 'ckb') return soraniWord(word)
  return word.replace(/^\u200c+|\u200c+$/g, '')
}

const soraniWord = (word: string): string =>
  word
    .replace(tashkeel, '')
    .replace(/\u0647\u200c/g, '\u06d5')
    .replaceAll('\u200c', '')
    .replace(/[\u064a\u0649]/g, '\u06cc')
    .replaceAll('\u0643', '\u06a9')
    .replaceAll('\u06be', '\u0647')

/**
 * The spellings under which a dictionary may know a plain word: the word itself, and where that differs the one without its
 * vowel signs, for a dictionary that knows some words with them (Persian قبلاً) and most without.
 */
export function askedForms(plain: string): string[] {
  const bare = plain.replace(tashkeel, '')
  return bare === plain || bare === '' ? [plain] : [plain, bare]
}
