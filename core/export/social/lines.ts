import { visualRuns } from '../../language/bidi/bidi.ts'
import type { Direction } from '../../model/language-code.ts'
import type { Lettering, Outline } from '../../model/lettering.ts'
import type { FontFamily } from '../../model/theme.ts'
import { xmlElement } from '../xml.ts'

/** How words are set. */
export interface Face {
  families: readonly FontFamily[]
  /** 400 to 700. */
  weight: number
  direction: Direction
}
export type Outlines = (letterings: readonly Lettering[]) => Promise<Outline[] | undefined>

/** Words that can be laid in lines, with their widths in thousandths of the size. */
export interface Measured {
  words: readonly { text: string; width: number }[]
  space: number
}
export class NothingDrawn extends Error {}

const letteringsOf = (text: string, { families, weight, direction }: Face): Lettering[] =>
  visualRuns(text, direction).map((run) => ({ ...run, families, weight }))

async function widths(texts: readonly string[], face: Face, outlines: Outlines): Promise<number[]> {
  const runs = texts.map((text) => letteringsOf(text, face))
  const drawn = await outlines(runs.flat())
  if (!drawn) throw new NothingDrawn('the letters could not be drawn')
  let from = 0
  return runs.map((own) => {
    const part = drawn.slice(from, (from += own.length))
    return part.reduce((sum, { width }) => sum + width, 0)
  })
}

/** The words of a text; a fixed space keeps two together. */
export async function measured(text: string, face: Face, outlines: Outlines): Promise<Measured> {
  const words = keptTogether(text.split(/[\t\n\r ]+/).filter(Boolean))
  // A space between two words, as it is between these: some fonts have a narrower one of their own.
  const [space = 250, ...all] = await widths(['\u00a0', ...words], face, outlines)
  return { words: words.map((word, at) => ({ text: word, width: all[at] ?? 0 })), space: space || 250 }
}

/** A number stays with what it counts, and a word of one letter (و, û, a) with the word after it. */
function keptTogether(words: readonly string[]): string[] {
  const together: string[] = []
  let isOpen = false
  for (const word of words) {
    if (isOpen) together[together.length - 1] += `\u00a0${word}`
    else together.push(word)
    const bare = word.replace(/\p{Cf}/gu, '')
    isOpen = !isOpen && (/^\p{L}$/u.test(bare) || /^\p{Nd}[\p{Nd}.,٫٬]{0,6}$/u.test(bare))
  }
  return together
}

/** How many words each line has, filled one after the other. `most` in thousandths of the size. */
function filled({ words, space }: Measured, most: number): number[] {
  const lines: number[] = []
  let used = Infinity
  for (const { width } of words) {
    const isNew = used + space + width > most
    used = isNew ? width : used + space + width
    if (isNew) lines.push(1)
    else lines[lines.length - 1] = (lines.at(-1) ?? 0) + 1
  }
  return lines
}

/** The same number of lines as the width asks for, as even as can be: no word stands alone in the last one without need. */
function balanced(text: Measured, most: number): number[] {
  const count = filled(text, most).length
  let [narrow, wide] = [most / Math.max(1, count) / 2, most]
  while (wide - narrow > 20) {
    const middle = (narrow + wide) / 2
    if (filled(text, middle).length > count || longest(text) > middle) narrow = middle
    else wide = middle
  }
  return filled(text, wide)
}
const longest = ({ words }: Measured): number => Math.max(0, ...words.map(({ width }) => width))

export interface Room {
  /** Pixels. */
  width: number
  height: number
  /** From the largest, pixels. */
  sizes: readonly number[]
  mostLines: number
  /** Height of a line by its size. */
  leading: number
}
export interface Laid {
  lines: string[]
  size: number
  /** Pixels. */
  lineHeight: number
  /** Whether words were left out. */
  isCut: boolean
}

/** The text in the largest size in which it fits; in the smallest it is cut with an ellipsis. */
export function layLines(all: Measured, room: Room): Laid {
  let text = all
  const smallest = room.sizes.at(-1) ?? 40
  for (const size of room.sizes) {
    const most = (room.width / size) * 1000
    const counts = balanced(text, most)
    const isHigh = counts.length > room.mostLines || counts.length * room.leading * size > room.height
    if (!isHigh && longest(text) <= most) return laid(text, counts, size, room)
  }
  const most = (room.width / smallest) * 1000
  text = { ...text, words: text.words.map((word) => (word.width > most ? shortWord(word, most) : word)) }
  const lines = Math.max(1, Math.min(room.mostLines, Math.floor(room.height / (room.leading * smallest))))
  const fitting = filled(text, most).slice(0, lines)
  const isAll = fitting.reduce((sum, count) => sum + count, 0) === text.words.length
  return isAll ? laid(text, fitting, smallest, room) : cutShort(laid(text, fitting, smallest, room))
}

function laid({ words }: Measured, counts: readonly number[], size: number, { leading }: Room): Laid {
  let from = 0
  const lines = counts.map((count) => {
    const line = words.slice(from, (from += count)).map(({ text }) => text)
    return line.join(' ')
  })
  return { lines, size, lineHeight: leading * size, isCut: false }
}

/** A word wider than the card, by its share of letters; never half a pair of UTF-16. */
function shortWord({ text, width }: Measured['words'][number], most: number): Measured['words'][number] {
  const letters = Array.from(text)
  return {
    text: `${letters.slice(0, Math.floor((letters.length * most) / width) - 2).join('')}…`,
    width: most,
  }
}

/** The last word makes room for what says that there is more. */
function cutShort(whole: Laid): Laid {
  const last = whole.lines.at(-1) ?? ''
  const words = last.split(' ')
  const shorter = words.length > 1 ? words.slice(0, -1).join(' ') : last.slice(0, -2)
  return {
    ...whole,
    lines: [...whole.lines.slice(0, -1), `${shorter.replace(/[\s,،:;؛.\-–—]+$/u, '')}…`],
    isCut: true,
  }
}

export interface Place {
  /** The edge at which the line begins, pixels: the right one where it is read from there. */
  x: number
  baseline: number
  size: number
  colour: string
}

/** A line as an SVG path, in the order of the eye; answers how wide it is, pixels. */
export async function drawLine(
  text: string,
  face: Face,
  { x, baseline, size, colour }: Place,
  outlines: Outlines,
): Promise<{ svg: string; width: number }> {
  const drawn = await outlines(letteringsOf(text, face))
  if (!drawn) throw new NothingDrawn('the letters could not be drawn')
  const scale = size / 1000
  const width = drawn.reduce((sum, each) => sum + each.width, 0) * scale
  let at = face.direction === 'rtl' ? x - width : x
  const paths = drawn.map(({ path, width: own }) => {
    const transform = `translate(${at.toFixed(2)} ${baseline.toFixed(2)}) scale(${scale})`
    at += own * scale
    return path && xmlElement('path', { transform, d: path, fill: colour })
  })
  return { svg: paths.join(''), width }
}
