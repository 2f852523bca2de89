import { majorityDirection } from '../../language/direction.ts'
import { isolates } from '../../language/isolate.ts'
import { rightToLeftLetter } from '../../language/scripts.ts'
import type { Direction } from '../../model/language-code.ts'

/** A part of a block's text that is one run of one direction in Word; UTF-16 offsets, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
  isRtl: boolean
}
/** What stands apart from the sentence around it. */
export interface Apart {
  from: number
  to: number
  dir: Direction
  /** Whether a person set it, and whether with a direction; otherwise the recognisers found it. */
  by: 'desk' | 'person' | 'person-auto'
}
export interface Directed {
  stretches: Stretch[]
  apart: Apart[]
}

const joiningLetter = /[\p{Script=Arabic}\p{M}\u200c\u200d]/u
// An isolate inside a word would break the joining of its letters (rtl.md §1.4).
const cutsJoining = (text: string, at: number): boolean =>
  at > 0 && joiningLetter.test(text.charAt(at - 1)) && joiningLetter.test(text.charAt(at))

/**
 * A text as Word has to be told it. Word orders runs, not letters: what is in a run with `w:rtl` goes from right to left, what is
 * in another from left to right. So the text is cut where the Unicode algorithm would change its level: at each isolate of the
 * recognisers, at `own` ones, and in between at the words of the other direction.
 */
export function directedText(
  text: string,
  base: Direction,
  own: readonly { from: number; to: number; dir: Direction | null }[],
): Directed {
  const isolated = isolates(text, base)
  const stretches: Stretch[] = []
  // Most paragraphs.
  if (own.length === 0 && isolated.length === 0) {
    cut(text, 0, text.length, base, stretches)
    return { stretches, apart: [] }
  }
  const set = own.map(({ from, to, dir }): Apart => {
    const found = dir ?? majorityDirection(text.slice(from, to)) ?? base
    return { from, to, dir: found, by: dir === null ? 'person-auto' : 'person' }
  })
  const found = isolated
    .filter(({ from, to }) => !set.some((each) => each.from < to && from < each.to))
    .filter(({ from, to }) => !cutsJoining(text, from) && !cutsJoining(text, to))
    .map(({ from, to, dir }): Apart => ({ from, to, dir, by: 'desk' }))
  const apart = [...set, ...found].sort((one, other) => one.from - other.from)
  let at = 0
  for (const { from, to, dir } of apart) {
    cut(text, at, from, base, stretches)
    cut(text, from, to, dir, stretches)
    at = to
  }
  cut(text, at, text.length, base, stretches)
  return { stretches, apart }
}

/** What a letter does to the direction of what is around it. */
const kinds = {
  known: 1,
  latin: 2,
  right: 4,
  /** A digit that goes with a Latin word before it (UAX #9 W7). */
  digit: 8,
  /** A sign that goes with a digit (W5). */
  sign: 16,
  /** What no number and no mark is drawn across: ends of lines, pictures, and digits that go from left to right alone (AN). */
  end: 32,
  arabicDigit: 64,
  /** A mark on the letter before, a joiner, or the second half of a pair: it goes where that goes. */
  mark: 128,
} as const
const looks: readonly (readonly [kind: number, letter: RegExp])[] = [
  [kinds.latin, /(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u],
  [kinds.right, new RegExp(rightToLeftLetter, 'u')],
  [kinds.digit, /[0-9\u06f0-\u06f9]/],
  [kinds.sign, /[%٪‰$€£¥₺₪°+-]/],
  [kinds.end, /[\n\ufffc]/],
  [kinds.arabicDigit, /[\u0660-\u0669]/],
  [kinds.mark, /[\p{M}\u200c\u200d]|[\udc00-\udfff]/u],
]
const kindOfLetter = (letter: string): number =>
  looks.reduce((kind, [own, pattern]) => (pattern.test(letter) ? kind | own : kind), kinds.known as number)

// Each letter is looked at by seven patterns once, and not wherever it stands. The first half of a pair says nothing alone: it stays 0.
const kindOfUnit = new Uint8Array(0x10000)
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (isHighSurrogate(unit))
    return kindOfLetter(String.fromCodePoint(text.codePointAt(at) ?? unit)) & (kinds.latin | kinds.right)
  return (kindOfUnit[unit] ||= kindOfLetter(text.charAt(at)))
}
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Adds the runs of a text that goes in `base`: a Latin phrase with its numbers in one from right to left, and the other way round. */
function cut(text: string, from: number, to: number, base: Direction, stretches: Stretch[]): void {
  const isRtl = base === 'rtl'
  const foreign = isRtl ? kinds.latin : kinds.right
  const closing = (isRtl ? kinds.right | kinds.arabicDigit : kinds.latin) | kinds.end
  let start = -1
  let end = -1
  let done = from
  const close = (): void => {
    if (start > done) stretches.push({ from: done, to: start, isRtl })
    stretches.push({ from: start, to: end, isRtl: !isRtl })
    done = end
    start = -1
  }
  for (let at = from; at < to; at += 1) {
    const kind = kindOfUnit[text.charCodeAt(at)] || kindAt(text, at)
    if (kind & foreign) {
      if (start < 0) start = at
      end = at + 1
    } else if (start >= 0) {
      if (kind & closing) close()
      else if (isRtl && kind & kinds.digit) end = at + 1
      else if (end === at && continues(text, at, kind, isRtl)) end = at + 1
    }
  }
  if (start >= 0) close()
  if (done < to) stretches.push({ from: done, to, isRtl })
}

/** Marks on the letter before, and the sign of a number. */
const continues = (text: string, at: number, kind: number, isRtl: boolean): boolean =>
  (kind & kinds.mark) > 0 || (isRtl && (kind & kinds.sign) > 0 && (kindAt(text, at - 1) & kinds.digit) > 0)
