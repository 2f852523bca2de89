import type { Quotes } from '../registry.ts'
import { languageOf } from '../registry.ts'
import { isArabicLetter, isDigit, isHebrewLetter, isLatinLetter, lastCharacter } from './letters.ts'
import { typedBecomes, type Typed, type TypingRule } from './typed.ts'

const apostrophe = '’'
/** Behind these, and at the start of a block, a quotation begins. */
const openers = /^[\s([{<]?$/
/** Behind these one begins where none is open: no space after a colon (قال:"…"), a dash, a tatweel (لـ"…"). */
const looseOpeners = /^[:=/…ـ–—-]$/

type Level = 'outer' | 'inner'

const isBetweenLetters = (text: string, at: number): boolean =>
  /^\p{L}\P{L}\p{L}/u.test(text.slice(at - 1, at + 2))

/** The quotations that are open at the end of a text, the innermost last; an apostrophe in a word is none. */
export function openQuotations(text: string, quotes: Quotes): Level[] {
  const open: Level[] = []
  const close = (level: Level): void => {
    const at = open.lastIndexOf(level)
    if (at >= 0) open.length = at
  }
  const read = (level: Level, begins: boolean, ends: boolean): void => {
    // One sign for both (Hebrew): it ends what is open.
    if (ends && (!begins || open.includes(level))) close(level)
    else if (begins) open.push(level)
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === quotes.open || sign === quotes.close)
      read('outer', sign === quotes.open, sign === quotes.close)
    else if ((sign === quotes.innerOpen || sign === quotes.innerClose) && !isBetweenLetters(text, at))
      read('inner', sign === quotes.innerOpen, sign === quotes.innerClose)
  }
  return open
}

/** Is the word at the end nothing but letters that are written onto what follows, as و in و"رويترز"? */
const endsWithPrefix = (text: string, prefixes: string): boolean =>
  prefixes !== '' && new RegExp(`(?<![\\p{L}\\p{M}])[${prefixes}]{1,2}$`, 'u').test(text.slice(-4))

function doubleQuote({ before, quotes, facts }: Typed): string | null {
  const last = lastCharacter(before)
  if (last === quotes.open && last !== quotes.close) return quotes.close
  if (last === quotes.innerOpen && last !== quotes.innerClose) return quotes.innerClose
  const innermost = openQuotations(before, quotes).at(-1)
  if (openers.test(last))
    return innermost === 'outer' && quotes.open !== quotes.close ? quotes.innerOpen : quotes.open
  if (innermost) return innermost === 'inner' ? quotes.innerClose : quotes.close
  // An inch, or what is a sign of a Hebrew word (צה"ל, ב"הארץ") once it goes on: there is nothing that it could close.
  if (isDigit(last) || isHebrewLetter(last)) return null
  if (looseOpeners.test(last) || endsWithPrefix(before, facts.prefixes)) return quotes.open
  return quotes.close
}

function singleQuote({ before, quotes, language }: Typed): string | null {
  const last = lastCharacter(before)
  const innermost = openQuotations(before, quotes).at(-1)
  if (isLatinLetter(last))
    return innermost === 'inner' && quotes.innerClose !== apostrophe ? quotes.innerClose : apostrophe
  if (last === quotes.innerOpen && last !== quotes.innerClose) return quotes.innerClose
  const opensOuter = last === quotes.open && (last !== quotes.close || openers.test(before.slice(-2, -1)))
  if (openers.test(last) || opensOuter) return quotes.innerOpen
  if (innermost === 'inner') return quotes.innerClose
  // Minutes and feet, a geresh (ג'), a sign that Arabic words do not have: as typed.
  if (isDigit(last) || isHebrewLetter(last) || isArabicLetter(last)) return null
  return languageOf(language).script === 'latin' ? quotes.innerClose : null
}

/** `"` and `'` as the house's quotation marks, by what stands before them; in a Latin word `'` is ’ (U+2019). */
export const typedQuote: TypingRule = (typed) => {
  const { character } = typed
  if (character !== '"' && character !== "'") return null
  const mark = character === '"' ? doubleQuote(typed) : singleQuote(typed)
  return mark === null ? null : typedBecomes(typed, mark)
}

/**
 * A letter behind a mark that ended a quotation says that it ended none: רמטכ”ל is רמטכ"ל, don›t is don’t. Gershayim and
 * geresh have come first where the house writes them (typed-hebrew.ts).
 */
export const markInsideWord: TypingRule = ({ before, character, quotes, language }) => {
  const mark = before.slice(-1)
  const letter = before.slice(-2, -1)
  const at = { from: before.length - 1, to: before.length }
  if (isHebrewLetter(character) && isHebrewLetter(letter)) {
    if (mark === quotes.close) return { ...at, text: '"' }
    if (mark === quotes.innerClose) return { ...at, text: "'" }
  }
  if (isLatinLetter(character) && isLatinLetter(letter) && mark === quotes.innerClose && mark !== apostrophe)
    return { ...at, text: apostrophe }
  // The ’90s: the century that is left out has an apostrophe.
  if (language === 'en' && character === 's' && /‘[0-9]0$/.test(before.slice(-3)))
    return { from: before.length - 3, to: before.length - 2, text: apostrophe }
  return null
}
