import { rightToLeftLetter } from './scripts.ts'

/**
 * Where words end: `uax29` as Lucene's StandardTokenizer, where bbc.com, قال:نعم and حقوق_الإنسان are one word each, or
 * `apart`, where a full stop, a colon and `_` part letters, so that a reader finds الإنسان. `zwnjParts` for Persian.
 */
export interface WordRule {
  signs: 'uax29' | 'apart'
  zwnjParts: boolean
}

/** What a UTF-16 unit is to a word; 0 where nobody has asked yet. */
const kinds = {
  between: 1,
  letter: 2,
  /** Of the scripts written from right to left but Hebrew. */
  joined: 3,
  hebrew: 4,
  digit: 5,
  /** Belongs to the letter before it: a mark. */
  mark: 6,
  /** Is not seen: it neither ends a word nor is its edge. */
  hidden: 7,
  connector: 8,
  /** Between letters, between digits. */
  dot: 9,
  apostrophe: 10,
  colon: 11,
  gershayim: 12,
  decimal: 13,
  /** Between digits it lists them. */
  comma: 14,
} as const
type Kind = (typeof kinds)[keyof typeof kinds]

// UAX #29, WordBreakProperty: ExtendNumLet, MidNumLet, Single_Quote, MidLetter, Double_Quote, MidNum; of each what news has.
const signs: Readonly<Record<string, Kind>> = {
  _: kinds.connector,
  '.': kinds.dot,
  "'": kinds.apostrophe,
  '‘': kinds.apostrophe,
  '’': kinds.apostrophe,
  '׳': kinds.apostrophe,
  ':': kinds.colon,
  '·': kinds.colon,
  '"': kinds.gershayim,
  '״': kinds.gershayim,
  ',': kinds.decimal,
  '٫': kinds.decimal,
  '٬': kinds.decimal,
  ';': kinds.comma,
  '،': kinds.comma,
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
 * Calls `each` with the [from, to) in UTF-16 units of every word of a text: a run of letters, digits and their marks (UAX
 * #29), and of the signs that the rule lets stand between two of them. Other than there, format characters and `_` at an
 * edge do not belong to the word, and in any script a letter is one of its word's, not a word of its own.
 */
export function eachWord(text: string, rule: WordRule, each: (from: number, to: number) => void): void {
  let at = 0
  while (at < text.length) {
    if (!isBase(kindAt(text, at))) at += 1
    else {
      const to = endOfWord(text, at, rule)
      each(at, to)
      at = to
    }
  }
}

const isBase = (kind: Kind): boolean => kind >= kinds.letter && kind <= kinds.digit
const isLetter = (kind: Kind): boolean => kind >= kinds.letter && kind <= kinds.hebrew
// و'الوطن' holds a quotation mark, didn't an apostrophe.
const isApart = (kind: Kind): boolean => kind === kinds.letter || kind === kinds.hebrew

function endOfWord(text: string, from: number, rule: WordRule): number {
  let to = from
  let base: Kind = kinds.between
  for (let at = from; at < text.length; at += 1) {
    const kind = kindAt(text, at)
    if (isBase(kind)) {
      base = kind
      to = at + 1
    } else if (kind === kinds.mark) to = at + 1
    else if (!isPassed(kind, text, at, rule) && (at !== to || !isJoint(kind, base, text, at, rule))) return to
  }
  return to
}

function isPassed(kind: Kind, text: string, at: number, { signs: rule, zwnjParts }: WordRule): boolean {
  if (kind === kinds.connector) return rule === 'uax29'
  return kind === kinds.hidden && !(zwnjParts && text.charCodeAt(at) === 0x20_0c)
}

function kindBehind(text: string, from: number): Kind {
  for (let at = from; at < text.length; at += 1) {
    const kind = kindAt(text, at)
    if (kind !== kinds.mark && kind !== kinds.hidden) return kind
  }
  return kinds.between
}

/** Whether the sign holds the letters or digits on its two sides together. */
function isJoint(sign: Kind, before: Kind, text: string, at: number, rule: WordRule): boolean {
  if (sign < kinds.dot) return false
  const after = kindBehind(text, at + 1)
  const isNumber = before === kinds.digit && after === kinds.digit
  if (sign === kinds.gershayim) return before === kinds.hebrew && after === kinds.hebrew
  if (sign === kinds.decimal) return isNumber
  if (rule.signs === 'apart')
    return sign === kinds.dot ? isNumber : sign === kinds.apostrophe && isApart(before) && isApart(after)
  if (sign === kinds.comma) return isNumber
  return (isLetter(before) && isLetter(after)) || (isNumber && sign !== kinds.colon)
}
