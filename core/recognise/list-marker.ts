import { toAsciiDigits } from '../language/digits.ts'

/** What a printed list marker may say. */
export interface ListMarker {
  isOrdered: boolean
  /** The numbers it can stand for, the likeliest first: `i` is 1 in Roman and 9 in letters. Empty for a bullet. */
  values: readonly number[]
}

const bullet: ListMarker = { isOrdered: false, values: [] }
// CLDR 48: the order of the Arabic alphabet, and the older one of numbers (abjad), as Word offers both.
const arabic = Array.from('أبتثجحخدذرزسشصضطظعغفقكلمنهوي')
const abjad = Array.from('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ')
const persian = Array.from('آبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی')
const kurdish = Array.from('ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ')
const hebrew: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from('אבגדהוזחט').map((letter, at) => [letter, at + 1])),
  ...Object.fromEntries(Array.from('יכלמנסעפצ').map((letter, at) => [letter, (at + 1) * 10])),
  ...Object.fromEntries(Array.from('קרשת').map((letter, at) => [letter, (at + 1) * 100])),
}

/** Reads the bullet or number that a word processor prints before an item: `·`, `1.`, `١-`, `ب)`, `iv.`, `2.1.3`. */
export function readMarker(printed: string): ListMarker {
  const text = toAsciiDigits(printed.replace(/[\s\p{Cf}]+/gu, ''))
  const digits = [...text.matchAll(/\d+/g)].at(-1)?.[0]
  if (digits !== undefined && digits.length < 7) return { isOrdered: true, values: [Number(digits)] }
  // A letter alone is a bullet: Word draws circles and squares as o, § and q of a symbol font.
  const [, letters] = /^[([]?([\p{L}\p{M}]{1,7})[.)\]:،\-–]$/u.exec(text) ?? []
  const values = letters === undefined ? [] : valuesOf(letters)
  return values.length > 0 ? { isOrdered: true, values } : bullet
}

function valuesOf(letters: string): number[] {
  const roman = romanValue(letters.toLowerCase())
  const latin = latinValue(letters.toLowerCase())
  // A single c, d, l or m is far likelier the third, fourth … letter than 50 to 1000.
  const isRomanFirst = letters.length > 1 || /^[ivx]$/i.test(letters)
  const found = [
    ...(isRomanFirst ? [roman, latin] : [latin, roman]),
    ...arabicValues(letters),
    hebrewValue(letters),
  ]
  return [...new Set(found.filter((value) => value !== null))]
}

/** The value of a Roman numeral in its one right spelling; null for anything else. */
function romanValue(letters: string): number | null {
  const parts = /^(m{0,3})(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.exec(letters)
  if (!parts || letters === '') return null
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
  let value = 0
  let after = 0
  for (const letter of Array.from(letters).toReversed()) {
    const own = worth[letter] ?? 0
    value += own < after ? -own : own
    after = own
  }
  return value
}

/** a is 1, z 26; Word goes on with aa, bb: the same letter twice and three times. */
function latinValue(letters: string): number | null {
  const first = letters.charAt(0)
  if (!/^[a-z]$/.test(first) || Array.from(letters).some((letter) => letter !== first)) return null
  return first.charCodeAt(0) - 0x60 + 26 * (letters.length - 1)
}

function arabicValues(letters: string): number[] {
  // هـ is written with a tatweel where it stands alone; الف and ئا are names of the first letter.
  const letter = letters.replaceAll('ـ', '').replace(/^[اآ]$/u, 'أ')
  if (/^(?:الف|ئا)$/u.test(letter)) return [1]
  const alphabets = [arabic, abjad, persian, kurdish]
  return alphabets.map((alphabet) => alphabet.indexOf(letter) + 1).filter((value) => value > 0)
}

function hebrewValue(letters: string): number | null {
  let value = 0
  for (const letter of letters) {
    const own = hebrew[letter]
    if (own === undefined) return null
    value += own
  }
  return value > 0 ? value : null
}

/**
 * The number that a marker stands for among those around it: what goes on from `before`, else what `after` goes on from,
 * else 1 where that is possible, else the likeliest. Null for a bullet.
 */
export function valueAmong(
  marker: ListMarker,
  before: number | null,
  after: ListMarker | undefined,
): number | null {
  const { values } = marker
  const goesOn = values.find((value) => before !== null && value === before + 1)
  const leadsOn = values.find((value) => after?.values.includes(value + 1))
  return goesOn ?? leadsOn ?? values.find((value) => value === 1) ?? values[0] ?? null
}
