import { letterOrMark, wordEnds } from './letters.ts'
import { oldFont, shows } from './old-fonts.ts'

/** Kurdish from the word processor Zarnegar, which sets hats with tanwin, to Unicode: AsoSoft's Normalize, each rule in its example. */
export const zarnegar = oldFont('zarnegar', [
  shows('\u0644\u0627\u064c+', '\u06b5\u0627'),
  shows('[\u064a\u0649\u06cc]\u064c+', '\u06ce'),
  shows('\u0644\u064c+', '\u06b5'),
  shows('\u0631\u064d+', '\u0695'),
  shows('\u0648\u064c+', '\u06c6'),
  shows('\u0647\u200c', '\u06d5'),
  shows(`(?<=${letterOrMark})\u0647${wordEnds}`, '\u06d5'),
  shows('[\u064a\u0649]', '\u06cc'),
])
