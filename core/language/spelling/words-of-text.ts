import type { Direction, LanguageCode } from '../../model/language-code.ts'
import { addressesIn } from '../isolate-addresses.ts'
import { languageOf } from '../registry.ts'
import { plainWord } from './asked-forms.ts'

/** A word of a text that can be looked up; UTF-16 offsets, `to` exclusive. */
export interface TextWord {
  from: number
  to: number
  language: LanguageCode
  /** As `plainWord` has it. */
  plain: string
}

/** The language of a block in each direction, as the article has them (`blockLanguage`). */
export type BlockLanguages = (direction: Direction) => LanguageCode

// Digits and _ belong to a run so that a code is seen as one: A320, COVID19, و12 are no words. An apostrophe, and in Hebrew
// its typewriter's marks of abbreviation, belong to a word only between two letters; a geresh (U+05F3) ends one too (פרופ׳).
const run = new RegExp(
  [
    '[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_\\u00ad\\u061c\\u200b-\\u200f\\u2060]',
    "|(?<=\\p{Script=Latin})['’ʼ](?=\\p{Script=Latin})",
    '|(?<=\\p{Script=Hebrew})[\'"״](?=\\p{Script=Hebrew})|(?<=\\p{Script=Hebrew})׳)*',
  ].join(''),
  'gu',
)
/** Marks and letters that are written in several scripts, as tatweel is. */
const shared = /[\p{Script=Common}\p{Script=Inherited}]/u
const scripts = [
  ['latin', /\p{Script=Latin}/u, /^\p{Script=Latin}+$/u],
  ['arabic', /\p{Script=Arabic}/u, /^\p{Script=Arabic}+$/u],
  ['hebrew', /\p{Script=Hebrew}/u, /^\p{Script=Hebrew}+$/u],
] as const
type Script = (typeof scripts)[number][0]
const longest = 60

/**
 * The words of a textblock that a dictionary can be asked about, in their order. None are addresses, @names, #tags, numbers
 * and codes (with a digit, a _, capitals inside or throughout, or dots between Latin letters), and single letters.
 */
export function wordsOfText(text: string, direction: Direction, languages: BlockLanguages): TextWord[] {
  const { taken } = addressesIn(text, direction)
  const words: TextWord[] = []
  let next = 0
  for (const { 0: match, index } of text.matchAll(run)) {
    while (taken[next] && (taken[next]?.to ?? 0) <= index) next += 1
    const inside = taken[next]
    if (inside && inside.from < index + match.length) continue
    if (/[\p{N}_]/u.test(match) || match.length > longest || isDotted(text, index, match)) continue
    for (const part of partsOf(match)) {
      const word = wordOf(part, direction, languages)
      if (word) words.push({ ...word, from: word.from + index, to: word.to + index })
    }
  }
  return words
}

/** A Latin run with a dot and a letter on one of its sides: a host, a file, an abbreviation. */
function isDotted(text: string, from: number, match: string): boolean {
  if (!/^[a-z]/i.test(match)) return false
  return (
    /[a-z]\.$/i.test(text.slice(Math.max(0, from - 2), from)) ||
    isDot.test(text.slice(from + match.length, from + match.length + 2))
  )
}
const isDot = /^\.[a-z]/i

interface Part {
  from: number
  text: string
  script: Script
}

/** The stretches of one script in a run: الـBBC has two. Letters of other scripts are nobody's. */
function partsOf(match: string): Part[] {
  const whole = scripts.find(([, , pattern]) => pattern.test(match))
  return whole ? [{ from: 0, text: match, script: whole[0] }] : stretchesOf(match)
}

function stretchesOf(match: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const letter of match) {
    const last = parts.at(-1)
    const script = scriptOf(letter) ?? (shared.test(letter) ? last?.script : undefined)
    if (script && last && last.script === script && last.from + last.text.length === at) last.text += letter
    else if (script) parts.push({ from: at, text: letter, script })
    at += letter.length
  }
  // What stands before a word of another script is an article or a preposition written onto it.
  return parts.filter((part, index) => index === parts.length - 1 || part.script === 'latin')
}

const scriptOf = (letter: string): Script | undefined =>
  scripts.find(([, pattern]) => pattern.test(letter))?.[0]

function wordOf(
  { from, text, script }: Part,
  direction: Direction,
  languages: BlockLanguages,
): TextWord | null {
  const shown = text.replace(/[\p{Cf}\u0640]+$/u, '')
  const language = languageOfScript(script, direction, languages)
  const plain = plainWord(text, language)
  if (!twoLetters.test(plain) || (script === 'latin' && isCode(plain))) return null
  return { from, to: from + shown.length, language, plain }
}

const twoLetters = /\p{L}.*\p{L}/su

/** Capitals throughout (NATO) or inside (iPhone, McDonald): a name or a code, which no dictionary settles. */
const isCode = (word: string): boolean => /\p{Ll}.*\p{Lu}|^\p{Lu}{2,}(?:'?\p{Ll})?$/u.test(word)

/** The block's language where it is written so, else that of blocks in the other direction, else English, Arabic or Hebrew. */
function languageOfScript(script: Script, direction: Direction, languages: BlockLanguages): LanguageCode {
  const own = languages(direction)
  if (languageOf(own).script === script) return own
  const other = languages(direction === 'rtl' ? 'ltr' : 'rtl')
  if (languageOf(other).script === script) return other
  return ({ latin: 'en', arabic: 'ar', hebrew: 'he' } as const)[script]
}
