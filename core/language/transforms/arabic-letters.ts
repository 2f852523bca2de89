import { rewrite, type Rule } from './rewrite.ts'
import type { Transform } from './transform.ts'

const rules: readonly Rule[] = [
  { find: /\u06a9/gu, put: '\u0643' },
  { find: /\u06cc/gu, put: '\u064a' },
]

/** Persian and Kurdish kaf and yeh as Arabic has them: ك and ي (CLDR 48, exemplar letters of ar). */
export const arabicLetters: Transform = {
  id: 'arabic',
  languages: ['ar'],
  change: (text) => ({ places: rewrite(text, rules), unpaired: [] }),
}
