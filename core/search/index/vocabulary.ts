import { foldLoose } from '../../language/fold.ts'
import { languageCodes, type LanguageCode } from '../../model/language-code.ts'
import { foldedWords } from '../words.ts'
import type { SectionReader, SectionWriter } from './sections.ts'

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
  /** Terms with a space between: most groups have one or two, and a set of its own for each would weigh more than they. */
  readonly #byStem = new Map<string, string>()
  readonly #byLoose = new Map<string, string>()

  constructor(stems: Stems) {
    this.#stems = stems
  }

  /** Answers, for each word written in this language, its terms: learned when it is met first. */
  termsIn(language: LanguageCode): (written: string) => readonly string[] {
    const known = this.#known.get(language) ?? new Map<string, readonly string[]>()
    this.#known.set(language, known)
    return (written) => known.get(written) ?? this.#learned(written, language, known)
  }

  #learned(
    written: string,
    language: LanguageCode,
    known: Map<string, readonly string[]>,
  ): readonly string[] {
    const learned = foldedWords(written).map((term) => term.slice(0, longestWord))
    if (known.size >= mostKnown) known.clear()
    known.set(written, learned)
    this.#learn(written, language, learned)
    return learned
  }

  /** The terms that have a stem of this written word, in any language. */
  ofSameStem(written: string): Set<string> {
    const found = new Set<string>()
    for (const language of languageCodes)
      for (const stem of this.#stems(written, language))
        for (const term of membersOf(this.#byStem, `${language} ${stem}`)) found.add(term)
    return found
  }

  /** The terms that are this folded one for a loose reader (`foldLoose`). */
  looselyAs(term: string): Set<string> {
    const loose = foldLoose(term)
    return new Set([loose, ...membersOf(this.#byLoose, loose)])
  }

  keep(writer: SectionWriter): void {
    for (const groups of [this.#byStem, this.#byLoose])
      writer.texts({ [Symbol.iterator]: () => linesOf(groups) })
  }

  /** Takes over what another one kept as well. @throws RangeError where that is damaged: some of it may be there then, which costs a look */
  restore(reader: SectionReader): void {
    for (const groups of [this.#byStem, this.#byLoose]) {
      const text = reader.text()
      const isFirst = groups.size === 0
      for (const line of text === '' ? [] : text.split('\n')) {
        const [name, terms] = groupIn(line)
        if (isFirst) groups.set(name, terms)
        else joinAll(groups, name, terms)
      }
    }
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

function* linesOf(groups: ReadonlyMap<string, string>): Generator<string, void, undefined> {
  let end = ''
  for (const [name, members] of groups) {
    yield `${end}${name}\t${members}`
    end = '\n'
  }
}

const membersOf = (groups: ReadonlyMap<string, string>, name: string): string[] =>
  groups.get(name)?.split(' ') ?? []

function groupIn(line: string): [name: string, terms: string] {
  const tab = line.indexOf('\t')
  if (tab < 0) throw new RangeError('a group without its words')
  return [line.slice(0, tab), line.slice(tab + 1)]
}

function joinAll(groups: Map<string, string>, name: string, terms: string): void {
  for (const term of terms.split(' ')) join(groups, name, term)
}

function join(groups: Map<string, string>, name: string, term: string): void {
  const members = groups.get(name)
  if (members === undefined) groups.set(name, term)
  else if (!members.split(' ').includes(term)) groups.set(name, `${members} ${term}`)
}
