import type { LanguageCode } from '../../model/language-code.ts'
import { addressesIn } from '../isolate-addresses.ts'
import type { Stretch } from '../isolate-tokens.ts'
import { aliK } from './ali-k.ts'
import { aliWeb } from './ali-web.ts'
import { arabicLetters } from './arabic-letters.ts'
import { blotted } from './blot.ts'
import { digitsArabic, digitsLatin, digitsOfHouse, digitsPersian } from './digits.ts'
import { dylan } from './dylan.ts'
import { plainNumbers } from './number-codes.ts'
import { persianLetters } from './persian-letters.ts'
import { punctuation } from './punctuation.ts'
import { quotationMarks } from './quotation-marks.ts'
import { soraniLetters } from './sorani-letters.ts'
import { tashkeel } from './tashkeel.ts'
import { tatweel } from './tatweel.ts'
import type { Change, HouseStyle, Transform, TransformId } from './transform.ts'
import { zarnegar } from './zarnegar.ts'

/** THE list of transforms, in the order people see them. */
export const transforms: readonly Transform[] = [
  soraniLetters,
  persianLetters,
  arabicLetters,
  digitsOfHouse,
  quotationMarks,
  punctuation,
  tashkeel,
  tatweel,
  digitsLatin,
  digitsArabic,
  digitsPersian,
  aliK,
  aliWeb,
  dylan,
  zarnegar,
]
// An old font is a matter of Sorani alone, but rarer there than all else.
const wantedLast: readonly TransformId[] = ['ali-k', 'ali-web', 'dylan', 'zarnegar']

/** The transforms that desks of this language want, and then the others. */
export function transformsFor(language: LanguageCode): {
  wanted: readonly Transform[]
  others: readonly Transform[]
} {
  const isWanted = ({ id, languages }: Transform) =>
    languages.includes(language) || (language === 'ckb' && wantedLast.includes(id))
  return {
    wanted: transforms.filter(isWanted),
    others: transforms.filter((transform) => !isWanted(transform)),
  }
}

/** @throws Error where there is none of this id */
export function transformOf(id: TransformId): Transform {
  const transform = transforms.find((each) => each.id === id)
  if (!transform) throw new Error(`no transform ${id}`)
  return transform
}

export interface TextRun {
  /** The whole text of one block: pairs and neighbours are looked for across its marks. */
  text: string
  language: LanguageCode
  /** Sorted stretches that nothing may touch, such as words that are marked as another language's. */
  kept?: readonly Stretch[]
}

/** What a transform would change in a text; never in addresses, @names and #tags, nor in what is kept. */
export function changeOf(
  transform: Transform,
  { text, language, kept = [] }: TextRun,
  house: HouseStyle,
): Change {
  // Digits of one style for it: an address is one whatever digits stand before it.
  const untouched = [...addressesIn(plainNumbers(text), 'rtl').taken, ...kept].toSorted(
    (one, other) => one.from - other.from,
  )
  return transform.change(untouched.length > 0 ? blotted(text, untouched) : text, language, house)
}
