import type { Segment } from './segment.ts'

/** A word of the archive in the place of one that no article has. */
export interface NearTerm {
  term: string
  /** Slips between the two: letters that are missing, too many, wrong, or the wrong way round. */
  slips: number
  /** Documents that have it. */
  frequency: number
  /** One of them, by number. */
  document: number
}

const leastLength = 3
/** From so many letters on a word may have two slips. */
const longLength = 6
/** A field's words and the like begin so: nothing that was written. */
const isNamed = (term: string): boolean => term.startsWith('\u0001')

const letterSets = new WeakMap<Segment, Uint32Array>()

/** The word of the segment with the fewest slips, of those the most frequent; undefined where none is near. */
export function nearestIn(segment: Segment, word: string): NearTerm | undefined {
  if (word.length < leastLength) return undefined
  const most = word.length >= longLength ? 2 : 1
  const { terms } = segment.parts
  const sets = setsOf(segment)
  const asked = lettersOf(word)
  let best: NearTerm | undefined
  for (let at = 0; at < terms.length; at += 1) {
    // A slip changes at most two letters of the set.
    if (bitsIn((sets[at] ?? 0) ^ asked) > 2 * most) continue
    const term = terms[at] ?? ''
    if (Math.abs(term.length - word.length) > most || isNamed(term)) continue
    const slips = slipsBetween(word, term, best ? Math.min(best.slips, most) : most)
    const frequency = segment.frequency(at)
    if (slips > most || (best && !isNearer({ slips, frequency }, best))) continue
    const { count, numbers } = segment.postings(at)
    const document = numbers.subarray(0, count).find((number) => segment.gone[number] === 0)
    if (document !== undefined) best = { term, slips, frequency, document }
  }
  return best
}

/** Whether the one is to be offered before the other. */
export function isNearer(
  one: Pick<NearTerm, 'slips' | 'frequency'>,
  other: Pick<NearTerm, 'slips' | 'frequency'>,
): boolean {
  return one.slips < other.slips || (one.slips === other.slips && one.frequency > other.frequency)
}

/**
 * How many letters must be added, taken away, replaced or swapped with their neighbour to make one word of the other (optimal
 * string alignment); `most` + 1 where it is more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    let least = row
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1]
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      const changed = (last[at - 1] ?? 0) + (isSame ? 0 : 1)
      const swapped = isSwapped ? (beforeLast[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      const slips = Math.min(changed, swapped, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    ;[beforeLast, last] = [last, next]
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}

/** The letters of each term as a set of 32, made when somebody first asks. */
function setsOf(segment: Segment): Uint32Array {
  const known = letterSets.get(segment)
  if (known) return known
  const sets = Uint32Array.from(segment.parts.terms, lettersOf)
  letterSets.set(segment, sets)
  return sets
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function bitsIn(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1
  return count
}
