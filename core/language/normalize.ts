import type { LanguageCode } from '../model/language-code.ts'
import { fold } from './fold.ts'

// A word that has none of these letters is what it was: most words are.
const changedInArabic = /[\u064b-\u0652\u0622\u0623\u0625\u0629\u0640\u0649]/
const changedInPersian = /[\u0654\u06a9\u06c0\u06c1\u06cc\u06d2]/
const changedInSorani = /[\u0629\u0640\u0643\u0649\u064a-\u0652\u0692\u06be]|^\u0631|\u0647$|\p{Cf}/u
const tashkeelOrTatweel = /[\u064b-\u0652\u0640]/g

/** One Arabic word as Lucene's ArabicNormalizer leaves it: one alef, ى as ي, ة as ه, no tashkeel, no tatweel. */
export function normalizeArabic(word: string): string {
  if (!changedInArabic.test(word)) return word
  return word
    .replace(/[\u0622\u0623\u0625]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(tashkeelOrTatweel, '')
}

/**
 * One Persian word as Lucene's PersianNormalizer leaves it: Arabic yeh, kaf and heh. Lucene runs its Arabic normaliser first:
 * `normalizePersian(normalizeArabic(word))`.
 */
export function normalizePersian(word: string): string {
  if (!changedInPersian.test(word)) return word
  return word
    .replace(/[\u06cc\u06d2]/g, '\u064a')
    .replace(/\u06a9/g, '\u0643')
    .replace(/[\u06c0\u06c1]/g, '\u0647')
    .replace(/\u0654/g, '')
}

const soraniLetter: Readonly<Record<string, string>> = {
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u0643': '\u06a9',
  '\u0629': '\u06d5',
  '\u06be': '\u0647',
  '\u0692': '\u0695',
}

/**
 * One Sorani word as Lucene's SoraniNormalizer leaves it: Kurdish yeh and kaf, ە for ه with a ZWNJ or at the end, ڕ for an
 * initial ر, no tashkeel, tatweel or format characters.
 */
export function normalizeSorani(word: string): string {
  if (!changedInSorani.test(word)) return word
  const letters: string[] = []
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at)
    if (letter === '\u200c' && letters.at(-1) === '\u0647') letters[letters.length - 1] = '\u06d5'
    if (/[\u064b-\u0652\u0640]|\p{Cf}/u.test(letter)) continue
    // Only ه as typed becomes ە at the end; one that was ھ stays ه (rtl.md 4.1: the order matters).
    if (letter === '\u0647' && at === word.length - 1) letters.push('\u06d5')
    else if (letter === '\u0631' && letters.length === 0) letters.push('\u0695')
    else letters.push(soraniLetter[letter] ?? letter)
  }
  return letters.join('')
}

const soraniWord = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu

/**
 * A whole text with each of its words normalised and everything between them as it was: Lucene's normalisers in Arabic,
 * Persian (after the Arabic one, as Lucene runs them) and Sorani. For the other languages Lucene has none: `fold(text)`.
 */
export function normalizeText(text: string, language: LanguageCode): string {
  if (language === 'ar') return normalizeArabic(text)
  if (language === 'fa') return normalizePersian(normalizeArabic(text))
  return language === 'ckb' ? text.replace(soraniWord, normalizeSorani) : fold(text)
}
