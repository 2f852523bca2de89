import { rightToLeftLetter } from './scripts.ts'

/** What a UTF-16 unit is to a word; 0 where nobody has asked yet. */
const kinds = {
  between: 1,
  letter: 2,
  /** Of the scripts written from right to left but Hebrew: an apostrophe never joins these. */
  joined: 3,
  hebrew: 4,
  digit: 5,
  /** Belongs to the letter before it: a mark. */
  mark: 6,
  /** Is not seen: it neither ends a word nor is its edge. */
  hidden: 7,
  apostrophe: 8,
  gershayim: 9,
  decimal: 10,
} as const
type Kind = (typeof kinds)[keyof typeof kinds]

const signs: Readonly<Record<string, Kind>> = {
  "'": kinds.apostrophe,
  '’': kinds.apostrophe,
  '׳': kinds.apostrophe,
  '"': kinds.gershayim,
  '״': kinds.gershayim,
  '.': kinds.decimal,
  ',': kinds.decimal,
  '٫': kinds.decimal,
  '٬': kinds.decimal,
}
const rightToLeft = new RegExp(rightToLeftLetter, 'u')
const known = new Uint8Array(0x1_0000)
const knownPairs = new Map<string, Kind>()

function kindOf(sign: string): Kind {
  const own = signs[sign]
  if (own) return own
  if (/\p{Script=Hebrew}/u.test(sign) && /\p{L}/u.test(sign)) return kinds.hebrew
  if (rightToLeft.test(sign)) return kinds.joined
  if (/\p{L}/u.test(sign)) return kinds.letter
  if (/\p{N}/u.test(sign)) return kinds.digit
  if (/\p{M}/u.test(sign)) return kinds.mark
  return /\p{Cf}/u.test(sign) ? kinds.hidden : kinds.between
}

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at)
  // Both halves of a pair are what the pair is, so that a walk by units finds whole letters.
  if (code >= 0xd8_00 && code <= 0xdf_ff) return kindOfHalf(text, at, code)
  const kind = known[code]
  if (kind) return kind as Kind
  return (known[code] = kindOf(String.fromCharCode(code)))
}

function kindOfHalf(text: string, at: number, code: number): Kind {
  const start = code >= 0xdc_00 ? at - 1 : at
  const pair = text.slice(Math.max(start, 0), start + 2)
  const kind = knownPairs.get(pair)
  if (kind) return kind
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)
  const found = isPair ? kindOf(pair) : kinds.between
  if (isPair) knownPairs.set(pair, found)
  return found
}

/**
 * Calls `each` with the [from, to) of every word: a run of letters, digits and their marks, as UAX #29 finds words, with an
 * apostrophe between letters (not Arabic ones), gershayim between Hebrew ones and a decimal sign between digits inside.
 * Other than there, a full stop, a colon or `_` between letters parts them (قال:نعم, #حقوق_الإنسان), and format characters
 * at an edge do not belong to the word. Indices are UTF-16 units.
 */
export function eachWord(
  text: string,
  { zwnjParts }: { zwnjParts: boolean },
  each: (from: number, to: number) => void,
): void {
  let at = 0
  while (at < text.length) {
    if (!isBase(kindAt(text, at))) at += 1
    else {
      const to = endOfWord(text, at, zwnjParts)
      each(at, to)
      at = to
    }
  }
}

const isBase = (kind: Kind): boolean => kind >= kinds.letter && kind <= kinds.digit

function endOfWord(text: string, from: number, zwnjParts: boolean): number {
  let to = from
  let base: Kind = kinds.between
  for (let at = from; at < text.length; at += 1) {
    const kind = kindAt(text, at)
    if (isBase(kind)) {
      base = kind
      to = at + 1
    } else if (kind === kinds.mark) to = at + 1
    else if (kind === kinds.hidden) {
      if (zwnjParts && text.charCodeAt(at) === 0x20_0c) return to
    } else if (at !== to || !isJoint(kind, base, text, at)) return to
  }
  return to
}

/** Whether the sign holds the letters on its two sides together. */
function isJoint(sign: Kind, before: Kind, text: string, at: number): boolean {
  if (sign === kinds.between || at + 1 >= text.length) return false
  const after = kindAt(text, at + 1)
  if (sign === kinds.decimal) return before === kinds.digit && after === kinds.digit
  if (sign === kinds.gershayim) return before === kinds.hebrew && after === kinds.hebrew
  return isApart(before) && isApart(after)
}

const isApart = (kind: Kind): boolean => kind === kinds.letter || kind === kinds.hebrew
