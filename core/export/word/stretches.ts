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
  const set = own.map(({ from, to, dir }): Apart => {
    const found = dir ?? majorityDirection(text.slice(from, to)) ?? base
    return { from, to, dir: found, by: dir === null ? 'person-auto' : 'person' }
  })
  const found = isolates(text, base)
    .filter(({ from, to }) => !set.some((each) => each.from < to && from < each.to))
    .filter(({ from, to }) => !cutsJoining(text, from) && !cutsJoining(text, to))
    .map(({ from, to, dir }): Apart => ({ from, to, dir, by: 'desk' }))
  const apart = [...set, ...found].sort((one, other) => one.from - other.from)
  const stretches: Stretch[] = []
  let at = 0
  for (const { from, to, dir } of apart) {
    cut(text, at, from, base, stretches)
    cut(text, from, to, dir, stretches)
    at = to
  }
  cut(text, at, text.length, base, stretches)
  return { stretches, apart }
}

const latinLetter = /(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const rightLetter = new RegExp(rightToLeftLetter, 'u')
// Digits that go with a Latin word before them (UAX #9 W7), and the signs that go with a digit (W5).
const westernDigit = /[0-9\u06f0-\u06f9]/
const signOfNumber = /[%٪‰$€£¥₺₪°+-]/
const arabicDigit = /[\u0660-\u0669]/

/** Adds the runs of a text that goes in `base`: a Latin phrase with its numbers in one from right to left, and the other way round. */
function cut(text: string, from: number, to: number, base: Direction, stretches: Stretch[]): void {
  const isRtl = base === 'rtl'
  const isForeign = isRtl ? latinLetter : rightLetter
  const isOwn = isRtl ? rightLetter : latinLetter
  if (from >= to) return
  if (!isForeign.test(text.slice(from, to))) {
    stretches.push({ from, to, isRtl })
    return
  }
  let start = -1
  let end = -1
  let done = from
  const close = (): void => {
    if (start < 0) return
    if (start > done) stretches.push({ from: done, to: start, isRtl })
    stretches.push({ from: start, to: end, isRtl: !isRtl })
    done = end
    start = -1
  }
  for (let at = from; at < to;) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const next = at + letter.length
    if (isForeign.test(letter)) {
      if (start < 0) start = at
      end = next
    } else if (
      isOwn.test(letter) ||
      letter === '\n' ||
      letter === '\ufffc' ||
      (isRtl && arabicDigit.test(letter))
    )
      close()
    else if (start >= 0 && isRtl && westernDigit.test(letter)) end = next
    else if (end === at && start >= 0 && continues(text, at, isRtl)) end = next
    at = next
  }
  close()
  if (done < to) stretches.push({ from: done, to, isRtl })
}

/** Marks on the letter before, and the sign of a number. */
const continues = (text: string, at: number, isRtl: boolean): boolean =>
  /[\p{M}\u200c\u200d]/u.test(text.charAt(at)) ||
  (isRtl && signOfNumber.test(text.charAt(at)) && westernDigit.test(text.charAt(at - 1)))
