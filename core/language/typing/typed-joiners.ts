import { endsUnjoined, zwnj } from '../joining.ts'
import { isArabicLetter } from './letters.ts'
import { typingTable } from './typing-table.ts'
import { typedBecomes, type TypingRule } from './typed.ts'

const sentenceMarks = '.،؛؟!:»)'
/** Longer than a word, a space, an ending and the marks behind it. */
const longest = 48

/**
 * A ZWNJ that does nothing is not kept: a second one, one behind a space or at the start of a block, and one behind a
 * letter that never joins (so does AsoSoft's Kurdish normaliser, rtl.md 4.1, and the tidiers of Persian text). A space
 * behind a ZWNJ takes its place.
 */
export const needlessJoiner: TypingRule = (typed) => {
  const { before, character, facts } = typed
  if (!facts.hasJoiners) return null
  if (character === zwnj) {
    const last = before.slice(-1)
    return last === '' || last === zwnj || /\s/.test(last) || endsUnjoined(before)
      ? typedBecomes(typed, '')
      : null
  }
  if (!/\s/.test(character) || !before.endsWith(zwnj)) return null
  return { from: before.length - 1, to: before.length, text: '' }
}

/**
 * می and نمی are parted by a ZWNJ from the verb behind them, so that `می ` and a letter is می‌رود from its first letter on.
 * Not behind a number or ماه, where می is the month of May. Typed with the ي of an Arabic keyboard they are the same.
 */
export const verbPrefix: TypingRule = ({ before, character, facts }) => {
  if (facts.beforeVerbs.length === 0 || !before.endsWith(' ') || !isArabicLetter(character)) return null
  const { word = '' } = /(?<![\p{L}\p{M}\u200c])(?<word>\p{L}+) $/u.exec(before.slice(-longest))?.groups ?? {}
  if (!facts.beforeVerbs.includes(word.replaceAll('ي', 'ی'))) return null
  if (ofMonth.test(before.slice(0, before.length - word.length - 1).slice(-longest))) return null
  return { from: before.length - 1, to: before.length, text: zwnj }
}
const ofMonth = /(?:[0-9٠-٩۰-۹]|(?<![\p{L}\p{M}])ماه) $/u

/** A word that is no verb, once it is over, shows that what stands before it was a noun: می‌را is می را. */
export const verblessWord: TypingRule = ({ before, character, facts }) => {
  if (facts.verbless.size === 0 || isArabicLetter(character) || character === zwnj) return null
  const { prefix = '', word = '' } = prefixed.exec(before.slice(-longest))?.groups ?? {}
  const isNoun = facts.verbless.has(word) && facts.beforeVerbs.includes(prefix.replaceAll('ي', 'ی'))
  const at = before.length - word.length
  return isNoun ? { from: at - 1, to: at, text: ' ' } : null
}
const prefixed = /(?<![\p{L}\p{M}\u200c])(?<prefix>\p{L}+)\u200c(?<word>\p{L}+)$/u

/**
 * ه and the ZWNJ behind it are ە (U+06D5) in Sorani, which ends no word and no part of one in an h (rtl.md 4.1, Lucene's
 * SoraniNormalizer). Not behind another vowel, where a foreign word may end so (گوناه), nor at the beginning of a word.
 */
export const oldAe: TypingRule = ({ before, character, facts }) => {
  if (!facts.hasOldAe || character !== zwnj || !/[\p{L}\p{M}]ه$/u.test(before.slice(-3))) return null
  if (/[اۆێە]ه$/u.test(before)) return null
  return { from: before.length - 1, to: before.length + 1, text: 'ە' }
}

const endingPatterns = new Map(
  Object.values(typingTable)
    .filter(({ endings }) => endings.length > 0)
    .map((facts) => [
      facts,
      new RegExp(
        `(?<word>[\\p{L}\\p{M}${zwnj}]+)(?<rest> (?:${facts.endings.join('|')})(?<marks>[${sentenceMarks}]{0,3}))$`,
        'u',
      ),
    ]),
)

/**
 * A Persian ending that was typed behind a space belongs to the word before it: کتاب ها is کتاب‌ها, and کار ها is کارها,
 * where ر parts them already. Only once a space or the sentence's punctuation says that the word is over.
 */
export const looseEnding: TypingRule = ({ before, character, facts }) => {
  const isSpace = /\s/.test(character)
  if (!isSpace && !sentenceMarks.includes(character)) return null
  const {
    word = '',
    rest = '',
    marks,
  } = endingPatterns.get(facts)?.exec(before.slice(-longest))?.groups ?? {}
  const isWhole = word.length >= 2 && word.split('').every((each) => each === zwnj || isArabicLetter(each))
  if (!isWhole || (marks && !isSpace) || facts.endless.has(word)) return null
  const from = before.length - rest.length
  return { from, to: from + 1, text: endsUnjoined(word) ? '' : zwnj }
}
