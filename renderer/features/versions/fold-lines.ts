import type { ComparedLine } from '../../../core/model/comparison.ts'

/** A line in its place among all of them. */
export interface Placed {
  at: number
  line: ComparedLine
}
/** What is drawn of a comparison: a line, or a stretch of unchanged ones that only says how many they are. */
export type Drawn = ({ kind: 'line' } & Placed) | { kind: 'folded'; at: number; lines: readonly Placed[] }

/** Unchanged lines that stay beside a change, so that it is read in its place. */
const besideChange = 1
/** Fewer are not worth a button. */
const fewestFolded = 3

/** The lines in their order, long unchanged stretches folded; one beside each change stays. */
export function foldLines(lines: readonly ComparedLine[]): Drawn[] {
  const placed = lines.map((line, at) => ({ at, line }))
  const drawn: Drawn[] = []
  for (let from = 0, to = 0; from < placed.length; from = to) {
    to = from + 1
    const isSame = placed[from]?.line.kind === 'same'
    while (to < placed.length && (placed[to]?.line.kind === 'same') === isSame) to += 1
    const stretch = placed.slice(from, to)
    // One by one: as arguments of one call a hundred thousand would be too many.
    for (const each of isSame ? foldStretch(stretch, from === 0, to === placed.length) : shown(stretch))
      drawn.push(each)
  }
  return drawn
}

const shown = (lines: readonly Placed[]) => lines.map((each): Drawn => ({ kind: 'line', ...each }))

function foldStretch(lines: readonly Placed[], isFirst: boolean, isLast: boolean): Drawn[] {
  const start = isFirst ? 0 : besideChange
  const end = lines.length - (isLast ? 0 : besideChange)
  const folded = lines.slice(start, end)
  const [first] = folded
  if (!first || folded.length < fewestFolded) return shown(lines)
  return [
    ...shown(lines.slice(0, start)),
    { kind: 'folded', at: first.at, lines: folded },
    ...shown(lines.slice(end)),
  ]
}
