import { diffArrays } from 'diff'
import { heaviestChain, type Candidate } from './chain.ts'

// Myers' way costs the square of the edits: two hundred are twenty thousand steps, in this package some four milliseconds.
const maxEdits = 200
const maxEditsBetweenAnchors = 60

/**
 * Which of the newer each of the older is, -1 for none: rising, and as many as can be. Beyond `maxEdits` differences
 * (of what stands in both) only what stands once in each is laid side by side, and what lies close between. Turned
 * round it answers the same pairs.
 */
export function align(older: readonly string[], newer: readonly string[]): Int32Array {
  const partner = new Int32Array(older.length).fill(-1)
  const shorter = Math.min(older.length, newer.length)
  let start = 0
  while (start < shorter && older[start] === newer[start]) {
    partner[start] = start
    start += 1
  }
  let end = 0
  while (end < shorter - start && older[older.length - 1 - end] === newer[newer.length - 1 - end]) {
    partner[older.length - 1 - end] = newer.length - 1 - end
    end += 1
  }
  const one = older.slice(start, older.length - end)
  const other = newer.slice(start, newer.length - end)
  if (one.length === 0 || other.length === 0) return partner
  // Which of several equal ways Myers takes depends on which text is called the older: so that is settled by the texts.
  if (String(one[0]) < String(other[0]))
    for (const [a, b] of matches(one, other)) partner[start + a] = start + b
  else for (const [b, a] of matches(other, one)) partner[start + a] = start + b
  return partner
}

type Match = [older: number, newer: number]

function matches(older: readonly string[], newer: readonly string[]): Match[] {
  const inNewer = new Set(newer)
  const numbers = new Map<string, number>()
  // What stands in one alone can match nothing: without it two texts that share nothing cost nothing.
  const one = keep(older, (key) => inNewer.has(key), numbers)
  const other = keep(newer, (key) => numbers.has(key), numbers)
  return (shortestEdit(one.keys, other.keys, maxEdits) ?? aroundAnchors(one.keys, other.keys)).map(
    ([a, b]) => [one.places[a] ?? -1, other.places[b] ?? -1],
  )
}

interface Kept {
  keys: number[]
  places: number[]
}

function keep(
  sequence: readonly string[],
  isKept: (key: string) => boolean,
  numbers: Map<string, number>,
): Kept {
  const kept: Kept = { keys: [], places: [] }
  for (const [place, key] of sequence.entries()) {
    if (!isKept(key)) continue
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    kept.keys.push(number)
    kept.places.push(place)
  }
  return kept
}

function shortestEdit(older: number[], newer: number[], maxEditLength: number): Match[] | undefined {
  const changes = diffArrays(older, newer, { maxEditLength })
  if (!changes) return undefined
  const matched: Match[] = []
  let [a, b] = [0, 0]
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) matched.push([a + at, b + at])
    if (!added) a += count
    if (!removed) b += count
  }
  return matched
}

function aroundAnchors(older: number[], newer: number[]): Match[] {
  const matched: Match[] = []
  let [a, b] = [0, 0]
  const end = { older: older.length, newer: newer.length }
  for (const anchor of [...heaviestChain(standingOnce(older, newer)), end]) {
    const between =
      shortestEdit(older.slice(a, anchor.older), newer.slice(b, anchor.newer), maxEditsBetweenAnchors) ?? []
    for (const [x, y] of between) matched.push([a + x, b + y])
    if (anchor !== end) matched.push([anchor.older, anchor.newer])
    a = anchor.older + 1
    b = anchor.newer + 1
  }
  return matched
}

function standingOnce(older: readonly number[], newer: readonly number[]): Candidate[] {
  const inNewer = placesOfUnique(newer)
  return [...placesOfUnique(older)].flatMap(([key, place]) => {
    const there = inNewer.get(key)
    return there === undefined ? [] : [{ older: place, newer: there, weight: 1 }]
  })
}

function placesOfUnique(keys: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (const [place, key] of keys.entries()) {
    if (places.has(key)) repeated.add(key)
    places.set(key, place)
  }
  for (const key of repeated) places.delete(key)
  return places
}
