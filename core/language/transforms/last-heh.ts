import { letterOrMark, wordBegins, wordEnds } from './letters.ts'

const heh = '\u0647'
const vowels = '[\u0627\u06c6\u06ce\u06d5]'

/**
 * Regular expression source (flag `u`) for a last ه that is ە in Sorani (Lucene's SoraniNormalizer and AsoSoft, rtl.md 4.1): not
 * behind a vowel (گوناه ends in a consonant) and not in God's name.
 */
export const lastHehForAe = `(?<=${letterOrMark})(?<!${vowels})(?<!\u0627\u0644\u0644|${wordBegins}\u0644\u0644)${heh}${wordEnds}`
/** Likewise for one behind a vowel, which may be the consonant that it is written with or an ە. */
export const lastHehBehindVowel = `(?<=${vowels})${heh}${wordEnds}`
