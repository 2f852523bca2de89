import { letter, letterOrMark } from './letters.ts'
import { rewrite, type Rule } from './rewrite.ts'
import type { Transform } from './transform.ts'

/**
 * A tatweel between two letters goes. One at the end of a word stays, and many become one: هـ is Hijri in Arabic and a consonant
 * in Sorani, and بـ«…» or لـ20 are written so.
 */
export const tatweelRules: readonly Rule[] = [
  { find: new RegExp(`(?<=${letterOrMark})\\u0640+(?=${letter})`, 'gu'), put: '' },
  { find: /\u0640{2,}/gu, put: '\u0640' },
]

/** Removes tatweel (U+0640) from inside words. */
export const tatweel: Transform = {
  id: 'tatweel',
  languages: ['ar', 'ckb', 'fa', 'ur'],
  change: (text) => ({ places: rewrite(text, tatweelRules), unpaired: [] }),
}
