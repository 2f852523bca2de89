import type { LanguageCode } from '../model/language-code.ts'
import {
  alphabetOf,
  digit,
  firstWeight,
  ignored,
  several,
  weightOf,
  wordBreak,
  type Alphabet,
} from './alphabet.ts'

/**
 * A key whose plain `<` gives the order of texts for readers of this language, whatever language each text is in: ar, fa, he, ur
 * and en as CLDR 48 has them, ckb as AsoSoft (rtl.md 4.2), kmr as CLDR's `ku`. Word by word; numbers by their value in any of our
 * digits, before letters; the language's own script, then Arabic, Latin and Hebrew, then others by code point. Tashkeel, tatweel,
 * format characters, quotation marks and the sign around words count for nothing at first, then letters that stand with another
 * (أ beside ا, é beside e), and last the exact spelling, so that only the same text has the same key.
 */
export function collationKey(text: string, language: LanguageCode): string {
  return collationLevels(text, language) + levelEnd + text
}

/** The key without the exact spelling, in bytes of Latin-1: half as long, and the same for texts that differ in that alone. */
export function collationLevels(text: string, language: LanguageCode): string {
  return writer.levels(text, alphabetOf(language))
}

/** Whether nothing in a text counts in its order: it is empty, or holds signs alone. */
export function isBlankKey(key: string): boolean {
  return key.startsWith(levelEnd)
}

/** Below every weight, so that a shorter text stands before a longer one that begins with it. */
const levelEnd = '\0'
const levelEndUnit = 0
const zeroWidthNonJoiner = 0x20_0c
/** Above the end of the level. */
const plainVariant = 1
const tatweel = 0x6_40
const emptyNumber = 1
const longestNumber = 254
const asciiZero = 0x30
/** Each of our digits has its value in these: 5, ٥ and ۵ end in 5. */
const valueBits = 0xf
const isSeparator = (code: number): boolean => code === 0x2c || code === 0x6_6c
// 1,234 is one number; 1,2 and 2024,12 are two.
const wholeNumber =
  /[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}(?:[,\u066c][0-9\u0660-\u0669\u06f0-\u06f9]{3})+(?![0-9\u0660-\u0669\u06f0-\u06f9])|[0-9\u0660-\u0669\u06f0-\u06f9]+/y

/** UTF-16 units in a row that are used again for the next text: 50,000 headlines are keyed in half the time. */
class Units {
  // Not emptied between texts: it would grow anew each time. A typed array would be copied unit by unit on its way out.
  readonly #units: number[] = []
  length = 0

  add(unit: number): void {
    this.#units[this.length] = unit
    this.length += 1
  }

  replace(at: number, unit: number): void {
    this.#units[at] = unit
  }

  all(): readonly number[] {
    return this.#units.slice(0, this.length)
  }

  text(): string {
    if (this.length <= unitsAtOnce) return String.fromCharCode(...this.all())
    const parts: string[] = []
    for (let at = 0; at < this.length; at += unitsAtOnce)
      parts.push(String.fromCharCode(...this.#units.slice(at, Math.min(at + unitsAtOnce, this.length))))
    return parts.join('')
  }
}
const unitsAtOnce = 4096

class KeyWriter {
  #text = ''
  #alphabet!: Alphabet
  readonly #weights = new Units()
  readonly #variants = new Units()
  #letters = 0
  #isWordStart = true
  /** True where a word has ended and another may begin. */
  #isBroken = false
  /** The last letter, where it may still turn out to be its word's last; 0 where not. */
  #last = 0

  levels(text: string, alphabet: Alphabet): string {
    this.#begin(text, alphabet)
    for (let at = 0; at < this.#text.length;) at += this.#plainLetters(at) || this.#take(at)
    this.#endWord()
    this.#weights.add(levelEndUnit)
    for (const variant of this.#variants.all()) this.#weights.add(variant)
    return this.#weights.text()
  }

  #begin(text: string, alphabet: Alphabet): void {
    // Presentation forms as letters; and a letter with its sign as one, however it was typed: ê is a letter of Kurmanji.
    const normal = text.normalize('NFKC')
    this.#text = alphabet.joined(normal.includes('\u0654') ? normal.replaceAll('ی\u0654', 'ئ') : normal)
    this.#alphabet = alphabet
    this.#weights.length = 0
    this.#variants.length = 0
    this.#letters = 0
    this.#isWordStart = true
    this.#isBroken = false
    this.#last = 0
  }

  /** Takes the plain letters inside a word that stand there: nearly all of a text. Answers how many they were. */
  #plainLetters(at: number): number {
    if (this.#isWordStart) return 0
    // Taken out of `this` once: it is the loop that all the time goes into.
    const text = this.#text
    const { known } = this.#alphabet
    const weights = this.#weights
    let end = at
    let code = 0
    for (; end < text.length; end += 1) {
      const next = text.charCodeAt(end)
      const found = known[next] ?? 0
      if (found < firstWeight || found > 0xff) break
      weights.add(found)
      code = next
    }
    if (code !== 0) this.#last = code
    this.#letters += end - at
    return end - at
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
    this.#beginWord()
    this.#weights.add(found & 0xff)
    this.#letters += 1
    if (found > 0xff) this.#vary(found >> 8)
    this.#last = code
  }

  /** The last letter is such a variant; those since the last variant were plain. */
  #vary(variant: number): void {
    while (this.#variants.length < this.#letters) this.#variants.add(plainVariant)
    this.#variants.replace(this.#letters - 1, plainVariant + variant)
  }

  #several(weights: readonly number[]): void {
    this.#beginWord()
    for (const weight of weights) this.#weights.add(weight)
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
    this.#closeLetter()
    this.#beginWord()
    this.#weights.add(weightOf.number)
    // The longer number is the larger one: its length stands before its digits.
    const lengthAt = this.#weights.length
    this.#weights.add(emptyNumber)
    for (let index = 0; index < written.length; index += 1) {
      const code = written.charCodeAt(index)
      const isLeadingZero = this.#weights.length === lengthAt + 1 && (code & valueBits) === 0
      if (!isSeparator(code) && !isLeadingZero) this.#weights.add(asciiZero | (code & valueBits))
    }
    const count = this.#weights.length - lengthAt - 1
    this.#weights.replace(lengthAt, emptyNumber + Math.min(count, longestNumber))
    this.#isWordStart = true
    return written.length
  }

  /** Before a letter: the space that its word has before it, where it is not the first. */
  #beginWord(): void {
    if (this.#isWordStart && this.#isBroken) this.#weights.add(weightOf.space)
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
    this.#weights.replace(this.#weights.length - 1, found & 0xff)
    this.#vary(found >> 8)
  }
}

const writer = new KeyWriter()
