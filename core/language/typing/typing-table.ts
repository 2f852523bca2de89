import type { LanguageCode } from '../../model/language-code.ts'

/** What a language asks of the rules that work while somebody types. Quotation marks are the house's (houseQuotes). */
export interface TypingFacts {
  /** What `,` `;` `?` (in Urdu `.` too) become behind a letter of the Arabic script, and `%` behind its digits. */
  marks: Readonly<Record<string, string>>
  /** Letters that are written onto the word behind them, and onto a quotation mark too: و«…», بـ«…». */
  prefixes: string
  /** It has words with a ZWNJ in them: Shift+Space writes one, and one that does nothing is not kept. */
  hasJoiners: boolean
  /** Endings that a ZWNJ, not a space, parts from their word. */
  endings: readonly string[]
  /** Words that take no such ending: what follows them is a word of its own (با تر کردن, "by wetting"). */
  endless: ReadonlySet<string>
  /** What stands before a verb, parted from it by a ZWNJ. */
  beforeVerbs: readonly string[]
  /** Words that no verb begins or ends as: behind one of `beforeVerbs` they say that it was a noun (می را, "the wine"). */
  verbless: ReadonlySet<string>
  /** ه with a ZWNJ behind it is how texts from before U+06D5 write ە. */
  hasOldAe: boolean
}

/** CLDR 48: ، ؛ ؟ stand in the punctuation of ar, ckb, fa and ur; ٪ (U+066A) is the sign of percent beside their digits. */
const arabicMarks = { ',': '،', ';': '؛', '?': '؟', '%': '٪' }
const none: TypingFacts = {
  marks: {},
  prefixes: '',
  hasJoiners: false,
  endings: [],
  endless: new Set(),
  beforeVerbs: [],
  verbless: new Set(),
  hasOldAe: false,
}

/**
 * THE table of the typing rules by language.
 *
 * Prefixes: the one-letter particles of Arabic (those of Lucene's Arabic stemmer, rtl.md 4.1, without the article) that
 * can stand on a name; elsewhere the conjunction و alone.
 * ZWNJ: Shift+Space is its key in ISIRI 9147, the Iranian standard keyboard; Sorani and Urdu have it by the same key.
 * Endings: the plural ها and the comparative تر with what is added to them, which the Academy of Persian Language and
 * Literature (دستور خط فارسی) writes close to their word and not joined to it; so it does with می and نمی before a verb.
 * Sorani: ە is U+06D5 today (CLDR 48, exemplar letters of ckb), which never joins what follows (ArabicShaping.txt), so it asks
 * for no ZWNJ. Texts from before it write ه with a ZWNJ (R. Pournader, The right hehs for Sorani Kurdish and Uighur, 2014;
 * rtl.md 4.1): the one thing that is certain. Where a foreign name or a compound wants letters apart no rule can know.
 * Urdu: ۔ (U+06D4) ends its sentences (CLDR 48, punctuation of ur).
 */
export const typingTable: Readonly<Record<LanguageCode, TypingFacts>> = {
  ar: { ...none, marks: arabicMarks, prefixes: 'وفبلك' },
  ckb: { ...none, marks: arabicMarks, prefixes: 'و', hasJoiners: true, hasOldAe: true },
  kmr: none,
  fa: {
    ...none,
    marks: arabicMarks,
    prefixes: 'و',
    hasJoiners: true,
    endings: ['ها', 'های', 'هایی', 'تر', 'ترین'],
    endless: new Set(['از', 'با', 'به', 'در', 'تا', 'که', 'را', 'یا', 'هم', 'نه', 'بی', 'هر', 'چه']),
    beforeVerbs: ['می', 'نمی'],
    verbless: new Set(['از', 'با', 'به', 'در', 'تا', 'که', 'را', 'یا', 'هم', 'و', 'بر']),
  },
  he: none,
  ur: { ...none, marks: { ...arabicMarks, '.': '۔' }, prefixes: 'و', hasJoiners: true },
  en: none,
}
