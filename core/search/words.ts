import { fold } from '../language/fold.ts'

/** A word as it stands in a text. */
export interface WrittenWord {
  /** In its own letters, with its marks. */
  written: string
  /** UTF-16 offsets into the text. */
  from: number
  to: number
}

// Letters and digits with their marks and with the format characters that join or part them: folding takes those away.
const word = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu
const between = /[\s\p{P}\p{S}]+/u

/** The words of a text in their own letters, in its order: what stands between white space, punctuation and symbols. */
export function writtenIn(text: string): readonly string[] {
  return text.match(word) ?? []
}

/** The same with where they stand. */
export function writtenWords(text: string): WrittenWord[] {
  return Array.from(text.matchAll(word), ({ 0: written, index }) => ({
    written,
    from: index,
    to: index + written.length,
  }))
}

/** A written word as it is compared: folded (core/language/fold.ts). Mostly one; a ligature may be several, a mark alone none. */
export function foldedWords(written: string): string[] {
  return fold(written).split(between).filter(Boolean)
}
