import type { LanguageCode } from '../model/language-code.ts'
import { addressesIn } from './isolate-addresses.ts'
import { endsUnjoined } from './joining.ts'
import { lastHehBehindVowel, lastHehForAe } from './transforms/last-heh.ts'
import { letter as letterSource, letterOrMark, wordEnds } from './transforms/letters.ts'
import { hiddenCharacters } from './x-ray-hidden.ts'
import { latinLookAlikes } from './x-ray-latin.ts'

/** What the X-ray shows: what nobody sees in a text, or what looks like something else. */
export const xrayKinds = [
  'zwnj',
  'zwj',
  'lrm',
  'rlm',
  'alm',
  'nbsp',
  'isolate',
  'override',
  'soft-hyphen',
  'zero-width',
  'tatweel',
  'spaces',
  'presentation',
  'look-alike',
] as const
export type XrayKind = (typeof xrayKinds)[number]

/** One of them in a text: UTF-16 offsets, `to` exclusive. */
export interface XrayMark {
  from: number
  to: number
  kind: XrayKind
  /** What a clean text has in its place; null where it may well be meant. */
  clean: string | null
  /** Unicode's short name of what has no width; null for what can be seen where it stands. */
  sign: string | null
}

/**
 * Presentation forms: Latin ligatures, Hebrew and Arabic letters (Unicode, Alphabetic Presentation Forms; Arabic Presentation
 * Forms-A and -B). U+FDF0–FDFD are ligatures that are written on purpose, as ﷺ (rtl.md 1.6); U+FB1E is a point, U+FB29 a plus.
 */
const presentation = /[\ufb00-\ufb06\ufb1d\ufb1f-\ufb28\ufb2a-\ufdef\ufe70-\ufefc]/u
const anything = new RegExp(
  `[${Object.keys(hiddenCharacters).join('')}]|\u0640+| {2,}|${presentation.source}|[\u0643\u06a9\u0649\u064a\u06cc\u0647\u06d5\u06be\u06c1\u05f0-\u05f2]`,
  'gu',
)

type Letters = Readonly<Partial<Record<string, string | null>>>
const kurdish: Letters = {
  '\u0643': '\u06a9',
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u06c1': '\u0647',
}
/**
 * Letters of a sister language that look the same or nearly so, and the language's own: ar and fa as their keyboards write
 * them, ckb by rtl.md Recommendation 5 (see also `soraniHeh`), ur by its alphabet (ہ and ھ are two letters there).
 */
const lookAlikes: Readonly<Record<LanguageCode, Letters>> = {
  ar: { '\u06a9': '\u0643', '\u06cc': '\u064a', '\u06d5': '\u0647', '\u06be': '\u0647', '\u06c1': '\u0647' },
  ckb: kurdish,
  fa: {
    '\u0643': '\u06a9',
    '\u064a': '\u06cc',
    '\u0649': '\u06cc',
    '\u06d5': '\u0647',
    '\u06be': '\u0647',
    '\u06c1': '\u0647',
  },
  ur: { '\u0643': '\u06a9', '\u064a': '\u06cc', '\u0649': '\u06cc', '\u0647': '\u06c1', '\u06d5': '\u06c1' },
  // What is written in Arabic letters in their texts may be of any language.
  kmr: {},
  // Yiddish digraphs, which look like two letters of Hebrew's (UTS #39, confusables.txt), and may be of a Yiddish name.
  he: { '\u05f0': null, '\u05f1': null, '\u05f2': null },
  en: {},
}

const letter = /\p{L}|\p{M}/u

/** Does a ZWNJ part two letters that would join, as it is for? Else it is a leftover (rtl.md 4.1, last bullet). */
function parts(text: string, at: number, code: LanguageCode): boolean {
  const before = text.slice(Math.max(0, at - 4), at)
  // ه and a ZWNJ write ە on keyboards that lack it.
  if (code === 'ckb' && before.endsWith('\u0647')) return true
  return letter.test(before.slice(-1)) && letter.test(text.charAt(at + 1)) && !endsUnjoined(before)
}

/** The letters of a presentation form. */
const lettersOf = (form: string): string => form.normalize('NFKC').trim()

const aeAtEnd = new RegExp(lastHehForAe, 'uy')
const behindVowel = new RegExp(lastHehBehindVowel, 'uy')
const ends = new RegExp(wordEnds, 'uy')
function isAt(rule: RegExp, text: string, at: number): boolean {
  rule.lastIndex = at
  return rule.test(text)
}

