import { analyze, analyzed } from '../../core/language/analyze.ts'
import { formatInCalendar, type Calendar } from '../../core/language/calendars.ts'
import { toDigits } from '../../core/language/digits.ts'
import { directionOf, strongMajority } from '../../core/language/direction.ts'
import { fold, foldLoose } from '../../core/language/fold.ts'
import { normalizeText } from '../../core/language/normalize.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { countCharacters, countGraphemes, countWords } from '../../core/model/measure.ts'
import type { DigitStyle } from '../../core/model/theme.ts'

/** The styles of a date on the command line. */
export const dateStyles = ['full', 'long', 'short'] as const

export interface TextOptions {
  language: LanguageCode
  /** The language's own where it is left out. */
  digits?: DigitStyle | undefined
  style?: (typeof dateStyles)[number] | undefined
  calendar?: Calendar | undefined
  loose?: boolean | undefined
}
export type OwnOption = 'digits' | 'style' | 'calendar' | 'loose'

/** What `midad text` can do with a line. */
export interface TextTask {
  /** The rule and its source, for `--help`. */
  rule: string
  /** Which options it takes beside --language. */
  takes: readonly OwnOption[]
  needs?: OwnOption
  /** The code of a line that it cannot do, for which `line` throws a RangeError. */
  refuses?: 'bad-date'
  /** The line for people; never asked for an empty one. */
  line(text: string, options: TextOptions): string
  /** The same for `--json`, where it is more than the line. */
  json?(text: string, options: TextOptions): unknown
}

const taskTable = {
  fold: {
    rule: `the key that the search compares: NFKC, small letters, ASCII digits, no tashkeel, tatweel or format
characters, one alef, yeh, kaf and heh; --loose also takes ڕ for ر, ڵ for ل, ێ and ئ for ی, ۆ and ؤ for و, ڤ for ف.
Source: Midad's own two keys, from Unicode and CLDR's letters of each language.`,
    takes: ['loose'],
    line: (text, { loose }) => (loose ? foldLoose(text) : fold(text)),
  },
  analyze: {
    rule: `the tokens after normalising and stemming, a space between; stop words stay. Source: the analysers of
Apache Lucene for Arabic, Persian (a ZWNJ parts words) and Sorani, words by UAX #29; kmr, he, ur and en are folded only.
With --json a line is [{"term","from","to"}], places in UTF-16 units of the line.`,
    takes: [],
    line: (text, { language }) => analyze(text, language).join(' '),
    json: (text, { language }) => analyzed(text, language),
  },
  normalize: {
    rule: `each word normalised and all between them left. Source: Lucene's ArabicNormalizer, PersianNormalizer behind
it, SoraniNormalizer; for kmr, he, ur and en Lucene has none, and the line is folded.`,
    takes: [],
    line: (text, { language }) => normalizeText(text, language),
  },
  direction: {
    rule: `rtl or ltr, as most letters of the line run; on a tie, or without a letter, as the language does. Digits,
signs and marks do not count. Source: strong characters of UAX #9 (L against R and AL), counted and not first met.`,
    takes: [],
    line: (text, { language }) => strongMajority(text) ?? directionOf(language),
  },
  count: {
    rule: `the number of words: what white space parts, if it has a letter or a digit. Source: the newsroom's own rule,
the same as in the desk. With --json a line is {"words","characters","graphemes"}: characters without white space and
marks, graphemes as a reader counts them, spaces too (UAX #29).`,
    takes: [],
    line: (text) => String(countWords(text)),
    json: (text) => ({
      words: countWords(text),
      characters: countCharacters(text),
      graphemes: countGraphemes(text),
    }),
  },
  digits: {
    rule: `every digit of 123, ١٢٣ and ۱۲۳ in the style of --digits, which it needs; all else stays. Source: CLDR's
numbering systems latn, arab and arabext.`,
    takes: ['digits'],
    needs: 'digits',
    line: (text, { digits = 'latn' }) => toDigits(text, digits),
  },
  date: {
    rule: `an ISO 8601 date (or time: its day as it is written) in words; a line that is none is left empty, and the
exit code is 1. --style long and --calendar gregory where they are left out, digits as the language has them. Source:
patterns and months of CLDR 48, own tables for Kurdish (CLDR ckb-IR; docs/text.md); Umm al-Qura and the Persian calendar
as ICU counts them; Kurdish: the Persian year and 1321, so that 2024-03-20 is 1 Xakelêwe 2724.`,
    takes: ['style', 'calendar', 'digits'],
    refuses: 'bad-date',
    line: (text, { language, digits, style = 'long', calendar = 'gregory' }) =>
      formatInCalendar(text.trim(), calendar, { language, style, ...(digits && { digits }) }),
  },
} as const satisfies Record<string, TextTask>

export type TextTaskName = keyof typeof taskTable
/** Every task of `midad text`, in the order of `--help`. */
export const textTasks: Readonly<Record<TextTaskName, TextTask>> = taskTable
export const textTaskNames = Object.keys(taskTable) as TextTaskName[]
