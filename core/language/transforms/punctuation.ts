import { languageOf } from '../registry.ts'
import { rewrite, type Rule } from './rewrite.ts'
import type { Transform } from './transform.ts'

const toArabic: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' }
const toLatin: Readonly<Record<string, string>> = { '،': ',', '؛': ';', '؟': '?' }
const arabicLetter = '(?=\\p{L})\\p{Script=Arabic}'
// What may stand between the last letter of a word and its comma: a mark, a joiner, closing quotes and brackets, other marks.
const between = '[\\p{M}\\u200c\\u200d\\u0640]?[»›”“’"\')\\]]{0,3}[!?؟…]{0,3}'
// A comma within a number is its own.
const notInNumber = '(?![\\p{N}])'

const arabicRules: readonly Rule[] = [
  {
    find: new RegExp(`(?<=(?:${arabicLetter}|[٠-٩۰-۹%٪])${between})[,;?]${notInNumber}`, 'gu'),
    put: (mark) => toArabic[mark] ?? mark,
  },
  // Behind 2024 only where the sentence goes on in Arabic letters.
  {
    find: new RegExp(`(?<=[0-9]${between})[,;?](?=[\\s]+[«"“”(]?${arabicLetter})`, 'gu'),
    put: (mark) => toArabic[mark] ?? mark,
  },
]
const latinRules: readonly Rule[] = [
  {
    find: new RegExp(`(?<=[\\p{Script=Latin}0-9]${between})[،؛؟]`, 'gu'),
    put: (mark) => toLatin[mark] ?? mark,
  },
]

/**
 * In a text of Arabic script , ; ? become ، ؛ ؟ behind Arabic letters; in one of Latin script the other way round. Behind a Latin
 * name the marks of an Arabic sentence are its own and stay; Hebrew has the Latin ones already.
 */
export const punctuation: Transform = {
  id: 'punctuation',
  languages: ['ar', 'ckb', 'fa', 'ur'],
  change(text, language) {
    const { script } = languageOf(language)
    const rules = script === 'arabic' ? arabicRules : script === 'latin' ? latinRules : []
    return { places: rewrite(text, rules), unpaired: [] }
  },
}
