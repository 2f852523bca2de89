import type { HouseRules } from '../../../core/language/spelling/house-list.ts'
import {
  wordsOfText,
  type BlockLanguages,
  type TextWord,
} from '../../../core/language/spelling/words-of-text.ts'
import type { Direction, LanguageCode } from '../../../core/model/language-code.ts'
import type { Finding } from '../painting/block-finder.ts'

/** A word that may be wrong, or several that are known to be. */
export interface Misspelling extends Finding {
  language: LanguageCode
  plain: string
  /** What is known to be right in its place, of the house or of Midad. */
  right: string | null
  /** The dictionary does not know the language well: the word may well be right. */
  isHint: boolean
}

/** By what the words of a story are judged, as it is now. */
export interface SpellingRules {
  isChecked(language: LanguageCode): boolean
  isHint(language: LanguageCode): boolean
  house(language: LanguageCode): HouseRules
  isIgnored(language: LanguageCode, plain: string): boolean
  /** Undefined where it is not known yet. */
  isRight(language: LanguageCode, plain: string): boolean | undefined
}

/** The names under which they are painted. */
export const spellingPaints = { mistake: 'spelling', hint: 'spelling-hint' } as const

interface BlockPlace {
  direction: Direction
  languages: BlockLanguages
  /** Where the caret writes: the word there is left alone, and nobody is asked about it. */
  writtenAt?: number | undefined
}

/**
 * The words of a block's text that may be wrong, whether all of its words are judged by now, and the word that is being
 * written.
 */
export function misspellingsIn(
  text: string,
  { direction, languages, writtenAt }: BlockPlace,
  rules: SpellingRules,
): { found: Misspelling[]; isSettled: boolean; written: TextWord | null } {
  const words = wordsOfText(text, direction, languages)
  const found: Misspelling[] = []
  let isSettled = true
  let written: TextWord | null = null
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (!word || !rules.isChecked(word.language)) continue
    if (writtenAt !== undefined && word.from <= writtenAt && writtenAt <= word.to) {
      written = word
      continue
    }
    const house = rules.house(word.language)
    const pair = pairAt(words, index, text, house)
    const last = pair ? words[index + pair.words.length - 1] : word
    const plain = pair ? pair.words.join(' ') : word.plain
    if (!pair) {
      // First what is known of most words, and cheap; the house is asked about those that are left.
      const isRight = rules.isRight(word.language, word.plain)
      if (isRight === undefined) isSettled = false
      if (isRight !== false) continue
    }
    if (!last || rules.isIgnored(word.language, plain) || house.has(plain)) continue
    const isHint = rules.isHint(word.language)
    found.push({
      from: word.from,
      to: last.to,
      paint: isHint ? spellingPaints.hint : spellingPaints.mistake,
      language: word.language,
      plain,
      right: pair?.right ?? null,
      isHint,
    })
    if (pair) index += pair.words.length - 1
  }
  return { found, isSettled, written }
}

/** A pair whose words stand here, one space between two of them. */
function pairAt(words: readonly TextWord[], index: number, text: string, house: HouseRules) {
  const first = words[index]
  if (!first) return undefined
  return house.pairsFrom(first.plain).find((pair) =>
    pair.words.every((plain, step) => {
      const word = words[index + step]
      const before = words[index + step - 1]
      if (word?.plain !== plain || word.language !== first.language) return false
      return step === 0 || (before !== undefined && text.slice(before.to, word.from) === ' ')
    }),
  )
}
