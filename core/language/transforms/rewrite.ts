import type { Place, Replacement } from './transform.ts'

/** What a rule finds and what stands there afterwards; `find` has the flags `g` and `u`. */
export interface Rule {
  find: RegExp
  put: string | ((found: string) => string)
}
/** A stretch of the original and what has become of it. */
interface Cell {
  from: number
  to: number
  text: string
}

// The rules of one transform make each other's work at most twice (a ZWNJ goes, and its letter is the last of the word).
const mostRounds = 6

/** What the rules, one after the other and until none applies, make of a text: each word that changes is a place. */
export function rewrite(text: string, rules: readonly Rule[]): Place[] {
  let cells: Cell[] | undefined
  let now = text
  for (let round = 0; round < mostRounds; round += 1) {
    const before = now
    for (const rule of rules) {
      if (now.search(rule.find) === -1) continue
      cells ??= cellsOf(text)
      now = applyRule(cells, now, rule)
    }
    if (now === before) break
  }
  return cells ? placesOf(text, partsOf(text, cells)) : []
}

const cellsOf = (text: string): Cell[] =>
  Array.from({ length: text.length }, (_, from) => ({ from, to: from + 1, text: text.charAt(from) }))

/** The text after the rule; `cells` hold it. */
function applyRule(cells: Cell[], text: string, { find, put }: Rule): string {
  const starts = startsOf(cells)
  let at = cells.length - 1
  // From the end, so that what stands before a change is where it was.
  for (const { 0: match, index } of [...text.matchAll(find)].toReversed()) {
    const wanted = typeof put === 'string' ? put : put(match)
    if (match === wanted) continue
    const { from, to, middle } = differing(match, wanted)
    while (at > 0 && (starts[at] ?? 0) > index + from) at -= 1
    putInto(cells, starts, at, { from: index + from, to: index + to, text: middle })
  }
  return cells.map((cell) => cell.text).join('')
}

/** Where each cell begins in the present text; an empty one where the next begins. */
function startsOf(cells: readonly Cell[]): number[] {
  let end = 0
  return cells.map((cell) => {
    const start = end
    end += cell.text.length
    return start
  })
}

/** Writes into the cell in which the change begins, the last one that begins there, and empties what it covers behind it. */
function putInto(cells: Cell[], starts: readonly number[], at: number, change: Replacement): void {
  const first = cells[at]
  if (!first) return
  const head = first.text.slice(0, change.from - (starts[at] ?? 0))
  let tail = first.text.slice(change.to - (starts[at] ?? 0))
  for (let covered = at + 1; (starts[covered] ?? Infinity) < change.to; covered += 1) {
    const cell = cells[covered]
    if (!cell) break
    tail = cell.text.slice(change.to - (starts[covered] ?? 0))
    cell.text = ''
  }
  first.text = head + change.text + tail
}

/** What differs between a match and what is put there: its beginning and its end stay as they are. */
function differing(match: string, wanted: string): { from: number; to: number; middle: string } {
  let from = 0
  while (from < match.length && from < wanted.length && match[from] === wanted[from]) from += 1
  let to = match.length
  let end = wanted.length
  while (to > from && end > from && match[to - 1] === wanted[end - 1]) {
    to -= 1
    end -= 1
  }
  // What is only put in takes the letter before it along, or the one behind it: a cell is never empty.
  if (from === to && from > 0) return { from: from - 1, to, middle: wanted.slice(from - 1, end) }
  if (from === to && end > 0) return { from, to: to + 1, middle: wanted.slice(0, end + 1) }
  return { from, to, middle: wanted.slice(from, end) }
}

const partsOf = (text: string, cells: readonly Cell[]): Replacement[] =>
  cells.filter((cell) => cell.text !== text.slice(cell.from, cell.to))

// What makes one word on screen: letters, marks, digits, joiners.
const ofWord = /[\p{L}\p{M}\p{N}\u200c\u200d]/u

/** Replacements gathered by the word they are in. */
export function placesOf(text: string, parts: readonly Replacement[]): Place[] {
  const places: { parts: Replacement[] }[] = []
  let end = -1
  for (const part of parts) {
    const place = places.at(-1)
    if (place && part.from <= end) place.parts.push(part)
    else places.push({ parts: [part] })
    end = Math.max(end, wordEnd(text, part.to))
  }
  return places
}

function wordEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && ofWord.test(text.charAt(end))) end += 1
  return end
}

/** The word around a stretch, or the stretch itself where it is no part of one. */
export function wordAround(
  text: string,
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  if (!ofWord.test(text.slice(from, to))) return { from, to }
  let start = from
  while (start > 0 && ofWord.test(text.charAt(start - 1))) start -= 1
  return { from: start, to: wordEnd(text, to) }
}
