import { foldLoose } from '../../language/fold.ts'
import { languageCodes, type LanguageCode } from '../../model/language-code.ts'
import { foldedWords } from '../words.ts'

/** The stems of one word of a text, in the letters that it was written in: some languages part one word into several. */
export type Stems = (word: string, language: LanguageCode) => readonly string[]

const letters = /\p{L}/u
/** Longer words are addresses and noise: found by their beginning. */
const longestWord = 64
/** Written words of a language that are kept with their terms: a newsroom's own come again and again. */
const mostKnown = 200_000

/**
 * The folded words of all articles, and which of them belong together: those of one stem, and those that a loose reader takes for
 * one. It only grows: a word that has left the archive is in no segment and costs a look.
 */
export class Vocabulary {
  readonly #stems: Stems
  readonly #known = new Map<LanguageCode, Map<string, readonly string[]>>()
  readonly #byStem = new Map<string, Set<string>>()
  readonly #byLoose = new Map<string, Set<string>>()

  constructor(stems: Stems) {
    this.#stems = stems
  }

  /** The terms of a written word, learned when it is met first. */
  terms(written: string, language: LanguageCode): readonly string[] {
    const known = this.#known.get(language) ?? new Map<string, readonly string[]>()
    const terms = known.get(written)
    if (terms) return terms
    const learned = foldedWords(written).map((term) => term.slice(0, longestWord))
    if (known.size >= mostKnown) known.clear()
    known.set(written, learned)
    this.#known.set(language, known)
    this.#learn(written, language, learned)
    return learned
  }

  /** The terms that have a stem of this written word, in any language. */
  ofSameStem(written: string): Set<string> {
    const found = new Set<string>()
    for (const language of languageCodes)
      for (const stem of this.#stems(written, language))
        for (const term of this.#byStem.get(`${language} ${stem}`) ?? []) found.add(term)
    return found
  }

  /** The terms that are this folded one for a loose reader (`foldLoose`). */
  looselyAs(term: string): Set<string> {
    const loose = foldLoose(term)
    return new Set([loose, ...(this.#byLoose.get(loose) ?? [])])
  }

  #learn(written: string, language: LanguageCode, terms: readonly string[]): void {
    for (const term of terms) {
      const loose = foldLoose(term)
      if (loose !== term) join(this.#byLoose, loose, term)
    }
    if (!letters.test(written)) return
    for (const stem of this.#stems(written, language))
      for (const term of terms) join(this.#byStem, `${language} ${stem}`, term)
  }
}

function join(groups: Map<string, Set<string>>, name: string, term: string): void {
  const group = groups.get(name)
  if (group) group.add(term)
  else groups.set(name, new Set([term]))
}
