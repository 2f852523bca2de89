import type { LanguageCode } from '../../model/language-code.ts'
import type { Settings } from '../../model/settings.ts'
import type { Stretch } from '../isolate-tokens.ts'

/** What a house has chosen in Settings, as transforms ask for it. */
export type HouseStyle = Pick<Settings, 'digits' | 'quotes'>

/** The letters from `from` to `to` (UTF-16 offsets, `to` exclusive, never an empty stretch) give way to `text`. */
export interface Replacement extends Stretch {
  text: string
}
/** One place that changes as a whole: a word, a number, or the two marks of a quotation. */
export interface Place {
  /** Sorted, never overlapping, at least one; marks in the story are kept by each replacement for itself. */
  parts: readonly Replacement[]
}
export interface Change {
  /** In the order of the text. */
  places: readonly Place[]
  /** Quotation marks without a partner: left as they are, and told of. */
  unpaired: readonly Stretch[]
}

export const transformIds = [
  'sorani',
  'persian',
  'arabic',
  'tashkeel',
  'tatweel',
  'digits',
  'digits-latn',
  'digits-arab',
  'digits-arabext',
  'quotes',
  'punctuation',
  'ali-k',
  'ali-web',
  'dylan',
  'zarnegar',
] as const
export type TransformId = (typeof transformIds)[number]

/** One way to rewrite a text: pure, and applied twice the same as once. One file here, one line in registry.ts. */
export interface Transform {
  id: TransformId
  /** The languages whose desks want it first in the list. */
  languages: readonly LanguageCode[]
  /**
   * What would change in the whole text of one block. What must not be touched has been blotted out (U+FFFC); `language` is the
   * text's own.
   */
  change(text: string, language: LanguageCode, house: HouseStyle): Change
}

/** The text with all its places changed. */
export function textWith(text: string, places: readonly Place[]): string {
  const parts = places.flatMap((place) => place.parts).toSorted((one, other) => one.from - other.from)
  let written = ''
  let at = 0
  for (const { from, to, text: put } of parts) {
    written += text.slice(at, from) + put
    at = to
  }
  return written + text.slice(at)
}
