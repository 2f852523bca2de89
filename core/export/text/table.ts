import type { Direction } from '../../model/language-code.ts'
import { plainLine, type TextLine } from './line.ts'
import { columnsOf } from './width.ts'

/** Wider tables are written as records: a line for each cell under what names it. */
const widest = 72
const between = ' | '

/**
 * A table as lines: columns of one width where they fit, else one record a row, each cell behind the head of its column.
 * @param hasHead the first row names the columns
 */
export function tableLines(
  rows: readonly (readonly string[])[],
  hasHead: boolean,
  direction: Direction,
): TextLine[] {
  const widths = rows.reduce<number[]>((most, row) => {
    for (const [at, cell] of row.entries()) most[at] = Math.max(most[at] ?? 0, columnsOf(cell))
    return most
  }, [])
  const width = widths.reduce((sum, each) => sum + each + between.length, 0)
  const isNarrow =
    width - between.length <= widest && rows.every((row) => row.every((cell) => !cell.includes('\n')))
  if (!isNarrow) return records(rows, hasHead, direction)
  const lines = rows.map((row) =>
    plainLine(
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - columnsOf(cell)))
        .join(between)
        .trimEnd(),
      direction,
    ),
  )
  const rule = plainLine(widths.map((each) => '-'.repeat(Math.max(1, each))).join('-+-'), direction)
  return hasHead ? [...lines.slice(0, 1), rule, ...lines.slice(1)] : lines
}

function records(rows: readonly (readonly string[])[], hasHead: boolean, direction: Direction): TextLine[] {
  const [head = [], ...others] = rows
  const all = hasHead && others.length > 0 ? others : rows
  return all.flatMap((row, nth) => [
    ...(nth > 0 ? [plainLine('-', direction)] : []),
    ...row.flatMap((cell, at) => {
      const name = hasHead && others.length > 0 ? head[at] : undefined
      const words = cell.replaceAll('\n', ' ')
      return words || name ? [plainLine(name ? `${name}: ${words}` : words, direction)] : []
    }),
  ])
}
