import type { LanguageCode } from '../model/language-code.ts'
import { endsUnjoined } from './joining.ts'

/** What the X-ray shows: what nobody sees in a text, or what looks like something else. */
export const xrayKinds = [
  'zwnj',
  'zwj',
  'lrm',
  'rlm',
  'alm',
  'nbsp',
  'control',
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
}

const kindOf: Readonly<Record<string, XrayKind>> = {
  '\u200c': 'zwnj',
  '\u200d': 'zwj',
  '\u200e': 'lrm',
  '\u200f': 'rlm',
  '\u061c': 'alm',
  '\u00a0': 'nbsp',
  '\u202f': 'nbsp',
}
// Embeddings, overrides and isolates (Trojan Source, CVE-2021-42574), zero-width space, word joiner, soft hyphen, BOM.
const control = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\ufeff]/u
// U+FDF0–FDFD are ligatures that are written on purpose, as ﷺ (rtl.md 1.6).
const presentation = /[\ufb50-\ufdef\ufe70-\ufefc]/u
const anything =
  /[\u200c-\u200f\u061c\u00a0\u202f\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\ufeff]|\u0640+| {2,}|[\ufb50-\ufdef\ufe70-\ufefc]|[\u0643\u06a9\u0649\u064a\u06cc\u0647\u06d5\u06be\u06c1]/gu

type Letters = Readonly<Partial<Record<string, string>>>
const kurdish: Letters = {
  '\u0643': '\u06a9',
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u06be': '\u0647',
  '\u06c1': '\u0647',
}
/**
 * Letters of a sister language that look the same or nearly so, and the language's own: ar and fa as their keyboards write
 * them, ckb by rtl.md Recommendation 5, ur by its alphabet (ہ and ھ are two letters there).
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
  he: {},
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

function markAt(text: string, found: string, at: number, code: LanguageCode): XrayMark | undefined {
  const mark = (kind: XrayKind, clean: string | null): XrayMark => ({
    from: at,
    to: at + found.length,
    kind,
    clean,
  })
  if (found.startsWith('\u0640')) return mark('tatweel', '')
  if (found.startsWith(' ')) return mark('spaces', ' ')
  if (found === '\u200c') {
    if (code === 'ckb' && text.charAt(at - 1) === '\u0647')
      return { from: at - 1, to: at + 1, kind: 'zwnj', clean: '\u06d5' }
    return mark('zwnj', parts(text, at, code) ? null : '')
  }
  const kind = kindOf[found]
  if (kind) return mark(kind, null)
  if (control.test(found)) return mark('control', '')
  if (presentation.test(found)) return mark('presentation', lettersOf(found))
  const own = lookAlikes[code][found]
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
  return marks
}
