import { toAsciiDigits } from './digits.ts'

/** What counts as the same letter while looking for a text; all that is false is told apart. */
export interface FindOptions {
  /** أ إ آ ٱ as ا, ؤ as و, and ئ as ی but at the beginning of a word, where it is Kurdish. */
  hamza: boolean
  /** Without the vowel signs: كَتَبَ is found by كتب. */
  tashkeel: boolean
  tatweel: boolean
  /** ي ى ې ۍ as ی. */
  yeh: boolean
  /** ك as ک. */
  kaf: boolean
  /** ة ە ھ ہ ۀ ۂ as ه. */
  heh: boolean
  /** ٠١٢ and ۰۱۲ as 012. */
  digits: boolean
  /** ״ as ", ׳ as ' and ־ as -: צה״ל is found by צה"ל. */
  hebrew: boolean
  /** Joiners and direction marks, which nobody sees, do not matter. */
  hidden: boolean
  /** Capital and small letters are the same. */
  letterCase: boolean
  wholeWord: boolean
  /** The query is a regular expression (ECMAScript, `u` flag). */
  pattern: boolean
}

/** As a reader reads: what looks alike or sounds alike is the same. */
export const readerOptions: FindOptions = {
  hamza: true,
  tashkeel: true,
  tatweel: true,
  yeh: true,
  kaf: true,
  heh: true,
  digits: true,
  hebrew: true,
  hidden: true,
  letterCase: true,
  wholeWord: false,
  pattern: false,
}

/** A place where the text was found: UTF-16 offsets, `to` exclusive, whole letters with their marks. */
export interface Hit {
  from: number
  to: number
  /** What the groups of a pattern matched, in the original spelling; the whole hit first. */
  groups: readonly string[]
}
export type FindProblem = 'empty' | 'not-a-pattern' | 'endless-pattern'
export type Finder = (text: string) => Hit[]

const alef = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و' }
const yeh = { ي: 'ی', ى: 'ی', ې: 'ی', ۍ: 'ی' }
const kaf = { ك: 'ک' }
const heh = { ة: 'ه', ە: 'ه', ھ: 'ه', ہ: 'ه', ۀ: 'ه', ۂ: 'ه' }
const hebrew = { '״': '"', '׳': "'", '־': '-' }
// Arabic signs and tashkeel, as in rtl.md Recommendation 12; madda and hamza on a letter have their own switch.
const tashkeel = /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]/gu
const hamzaOn = /[\u0653-\u0655]/gu
// A letter with what stands on it: what NFC may compose.
const unit = /[\s\S]\p{M}*/gu
const wordLetter = /[\p{L}\p{M}\p{N}\u0640_]/u

/** Letter by letter, for texts and queries alike; a letter may become nothing. */
function folder(options: FindOptions): (letter: string, before: string) => string {
  const same: Record<string, string> = {
    ...(options.hamza ? alef : {}),
    ...(options.yeh ? yeh : {}),
    ...(options.kaf ? kaf : {}),
    ...(options.heh ? heh : {}),
    ...(options.hebrew ? hebrew : {}),
  }
  return (letter, before) => {
    let folded = letter.normalize('NFC')
    if (options.tashkeel) folded = folded.normalize('NFD').replace(tashkeel, '').normalize('NFC')
    folded = folded.replace('\u06cc\u0654', 'ئ')
    if (options.hamza) folded = folded.replace(hamzaOn, '')
    if (options.tatweel) folded = folded.replaceAll('\u0640', '')
    if (options.hidden) folded = folded.replaceAll(/\p{Cf}/gu, '')
    if (options.digits) folded = toAsciiDigits(folded)
    if (options.hamza && folded === 'ئ' && wordLetter.test(before)) folded = options.yeh ? 'ی' : 'ي'
    return folded.replaceAll(/./gsu, (each) => same[each] ?? each)
  }
}

interface Folded {
  text: string
  /** For each UTF-16 unit of `text` where its letter begins in the original, and the original's length behind them. */
  starts: number[]
}
function foldFor(fold: ReturnType<typeof folder>, original: string): Folded {
  const parts: string[] = []
  const starts: number[] = []
  let before = ''
  for (const { 0: letter, index } of original.matchAll(unit)) {
    const folded = fold(letter, before)
    parts.push(folded)
    for (let at = 0; at < folded.length; at += 1) starts.push(index)
    before = letter.charAt(0)
  }
  starts.push(original.length)
  return { text: parts.join(''), starts }
}

// A group with an unbounded repetition in it that is itself repeated without bound, as in (a+)+, may take for ever.
const endless = /\((?:[^()\\]|\\.)*(?:[*+]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,\})/u

/**
 * Makes ready to look for a text, or for a pattern. With a pattern the letters in it are taken as `options` say, its
 * operators as they stand.
 */
export function finderOf(query: string, options: FindOptions): Finder | FindProblem {
  const fold = folder(options)
  // In a pattern a hyphen may be an operator, which a maqaf is not.
  const asked = options.pattern && options.hebrew ? query.replaceAll('־', String.raw`\x2d`) : query
  const wanted = foldFor(fold, asked.normalize('NFC')).text
  if (wanted === '') return 'empty'
  if (options.pattern && endless.test(query)) return 'endless-pattern'
  const source = options.pattern ? wanted : wanted.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  let expression: RegExp
  try {
    expression = new RegExp(source, options.letterCase ? 'dgiu' : 'dgu')
  } catch {
    return 'not-a-pattern'
  }
  return (text) => hitsIn(text, foldFor(fold, text), { expression, wholeWord: options.wholeWord })
}

function hitsIn(
  original: string,
  folded: Folded,
  { expression, wholeWord }: { expression: RegExp; wholeWord: boolean },
): Hit[] {
  const hits: Hit[] = []
  const place = (at: number): number => folded.starts[at] ?? original.length
  for (const match of folded.text.matchAll(expression)) {
    const [start, end] = match.indices?.[0] ?? [0, 0]
    const from = place(start)
    const to = place(end)
    // What matches nothing, or a line break or a picture, is nothing to mark or to replace.
    if (to <= from || original.slice(from, to).includes('\u{fffc}')) continue
    if (wholeWord && (isLetter(original, from, -1) || isLetter(original, to, 1))) continue
    const groups = (match.indices ?? []).map((group) =>
      group ? original.slice(place(group[0]), place(group[1])) : '',
    )
    hits.push({ from, to, groups })
  }
  return hits
}

/** Does a word go on at this offset, across joiners that nobody sees? */
function isLetter(text: string, offset: number, step: 1 | -1): boolean {
  let at = step === 1 ? offset : offset - 1
  while (/\p{Cf}/u.test(text.charAt(at))) at += step
  return wordLetter.test(text.charAt(at)) && at >= 0 && at < text.length
}

/** What stands in a hit's place: `$1`…`$9` and `$&` of a pattern are its groups, `$$` a dollar sign; other text as it is. */
export function replacementFor(hit: Hit, replacement: string, isPattern: boolean): string {
  if (!isPattern) return replacement
  return replacement.replaceAll(/\$(?:([1-9])|([&$]))/gu, (whole: string, digit: string, sign: string) => {
    if (sign === '$') return '$'
    if (sign === '&') return hit.groups[0] ?? ''
    return hit.groups[Number(digit)] ?? whole
  })
}
