/** A suffix, and how many letters the word must have before it is taken off. */
type Suffix = readonly [ending: string, least: number]

const arabicPrefixes = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'] as const
const arabicSuffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'] as const
const persianSuffixes = ['ات', 'ان', 'ترين', 'تر', 'يي', 'ي', 'ها', '\u200c'] as const

/**
 * One Arabic word, normalised by `normalizeArabic`, as Lucene's ArabicStemmer leaves it: without its first article or
 * conjunction and without the endings of gender, number and possession (rtl.md 4.1); two letters always stay.
 */
export function stemArabic(word: string): string {
  // Lucene asks more of a single letter: ولد keeps its و.
  const fits = (prefix: string) => word.length >= (prefix.length === 1 ? 4 : prefix.length + 2)
  const prefix = arabicPrefixes.find((each) => word.startsWith(each) && fits(each)) ?? ''
  return withoutEach(word.slice(prefix.length), arabicSuffixes)
}

/**
 * One Persian word, normalised by `normalizePersian(normalizeArabic(word))`, as Lucene's PersianStemmer leaves it: without
 * the endings of number, comparison and the indefinite (rtl.md 4.1); two letters always stay.
 */
export function stemPersian(word: string): string {
  return withoutEach(word, persianSuffixes)
}

function withoutEach(word: string, suffixes: readonly string[]): string {
  let rest = word
  for (const suffix of suffixes)
    if (rest.length >= suffix.length + 2 && rest.endsWith(suffix)) rest = rest.slice(0, -suffix.length)
  return rest
}

const soraniPossessives: readonly Suffix[] = [
  ['مان', 7],
  ['یان', 7],
  ['تان', 7],
]
// The first that fits, in Lucene's order: indefinite, definite, plural, demonstrative, ezafe.
const soraniEndings: readonly Suffix[] = [
  ['ێکی', 7],
  ['یەکی', 8],
  ['ێک', 6],
  ['یەک', 7],
  ['ەکە', 7],
  ['کە', 6],
  ['ەکان', 8],
  ['کان', 7],
  ['یانی', 8],
  ['انی', 7],
  ['یان', 7],
  ['ان', 6],
  ['یانە', 8],
  ['انە', 7],
]

/**
 * One Sorani word, normalised by `normalizeSorani`, as Lucene's SoraniStemmer leaves it: without postposition, possessive
 * and the endings of definiteness and number (rtl.md 4.1); how long a word must be differs by ending.
 */
export function stemSorani(word: string): string {
  const bare = withoutFirst(withoutPostposition(word), soraniPossessives)
  const stem = withoutFirst(bare, soraniEndings)
  if (stem !== bare) return stem
  if (bare.length > 5 && (bare.endsWith('ایە') || bare.endsWith('ەیە'))) return bare.slice(0, -2)
  return bare.length > 4 && (bare.endsWith('ە') || bare.endsWith('ی')) ? bare.slice(0, -1) : bare
}

function withoutPostposition(word: string): string {
  if (word.length > 5 && word.endsWith('دا')) return word.slice(0, -2)
  if (word.length > 4 && word.endsWith('نا')) return word.slice(0, -1)
  return word.length > 6 && word.endsWith('ەوە') ? word.slice(0, -3) : word
}

function withoutFirst(word: string, suffixes: readonly Suffix[]): string {
  // Every one of them is taken off words of six letters or more only.
  if (word.length < 6) return word
  const found = suffixes.find(([ending, least]) => word.length >= least && word.endsWith(ending))
  return found ? word.slice(0, -found[0].length) : word
}
