import type { ComparedLine, LineStyle } from '../model/comparison.ts'
import { countWords } from '../model/measure.ts'
import { pairLines, type LinePairs } from './pair-lines.ts'
import { comparePieces, wholePieces } from './pieces.ts'
import { isSameMarks, textOf, type StoryLine } from './story-lines.ts'

/** Words of a story. */
export interface Change {
  inserted: number
  deleted: number
}

/** What became of the lines of a story, in the order of `Comparison`; `stood` is counted in `older`. */
export function compareLines(older: readonly StoryLine[], newer: readonly StoryLine[]): ComparedLine[] {
  const pairs = pairLines(older, newer)
  const cameFrom = new Int32Array(newer.length).fill(-1)
  for (const [line, there] of pairs.partner.entries()) if (there >= 0) cameFrom[there] = line
  const deletedUpTo = gapEnds(pairs, cameFrom)
  const lines: ComparedLine[] = []
  let at = 0
  const addDeleted = (end: number) => {
    for (; at < end; at += 1) {
      const line = older[at]
      if (line && pairs.partner[at] === -1) lines.push(wholeLine(line, 'deleted'))
    }
  }
  for (const [there, line] of newer.entries()) {
    addDeleted(deletedUpTo[there] ?? older.length)
    const stood = cameFrom[there] ?? -1
    const was = older[stood]
    if (!was) {
      lines.push(wholeLine(line, 'inserted'))
      continue
    }
    const isBelowSame = stood > 0 && there > 0 && pairs.partner[stood - 1] === there - 1
    const staying = stayingLine(was, line, isBelowSame)
    lines.push(pairs.isMoved[stood] ? { ...staying, kind: 'moved', stood } : staying)
  }
  addDeleted(older.length)
  return lines
}

/** A line that is the same in both texts. */
export const sameLine = (line: StoryLine): ComparedLine => wholeLine(line, 'same')

/** The words that came to the story and went from it with these lines; what stands in a note is none of the story's. */
export function countLines(lines: readonly ComparedLine[]): Change {
  const change: Change = { inserted: 0, deleted: 0 }
  for (const line of lines) {
    if (line.kind === 'same') continue
    const isNote = isInNote(line.style)
    const wasNote = isInNote(line.was ?? line.style)
    if (!isNote)
      change.inserted += wasNote ? wordsBut(line, 'deleted') : wordsThat(line, 'inserted', 'deleted')
    if (!wasNote)
      change.deleted += isNote ? wordsBut(line, 'inserted') : wordsThat(line, 'deleted', 'inserted')
  }
  return change
}

const isInNote = ({ within }: ComparedLine['style']): boolean => within.includes('note')

/** Counted as a newsroom counts, over what came (or went) at one stroke: half a word that is bold is no word more. */
function wordsThat(line: ComparedLine, kind: 'inserted' | 'deleted', other: 'inserted' | 'deleted'): number {
  let text = ''
  for (const piece of line.pieces) {
    // The numbers of a crop are no words.
    if (piece.kind === other || piece.marks.includes('crop')) continue
    text += piece.kind === kind ? piece.text : ' '
  }
  return countWords(text)
}

/** All words of the line as it is, or as it was. */
function wordsBut(line: ComparedLine, other: 'inserted' | 'deleted'): number {
  return countWords(textOf(line.pieces.filter(({ kind }) => kind !== other)))
}

/** For each newer line the older one up to which all that is without a partner was deleted before it. */
function gapEnds(pairs: LinePairs, cameFrom: Int32Array): Int32Array {
  const ends = new Int32Array(cameFrom.length)
  let end = pairs.partner.length
  for (let there = cameFrom.length - 1; there >= 0; there -= 1) {
    const stood = cameFrom[there] ?? -1
    if (stood >= 0 && !pairs.isMoved[stood]) end = stood
    ends[there] = end
  }
  return ends
}

function wholeLine(line: StoryLine, kind: 'same' | 'inserted' | 'deleted'): ComparedLine {
  return { kind, style: line.style, pieces: wholePieces(line.runs, kind), ...pictured(line) }
}

/** `isBelowSame`: the line before it is the same one in both texts. */
function stayingLine(older: StoryLine, newer: StoryLine, isBelowSame: boolean): ComparedLine {
  const pieces = comparePieces(older.runs, newer.runs)
  const [was, style] = stylesBeside(older, newer, isBelowSame)
  const isRestyled =
    was.start !== style.start ||
    was.follows !== style.follows ||
    !isSameCell(was.cell, style.cell) ||
    !isSameStyle(older, newer)
  const isChanged = older.key !== newer.key || pieces.some(({ kind }) => kind !== 'same')
  return {
    kind: isRestyled && older.key === newer.key ? 'restyled' : isChanged ? 'changed' : 'same',
    style,
    ...(isRestyled ? { was } : {}),
    pieces,
    ...pictured(newer),
  }
}

const pictured = ({ media }: StoryLine) => (media === undefined ? {} : { media })

/** What is said of a line's place only where the other text has it otherwise. */
function stylesBeside(older: StoryLine, newer: StoryLine, isBelowSame: boolean): [LineStyle, LineStyle] {
  const [was, style] = [{ ...older.style }, { ...newer.style }]
  // Below another line it is bound otherwise in any case.
  if (isBelowSame && older.shared !== newer.shared) {
    was.follows = older.shared > newer.shared ? 'joined' : 'apart'
    style.follows = older.shared > newer.shared ? 'apart' : 'joined'
  }
  // An item that only came to be the first, or is no more, has not changed for that.
  const list = older.starts.findIndex((start, at) => start !== newer.starts[at])
  const [before, after] = [older.starts[list], newer.starts[list]]
  if (before !== undefined && after !== undefined) {
    was.start = before
    style.start = after
  }
  // Of cells within cells the innermost that differs.
  const cell = older.cells.findLastIndex((each, at) => !isSameCell(each, newer.cells[at]))
  if (cell >= 0 && newer.cells[cell]) {
    was.cell = older.cells[cell]
    style.cell = newer.cells[cell]
  }
  return [was, style]
}

function isSameStyle(older: StoryLine, newer: StoryLine): boolean {
  const [one, other] = [older.style, newer.style]
  return (
    one.type === other.type &&
    one.level === other.level &&
    isSameMarks(one.within, other.within) &&
    (one.direction === other.direction || (older.inherits && newer.inherits))
  )
}

const isSameCell = (one: LineStyle['cell'], other: LineStyle['cell']): boolean =>
  one?.isHeader === other?.isHeader && one?.columns === other?.columns && one?.rows === other?.rows
