import type { Isolate } from './isolate-kinds.ts'
import type { Stretch } from './isolate-tokens.ts'
import { leftToRightLetters, rightToLeftLetter } from './scripts.ts'

// U+2019 and the straight quotes join letters in Hebrew abbreviations (צה"ל).
const word = new RegExp(
  `${rightToLeftLetter}(?:${rightToLeftLetter}|[\\p{M}\\u200c\\u200d]|["'’׳״־](?=${rightToLeftLetter}))*`,
  'gu',
)
const endsPhrase = new RegExp(`[${leftToRightLetters}\\n\\r\\ufffc]|[,;][ \\u00a0]`, 'u')
const longestGap = 24

interface Phrase extends Stretch {
  /** How many brackets it has opened and not closed. */
  depth: number
}

/**
 * The right-to-left phrases of an ltr text, with the numbers and punctuation between their words. A comma or semicolon of the
 * English sentence divides them: each name of a list stands on its own.
 */
export function rightToLeftIn(text: string): Isolate[] {
  const phrases: Phrase[] = []
  for (const { 0: found, index: from } of text.matchAll(word)) {
    const to = from + found.length
    const phrase = phrases.at(-1)
    const depth = phrase && depthAcross(text, phrase, from)
    if (phrase && depth !== undefined) Object.assign(phrase, { to, depth })
    else phrases.push({ from, to, depth: 0 })
  }
  return phrases.map(({ from, to, depth }) => ({
    from,
    to: withOwnEnd(text, to, depth),
    dir: 'rtl',
    kind: 'arabic',
  }))
}

/** How many brackets are open behind the gap to the next word; undefined where the gap ends the phrase. */
function depthAcross(text: string, phrase: Phrase, next: number): number | undefined {
  if (next - phrase.to > longestGap) return undefined
  const gap = text.slice(phrase.to, next)
  if (endsPhrase.test(gap)) return undefined
  let { depth } = phrase
  for (const letter of gap) {
    if (/[([«‹]/.test(letter)) depth += 1
    if (/[)\]»›]/.test(letter)) depth -= 1
    if (depth < 0) return undefined
  }
  return depth
}

/** With its Arabic question mark and the brackets it opened itself. */
function withOwnEnd(text: string, to: number, depth: number): number {
  let end = to
  let open = depth
  while (text.charAt(end) === '؟' || (open > 0 && /[)\]»›]/.test(text.charAt(end)))) {
    if (text.charAt(end) !== '؟') open -= 1
    end += 1
  }
  return end
}
