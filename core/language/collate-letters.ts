import type { LanguageCode } from '../model/language-code.ts'

/** The letters of a script in a language's order: a space between letters, beside each first one those that stand with it. */
interface ScriptOrder {
  script: 'arabic' | 'latin' | 'hebrew'
  letters: string
}

/**
 * CLDR 48 `ar`: hamza in each of its seats stands with alef, ة with ت, ى with ي. Ours: آ and ٱ with alef, the Persian kaf and yeh
 * with the Arabic ones, and letters of other languages behind the letter that they were made from.
 */
const arabic =
  'اأإآٱءؤئٲٳٵ ب پ تة ٹ ث ج چ ح خ د ڊ ڎ ڈ ذ ر ڕڒ ڑ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق كک گ ڴ ل ڵ م نں هھہۀۂۃە و ۆۇ ۊ ۉ ۋ يىی ێې ےۓ'
/**
 * The order of AsoSoft (rtl.md 4.2). One letter at first sight: the forms of alef, and what Lucene's Sorani normaliser takes for
 * one (rtl.md 4.1).
 */
const sorani =
  'ئ ء اآأإٱ ب پ تٹ ث ج چ ح خ د ڎ ڊ ذڈ رڑ ڕڒ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق کك گ ڴ ل ڵ م نں وؤ ۆۇ ۊ ۉ ۋ هھہ ەةۀۂۃ یيىےۓ ێې'
/** CLDR 48 `fa`: آ before ا, hamza behind them, و before ه, one kaf and one yeh. */
const persian =
  'آ اٱ ءأؤإئٲٳٵ ب پ ت ٹ ث ج چ ح خ د ڊ ڎ ڈ ذ ر ڕڒ ڑ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق کك گ ڴ ل ڵ م نں و ۆۇ ۊ ۉ ۋ هةھۀہۂۃە یىيێېےۓ'
/** CLDR 48 `ur`. Ours: the Arabic kaf, heh, teh marbuta and yeh stand with the Urdu ones. */
const urdu =
  'اأإٱ آ ب پ ت ٹ ث ج چ ح خ د ڈڊڎ ذ رڕڒ ڑ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق کك گ ڴ ل ڵ م ن ں وؤ ۆۇ ۊ ۉ ۋ ہۂهۀە ھ ۃة ء یئىيێې ےۓ'
const hebrew = 'א ב ג ד ה ו ז ח ט י כך ל מם נן ס ע פף צץ ק ר ש ת'
/** Letters with signs stand with the bare ones (CLDR's root order). */
const latin = 'a b c d e f g h iı j k l m n oø p q r s t u v w x y z'
/** CLDR 48 `ku`, which Chromium has not (rtl.md 4.2). */
const kurmanji = 'a b c ç d e ê f g h iı î j k l m n oø p q r s ş t u û v w x y z'

/** Letters that stand where several others would. */
export const spelledOut: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  װ: 'וו',
  ױ: 'וי',
  ײ: 'יי',
}

const scripts: readonly ScriptOrder[] = [
  { script: 'arabic', letters: arabic },
  { script: 'latin', letters: latin },
  { script: 'hebrew', letters: hebrew },
]

/** Stands for the ھ of a digraph: a letter behind all others, so that بھ stands behind whatever else begins with ب. */
const aspirate = '\ue000'

/** How a language orders texts. */
export interface LetterOrder {
  /** Scripts in their order; what is of none of them stands behind, by code point. */
  scripts: readonly ScriptOrder[]
  /** Letters that are read as another at the beginning of a word, and at its end or before a ZWNJ. */
  initial?: Readonly<Record<string, string>>
  final?: Readonly<Record<string, string>>
  /** What is written as two letters and is one, and what stands for it. */
  digraphs?: readonly [letters: RegExp, replacement: string]
}

/** The language's own script first, then Arabic, Latin, Hebrew as far as they are not its own. */
const led = (script: ScriptOrder['script'], letters: string): LetterOrder => ({
  scripts: [{ script, letters }, ...scripts.filter((each) => each.script !== script)],
})

/** One line a language. Sorani: ر is always ڕ at the beginning, a final ه is ە (Lucene's Sorani normaliser, rtl.md 4.1). */
export const letterOrders: Readonly<Record<LanguageCode, LetterOrder>> = {
  ar: led('arabic', arabic),
  ckb: { ...led('arabic', sorani), initial: { ر: 'ڕ' }, final: { ه: 'ە' } },
  kmr: led('latin', kurmanji),
  fa: led('arabic', persian),
  he: led('hebrew', hebrew),
  // The consonants that CLDR 48 has with a ھ as letters of their own: بھ behind ب, and so on.
  ur: {
    ...led('arabic', `${urdu} ${aspirate}`),
    digraphs: [/(?<=[بپتٹجچدڈرڑکكگلمنںویيى])ھ/g, aspirate],
  },
  en: led('latin', latin),
}
