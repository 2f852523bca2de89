import { isolates } from '../../language/isolate.ts'
import { rightToLeftLetter } from '../../language/scripts.ts'
import type { Inline } from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import type { Direction } from '../../model/language-code.ts'
import { unwritable } from '../markup.ts'
import { columnsOf } from './width.ts'

/** A line of plain text before it is written: what a person isolated in it lies apart. */
export interface TextLine {
  text: string
  direction: Direction
  own: readonly Isolated[]
  /** In front of it, in columns that the lines it is wrapped to keep free too: a bullet. */
  start?: string
}
interface Isolated {
  from: number
  to: number
  opener: string
}

export const plainLine = (text: string, direction: Direction): TextLine => ({
  text: text.replaceAll(unwritable, ''),
  direction,
  own: [],
})

const opener = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const
const closer = '\u2069'

/** The lines of a block: one, and one more for each break. A link has its address behind it, a footnote its number in brackets. */
export function linesOf(
  content: readonly Inline[],
  direction: Direction,
  numberOf: (footnote: string) => string | undefined,
): TextLine[] {
  let text = ''
  let own: Isolated[] = []
  const lines: TextLine[] = []
  const end = () => {
    lines.push({ text, direction, own })
    text = ''
    own = []
  }
  for (const [at, node] of content.entries()) {
    if (node.type === 'hardBreak') end()
    else if (node.type === 'footnote') {
      const number = numberOf(node.attrs.id)
      if (number !== undefined) text += `[${number}]`
    } else {
      const from = text.length
      text += node.text.replaceAll('\n', ' ').replaceAll(unwritable, '')
      const bdi = node.marks?.find((mark) => mark.type === 'bdi')
      if (bdi?.type === 'bdi') own.push({ from, to: text.length, opener: opener[bdi.attrs?.dir ?? 'auto'] })
      text += addressBehind(content, at)
    }
  }
  end()
  return lines
}

/** ` (https://…)` where a link ends whose words are not its address. */
function addressBehind(content: readonly Inline[], at: number): string {
  const hrefAt = (place: number) =>
    content[place]?.marks?.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0]
  const href = hrefAt(at)
  const follows = content[at + 1]?.type === 'hardBreak' ? at + 2 : at + 1
  if (href === undefined || hrefAt(follows) === href) return ''
  const node = content[at]
  const words = node?.type === 'text' ? node.text : ''
  const clean = cleanHref(href)
  if (clean === undefined || !/^https?:/iu.test(clean) || clean.includes(words)) return ''
  const next = content[at + 1]
  // A letter behind the bracket would be taken for part of the address.
  const isClose = next?.type === 'text' && /^[^\s\p{P}]/u.test(next.text)
  return ` (${clean})${isClose ? ' ' : ''}`
}

/**
 * A line as it is written, wrapped where `columns` says so. What the text's own direction would tear apart stands between isolates
 * (rtl.md Recommendation 4), and a line that does not begin with a letter of its direction begins with its mark, so that programs
 * which find the direction by the first letter show it as it is meant.
 */
export function written(line: TextLine, columns: number | undefined): string[] {
  const start = line.start ?? ''
  const kept = spansOf(line)
  const pieces =
    columns === undefined
      ? [{ from: 0, to: line.text.length }]
      : wrapped(line.text, kept, columns - columnsOf(start))
  return pieces.map(({ from, to }, nth) => {
    const piece = { ...line, text: line.text.slice(from, to), own: cutTo(line.own, from, to) }
    const words = isolated(piece, spansOf(piece))
    return `${nth === 0 ? start : ' '.repeat(columnsOf(start))}${words}`
  })
}

function spansOf({ text, direction, own }: TextLine): Isolated[] {
  const found = isolates(text, direction)
    .filter(({ from, to }) => !own.some((each) => each.from < to && from < each.to))
    .map(({ from, to, dir }) => ({ from, to, opener: opener[dir] }))
  return [...found, ...own].sort((a, b) => a.from - b.from)
}

const cutTo = (own: readonly Isolated[], from: number, to: number): Isolated[] =>
  own.flatMap((each) => {
    const cut = { ...each, from: Math.max(each.from, from) - from, to: Math.min(each.to, to) - from }
    return cut.from < cut.to ? [cut] : []
  })

const firstLetter = /\p{L}/u
const rightward = new RegExp(rightToLeftLetter, 'u')

/** As programs find it that are told none: by the first letter, else from left to right. */
function directionSeen(text: string): Direction {
  const [letter] = firstLetter.exec(text) ?? []
  return letter !== undefined && rightward.test(letter) ? 'rtl' : 'ltr'
}

function isolated({ text, direction }: TextLine, spans: readonly Isolated[]): string {
  let out = ''
  let outside = ''
  let at = 0
  for (const { from, to, opener: sign } of spans) {
    outside += text.slice(at, from)
    out += `${text.slice(at, from)}${sign}${text.slice(from, to)}${closer}`
    at = to
  }
  // UAX #9 looks past isolates (P2), older programs do not.
  const isClear = directionSeen(outside + text.slice(at)) === direction && directionSeen(text) === direction
  const mark = text === '' || isClear ? '' : direction === 'rtl' ? '\u200f' : '\u200e'
  return mark + out + text.slice(at)
}

/** What is isolated and not longer than this stays on one line: half a phone number is none. */
const longestKept = 30

/** The stretches of a text that fit into so many columns, parted at spaces; a longer word has a line of its own. */
function wrapped(text: string, kept: readonly Isolated[], columns: number): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = []
  let from = 0
  let used = 0
  let end = 0
  let next = 0
  for (const word of text.matchAll(/\S+\s*/g)) {
    while ((kept[next]?.to ?? Infinity) <= word.index) next += 1
    const span = kept[next]
    const isInside = span !== undefined && span.from < word.index && span.to - span.from <= longestKept
    const bare = word[0].trimEnd()
    const taken = columnsOf(bare)
    const gap = end === 0 ? 0 : word.index - end
    if (!isInside && end > from && used + gap + taken > columns) {
      lines.push({ from, to: end })
      from = word.index
      used = 0
    } else used += gap
    used += taken
    end = word.index + bare.length
  }
  lines.push({ from, to: Math.max(end, from) })
  return lines
}