/** Is there more of a word behind what a clean-up takes away here? */
function goesOnHidden(text: string, at: number): boolean {
  let end = at
  while (hiddenCharacters[text.charAt(end)]?.clean === '') end += 1
  return end > at && !isAt(ends, text, end)
}

/** What ه or ھ at a place is in Sorani; undefined where it is what it looks like, null where it may well be. */
function soraniHeh(text: string, found: string, at: number): string | null | undefined {
  const behind = text.charAt(at + 1)
  if (goesOnHidden(text, at + 1)) return found === '\u0647' ? undefined : '\u0647'
  if (found === '\u0647') {
    if (isAt(aeAtEnd, text, at)) return '\u06d5'
    return isAt(behindVowel, text, at) ? null : undefined
  }
  if (behind === '\u200c') return null
  // A last one is written هـ, so that nobody takes it for ە (AsoSoft).
  return isAt(ends, text, at + 1) ? '\u0647\u0640' : '\u0647'
}

const lettersOnly = new RegExp(letterSource, 'u')
const lettersAndMarks = new RegExp(letterOrMark, 'u')
/** Tatweel goes from between two letters; at the end of a word it is meant (`tatweelRules`), once. */
function tatweelClean(text: string, found: string, at: number): string | null {
  const isInside =
    lettersAndMarks.test(text.charAt(at - 1)) && lettersOnly.test(text.charAt(at + found.length))
  if (isInside) return ''
  return found.length > 1 ? '\u0640' : null
}

function markAt(text: string, found: string, at: number, code: LanguageCode): XrayMark | undefined {
  const mark = (kind: XrayKind, clean: string | null, sign: string | null = null): XrayMark => ({
    from: at,
    to: at + found.length,
    kind,
    clean,
    sign,
  })
  if (found.startsWith('\u0640')) return mark('tatweel', tatweelClean(text, found, at))
  if (found.startsWith(' ')) return mark('spaces', ' ')
  if (found === '\u200c') {
    if (code === 'ckb' && text.charAt(at - 1) === '\u0647')
      return { ...mark('zwnj', '\u06d5', 'ZWNJ'), from: at - 1 }
    return mark('zwnj', parts(text, at, code) ? null : '', 'ZWNJ')
  }
  const hidden = hiddenCharacters[found]
  if (hidden) return mark(hidden.kind, hidden.clean, hidden.sign)
  if (presentation.test(found)) {
    const letters = lettersOf(found)
    return letters === found ? undefined : mark('presentation', letters)
  }
  const isHeh = code === 'ckb' && (found === '\u0647' || found === '\u06be')
  const own = isHeh ? soraniHeh(text, found, at) : lookAlikes[code][found]
  return own === undefined ? undefined : mark('look-alike', own)
}

/**
 * What the X-ray shows of a text in this language, in its order. In Sorani ه with a ZWNJ is one mark, which means ە. Linear in
 * the length of the text.
 */
export function xray(text: string, code: LanguageCode): XrayMark[] {
  const marks: XrayMark[] = []
  for (const { 0: found, index } of text.matchAll(anything)) {
    const mark = markAt(text, found, index, code)
    // ه that goes with the ZWNJ behind it.
    if (mark && mark.from < (marks.at(-1)?.to ?? 0)) marks.pop()
    if (mark) marks.push(mark)
  }
  const latin = latinLookAlikes(text, code)
  if (latin.length === 0) return withAddressesKept(marks, text)
  const alike = latin.map((each): XrayMark => ({ ...each, kind: 'look-alike', sign: null }))
  return withAddressesKept(
    [...marks, ...alike].sort((one, other) => one.from - other.from),
    text,
  )
}

/** An address, an @name or a #tag with another letter is another one: it is shown, and never cleaned, as transforms leave it. */
function withAddressesKept(marks: XrayMark[], text: string): XrayMark[] {
  if (!marks.some(({ kind, clean }) => kind === 'look-alike' && clean !== null)) return marks
  const { taken } = addressesIn(text, 'rtl')
  if (taken.length === 0) return marks
  let next = 0
  return marks.map((mark) => {
    while ((taken[next]?.to ?? Infinity) <= mark.from) next += 1
    const isInside = mark.from >= (taken[next]?.from ?? Infinity)
    return isInside && mark.kind === 'look-alike' ? { ...mark, clean: null } : mark
  })
}
