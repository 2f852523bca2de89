import type { Isolate } from './isolate.ts'
import type { Stretch } from './isolate-addresses.ts'
import { leftToRightLetters, rightToLeftLetter } from './scripts.ts'

// U+2019 and the straight quotes join letters in Hebrew abbreviations (צה"ל).
const word = new RegExp(
  `${rightToLeftLetter}(?:${rightToLeftLetter}|[\\p{M}\\u200c\\u200d]|["'’׳״־](?=${rightToLeftLetter}))*`,
  'gu',
)
const endsPhrase = new RegExp(`[${leftToRightLetters}\\n\\r]|[,;][ \\u00a0]`, 'u')
const longestGap = 24

/**
 * The right-to-left phrases of an ltr text, with the numbers and punctuation between their words. A comma or semicolon of the
 * English sentence divides them: each name of a list stands on its own.
 */
export function rightToLeftIn(text: string, taken: readonly Stretch[]): Isolate[] {
  const phrases: (Stretch & { depth: number })[] = []
  let at = 0
  for (const stretch of [...taken, { from: text.length, to: text.length }]) {
    let phrase: (typeof phrases)[number] | undefined
    for (const { 0: found, index } of text.slice(at, stretch.from).matchAll(word)) {
      const [from, to] = [at + index, at + index + found.length]
      const depth = phrase && depthAcross(text, phrase, from)
      if (phrase && depth !== undefined) Object.assign(phrase, { to, depth })
      else phrases.push((phrase = { from, to, depth: 0 }))
    }
    at = stretch.to
  }
  return phrases.map(({ from, to, depth }) => ({
    from,
    to: withOwnEnd(text, to, depth),
    dir: 'rtl',
    kind: 'arabic',
  }))
}

/** How many brackets are open behind the gap to the next word; undefined where the gap ends the phrase. */
function depthAcross(text: string, phrase: Stretch & { depth: number }, next: number): number | undefined {
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
