import type { LanguageCode } from '../model/language-code.ts'
import { toAsciiDigits } from './digits.ts'
import { fold } from './fold.ts'
import { stripFormat } from './invisible.ts'
import { normalizeArabic, normalizePersian, normalizeSorani } from './normalize.ts'
import { stemArabic, stemPersian, stemSorani } from './stem.ts'
import { eachWord, type WordRule } from './words.ts'

/** A word of a text as a search compares it, and the [from, to) in UTF-16 units where the original has it. */
export interface AnalyzedWord {
  term: string
  from: number
  to: number
}

const plain = (word: string) => toAsciiDigits(word.toLowerCase())
const folded = (word: string) => fold(word.replaceAll('’', "'"))

const analyses: Readonly<Record<LanguageCode, (word: string) => string>> = {
  ar: (word) => stemArabic(normalizeArabic(plain(stripFormat(word)))),
  fa: (word) => stemPersian(normalizePersian(normalizeArabic(plain(stripFormat(word))))),
  // The normaliser comes first: it reads the ZWNJ behind ه.
  ckb: (word) => stemSorani(plain(normalizeSorani(word))),
  kmr: folded,
  he: folded,
  ur: folded,
  en: folded,
}

/**
 * The tokens of a text as Lucene 8 analyses them, but for stop words, which stay: small letters, ASCII digits, and the
 * normaliser and stemmer of Arabic, Persian and Sorani (rtl.md 4.1). Kurmanji, Hebrew, Urdu and English have no stemmer
 * here: they are folded only (`fold`). Words are those of `eachWord`; in Persian a ZWNJ parts them, as in Lucene. With
 * `apart`, for a search, a full stop, a colon and `_` part letters too.
 */
export function analyze(text: string, language: LanguageCode, signs: WordRule['signs'] = 'uax29'): string[] {
  const terms: string[] = []
  walk(text, language, signs, (term) => void terms.push(term))
  return terms
}

/** `analyze` with the place of each token, so that a hit can be marked in the original spelling. */
export function analyzed(
  text: string,
  language: LanguageCode,
  signs: WordRule['signs'] = 'uax29',
): AnalyzedWord[] {
  const words: AnalyzedWord[] = []
  walk(text, language, signs, (term, from, to) => void words.push({ term, from, to }))
  return words
}

function walk(
  text: string,
  language: LanguageCode,
  signs: WordRule['signs'],
  each: (term: string, from: number, to: number) => void,
): void {
  const termOf = remembering(language)
  const mayBeSeveral = analyses[language] === folded
  eachWord(text, { signs, zwnjParts: language === 'fa' }, (from, to) => {
    const term = termOf(text.slice(from, to))
    // A word of tatweel alone leaves none; folding makes several of a sign such as ﷺ.
    if (term === '') return
    if (mayBeSeveral && term.includes(' ')) for (const part of term.split(' ')) each(part, from, to)
    else each(term, from, to)
  })
}

/** Ten words in a thousand are new to an archive: the terms of so many are remembered for each language. */
const mostRemembered = 50_000
// V8 copies a slice of up to twelve units; a longer one would keep the whole text that it was cut from.
const longestRemembered = 12

const memories = new Map<LanguageCode, Map<string, string>>()

function remembering(language: LanguageCode): (word: string) => string {
  const memory = memories.get(language) ?? new Map<string, string>()
  memories.set(language, memory)
  const analysis = analyses[language]
  return (word) => {
    if (word.length > longestRemembered) return analysis(word)
    const remembered = memory.get(word)
    if (remembered !== undefined) return remembered
    if (memory.size >= mostRemembered) memory.clear()
    const term = analysis(word)
    memory.set(word, term)
    return term
  }
}
