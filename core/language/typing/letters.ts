import { leftToRightLetters } from '../scripts.ts'

/** U+200C ZERO WIDTH NON-JOINER: keeps two letters of one word apart. */
export const zwnj = '\u200c'

/** Letters and marks of the Arabic script, by block: tashkeel has the script `Inherited` (UAX #24). */
const arabic = /^(?=[\p{L}\p{M}])[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u
const hebrew = /^(?=[\p{L}\p{M}])[\u0590-\u05ff\ufb1d-\ufb4f]/u
const latin = new RegExp(`^[${leftToRightLetters}\\u0300-\\u036f]`, 'u')

/** Is this one character a letter of the Arabic script, or a mark on one? */
export const isArabicLetter = (character: string): boolean => arabic.test(character)
/** Is this one character a Hebrew letter, or a mark on one? */
export const isHebrewLetter = (character: string): boolean => hebrew.test(character)
/** Is this one character a letter of Latin, Greek or Cyrillic, or a mark on one? */
export const isLatinLetter = (character: string): boolean => latin.test(character)
/** Is this one character a digit of the three styles? */
export const isDigit = (character: string): boolean => /^[0-9\u0660-\u0669\u06f0-\u06f9]/.test(character)

// Joining_Type R and U of the letters that the languages of articles write (Unicode 17, ArabicShaping.txt).
const nonJoining =
  /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef]\p{M}*$/u

/** Does the text end with a letter that never joins what follows it (ا د ر و ە …), marks on it aside? */
export const endsUnjoined = (text: string): boolean => nonJoining.test(text.slice(-8))

// LRM, RLM, ALM and the isolates: they stand between two characters and are neither.
const bidiControls = /[\u200e\u200f\u061c\u2066-\u2069]+$/

/** The last character that is seen; '' at the start of a block. */
export function lastCharacter(text: string): string {
  return text.slice(-8).replace(bidiControls, '').slice(-1)
}
