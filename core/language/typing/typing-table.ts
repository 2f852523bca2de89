import type { LanguageCode } from '../../model/language-code.ts'

/** What a language asks of the rules that work while somebody types. Quotation marks are the house's (houseQuotes). */
export interface TypingFacts {
  /** What `,` `;` `?` become behind a letter of the Arabic script, and `%` behind its digits. */
  marks: Readonly<Record<string, string>>
  /** Letters that are written onto the word behind them, and onto a quotation mark too: و«…», بـ«…». */
  prefixes: string
  /** It has words with a ZWNJ in them: Shift+Space writes one, and one that does nothing is not kept. */
  hasJoiners: boolean
  /** Endings that a ZWNJ, not a space, parts from their word. */
  endings: readonly string[]
  /** Words that take no such ending: what follows them is a word of its own (با تر کردن, "by wetting"). */
  endless: ReadonlySet<string>
}

/** CLDR 48: ، ؛ ؟ stand in the punctuation of ar, ckb, fa and ur; ٪ (U+066A) is the sign of percent beside their digits. */
const arabicMarks = { ',': '،', ';': '؛', '?': '؟', '%': '٪' }
const none = { marks: {}, prefixes: '', hasJoiners: false, endings: [], endless: new Set<string>() }

/**
 * THE table of the typing rules by language.
 *
 * Prefixes: the one-letter particles of Arabic (those of Lucene's Arabic stemmer, rtl.md 4.1, without the article) that
 * can stand on a name; elsewhere the conjunction و alone.
 * ZWNJ: Shift+Space is its key in ISIRI 9147, the Iranian standard keyboard; Sorani and Urdu have it by the same key.
 * Endings: the plural ها and the comparative تر with what is added to them, which the Academy of Persian Language and
 * Literature (دستور خط فارسی) writes close to their word and not joined to it. می and نمی are left alone: while they are
 * typed nobody knows yet whether a verb follows.
 */
export const typingTable: Readonly<Record<LanguageCode, TypingFacts>> = {
  ar: { ...none, marks: arabicMarks, prefixes: 'وفبلك' },
  ckb: { ...none, marks: arabicMarks, prefixes: 'و', hasJoiners: true },
  kmr: none,
  fa: {
    ...none,
    marks: arabicMarks,
    prefixes: 'و',
    hasJoiners: true,
    endings: ['ها', 'های', 'هایی', 'تر', 'ترین'],
    endless: new Set(['از', 'با', 'به', 'در', 'تا', 'که', 'را', 'یا', 'هم', 'نه', 'بی', 'هر', 'چه']),
  },
  he: none,
  ur: { ...none, marks: arabicMarks, prefixes: 'و', hasJoiners: true },
  en: none,
}
