import { leftToRightLetters } from '../scripts.ts'

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

// LRM, RLM, ALM and the isolates: they stand between two characters and are neither.
const bidiControls = /[\u200e\u200f\u061c\u2066-\u2069]+$/

/** The last character that is seen; '' at the start of a block. */
export function lastCharacter(text: string): string {
  return text.slice(-8).replace(bidiControls, '').slice(-1)
}
