import type { AskedWord } from '../query.ts'
import type { Segment } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How near a word of a text is to the one that was asked for: strict stands above loose (rtl.md Recommendation 12). */
export const nearness = { exact: 1, joined: 0.9, begun: 0.8, stem: 0.7, named: 0.5, loose: 0.4 } as const
type Nearness = keyof typeof nearness

/** Terms of a segment, each with what a hit of it is worth: 0 to 1; those of a loose spelling stand last. */
export type Forms = ReadonlyMap<number, number>

/**
 * What is written onto an Arabic word: و ف with ب ل ك or the article, and لل (rtl.md 4.1 has those that Lucene takes off; the
 * single letters come from the issue).
 */
const written = ['و', 'ف', ''].flatMap((conjunction) =>
  ['', 'ب', 'ل', 'ک', 'ال', 'بال', 'کال', 'لل'].map((rest) => conjunction + rest),
)
const arabicLetter = /\p{Script=Arabic}/u
const leastJoined = 3

/** A word as it was asked for, with the terms that it may stand for. */
export interface ReadWord extends AskedWord {
  joined: readonly string[]
  sameStem: ReadonlySet<string>
  loose: ReadonlySet<string>
}

/** Reads a word once for all segments. */
export function readWord(word: AskedWord, vocabulary: Vocabulary): ReadWord {
  return {
    ...word,
    joined: joinedForms(word.text),
    sameStem: vocabulary.ofSameStem(word.written),
    loose: vocabulary.looselyAs(word.text),
  }
}

/** All terms of a segment that the word stands for; `isStrict` leaves those out that only begin or sound like it. */
export function formsIn(segment: Segment, word: ReadWord, isStrict = false): Forms {
  const forms = new Map<number, number>()
  const take = (term: number, how: Nearness): void => {
    if (term >= 0 && (forms.get(term) ?? 0) < nearness[how]) forms.set(term, nearness[how])
  }
  take(segment.termAt(word.text), 'exact')
  for (const term of word.joined) take(segment.termAt(term), 'joined')
  for (const term of word.sameStem) take(segment.termAt(term), 'stem')
  if (isStrict) return forms
  if (word.isBegun) {
    const [from, to] = segment.termsFrom(word.text)
    for (let term = from; term < to; term += 1) take(term, 'begun')
  }
  for (const term of word.loose) take(segment.termAt(term), 'loose')
  return forms
}

/** The folded word with what may be written onto it; none where that is done in no such word. */
export function joinedForms(text: string): string[] {
  if (text.length < leastJoined || !arabicLetter.test(text)) return []
  return written.filter(Boolean).map((prefix) => prefix + text)
}
