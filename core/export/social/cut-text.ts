const segmenters = new Map<string, Intl.Segmenter>()

/** Where each sentence, word or letter of a text ends, in UTF-16 units. */
function ends(text: string, granularity: 'sentence' | 'word' | 'grapheme', language: string): number[] {
  const key = `${granularity} ${language}`
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity })
  segmenters.set(key, segmenter)
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)
}

/** The longest beginning that fits; `finish` makes of it what is counted. Fits less the longer it is. */
function longest(
  text: string,
  at: readonly number[],
  fits: (text: string) => boolean,
  finish: (text: string) => string,
): string {
  let [good, bad] = [0, at.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(finish(text.slice(0, at[middle - 1])))) good = middle
    else bad = middle
  }
  return good === 0 ? '' : finish(text.slice(0, at[good - 1]))
}

const whole = (text: string): string => text.trimEnd()
/** No sign that joins stands before an ellipsis. */
const shortened = (text: string): string => `${text.replace(/(?:[\s,،:;؛–—([«“-]|\p{Cf})+$/u, '')}…`

/**
 * The text, or as much of it as fits: whole sentences where they are most of what would fit, else whole words and an ellipsis, else
 * whole letters with their marks; '' where nothing fits. Never half an emoji, never a letter without its tashkeel.
 */
export function cutText(text: string, language: string, fits: (text: string) => boolean): string {
  const trimmed = text.trim()
  if (fits(trimmed)) return trimmed
  const words = longest(trimmed, ends(trimmed, 'word', language), fits, shortened)
  const sentences = longest(trimmed, ends(trimmed, 'sentence', language), fits, whole)
  if (sentences.length > words.length * 0.6) return sentences
  if (words.length > 1) return words
  return longest(trimmed, ends(trimmed, 'grapheme', language), fits, shortened)
}

/** Whole sentences that fit; '' where none does. */
export const sentencesOf = (text: string, language: string, fits: (text: string) => boolean): string =>
  longest(text.trim(), ends(text.trim(), 'sentence', language), fits, whole)
