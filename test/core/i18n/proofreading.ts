import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { toDigits } from '../../../core/language/digits.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'

/** What a proofreader marks in a catalogue: the rule, and a pattern that finds a breach of it. */
interface Rule {
  name: string
  of: readonly LanguageCode[]
  breach: RegExp
}

const arabicLetter = '[\\u0620-\\u064a\\u066e-\\u06d3\\u06d5]'

// Letters and punctuation: rtl.md 1.6, 4.1 and Recommendation 7; CLDR 48 exemplar characters.
export const rules: readonly Rule[] = [
  { name: 'one space between words', of: ['en', 'ar', 'ckb', 'kmr'], breach: / {2}|\u00a0|^ | $/ },
  { name: 'an ellipsis is one character', of: ['en', 'ar', 'ckb', 'kmr'], breach: /\.\.\./ },
  { name: 'no typewriter quotes', of: ['en', 'ar', 'ckb', 'kmr'], breach: /["']/ },
  { name: 'no hidden characters', of: ['en', 'ar', 'ckb', 'kmr'], breach: /\p{Cf}/u },
  {
    // At the end it is how a lone letter is written: بـ, هـ.
    name: 'no presentation forms and no tatweel within a word',
    of: ['ar', 'ckb'],
    breach: /[\ufb50-\ufdff\ufe70-\ufefc]|\u0640(?=\p{L})/u,
  },
  {
    name: '، ؛ ؟ ٪ and not , ; ? % beside Arabic letters',
    of: ['ar', 'ckb'],
    breach: new RegExp(`${arabicLetter} ?[,;?%]|[,;?%] ?${arabicLetter}`),
  },
  {
    name: 'no space before a mark',
    of: ['en', 'ar', 'ckb', 'kmr'],
    breach: /[\p{L}\d] [،؛؟.,;:!…](?!\p{L})/u,
  },
  { name: 'Arabic has ي ك ه and not ی ک ە', of: ['ar'], breach: /[\u06cc\u06a9\u06d5\u06be\u06c1]/ },
  { name: 'Sorani has ی ک and not ي ى ك', of: ['ckb'], breach: /[\u064a\u0649\u0643]/ },
  { name: 'Sorani has ه and not ھ ة', of: ['ckb'], breach: /[\u06be\u0629]/ },
  { name: 'the vowel at the end of a Sorani word is ە', of: ['ckb'], breach: /\u0647(?!\p{L})/u },
  { name: 'a Sorani word begins with ڕ', of: ['ckb'], breach: /(?<!\p{L})\u0631/u },
  { name: 'Sorani has no tashkeel', of: ['ckb'], breach: /[\u064b-\u0652]/ },
  {
    name: 'Kurmanji has its own alphabet, not the Turkish one',
    of: ['kmr'],
    breach: /[ğıöüİĞÖÜâÂ]|i̇/u,
  },
]

/** A message as a person reads it, once for every plural and select form; a value stands as a mark that is no letter. */
export function literalsOf(message: string): string[] {
  const formsOf = (elements: readonly MessageFormatElement[]): string[] =>
    elements.reduce<string[]>((texts, element) => joined(texts, formsOfOne(element)), [''])
  const joined = (texts: readonly string[], more: readonly string[]) =>
    texts.flatMap((text) => more.map((each) => text + each))
  const formsOfOne = (element: MessageFormatElement): string[] => {
    if (element.type === TYPE.literal) return [element.value]
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return ['◌']
    return Object.values(element.options).flatMap(({ value }) => formsOf(value))
  }
  return formsOf(parse(message))
}

/** Every breach in a message, as "rule: text". */
export function marksIn(code: LanguageCode, message: string): string[] {
  const texts = literalsOf(message)
  return rules
    .filter(({ of }) => of.includes(code))
    .flatMap(({ name, breach }) =>
      texts.filter((text) => breach.test(text)).map((text) => `${name}: ${text}`),
    )
}

/** Names that are written in Latin letters in every language, and keys as they stand on keyboards. */
const latinNames = new RegExp(
  'windows-1256|https:|mailto:|tel:|HTML|PNG|JPEG|GIF|WebP|SVG|JSON Feed|JSON|ZIP|URL|SEO|MB|Esc|Enter|Backspace|Shift(?:\\+Space)?|ZWNJ' +
    '|TKTK|TK|Ali-K|Ali-Web|Dylan|Zarnegar|Unicode' +
    '|Google Docs|Google|LibreOffice|Pages|PDF|ninjs(?: 3\\.1)?|NewsML-G2(?: 2\\.35)?|NITF(?: 3\\.6)?|XML|Word|Markdown|RSS|Atom|IPTC Media Topics|Naskh|Source Serif|Vazirmatn|Inter',
  'g',
)

/** Latin words in a language of another script that are no names. */
export function foreignWords(code: LanguageCode, message: string): string[] {
  if (languageOf(code).script === 'latin') return []
  return literalsOf(message).flatMap((text) => text.replaceAll(latinNames, '').match(/[A-Za-z]+/g) ?? [])
}

/** Words that stand in the English sentence too: for a language in Latin letters, what was not translated. */
export function englishWords(message: string, english: string, shared: ReadonlySet<string>): string[] {
  const wordsOf = (text: string) =>
    literalsOf(text)
      .flatMap((each) => each.replaceAll(latinNames, '').match(/\p{L}{3,}/gu) ?? [])
      .map((word) => word.toLowerCase())
  const there = new Set(wordsOf(english))
  return wordsOf(message).filter((word) => there.has(word) && !shared.has(word))
}

/** Digits in a message that are not the language's own; names keep theirs. */
export function foreignDigits(code: LanguageCode, message: string): string[] {
  const own = languageOf(code).digits
  return literalsOf(message).filter((text) => {
    const rest = text.replaceAll(latinNames, '')
    return toDigits(rest, own) !== rest
  })
}

/** Whether this is a label, that stands on a button or beside a field, and not a sentence. */
export function isLabel(key: MessageKey, english: string): boolean {
  return !english.includes('{') && !/[.?]/.test(english) && english.length <= 40 && !key.startsWith('error.')
}

/** The letters that a label may have: six tenths more than the English one, or twelve letters where that is short. */
export function roomFor(english: string): number {
  return Math.max(english.length * 1.6, english.length + 12)
}
