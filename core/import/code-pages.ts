/** Encodings of one byte a letter: the letters of 0x80 to 0xFF, U+FFFD where there is none (https://encoding.spec.whatwg.org/). */
export interface CodePage {
  name: string
  upper: string
}

const none = '\ufffd'
const from = (first: number, count: number): string =>
  String.fromCharCode(...Array.from({ length: count }, (_, at) => first + at))
/** Of 0xA0 to 0xBF in Latin-1. */
const signs = from(0xa0, 32)
const punctuation =
  `\u20ac${none}\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030${none.repeat(7)}` +
  `\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122`
const put = (letters: string, at: number, others: string): string =>
  letters.slice(0, at) + others + letters.slice(at + others.length)

const windows1256 =
  '\u20acپ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
  'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے'

const iso88596 = put(
  put(put(put(put(none.repeat(128), 0x20, '\u00a0'), 0x24, '¤'), 0x2c, '،\u00ad'), 0x3b, '؛'),
  0x3f,
  `؟${none}${from(0x621, 26)}${none.repeat(5)}${from(0x640, 19)}`,
)

const hebrewSigns = put(put(put(signs, 4, '₪'), 10, '×'), 26, '÷')
const windows1255 =
  `${put(punctuation, 11, '‹')}${none}›${none.repeat(4)}${hebrewSigns}` +
  `${from(0x5b0, 20)}${from(0x5f0, 5)}${none.repeat(7)}${from(0x5d0, 27)}${none.repeat(2)}\u200e\u200f${none}`

// Latin-1 with six Turkish and Kurmanji letters; in French or German the same as windows-1252.
const latin = put(put(put(put(from(0xc0, 64), 0x10, 'Ğ'), 0x1d, 'İŞ'), 0x30, 'ğ'), 0x3d, 'ış')
const windows1254 = `${put(punctuation, 10, 'Š‹Œ')}š›œ${none.repeat(2)}Ÿ${signs}${latin}`

export const codePages: readonly CodePage[] = [
  { name: 'windows-1256', upper: windows1256 },
  { name: 'iso-8859-6', upper: iso88596 },
  { name: 'windows-1255', upper: windows1255 },
  { name: 'windows-1254', upper: windows1254 },
]

/** What files call them (the labels of the standard that are met); windows-1252 only differs where Icelandic is written. */
const labels: Readonly<Record<string, string>> = {
  'windows-1256': 'windows-1256',
  cp1256: 'windows-1256',
  'x-cp1256': 'windows-1256',
  'iso-8859-6': 'iso-8859-6',
  'iso8859-6': 'iso-8859-6',
  arabic: 'iso-8859-6',
  'asmo-708': 'iso-8859-6',
  'windows-1255': 'windows-1255',
  cp1255: 'windows-1255',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  hebrew: 'windows-1255',
  'windows-1254': 'windows-1254',
  'iso-8859-9': 'windows-1254',
  'windows-1252': 'windows-1254',
  cp1252: 'windows-1254',
  'iso-8859-1': 'windows-1254',
  latin1: 'windows-1254',
}

/** The code page that a file says it is written in; undefined for one that we do not know. */
export function codePageOf(label: string): CodePage | undefined {
  const lower = label.trim().toLowerCase()
  const name = Object.hasOwn(labels, lower) ? labels[lower] : undefined
  return codePages.find((page) => page.name === name)
}

type Kind = 'arabic' | 'hebrew' | 'latin' | 'mark' | 'hidden' | 'none' | 'other'
const kinds = codePages.map(({ upper }) => Array.from({ length: 128 }, (_, at) => kindOf(upper.charAt(at))))
function kindOf(letter: string): Kind {
  if (letter === none) return 'none'
  if (/[\u200e\u200f]/.test(letter)) return 'hidden'
  if (/\p{M}/u.test(letter)) return 'mark'
  if (/(?=\p{L})\p{Script=Arabic}|ـ/u.test(letter)) return 'arabic'
  if (/(?=\p{L})\p{Script=Hebrew}/u.test(letter)) return 'hebrew'
  return /\p{L}/u.test(letter) ? 'latin' : 'other'
}
const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
/** Enough to tell by: some twenty pages. */
const lookedAt = 100_000

/**
 * The code page in which the bytes are most like text: letters of one script stand together in words, marks behind letters, Latin
 * letters with accents among those without. Where nothing tells, windows-1256.
 */
export function likeliestPage(bytes: Uint8Array): CodePage {
  let best = 0
  let most = -Infinity
  for (const [at, kindsOfPage] of kinds.entries()) {
    const score = scoreOf(bytes, kindsOfPage)
    if (score > most) [best, most] = [at, score]
  }
  return codePages[best]!
}

function scoreOf(bytes: Uint8Array, kindsOfPage: readonly Kind[]): number {
  let score = 0
  let before: Kind = 'other'
  let wasHigh = false
  const end = Math.min(bytes.length, lookedAt)
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    const isHigh = byte >= 0x80
    const kind: Kind = isHigh ? (kindsOfPage[byte - 0x80] ?? 'none') : isAsciiLetter(byte) ? 'latin' : 'other'
    if (isHigh) score += weigh(kind, before, wasHigh)
    else if (kind === 'latin' && (before === 'arabic' || before === 'hebrew')) score -= 4
    if (kind !== 'mark') before = kind
    wasHigh = isHigh
  }
  return score
}

function weigh(kind: Kind, before: Kind, wasHigh: boolean): number {
  if (kind === 'none') return -12
  if (kind === 'other') return 0
  if (kind === 'hidden') return -2
  const isInWord = before === 'arabic' || before === 'hebrew' || before === 'latin'
  if (kind === 'mark') return isInWord && before !== 'latin' ? 0 : -4
  if (kind === 'latin') return before === 'latin' && !wasHigh ? 2 : isInWord ? -4 : 0
  if (!isInWord) return 1
  return before === kind ? 2 : -4
}
