/** Bidi_Class of UAX #9 by its short name. */
export type BidiClass = string

const ranges: readonly (readonly [RegExp, BidiClass])[] = [
  [/[\u202a]/u, 'LRE'],
  [/[\u202b]/u, 'RLE'],
  [/[\u202c]/u, 'PDF'],
  [/[\u202d]/u, 'LRO'],
  [/[\u202e]/u, 'RLO'],
  [/[\u2066]/u, 'LRI'],
  [/[\u2067]/u, 'RLI'],
  [/[\u2068]/u, 'FSI'],
  [/[\u2069]/u, 'PDI'],
  [/[\u200e]/u, 'L'],
  [/[\u200f]/u, 'R'],
  [/[\u061c]/u, 'AL'],
  [/[\n\r\u0085\u2029]/u, 'B'],
  [/[\t\v]/u, 'S'],
  [/[ \f\u1680\u2000-\u200a\u2028\u205f\u3000]/u, 'WS'],
  [/[0-9\u06f0-\u06f9\u00b2\u00b3\u00b9\u2070-\u2079]/u, 'EN'],
  [/[\u0660-\u0669\u066b\u066c\u0600-\u0605\u06dd]/u, 'AN'],
  [/[-+\u2212\u207a\u207b]/u, 'ES'],
  [/[#$%¢-¥°±\u066a\u0609\u060a\u2030-\u2034\u20a0-\u20cf]/u, 'ET'],
  [/[,./:\u00a0\u060c\u202f\u2044]/u, 'CS'],
  [/\p{Cc}|[\u00ad\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff]/u, 'BN'],
  [/\p{Mn}|\p{Me}/u, 'NSM'],
  [/[\u0590-\u05ff\u07c0-\u085f\ufb1d-\ufb4f]/u, 'R'],
  [/[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u, 'AL'],
  [/\p{L}|\p{Nl}|\p{Mc}/u, 'L'],
]
const neutralArabic = /[\u0606\u0607\u060e\u060f\u06de\u06e9\ufd3e\ufd3f]/u

/** Of one code point (Unicode 15), of the letters and signs that news has: held to Unicode's own list in bidi-algorithm.test.ts. */
export function classOf(letter: string): BidiClass {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x1c && code <= 0x1f) return code === 0x1f ? 'S' : 'B'
  if (neutralArabic.test(letter)) return 'ON'
  return ranges.find(([range]) => range.test(letter))?.[1] ?? 'ON'
}

/** Rule X9. */
export const removed = new Set(['LRE', 'RLE', 'PDF', 'LRO', 'RLO', 'BN'])
export const isolateOpeners = new Set(['LRI', 'RLI', 'FSI'])
export const neutral = new Set(['B', 'S', 'WS', 'ON', 'LRI', 'RLI', 'FSI', 'PDI'])
