import type { LanguageCode } from '../model/language-code.ts'
import { majorityDirection } from './direction.ts'

/** A language's own letters, weighed against its neighbours', and the little words that stand in every paragraph of it. */
interface Signs {
  letters: RegExp
  words: ReadonlySet<string>
}
const wordSet = (words: string) => new Set(words.split(' '))

// Letters: the exemplar sets of CLDR 48, those that the neighbours on the same script do not have. Words: our own lists.
const arabicScript: Readonly<Record<'ar' | 'ckb' | 'fa' | 'ur', Signs>> = {
  ar: {
    letters: /[ةيىكأإ]/g,
    words: wordSet(
      'في من على إلى أن عن مع هذا هذه التي الذي ما لا قال وقال بين بعد قبل كان كما ذلك خلال حيث وفي ومن',
    ),
  },
  ckb: {
    letters: /[ەڕڵێۆڤ]/g,
    words: wordSet(
      'لە بە بۆ کە و ئەو ئەم لەگەڵ دەکات کرد لەسەر هەر بوو نە لەلایەن کردووە ئێمە دوای پێش هەروەها له به بو كه',
    ),
  },
  fa: {
    letters: /[پچژگ]/g,
    words: wordSet(
      'در به از که را این است با برای آن و می شد کرد تا بر خود هم نیز شده گفت های یک اما وی بود',
    ),
  },
  ur: {
    letters: /[ٹڈڑںےہھۓ]/g,
    words: wordSet('کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں اس تھا بھی ایک کر تھی ہو وہ نہیں'),
  },
}
// A letter that only one language has says more than one that a neighbour borrows for names.
const letterWeight = { ar: 2, ckb: 3, fa: 1, ur: 3 } as const
const wordWeight = 4

const kurmanji: Signs = {
  letters: /[êîûşç]/g,
  words: wordSet(
    'û ku li di ji bi ya yê yên de re jî ev ew ji bo ber hat kir dike bû xwe piştî her nav ser lê bo wê wî min dibe',
  ),
}
const english: Signs = {
  letters: /[^\s\S]/g,
  words: wordSet(
    'the of and to in a is was for on that with as at by from it be has are he said his not this have will who',
  ),
}

/** Enough to tell a language by; a whole book need not be read. */
const longestSample = 20_000
const arabicLetters = /(?=\p{L})[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/gu
const hebrewLetters = /(?=\p{L})[\u0590-\u05ff\ufb1d-\ufb4f]/gu
const latinLetters = /\p{Script=Latin}/gu
const words = /[\p{L}\p{M}]+/gu

/**
 * The language a text is most likely in: by its direction and script, within the Arabic script by the letters and little words of
 * Arabic, Sorani, Persian and Urdu, within Latin by those of Kurmanji. English where nothing tells.
 */
export function guessLanguage(text: string): LanguageCode {
  const sample = text.slice(0, longestSample).normalize('NFKC').toLowerCase()
  if (majorityDirection(text.slice(0, longestSample)) === 'rtl')
    return count(sample, hebrewLetters) > count(sample, arabicLetters) ? 'he' : guessArabicScript(sample)
  // One ç is a French name, so letters alone do not make Kurmanji: one in a hundred do, or the words.
  const ofKurmanji = score(sample, kurmanji, 1)
  return ofKurmanji > score(sample, english, 1) && ofKurmanji * 50 > count(sample, latinLetters)
    ? 'kmr'
    : 'en'
}

function guessArabicScript(sample: string): LanguageCode {
  let best: LanguageCode = 'ar'
  let highest = 0
  for (const code of ['ar', 'ckb', 'fa', 'ur'] as const) {
    const reached = score(sample, arabicScript[code], letterWeight[code])
    if (reached > highest) [best, highest] = [code, reached]
  }
  return best
}

function score(sample: string, { letters, words: known }: Signs, weight: number): number {
  let total = count(sample, letters) * weight
  for (const [word] of sample.matchAll(words)) if (known.has(word)) total += wordWeight
  return total
}

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0
