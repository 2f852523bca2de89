import { fold } from '../language/fold.ts'
import type { StoryLine } from './story-lines.ts'

/** The words of a line with what they weigh: their letters, folded as search folds them. */
export interface Bag {
  weights: ReadonlyMap<string, number>
  total: number
}

/** The words of a line as a bag; the name of a picture's file is one of its words. */
export function bagOf(line: StoryLine): Bag {
  const weights = new Map<string, number>()
  let total = 0
  for (const word of fold(line.text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    weights.set(word, (weights.get(word) ?? 0) + word.length)
    total += word.length
  }
  if (line.media) weights.set(line.media, line.media.length)
  return { weights, total }
}

/**
 * How alike two lines are, 0 to 1: Dice's measure over their words as search folds them (so that ە for ه, ی for ي or
 * tashkeel make no difference), each weighing its letters, because every text of a language shares its short words.
 */
export function likeness(one: Bag, other: Bag): number {
  const [fewer, more] = one.weights.size <= other.weights.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, weight] of fewer.weights) common += Math.min(weight, more.weights.get(word) ?? 0)
  return common === 0 ? 0 : (2 * common) / (one.total + other.total)
}

// A word in more lines than this tells none of them.
const maxLinesOfWord = 20
const maxRivals = 4

/** For each of some bags the few others that share most of the words which are not everywhere, by their index. */
export function rivalsOf(bags: readonly Bag[], others: readonly Bag[]): number[][] {
  const linesOf = new Map<string, number[]>()
  for (const [index, { weights }] of others.entries())
    for (const word of weights.keys()) {
      const lines = linesOf.get(word)
      if (lines) lines.push(index)
      else linesOf.set(word, [index])
    }
  return bags.map(({ weights }) => {
    const shared = new Map<number, number>()
    for (const [word, weight] of weights) {
      const lines = linesOf.get(word) ?? []
      if (lines.length > maxLinesOfWord) continue
      for (const line of lines) shared.set(line, (shared.get(line) ?? 0) + weight)
    }
    return [...shared]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, maxRivals)
      .map(([line]) => line)
  })
}
