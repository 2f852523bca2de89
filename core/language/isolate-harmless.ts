import { isAbbreviation } from './isolate-latin.ts'
import { sign, signs } from './signs.ts'

/** At these a number, a Latin phrase or anything else stands that right-to-left text is looked through for. */
export const stopsInRightToLeft = sign.foreign | sign.digit | sign.latin

/**
 * Where the number or Latin phrase that begins at `at` ends, if isolation has nothing to say of it wherever nothing else is near: a number
 * that is one in itself, a phrase between spaces. -1 in doubt: the rules are those of isolate-numbers and isolate-latin, this only knows
 * when none of them holds. `before` is the unit before the text.
 */
export function harmlessEnd(text: string, at: number, before: number): number {
  if (hasSign(text, at, before)) return -1
  return signAt(text, at) & sign.digit ? numberEnd(text, at) : phraseEnd(text, at)
}

// What stands between two phrases is looked at up to six units (`gapBetween`), and three may be the end of the first: "C++", "main()".
const longestGap = 9

/** Stands a minus or a point of its own before it? After a letter a hyphen is none: "ב-2024". */
function hasSign(text: string, at: number, beforeText: number): boolean {
  const before = at === 0 ? beforeText : text.charCodeAt(at - 1)
  if (before === hyphen) return at < 2 || !(signAt(text, at - 2) & sign.letter)
  return before === fullStop
}

/**
 * Could what begins at `at` have to do with the number or phrase before it? A letter from right to left parts them, where more than that
 * is between them ("US$50" is told by what stands one unit before the number).
 */
export function isNear(text: string, lastEnd: number, at: number): boolean {
  if (at - lastEnd > longestGap) return false
  if (at - lastEnd <= 1) return true
  for (let between = Math.max(0, lastEnd); between < at; between += 1)
    if (signAt(text, between) & sign.letter) return false
  return true
}

/** Where a number ends that is no phone, date, range or sum, with its percent sign; -1 where it may be one. */
function numberEnd(text: string, from: number): number {
  const end = digitsEnd(text, from)
  if (signAt(text, end) & sign.mark) return -1
  return end < text.length && text.charCodeAt(end) === percent ? end + 1 : end
}

function digitsEnd(text: string, from: number): number {
  let end = from + 1
  for (;;) {
    const here = signAt(text, end)
    if (here & sign.digit) end += 1
    else if (here & sign.joinsDigits && signAt(text, end + 1) & sign.digit) end += 2
    else return end
  }
}

/** Where a phrase of Latin words ends, with a number behind a word and with the sentence's full stop; -1 where it may need isolation. */
function phraseEnd(text: string, from: number): number {
  let start = from
  let end = wordEnd(text, from)
  let words = 1
  let isNumber = false
  while (end + 1 < text.length && text.charCodeAt(end) === space) {
    const next = signAt(text, end + 1)
    // Of two numbers a phone may be made.
    if (!(next & sign.latin) && (isNumber || !(next & sign.digit))) break
    start = end + 1
    words += 1
    isNumber = !(next & sign.latin)
    end = isNumber ? digitsEnd(text, start) : wordEnd(text, start)
  }
  if (end === text.length || signAt(text, end) & sign.endsPhrase) return end
  // An abbreviation keeps its full stop, and so does English prose.
  if (text.charCodeAt(end) !== fullStop || words > 2 || isAbbreviation(text.slice(start, end))) return -1
  return end + 1 === text.length || isSpace(text.charCodeAt(end + 1)) ? end + 1 : -1
}

function wordEnd(text: string, from: number): number {
  let end = from + 1
  for (;;) {
    const here = signAt(text, end)
    if (here & (sign.latin | sign.digit)) end += 1
    else if (here & sign.joinsLetters && signAt(text, end + 1) & (sign.latin | sign.digit)) end += 2
    else return end
  }
}

const space = 0x20
const percent = 0x25
const hyphen = 0x2d
const fullStop = 0x2e
const noBreakSpace = 0xa0
export const isSpace = (unit: number): boolean => unit === space || unit === noBreakSpace

const signAt = (text: string, at: number): number =>
  at < text.length ? (signs[text.charCodeAt(at)] as number) : 0
