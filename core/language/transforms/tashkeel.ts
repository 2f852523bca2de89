import { rewrite } from './rewrite.ts'
import type { Transform } from './transform.ts'

// U+0653 to U+0655 stay: madda and hamza are parts of their letters. The others are signs of reading and recitation (Unicode, Arabic).
const marks =
  /(?<=\p{L}\p{M}*)[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+/gu

/** Removes the vowel signs of Arabic: the short vowels, tanwin, shadda, sukun, the small alef and the signs of recitation. */
export const tashkeel: Transform = {
  id: 'tashkeel',
  languages: ['ar', 'fa', 'ur'],
  change: (text) => ({ places: rewrite(text, [{ find: marks, put: '' }]), unpaired: [] }),
}
