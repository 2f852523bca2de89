import { letterOrders, spelledOut, type LetterOrder } from './collate-letters.ts'
import type { LanguageCode } from '../model/language-code.ts'

/** What a code point is in a key; a letter is its weight, with its variant (0 for the plain one) in the upper byte. */
export const ignored = 1
export const wordBreak = 2
export const digit = 3
/** Stands for several letters or is of no script that we order: `Alphabet.several` has its weights. */
export const several = 4
/** Whatever is not below it is a letter. */
export const firstWeight = 8
/** Weights of what is between letters: lower than each of them, a number lower than words. */
export const weightOf = { space: 2, number: 3 } as const

/** A letter made of another one by a sign (é, ü), and one that is read as another where it stands. */
const signedVariant = 30
const replacedVariant = 31

// Quotation marks, apostrophes and modifier letters stand inside words: الـ«يونيسف», don't, צה״ל, Baʿth.
const ignorable = /[\p{M}\p{Cf}\p{Pi}\p{Pf}\u0640"'`´\u02b0-\u02ff\u05f3\u05f4]/u
const digits = /[0-9\u0660-\u0669\u06f0-\u06f9]/

/** The weights of a language's letters, each looked up once and remembered. */
class Alphabet {
  readonly #weights = new Map<string, number>()
  /** `classOf` by UTF-16 unit; 0 where nobody has asked yet. */
  readonly known = new Uint16Array(0x1_00_00)
  readonly #several = new Map<number, readonly number[]>()
  /** Behind each script, for its letters that are in no table; at the end for all other scripts. */
  readonly #rest: { pattern: RegExp; weight: number }[] = []
  readonly #initial: ReadonlyMap<number, number>
  readonly #final: ReadonlyMap<number, number>
  readonly #digraphs: LetterOrder['digraphs']

  constructor(order: LetterOrder) {
    let weight = firstWeight
    for (const { script, letters } of order.scripts) {
      for (const group of letters.split(' ')) {
        for (const [variant, letter] of Array.from(group).entries())
          this.#weights.set(letter, (variant << 8) | weight)
        weight += 1
      }
      this.#rest.push({ pattern: scriptPatterns[script], weight })
      weight += 1
    }
    this.#rest.push({ pattern: /[^]/u, weight })
    this.#initial = this.#replacements(order.initial)
    this.#final = this.#replacements(order.final)
    this.#digraphs = order.digraphs
  }

  /** The text with one letter for each digraph of the language. */
  joined(text: string): string {
    return this.#digraphs ? text.replace(...this.#digraphs) : text
  }

  /** What this code point is: one of the constants above, or its weight and variant. */
  classOf(code: number): number {
    if (code > 0xff_ff) return this.#find(code)
    const known = this.known[code] ?? 0
    return known || (this.known[code] = this.#find(code))
  }

  /** The weights of a code point that is `several`. */
  several(code: number): readonly number[] {
    return this.#several.get(code) ?? []
  }

  /** The class that a letter has at the beginning of a word, where it is another there. */
  initial(code: number): number | undefined {
    return this.#initial.get(code)
  }

  /** The same at the end of a word. */
  final(code: number): number | undefined {
    return this.#final.get(code)
  }

  #replacements(pairs: Readonly<Record<string, string>> = {}): Map<number, number> {
    return new Map(
      Object.entries(pairs).map(([from, to]) => [
        from.charCodeAt(0),
        (replacedVariant << 8) | (this.#weights.get(to) ?? 0),
      ]),
    )
  }

  #find(code: number): number {
    const letter = String.fromCodePoint(code)
    const weight = this.#weights.get(letter)
    if (weight !== undefined) return weight
    if (ignorable.test(letter)) return ignored
    if (digits.test(letter)) return digit
    const small = letter.toLowerCase()
    if (small !== letter) return this.#sameAs(code, small)
    const plain = spelledOut[letter] ?? letter.normalize('NFKD')
    if (plain !== letter) return this.#sameAs(code, plain)
    if (!/[\p{L}\p{N}]/u.test(letter)) return wordBreak
    const rest = this.#rest.find(({ pattern }) => pattern.test(letter))
    this.#several.set(code, [rest?.weight ?? 0, code >> 16, (code >> 8) & 0xff, code & 0xff])
    return several
  }

  /** A code point that stands for others, in a text that is NFKC: capitals, ligatures, letters with signs. */
  #sameAs(code: number, others: string): number {
    const letters = Array.from(others, (other) => other.codePointAt(0) ?? 0)
    const classes = letters.map((each) => [each, this.classOf(each)] as const)
    const [only, ...more] = classes.filter(([, found]) => found !== ignored)
    if (!only) return ignored
    if (more.length === 0 && only[1] !== several) {
      const isSigned = classes.length > 1 && only[1] > firstWeight && only[1] >> 8 === 0
      return isSigned ? (signedVariant << 8) | only[1] : only[1]
    }
    const weights = [only, ...more].flatMap(([each, found]) => this.#weightsOf(each, found))
    this.#several.set(code, weights)
    return several
  }

  #weightsOf(code: number, found: number): readonly number[] {
    return found === several ? this.several(code) : [found & 0xff]
  }
}
export type { Alphabet }

const scriptPatterns = {
  arabic: /\p{Script=Arabic}/u,
  latin: /\p{Script=Latin}/u,
  hebrew: /\p{Script=Hebrew}/u,
} as const

const alphabets = new Map<LanguageCode, Alphabet>()

/** The alphabet of a language, made at the first question (128 KB each). */
export function alphabetOf(language: LanguageCode): Alphabet {
  const alphabet = alphabets.get(language) ?? new Alphabet(letterOrders[language])
  alphabets.set(language, alphabet)
  return alphabet
}
