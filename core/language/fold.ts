import { toAsciiDigits } from './digits.ts'

/** A folded text and the way back from it. */
export interface FoldedText {
  folded: string
  /**
   * For each UTF-16 unit of `folded` the index in the original where the letter it came from begins; one entry more than
   * units, the last being the original's length. `map[to]` therefore ends a hit, marks behind its last letter included.
   */
  map: Uint32Array
}

const deleted = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]|\p{Cf}/gu
const oneLetter: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ی',
  ي: 'ی',
  ۍ: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ۂ: 'ه',
  // Gershayim, geresh and maqaf as the keyboard's signs that stand for them in most texts.
  '״': '"',
  '׳': "'",
  '־': '-',
  // Lower-casing gives ς or σ by the letter's neighbours; one of them must do for a search.
  ς: 'σ',
}
const folding = new RegExp(`[${Object.keys(oneLetter).join('')}]`, 'gu')
const looseLetter: Readonly<Record<string, string>> = {
  ڕ: 'ر',
  ڒ: 'ر',
  ڵ: 'ل',
  ێ: 'ی',
  ۆ: 'و',
  ڤ: 'ف',
  ئ: 'ی',
  ؤ: 'و',
}
const loosening = new RegExp(`[${Object.keys(looseLetter).join('')}]`, 'gu')

/**
 * The search key of a text, for Arabic, Kurdish, Persian and Latin alike (rtl.md Recommendation 12): NFKC, without tashkeel,
 * tatweel and format characters, with one alef, yeh, kaf and heh, the keyboard's signs for those of Hebrew words, ASCII
 * digits and small letters. Never shown to anyone.
 */
export function fold(text: string): string {
  return foldNormal(text.normalize('NFKC'))
}

/**
 * The second key, for a hit where the first finds none: also ڕ as ر, ڵ as ل, ێ and ئ as ی, ۆ and ؤ as و, ڤ as ف. As long as
 * `fold(text)`, so that the map of `foldWithMap` serves both.
 */
export function foldLoose(text: string): string {
  return fold(text).replace(loosening, (letter) => looseLetter[letter] ?? letter)
}

function foldNormal(normal: string): string {
  const bare = normal.replace(deleted, '').toLowerCase()
  return toAsciiDigits(bare.replace(folding, (letter) => oneLetter[letter] ?? letter))
}

// A letter with its marks: what NFKC may compose. Conjoining Hangul and the half-width kana marks compose without being marks.
const unit = /(?:[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]+|[\s\S])[\p{M}\uff9e\uff9f]*/gu

/** `fold(text)` with its way back to the original, for marking a hit where it stands. */
export function foldWithMap(text: string): FoldedText {
  const parts: string[] = []
  const map: number[] = []
  const known = new Map<string, string>()
  for (const { 0: letter, index } of text.matchAll(unit)) {
    const folded = known.get(letter) ?? fold(letter)
    known.set(letter, folded)
    parts.push(folded)
    for (let at = 0; at < folded.length; at += 1) map.push(index)
  }
  map.push(text.length)
  return { folded: parts.join(''), map: Uint32Array.from(map) }
}
