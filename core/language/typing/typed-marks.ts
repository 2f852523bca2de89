import { isArabicLetter } from './letters.ts'
import { typedBecomes, type TypingRule } from './typed.ts'

/** What may stand between a word and the punctuation behind it: (بغداد), «نعم»؟ */
const closing = new Set(['»', '›', '”', '“', '’', '‘', ')', ']', '!', '؟'])
const ownDigit = /[\u0660-\u0669\u06f0-\u06f9]$/

/**
 * `,` `;` `?` behind a letter of the Arabic script as ، ؛ ؟, in Urdu `.` as ۔, and `%` right behind its digits as ٪; never
 * behind a Latin name or a number (rtl.md Recommendation 7).
 */
export const typedMark: TypingRule = (typed) => {
  const { before, character, facts } = typed
  const mark = facts.marks[character]
  if (mark === undefined) return null
  if (character === '%') return ownDigit.test(before.slice(-1)) ? typedBecomes(typed, mark) : null
  let end = before.length
  while (end > 0 && closing.has(before.charAt(end - 1))) end -= 1
  return isArabicLetter(before.charAt(end - 1)) ? typedBecomes(typed, mark) : null
}

/** `...` as … (U+2026), the first of them ۔ in Urdu. A fourth dot changes nothing: then they are leaders. */
export const typedEllipsis: TypingRule = ({ before, character }) => {
  if (character !== '.' || !/(?<![.۔])[.۔]\.$/.test(before.slice(-3))) return null
  return { from: before.length - 2, to: before.length + 1, text: '…' }
}

/**
 * `--` as — (U+2014). At the start of a block only what follows tells: a third one draws a rule (line-starts.ts), anything
 * else leaves a dash before someone's words.
 */
export const typedDash: TypingRule = ({ before, character }) => {
  if (before === '--' && character !== '-') return { from: 0, to: 2, text: '—' }
  if (character !== '-' || before === '-' || !/[^-!]-$/.test(before.slice(-2))) return null
  return { from: before.length - 1, to: before.length + 1, text: '—' }
}
