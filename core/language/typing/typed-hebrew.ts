import { isHebrewLetter } from './letters.ts'
import { typedBecomes, type TextEdit, type TypingRule } from './typed.ts'

// The letters that Hebrew writes onto a word (משה וכלב), and onto a quotation too: ב"הארץ", ב'הארץ'.
const prefixes = '[משהוכלב]'
const wordBegins = '(?<![\\p{L}\\p{M}])'
/** What ends with nothing but such letters. */
const prefixesOnly = new RegExp(`${wordBegins}${prefixes}+$`, 'u')
/** An abbreviation of such letters at its end; brackets and quotations may close behind it. */
const endsShort = new RegExp(
  `(?<!['"’”])${wordBegins}${prefixes}+(?:(?<double>"[א-ת])|')(?<behind>[”»“’›)\\]]{0,2})$`,
  'u',
)
/** A single quotation mark that stands before a word and has no partner yet. */
const openSingle = new RegExp(`(?:^|[\\s([{«„“”"])${prefixes}{0,3}'(?=\\p{L})[^']*$`, 'u')
/** Letters that end a word only, and no abbreviation before its mark: ם״ו is none. A geresh stands on ץ and ף (סנדוויץ׳). */
const finals = /[םןץףך]$/
const endsWord = /[םןך]$/
const longest = 60

/**
 * `"` between two Hebrew letters is ״, gershayim (U+05F4), and `'` there ׳, geresh (U+05F3): צה"ל is צה״ל as soon as its ל
 * is typed. Behind letters that may be the prefixes of a quotation (ב"הארץ") the end of the word tells: with one letter
 * behind `"`, or none behind `'`, it is an abbreviation (שב״כ, ה׳); with more the mark stays as typed.
 */
export const gershayim: TypingRule = ({ before, character, quotes }) => {
  if (!isHebrewLetter(character)) return shortAtItsEnd(before, character)
  const mark = before.slice(-1)
  const head = before.slice(-longest, -1)
  if (!isHebrewLetter(head.slice(-1)) || finals.test(head) || prefixesOnly.test(head)) return null
  const at = { from: before.length - 1, to: before.length }
  if (mark === "'" || mark === quotes.innerClose) return { ...at, text: '׳' }
  return mark === '"' || mark === quotes.close ? { ...at, text: '״' } : null
}

function shortAtItsEnd(before: string, character: string): TextEdit | null {
  if (/["'\p{L}\p{M}]/u.test(character) || !/["'][א-ת]?[”»“’›)\]]{0,2}$/.test(before.slice(-4))) return null
  const { double, behind } = endsShort.exec(before.slice(-longest))?.groups ?? {}
  if (behind === undefined) return null
  const at = before.length - behind.length - (double ? 2 : 1)
  if (!double && openSingle.test(before.slice(0, at).slice(-200))) return null
  return { from: at, to: at + 1, text: double ? '״' : '׳' }
}

/** `'` behind a Hebrew letter is a geresh (ג׳, רח׳), where no single quotation is open and none may begin. */
export const geresh: TypingRule = (typed) => {
  const { before, character } = typed
  if (character !== "'" || !isHebrewLetter(before.slice(-1))) return null
  if (endsWord.test(before) || prefixesOnly.test(before.slice(-longest))) return null
  return openSingle.test(before.slice(-200)) ? null : typedBecomes(typed, '׳')
}

/** A hyphen between two Hebrew letters is a maqaf, ־ (U+05BE). */
export const maqaf: TypingRule = ({ before, character }) => {
  if (!before.endsWith('-') || !isHebrewLetter(character) || !isHebrewLetter(before.slice(-2, -1)))
    return null
  return { from: before.length - 1, to: before.length, text: '־' }
}
