import { rewrite, type Rule } from './rewrite.ts'
import type { Transform } from './transform.ts'

const rules: readonly Rule[] = [
  { find: /\u0643/gu, put: '\u06a9' },
  { find: /[\u064a\u0649]/gu, put: '\u06cc' },
]

/** Arabic kaf and yeh as Persian has them: ک and ی (CLDR 48, exemplar letters of fa). */
export const persianLetters: Transform = {
  id: 'persian',
  languages: ['fa'],
  change: (text) => ({ places: rewrite(text, rules), unpaired: [] }),
}
