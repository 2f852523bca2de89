import type { LanguageCode } from '../model/language-code.ts'
import { alphabetOf, digit, ignored, several, weightOf, wordBreak, type Alphabet } from './alphabet.ts'
import { toAsciiDigits } from './digits.ts'

/**
 * A key whose plain `<` gives the order of texts for readers of this language, whatever language each text is in: ar, fa, he, ur
 * and en as CLDR 48 has them, ckb as AsoSoft (rtl.md 4.2), kmr as CLDR's `ku`. Word by word; numbers by their value in any of our
 * digits, before letters; the language's own script, then Arabic, Latin and Hebrew, then others by code point. Tashkeel, tatweel,
 * format characters, quotation marks and the sign around words count for nothing at first, then letters that stand with another
 * (أ beside ا, é beside e), and last the exact spelling, so that only the same text has the same key.
 */
export function collationKey(text: string, language: LanguageCode): string {
  return new KeyWriter(text, alphabetOf(language)).key()
}

/** Whether nothing in a text counts in its order: it is empty, or holds signs alone. */
export function isBlankKey(key: string): boolean {
  return key.startsWith(levelEnd)
}

/** Below every weight, so that a shorter text stands before a longer one that begins with it. */
const levelEnd = '\0'
const zeroWidthNonJoiner = 0x20_0c
const tatweel = 0x6_40
const longestNumber = 254
// 1,234 is one number; 1,2 and 2024,12 are two.
const wholeNumber =
  /[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}(?:[,\u066c][0-9\u0660-\u0669\u06f0-\u06f9]{3})+(?![0-9\u0660-\u0669\u06f0-\u06f9])|[0-9\u0660-\u0669\u06f0-\u06f9]+/y

class KeyWriter {
  readonly #written: string
  readonly #text: string
  readonly #alphabet: Alphabet
  readonly #weights: number[] = []
  readonly #variants: number[] = []
  /** How many variants count: those behind are of plain letters. */
  #varied = 0
  #isWordStart = true
  /** True where a word has ended and another may begin. */
  #isBroken = false
  /** The last letter, where it may still turn out to be its word's last; 0 where not. */
  #last = 0

  constructor(text: string, alphabet: Alphabet) {
    // Presentation forms as letters; and a letter with its sign as one, however it was typed: ê is a letter of Kurmanji.
    const normal = text.normalize('NFKC')
    this.#text = normal.includes('\u0654') ? normal.replaceAll('ی\u0654', 'ئ') : normal
    this.#written = text
    this.#alphabet = alphabet
  }

  key(): string {
    for (let at = 0; at < this.#text.length;) at += this.#take(at)
    this.#endWord()
    const variants = this.#variants.slice(0, this.#varied)
    return stringOf(this.#weights) + levelEnd + stringOf(variants) + levelEnd + this.#written
  }

  /** Takes what stands there into the key; answers how many UTF-16 units it was. */
  #take(at: number): number {
    const code = this.#text.codePointAt(at) ?? 0
    const units = code > 0xff_ff ? 2 : 1
    const found = this.#alphabet.classOf(code)
    if (found === ignored) this.#pass(code)
    else if (found === wordBreak) this.#endWord()
    else if (found === digit) return this.#number(at)
    else if (found === several) this.#several(this.#alphabet.several(code))
    else this.#letter(code, (this.#isWordStart && this.#alphabet.initial(code)) || found)
    return units
  }

  #letter(code: number, found: number): void {
    this.#begin()
    this.#weights.push(found & 0xff)
    this.#variants.push((found >> 8) + 1)
    if (found > 0xff) this.#varied = this.#variants.length
    this.#last = code
  }

  #several(weights: readonly number[]): void {
    this.#begin()
    this.#weights.push(...weights)
    this.#last = 0
  }

  /** In Kurdish a ZWNJ behind ه makes it ە, and a tatweel says that it is none (هـ). */
  #pass(code: number): void {
    if (code === zeroWidthNonJoiner) this.#closeLetter()
    if (code === tatweel) this.#last = 0
  }

  #number(at: number): number {
    wholeNumber.lastIndex = at
    const written = wholeNumber.exec(this.#text)?.[0] ?? ''
    const value = toAsciiDigits(written)
      .replaceAll(/[,\u066c]/g, '')
      .replace(/^0+(?=\d)/, '')
    this.#closeLetter()
    this.#begin()
    // The longer number is the larger one.
    this.#weights.push(weightOf.number, Math.min(value.length, longestNumber))
    for (let index = 0; index < value.length; index += 1) this.#weights.push(value.charCodeAt(index))
    this.#isWordStart = true
    return written.length
  }

  /** Before a letter: the space that its word has before it, where it is not the first. */
  #begin(): void {
    if (this.#isWordStart && this.#isBroken) this.#weights.push(weightOf.space)
    this.#isWordStart = false
    this.#isBroken = false
  }

  #endWord(): void {
    this.#closeLetter()
    this.#isBroken = this.#weights.length > 0
    this.#isWordStart = true
  }

  /** The last letter was its word's last. */
  #closeLetter(): void {
    const found = this.#last === 0 ? undefined : this.#alphabet.final(this.#last)
    this.#last = 0
    if (found === undefined) return
    this.#weights[this.#weights.length - 1] = found & 0xff
    this.#variants[this.#variants.length - 1] = (found >> 8) + 1
    this.#varied = this.#variants.length
  }
}

const unitsAtOnce = 4096
function stringOf(units: readonly number[]): string {
  if (units.length <= unitsAtOnce) return String.fromCharCode(...units)
  const parts: string[] = []
  for (let at = 0; at < units.length; at += unitsAtOnce)
    parts.push(String.fromCharCode(...units.slice(at, at + unitsAtOnce)))
  return parts.join('')
}
