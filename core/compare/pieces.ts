import type { Piece } from '../model/comparison.ts'
import { align } from './align.ts'
import { isSameMarks, isSameRuns, textOf, type Run } from './story-lines.ts'
import { holdsText, tokensOf } from './tokens.ts'

/**
 * What became of the words of a line. Words are laid side by side first; white space and punctuation between two that
 * stayed are the same only where they adjoin them, so that a reader sees 'old phrase' give way to 'new phrase' and not
 * every word of it alone.
 */
export function comparePieces(older: readonly Run[], newer: readonly Run[]): Piece[] {
  if (isSameRuns(older, newer)) return wholePieces(newer, 'same')
  const pieces: Piece[] = []
  const takeOlder = reader(older)
  const takeNewer = reader(newer)
  for (const stretch of stretchesOf(textOf(older), textOf(newer))) {
    if ('same' in stretch) addSame(pieces, takeOlder(stretch.same), takeNewer(stretch.same))
    else {
      for (const run of takeOlder(stretch.deleted)) addPiece(pieces, { kind: 'deleted', ...run })
      for (const run of takeNewer(stretch.inserted)) addPiece(pieces, { kind: 'inserted', ...run })
    }
  }
  return pieces
}

/** All of a line as pieces of one kind. */
export const wholePieces = (runs: readonly Run[], kind: Piece['kind']): Piece[] =>
  runs.map(({ text, marks }) => ({ kind, text, marks }))

/** How many UTF-16 units stayed, or gave way to how many. */
type Stretch = { same: number } | { deleted: number; inserted: number }

function stretchesOf(older: string, newer: string): Stretch[] {
  // Only marked otherwise.
  if (older === newer) return [{ same: older.length }]
  const [one, other] = [tokensOf(older), tokensOf(newer)]
  const [ones, others] = [wordPlaces(one), wordPlaces(other)]
  const partner = align(
    ones.map((place) => one[place] ?? ''),
    others.map((place) => other[place] ?? ''),
  )
  const stretches: Stretch[] = []
  let [a, b] = [0, 0]
  for (const [at, place] of ones.entries()) {
    const there = others[partner[at] ?? -1]
    if (there === undefined) continue
    stretches.push(...gapStretches(one.slice(a, place), other.slice(b, there)))
    stretches.push({ same: one[place]?.length ?? 0 })
    a = place + 1
    b = there + 1
  }
  return [...stretches, ...gapStretches(one.slice(a), other.slice(b))]
}

function wordPlaces(tokens: readonly string[]): number[] {
  const places: number[] = []
  for (const [place, token] of tokens.entries()) if (holdsText(token)) places.push(place)
  return places
}

function gapStretches(older: readonly string[], newer: readonly string[]): Stretch[] {
  const shorter = Math.min(older.length, newer.length)
  let start = 0
  while (start < shorter && older[start] === newer[start]) start += 1
  let end = 0
  while (end < shorter - start && older.at(-1 - end) === newer.at(-1 - end)) end += 1
  const length = (tokens: readonly string[]) => tokens.join('').length
  return [
    { same: length(older.slice(0, start)) },
    {
      deleted: length(older.slice(start, older.length - end)),
      inserted: length(newer.slice(start, newer.length - end)),
    },
    { same: length(older.slice(older.length - end)) },
  ]
}

/** Takes the next so many units of the runs, cut where the marks change. */
function reader(runs: readonly Run[]): (units: number) => Run[] {
  let [at, from] = [0, 0]
  return (units) => {
    const taken: Run[] = []
    let left = units
    while (left > 0) {
      const run = runs[at]
      if (!run) throw new RangeError(`the line ends ${left} units early`)
      const text = run.text.slice(from, from + left)
      taken.push({ text, marks: run.marks })
      left -= text.length
      from += text.length
      if (from === run.text.length) [at, from] = [at + 1, 0]
    }
    return taken
  }
}

function addSame(pieces: Piece[], older: readonly Run[], newer: readonly Run[]): void {
  const takeOlder = reader(older)
  for (const { text: staying, marks } of newer)
    for (const { text, marks: was } of takeOlder(staying.length))
      addPiece(
        pieces,
        isSameMarks(marks, was) ? { kind: 'same', text, marks } : { kind: 'formatted', text, marks, was },
      )
}

function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (
    last?.kind === piece.kind &&
    isSameMarks(last.marks, piece.marks) &&
    isSameMarks(last.was ?? [], piece.was ?? [])
  )
    last.text += piece.text
  else pieces.push({ ...piece })
}
