import { endsUnjoined, zwnj } from '../joining.ts'
import { isArabicLetter } from './letters.ts'
import { typingTable } from './typing-table.ts'
import { typedBecomes, type TypingRule } from './typed.ts'

const sentenceMarks = '.،؛؟!:»)'

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
/** Longer than a word, a space, an ending and the marks behind it. */
const longest = 48

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
