import { languageCodes, type LanguageCode } from '../../model/language-code.ts'
import { plainWord } from './asked-forms.ts'
import { replacementPairs } from './replacement-pairs.ts'

/** What the house says of one language: words that are right, and what stands for what is wrong. */
export interface HouseLanguage {
  words: readonly string[]
  pairs: readonly (readonly [wrong: string, right: string])[]
}
export type HouseList = Readonly<Partial<Record<LanguageCode, HouseLanguage>>>

/** Letters of a word or a pair of the list: more is no word. */
export const longestEntry = 120
const section = /^\[([a-z]{2,3})\]$/
// oxlint-disable-next-line no-control-regex -- what no line of a text has
const unreadable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/

const codeOf = (name: string | undefined): LanguageCode | undefined =>
  languageCodes.find((code) => code === name)

/** One line as it is kept: `word`, or `wrong = right`; null for what is neither (empty, a comment, too long, unreadable). */
export function entryOf(line: string): string | null {
  const trimmed = line.trim().replace(/\s+/g, ' ')
  if (trimmed === '' || trimmed.length > longestEntry || /^[#[]/.test(trimmed)) return null
  if (unreadable.test(trimmed) || !/\p{L}/u.test(trimmed)) return null
  const parts = trimmed.split('=').map((part) => part.trim())
  if (parts.length === 1) return /\s/.test(trimmed) ? null : trimmed
  return parts.length === 2 && parts.every((part) => /\p{L}/u.test(part)) ? parts.join(' = ') : null
}

interface Line {
  text: string
  /** Of the section it stands in. */
  language: LanguageCode | undefined
  entry: string | null
}

function linesOf(text: string): Line[] {
  let language: LanguageCode | undefined
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const heading = section.exec(line.trim())
      if (heading) language = codeOf(heading[1])
      return { text: line, language, entry: heading || !language ? null : entryOf(line) }
    })
}

/** Reads the file of the house's words: a section `[ckb]` a language, a word or a pair a line, `#` before a remark. */
export function readHouseList(text: string): HouseList {
  const list: Partial<Record<LanguageCode, { words: string[]; pairs: [string, string][] }>> = {}
  for (const { language, entry } of linesOf(text)) {
    if (!language || entry === null) continue
    const own = (list[language] ??= { words: [], pairs: [] })
    const [first = '', second] = entry.split(' = ')
    if (second === undefined) own.words.push(first)
    else own.pairs.push([first, second])
  }
  return list
}

/** The lines of a list, by language: what a merge goes by. */
export function entriesOf(text: string): { language: LanguageCode; entry: string }[] {
  return linesOf(text).flatMap(({ language, entry }) =>
    language && entry !== null ? [{ language, entry }] : [],
  )
}

/** How many lines say something that is no entry: those that a person may want to look at. */
export const oddLines = (text: string): number =>
  linesOf(text).filter(({ text: line, entry }) => {
    const trimmed = line.trim()
    return entry === null && trimmed !== '' && !trimmed.startsWith('#') && !section.test(trimmed)
  }).length

/** What a new file begins with: how to read it. */
export const emptyHouseList =
  '# Midad: the words of the house. A section for each language, one word a line; wrong = right.\n'

/** The text with these entries in the section of the language; all else stays as it is, remarks too. */
export function withEntries(text: string, language: LanguageCode, added: readonly string[]): string {
  const lines = linesOf(text === '' ? emptyHouseList : text)
  const known = new Set(lines.filter((line) => line.language === language).map(({ entry }) => entry))
  const fresh = [...new Set(added.map(entryOf))].filter((entry) => entry !== null && !known.has(entry))
  if (fresh.length === 0) return text
  const last = lines.findLastIndex((line) => line.language === language && line.text.trim() !== '')
  const texts = lines.map((line) => line.text)
  if (last !== -1) texts.splice(last + 1, 0, ...(fresh as string[]))
  else {
    while (texts.at(-1)?.trim() === '') texts.pop()
    texts.push('', `[${language}]`, ...(fresh as string[]))
  }
  return texts.at(-1) === '' ? texts.join('\n') : `${texts.join('\n')}\n`
}

/** The text without these entries. */
export function withoutEntries(text: string, language: LanguageCode, removed: readonly string[]): string {
  const gone = new Set(removed.map(entryOf))
  return linesOf(text)
    .filter((line) => !(line.language === language && line.entry !== null && gone.has(line.entry)))
    .map((line) => line.text)
    .join('\n')
}

/** The text with all that another list has and it has not, and how many entries that were. */
export function mergedLists(text: string, other: string): { text: string; added: number } {
  let merged = text
  const before = entriesOf(text).length
  for (const language of languageCodes)
    merged = withEntries(
      merged,
      language,
      entriesOf(other).flatMap((each) => (each.language === language ? [each.entry] : [])),
    )
  return { text: merged, added: entriesOf(merged).length - before }
}

/** The house's list of one language made ready for being asked. */
export interface HouseRules {
  /** Is this plain word the house's own, alone or with what its language writes onto words? */
  has(plain: string): boolean
  /** What takes the place of words that begin with this plain word; longer ones first. */
  pairsFrom(plain: string): readonly { words: readonly string[]; right: string }[]
  /** The words themselves, for suggestions. */
  words: readonly string[]
}

// The conjunctions, prepositions and article that Arabic writes onto a word (rtl.md 4.1 has most of them).
const arabicPrefixes = [
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'س',
  'ال',
  'وال',
  'بال',
  'كال',
  'فال',
  'لل',
  'وب',
  'ول',
  'ولل',
  'فل',
]
// The endings of Lucene's Sorani stemmer (rtl.md 4.1).
const soraniEndings =
  'دا نا ەوە مان یان تان ێکی یەکی ێک یەک ەکە کە ەکان کان یانی انی ان یانە انە ایە ەیە ە ی'.split(' ')

/** What may stand around a word of the house and leave it one. */
function stems(plain: string, language: LanguageCode): string[] {
  if (language === 'ar')
    return arabicPrefixes
      .filter((prefix) => plain.startsWith(prefix))
      .map((prefix) => plain.slice(prefix.length))
  if (language === 'ckb')
    return soraniEndings
      .filter((ending) => plain.endsWith(ending))
      .map((ending) => plain.slice(0, -ending.length))
  return language === 'en' && plain.endsWith("'s") ? [plain.slice(0, -2)] : []
}

/** Makes the list of a language ready: the house's pairs first, then those that Midad brings (`replacementPairs`). */
export function houseRules(list: HouseList, language: LanguageCode): HouseRules {
  const own = list[language] ?? { words: [], pairs: [] }
  const plainOf = (word: string): string => plainWord(word, language)
  const words = new Set(own.words.map(plainOf))
  const isKnown = (plain: string): boolean =>
    words.has(plain) || words.has(plain.charAt(0).toLocaleLowerCase('en') + plain.slice(1))
  const pairs = new Map<string, { words: string[]; right: string }[]>()
  for (const [wrong, right] of [...own.pairs, ...(replacementPairs[language] ?? [])]) {
    const parts = wrong.split(' ').map(plainOf)
    const first = parts[0] ?? ''
    pairs.set(first, [...(pairs.get(first) ?? []), { words: parts, right }])
  }
  return {
    has: (plain) => isKnown(plain) || stems(plain, language).some((stem) => stem.length > 1 && isKnown(stem)),
    pairsFrom: (plain) => pairs.get(plain) ?? [],
    words: own.words,
  }
}
