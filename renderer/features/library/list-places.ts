import type { ListedDay } from '../../../core/api/listing.ts'

/** How a list is laid out, in CSS pixels: every line is as high as every other, and so is every head. */
export interface ListShape {
  count: number
  /** Null where nothing heads the rows. */
  days: readonly ListedDay[] | null
  perLine: number
  lineHeight: number
  headHeight: number
}

interface Part {
  day: string | null
  /** Its first row, and how many it has. */
  from: number
  count: number
  top: number
  headHeight: number
}

/** The part of a list that is drawn: how much room stands before and after it, and what stands in it, in order. */
export interface Drawn {
  before: number
  after: number
  pieces: ({ day: string } | { index: number })[]
}

/** Where everything stands in a list of any length, without anything of it being drawn. */
export class ListPlaces {
  readonly #shape: ListShape
  readonly #parts: readonly Part[]
  readonly height: number

  constructor(shape: ListShape) {
    this.#shape = shape
    const { days, count, headHeight } = shape
    let top = 0
    // Rows that came after the days were told stand in the last of them.
    const told = days && days.length > 0 ? days : [{ day: null, from: 0, count }]
    const parts: Part[] = []
    for (const [at, { day, from }] of told.entries()) {
      const end = Math.min(count, told[at + 1]?.from ?? count)
      if (end <= from) continue
      parts.push({ day, from, count: end - from, top, headHeight: day === null ? 0 : headHeight })
      top += (day === null ? 0 : headHeight) + this.#linesOf(end - from) * shape.lineHeight
    }
    this.#parts = parts
    this.height = top
  }

  /** The upper edge of the line that a row stands in. */
  topOf(index: number): number {
    const part = this.#partWhere(({ from }) => from <= index)
    if (!part) return 0
    const line = Math.floor((Math.max(index, part.from) - part.from) / this.#shape.perLine)
    return part.top + part.headHeight + line * this.#shape.lineHeight
  }

  /** The row at a height; the first of its line. */
  rowAt(y: number): number {
    const part = this.#partWhere(({ top }) => top <= y)
    if (!part) return 0
    const line = Math.floor((y - part.top - part.headHeight) / this.#shape.lineHeight)
    const lines = this.#linesOf(part.count)
    return part.from + Math.min(Math.max(0, line), lines - 1) * this.#shape.perLine
  }

  /** What is to be drawn for the heights from `top` to `bottom`: whole lines, under the head of the first. */
  between(top: number, bottom: number): Drawn {
    const first = this.#parts.findLastIndex((part) => part.top <= Math.max(0, top))
    const begin = this.#parts[first]
    if (!begin) return { before: 0, after: 0, pieces: [] }
    const { perLine, lineHeight } = this.#shape
    const pieces: Drawn['pieces'] = []
    const firstLine = Math.floor((this.rowAt(Math.max(0, top)) - begin.from) / perLine)
    let end = begin.top
    for (const part of this.#parts.slice(first)) {
      if (part.top >= bottom && part !== begin) break
      const lines = this.#linesOf(part.count)
      const from = part === begin ? firstLine : 0
      const below = bottom - part.top - part.headHeight
      const to = Math.max(from + 1, Math.min(lines, Math.ceil(below / lineHeight)))
      if (part.day !== null) pieces.push({ day: part.day })
      const last = Math.min(part.count, to * perLine)
      for (let at = from * perLine; at < last; at += 1) pieces.push({ index: part.from + at })
      end = part.top + part.headHeight + to * lineHeight
    }
    // The head of lines that are not drawn stands right above the first that is.
    return { before: begin.top + firstLine * lineHeight, after: Math.max(0, this.height - end), pieces }
  }

  #linesOf(rows: number): number {
    return Math.ceil(rows / this.#shape.perLine)
  }

  #partWhere(isBefore: (part: Part) => boolean): Part | undefined {
    let [low, high] = [0, this.#parts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const part = this.#parts[middle]
      if (part && isBefore(part)) low = middle + 1
      else high = middle
    }
    return this.#parts[Math.max(0, low - 1)]
  }
}
