import { fold } from '../language/fold.ts'
import type { Status } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'

/** What a query can ask beside words: `by:`, `after:` … (docs/search.md). */
const conditions = ['by', 'source', 'place', 'topic', 'status', 'lang', 'before', 'after'] as const
export type Condition = (typeof conditions)[number]

// The words of the fields on screen in Arabic, Sorani and Kurmanji (assets/locales), the Arabic ones without their article too:
// nobody should have to change the keyboard within a query.
const conditionWords: Readonly<Record<Condition, string>> = {
  by: 'by الكاتب كاتب بقلم نووسەر Nivîskar',
  source: 'source المصدر مصدر سەرچاوە Çavkanî',
  place: 'place المكان مكان شوێن Cih',
  topic: 'topic القسم قسم موضوع بەش Beş mijar',
  status: 'status الحالة حالة دۆخ Rewş',
  lang: 'lang اللغة لغة زمان Ziman',
  before: 'before قبل پێش berî',
  after: 'after بعد دوای piştî',
}

const statusWords: Readonly<Record<Status, string>> = {
  draft: 'draft مسودة ڕەشنووس Reşnivîs',
  ready: 'ready جاهز ئامادە Amade',
  published: 'published منشور بڵاوکراوە Weşandî',
  killed: 'killed ملغى هەڵوەشێنراوە Vekişandî',
}

const languageWords: Readonly<Record<LanguageCode, string>> = {
  ar: 'ar arabic العربية عربي عەرەبی erebî',
  ckb: 'ckb sorani سۆرانی السورانية سوراني soranî',
  kmr: 'kmr ku kurmanji Kurmancî کرمانجی الكرمانجية كرمانجي',
  fa: 'fa persian فارسی الفارسية فارسي farisî',
  he: 'he hebrew עברית العبرية عبري عیبری îbranî',
  ur: 'ur urdu اردو الأردية أردو ئوردو urdû',
  en: 'en english الإنجليزية إنجليزي ئینگلیزی îngilîzî',
}

const conditionOf = byWord(conditionWords)
const statusOf = byWord(statusWords)
const languageOf = byWord(languageWords)

/** The condition that a word before a colon names, in any of our languages of the interface; undefined where it names none. */
export const namedCondition = (word: string): Condition | undefined => conditionOf.get(fold(word))
/** The status of that name. */
export const namedStatus = (word: string): Status | undefined => statusOf.get(fold(word))
/** The language of that name or code. */
export const namedLanguage = (word: string): LanguageCode | undefined => languageOf.get(fold(word))

function byWord<T extends string>(table: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const names = Object.keys(table) as T[]
  return new Map(
    names.flatMap((name) => table[name].split(' ').map((word): [string, T] => [fold(word), name])),
  )
}
