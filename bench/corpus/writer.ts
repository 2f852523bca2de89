import { chanceFrom, commonOf, oneOf, type Chance } from './chance.ts'
import {
  adjectives,
  familyNames,
  givenNames,
  joins,
  latinNames,
  nouns,
  places,
  ties,
  verbs,
} from './vocabulary.ts'

export type Emphasis = 'bold' | 'italic' | 'link'
/** One word as it stands between two spaces, its punctuation with it. */
export interface Word {
  text: string
  emphasis?: Emphasis
}

const pronouns = ['ه', 'ها', 'هم']
const arabicDigits = '٠١٢٣٤٥٦٧٨٩'

/** Writes news of no event, the same for the same seed. */
export interface Writer {
  chance: Chance
  /** Exactly so many words, in sentences; the last one ends with a full stop wherever it is cut. */
  sentences(wordCount: number): Word[]
  /** Exactly so many words without a full stop. */
  title(wordCount: number): Word[]
}

/** A writer of its own chance. */
export function createWriter(seed: number): Writer {
  const chance = chanceFrom(seed)
  const happens = (share: number): boolean => chance() < share
  const plain = (text: string): Word[] => text.split(' ').map((word) => ({ text: word }))

  // Prefixes and endings as the language builds them: a text has far more forms than a dictionary has words.
  const noun = (): string => {
    const stem = commonOf(chance, nouns)
    if (happens(0.5)) return `${happens(0.2) ? oneOf(chance, ['و', 'ب', 'ك']) : ''}ال${stem}`
    return happens(0.25) ? stem + oneOf(chance, pronouns) : stem
  }
  const person = (): string => `${oneOf(chance, givenNames)} ${oneOf(chance, familyNames)}`
  const number = (): string => {
    const value = Math.floor(chance() ** 3 * 90_000) + 1
    if (happens(0.3)) return `${(value / 1000).toFixed(1)}%`
    return happens(0.5)
      ? String(value)
      : String(value).replace(/\d/g, (digit) => arabicDigits.charAt(Number(digit)))
  }
  const quoted = (): Word[] => {
    const [open, close] = happens(0.75) ? ['«', '»'] : ['‹', '›']
    return plain(`${open}${noun()} ${commonOf(chance, nouns)} ${commonOf(chance, adjectives)}${close}`)
  }
  const emphasised = (text: string, emphasis: Emphasis): Word[] =>
    plain(text).map((word) => ({ ...word, emphasis }))

  const clause = (): Word[] => {
    const said = plain(`${commonOf(chance, verbs)} ${noun()} ${commonOf(chance, adjectives)}`)
    if (happens(0.3)) said.push(...(happens(0.2) ? emphasised(person(), 'bold') : plain(person())))
    said.push(...plain(`${commonOf(chance, ties)} ${noun()} ${noun()}`))
    if (happens(0.2)) said.push(...plain(`في ${oneOf(chance, places)}`))
    if (happens(0.12)) said.push(...plain(`${number()} ${commonOf(chance, nouns)}`))
    if (happens(0.1)) {
      const name = oneOf(chance, latinNames)
      said.push(...(happens(0.3) ? emphasised(name, 'italic') : plain(name)))
    }
    if (happens(0.1)) said.push(...quoted())
    if (happens(0.04)) said.push(...emphasised(`${noun()} ${commonOf(chance, adjectives)}`, 'link'))
    return said
  }
  const sentence = (): Word[] => {
    const said = clause()
    while (happens(0.45)) said.push({ text: oneOf(chance, joins) }, ...clause())
    return said
  }
  const endWith = (said: Word[], mark: string): Word[] => {
    const last = said.pop()
    // A link or a bold word does not carry the full stop.
    return last
      ? [...said, last.emphasis ? { text: last.text + mark } : { ...last, text: last.text + mark }]
      : said
  }

  return {
    chance,
    sentences(wordCount) {
      const said: Word[] = []
      while (said.length < wordCount) {
        const next = sentence().slice(0, wordCount - said.length)
        said.push(...endWith(next, '.'))
      }
      return said
    },
    title: (wordCount) => {
      const said: Word[] = []
      while (said.length < wordCount) said.push(...clause())
      return said.slice(0, wordCount).map(({ text }) => ({ text }))
    },
  }
}
