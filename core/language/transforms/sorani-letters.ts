import { nonJoining, zwnj } from '../joining.ts'
import { lastHehForAe } from './last-heh.ts'
import { letter, wordBegins, wordEnds } from './letters.ts'
import { rewrite, type Rule } from './rewrite.ts'
import { tatweelRules } from './tatweel.ts'
import type { Transform } from './transform.ts'

const rule = (find: string, put: Rule['put']): Rule => ({ find: new RegExp(find, 'gu'), put })
const heh = '\u0647'

/**
 * rtl.md 1.6, 4.1 and Recommendation 5: what Lucene's SoraniNormalizer and AsoSoft's Normalize agree on, as far as it is a way of
 * writing. What only folds words for a search (tashkeel deleted, every ZWNJ deleted) is not here. The order matters.
 */
const rules: readonly Rule[] = [
  rule('[\u06cc\u064a\u0649]\u0654', '\u0626'),
  rule('[\u064a\u0649\u06d2]', '\u06cc'),
  rule('\u0643', '\u06a9'),
  rule('\u0629', '\u06d5'),
  rule('\u0692', '\u0695'),
  // Sorani has no tashkeel: these are hats that an old font's text has kept (AsoSoft).
  rule('\u0644\u0627[\u064b\u064e]+', '\u06b5\u0627'),
  rule('[\u06cc\u06ce][\u064b\u064e]+', '\u06ce'),
  rule('[\u0648\u06c6][\u064b\u064e]+', '\u06c6'),
  rule('[\u0644\u06b5][\u064b\u064e]+', '\u06b5'),
  rule('[\u0631\u0695]\u0650+', '\u0695'),
  ...tatweelRules,
  rule(`${zwnj}{2,}`, zwnj),
  // ه was typed with a ZWNJ for ە, which never joins.
  rule(`${heh}${zwnj}`, '\u06d5'),
  rule(`(?<=[${nonJoining}]\\p{M}*)${zwnj}`, ''),
  // Beside what is blotted out it may be what begins a #tag.
  rule(`(?<![\\p{L}\\p{M}\\p{N}\ufffc])${zwnj}|${zwnj}(?![\\p{L}\\p{M}\\p{N}\ufffc])`, ''),
  rule(lastHehForAe, '\u06d5'),
  // A last ھ is written هـ, so that nobody takes it for ە (AsoSoft).
  rule(`\u06be${wordEnds}`, `${heh}\u0640`),
  rule(`\u06be(?!${zwnj})`, heh),
  rule(`${wordBegins}\u0631(?=\u0640*${letter})`, '\u0695'),
  rule(`${wordBegins}\u0648\u0648(?=[ئبپتجچحخدرڕزژسشعغفڤقکگلڵمنهی])`, '\u0648'),
]

/** Sorani as its newsrooms write it: ی ک ه ە, ڕ at the beginning of a word, ئ in one piece, no ZWNJ or tatweel without a use. */
export const soraniLetters: Transform = {
  id: 'sorani',
  languages: ['ckb'],
  change: (text) => ({ places: rewrite(text, rules), unpaired: [] }),
}
